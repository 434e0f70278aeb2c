#pragma once

#include "timeline/densitydays.h"
#include "timeline/style.h"
#include "timeline/ticks.h"

#include <QFont>
#include <QPolygonF>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace Treatybook {

/// Where a strip lies and what it is written with. `rect` spans the width of the scale, in device-independent pixels.
struct DensityFrame {
    QRectF rect;
    Scale scale;
    QFont font;
    QLocale locale;
};

/// A step of the calendar with something in it.
struct DensityBar {
    Day first = NoDay, last = NoDay; ///< both included
    int count = 0;
    QRectF rect; ///< the part in the window
};

/// How many records begin in each step of the calendar, and how many are in force. Bars stand on the finest step that
/// is 5 pixels wide; bars and curves have a scale each, from 0 to the most in the window, at least 4. Cost follows the
/// pixels.
struct DensityStrip {
    struct Label {
        QString text;
        QRectF rect;
        bool ofCurve = false;
    };

    QRectF rect;
    Scale scale;
    QFont font;
    TickUnit unit{};
    QList<DensityBar> bars;
    QPolygonF certain, possible; ///< from left to right, in steps; empty if nothing is in force in the window
    int mostBegun = 0, mostInForce = 0, mostPossible = 0;
    QList<Label> labels; ///< in a line above everything else; none where they have no room

    static DensityStrip of(const DensityDays &days, const DensityFrame &frame);

    /// The bar of the step under a point, at whatever height in the strip; null if nothing begins there.
    const DensityBar *barAt(QPointF point) const;
    void paint(QPainter &painter, const TimelineStyle &style) const;
};

/// A line for a group that is folded up: the strength of each step's colour says how many records last in it.
struct HeatStrip {
    QRectF rect;
    Scale scale;
    TickUnit unit{};
    QList<DensityBar> cells;
    int most = 0; ///< the number that has the full colour

    /// `most` of several strips makes them comparable; 0 takes the most in the window.
    static HeatStrip of(const DensityDays &days, const DensityFrame &frame, int most = 0);

    /// From just visible to 1.
    double strength(const DensityBar &cell) const;
    const DensityBar *cellAt(QPointF point) const;
    void paint(QPainter &painter, const QColor &color, const TimelineStyle &style) const;
};

} // namespace Treatybook
