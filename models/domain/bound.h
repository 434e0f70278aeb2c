#pragma once

#include "domain/statustimeline.h"

namespace Treatybook {

enum class Bound : quint8 { No, Possibly, Yes };

/// Whether a participant is bound on that day. Nobody is by a non-binding instrument or an event, and observers,
/// witnesses, mediators and depositaries only by a consent of their own. VCLT 2(1)(g), 14–16, 24, 55.
Bound boundOn(const Agreement &agreement, const StatusContext &context, ItemId participant, Day day);

/// The participants that are bound, in the order of the record; `least` is Bound::Possibly to add those who may be.
QList<ItemId> boundParticipants(const Agreement &agreement, const StatusContext &context, Day day,
                                Bound least = Bound::Yes);
/// Those that are certainly bound, where the status of the instrument on that day is known already: `run`, which is not
/// looked at where each participant has a status of its own.
QList<ItemId> boundParticipants(const Agreement &agreement, const StatusContext &context, const StatusRun &run,
                                Day day);

} // namespace Treatybook
