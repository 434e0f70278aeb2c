#include "timeline/ticks.h"

#include "domain/edtf.h"
#include "domain/tr.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Treatybook {

namespace {

constexpr double TickGap = 10; ///< pixels between a label and what comes next
constexpr double LabelInset = 4;

/// Years a step of the unit; 0 below a year.
constexpr int yearsOf(TickUnit unit)
{
    constexpr std::array<int, 12> years{0, 0, 0, 0, 1, 5, 10, 50, 100, 500, 1000, 5000};
    return years[static_cast<size_t>(unit)];
}

TickUnit majorOf(TickUnit minor)
{
    using enum TickUnit;
    constexpr std::array<TickUnit, 12> majors{Months,    Months,    Years,     Years,     Decades,       FiftyYears,
                                              Centuries, Centuries, Millennia, Millennia, FiveMillennia, FiveMillennia};
    return majors[static_cast<size_t>(minor)];
}

/// Steps of n years begin at years whose usual number is a multiple of n, in either era.
int stepYear(int years, int year)
{
    if (years == 1)
        return year;
    if (year >= years)
        return year / years * years;
    if (year >= 1)
        return 1;
    const int bc = 1 - year;
    return 1 - (bc + years - 1) / years * years;
}

int nextStepYear(int years, int year)
{
    if (years == 1)
        return year + 1;
    if (year >= years)
        return year + years;
    if (year == 1)
        return years;
    const int next = year + years;
    return next > 0 ? 1 : next;
}

Day firstOfYear(int year)
{
    return dayNumber(year, 1, 1);
}

QString shortMonth(const QLocale &locale, int month)
{
    return locale.standaloneMonthName(month, QLocale::ShortFormat);
}

QString minorLabel(TickUnit unit, const CivilDate &date, const QLocale &locale)
{
    switch (unit) {
    case TickUnit::Days:
    case TickUnit::Weeks:
        return locale.toString(date.day);
    case TickUnit::Months:
        return shortMonth(locale, date.month);
    case TickUnit::Quarters:
        //: a quarter of a year on the time axis
        return tr("Q%1").arg(locale.toString((date.month + 2) / 3));
    default:
        return yearText(date.year);
    }
}

QString majorLabel(TickUnit unit, const CivilDate &date, const QLocale &locale)
{
    if (unit == TickUnit::Months) {
        const QString month = locale.standaloneMonthName(date.month, QLocale::LongFormat);
        //: %1 is a month, %2 a year, on the time axis
        return tr("%1 %2").arg(month, yearText(date.year));
    }
    if (unit == TickUnit::Years)
        return yearText(date.year);
    if (unit == TickUnit::Decades && date.year >= 10)
        //: a decade such as the 1990s, %1 is its first year
        return tr("%1s").arg(yearText(date.year));
    const int last = nextStepYear(yearsOf(unit), date.year) - 1;
    if (date.year > 0)
        return tr("%1–%2").arg(yearText(date.year), yearText(last));
    //: %1 and %2 are numbers of years before Christ, the earlier first
    return tr("%1–%2 BC").arg(QString::number(1 - date.year), QString::number(1 - last));
}

double widestMinorLabel(TickUnit unit, const Scale &scale, const QFontMetricsF &font, const QLocale &locale)
{
    double widest = 0;
    const auto measure = [&](const CivilDate &date) {
        widest = std::max(widest, font.horizontalAdvance(minorLabel(unit, date, locale)));
    };
    if (unit <= TickUnit::Weeks) {
        measure({2000, 1, 28});
    } else if (unit < TickUnit::Years) {
        for (int month = 1; month <= 12; ++month)
            measure({2000, month, 1});
    } else {
        measure({2888, 1, 1});
        measure(civilDate(scale.wholeDayAt(0)));
    }
    return widest;
}

/// Empties labels that do not fit between their line and the next, or into the window.
void placeLabels(QList<Tick> &ticks, double width, const QFontMetricsF &font, bool sticky)
{
    for (qsizetype i = 0; i < ticks.size(); ++i) {
        Tick &tick = ticks[i];
        const double end = i + 1 < ticks.size() ? ticks.at(i + 1).x : width + TickGap - LabelInset;
        tick.labelX = (sticky ? std::max(tick.x, 0.0) : tick.x) + LabelInset;
        const double labelEnd = tick.labelX + font.horizontalAdvance(tick.label);
        if (tick.labelX < 0 || labelEnd + TickGap - LabelInset > end)
            tick.label.clear();
    }
}

template <typename Label>
QList<Tick> ticksOf(TickUnit unit, const Scale &scale, const Label &label)
{
    QList<Tick> ticks;
    Day day = tickStart(unit, scale.wholeDayAt(0));
    while (scale.x(day) < scale.width()) {
        ticks.append({day, scale.x(day), 0, label(civilDate(day))});
        if (day >= tickStart(unit, MaxDay))
            break;
        day = nextTick(unit, day);
    }
    return ticks;
}

} // namespace

double shortestStep(TickUnit unit)
{
    constexpr std::array<double, 5> days{1, 7, 28, 90, 365};
    const auto index = static_cast<size_t>(unit);
    return index < days.size() ? days[index] : 365.0 * (yearsOf(unit) - 1);
}

QString stepText(TickUnit unit, Day start, const QLocale &locale)
{
    if (unit == TickUnit::Days)
        return displayText(Edtf::read(dayText(std::max(start, MinDay))), locale);
    if (unit == TickUnit::Weeks)
        //: %1 is the Monday that a week begins with
        return tr("week of %1").arg(stepText(TickUnit::Days, start, locale));
    const CivilDate date = civilDate(start);
    if (unit == TickUnit::Quarters)
        //: %1 is a quarter such as Q3, %2 its year
        return tr("%1 %2", "quarter").arg(minorLabel(unit, date, locale), yearText(date.year));
    return majorLabel(unit, date, locale);
}

QString yearText(int year)
{
    return year > 0 ? QString::number(year) : tr("%1 BC").arg(QString::number(1 - year));
}

Day tickStart(TickUnit unit, Day day)
{
    if (unit == TickUnit::Days)
        return day;
    if (unit == TickUnit::Weeks)
        return day - ((day % 7) + 7) % 7; // Julian day 0 was a Monday
    const CivilDate date = civilDate(day);
    if (unit == TickUnit::Months)
        return dayNumber(date.year, date.month, 1);
    if (unit == TickUnit::Quarters)
        return dayNumber(date.year, (date.month - 1) / 3 * 3 + 1, 1);
    return firstOfYear(stepYear(yearsOf(unit), date.year));
}

Day nextTick(TickUnit unit, Day start)
{
    if (unit <= TickUnit::Weeks)
        return start + (unit == TickUnit::Days ? 1 : 7);
    const CivilDate date = civilDate(start);
    if (unit == TickUnit::Months || unit == TickUnit::Quarters) {
        const int month = date.month + (unit == TickUnit::Months ? 1 : 3);
        return month > 12 ? dayNumber(date.year + 1, month - 12, 1) : dayNumber(date.year, month, 1);
    }
    return firstOfYear(nextStepYear(yearsOf(unit), stepYear(yearsOf(unit), date.year)));
}

AxisTicks axisTicks(const Scale &scale, const QFontMetricsF &minorFont, const QFontMetricsF &majorFont,
                    const QLocale &locale)
{
    AxisTicks axis;
    axis.minorUnit = TickUnit::FiveMillennia;
    for (int unit = 0; unit < static_cast<int>(TickUnit::FiveMillennia); ++unit) {
        const auto candidate = static_cast<TickUnit>(unit);
        const double room = shortestStep(candidate) * scale.pixelsPerDay();
        // Measuring every month's name is not worth it where even a digit has no room.
        if (room > 12 && room >= widestMinorLabel(candidate, scale, minorFont, locale) + TickGap) {
            axis.minorUnit = candidate;
            break;
        }
    }
    axis.majorUnit = majorOf(axis.minorUnit);
    axis.minor =
        ticksOf(axis.minorUnit, scale, [&](const CivilDate &date) { return minorLabel(axis.minorUnit, date, locale); });
    axis.major =
        ticksOf(axis.majorUnit, scale, [&](const CivilDate &date) { return majorLabel(axis.majorUnit, date, locale); });
    placeLabels(axis.minor, scale.width(), minorFont, false);
    placeLabels(axis.major, scale.width(), majorFont, true);
    return axis;
}

} // namespace Treatybook
