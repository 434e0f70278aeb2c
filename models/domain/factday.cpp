#include "domain/factday.h"

namespace Treatybook {

Day addMonths(Day day, int months)
{
    if (day == Always || day == Never)
        return day;
    const CivilDate date = civilDate(day);
    const qint64 index = qint64(date.year) * 12 + date.month - 1 + months;
    const qint64 year = index >= 0 ? index / 12 : -((11 - index) / 12);
    if (year > MaxYear)
        return Never;
    if (year < MinYear)
        return Always;
    const int month = static_cast<int>(index - year * 12) + 1;
    const int y = static_cast<int>(year);
    return dayNumber(y, month, std::min(date.day, Calendar::daysInMonth(y, month)));
}

VagueDay vagueDay(DayRange range)
{
    return {range.earliest, range.latest == NoDay ? Never : range.latest};
}

VagueDay termStart(const Edtf &term)
{
    if (term.termStartVague())
        return vagueDay(term.start());
    return {term.termFirst(), term.termFirst()};
}

VagueDay termEnd(const Edtf &term)
{
    if (term.termEndVague()) {
        const VagueDay last = vagueDay(term.end());
        return {std::max(last.lo, term.termFirst()), last.hi}; // no term ends before it starts
    }
    const Day last = term.termLast() == NoDay ? Never : term.termLast();
    return {last, last};
}

Fact makeFact(const Edtf &value, BoundMode mode)
{
    if (value.isEmpty())
        return {};
    return {vagueDay(value).in(mode), true, value.isDated(), value.isQualified(), -1};
}

Fact makeFact(const Action &action, qsizetype row, BoundMode mode)
{
    const Edtf &when = whenOf(action);
    return {vagueDay(when).in(mode), true, when.isDated(),
            when.isQualified() || action.confidence == Confidence::Unconfirmed, static_cast<qint16>(row)};
}

Fact laterOf(const Fact &a, const Fact &b)
{
    if (!a.recorded || !b.recorded)
        return a.recorded ? a : b;
    Fact later = a.day >= b.day ? a : b;
    later.doubtful = a.doubtful || b.doubtful;
    later.dated = a.dated || b.dated;
    return later;
}

Fact earlierOf(const Fact &a, const Fact &b)
{
    if (!a.recorded || !b.recorded)
        return a.recorded ? a : b;
    if (a.day == b.day)
        return a.doubtful ? b : a;
    return a.day < b.day ? a : b;
}

void Milestone::add(const Fact &fact)
{
    if (!fact.recorded)
        return;
    first = earlierOf(first, fact);
    if (!fact.doubtful)
        sure = std::min(sure, fact.day);
}

} // namespace Treatybook
