#pragma once

#include "timeline/scale.h"

#include <QFontMetricsF>
#include <QList>
#include <QLocale>
#include <QString>

namespace Treatybook {

/// Steps of the axis, from fine to coarse.
enum class TickUnit : quint8 {
    Days,
    Weeks, ///< from Monday
    Months,
    Quarters,
    Years,
    FiveYears,
    Decades,
    FiftyYears,
    Centuries,
    FiveCenturies,
    Millennia,
    FiveMillennia
};

/// One step of an axis row: from its line to the next one's. The label is empty where it has no room.
struct Tick {
    Day day = 0;
    double x = 0, labelX = 0;
    QString label;
};

/// The two rows of an axis over the window of a scale. Labels of a row never touch each other nor the edges; the first
/// label of the major row sticks to the left edge. Round years are round in both eras: …, 500 BC, 1, 500, 1000.
struct AxisTicks {
    TickUnit minorUnit{}, majorUnit{};
    QList<Tick> minor, major;
};

AxisTicks axisTicks(const Scale &scale, const QFontMetricsF &minorFont, const QFontMetricsF &majorFont,
                    const QLocale &locale);

/// The first day of the step that `day` falls in, and of the next step.
Day tickStart(TickUnit unit, Day day);
Day nextTick(TickUnit unit, Day start);
/// In days. Around the change of era one step of `n` years is a year short.
double shortestStep(TickUnit unit);
/// A step on its own, in words: "1972", "March 1972", "Q1 1972", "1970s", "1900–1999".
QString stepText(TickUnit unit, Day start, const QLocale &locale);
/// "44 BC" for the year -43.
QString yearText(int year);

} // namespace Treatybook
