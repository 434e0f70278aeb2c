// Mouse of TimelineView.

#include "timeline/labels.h"
#include "ui/timeline/timelinecard.h"
#include "ui/timeline/timelineview.h"
#include "ui/widgets/plainlabel.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace Treatybook {

namespace {

constexpr int HoverDelay = 350; ///< milliseconds until the card shows

bool isOnSign(const SceneHit &hit)
{
    return hit.part == SceneHit::Part::Bar || hit.part == SceneHit::Part::Mark || hit.part == SceneHit::Part::Caption;
}

} // namespace

std::optional<Slot> TimelineView::slotAt(const SceneHit &hit) const
{
    switch (hit.part) {
    case SceneHit::Part::None:
    case SceneHit::Part::Axis:
    case SceneHit::Part::Group:
    case SceneHit::Part::Strip:
    case SceneHit::Part::Badge:
        return {};
    default:
        return scene().rows().at(hit.index).slot;
    }
}

Day TimelineView::dayAt(QPointF position) const
{
    const SceneFrame now = frame();
    return now.scale.wholeDayAt(position.x() - now.chart().left());
}

void TimelineView::choose(Slot slot, Qt::KeyboardModifiers modifiers)
{
    const int row = m_model.rowOf(slot);
    if (row < 0)
        return;
    if (modifiers & Qt::ShiftModifier) {
        const int anchor = m_anchor ? m_model.rowOf(*m_anchor) : -1;
        if (anchor < 0)
            m_anchor = slot;
        const int from = anchor < 0 ? row : anchor;
        QSet<Slot> range;
        for (int i = std::min(from, row); i <= std::max(from, row); ++i)
            range.insert(m_model.slotAt(i));
        selection().set(range, slot);
        return;
    }
    m_anchor = slot;
    if (modifiers & Qt::ControlModifier)
        selection().toggle(slot);
    else
        selection().select(slot);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    hideCard();
    if (event->button() != Qt::LeftButton)
        return;
    settle();
    m_pressed = m_lastDrag = event->position();
    const bool isOnPill = asOfRect().adjusted(-2, -2, 2, 2).contains(event->position().toPoint());
    m_drag = isOnPill ? Drag::AsOf : Drag::Press;
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::None)
        hover(event->position());
    else
        dragTo(event);
}

void TimelineView::dragTo(QMouseEvent *event)
{
    const QPointF moved = event->position() - m_pressed;
    if (m_drag == Drag::Press && moved.manhattanLength() >= QApplication::startDragDistance()) {
        m_drag = Drag::Pan;
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    if (m_drag == Drag::AsOf) {
        const Day day = dayAt(event->position());
        if (day != m_model.asOf())
            Q_EMIT asOfRequested(day);
    } else if (m_drag == Drag::Pan) {
        const QPointF step = m_lastDrag - event->position();
        pan(step.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(step.y()));
        m_lastDrag = event->position();
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Drag ended = std::exchange(m_drag, Drag::None);
    viewport()->unsetCursor();
    if (ended != Drag::Press)
        return;
    const SceneHit hit = scene().hitTest(event->position());
    if (!isOnSign(hit) && hit.part != SceneHit::Part::Title && follow(event->position()))
        return;
    if (const auto slot = slotAt(hit)) {
        choose(*slot, event->modifiers());
    } else if (hit.part == SceneHit::Part::Group) {
        toggleGroup(m_arranger.grouping().groups.at(scene().groups().at(hit.index).group).key);
    } else if (hit.part == SceneHit::Part::Badge) {
        const SceneBadge &badge = scene().groups().at(hit.index).badges.at(hit.mark);
        if (event->modifiers() & Qt::ControlModifier)
            selection().set(QSet<Slot>(badge.records.cbegin(), badge.records.cend()), badge.records.first());
        else
            openBadge(SceneBadge(badge)); // the scene changes meanwhile
    }
}

/// To what lies at the other end of an arrow, or to the current record where its pill is.
bool TimelineView::follow(QPointF position)
{
    auto target = m_relations.otherEnd(position, selection().current());
    if (!target && currentPill().rect.contains(position))
        target = selection().current();
    if (!target)
        return false;
    choose(*target, {});
    bringIntoWindow(*target);
    scrollTo(*target); // where it stands in that window
    return true;
}

void TimelineView::openBadge(const SceneBadge &badge)
{
    if (badge.goesOn) {
        choose(badge.records.first(), {});
        bringIntoWindow(badge.records.first());
        return;
    }
    const QRectF chart = frame().chart();
    const double x = frame().x(badge.first) - chart.left();
    setScale(m_scale.zoomed(4, x).panned(x - chart.width() / 2));
}

QString TimelineView::badgeText(const SceneBadge &badge) const
{
    constexpr qsizetype mostTitles = 12;
    constexpr double width = 420; // pixels
    const QFontMetricsF font(QToolTip::font());
    QStringList lines;
    for (const Slot slot : badge.records.first(std::min(mostTitles, badge.records.size()))) {
        const Agreement &record = m_model.store().record(slot);
        const QString date = displayText(record->date, m_model.locale());
        const QString title = fittingText(record.label().toString(), font, width);
        lines.append(date.isEmpty() ? title : title + QStringLiteral(" · ") + date);
    }
    if (const qsizetype rest = badge.records.size() - lines.size(); rest > 0)
        lines.append(tr("%n record(s) more", nullptr, static_cast<int>(rest)));
    return lines.join(u'\n');
}

/// True if the pointer rests on one.
bool TimelineView::tellBadge(const QHelpEvent &event)
{
    const SceneHit hit = scene().hitTest(event.pos());
    if (hit.part != SceneHit::Part::Badge)
        return false;
    const SceneBadge &badge = scene().groups().at(hit.index).badges.at(hit.mark);
    const QString hint = badge.goesOn
                             ? tr("They go on from before; later ones have their lines. Click to go to the latest, "
                                  "Ctrl+click to select them.")
                             : tr("Click to come nearer, Ctrl+click to select them.");
    const QString text = badgeText(badge) + u'\n' + hint;
    // A dozen lines, each of which was made to fit.
    QToolTip::showText(event.globalPos(), plainToolTip(text, text.size()), viewport(), badge.rect.toAlignedRect());
    return true;
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const SceneHit hit = scene().hitTest(event->position());
    const auto slot = slotAt(hit);
    if (hit.part == SceneHit::Part::Axis)
        Q_EMIT asOfRequested(dayAt(event->position()));
    else if (slot && hit.part == SceneHit::Part::Title)
        Q_EMIT activated(*slot);
    else if (slot && isOnSign(hit))
        fitRecord(*slot);
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    // With Alt some systems turn the wheel sideways.
    const QPoint turned = event->angleDelta();
    const double steps = (turned.y() != 0 ? turned.y() : turned.x()) / 120.0;
    const bool isSideways = turned.y() == 0 && turned.x() != 0 && !(event->modifiers() & Qt::AltModifier);
    // A notch is a jump; what a finger sends moves with it.
    const Pace pace = event->pixelDelta().isNull() && std::abs(steps) >= 1 ? Pace::Smooth : Pace::Immediate;
    const bool isOverTitles = event->position().x() < frame().chart().left();
    if (event->modifiers() & Qt::ShiftModifier || isSideways)
        pan(-steps * 0.1 * m_scale.width(), pace);
    else if (event->modifiers() & Qt::AltModifier || (isOverTitles && !(event->modifiers() & Qt::ControlModifier)))
        verticalScrollBar()->setValue(verticalScrollBar()->value() -
                                      qRound(steps * 3 * verticalScrollBar()->singleStep()));
    else
        zoom(std::pow(1.25, steps), std::max(event->position().x(), frame().chart().left()), pace);
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const auto current = selection().current();
        const QRect place = current ? recordRect(*current) : QRect();
        Q_EMIT menuRequested(viewport()->mapToGlobal(place.isNull() ? viewport()->rect().center() : place.center()),
                             currentGroup());
        return;
    }
    const SceneHit hit = scene().hitTest(event->pos());
    const auto slot = slotAt(hit);
    if (slot && !selection().contains(*slot))
        choose(*slot, {});
    const bool isGroup =
        hit.part == SceneHit::Part::Group || hit.part == SceneHit::Part::Strip || hit.part == SceneHit::Part::Badge;
    const int index = slot ? scene().rows().at(hit.index).group : isGroup ? hit.index : -1;
    Q_EMIT menuRequested(event->globalPos(),
                         index < 0
                             ? std::nullopt
                             : std::optional(m_arranger.grouping().groups.at(scene().groups().at(index).group).key));
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave || event->type() == QEvent::Hide) {
        m_hovered.reset();
        hideCard();
        viewport()->update();
    }
    if (event->type() == QEvent::ToolTip && tellBadge(*static_cast<QHelpEvent *>(event)))
        return true;
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    hideCard();
    viewport()->update();
}

void TimelineView::hover(QPointF position)
{
    const SceneHit hit = scene().hitTest(position);
    const auto row = slotAt(hit);
    const bool isClickable = hit.part == SceneHit::Part::Group || hit.part == SceneHit::Part::Badge ||
                             (m_relations.hovered() >= 0 && !isOnSign(hit));
    if (row != m_hovered) {
        m_hovered = row;
        viewport()->update();
    }
    m_pointer = position;
    if (m_relations.hover(position))
        viewport()->update();
    const bool isOnPill = asOfRect().contains(position.toPoint());
    const bool isOnAxis = hit.part == SceneHit::Part::Axis && position.x() >= frame().chart().left();
    viewport()->setCursor(isOnPill      ? Qt::SizeHorCursor
                          : isOnAxis    ? Qt::CrossCursor
                          : isClickable ? Qt::PointingHandCursor
                                        : Qt::ArrowCursor);

    const auto described = isOnSign(hit) || hit.part == SceneHit::Part::Title ? row : std::nullopt;
    if (described == m_described)
        return;
    hideCard();
    m_described = described;
    if (described)
        m_cardTimer.start(HoverDelay);
}

void TimelineView::showCard()
{
    if (!m_described || !isVisible())
        return;
    const bool isHovered = m_described == m_hovered;
    // Of a record that stands in several groups the place that is under the pointer.
    const SceneHit hit = isHovered ? scene().hitTest(m_pointer) : SceneHit();
    const SceneRow *row = slotAt(hit) == m_described ? &scene().rows().at(hit.index) : scene().rowOf(*m_described);
    if (!row)
        return;
    const QRect band = (row->band & QRectF(viewport()->rect())).toAlignedRect();
    const int x = isHovered ? qRound(m_pointer.x()) : recordRect(*m_described).left();
    const QPoint origin = viewport()->mapToGlobal(QPoint());
    m_card->showRecord(m_model, *m_described, otherGroups(*row), band.translated(origin), x + origin.x());
}

/// Names of the groups in which the record stands as well.
QStringList TimelineView::otherGroups(const SceneRow &row) const
{
    QStringList others;
    if (row.group < 0 || grouping().copiesOf(row.slot) < 2)
        return others;
    const int own = scene().groups().at(row.group).group;
    const QList<TimelineGroup> &groups = grouping().groups;
    for (int index = 0; index < groups.size(); ++index) {
        if (index != own && groups.at(index).records.contains(row.slot))
            others.append(groups.at(index).label);
    }
    return others;
}

void TimelineView::hideCard()
{
    m_cardTimer.stop();
    m_described.reset();
    m_card->hide();
}

} // namespace Treatybook
