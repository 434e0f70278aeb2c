#pragma once

#include "domain/pool.h"
#include "domain/repository.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace Treatybook {

class Database;

/// Reads records with their part items. The caller holds a transaction where several reads must agree.
class RecordReader
{
public:
    RecordReader(Database &database, Pool &pool) : m_database(database), m_pool(pool) {}

    /// In the order of their dates; see Repository::first().
    Result<QList<StoredRecord>> first(int limit);
    /// In order of id, after `afterId`, at most `limit`; every row is fetched when this returns.
    Result<QList<StoredRecord>> page(const QUuid &afterId, int limit);
    /// Those of `ids` that are there, in few statements.
    Result<QHash<QUuid, StoredRecord>> records(const QList<QUuid> &ids);
    /// None if there is no such record. `parts`: only the items of these, if given.
    Result<std::optional<StoredRecord>> record(const QUuid &id, const std::optional<QSet<Field>> &parts = {});

private:
    Result<void> readSeveral(const QList<QUuid> &ids, QHash<QUuid, StoredRecord> &found);

    Database &m_database;
    Pool &m_pool;
};

} // namespace Treatybook
