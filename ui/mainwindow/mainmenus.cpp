#include "ui/mainwindow/mainmenus.h"

#include "ui/find/facetmenu.h"
#include "ui/find/facetpanel.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"
#include "ui/table/agreementtable.h"
#include "ui/table/columnmenu.h"
#include "ui/timeline/timelinemodes.h"
#include "ui/timeline/timelinepane.h"

#include <QMenuBar>

namespace Treatybook {

MainMenus::MainMenus(QMenuBar &bar, const Actions &actions, QMenu *recent, QObject *parent)
    : QObject(parent), m_actions(actions)
{
    const auto fill = [&actions](QMenu *menu, std::initializer_list<QList<Command>> groups) {
        for (const QList<Command> &group : groups) {
            menu->addSeparator();
            menu->addActions(actions.of(group));
        }
    };
    using enum Command;
    QMenu *file = bar.addMenu(tr("&File"));
    fill(file, {{NewBook, OpenBook}});
    file->addMenu(recent);
    fill(file, {{OpenSample}, {SaveCopy, ShowBackups}, {Import, ExportCsv, ExportPdf, ExportPng}, {CloseBook, Quit}});
    fill(bar.addMenu(tr("&Edit")),
         {{Undo, Redo}, {Find, ClearSearch, ClearFilter}, {AsOf, AsOfPrevious, AsOfNext, OurSide}, {Palette}});
    m_view = bar.addMenu(tr("&View"));
    fill(m_view, {{ShowFacets, SaveView}, {ShowUpcoming, ShowProblems, ShowChanges}, {NextPane, PreviousPane}});
    fill(m_view->addMenu(tr("&Appearance")), {{AppearanceSystem, AppearanceLight, AppearanceDark}});
    fill(m_view, {{ResetLayout}, {GoToMessage}});
    fill(bar.addMenu(tr("&Record")), {{NewRecord, SaveRecord, RevertRecord}, {DuplicateRecord, DeleteRecord}});
    m_timeline = bar.addMenu(tr("&Timeline"));
    fill(bar.addMenu(tr("&Help")), {{About}});
}

void MainMenus::setBook(BookView *book)
{
    m_timeline->clear();
    m_timeline->menuAction()->setVisible(book);
    if (!book)
        return; // the menus that a book lent go with it
    book->timelinePane().modes().fill(*m_timeline);
    for (QMenu *menu : std::initializer_list<QMenu *>{book->facets().facetMenu(), book->table().columnMenu()})
        m_view->insertMenu(m_actions[Command::ResetLayout], menu);
}

} // namespace Treatybook
