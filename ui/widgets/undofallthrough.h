#pragma once

#include <QObject>

namespace Treatybook {

/// Lets Ctrl+Z and Ctrl+Y of a text box that has nothing of its own to undo reach the book: the box would swallow them.
class UndoFallThrough : public QObject
{
    Q_OBJECT

public:
    /// On a QLineEdit or QPlainTextEdit; it lives as long as that.
    static void install(QWidget *box);

    bool eventFilter(QObject *box, QEvent *event) override;

private:
    using QObject::QObject;
};

} // namespace Treatybook
