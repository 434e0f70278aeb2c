#include "domain/sides.h"

#include <QVarLengthArray>

#include <algorithm>

namespace Treatybook {

const Participant *findParticipant(const Agreement &agreement, ItemId id)
{
    const auto &all = agreement->participants;
    const auto found = std::find_if(all.cbegin(), all.cend(), [id](const Participant &p) { return p.id == id; });
    return found == all.cend() ? nullptr : &*found;
}

bool isSide(ParticipantRole role)
{
    switch (role) {
    case ParticipantRole::Depositary:
    case ParticipantRole::Observer:
    case ParticipantRole::Mediator:
    case ParticipantRole::Witness:
    case ParticipantRole::Guarantor:
        return false;
    default:
        return true;
    }
}

bool isSameState(const Participant &a, const Participant &b)
{
    if (!a.code.isEmpty() && !b.code.isEmpty())
        return a.code == b.code;
    return !a.name.isEmpty() && a.name == b.name;
}

bool isSameState(const Agreement &agreement, ItemId a, ItemId b)
{
    if (a == ItemId::None || b == ItemId::None)
        return false;
    if (a == b)
        return true;
    const Participant *first = findParticipant(agreement, a);
    const Participant *second = findParticipant(agreement, b);
    return first && second && isSameState(*first, *second);
}

bool isMultilateral(const Agreement &agreement)
{
    QVarLengthArray<const Participant *, 2> distinct;
    for (const Participant &participant : agreement->participants) {
        if (!isSide(participant.role))
            continue;
        const bool known = std::any_of(distinct.cbegin(), distinct.cend(),
                                       [&](const Participant *other) { return isSameState(*other, participant); });
        if (known)
            continue;
        if (distinct.size() == 2)
            return true;
        distinct.append(&participant);
    }
    return false;
}

bool isConsent(ActionKind kind)
{
    switch (kind) {
    case ActionKind::DefinitiveSignature:
    case ActionKind::CompletionNotice:
    case ActionKind::Ratification:
    case ActionKind::Acceptance:
    case ActionKind::Approval:
    case ActionKind::Accession:
    case ActionKind::Succession:
    case ActionKind::FormalConfirmation:
        return true;
    default:
        return false;
    }
}

} // namespace Treatybook
