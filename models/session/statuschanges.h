#pragma once

#include "session/agreementstore.h"

#include <QList>

namespace Treatybook {

/// The nearest day after (before) `day` on which one of the records has another status than on the day before it.
std::optional<Day> nextStatusChange(const AgreementStore &store, const QList<Slot> &records, Day day);
std::optional<Day> previousStatusChange(const AgreementStore &store, const QList<Slot> &records, Day day);

/// A record that has another status on the later of two days.
struct StatusChange {
    Slot slot = 0;
    StatusRun before, after; ///< on the two days
    bool operator==(const StatusChange &) const = default;
};

/// Those of `records` whose status on `until` is another than on `since`, by the day from which the new one holds.
QList<StatusChange> statusChanges(const AgreementStore &store, const QList<Slot> &records, Day since, Day until);

} // namespace Treatybook
