#include "ui/mainwindow/panelcommands.h"

#include "ui/form/agreementform.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/settings.h"
#include "ui/table/agreementtable.h"

#include <QAction>
#include <QApplication>
#include <QJsonValue>

#include <algorithm>
#include <iterator>

namespace Treatybook {

using namespace Qt::StringLiterals;

static const auto PanelKey = u"panel"_s;
static const QString Pages[] = {u"upcoming"_s, u"problems"_s, u"changes"_s}; // as enum BottomPanel::Page

PanelCommands::PanelCommands(Actions &actions, Settings &settings, QObject *parent)
    : QObject(parent), m_actions(actions), m_settings(settings)
{
    const auto on = [this](Command command, auto run) { connect(m_actions[command], &QAction::triggered, this, run); };
    on(Command::ShowUpcoming, [this] { toggle(BottomPanel::Page::Upcoming); });
    on(Command::ShowProblems, [this] { toggle(BottomPanel::Page::Problems); });
    on(Command::ShowChanges, [this] { toggle(BottomPanel::Page::Changes); });
    on(Command::ResetLayout, [this] {
        if (m_book)
            close();
    });
}

void PanelCommands::setBook(BookView *book)
{
    m_book = book;
    if (!book)
        return;
    BottomPanel &panel = book->panel();
    const QString page = m_settings.value({PanelKey}).toString();
    if (const auto known = std::ranges::find(Pages, page); known != std::end(Pages)) {
        panel.showPage(static_cast<BottomPanel::Page>(known - std::begin(Pages)));
        panel.show();
    }
    connect(&panel, &BottomPanel::closeRequested, this, &PanelCommands::close);
    connect(&panel, &BottomPanel::pageChanged, this, &PanelCommands::keep);
    connect(&panel, &BottomPanel::recordRequested, this, [this](Slot slot, std::optional<Field> field) {
        m_book->session().selection().select(slot);
        if (field)
            m_book->form().editField(*field);
    });
}

/// Once more closes it; from another page, or from elsewhere in the window, it goes there.
void PanelCommands::toggle(BottomPanel::Page page)
{
    BottomPanel &panel = m_book->panel();
    const bool isThere = panel.isVisible() && panel.page() == page && panel.isAncestorOf(QApplication::focusWidget());
    if (isThere)
        return close();
    panel.show();
    panel.showPage(page);
    keep();
}

void PanelCommands::close()
{
    BottomPanel &panel = m_book->panel();
    if (panel.isAncestorOf(QApplication::focusWidget()))
        m_book->table().setFocus(Qt::ShortcutFocusReason);
    panel.hide();
    keep();
}

void PanelCommands::keep()
{
    const BottomPanel &panel = m_book->panel();
    m_settings.set({PanelKey}, panel.isHidden() ? QJsonValue() : QJsonValue(Pages[static_cast<size_t>(panel.page())]));
}

} // namespace Treatybook
