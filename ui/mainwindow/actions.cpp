#include "ui/mainwindow/actions.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QActionGroup>

#include <array>
#include <optional>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

struct CommandInfo {
    Command command;
    const char *name;
    const char *text;
    const char *toolTip;
    const char *keys = ""; ///< portable text; several separated by "; "
    std::optional<Icon> icon = {};
};

#define WORDS(text) QT_TRANSLATE_NOOP("Treatybook::Actions", text)
constexpr std::array Infos{
    CommandInfo{Command::NewBook, "newBook", WORDS("&New book…"), WORDS("Make a new, empty book"), "Ctrl+Shift+N",
                Icon::Book},
    CommandInfo{Command::OpenBook, "openBook", WORDS("&Open book…"), WORDS("Open a book"), "Ctrl+O", Icon::Open},
    CommandInfo{Command::OpenSample, "openSample", WORDS("Open the &sample"),
                WORDS("Open your copy of the sample: Viet Nam – Cuba"), "", Icon::Sample},
    CommandInfo{Command::SaveCopy, "saveCopy", WORDS("Save a &copy…"),
                WORDS("Save a copy of the whole book; changes themselves are saved as you make them"), "Ctrl+Shift+S",
                Icon::Copy},
    CommandInfo{Command::Import, "import", WORDS("&Import…"),
                WORDS("Read a CSV file into the book; what comes is shown first"), "Ctrl+I", Icon::Import},
    CommandInfo{Command::ShowBackups, "showBackups", WORDS("&Backups…"),
                WORDS("Make a backup of the book, or go back to one")},
    CommandInfo{Command::CloseBook, "closeBook", WORDS("C&lose book"), WORDS("Close the book"), "Ctrl+W"},
    CommandInfo{Command::Quit, "quit", WORDS("&Quit"), WORDS("Quit Treatybook"), "Ctrl+Q", Icon::Quit},
    CommandInfo{Command::ExportCsv, "exportCsv", WORDS("Export &CSV…"),
                WORDS("Write the records that are shown, with all fields, as CSV"), "Ctrl+E", Icon::Export},
    CommandInfo{Command::ExportPdf, "exportPdf", WORDS("Export &PDF…"), WORDS("Write the list that is shown as PDF"),
                "Ctrl+P", Icon::Export},
    CommandInfo{Command::ExportPng, "exportPng", WORDS("Export &timeline picture…"),
                WORDS("Write the timeline of the records that are shown as PNG or PDF"), "Ctrl+Shift+E", Icon::Export},
    CommandInfo{Command::Undo, "undo", WORDS("&Undo"), WORDS("Undo the last change"), "Ctrl+Z", Icon::Undo},
    CommandInfo{Command::Redo, "redo", WORDS("&Redo"), WORDS("Do the undone change again"), "Ctrl+Shift+Z; Ctrl+Y",
                Icon::Redo},
    CommandInfo{Command::Find, "find", WORDS("&Find"), WORDS("Search in all records"), "Ctrl+F", Icon::Search},
    CommandInfo{Command::ClearSearch, "clearSearch", WORDS("&Clear search"),
                WORDS("Take away the words, then the facets one by one"), "Esc", Icon::Close},
    CommandInfo{Command::ClearFilter, "clearFilter", WORDS("Clear a&ll filters"), WORDS("Show all records again"),
                "Shift+Esc"},
    CommandInfo{Command::AsOf, "asOf", WORDS("&As of day…"), WORDS("Choose the day that statuses answer for"), "Ctrl+D",
                Icon::Calendar},
    CommandInfo{Command::AsOfPrevious, "asOfPrevious", WORDS("To the change &before"),
                WORDS("To the last day on which a record that is shown had another status before"), "Alt+PgUp"},
    CommandInfo{Command::AsOfNext, "asOfNext", WORDS("To the change a&fter"),
                WORDS("To the next day on which a record that is shown gets another status"), "Alt+PgDown"},
    CommandInfo{Command::OurSide, "ourSide", WORDS("&Our side…"),
                WORDS("Choose the participant in whose view statuses answer"), "Ctrl+Alt+D"},
    CommandInfo{Command::Palette, "palette", WORDS("C&ommands and records…"),
                WORDS("Find a command or a record by its name"), "Ctrl+Shift+P"},
    CommandInfo{Command::NewRecord, "newRecord", WORDS("&New record"), WORDS("Add a record"), "Ctrl+N", Icon::New},
    CommandInfo{Command::SaveRecord, "saveRecord", WORDS("&Save"), WORDS("Save what was typed into the record"),
                "Ctrl+S", Icon::Save},
    CommandInfo{Command::RevertRecord, "revertRecord", WORDS("&Revert"),
                WORDS("Take back what was typed into the record since it was saved"), "", Icon::Revert},
    CommandInfo{Command::DuplicateRecord, "duplicateRecord", WORDS("Du&plicate"), WORDS("Add a copy of the record"),
                "Ctrl+Shift+D", Icon::Duplicate},
    CommandInfo{Command::DeleteRecord, "deleteRecord", WORDS("&Delete"),
                WORDS("Delete the selected records; this can be undone"), "Del", Icon::Delete},
    CommandInfo{Command::GoToMessage, "goToMessage", WORDS("Go to the &message"),
                WORDS("Put the focus on the message above the book, and on what it offers"), "F8"},
    CommandInfo{Command::ShowFacets, "showFacets", WORDS("&Facets"), WORDS("Show views, and what records can be narrowed by"),
                "F9"},
    CommandInfo{Command::SaveView, "saveView", WORDS("Save as &view"),
                WORDS("Keep the query, order, columns and day that are shown, under a name"), "Ctrl+Shift+K"},
    CommandInfo{Command::ShowUpcoming, "showUpcoming", WORDS("&What comes next"),
                WORDS("Show what ends, begins or falls due after the as-of day"), "Ctrl+Shift+U"},
    CommandInfo{Command::ShowProblems, "showProblems", WORDS("Pro&blems"),
                WORDS("Show what may be wrong with the records"), "Ctrl+Shift+M"},
    CommandInfo{Command::ShowChanges, "showChanges", WORDS("What chan&ged"),
                WORDS("Show which records have another status than a year before, or since another day"),
                "Ctrl+Shift+G"},
    CommandInfo{Command::NextPane, "nextPane", WORDS("&Next part of the window"),
                WORDS("Put the focus on the next part of the window"), "F6"},
    CommandInfo{Command::PreviousPane, "previousPane", WORDS("&Previous part of the window"),
                WORDS("Put the focus on the part of the window before"), "Shift+F6"},
    CommandInfo{Command::AppearanceSystem, "appearanceSystem", WORDS("&System"),
                WORDS("Light or dark as the desktop is")},
    CommandInfo{Command::AppearanceLight, "appearanceLight", WORDS("&Light"), WORDS("Light colours")},
    CommandInfo{Command::AppearanceDark, "appearanceDark", WORDS("&Dark"), WORDS("Dark colours")},
    CommandInfo{Command::ResetLayout, "resetLayout", WORDS("&Reset layout"),
                WORDS("Window, columns, order and sizes as on the first day")},
    CommandInfo{Command::About, "about", WORDS("&About Treatybook"), WORDS("Version and licence"), "", Icon::About},
};
#undef WORDS

} // namespace

Actions::Actions(QObject *parent) : QObject(parent)
{
    for (const CommandInfo &info : Infos) {
        auto *action = new QAction(tr(info.text), this);
        action->setObjectName(u"action.%1"_s.arg(QLatin1StringView(info.name)));
        if (*info.keys)
            action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(info.keys)));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty() ? tr(info.toolTip) : tr("%1 (%2)", "tip (keys)").arg(tr(info.toolTip), keys));
        action->setStatusTip(tr(info.toolTip));
        if (info.icon)
            action->setIcon(icon(*info.icon));
        m_actions.insert(info.command, action);
    }
    m_actions[Command::NewRecord]->setIconText(tr("New"));
    m_actions[Command::ShowFacets]->setCheckable(true);
    m_actions[Command::ShowFacets]->setChecked(true);
    auto *appearances = new QActionGroup(this);
    for (QAction *action : of({Command::AppearanceSystem, Command::AppearanceLight, Command::AppearanceDark})) {
        action->setCheckable(true);
        appearances->addAction(action);
    }
    // Where a list has the focus; in a text box the key deletes letters.
    m_actions[Command::DeleteRecord]->setShortcutContext(Qt::WidgetShortcut);
}

QList<QAction *> Actions::all() const
{
    QList<QAction *> actions;
    for (const CommandInfo &info : Infos)
        actions.append(m_actions.value(info.command));
    return actions;
}

QList<QAction *> Actions::of(const QList<Command> &commands) const
{
    QList<QAction *> actions;
    for (const Command command : commands)
        actions.append(m_actions.value(command));
    return actions;
}

void Actions::setStep(Command undoOrRedo, const QString &what)
{
    QAction *action = m_actions.value(undoOrRedo);
    const bool undo = undoOrRedo == Command::Undo;
    QString name = what.left(60);
    name.replace(u'&', "&&"_L1); // no shortcut letter
    if (what.isEmpty())
        action->setText(undo ? tr("&Undo") : tr("&Redo"));
    else
        action->setText(undo ? tr("&Undo “%1”").arg(name) : tr("&Redo “%1”").arg(name));
    action->setIconText(undo ? tr("Undo") : tr("Redo"));
    action->setEnabled(!what.isEmpty());
}

} // namespace Treatybook
