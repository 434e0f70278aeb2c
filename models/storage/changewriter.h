#pragma once

#include "domain/changeset.h"
#include "domain/pool.h"
#include "storage/recordreader.h"
#include "storage/recordwriter.h"

namespace Treatybook {

class Database;

/// Applies one change set inside the caller's transaction and holds the rules: what was seen must still be there, and a
/// version number is never used twice for one record, even across removal and return.
class ChangeWriter
{
public:
    ChangeWriter(Database &database, Pool &pool);

    /// Writes the changes, records in order of id; removals get the record as it is in the book, for the log.
    /// Conflict: the message names record and field, the detail is the id of the record (or the key of the setting).
    Result<void> apply(ChangeSet &set);
    /// The version of each record that the set touched and left in the book.
    QHash<QUuid, qint64> versions() const;

private:
    /// A record that the set touches: 0 means that it is not in the book.
    struct Touched {
        qint64 before = 0;
        qint64 now = 0;
    };

    Result<void> readRemovals(const ChangeSet &set);
    Result<void> apply(Change &change);
    Result<void> add(const Change &change);
    Result<void> remove(Change &change);
    Result<void> patch(const Change &change);
    Result<void> set(const SettingChange &change);

    Result<StoredRecord> find(const Change &change, const std::optional<QSet<Field>> &parts);
    Error removedElsewhere(const QUuid &id);

    Database &m_database;
    Pool &m_pool;
    RecordReader m_reader;
    RecordWriter m_writer;
    std::optional<Statement> m_known; ///< of add(), used again for every record
    QHash<QUuid, Touched> m_touched;
    QHash<QUuid, StoredRecord> m_ahead; ///< read together, for changes to come
};

} // namespace Treatybook
