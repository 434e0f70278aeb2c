#pragma once

#include "domain/result.h"

#include <QFrame>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QHBoxLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)

namespace Treatybook {

class PlainLabel;

/// A message in its place: what happened, why, what to do next. Hidden until something is shown; never in the way of
/// work as a dialog is.
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

    /// Replaces what was shown. An action hides the banner and then runs.
    void showMessage(Severity severity, const QString &text, const QList<Action> &actions = {});
    void showError(const Error &error, const QList<Action> &actions = {});
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void clearActions();
    void showSign();
    QColor color() const;

    Severity m_severity = Severity::Information;
    QLabel *m_icon;
    PlainLabel *m_text;
    QHBoxLayout *m_actions;
};

} // namespace Treatybook
