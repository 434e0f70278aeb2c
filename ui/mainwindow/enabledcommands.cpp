#include "ui/mainwindow/enabledcommands.h"

#include "ui/form/agreementform.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"

#include <QAction>

namespace Treatybook {

void enableCommands(Actions &actions, const BookView *book, bool hasBackups)
{
    const bool open = book && book->session().isLoaded();
    const bool whole = open && !book->session().isPartial();
    const bool readable = book && book->session().store().count() > 0; // a part of it at least
    const bool writable = open && !book->session().capabilities().readOnly;
    const bool current = open && book->session().selection().current();
    const auto enable = [&actions](bool on, const QList<Command> &commands) {
        for (QAction *action : actions.of(commands))
            action->setEnabled(on);
    };
    using enum Command;
    enable(open && hasBackups, {ShowBackups});
    enable(open, {OurSide, SaveCopy, ShowUpcoming, ShowProblems, ShowChanges});
    enable(whole, {ExportCsv, ExportPdf, ExportPng}); // of a part they would look like the whole
    enable(book, {CloseBook});
    enable(open || readable, {Find, AsOf, AsOfPrevious, AsOfNext, ShowFacets, NextPane, PreviousPane});
    enable(writable, {NewRecord, SaveView});
    enable(writable || !book, {Import});
    enable(writable && current, {DuplicateRecord});
    enable(writable && !book->deletable().isEmpty(), {DeleteRecord});
    enable(writable && book->form().isDirty(), {SaveRecord, RevertRecord});
    actions.setStep(Undo, writable && book->session().canUndo() ? book->session().undoText() : QString());
    actions.setStep(Redo, writable && book->session().canRedo() ? book->session().redoText() : QString());
}

} // namespace Treatybook
