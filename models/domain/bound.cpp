#include "domain/bound.h"

#include "domain/sides.h"

#include <optional>

namespace Treatybook {

static bool canBind(const Agreement &agreement)
{
    return agreement->nature != Nature::NonBinding && agreement->nature != Nature::Event;
}

static bool hasOwnConsent(const Agreement &agreement, ItemId participant)
{
    const auto &actions = agreement->actions;
    return std::any_of(actions.cbegin(), actions.cend(), [&](const Action &action) {
        return isConsent(action.kind) && isSameState(agreement, action.participant, participant);
    });
}

static bool mayBeBound(const Agreement &agreement, const Participant &participant)
{
    return isSide(participant.role) || hasOwnConsent(agreement, participant.id);
}

static Bound boundBy(const StatusRun &run)
{
    return isInForce(run, false) ? Bound::Yes : isInForce(run, true) ? Bound::Possibly : Bound::No;
}

Bound boundOn(const Agreement &agreement, const StatusContext &context, ItemId participant, Day day)
{
    const Participant *who = findParticipant(agreement, participant);
    if (!who || !canBind(agreement) || !mayBeBound(agreement, *who))
        return Bound::No;
    // The timeline of a participant already is that of the instrument where it has no acts of its own.
    return boundBy(statusTimeline(agreement, context, participant).on(day));
}

/// `together` is how far all are bound whom the instrument binds as one; none where each is by itself.
static QList<ItemId> atLeast(Bound least, const Agreement &agreement, const StatusContext &context,
                             std::optional<Bound> together, Day day)
{
    QList<ItemId> bound;
    for (const Participant &participant : agreement->participants) {
        const Bound own = !together                            ? boundOn(agreement, context, participant.id, day)
                          : mayBeBound(agreement, participant) ? *together
                                                               : Bound::No;
        if (own >= least && own != Bound::No)
            bound.append(participant.id);
    }
    return bound;
}

QList<ItemId> boundParticipants(const Agreement &agreement, const StatusContext &context, Day day, Bound least)
{
    if (!canBind(agreement))
        return {};
    std::optional<Bound> together;
    if (!isMultilateral(agreement))
        together = boundBy(statusTimeline(agreement, context).on(day));
    return atLeast(least, agreement, context, together, day);
}

QList<ItemId> boundParticipants(const Agreement &agreement, const StatusContext &context, const StatusRun &run, Day day)
{
    if (!canBind(agreement))
        return {};
    const bool together = !isMultilateral(agreement);
    return atLeast(Bound::Yes, agreement, context, together ? std::optional(boundBy(run)) : std::nullopt, day);
}

} // namespace Treatybook
