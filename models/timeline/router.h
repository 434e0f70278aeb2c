#pragma once

#include "timeline/rectgrid.h"

#include <QLineF>
#include <QPolygonF>

namespace Treatybook {

/// Finds ways for arrows one after another; each keeps clear of those before it.
class Router
{
public:
    /// Ways stay within the chart and cross as few `bars` as they can.
    Router(const QRectF &chart, const RectGrid &bars, double track) : m_chart(chart), m_bars(bars), m_track(track) {}

    /// From one rectangle to another, of which either may lie out of the chart; empty if there is no room.
    QPolygonF route(const QRectF &from, const QRectF &to);
    /// All lines so far.
    const QList<QLineF> &lines() const { return m_lines; }

private:
    /// The cheapest way so far.
    struct Best {
        QPolygonF points;
        double cost = 0;
    };
    /// What came of a way: not possible, possible but over bars, or nothing better of its shape is to be had.
    enum class Offer : quint8 { Blocked, OverBars, Settled };
    struct Levels {
        double start, middle, tip;
    };

    QRectF reachable(const QRectF &end) const;
    void tryUpright(const QRectF &from, const QRectF &to, Best &best) const;
    void tryAround(const QRectF &from, const QRectF &to, Best &best) const;
    void trySteps(const QRectF &from, const QRectF &to, const Levels &levels, Best &best) const;
    void tryLevel(const QRectF &from, const QRectF &to, Best &best) const;
    /// `wayOf` gives the n-th way of a shape, none when there is no n-th; they are offered until one settles it.
    template <typename WayOf>
    void tryTracks(const WayOf &wayOf, Best &best) const;
    Offer offer(const QPolygonF &points, Best &best) const;
    bool isClear(const QLineF &line) const;

    QRectF m_chart;
    const RectGrid &m_bars;
    double m_track;
    std::pair<QRectF, QRectF> m_ends; ///< of the way under search
    QList<QLineF> m_lines;
};

} // namespace Treatybook
