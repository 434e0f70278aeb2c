#pragma once

#include "domain/performance.h"
#include "domain/statusfacts.h"

#include <optional>

namespace Treatybook {

/// The rules of status in their order, for one bound of every vague date. Pure: what was resolved in, an answer out.
class StatusRules
{
public:
    struct Answer {
        Status status = Status::None;
        Status possibly = Status::None;
        bool doubtful = false;
        ReasonCode reason;
    };

    StatusRules(const Agreement &agreement, const StatusContext &context, ItemId participant, BoundMode mode);

    Answer on(Day day) const;
    const StatusFacts &facts() const { return m_facts; }
    /// Every day on which the answer may change; unordered, with repetitions.
    const QVarLengthArray<Day, 32> &days() const { return m_facts.days; }

    /// The ending that decides on that day; status None if there is none.
    StatusFacts::Ending endingOn(Day day) const;
    /// What was due and done by that day; null unless a contract or a gift.
    std::optional<Performance::State> performanceOn(Day day) const;

private:
    using Periods = QVarLengthArray<StatusFacts::Period, 2>;

    /// The period that the day lies in, one without a doubt if there is; else null.
    static const StatusFacts::Period *periodOn(const Periods &periods, Day day);

    Answer notConcluded(Day day) const;
    Answer inLife(Day day) const;
    Answer contract(Day day) const;
    Answer gift(Day day) const;
    Answer concludedOnly(Day day) const;

    StatusFacts m_facts;
    std::optional<Performance> m_performance;
};

} // namespace Treatybook
