#include "app/verbs/loadedbook.h"
#include "app/verbs/printtable.h"
#include "app/verbs/verbs.h"
#include "domain/tr.h"
#include "domain/validation.h"

#include <algorithm>

namespace Treatybook {

/// The gravest first; errors, and only they, make it an Error.
Result<void> runProblems(const CommandLine &command)
{
    const auto book = LoadedBook::open(command);
    if (!book)
        return book.error();
    const AgreementTableModel &records = book->model();
    const AgreementStore &store = records.store();
    QList<std::pair<Severity, QStringList>> found;
    for (const Slot slot : records.visibleSlots()) {
        const Agreement &record = store.record(slot);
        for (const Issue &issue : store.issues(slot)) {
            found.append({issue.severity(),
                          {severityText(issue.severity()), record->title.toString(), fieldInfo(issue.field).labelText(),
                           issueText(issue, record, records.locale())}});
        }
    }
    std::ranges::stable_sort(found, {}, &std::pair<Severity, QStringList>::first);
    QList<QStringList> rows;
    for (const auto &[severity, row] : found)
        rows.append(row);
    if (const auto printed = printTable({tr("What it is"), tr("Title"), tr("Field"), tr("Problem")}, rows); !printed)
        return printed.error();
    const auto errors = std::ranges::count(found, Severity::Error, &std::pair<Severity, QStringList>::first);
    if (errors == 0)
        return {};
    return Error{ErrorKind::Invalid,
                 tr("%n error(s) found. Mend the records that are named.", nullptr, static_cast<int>(errors)),
                 {}};
}

} // namespace Treatybook
