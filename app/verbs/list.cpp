#include "app/verbs/loadedbook.h"
#include "app/verbs/printtable.h"
#include "app/verbs/verbs.h"

namespace Treatybook {

Result<void> runList(const CommandLine &command)
{
    const auto book = LoadedBook::open(command);
    if (!book)
        return book.error();
    const ReportInput input =
        book->report(QList<Field>{Field::Title, Field::Date, Field::Term, Field::Status, Field::StatusReason});
    QStringList headings;
    for (const Field field : input.fields)
        headings.append(fieldInfo(field).labelText());
    QList<QStringList> rows;
    for (const Slot slot : input.records) {
        rows.append(QStringList());
        for (const Field field : input.fields)
            rows.last().append(reportText(input, slot, field));
    }
    return printTable(headings, rows);
}

} // namespace Treatybook
