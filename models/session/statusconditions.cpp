#include "session/conditions.h"

#include "domain/bound.h"
#include "domain/factday.h"
#include "domain/statustimeline.h"
#include "domain/upcoming.h"
#include "session/participantmatch.h"

#include <algorithm>

namespace Treatybook {

namespace {

bool isOneOf(const StatusRun &run, const QList<int> &statuses, Reading reading)
{
    const auto isAsked = [&](Status status) { return statuses.contains(static_cast<int>(status)); };
    switch (reading) {
    case Reading::Certain:
        return run.certain && isAsked(run.status);
    case Reading::Possible:
        return isAsked(run.status) || (run.possibly != Status::None && isAsked(run.possibly));
    case Reading::AsShown:
        break;
    }
    return isAsked(run.status);
}

/// From a day of the range on it had one of the statuses, and another one before.
bool became(const StatusTimeline &timeline, const QList<int> &statuses, const VagueDay &asked, Reading reading)
{
    const auto &runs = timeline.runs();
    for (size_t i = 1; i < runs.size(); ++i) {
        if (runs[i].first > asked.hi)
            break;
        if (runs[i].first >= asked.lo && runs[i].status != runs[i - 1].status && isOneOf(runs[i], statuses, reading))
            return true;
    }
    return false;
}

bool isExpiring(const AgreementStore &store, Slot slot, Day asOf, int days)
{
    if (!isInForce(store.timeline(slot).on(asOf), false))
        return false;
    const Day until = asOf > Never - days ? Never : asOf + days;
    return std::ranges::any_of(
        upcoming(store.record(slot), store.context(slot), asOf, until), [](const Upcoming &step) {
            return step.kind == Upcoming::Kind::TermEnds || step.kind == Upcoming::Kind::Renews ||
                   step.kind == Upcoming::Kind::EndTakesEffect;
        });
}

bool isOverdue(const AgreementStore &store, Slot slot, Day asOf)
{
    const Agreement &record = store.record(slot);
    if (record.extras().obligations.isEmpty())
        return false;
    return std::ranges::any_of(upcoming(record, store.context(slot), asOf, asOf), [asOf](const Upcoming &step) {
        return step.kind == Upcoming::Kind::ObligationDue && step.day < asOf;
    });
}

bool isBound(const AgreementStore &store, Slot slot, const ParticipantMatch &match, Day asOf, Reading reading)
{
    const Agreement &record = store.record(slot);
    const Bound least = reading == Reading::Possible ? Bound::Possibly : Bound::Yes;
    return std::ranges::any_of(record->participants, [&](const Participant &participant) {
        return match(participant) && boundOn(record, store.context(slot), participant.id, asOf) >= least;
    });
}

} // namespace

ConditionTest statusTest(const QueryScope &scope, const QueryCondition &condition)
{
    const AgreementStore &store = scope.store;
    const Day asOf = scope.asOf;
    const Reading reading = scope.reading;
    const auto test = [](std::function<bool(Slot)> holds) { return ConditionTest{std::move(holds), {}}; };
    switch (condition.subject) {
    case QuerySubject::Status:
        return test([=, &store, entries = condition.entries](Slot slot) {
            return isOneOf(store.timeline(slot).on(asOf), entries, reading);
        });
    case QuerySubject::Became:
        return test([=, &store, entries = condition.entries, asked = vagueDay(condition.days)](Slot slot) {
            return became(store.timeline(slot), entries, asked, reading);
        });
    case QuerySubject::InForce:
    case QuerySubject::PossiblyInForce: {
        const bool orPossibly = reading == Reading::Possible ||
                                (condition.subject == QuerySubject::PossiblyInForce && reading != Reading::Certain);
        return test([=, &store](Slot slot) { return isInForce(store.timeline(slot).on(asOf), orPossibly); });
    }
    case QuerySubject::Expiring:
        return test([=, &store, days = condition.number](Slot slot) { return isExpiring(store, slot, asOf, days); });
    case QuerySubject::Overdue:
        return test([=, &store](Slot slot) { return isOverdue(store, slot, asOf); });
    case QuerySubject::Bound:
        return test([=, &store, match = ParticipantMatch(store, condition.value)](Slot slot) {
            return isBound(store, slot, match, asOf, reading);
        });
    default:
        return {};
    }
}

} // namespace Treatybook
