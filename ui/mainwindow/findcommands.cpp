#include "ui/mainwindow/findcommands.h"

#include "ui/find/chipbar.h"
#include "ui/find/facetpanel.h"
#include "ui/find/searchbox.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/settings.h"
#include "ui/table/agreementtable.h"
#include "ui/widgets/panefocus.h"

#include <QAction>
#include <QJsonValue>

namespace Treatybook {

using namespace Qt::StringLiterals;

static const auto FacetsHidden = u"facetsHidden"_s;

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
    connect(&m_search, &SearchBox::left, this, [this] {
        if (m_book)
            m_book->table().setFocus(Qt::ShortcutFocusReason);
    });
}

void FindCommands::setBook(BookView *book)
{
    m_book = book;
    m_search.clear();
    if (book) {
        book->facets().setVisible(m_actions[Command::ShowFacets]->isChecked());
        connect(&book->model(), &AgreementTableModel::filterChanged, this, &FindCommands::update);
        connect(&book->chips(), &ChipBar::queryRequested, &m_search, &SearchBox::editPart);
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
    if (!shown && focused && (focused == &m_book->facets() || m_book->facets().isAncestorOf(focused)))
        m_book->table().setFocus(Qt::ShortcutFocusReason);
    m_book->facets().setVisible(shown);
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
