#pragma once

#include "domain/agreement.h"

#include <algorithm>

namespace Treatybook {

/// Which bound of a vague date counts: the latest gives the answer, the earliest what is possible besides.
enum class BoundMode : quint8 { Latest, Earliest };

inline constexpr Day Always = NoDay; ///< before every day
inline constexpr Day Never = std::numeric_limits<Day>::max();

constexpr Day dayAfter(Day day)
{
    return day == Always || day == Never ? day : day + 1;
}

/// The same day of a later (or earlier) month, or its last day if it is shorter. Never beyond the years of Day.
Day addMonths(Day day, int months);

/// When something happened, as one bound mode has it.
struct Fact {
    Day day = Never;
    bool recorded = false; ///< it happens, though perhaps nobody knows when
    bool dated = false;    ///< at least one bound is known
    bool doubtful = false; ///< `?`, `~`, `%` or an unconfirmed act
    qint16 index = -1;     ///< row of the action or incoming relation

    bool happenedBy(Day other) const { return day <= other; }
};

/// Something that several acts may have brought about: the first counts, and the first without a doubt makes it sure.
struct Milestone {
    Fact first;
    Day sure = Never;

    void add(const Fact &fact);
    bool reachedBy(Day day) const { return first.day <= day; }
    bool isDoubtfulOn(Day day) const { return day < sure; }
};

/// Bounds of a vague day; unknown ones are Always and Never.
struct VagueDay {
    Day lo = Always;
    Day hi = Never;

    Day in(BoundMode mode) const { return mode == BoundMode::Latest ? hi : lo; }
    bool overlaps(const VagueDay &other) const { return lo <= other.hi && other.lo <= hi; }
    qint64 width() const { return qint64(hi) - lo; }
};

VagueDay vagueDay(DayRange range);
inline VagueDay vagueDay(const Edtf &value)
{
    return vagueDay(value.instant());
}
/// First and last day of a period of application: a plain year or month is the whole of it, and certain.
VagueDay termStart(const Edtf &term);
VagueDay termEnd(const Edtf &term);

/// An act counts from its effective date, else from its own.
inline const Edtf &whenOf(const Action &action)
{
    return action.effective.isDated() ? action.effective : action.date;
}

Fact makeFact(const Edtf &value, BoundMode mode);
Fact makeFact(const Action &action, qsizetype row, BoundMode mode);

/// The later (earlier) of two; one that is not recorded does not count. Doubt about either is doubt about the later.
Fact laterOf(const Fact &a, const Fact &b);
Fact earlierOf(const Fact &a, const Fact &b);

} // namespace Treatybook
