#pragma once

#include <QHash>
#include <QObject>

QT_FORWARD_DECLARE_CLASS(QAction)

namespace Treatybook {

/// What the window can be told to do.
enum class Command {
    NewBook,
    OpenBook,
    OpenSample,
    SaveCopy,
    Import,
    ShowBackups,
    CloseBook,
    Quit,
    ExportCsv,
    ExportPdf,
    ExportPng,
    Undo,
    Redo,
    Find,
    ClearSearch,
    ClearFilter,
    AsOf,
    AsOfPrevious,
    AsOfNext,
    OurSide,
    Palette,
    NewRecord,
    SaveRecord,
    RevertRecord,
    DuplicateRecord,
    DeleteRecord,
    GoToMessage,
    ShowFacets,
    SaveView,
    ShowUpcoming,
    ShowProblems,
    ShowChanges,
    NextPane,
    PreviousPane,
    AppearanceSystem,
    AppearanceLight,
    AppearanceDark,
    ResetLayout,
    About
};

/// One QAction a command, with text, icon, tool tip, shortcut and the name `action.<name>`; menu, toolbar and context
/// menus share them.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent);

    QAction *operator[](Command command) const { return m_actions.value(command); }
    QList<QAction *> all() const;
    QList<QAction *> of(const QList<Command> &commands) const;

    /// With the name of the step in its text; off if `what` is empty.
    void setStep(Command undoOrRedo, const QString &what);

private:
    QHash<Command, QAction *> m_actions;
};

} // namespace Treatybook
