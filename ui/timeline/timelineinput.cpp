// Mouse and keys of TimelineView.

#include "ui/timeline/timelinecard.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace Treatybook {

namespace {

constexpr int HoverDelay = 350; ///< milliseconds until the card shows
constexpr int FocusDelay = 900;
constexpr double PanStep = 0.15; ///< of the chart's width, an arrow key

bool isOnSign(const SceneHit &hit)
{
    return hit.part == SceneHit::Part::Bar || hit.part == SceneHit::Part::Mark || hit.part == SceneHit::Part::Caption;
}

} // namespace

std::optional<Slot> TimelineView::slotAt(const SceneHit &hit) const
{
    return hit.index < 0 ? std::nullopt : std::optional(scene().rows().at(hit.index).slot);
}

void TimelineView::choose(int row, Qt::KeyboardModifiers modifiers)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const Slot slot = m_model.slotAt(row);
    if (modifiers & Qt::ShiftModifier) {
        if (m_anchor < 0 || m_anchor >= m_model.rowCount())
            m_anchor = row;
        QSet<Slot> range;
        for (int i = std::min(m_anchor, row); i <= std::max(m_anchor, row); ++i)
            range.insert(m_model.slotAt(i));
        selection().set(range, slot);
        return;
    }
    m_anchor = row;
    if (modifiers & Qt::ControlModifier)
        selection().toggle(slot);
    else
        selection().select(slot);
}

void TimelineView::moveCurrent(int rows, Qt::KeyboardModifiers modifiers)
{
    const auto current = selection().current();
    const int row = current ? m_model.rowOf(*current) : -1;
    const int last = m_model.rowCount() - 1;
    const int target = row < 0 ? (rows > 0 ? 0 : last) : std::clamp(row + rows, 0, std::max(0, last));
    choose(target, modifiers & Qt::ShiftModifier);
    scrollToRow(target);
    hideCard();
    m_described = selection().current();
    m_cardTimer.start(FocusDelay);
}

int TimelineView::rowsPerPage() const
{
    const SceneFrame now = frame();
    return std::max(1, static_cast<int>(now.chart().height() / now.rowHeight) - 1);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    hideCard();
    if (event->button() != Qt::LeftButton)
        return;
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
        const Day day = m_scale.wholeDayAt(event->position().x() - frame().chart().left());
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
    if (hit.index >= 0)
        choose(scene().rows().at(hit.index).row, event->modifiers());
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const SceneHit hit = scene().hitTest(event->position());
    const auto slot = slotAt(hit);
    if (hit.part == SceneHit::Part::Axis)
        Q_EMIT asOfRequested(m_scale.wholeDayAt(event->position().x() - frame().chart().left()));
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
    const bool isOverTitles = event->position().x() < frame().chart().left();
    if (event->modifiers() & Qt::ShiftModifier || isSideways)
        pan(-steps * 0.1 * m_scale.width());
    else if (event->modifiers() & Qt::AltModifier || (isOverTitles && !(event->modifiers() & Qt::ControlModifier)))
        verticalScrollBar()->setValue(verticalScrollBar()->value() -
                                      qRound(steps * 3 * verticalScrollBar()->singleStep()));
    else
        zoom(std::pow(1.25, steps), std::max(event->position().x(), frame().chart().left()));
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const double step = PanStep * m_scale.width();
    switch (event->key()) {
    case Qt::Key_Up:
        return moveCurrent(-1, event->modifiers());
    case Qt::Key_Down:
        return moveCurrent(1, event->modifiers());
    case Qt::Key_PageUp:
        return moveCurrent(-rowsPerPage(), event->modifiers());
    case Qt::Key_PageDown:
        return moveCurrent(rowsPerPage(), event->modifiers());
    case Qt::Key_Home:
        return moveCurrent(-m_model.rowCount(), event->modifiers());
    case Qt::Key_End:
        return moveCurrent(m_model.rowCount(), event->modifiers());
    case Qt::Key_Left:
        return pan(-step);
    case Qt::Key_Right:
        return pan(step);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const auto current = selection().current())
            Q_EMIT activated(*current);
        return;
    case Qt::Key_Space:
        if (const auto current = selection().current())
            selection().toggle(*current);
        return;
    case Qt::Key_Escape:
        if (m_card->isVisible())
            return hideCard();
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave || event->type() == QEvent::Hide) {
        m_hovered.reset();
        hideCard();
        viewport()->update();
    }
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
    if (row != m_hovered) {
        m_hovered = row;
        viewport()->update();
    }
    m_pointer = position;
    const bool isOnPill = asOfRect().contains(position.toPoint());
    viewport()->setCursor(isOnPill ? Qt::SizeHorCursor : Qt::ArrowCursor);

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
    const QRect place = m_described ? recordRect(*m_described) : QRect();
    if (place.isNull() || !isVisible())
        return;
    const SceneRow *row = scene().rowOf(*m_described);
    const QRect band = row->band.toAlignedRect();
    const bool isHovered = m_described == m_hovered;
    const int x = isHovered ? qRound(m_pointer.x()) : place.left();
    const QPoint origin = viewport()->mapToGlobal(QPoint());
    m_card->showRecord(m_model, *m_described, band.translated(origin), x + origin.x());
}

void TimelineView::hideCard()
{
    m_cardTimer.stop();
    m_described.reset();
    m_card->hide();
}

} // namespace Treatybook
