#include "ui/mainwindow/viewcommands.h"

#include "itemmodels/viewlistmodel.h"
#include "ui/find/asofbox.h"
#include "ui/find/searchbox.h"
#include "ui/find/viewspanel.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"
#include "ui/table/agreementtable.h"
#include "ui/table/tablecolumns.h"
#include "ui/timeline/timelineview.h"

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
        m_chosen = freeViewName(m_book->views().views().views(), query.isEmpty() ? tr("Everything") : query);
        SavedView view;
        view.setName(m_chosen);
        view.setAsOf({});
        m_book->views().add(shown(view));
    });
    connect(&asOf, &AsOfBox::dayChanged, this, &ViewCommands::mark);
}

void ViewCommands::setBook(BookView *book)
{
    m_book = book;
    m_ownColumns.reset();
    m_ownTimeline.reset();
    m_chosen.clear();
    if (!book)
        return;
    ViewsPanel &views = book->views();
    views.setSaveAction(m_actions[Command::SaveView]);
    connect(&book->table().columns(), &TableColumns::changed, this,
            [this] { m_ownColumns.reset(); }); // they are own now
    connect(&book->timeline(), &TimelineView::choicesChanged, this, [this] { m_ownTimeline.reset(); });
    connect(&views, &ViewsPanel::viewChosen, this, &ViewCommands::apply);
    connect(&views, &ViewsPanel::failed, this, &ViewCommands::failed);
    connect(&views, &ViewsPanel::replaceRequested, this, [this](qsizetype row) {
        ViewListModel &all = m_book->views().views();
        all.replace(row, shown(all.views().at(row)));
    });
    connect(&views.views(), &QAbstractItemModel::modelReset, this, &ViewCommands::mark);
    connect(&book->model(), &AgreementTableModel::filterChanged, this, &ViewCommands::mark);
    mark();
}

void ViewCommands::apply(const SavedView &view)
{
    m_book->model().setFilter({});
    m_book->table().setSort(view.sort());
    takeColumns(view);
    takeTimeline(view);
    m_chosen = view.name();
    if (!view.keepsDay())
        m_asOf.choose(view.asOf());
    m_search.setText(view.query()); // with a mistake the box says so, and everything is shown
    mark();
}

/// A view without columns of its own shows those that a person had before a view brought others.
void ViewCommands::takeColumns(const SavedView &view)
{
    TableColumns &table = m_book->table().columns();
    QList<TableColumn> columns;
    for (const SavedView::Column &column : view.columns())
        columns.append({column.field, column.width});
    if (!m_ownColumns) {
        if (columns.isEmpty())
            return;
        m_ownColumns = table.isUsual() ? QList<TableColumn>() : table.columns();
    }
    table.setColumns(columns.isEmpty() ? *m_ownColumns : columns);
    if (columns.isEmpty())
        m_ownColumns.reset();
}

/// So with the timeline.
void ViewCommands::takeTimeline(const SavedView &view)
{
    TimelineView &timeline = m_book->timeline();
    const TimelineChoices before = m_ownTimeline.value_or(timeline.choices());
    const bool isOwn = view.timeline().isEmpty();
    timeline.setChoices(isOwn ? before : TimelineChoices::fromJson(view.timeline()));
    m_ownTimeline = isOwn ? std::nullopt : std::optional(before);
}

SavedView ViewCommands::shown(SavedView view) const
{
    const AgreementTableModel &records = m_book->model();
    const QString text = records.filter().queryText();
    const Query query = Query::parse(text); // an open quote is closed: later it would be a mistake
    view.setQuery(query.mistake() && query.isUsable() ? query.canonicalText({}) : text);
    view.setSort(records.sortKeys());
    QList<SavedView::Column> columns;
    if (const TableColumns &table = m_book->table().columns(); !table.isUsual()) {
        for (const TableColumn &column : table.columns())
            columns.append({column.field, column.width});
    }
    view.setColumns(columns);
    view.setTimeline(m_book->timeline().choices().toJson());
    if (!view.keepsDay())
        view.setAsOf(chosenDay());
    return view;
}

/// Whatever the order and the columns: a person who sorts still looks at that view.
bool ViewCommands::isShown(const SavedView &view) const
{
    const Query query = Query::parse(view.query());
    return query.isUsable() && Query::parse(m_book->model().filter().queryText()) == query &&
           (view.keepsDay() || view.asOf() == chosenDay());
}

/// As a view has it.
std::optional<Day> ViewCommands::chosenDay() const
{
    return m_asOf.isToday() ? std::nullopt : std::optional(m_asOf.day());
}

void ViewCommands::mark()
{
    if (!m_book)
        return;
    const QList<SavedView> &views = m_book->views().views().views();
    qsizetype current = -1;
    for (qsizetype row = views.size() - 1; row >= 0; --row) {
        if (isShown(views.at(row)) && (current < 0 || views.at(current).name() != m_chosen))
            current = row;
    }
    m_book->views().setCurrent(current);
}

} // namespace Treatybook
