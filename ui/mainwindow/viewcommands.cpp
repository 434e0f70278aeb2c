#include "ui/mainwindow/viewcommands.h"

#include "itemmodels/viewlistmodel.h"
#include "ui/find/asofbox.h"
#include "ui/find/searchbox.h"
#include "ui/find/viewspanel.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"
#include "ui/table/agreementtable.h"
#include "ui/table/tablecolumns.h"

#include <QAction>

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

ViewCommands::ViewCommands(Actions &actions, SearchBox &search, AsOfBox &asOf, QObject *parent)
    : QObject(parent), m_actions(actions), m_search(search), m_asOf(asOf)
{
    connect(actions[Command::SaveView], &QAction::triggered, this, [this] {
        const QString query = m_book->model().filter().queryText().simplified().left(40);
        m_actions[Command::ShowFacets]->setChecked(true); // there the name is typed
        m_book->views().add(shown(query.isEmpty() ? tr("Everything") : query));
    });
    connect(&asOf, &AsOfBox::dayChanged, this, &ViewCommands::mark);
}

void ViewCommands::setBook(BookView *book)
{
    m_book = book;
    if (!book)
        return;
    ViewsPanel &views = book->views();
    views.setSaveAction(m_actions[Command::SaveView]);
    connect(&views, &ViewsPanel::viewChosen, this, &ViewCommands::apply);
    connect(&views, &ViewsPanel::failed, this, &ViewCommands::failed);
    connect(&views, &ViewsPanel::replaceRequested, this, [this](qsizetype row) {
        ViewListModel &all = m_book->views().views();
        all.replace(row, shown(all.views().at(row).name()));
    });
    connect(&views.views(), &QAbstractItemModel::modelReset, this, &ViewCommands::mark);
    connect(&book->model(), &AgreementTableModel::filterChanged, this, &ViewCommands::mark);
    mark();
}

void ViewCommands::apply(const SavedView &view)
{
    m_book->model().setFilter({});
    m_book->table().setSort(view.sort());
    QList<TableColumn> columns;
    for (const Field field : view.fields())
        columns.append({field});
    if (!columns.isEmpty())
        m_book->table().columns().setColumns(columns);
    m_asOf.choose(view.asOf());
    m_search.setText(view.query()); // with a mistake the box says so, and everything is shown
    mark();
}

SavedView ViewCommands::shown(const QString &name) const
{
    const AgreementTableModel &records = m_book->model();
    SavedView view;
    view.setName(name);
    view.setQuery(records.filter().queryText());
    view.setSort(records.sortKeys());
    view.setFields(m_book->table().columns().isUsual() ? QList<Field>() : records.fields());
    view.setAsOf(m_asOf.isToday() ? std::nullopt : std::optional(m_asOf.day()));
    return view;
}

/// Whatever the order and the columns: a person who sorts still looks at that view.
bool ViewCommands::isShown(const SavedView &view) const
{
    const Filter &filter = m_book->model().filter();
    const Query query = Query::parse(view.query());
    return query.isUsable() && filter.choices().isEmpty() && filter.query() == query &&
           view.asOf() == (m_asOf.isToday() ? std::nullopt : std::optional(m_asOf.day()));
}

void ViewCommands::mark()
{
    if (!m_book)
        return;
    const QList<SavedView> &views = m_book->views().views().views();
    const auto found = std::ranges::find_if(views, [this](const SavedView &view) { return isShown(view); });
    m_book->views().setCurrent(found == views.end() ? -1 : found - views.begin());
}

} // namespace Treatybook
