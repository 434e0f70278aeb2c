#include "ui/timeline/accessibleitem.h"

#include <QCoreApplication>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestName = 500; ///< characters

const TimelineGroup *groupOf(const TimelineView &view, const SceneGroup &placed)
{
    const Grouping &grouping = view.grouping();
    return placed.group < grouping.groups.size() ? &grouping.groups.at(placed.group) : nullptr;
}

QString keyOf(const TimelineView &view, int group)
{
    const QList<SceneGroup> &groups = view.scene().groups();
    const TimelineGroup *found = group < 0 || group >= groups.size() ? nullptr : groupOf(view, groups.at(group));
    return found ? found->key : QString();
}

QString joined(const QStringList &parts, const QString &separator)
{
    QStringList present;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            present.append(part);
    }
    return present.join(separator);
}

} // namespace

size_t qHash(const TimelinePart &part, size_t seed)
{
    return qHashMulti(seed, static_cast<int>(part.kind), part.group, part.slot);
}

QList<TimelinePart> partsInSight(const TimelineView &view)
{
    const Scene &scene = view.scene();
    QList<TimelinePart> parts;
    const auto addRows = [&](int group) {
        for (const SceneRow &row : scene.rows()) {
            if (row.group == group)
                parts.append({TimelinePart::Kind::Record, keyOf(view, group), row.slot});
        }
    };
    if (scene.groups().isEmpty()) {
        addRows(-1);
        return parts;
    }
    for (int index = 0; index < scene.groups().size(); ++index) {
        parts.append({TimelinePart::Kind::Group, keyOf(view, index), {}});
        for (const SceneBadge &badge : scene.groups().at(index).badges) {
            if (!badge.records.isEmpty())
                parts.append({TimelinePart::Kind::Badge, keyOf(view, index), badge.records.first()});
        }
        addRows(index);
    }
    return parts;
}

const SceneRow *AccessibleItem::row() const
{
    if (!m_view || m_part.kind != TimelinePart::Kind::Record)
        return nullptr;
    for (const SceneRow &row : m_view->scene().rows()) {
        if (row.slot == m_part.slot && keyOf(*m_view, row.group) == m_part.group)
            return &row;
    }
    return nullptr;
}

const SceneGroup *AccessibleItem::group() const
{
    if (!m_view)
        return nullptr;
    for (const SceneGroup &placed : m_view->scene().groups()) {
        const TimelineGroup *found = groupOf(*m_view, placed);
        if (found && found->key == m_part.group)
            return &placed;
    }
    return nullptr;
}

const SceneBadge *AccessibleItem::badge() const
{
    const SceneGroup *placed = m_part.kind == TimelinePart::Kind::Badge ? group() : nullptr;
    if (!placed)
        return nullptr;
    for (const SceneBadge &badge : placed->badges) {
        if (!badge.records.isEmpty() && badge.records.first() == m_part.slot)
            return &badge;
    }
    return nullptr;
}

bool AccessibleItem::isValid() const
{
    switch (m_part.kind) {
    case TimelinePart::Kind::Group:
        return group();
    case TimelinePart::Kind::Record:
        return row();
    case TimelinePart::Kind::Badge:
        break;
    }
    return badge();
}

QAccessible::Role AccessibleItem::role() const
{
    switch (m_part.kind) {
    case TimelinePart::Kind::Group:
        return QAccessible::Grouping;
    case TimelinePart::Kind::Record:
        return QAccessible::ListItem;
    case TimelinePart::Kind::Badge:
        break;
    }
    return QAccessible::Button;
}

QAccessible::State AccessibleItem::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.invisible = !m_view->isVisible();
    state.offscreen = rect().isEmpty();
    if (m_part.kind == TimelinePart::Kind::Group) {
        const BlockShape shape = group()->shape;
        state.expandable = true;
        state.collapsed = shape == BlockShape::Collapsed;
        state.expanded = !state.collapsed;
    } else if (m_part.kind == TimelinePart::Kind::Record) {
        const Selection &selection = m_view->model().session().selection();
        const bool isCurrent = selection.current() == m_part.slot;
        state.selectable = state.multiSelectable = state.focusable = true;
        state.selected = selection.contains(m_part.slot);
        state.active = isCurrent;
        state.focused = isCurrent && m_view->hasFocus();
        const bool isAside = row()->liesLeft || row()->liesRight || row()->shape == RowShape::None;
        state.offscreen = isAside || rect().isEmpty();
    }
    return state;
}

QString AccessibleItem::groupLabel() const
{
    const SceneGroup *placed = group();
    const TimelineGroup *found = placed ? groupOf(*m_view, *placed) : nullptr;
    return found ? found->label : QString();
}

QString AccessibleItem::name() const
{
    switch (m_part.kind) {
    case TimelinePart::Kind::Group: {
        const auto count = static_cast<int>(groupOf(*m_view, *group())->records.size());
        //: a group of the timeline and how many records it has
        return TimelineView::tr("%1, %n record(s)", nullptr, count).arg(groupLabel());
    }
    case TimelinePart::Kind::Record:
        return m_view->model().store().record(m_part.slot)->title.toString().left(LongestName);
    case TimelinePart::Kind::Badge:
        break;
    }
    const auto count = static_cast<int>(badge()->records.size());
    return badge()->goesOn ? TimelineView::tr("%n record(s) more from before", nullptr, count)
                           : TimelineView::tr("%n record(s) more", nullptr, count);
}

/// Dates as known, status with its reason, group; of a badge what is in it.
QString AccessibleItem::description() const
{
    if (m_part.kind == TimelinePart::Kind::Badge)
        return joined({TimelineView::tr("Group: %1").arg(groupLabel()), m_view->badgeText(*badge())}, u". "_s);
    if (m_part.kind != TimelinePart::Kind::Record)
        return {};
    const AgreementTableModel &model = m_view->model();
    QStringList parts;
    for (const Field field : {Field::Date, Field::InForce, Field::Term}) {
        if (const QString text = model.text(m_part.slot, field); !text.isEmpty())
            parts.append(TimelineView::tr("%1: %2", "field: value").arg(fieldInfo(field).labelText(), text));
    }
    const QString reason = model.text(m_part.slot, Field::StatusReason);
    parts.append(reason.isEmpty() ? model.text(m_part.slot, Field::Status) : reason);
    if (const QString label = groupLabel(); !label.isEmpty())
        parts.append(TimelineView::tr("Group: %1").arg(label));
    return joined(parts, u". "_s);
}

QString AccessibleItem::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    switch (kind) {
    case QAccessible::Name:
        return name();
    case QAccessible::Description:
        return description();
    default:
        return {};
    }
}

QRect AccessibleItem::rect() const
{
    if (!isValid())
        return {};
    const QRectF all(QPointF(), m_view->scene().frame().size);
    QRectF place;
    switch (m_part.kind) {
    case TimelinePart::Kind::Group:
        place = group()->head & all;
        break;
    case TimelinePart::Kind::Badge:
        place = badge()->rect & m_view->scene().frame().chart();
        break;
    case TimelinePart::Kind::Record: {
        const QRectF chart = m_view->scene().frame().chart();
        place = row()->signs() & chart;
        if (place.isEmpty())
            place = row()->band & QRectF(0, chart.top(), all.width(), chart.height());
        break;
    }
    }
    const QRect inside = place.toAlignedRect() & m_view->viewport()->rect();
    return inside.isEmpty() ? QRect() : QRect(m_view->viewport()->mapToGlobal(inside.topLeft()), inside.size());
}

void *AccessibleItem::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QStringList AccessibleItem::actionNames() const
{
    return isValid() ? QStringList{pressAction()} : QStringList();
}

void AccessibleItem::doAction(const QString &name)
{
    if (name != pressAction() || !isValid())
        return;
    switch (m_part.kind) {
    case TimelinePart::Kind::Group:
        return m_view->toggleGroup(m_part.group);
    case TimelinePart::Kind::Record:
        return m_view->model().session().selection().select(m_part.slot);
    case TimelinePart::Kind::Badge:
        break;
    }
    m_view->settle();
    m_view->openBadge(SceneBadge(*badge())); // the scene changes meanwhile
}

} // namespace Treatybook
