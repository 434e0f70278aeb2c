#include "ui/find/facetpanel.h"

#include "itemmodels/agreementtablemodel.h"
#include "itemmodels/facetmodel.h"
#include "ui/find/facetdelegate.h"
#include "ui/find/facetmenu.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPersistentModelIndex>

namespace Treatybook {

using namespace Qt::StringLiterals;

FacetPanel::FacetPanel(AgreementTableModel &records, QWidget *parent)
    : QTreeView(parent)
    , m_facets(new FacetModel(records, this))
    , m_delegate(new FacetDelegate(this))
    , m_menu(new FacetMenu(*m_facets, this))
{
    setObjectName(u"facets"_s);
    setAccessibleName(tr("Facets"));
    setAccessibleDescription(
        tr("Space shows the records with one value, Ctrl+Space adds a value, Alt+Space or Alt+Enter excludes it, "
           "Delete clears"));
    setFrameShape(NoFrame);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setBackgroundRole(QPalette::Window);
    setItemDelegate(m_delegate);
    setModel(m_facets);
    for (const FacetInfo &info : facetTable())
        setExpanded(m_facets->headingOf(info.facet), true);
    connect(m_facets, &FacetModel::refreshed, this, &FacetPanel::follow);
    follow();
}

void FacetPanel::follow()
{
    int largest = 0;
    for (const FacetInfo &info : facetTable()) {
        const QModelIndex heading = m_facets->headingOf(info.facet);
        const bool hidden = !m_facets->isVisible(info.facet);
        if (isRowHidden(heading.row(), {}) != hidden)
            setRowHidden(heading.row(), {}, hidden);
        for (int row = 0; row < m_facets->rowCount(heading); ++row) {
            const QModelIndex index = m_facets->index(row, 0, heading);
            largest = qMax(largest, index.data(FacetModel::CountRole).toInt());
            if (m_facets->rowOf(index) == FacetModel::Row::Search && !indexWidget(index))
                addSearch(index);
        }
    }
    m_delegate->setLargestCount(largest);
    viewport()->update();
}

void FacetPanel::addSearch(const QModelIndex &row)
{
    const Facet facet = m_facets->facetOf(row);
    auto *place = new QWidget(viewport());
    auto *search = new QLineEdit(place);
    search->setObjectName(u"facet.%1.search"_s.arg(facetInfo(facet).keyText()));
    search->setPlaceholderText(row.data().toString());
    search->setAccessibleName(row.data().toString());
    search->setClearButtonEnabled(true);
    search->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    search->installEventFilter(this);
    connect(search, &QLineEdit::textChanged, m_facets,
            [this, facet](const QString &text) { m_facets->setNeedle(facet, text); });
    auto *layout = new QHBoxLayout(place);
    layout->setContentsMargins(10, 2, 10, 3);
    layout->addWidget(search);
    place->setFocusProxy(search);
    setIndexWidget(row, place);
}

QStyleOptionViewItem FacetPanel::optionOf(const QModelIndex &index) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return option;
}

void FacetPanel::showFacet(Facet facet)
{
    const QModelIndex heading = m_facets->headingOf(facet);
    setExpanded(heading, true);
    QModelIndex target = heading;
    for (int row = m_facets->rowCount(heading) - 1; row >= 0; --row) {
        const QModelIndex index = m_facets->index(row, 0, heading);
        if (index.data(Qt::CheckStateRole).toInt() == Qt::Checked || index.data(FacetModel::ExcludedRole).toBool())
            target = index;
    }
    setCurrentIndex(target);
    scrollTo(heading);
    scrollTo(target);
    setFocus(Qt::ShortcutFocusReason);
}

void FacetPanel::showAll(Facet facet, bool all)
{
    m_facets->setShowsAll(facet, all);
    const QModelIndex heading = m_facets->headingOf(facet);
    const QModelIndex first = m_facets->index(0, 0, heading);
    if (!all) {
        setCurrentIndex(heading);
        scrollTo(heading);
    } else if (QWidget *search = indexWidget(first)) {
        setCurrentIndex(first);
        scrollTo(first);
        search->setFocus(Qt::ShortcutFocusReason);
    }
}

FacetPanel::Way FacetPanel::wayOf(Qt::KeyboardModifiers modifiers)
{
    return modifiers & Qt::AltModifier ? Way::Exclude : modifiers & Qt::ControlModifier ? Way::Add : Way::Alone;
}

void FacetPanel::choose(const QModelIndex &value, Way way)
{
    switch (way) {
    case Way::Alone:
        return m_facets->narrowTo(value);
    case Way::Add:
        return m_facets->toggle(value);
    case Way::Exclude:
        return m_facets->toggleExcluded(value);
    }
}

void FacetPanel::run(const QModelIndex &index, Way way)
{
    if (!index.isValid())
        return;
    const Facet facet = m_facets->facetOf(index);
    switch (m_facets->rowOf(index)) {
    case FacetModel::Row::Heading:
        setExpanded(index, !isExpanded(index));
        break;
    case FacetModel::Row::Search:
        indexWidget(index)->setFocus(Qt::ShortcutFocusReason);
        break;
    case FacetModel::Row::Value:
        choose(index, way);
        break;
    case FacetModel::Row::More:
        showAll(facet, !m_facets->showsAll(facet));
        break;
    }
}

void FacetPanel::mousePressEvent(QMouseEvent *event)
{
    QTreeView::mousePressEvent(event);
    markCurrent(false);
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->position().toPoint()) : QModelIndex();
}

/// The second click of a double click would take back what the first one did.
void FacetPanel::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_pressed = QModelIndex();
    event->accept();
}

void FacetPanel::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QPoint point = event->position().toPoint();
    const QModelIndex index = indexAt(point);
    if (!index.isValid() || m_pressed != index || event->button() != Qt::LeftButton)
        return;
    m_pressed = QModelIndex();
    const bool isHeading = m_facets->rowOf(index) == FacetModel::Row::Heading;
    if (isHeading && index.data(FacetModel::ChosenCountRole).toInt() > 0 &&
        FacetDelegate::clearRect(optionOf(index)).contains(point))
        m_facets->clear(m_facets->facetOf(index));
    else if (const Way way = wayOf(event->modifiers());
             way == Way::Alone && FacetDelegate::boxRect(visualRect(index)).adjusted(-4, -4, 4, 4).contains(point))
        run(index, Way::Add);
    else
        run(index, way);
}

/// What clicks and keys do, in words.
void FacetPanel::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPersistentModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    QMenu menu(this);
    menu.setObjectName(u"facets.context"_s);
    const auto add = [&](const QString &name, const QString &text, auto run) {
        QAction *action = menu.addAction(text);
        action->setObjectName(u"facets."_s + name);
        connect(action, &QAction::triggered, this, [index, run] {
            if (index.isValid())
                run(QModelIndex(index));
        });
        return action;
    };
    if (index.isValid() && m_facets->rowOf(index) == FacetModel::Row::Value) {
        const bool wanted = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        const bool excluded = index.data(FacetModel::ExcludedRole).toBool();
        add(u"only"_s, tr("&Only this value"), [this](const QModelIndex &value) { choose(value, Way::Alone); });
        add(u"also"_s, tr("&Also this value"), [this](const QModelIndex &value) {
            choose(value, Way::Add);
        })->setEnabled(!wanted);
        add(u"not"_s, excluded ? tr("No longer e&xclude this value") : tr("E&xclude this value"),
            [this](const QModelIndex &value) { choose(value, Way::Exclude); });
    }
    if (index.isValid()) {
        const Facet facet = m_facets->facetOf(index);
        const int chosen = m_facets->headingOf(facet).data(FacetModel::ChosenCountRole).toInt();
        add(u"clear"_s, tr("&Clear"), [this, facet](const QModelIndex &) {
            m_facets->clear(facet);
        })->setEnabled(chosen > 0);
        add(u"hide"_s, tr("&Hide this facet"), [this, facet](const QModelIndex &) {
            m_menu->setShown(facet, false);
        })->setEnabled(m_facets->shown().contains(facet));
        menu.addSeparator();
    }
    menu.addMenu(m_menu);
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void FacetPanel::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    markCurrent(event->reason() != Qt::MouseFocusReason);
}

void FacetPanel::markCurrent(bool mark)
{
    m_delegate->setShowsFocus(mark);
    viewport()->update();
}

void FacetPanel::keyPressEvent(QKeyEvent *event)
{
    markCurrent(true);
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return: // many desktops keep Alt+Space for themselves
    case Qt::Key_Enter:
        run(currentIndex(), wayOf(event->modifiers()));
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (currentIndex().isValid())
            m_facets->clear(m_facets->facetOf(currentIndex()));
        break;
    default:
        QTreeView::keyPressEvent(event);
    }
}

/// Of a search field: Esc empties it, then leaves it; Down goes on to the values.
bool FacetPanel::eventFilter(QObject *object, QEvent *event)
{
    auto *search = qobject_cast<QLineEdit *>(object);
    if (!search || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QTreeView::eventFilter(object, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (event->type() == QEvent::ShortcutOverride) {
        if (key == Qt::Key_Escape) // else the window would take it
            event->accept();
        return false;
    }
    if (key == Qt::Key_Escape && !search->text().isEmpty()) {
        search->clear();
        return true;
    }
    if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        const QModelIndex row = indexAt(search->parentWidget()->geometry().center());
        setFocus(Qt::ShortcutFocusReason);
        setCurrentIndex(key != Qt::Key_Escape && row.isValid() ? indexBelow(row) : row);
        return true;
    }
    return QTreeView::eventFilter(object, event);
}

} // namespace Treatybook
