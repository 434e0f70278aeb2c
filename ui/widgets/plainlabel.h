#pragma once

#include "ui/widgets/soughtwords.h"

#include <QLabel>

namespace Treatybook {

/// Shows text from anywhere as it is: never as rich text (which would read local files that an <img> names), at most
/// 500 characters, on one line elided unless it wraps.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(QWidget *parent = nullptr) : PlainLabel(QString(), parent) {}
    explicit PlainLabel(const QString &text, QWidget *parent = nullptr);

    /// As given, however long.
    const QString &fullText() const { return m_full; }
    void setText(const QString &text);
    /// By a role of the palette, so that it follows light and dark.
    void setRole(QPalette::ColorRole role) { setForegroundRole(role); }
    /// Marked where the text shows them.
    void setSought(const SoughtWords &words);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int textFlags() const;

    QString m_full;
    SoughtWords m_sought;
};

/// The first characters, control characters as blanks.
QString shortened(const QString &text, qsizetype longest = 500);
/// Text for setToolTip() and the like, which would read it as rich text if it looks like that.
QString plainToolTip(const QString &text, qsizetype longest = 500);

} // namespace Treatybook
