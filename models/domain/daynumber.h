#pragma once

#include <QString>

#include <chrono>
#include <limits>
#include <optional>

namespace Treatybook {

/// Julian day number as in QDate::toJulianDay(), proleptic Gregorian calendar, years -9999 to 9999. Years are
/// astronomical: 0 is 1 BC, -43 is 44 BC (QDate has no year 0).
using Day = qint32;

/// No bound is known, or there is none.
inline constexpr Day NoDay = std::numeric_limits<Day>::min();

inline constexpr int MinYear = -9999;
inline constexpr int MaxYear = 9999;

struct CivilDate {
    int year = 0;
    int month = 1;
    int day = 1;
    bool operator==(const CivilDate &) const = default;
};

/// From the earliest to the latest day, inclusive; NoDay is unbounded on that side.
struct DayRange {
    Day earliest = NoDay;
    Day latest = NoDay;
    bool operator==(const DayRange &) const = default;
};

namespace Calendar {

inline constexpr int JulianDayOfUnixEpoch = 2440588;

constexpr std::chrono::year_month_day chronoDate(int year, int month, int day)
{
    return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
            std::chrono::day(static_cast<unsigned>(day))};
}

/// `month` is 1 to 12.
constexpr int daysInMonth(int year, int month)
{
    const std::chrono::year_month_day_last last(std::chrono::year(year),
                                                std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last);
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

constexpr bool isValid(int year, int month, int day)
{
    return year >= MinYear && year <= MaxYear && month >= 1 && month <= 12 && day >= 1 &&
           day <= daysInMonth(year, month);
}

} // namespace Calendar

/// The date must exist.
constexpr Day dayNumber(int year, int month, int day)
{
    const std::chrono::sys_days days(Calendar::chronoDate(year, month, day));
    return static_cast<Day>(days.time_since_epoch().count()) + Calendar::JulianDayOfUnixEpoch;
}

inline constexpr Day MinDay = dayNumber(MinYear, 1, 1);
inline constexpr Day MaxDay = dayNumber(MaxYear, 12, 31);

/// `day` lies between MinDay and MaxDay.
constexpr CivilDate civilDate(Day day)
{
    const std::chrono::year_month_day date{
        std::chrono::sys_days(std::chrono::days(day - Calendar::JulianDayOfUnixEpoch))};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

/// ISO 8601: "2021-10-01", "-0043-03-15"; empty for NoDay and beyond the years of Day.
QString dayText(Day day);
/// The reverse. Nothing but a whole date that exists, in exactly that form.
std::optional<Day> parseDay(QStringView text);

} // namespace Treatybook
