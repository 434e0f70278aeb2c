#pragma once

#include "domain/pool.h"
#include "domain/repository.h"

#include <optional>

namespace Treatybook {

class Database;
class Statement;

/// The change log of a book: what was committed, by whom and when, in order. The caller holds the transaction.
class ChangeLog
{
public:
    ChangeLog(Database &database, Pool &pool) : m_database(database), m_pool(pool) {}

    /// The newest entry; 0 in a new book.
    Result<Cursor> cursor();
    /// What the commit of that change set gave back; none if it is not in the log.
    Result<std::optional<Receipt>> receipt(const QUuid &changeId);

    /// Appends the set; `versions` has the version of each record that it touched and left in the book.
    Result<Cursor> append(const ChangeSet &set, const QHash<QUuid, qint64> &versions, const QString &actor);

    /// Entries after `cursor`, oldest first, additions with the record as it was added.
    Result<QList<LogEntry>> since(Cursor cursor);
    /// Newest first, at most `limit`, before `before` (0: from the newest), additions without the record. Of one
    /// record: sets that touched it, with their changes of this record only; of all if `id` is null.
    Result<QList<LogEntry>> history(const QUuid &id, Cursor before, int limit);

private:
    Result<QList<LogEntry>> readEntries(Statement &rows);
    /// Fills the changes of an entry, those of one record only if `id` is not null.
    Result<void> readChanges(LogEntry &entry, const QUuid &id);
    Result<Change> readChange(const QString &json);
    Result<void> readAdditions(LogEntry &entry);
    Result<Agreement> recordAsAdded(std::optional<Agreement> state, const QUuid &id, Cursor cursor, qint64 position);

    Database &m_database;
    Pool &m_pool;
};

} // namespace Treatybook
