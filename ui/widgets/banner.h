#pragma once

#include "domain/result.h"

#include <QFrame>
#include <QPointer>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)
QT_FORWARD_DECLARE_CLASS(QHBoxLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)

namespace Treatybook {

class PlainLabel;

/// A message in its place: what happened, why, what to do next. Hidden until something is shown; never in the way of
/// work as a dialog is. It never takes the focus by itself; Esc closes one that is information only, wherever the focus
/// is in the window.
class Banner : public QFrame
{
    Q_OBJECT

public:
    enum class Severity { Information, Warning, Problem };
    struct Action {
        QString text;
        std::function<void()> run;
    };

    explicit Banner(QWidget *parent = nullptr);

    /// Replaces what was shown; where that says the same, only what its actions do. An action hides the banner and then
    /// runs.
    void showMessage(Severity severity, const QString &text, const QList<Action> &actions = {},
                     const QString &detail = {});
    void showError(const Error &error, const QList<Action> &actions = {});
    QString text() const;
    /// Puts the focus on the first action; it goes back to where it was when the banner hides, or on Esc.
    void startChoosing();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Text and actions, all new.
    void showAnew(const QString &text);
    void clearActions();
    /// Actions beside the text, or below it where there is little room.
    void arrange();
    bool hasFocusWithin() const;
    QColor color() const;
    void showSign();

    Severity m_severity = Severity::Information;
    QList<Action> m_shown;
    QLabel *m_icon;
    PlainLabel *m_text;
    QBoxLayout *m_content;
    QHBoxLayout *m_actions;
    QWidget *m_closing;
    QPointer<QWidget> m_before; ///< had the focus before startChoosing()
};

} // namespace Treatybook
