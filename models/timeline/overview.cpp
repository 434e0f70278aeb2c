#include "timeline/overview.h"

#include "domain/edtf.h"

#include <algorithm>
#include <cmath>

namespace Treatybook {

namespace {

constexpr double LabelRoom = 76;    ///< pixels between labels, where there are some
constexpr int FewLabels = 3;        ///< fewer stand closer
constexpr double LeastFrame = 4;    ///< pixels
constexpr double HandleReach = 6;   ///< pixels outwards from an edge
constexpr double MostShare = 0.25;  ///< of a narrow frame that each handle takes inwards
constexpr double LeastMargin = 10;  ///< pixels beyond the records
constexpr double MarginShare = .05; ///< more than a fitted timeline leaves, so that both handles are seen

std::optional<DayRange> extentOfAll(const Columns &columns, const QList<Slot> &records, Day today)
{
    std::optional<DayRange> all;
    for (const Slot slot : records) {
        const auto own = columns.extent(slot).on(today);
        if (own && !all)
            all = own;
        else if (own)
            all = DayRange{std::min(all->earliest, own->earliest), std::max(all->latest, own->latest)};
    }
    return all;
}

/// The finest unit of which a step about the middle of the scale has so many pixels.
TickUnit unitOf(const Scale &scale, double pixels)
{
    const Day middle = scale.wholeDayAt(scale.width() / 2);
    for (int unit = 0; unit < static_cast<int>(TickUnit::FiveMillennia); ++unit) {
        const Day start = tickStart(static_cast<TickUnit>(unit), middle);
        const Day next = nextTick(static_cast<TickUnit>(unit), start);
        if ((next - start) * scale.pixelsPerDay() >= pixels)
            return static_cast<TickUnit>(unit);
    }
    return TickUnit::FiveMillennia;
}

QString labelOf(TickUnit unit, Day day, const QLocale &locale)
{
    if (unit >= TickUnit::Years)
        return yearText(civilDate(day).year);
    const QString iso = dayText(day);
    return displayText(Edtf::read(unit <= TickUnit::Weeks ? iso : iso.chopped(3)), locale);
}

double leastDays(const Scale &window)
{
    return window.width() / Scale::MaxPixelsPerDay;
}

} // namespace

Overview::Overview(const Columns &columns, const QList<Slot> &records, Day today, double width)
    : m_extent(extentOfAll(columns, records, today))
{
    const DayRange shown = m_extent.value_or(DayRange{today - 3652, today + 1826});
    m_scale = Scale::fitting(shown.earliest, shown.latest, width, std::max(LeastMargin, width * MarginShare));
    if (m_extent)
        count(columns, records);
}

void Overview::count(const Columns &columns, const QList<Slot> &records)
{
    const TickUnit unit = unitOf(m_scale, LeastStep);
    QList<OverviewBar> steps;
    for (Day day = tickStart(unit, m_extent->earliest); day <= m_extent->latest;) {
        const Day next = nextTick(unit, day);
        steps.append({{day, next - 1}, m_scale.x(day), m_scale.x(next)});
        day = next;
    }
    // Which step a day belongs to: that of the left edge of its pixel, or one of the next.
    const Day base = steps.first().days.earliest;
    const double density = m_scale.pixelsPerDay();
    std::vector<int> stepOfPixel(static_cast<size_t>((m_extent->latest - base) * density) + 1);
    for (size_t pixel = 0, step = 0; pixel < stepOfPixel.size(); ++pixel) {
        const double day = base + std::floor(double(pixel) / density);
        while (steps.at(static_cast<qsizetype>(step)).days.latest < day)
            ++step;
        stepOfPixel[pixel] = static_cast<int>(step);
    }
    OverviewBar *bars = steps.data();
    for (const Slot slot : records) {
        const Extent &extent = columns.extent(slot);
        if (extent.first == NoDay)
            continue;
        int step = stepOfPixel[static_cast<size_t>((extent.first - base) * density)];
        while (bars[step].days.latest < extent.first)
            ++step;
        ++(extent.event ? bars[step].events : bars[step].instruments);
    }
    for (const OverviewBar &bar : std::as_const(steps)) {
        if (bar.count() > 0)
            m_bars.append(bar);
        m_most = std::max(m_most, bar.count());
    }
}

QList<Tick> Overview::labels(const QFontMetricsF &font, const QLocale &locale) const
{
    const Day middle = m_scale.wholeDayAt(m_scale.width() / 2);
    const auto fits = [&](TickUnit unit) {
        return unit == TickUnit::FiveMillennia ||
               unitOf(m_scale, 1.4 * font.horizontalAdvance(labelOf(unit, middle, locale))) <= unit;
    };
    const auto other = [](TickUnit unit, int by) { return static_cast<TickUnit>(static_cast<int>(unit) + by); };
    TickUnit unit = unitOf(m_scale, LabelRoom);
    while (!fits(unit))
        unit = other(unit, 1);
    QList<Tick> labels = labelsOf(unit, font, locale);
    if (labels.size() < FewLabels && unit > TickUnit::Days && fits(other(unit, -1)))
        labels = labelsOf(other(unit, -1), font, locale);
    return labels;
}

QList<Tick> Overview::labelsOf(TickUnit unit, const QFontMetricsF &font, const QLocale &locale) const
{
    QList<Tick> labels;
    double end = 0; // of the label before
    for (Day day = tickStart(unit, m_scale.wholeDayAt(0)); m_scale.x(day) < m_scale.width() && day <= MaxDay;
         day = nextTick(unit, day)) {
        Tick tick{day, m_scale.x(day), 0, labelOf(unit, day, locale)};
        const double width = font.horizontalAdvance(tick.label);
        tick.labelX = tick.x - width / 2;
        if (tick.labelX < end || tick.labelX + width > m_scale.width())
            continue;
        end = tick.labelX + width + font.averageCharWidth();
        labels.append(tick);
    }
    return labels;
}

OverviewFrame::OverviewFrame(const Scale &strip, const Scale &window)
{
    left = std::clamp(strip.x(window.firstDay()), 0.0, strip.width());
    right = std::clamp(strip.x(window.lastDay()), 0.0, strip.width());
    if (const double lacking = LeastFrame - (right - left); lacking > 0) {
        left = std::clamp(left - lacking / 2, 0.0, std::max(0.0, strip.width() - LeastFrame));
        right = left + LeastFrame;
    }
}

OverviewFrame::Part OverviewFrame::partAt(double x) const
{
    const double inwards = std::min(HandleReach, (right - left) * MostShare);
    if (x >= left + inwards && x <= right - inwards)
        return Part::Inside;
    if (x >= left - HandleReach && x < left + inwards)
        return Part::First;
    return x > right - inwards && x <= right + HandleReach ? Part::Last : Part::Outside;
}

Scale withFirstDay(const Scale &window, double day)
{
    const double days = std::max(window.lastDay() - day, leastDays(window));
    return Scale(window.lastDay() - days, window.width() / days, window.width());
}

Scale withLastDay(const Scale &window, double day)
{
    const double days = std::max(day - window.firstDay(), leastDays(window));
    return Scale(window.firstDay(), window.width() / days, window.width());
}

} // namespace Treatybook
