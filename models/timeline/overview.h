#pragma once

#include "session/columns.h"
#include "timeline/ticks.h"

namespace Treatybook {

/// How many records begin within a step of time; `left` and `right` in pixels of the strip.
struct OverviewBar {
    DayRange days;
    double left = 0, right = 0;
    int instruments = 0, events = 0;

    int count() const { return instruments + events; }
    bool operator==(const OverviewBar &) const = default;
};

/// All records of a timeline on one strip: the days from the first to the last, and how many begin when. Counting costs
/// two passes over the records, all else follows the pixels. A value.
class Overview
{
public:
    static constexpr double LeastStep = 4; ///< pixels of a bar

    Overview() = default;
    /// Days around today where nothing is dated.
    Overview(const Columns &columns, const QList<Slot> &records, Day today, double width);

    /// From the left to the right edge of the strip.
    const Scale &scale() const { return m_scale; }
    /// Of the records; an open end lies on today. None if nothing is dated.
    const std::optional<DayRange> &extent() const { return m_extent; }
    /// Those that are not empty, from left to right. Steps are those of an axis, so that years known only as such do
    /// not fall into one bar by twos.
    const QList<OverviewBar> &bars() const { return m_bars; }
    /// The highest bar.
    int most() const { return m_most; }
    /// Few, each centred below its line, which is its `x`.
    QList<Tick> labels(const QFontMetricsF &font, const QLocale &locale) const;

private:
    QList<Tick> labelsOf(TickUnit unit, const QFontMetricsF &font, const QLocale &locale) const;
    void count(const Columns &columns, const QList<Slot> &records);

    Scale m_scale;
    std::optional<DayRange> m_extent;
    QList<OverviewBar> m_bars;
    int m_most = 0;
};

/// The window of a timeline as a frame on the strip, in pixels; never narrower than can be seen, nor out of sight.
struct OverviewFrame {
    enum class Part : quint8 { Outside, Inside, First, Last };

    OverviewFrame(const Scale &strip, const Scale &window);
    /// First and Last are the handles.
    Part partAt(double x) const;

    double left = 0, right = 0;
};

/// The window with another first day while its last stays, and the other way round. They never pass each other.
Scale withFirstDay(const Scale &window, double day);
Scale withLastDay(const Scale &window, double day);

} // namespace Treatybook
