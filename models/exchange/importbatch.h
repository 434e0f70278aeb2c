#pragma once

#include "exchange/importbook.h"
#include "exchange/importrowreader.h"

#include <QFuture>
#include <QThreadPool>

#include <memory>
#include <vector>

namespace Treatybook {

/// A row of the file, and what it says by itself and to the records of the book; other rows do not count.
struct ImportRow {
    qint64 number = 0;    ///< in a spreadsheet
    QStringList original; ///< its cells
    bool isRagged = false; ///< too few or too many of them: it is not read

    qsizetype apostrophes = 0;         ///< taken off cells that were guarded
    QStringList keys;                  ///< what it is matched by
    QList<const StoredRecord *> found; ///< by that, two at most
    Agreement record{QUuid()};         ///< as it would be; without an id if it is a new one
    size_t content = 0;                ///< see contentOf()
    QList<ImportIssue> issues;
    int ownFieldValues = 0; ///< cells that went into fields of the book's own although nobody said so

    const StoredRecord *stored() const { return found.size() == 1 ? found.first() : nullptr; }
};

/// Reads many rows side by side, in as many threads as there are processors. Called in one thread.
class ImportBatch
{
public:
    /// Both outlive it.
    ImportBatch(const ImportLayout &layout, const ImportBook &book);
    ~ImportBatch();

    /// Fills all but the number and the original cells of the rows, while the caller goes on.
    void start(std::vector<ImportRow> rows);
    /// Waits for the rows that were started last and gives them back.
    std::vector<ImportRow> finish();

private:
    class Worker;

    std::vector<std::unique_ptr<Worker>> m_workers;
    std::vector<ImportRow> m_rows;
    QFuture<void> m_reading;
    QThreadPool m_threads; ///< of its own: others may be waiting for a disk in the global one
};

} // namespace Treatybook
