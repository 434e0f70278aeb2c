// Keys of TimelineView.

#include "ui/timeline/timelinecard.h"
#include "ui/timeline/timelineview.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace Treatybook {

namespace {

constexpr int FocusDelay = 900;      ///< milliseconds until the card of the record shows
constexpr double PanStep = 0.15;     ///< of the chart's width, a key
constexpr double WindowMargin = 0.1; ///< of the chart's width, left beside a record that was brought into the window

} // namespace

void TimelineView::moveCurrent(int rows, Qt::KeyboardModifiers modifiers)
{
    const int last = m_model.rowCount() - 1;
    if (last < 0)
        return;
    const auto current = selection().current();
    const int row = current ? m_model.rowOf(*current) : -1;
    const int target = row < 0 ? (rows > 0 ? 0 : last) : std::clamp(row + rows, 0, last);
    reach(m_model.slotAt(target), modifiers);
}

void TimelineView::reach(Slot slot, Qt::KeyboardModifiers modifiers)
{
    choose(slot, modifiers & Qt::ShiftModifier);
    if (!isInRows())
        bringIntoWindow(slot);
    scrollTo(slot); // where it stands in that window
    hideCard();
    m_described = selection().current();
    m_cardTimer.start(FocusDelay);
}

/// In lanes a bar may lie left or right of the window; in rows its row says so.
void TimelineView::bringIntoWindow(Slot slot)
{
    const auto extent = m_model.store().columns().extent(slot).on(today());
    if (!extent)
        return;
    const double left = m_scale.x(extent->earliest), right = m_scale.x(extent->latest + 1.0);
    const double margin = WindowMargin * m_scale.width();
    if (left > m_scale.width() - margin)
        pan(left - m_scale.width() / 2, Pace::Smooth);
    else if (right < margin)
        pan(right - m_scale.width() / 2, Pace::Smooth);
    else if (const auto cut = m_arranger.arrangement(frame()).cutOf(slot); cut && m_scale.x(*cut) < margin)
        pan(std::min(left, m_scale.x(*cut)) - margin, Pace::Smooth); // to where it begins, or to its badge
}

/// Left and Right along the line, Up and Down to what lies nearest in time on the next line.
bool TimelineView::moveInLanes(QKeyEvent *event)
{
    const Arrangement &arranged = m_arranger.arrangement(frame());
    const auto current = selection().current();
    const auto place = current ? arranged.placeOf(*current) : std::nullopt;
    std::optional<Slot> target;
    const auto dayOf = [this](Slot slot) { return double(m_model.store().columns().extent(slot).first); };
    if (!place) {
        const QList<SceneRow> &rows = scene().rows();
        if (rows.isEmpty())
            return false; // all are curves: through the table, or along the days
        // What stands in a badge or in a curve gives way to what is nearest in time.
        const auto away = [&](const SceneRow &row) {
            return current ? std::abs(dayOf(row.slot) - dayOf(*current)) : 0.0;
        };
        target = std::ranges::min_element(rows, {}, away)->slot;
    } else {
        switch (event->key()) {
        case Qt::Key_Left:
            target = arranged.neighbour(*place, -1);
            break;
        case Qt::Key_Right:
            target = arranged.neighbour(*place, 1);
            break;
        case Qt::Key_Up:
            target = arranged.nearestOnLine(*place, -1, dayOf);
            break;
        default:
            target = arranged.nearestOnLine(*place, 1, dayOf);
        }
    }
    if (!target)
        target = current; // nothing further: it comes into the window at least
    if (target)
        reach(*target, event->modifiers());
    return true;
}

int TimelineView::rowsPerPage() const
{
    const SceneFrame now = frame();
    return std::max(1, static_cast<int>(now.chart().height() / now.rowHeight) - 1);
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const double step = PanStep * m_scale.width();
    const bool isArrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right || event->key() == Qt::Key_Up ||
                         event->key() == Qt::Key_Down;
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (isArrow && isPlain && !isInRows() && moveInLanes(event))
        return;
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
        return pan(-step, Pace::Smooth);
    case Qt::Key_Right:
        return pan(step, Pace::Smooth);
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

} // namespace Treatybook
