#pragma once

#include "domain/agreement.h"

namespace Treatybook {

/// Null if the record has no such participant.
const Participant *findParticipant(const Agreement &agreement, ItemId id);

/// The role makes a participant a side of the instrument; observers, depositaries, witnesses and their like are none.
bool isSide(ParticipantRole role);

/// A ministry or company counts with its State: same code, or same name.
bool isSameState(const Participant &a, const Participant &b);
/// By id; an unknown id is nobody's.
bool isSameState(const Agreement &agreement, ItemId a, ItemId b);

/// More than two distinct sides. One or none recorded still counts as bilateral: nothing shows that there are others.
bool isMultilateral(const Agreement &agreement);

/// An act by which a State consents to be bound (VCLT 11); a simple signature is none.
bool isConsent(ActionKind kind);

} // namespace Treatybook
