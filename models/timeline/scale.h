#pragma once

#include "domain/daynumber.h"

namespace Treatybook {

/// Days to pixels and back: a value. Days are doubles, a day lasting from `day` to `day + 1`; pixel 0 is the left edge
/// of the chart. Zoom goes from 40 pixels a day, finer than any date here, to all the years that a date can have.
class Scale
{
public:
    static constexpr double MaxPixelsPerDay = 40;
    /// Years -9999 to 9999 with some air.
    static constexpr double MaxDaysShown = 20500 * 365.2425;

    Scale() = default;
    /// The chart is `width` pixels wide; both are brought into the range above.
    Scale(double firstDay, double pixelsPerDay, double width);
    /// On the way from one window to another, `progress` from 0 to 1. What both show at one place stays there, and the
    /// zoom changes by equal factors.
    static Scale between(const Scale &from, const Scale &to, double progress);
    /// A window that shows these days, the last one too, with `margin` pixels left and right.
    static Scale fitting(Day first, Day last, double width, double margin = 24);

    double pixelsPerDay() const { return m_pixelsPerDay; }
    double width() const { return m_width; }
    /// The window: what the left and right edges mean.
    double firstDay() const { return m_firstDay; }
    double lastDay() const { return m_firstDay + m_width / m_pixelsPerDay; }

    double x(double day) const { return (day - m_firstDay) * m_pixelsPerDay; }
    double dayAt(double x) const { return m_firstDay + x / m_pixelsPerDay; }
    /// The whole day under a pixel, between MinDay and MaxDay.
    Day wholeDayAt(double x) const;

    /// `factor` above 1 zooms in; the day under pixel `x` stays there.
    Scale zoomed(double factor, double x) const;
    /// Positive moves the window to later days.
    Scale panned(double pixels) const;
    /// The first day stays.
    Scale resized(double width) const;
    /// The day in the middle of the window becomes this one.
    Scale centred(double day) const;

    bool operator==(const Scale &) const = default;

private:
    double m_firstDay = dayNumber(2000, 1, 1);
    double m_pixelsPerDay = 0.1;
    double m_width = 1;
};

} // namespace Treatybook
