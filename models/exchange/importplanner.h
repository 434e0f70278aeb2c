#pragma once

#include "exchange/importbook.h"
#include "exchange/importplan.h"
#include "exchange/importrowreader.h"

namespace Treatybook {

/// Turns rows into a plan, one after the other, against what the book holds: which record each is, what it changes,
/// what is wrong with it. One thread.
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

    QStringList unguardedCells(const QStringList &cells);
    QStringList valuesToMatch(const QStringList &cells);
    void plan(qint64 number, const QStringList &cells, const QStringList &original);
    void reject(qint64 number, const QStringList &original, const QList<ImportIssue> &issues);
    void accept(qint64 number, const Agreement &record, const StoredRecord *stored);
    QStringList withReason(QStringList cells, const QString &reason) const;
    void checkContents();

    ImportLayout m_layout;
    ImportBook m_book;
    ImportRowReader m_reader;
    ImportCellReader m_keyReader;
    qsizetype m_reasonColumn; ///< of a file of rejects; -1: none
    ImportPlan m_plan;
    QList<Accepted> m_accepted;
    QHash<QString, qint64> m_keys; ///< what rows before were matched by, and which
    QHash<QUuid, qint64> m_ids;    ///< of rows before
    QByteArray m_rejectedRows;
};

} // namespace Treatybook
