#include "domain/statusrules.h"

namespace Treatybook {

using Answer = StatusRules::Answer;

static Answer answer(Status status, Reason reason, const Fact &fact = {})
{
    return {status, Status::None, fact.doubtful, {reason, fact.index, fact.day == Never ? NoDay : fact.day}};
}

StatusRules::StatusRules(const Agreement &agreement, const StatusContext &context, ItemId participant, BoundMode mode)
    : m_facts(agreement, context, participant, mode)
{
    if (m_facts.shape == StatusShape::Contract || m_facts.shape == StatusShape::Gift) {
        m_performance.emplace(agreement, mode, m_facts.concluded.first.day);
        m_performance->addDays(m_facts.days);
    }
}

Answer StatusRules::on(Day day) const
{
    if (m_facts.shape == StatusShape::Event)
        return {};
    if (!m_facts.concluded.reachedBy(day))
        return notConcluded(day);
    Answer result;
    if (const StatusFacts::Ending ending = endingOn(day); ending.status != Status::None)
        result = {ending.status, Status::None, ending.doubtful, {ending.reason, ending.index, ending.day}};
    else
        result = inLife(day);
    result.doubtful |= m_facts.concluded.isDoubtfulOn(day);
    return result;
}

std::optional<Performance::State> StatusRules::performanceOn(Day day) const
{
    return m_performance ? std::optional(m_performance->on(day)) : std::nullopt;
}

/// Rule 2.
Answer StatusRules::notConcluded(Day day) const
{
    const auto stage = [day](Status status, Reason reason, const Milestone &milestone) {
        Answer result = answer(status, reason, milestone.first);
        result.doubtful = milestone.isDoubtfulOn(day);
        return result;
    };
    if (m_facts.abandoned.reachedBy(day))
        return stage(Status::NotConcluded, Reason::Abandoned, m_facts.abandoned);
    if (const StatusFacts::TermEnd *end = m_facts.termEndOn(day); end && end->last < day)
        return {Status::NotConcluded, Status::None, end->doubtful, {Reason::NeverConcluded, end->index, end->last}};
    if (m_facts.adopted.reachedBy(day))
        return stage(Status::Adopted, Reason::Adopted, m_facts.adopted);
    if (m_facts.negotiated.reachedBy(day))
        return stage(Status::UnderNegotiation, Reason::Negotiated, m_facts.negotiated);
    if (m_facts.proposed.reachedBy(day))
        return stage(Status::Proposed, Reason::Proposed, m_facts.proposed);
    if (day >= m_facts.lastDated)
        return answer(Status::Unknown, Reason::NoDate);
    return answer(Status::NotYet, Reason::Ahead, m_facts.concluded.first);
}

/// Rule 3: the earliest decides. A term that is over on the eve of another ending was over first.
StatusFacts::Ending StatusRules::endingOn(Day day) const
{
    StatusFacts::Ending decides;
    const StatusFacts::TermEnd *end = m_facts.termEndOn(day);
    if (end && end->last < day && day < end->cancelled) {
        const Day first = end->last == Always ? Always : std::max(end->last + 1, end->from);
        decides = {first, Status::Expired, Reason::TermEnded, end->doubtful, end->index, end->cancelled};
    }
    for (const StatusFacts::Ending &ending : m_facts.endings) {
        if (!ending.holdsOn(day))
            continue;
        const bool earlier = decides.status == Status::None || ending.day < decides.day;
        const bool surer = ending.day == decides.day && ending.status == decides.status && !ending.doubtful;
        if (earlier || surer)
            decides = ending;
    }
    return decides;
}

const StatusFacts::Period *StatusRules::periodOn(const Periods &periods, Day day)
{
    const StatusFacts::Period *found = nullptr;
    for (const StatusFacts::Period &period : periods) {
        if (period.contains(day) && (!found || (found->doubtful && !period.doubtful)))
            found = &period;
    }
    return found;
}

/// Rules 4 to 7.
Answer StatusRules::inLife(Day day) const
{
    if (const StatusFacts::Period *period = periodOn(m_facts.suspensions, day))
        return {Status::Suspended, Status::None, period->doubtful, {period->reason, period->index, period->from}};
    const Fact &concluded = m_facts.concluded.first;
    switch (m_facts.shape) {
    case StatusShape::Statement:
        return answer(Status::Issued, Reason::Issued, concluded);
    case StatusShape::Offer:
        return answer(Status::Announced, Reason::Announced, concluded);
    case StatusShape::Undertaking:
        return answer(Status::Agreed, Reason::Agreed, concluded);
    case StatusShape::Award:
        return answer(Status::Presented, Reason::Presented, concluded);
    case StatusShape::Gift:
        return gift(day);
    default:
        break;
    }
    if (m_facts.effect.happenedBy(day)) {
        if (m_facts.shape == StatusShape::Contract)
            return contract(day);
        const Reason reason = m_facts.effectStatus == Status::InForce ? Reason::EnteredIntoForce
                              : m_facts.isPresumed                    ? Reason::PresumedInEffect
                                                                      : Reason::TookEffect;
        return answer(m_facts.effectStatus, reason, m_facts.effect);
    }
    if (const StatusFacts::Period *period = periodOn(m_facts.provisional, day))
        return {Status::ProvisionallyApplied,
                Status::None,
                period->doubtful,
                {period->reason, period->index, period->from}};
    return concludedOnly(day);
}

Answer StatusRules::contract(Day day) const
{
    const Performance::State state = m_performance->on(day);
    Answer result;
    if (state.obligationOpen || state.fallsShort) {
        result = answer(Status::BeingPerformed, state.obligationOpen ? Reason::ObligationOpen : Reason::DeliveriesShort,
                        m_facts.effect);
    } else if (state.isDone()) {
        result = answer(Status::Performed, Reason::AllDone, m_facts.effect);
        result.doubtful |= state.doubtful;
        return result;
    } else {
        result = answer(Status::InEffect, Reason::TookEffect, m_facts.effect);
        if (m_facts.hasStatedTerm)
            return result; // the term itself says that it still holds
    }
    if (state.stale) {
        result.doubtful = true;
        result.reason = {Reason::NothingRecorded, -1, state.lastAct};
    }
    return result;
}

Answer StatusRules::gift(Day day) const
{
    const Performance::State state = m_performance->on(day);
    if (!state.delivered)
        return answer(Status::Announced, Reason::DeliveryNotRecorded, m_facts.concluded.first);
    Answer result = state.fallsShort ? answer(Status::PartlyDelivered, Reason::PartlyDelivered)
                                     : answer(Status::Delivered, Reason::Delivered);
    result.doubtful = state.doubtful;
    result.reason.day = state.lastAct;
    return result;
}

/// Rule 7.
Answer StatusRules::concludedOnly(Day day) const
{
    if (m_facts.effect.recorded)
        return answer(Status::Signed, Reason::TakesEffect, m_facts.effect);
    if (m_facts.consent.reachedBy(day) && m_facts.allConsented > day) {
        Answer result = answer(Status::Signed, Reason::Ratified, m_facts.consent.first);
        result.doubtful = m_facts.consent.isDoubtfulOn(day);
        return result;
    }
    Answer result = answer(Status::Signed, Reason::EntryNotRecorded, m_facts.concluded.first);
    if (m_facts.shape == StatusShape::Treaty && !m_facts.isGroup)
        result.possibly = Status::InForce;
    return result;
}

} // namespace Treatybook
