#pragma once

#include "session/agreementstore.h"

namespace Treatybook {

/// The nearest day after (before) `day` on which one of the records has another status than on the day before it.
std::optional<Day> nextStatusChange(const AgreementStore &store, const QList<Slot> &records, Day day);
std::optional<Day> previousStatusChange(const AgreementStore &store, const QList<Slot> &records, Day day);

} // namespace Treatybook
