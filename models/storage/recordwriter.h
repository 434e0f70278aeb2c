#pragma once

#include "domain/changeset.h"
#include "storage/statement.h"

#include <QSet>

#include <map>
#include <optional>

namespace Treatybook {

/// Writes records inside the caller's transaction, and ends before it.
class RecordWriter
{
public:
    explicit RecordWriter(Database &database) : m_database(database) {}

    Result<void> insert(const Agreement &record, qint64 version);
    /// Writes the columns and items that `steps` name, and the places of the items that moved on their account.
    Result<void> update(const Agreement &before, const Agreement &after, const PatchSteps &steps, qint64 version);
    Result<void> remove(const QUuid &id);

private:
    Result<void> insertItem(const PartInfo &part, const Agreement &record, qsizetype row);
    Result<void> updatePart(const PartInfo &part, const Agreement &before, const Agreement &after,
                            const QSet<ItemId> &touched);

    Database &m_database;
    // Made when first needed, and used again for every record.
    std::optional<Statement> m_insert;
    std::map<const PartInfo *, Statement> m_insertItem;
};

} // namespace Treatybook
