#include "ui/widgets/undofallthrough.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace Treatybook {

namespace {

bool canStep(const QObject *box, bool undo)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(box))
        return undo ? line->isUndoAvailable() : line->isRedoAvailable();
    const auto *text = qobject_cast<const QPlainTextEdit *>(box);
    return text && (undo ? text->document()->isUndoAvailable() : text->document()->isRedoAvailable());
}

} // namespace

void UndoFallThrough::install(QWidget *box)
{
    box->installEventFilter(new UndoFallThrough(box));
}

bool UndoFallThrough::eventFilter(QObject *box, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool undo = key->matches(QKeySequence::Undo);
    if ((!undo && !key->matches(QKeySequence::Redo)) || canStep(box, undo))
        return false;
    event->ignore();
    return true; // unaccepted and unseen by the box, it goes on to the shortcuts of the window
}

} // namespace Treatybook
