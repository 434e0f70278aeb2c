#pragma once

#include "ui/widgets/soughtwords.h"

#include <QPlainTextEdit>

namespace Treatybook {

/// Edits text of any length and gives back exactly what was set wherever the person did not edit: line ends, no-break
/// blanks and line separators, which toPlainText() would change, stay. Tab leaves the box.
class LongTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit LongTextEdit(QWidget *parent = nullptr);

    /// Forgets the undo history; emits nothing.
    void setText(const QString &text);
    QString text() const;
    /// Marked where they stand in the text.
    void setSought(const SoughtWords &words);

Q_SIGNALS:
    /// By the person, not by setText().
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    QString shownText() const;
    void fitHeight();
    void markFound();

    static constexpr int FewestLines = 2, MostLines = 9; ///< that are seen without scrolling

    QString m_original; ///< as set
    QString m_shown;    ///< the same as the document holds it
    SoughtWords m_sought;
    bool m_setting = false;
};

} // namespace Treatybook
