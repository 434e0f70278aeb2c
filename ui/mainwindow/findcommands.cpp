#include "ui/mainwindow/findcommands.h"

#include "domain/rangeterm.h"
#include "session/querycompletion.h"
#include "ui/find/chipbar.h"
#include "ui/find/facetpanel.h"
#include "ui/find/searchbox.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/settings.h"
#include "ui/table/agreementtable.h"
#include "ui/timeline/timelinepane.h"
#include "ui/widgets/panefocus.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonValue>

namespace Treatybook {

using namespace Qt::StringLiterals;

static const auto FacetsHidden = u"facetsHidden"_s, RecentQueries = u"recentQueries"_s;

FindCommands::FindCommands(Actions &actions, SearchBox &search, Settings &settings, QObject *parent)
    : QObject(parent), m_actions(actions), m_search(search), m_settings(settings)
{
    const auto on = [this](Command command, auto run) { connect(m_actions[command], &QAction::triggered, this, run); };
    on(Command::Find, [this] { m_search.startSearch(); });
    on(Command::ClearSearch, [this] { stepBack(); });
    on(Command::ClearFilter, [this] { m_book->model().setFilter({}); });
    on(Command::NextPane, [this] { stepPane(true); });
    on(Command::PreviousPane, [this] { stepPane(false); });
    on(Command::ResetLayout, [this] { m_actions[Command::ShowFacets]->setChecked(true); });
    m_actions[Command::ShowFacets]->setChecked(!settings.value({FacetsHidden}).toBool());
    connect(m_actions[Command::ShowFacets], &QAction::toggled, this, &FindCommands::showFacets);
    connect(&m_search, &SearchBox::queryChanged, this, [this](const Query &query) {
        if (m_book)
            m_book->model().setQuery(query);
        update();
    });
    QStringList recent;
    for (const QJsonValue &text : settings.value({RecentQueries}).toArray()) {
        if (text.isString() && recent.size() < SearchBox::MostRecent)
            recent.append(text.toString());
    }
    m_search.setRecent(recent);
    connect(&m_search, &SearchBox::recentChanged, this,
            [this](const QStringList &texts) { m_settings.set({RecentQueries}, QJsonArray::fromStringList(texts)); });
    connect(&m_search, &SearchBox::left, this, [this] {
        if (m_book)
            m_book->table().setFocus(Qt::ShortcutFocusReason);
    });
}

FindCommands::~FindCommands() = default;

void FindCommands::offerFrom(BookView &book)
{
    m_completion = std::make_unique<QueryCompletion>(book.session().store());
    const auto forget = [this] {
        if (m_completion)
            m_completion->forget();
    };
    connect(&book.session(), &Session::changed, this, forget);
    connect(&book.session(), &Session::loaded, this, forget);
    m_search.setOffers([this](const QString &text, qsizetype cursor) {
        const AgreementTableModel &records = m_book->model();
        QList<SearchBox::Offer> offers;
        for (const auto &offer : m_completion->offers(text, cursor, records.asOf(), records.locale()))
            offers.append({offer.text, offer.label, offer.cursor});
        return offers;
    });
}

void FindCommands::setBook(BookView *book)
{
    m_book = book;
    m_search.clear();
    m_search.setOffers({});
    m_completion.reset();
    if (book) {
        offerFrom(*book);
        book->sideBar().setVisible(m_actions[Command::ShowFacets]->isChecked());
        connect(&book->model(), &AgreementTableModel::filterChanged, this, &FindCommands::update);
        connect(&book->chips(), &ChipBar::queryRequested, &m_search, &SearchBox::editPart);
        connect(&book->timelinePane(), &TimelinePane::filterRequested, this,
                [this](const DayRange &days, bool certainly) {
                    m_search.setQuery(withActiveRange(m_book->model().query(), days, certainly));
                });
        connect(&book->chips(), &ChipBar::facetRequested, this, [this](Facet facet) {
            m_actions[Command::ShowFacets]->setChecked(true);
            m_book->facets().showFacet(facet);
        });
    }
    update();
}

/// Text that asks for nothing, such as a single minus, is cleared like words.
void FindCommands::stepBack()
{
    if (m_search.closeOffers())
        return;
    if (!m_search.text().isEmpty()) {
        m_search.clear();
        return;
    }
    Filter filter = m_book->model().filter();
    filter.stepBack();
    m_book->model().setFilter(filter);
}

void FindCommands::showFacets(bool shown)
{
    m_settings.set({FacetsHidden}, shown ? QJsonValue() : QJsonValue(true));
    if (!m_book)
        return;
    const QWidget *focused = m_book->focusWidget();
    if (!shown && focused && m_book->sideBar().isAncestorOf(focused))
        m_book->table().setFocus(Qt::ShortcutFocusReason);
    m_book->sideBar().setVisible(shown);
}

void FindCommands::stepPane(bool forward)
{
    focusNextPane(QList<QWidget *>{&m_search} + m_book->panes(), forward);
}

void FindCommands::update()
{
    const bool filtered = m_book && !m_book->model().filter().isEmpty();
    if (m_book)
        m_search.setQuery(m_book->model().query());
    m_actions[Command::ClearSearch]->setEnabled(filtered || !m_search.text().isEmpty());
    m_actions[Command::ClearFilter]->setEnabled(filtered);
}

} // namespace Treatybook
