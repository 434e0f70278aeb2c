#pragma once

#include "exchange/importbatch.h"
#include "exchange/importplan.h"

namespace Treatybook {

/// Turns rows into a plan, in their order, against what the book holds and the rows before: which record each is, what
/// it changes, what is wrong with it. Called in one thread.
class ImportPlanner
{
public:
    ImportPlanner(const ImportLayout &layout, const QList<StoredRecord> &present);

    /// The next row of the file, by its number in a spreadsheet.
    void add(qint64 number, const QStringList &cells);
    /// Looks the records over as a whole. Once, after the last row. `header` as it stands in the file.
    ImportPlan finish(const QString &path, const QStringList &header);

private:
    struct Accepted {
        qint64 row = 0;
        Agreement record;
    };

    void planStarted();
    void plan(ImportRow &row);
    void reject(qint64 number, const QStringList &original, const QList<ImportIssue> &issues);
    void accept(const ImportRow &row);
    QStringList withReason(QStringList cells, const QString &reason) const;
    void checkContents();

    ImportLayout m_layout;
    ImportBook m_book;
    ImportBatch m_batch;
    std::vector<ImportRow> m_rows; ///< for the next batch
    qsizetype m_reasonColumn; ///< of a file of rejects; -1: none
    ImportPlan m_plan;
    QList<Accepted> m_accepted;
    QHash<QString, qint64> m_keys; ///< what rows before were matched by, and which
    QHash<QUuid, qint64> m_ids;    ///< of rows before
    QByteArray m_rejectedRows;
};

} // namespace Treatybook
