#include "ui/timeline/accessibletimeline.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

static QAccessibleInterface *accessibleTimeline(const QString &, QObject *object)
{
    auto *view = qobject_cast<TimelineView *>(object);
    return view ? new AccessibleTimeline(*view) : nullptr;
}

AccessibleTimeline::AccessibleTimeline(TimelineView &view) : QAccessibleWidget(&view, QAccessible::List) {}

AccessibleTimeline::~AccessibleTimeline()
{
    for (const QAccessible::Id id : std::as_const(m_ids))
        QAccessible::deleteAccessibleInterface(id);
}

void AccessibleTimeline::makeAccessible(TimelineView &view)
{
    [[maybe_unused]] static const bool once = [] {
        QAccessible::installFactory(accessibleTimeline);
        return true;
    }();
    const auto own = [&view] {
        return dynamic_cast<AccessibleTimeline *>(QAccessible::queryAccessibleInterface(&view));
    };
    if (!own()) // somebody asked while it was no more than a widget
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(QAccessible::queryAccessibleInterface(&view)));
    QObject::connect(&view.model().session().selection(), &Selection::currentChanged, &view, [own] {
        if (const auto *timeline = QAccessible::isActive() ? own() : nullptr)
            timeline->tellFocus();
    });
    const auto tellOther = [&view] {
        QAccessibleEvent event(&view, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&event);
    };
    QObject::connect(&view, &TimelineView::choicesChanged, &view, tellOther);
    QObject::connect(&view.model(), &QAbstractItemModel::layoutChanged, &view, tellOther);
}

TimelineView *AccessibleTimeline::view() const
{
    return qobject_cast<TimelineView *>(object());
}

const QList<TimelinePart> &AccessibleTimeline::parts() const
{
    QList<TimelinePart> now = view() ? partsInSight(*view()) : QList<TimelinePart>();
    if (now == m_parts)
        return m_parts;
    m_parts = std::move(now);
    const QSet<TimelinePart> present(m_parts.cbegin(), m_parts.cend());
    m_ids.removeIf([&present](const std::pair<const TimelinePart &, QAccessible::Id &> &known) {
        if (present.contains(known.first))
            return false;
        QAccessible::deleteAccessibleInterface(known.second);
        return true;
    });
    return m_parts;
}

QAccessibleInterface *AccessibleTimeline::interfaceOf(const TimelinePart &part) const
{
    if (const auto known = m_ids.constFind(part); known != m_ids.cend())
        return QAccessible::accessibleInterface(*known);
    auto *item = new AccessibleItem(*view(), part);
    m_ids.insert(part, QAccessible::registerAccessibleInterface(item));
    return item;
}

int AccessibleTimeline::childCount() const
{
    return static_cast<int>(parts().size()) + QAccessibleWidget::childCount();
}

QAccessibleInterface *AccessibleTimeline::child(int index) const
{
    const auto items = static_cast<int>(parts().size());
    if (index < 0)
        return nullptr;
    return index < items ? interfaceOf(m_parts.at(index)) : QAccessibleWidget::child(index - items);
}

int AccessibleTimeline::indexOfChild(const QAccessibleInterface *child) const
{
    const auto items = static_cast<int>(parts().size());
    if (const auto *item = child && !child->object() ? dynamic_cast<const AccessibleItem *>(child) : nullptr)
        return static_cast<int>(m_parts.indexOf(item->part()));
    const int index = QAccessibleWidget::indexOfChild(child);
    return index < 0 ? -1 : index + items;
}

QAccessibleInterface *AccessibleTimeline::childAt(int x, int y) const
{
    QAccessibleInterface *found = nullptr;
    for (const TimelinePart &part : parts()) {
        QAccessibleInterface *item = interfaceOf(part);
        if (item->rect().contains(x, y))
            found = item; // what is painted later lies on top
    }
    return found ? found : QAccessibleWidget::childAt(x, y);
}

int AccessibleTimeline::indexOfCurrent() const
{
    const QList<TimelinePart> &all = parts();
    const auto current = view() ? view()->model().session().selection().current() : std::nullopt;
    for (int i = 0; i < all.size(); ++i) {
        if (current && all.at(i).kind == TimelinePart::Kind::Record && all.at(i).slot == *current)
            return i;
    }
    return -1;
}

QAccessibleInterface *AccessibleTimeline::focusChild() const
{
    const int index = view() && view()->hasFocus() ? indexOfCurrent() : -1;
    return index < 0 ? QAccessibleWidget::focusChild() : child(index);
}

QAccessible::State AccessibleTimeline::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.multiSelectable = state.extSelectable = true;
    return state;
}

void AccessibleTimeline::tellFocus() const
{
    const int index = indexOfCurrent();
    if (index < 0)
        return;
    QAccessibleEvent event(view(), view()->hasFocus() ? QAccessible::Focus : QAccessible::Selection);
    event.setChild(index);
    QAccessible::updateAccessibility(&event);
}

} // namespace Treatybook
