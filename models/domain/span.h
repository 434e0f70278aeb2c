#pragma once

#include "domain/statuscontext.h"

#include <optional>

namespace Treatybook {

/// Where a record stands in time, for bars, density, range filter and the field `ends`. Days are inclusive: `end` is
/// the last day.
struct Span {
    DayRange start; ///< both NoDay if nobody knows
    DayRange end;   ///< both NoDay if open or unknown; of an unknown end `earliest` is the last day it is attested
    /// The part of a term before the record began (a plan signed inside its term); both NoDay if there is none.
    DayRange outline;
    bool openEnd = false;    ///< it has no end
    bool unknownEnd = false; ///< nobody recorded the end
    bool hollow = false;     ///< signed, entry into force not known
    bool point = false;      ///< done on a day rather than lasting: an award, a statement, a visit of a day
    bool event = false;
    bool startApproximate = false; ///< `~`, `?` or `%`
    bool endApproximate = false;

    bool isDated() const { return start != DayRange() || end != DayRange(); }
    bool operator==(const Span &) const = default;
};

/// From the entry into force, else the later of date and start of term; to the ending, else the end of term, else open
/// or unknown. A performed contract and a delivered gift end with their last act.
Span spanOf(const Agreement &agreement, const StatusContext &context);

/// The days that must be in sight for a span to be seen whole: what is kept of it for every record.
struct Extent {
    Extent() = default;
    explicit Extent(const Span &span);

    /// An open or unknown end lies on `today`, or on the last day it is attested if that is later. None if undated.
    std::optional<DayRange> on(Day today) const;

    Day first = NoDay;
    Day last = NoDay;     ///< NoDay: open or unknown
    Day attested = NoDay; ///< that it still lasted
    bool event = false;
};

} // namespace Treatybook
