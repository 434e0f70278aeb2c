#pragma once

#include "domain/factday.h"

#include <optional>

namespace Treatybook {

/// Tacit renewal: a term goes on by a further period unless notice was given in time. Months are counted from the first
/// day after the term, so that a term until 30 June renewed by one month ends on 31 July.
struct Renewal {
    std::optional<int> periodMonths; ///< not known: renewed by nobody knows how much
    int noticeMonths = 0;

    static Renewal of(const Agreement &agreement);

    /// The last day on which notice keeps a period that ends on `last` from being renewed.
    Day lastDayOfNotice(Day last) const;
    /// The last day of the `count`-th renewal of a term that ends on `last`.
    Day renewed(Day last, int count) const;
    /// The first end of a period that is not before `day`.
    Day firstEndFrom(Day last, Day day) const;
    /// The last day of the period for which `notice` came in time. With an unknown period: `last` if it came in time
    /// for that, else some day from the notice on (Never at the latest).
    Day endAfterNotice(Day last, Day notice, BoundMode mode) const;

private:
    int countFrom(Day last, Day day) const;
};

} // namespace Treatybook
