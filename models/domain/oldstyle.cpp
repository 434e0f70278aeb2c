#include "domain/oldstyle.h"

#include <QByteArrayView>

#include <algorithm>
#include <iterator>

namespace Treatybook {

namespace {

struct Change {
    QByteArrayView code; ///< ISO 3166-1 or 3166-3
    QByteArrayView name; ///< what a name without a code begins with
    Day gregorianFrom;
};

constexpr Day Britain = dayNumber(1752, 9, 14);
constexpr Day Russia = dayNumber(1918, 2, 14);

// First days of the Gregorian calendar in civil use.
constexpr Change Changes[] = {
    {"RU", "Russia", Russia},
    {"SUHH", "Soviet", Russia},
    {"SU", "USSR", Russia},
    {"UA", "Ukrain", Russia},
    {"BY", "Belarus", Russia},
    {"GE", "Georgia", Russia},
    {"AM", "Armenia", Russia},
    {"BG", "Bulgaria", dayNumber(1916, 4, 14)},
    {"RO", "Romania", dayNumber(1919, 4, 14)},
    {"RS", "Serbia", dayNumber(1919, 1, 28)},
    {"YUCS", "Yugoslavia", dayNumber(1919, 1, 28)},
    {"ME", "Montenegro", dayNumber(1919, 1, 28)},
    {"GR", "Greece", dayNumber(1923, 3, 1)},
    {"TR", "Ottoman", dayNumber(1917, 3, 1)},
};

Day gregorianFrom(const Participant &participant)
{
    const QByteArrayView code = participant.code.utf8();
    const QByteArrayView name = participant.name.utf8();
    const auto found = std::find_if(std::begin(Changes), std::end(Changes), [&](const Change &change) {
        return code.isEmpty() ? name.startsWith(change.name) : code == change.code;
    });
    return found == std::end(Changes) ? Britain : found->gregorianFrom;
}

} // namespace

bool isOldStyleLikely(const Agreement &agreement, const Edtf &date)
{
    if (!date.isExactDay())
        return false;
    const Day day = date.start().earliest;
    if (day < Britain)
        return true;
    const auto &all = agreement->participants;
    return std::any_of(all.cbegin(), all.cend(), [day](const Participant &p) { return day < gregorianFrom(p); });
}

std::optional<Day> dayOfJulianDate(int year, int month, int day)
{
    if (year < 1 || year > MaxYear || month < 1 || month > 12 || day < 1)
        return {};
    const bool isLeap = year % 4 == 0;
    const int days = month == 2 ? (isLeap ? 29 : 28) : Calendar::daysInMonth(2000, month);
    if (day > days)
        return {};
    // Years from March, so that the leap day is the last; 1 March of the year 0 is day 1721118.
    const int marchYear = month > 2 ? year : year - 1;
    const int marchMonth = month > 2 ? month - 3 : month + 9;
    const Day result = 1721117 + 365 * marchYear + marchYear / 4 + (153 * marchMonth + 2) / 5 + day;
    if (result > MaxDay)
        return {};
    return result;
}

} // namespace Treatybook
