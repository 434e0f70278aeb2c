#include "domain/upcoming.h"
#include "app/verbs/loadedbook.h"
#include "app/verbs/printtable.h"
#include "app/verbs/verbs.h"
#include "domain/tr.h"

#include <algorithm>

namespace Treatybook {

Result<void> runUpcoming(const CommandLine &command)
{
    const auto book = LoadedBook::open(command);
    if (!book)
        return book.error();
    const AgreementTableModel &records = book->model();
    const AgreementStore &store = records.store();
    const Day asOf = records.asOf(), until = asOf + command.days;
    QList<std::pair<Day, QStringList>> steps;
    for (const Slot slot : records.visibleSlots()) {
        const Agreement &record = store.record(slot);
        for (const Upcoming &step : upcoming(record, store.context(slot), asOf, until)) {
            steps.append(
                {step.day,
                 {dayText(step.day), upcomingText(step, record, asOf, records.locale()), record->title.toString()}});
        }
    }
    std::ranges::stable_sort(steps, {}, &std::pair<Day, QStringList>::first);
    QList<QStringList> rows;
    for (const auto &[day, row] : steps)
        rows.append(row);
    return printTable({tr("Day"), tr("Next step"), tr("Title")}, rows);
}

} // namespace Treatybook
