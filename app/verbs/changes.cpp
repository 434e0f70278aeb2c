#include "app/verbs/loadedbook.h"
#include "app/verbs/printtable.h"
#include "app/verbs/verbs.h"
#include "itemmodels/changesmodel.h"

namespace Treatybook {

Result<void> runChanges(const CommandLine &command)
{
    const auto book = LoadedBook::open(command);
    if (!book)
        return book.error();
    ChangesModel changes(book->model());
    changes.setOnlyShown(true);
    if (command.since != NoDay)
        changes.setSince(command.since);
    changes.setActive(true);
    QStringList headings;
    for (int column = 0; column < changes.columnCount(); ++column)
        headings.append(changes.headerData(column, Qt::Horizontal).toString());
    QList<QStringList> rows;
    for (int row = 0; row < changes.rowCount(); ++row) {
        rows.append(QStringList());
        for (int column = 0; column < changes.columnCount(); ++column)
            rows.last().append(changes.index(row, column).data().toString());
    }
    return printTable(headings, rows);
}

} // namespace Treatybook
