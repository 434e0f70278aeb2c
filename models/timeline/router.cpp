#include "timeline/router.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Treatybook {

namespace {

constexpr double EndInset = 6; ///< from the end of a bar to the first arrow on its long side
constexpr double Stub = 4;     ///< what an arrow runs away from a bar at least
constexpr double HeadStub = 8; ///< the same before its head
constexpr int Tracks = 70;     ///< tried side by side on a bar
constexpr int MostOverBars = 6, Stride = 3;
constexpr int GapTracks = 4;    ///< tried between two lines of bars
constexpr double EdgeRoom = 60; ///< along the edge of the chart, for ends out of it

// What a way costs besides its pixels.
constexpr double BendCost = 40, BarCost = 400, CrossingCost = 20;

/// 0, 1, -1, 2, -2 …
int outward(int step)
{
    return step % 2 ? (step + 1) / 2 : -step / 2;
}

/// The place nearest to `wanted` that is `inset` off both ends, in the middle if there is none.
double within(double wanted, double low, double high, double inset)
{
    return high - low < 2 * inset ? (low + high) / 2 : std::clamp(wanted, low + inset, high - inset);
}

bool isInside(double place, double low, double high)
{
    return place >= low + 1 && place <= high - 1;
}

QRectF around(const QLineF &line)
{
    return QRectF(line.p1(), line.p2()).normalized().adjusted(-0.5, -0.5, 0.5, 0.5);
}

bool isThrough(const QLineF &line, const QRectF &bar)
{
    return around(line).intersects(bar.adjusted(1, 1, -1, -1));
}

bool isUpright(const QLineF &line)
{
    return std::abs(line.dx()) < std::abs(line.dy());
}

} // namespace

QPolygonF Router::route(const QRectF &from, const QRectF &to)
{
    m_ends = {from, to};
    const QRectF source = reachable(from), target = reachable(to);
    Best best;
    if (target.bottom() + HeadStub <= source.top() || source.bottom() + HeadStub <= target.top())
        tryUpright(source, target, best);
    tryAround(source, target, best);
    tryLevel(source, target, best);
    for (qsizetype i = 1; i < best.points.size(); ++i)
        m_lines.append({best.points.at(i - 1), best.points.at(i)});
    return best.points;
}

/// The part in the chart; of what lies out of it a stand-in beyond the nearest edge.
QRectF Router::reachable(const QRectF &end) const
{
    const QPointF centre = end.center();
    const auto clamped = [](double place, double low, double high) {
        return std::clamp(place, low, std::max(low, high));
    };
    const double x = clamped(centre.x(), m_chart.left(), m_chart.right());
    const double y = clamped(centre.y(), m_chart.top(), m_chart.bottom());
    if (end.bottom() <= m_chart.top())
        return {x - EdgeRoom, m_chart.top() - EdgeRoom, 2 * EdgeRoom, EdgeRoom};
    if (end.top() >= m_chart.bottom())
        return {x - EdgeRoom, m_chart.bottom(), 2 * EdgeRoom, EdgeRoom};
    if (end.right() <= m_chart.left())
        return {m_chart.left() - EdgeRoom, y - EdgeRoom / 2, EdgeRoom, EdgeRoom};
    if (end.left() >= m_chart.right())
        return {m_chart.right(), y - EdgeRoom / 2, EdgeRoom, EdgeRoom};
    return end & m_chart;
}

template <typename WayOf>
void Router::tryTracks(const WayOf &wayOf, Best &best) const
{
    int overBars = 0;
    // Once there is a way at all, the others are looked at in strides and not for ever.
    for (int i = 0; i < Tracks && overBars < MostOverBars; i += overBars ? Stride : 1) {
        const QPolygonF way = wayOf(i);
        if (way.isEmpty())
            return;
        const Offer result = offer(way, best);
        if (result == Offer::Settled)
            return;
        overBars += result == Offer::OverBars;
    }
}

/// One above the other: straight, with one bend, or with a step in a gap beside either.
void Router::tryUpright(const QRectF &from, const QRectF &to, Best &best) const
{
    const double down = to.center().y() < from.center().y() ? -1 : 1; // the way that the arrow goes
    const double start = down < 0 ? from.top() : from.bottom(), tip = down < 0 ? to.bottom() : to.top();
    const double low = std::max(from.left(), to.left()), high = std::min(from.right(), to.right());
    if (high - low >= 2) {
        const double first = within(from.left() + EndInset, low, high, EndInset);
        tryTracks(
            [&](int i) {
                const double x = first + i * m_track;
                return i > 0 && !isInside(x, low, high) ? QPolygonF() : QPolygonF({{x, start}, {x, tip}});
            },
            best);
    }
    // Out of the left end, or into the right end.
    tryTracks(
        [&](int i) {
            const double y = from.center().y() + outward(i) * m_track;
            const double x = std::min(from.left() - 2 * Stub, to.right() - EndInset) - i * m_track;
            const bool fits = isInside(x, to.left(), to.right()) && (i == 0 || isInside(y, from.top(), from.bottom()));
            return fits ? QPolygonF({{from.left(), y}, {x, y}, {x, tip}}) : QPolygonF();
        },
        best);
    tryTracks(
        [&](int i) {
            const double y = to.center().y() + outward(i) * m_track;
            const double x = std::max(to.right() + HeadStub + Stub, from.left() + EndInset) + i * m_track;
            const bool fits = isInside(x, from.left(), from.right()) && (i == 0 || isInside(y, to.top(), to.bottom()));
            return fits ? QPolygonF({{x, start}, {x, y}, {to.right(), y}}) : QPolygonF();
        },
        best);
    for (int gap = 0; gap < GapTracks; ++gap) {
        trySteps(from, to, {start, start + down * (Stub + gap * m_track), tip}, best);
        trySteps(from, to, {start, tip - down * (HeadStub + gap * m_track), tip}, best);
    }
}

/// On one line, as a bracket below or above both.
void Router::tryAround(const QRectF &from, const QRectF &to, Best &best) const
{
    for (int gap = 0; gap < GapTracks; ++gap) {
        const double away = HeadStub + gap * m_track;
        trySteps(from, to, {from.bottom(), std::max(from.bottom(), to.bottom()) + away, to.bottom()}, best);
        trySteps(from, to, {from.top(), std::min(from.top(), to.top()) - away, to.top()}, best);
    }
}

/// Upright from one long side, level, upright to the other.
void Router::trySteps(const QRectF &from, const QRectF &to, const Levels &levels, Best &best) const
{
    const double first = within(from.left() + EndInset, from.left(), from.right(), EndInset);
    // The nearer end of the target, and further tracks inwards from there.
    const double end = within(first, to.left(), to.right(), EndInset);
    const double inwards = end < first ? -1 : 1;
    tryTracks(
        [&](int i) {
            const double x = first + i * m_track, tip = end + inwards * i * m_track;
            const bool fits =
                i == 0 || (isInside(x, from.left(), from.right()) && isInside(tip, to.left(), to.right()));
            return fits ? QPolygonF({{x, levels.start}, {x, levels.middle}, {tip, levels.middle}, {tip, levels.tip}})
                        : QPolygonF();
        },
        best);
}

/// From the left end of what came later to the right end of what came before; to and from the edges also the other
/// way round.
void Router::tryLevel(const QRectF &from, const QRectF &to, Best &best) const
{
    const bool forward = to.left() >= m_chart.right() || from.right() <= m_chart.left();
    const double ahead = forward ? 1 : -1;
    const double start = forward ? from.right() : from.left(), tip = forward ? to.left() : to.right();
    if ((tip - start) * ahead < HeadStub)
        return;
    const double low = std::max(from.top(), to.top()), high = std::min(from.bottom(), to.bottom());
    if (high - low >= 2)
        tryTracks(
            [&](int i) {
                const double y = (low + high) / 2 + outward(i) * m_track;
                return i > 0 && !isInside(y, low, high) ? QPolygonF() : QPolygonF({{start, y}, {tip, y}});
            },
            best);
    tryTracks(
        [&](int i) {
            const double y = from.center().y() + outward(i) * m_track, end = to.center().y() + outward(i) * m_track;
            const double x = start + ahead * (Stub + i * m_track);
            const bool fits =
                (tip - x) * ahead >= HeadStub &&
                (i == 0 || (isInside(y, from.top(), from.bottom()) && isInside(end, to.top(), to.bottom())));
            return fits ? QPolygonF({{start, y}, {x, y}, {x, end}, {tip, end}}) : QPolygonF();
        },
        best);
}

/// Whether the way is clear of other arrows and of its own bars, and within the chart; the cheapest is kept.
Router::Offer Router::offer(const QPolygonF &points, Best &best) const
{
    double cost = BendCost * double(points.size() - 2);
    for (qsizetype i = 1; i < points.size(); ++i) {
        const double length = QLineF(points.at(i - 1), points.at(i)).length();
        if (length < (i + 1 == points.size() ? HeadStub - 0.01 : Stub - 1))
            return Offer::Blocked;
        cost += length;
    }
    if (!best.points.isEmpty() && cost >= best.cost)
        return Offer::Settled; // another shape is better whatever lies on this one
    for (const QPointF point : points) {
        if (!m_chart.adjusted(-0.5, -0.5, 0.5, 0.5).contains(point))
            return Offer::Blocked;
    }
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QLineF line(points.at(i - 1), points.at(i));
        if (!isClear(line) || isThrough(line, m_ends.first) || isThrough(line, m_ends.second))
            return Offer::Blocked;
    }
    int bars = 0, crossings = 0;
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QRectF place = around({points.at(i - 1), points.at(i)});
        bars += m_bars.count(place, m_ends.first, m_ends.second);
        for (const QLineF &other : m_lines)
            crossings += place.intersects(around(other));
    }
    cost += BarCost * bars + CrossingCost * crossings;
    if (best.points.isEmpty() || cost < best.cost)
        best = {points, cost};
    return bars > 0 ? Offer::OverBars : Offer::Settled;
}

/// No other line runs along it, or on the same track end to end.
bool Router::isClear(const QLineF &line) const
{
    const double room = m_track - 0.01;
    const QRectF place = around(line).adjusted(0.5 - room, 0.5 - room, room - 0.5, room - 0.5);
    return std::none_of(m_lines.cbegin(), m_lines.cend(), [&](const QLineF &other) {
        return isUpright(line) == isUpright(other) &&
               place.intersects(QRectF(other.p1(), other.p2()).normalized().adjusted(-0.001, -0.001, 0.001, 0.001));
    });
}

} // namespace Treatybook
