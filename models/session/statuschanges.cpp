#include "session/statuschanges.h"

#include <algorithm>

namespace Treatybook {

/// Calls `take` with each day on which the status of the record changes, in rising order.
template <class Take>
static void withChanges(const StatusTimeline &timeline, Take take)
{
    const auto &runs = timeline.runs();
    for (size_t i = 1; i < runs.size(); ++i) {
        if (runs[i].status != runs[i - 1].status)
            take(runs[i].first);
    }
}

std::optional<Day> nextStatusChange(const AgreementStore &store, const QList<Slot> &records, Day day)
{
    std::optional<Day> nearest;
    for (const Slot slot : records) {
        withChanges(store.timeline(slot), [&](Day change) {
            if (change > day && (!nearest || change < *nearest))
                nearest = change;
        });
    }
    return nearest;
}

std::optional<Day> previousStatusChange(const AgreementStore &store, const QList<Slot> &records, Day day)
{
    std::optional<Day> nearest;
    for (const Slot slot : records) {
        withChanges(store.timeline(slot), [&](Day change) {
            if (change < day && (!nearest || change > *nearest))
                nearest = change;
        });
    }
    return nearest;
}

QList<StatusChange> statusChanges(const AgreementStore &store, const QList<Slot> &records, Day since, Day until)
{
    QList<StatusChange> changes;
    for (const Slot slot : records) {
        const StatusTimeline &timeline = store.timeline(slot);
        const StatusRun &before = timeline.on(since), &after = timeline.on(until);
        if (before.status != after.status)
            changes.append({slot, before, after});
    }
    std::ranges::stable_sort(changes, {}, [](const StatusChange &change) { return change.after.first; });
    return changes;
}

} // namespace Treatybook
