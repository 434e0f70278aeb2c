#include "storage/recordreader.h"

#include "domain/tr.h"
#include "storage/statement.h"
#include "storage/statements.h"

#include <algorithm>
#include <vector>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

Error unreadableRecord(const QUuid &id, const QString &place)
{
    const QString record = id.toString(QUuid::WithoutBraces);
    return {ErrorKind::Damaged,
            tr("The record %1 holds a value in “%2” that no version of the program wrote. Go "
               "back to a backup.")
                .arg(record, place),
            {}};
}

constexpr int FirstColumn = 2, FirstItemColumn = 3;

/// What another tool wrote may be no UTF-8. `mended` keeps what is made of it.
QByteArrayView validText(QByteArrayView utf8, QByteArray &mended)
{
    if (utf8.isValidUtf8())
        return utf8;
    mended = QString::fromUtf8(utf8).toUtf8();
    return mended;
}

Result<StoredRecord> readRecord(const Statement &row, Pool &pool)
{
    StoredRecord stored{Agreement(row.id(0)), row.number(1)};
    int column = FirstColumn;
    QByteArray mended;
    for (const FieldInfo *info : Statements::scalarFields()) {
        const QByteArrayView utf8 = validText(row.utf8(column++), mended);
        if (!info->isAsNew(utf8.size()) && !info->setUtf8(stored.record, utf8, pool))
            return unreadableRecord(stored.record.id(), info->keyText());
    }
    return stored;
}

/// `positions` are those of the items that the record has already.
Result<void> readItem(const Statement &row, const PartInfo &part, Agreement &record, std::vector<qint64> &positions,
                      Pool &pool)
{
    const qint64 position = row.number(2);
    const auto place = std::ranges::upper_bound(positions, position);
    const auto at = static_cast<qsizetype>(place - positions.begin());
    positions.insert(place, position);
    part.insert(record, at, static_cast<ItemId>(row.number(1)));
    QByteArray mended;
    for (qsizetype column = 0; column < static_cast<qsizetype>(part.columns.size()); ++column) {
        const QByteArrayView utf8 = validText(row.utf8(FirstItemColumn + static_cast<int>(column)), mended);
        const ColumnInfo &info = part.columns[static_cast<size_t>(column)];
        if (!info.isAsNew(utf8.size()) && !part.setUtf8(record, at, column, utf8, pool))
            return unreadableRecord(record.id(), info.keyText());
    }
    return {};
}

Result<void> appendRecords(Statement &rows, QList<StoredRecord> &records, Pool &pool)
{
    for (;;) {
        const auto more = rows.next();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        auto stored = readRecord(rows, pool);
        if (!stored)
            return stored.error();
        records.append(std::move(*stored));
    }
}

void bindSeveral(Statement &statement, const QList<QUuid> &ids)
{
    for (qsizetype i = 0; i < Statements::Several; ++i)
        statement.bind(ids.at(std::min(i, ids.size() - 1)));
}

/// Both lists are in order of the record's id, so one walk brings them together.
Result<void> mergeItems(Statement &rows, const PartInfo &part, QList<StoredRecord> &records, Pool &pool)
{
    auto record = records.begin();
    std::vector<qint64> positions; // of its items
    for (;;) {
        const auto more = rows.next();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        const QUuid owner = rows.id(0);
        while (record != records.end() && record->record.id() != owner) {
            ++record;
            positions.clear();
        }
        if (record == records.end())
            return unreadableRecord(owner,
                                    QString::fromLatin1(part.table.data(), static_cast<qsizetype>(part.table.size())));
        if (const auto read = readItem(rows, part, record->record, positions, pool); !read)
            return read.error();
    }
}

} // namespace

Result<QList<StoredRecord>> RecordReader::page(const QUuid &afterId, int limit)
{
    // No id is less than the empty text.
    const QString after = afterId.isNull() ? QString() : afterId.toString(QUuid::WithoutBraces);
    QList<StoredRecord> records;
    Statement rows(m_database, Statements::selectRecordPage());
    if (const auto read = appendRecords(rows.bind(after).bind(qint64{limit}), records, m_pool); !read)
        return read.error();
    if (records.isEmpty())
        return records;
    for (const FieldInfo *info : Statements::partFields()) {
        Statement items(m_database, Statements::selectItemPage(*info->part));
        items.bind(after).bind(records.last().record.id());
        if (const auto merged = mergeItems(items, *info->part, records, m_pool); !merged)
            return merged.error();
    }
    return records;
}

Result<QList<StoredRecord>> RecordReader::first(int limit)
{
    QList<QUuid> ids;
    {
        Statement rows(m_database, u"SELECT id FROM agreement ORDER BY sort_day NULLS LAST, id LIMIT ?"_s);
        rows.bind(qint64{limit});
        for (;;) {
            const auto more = rows.next();
            if (!more)
                return more.error();
            if (!*more)
                break;
            ids.append(rows.id(0));
        }
    }
    auto found = records(ids);
    if (!found)
        return found.error();
    QList<StoredRecord> ordered;
    for (const QUuid &id : std::as_const(ids)) {
        if (const auto record = found->constFind(id); record != found->cend())
            ordered.append(*record);
    }
    return ordered;
}

Result<QHash<QUuid, StoredRecord>> RecordReader::records(const QList<QUuid> &ids)
{
    QHash<QUuid, StoredRecord> found;
    for (qsizetype from = 0; from < ids.size(); from += Statements::Several) {
        if (const auto read = readSeveral(ids.mid(from, Statements::Several), found); !read)
            return read.error();
    }
    return found;
}

Result<void> RecordReader::readSeveral(const QList<QUuid> &ids, QHash<QUuid, StoredRecord> &found)
{
    QList<StoredRecord> records;
    {
        Statement rows(m_database, Statements::selectRecords());
        bindSeveral(rows, ids);
        if (const auto read = appendRecords(rows, records, m_pool); !read)
            return read;
    }
    for (const FieldInfo *info : Statements::partFields()) {
        Statement items(m_database, Statements::selectItemsOf(*info->part));
        bindSeveral(items, ids);
        if (const auto merged = mergeItems(items, *info->part, records, m_pool); !merged)
            return merged;
    }
    for (StoredRecord &stored : records)
        found.insert(stored.record.id(), std::move(stored));
    return {};
}

Result<std::optional<StoredRecord>> RecordReader::record(const QUuid &id, const std::optional<QSet<Field>> &parts)
{
    QList<StoredRecord> records;
    {
        Statement row(m_database, Statements::selectRecord());
        const auto found = row.bind(id).next();
        if (!found)
            return found.error();
        if (!*found)
            return std::optional<StoredRecord>();
        auto stored = readRecord(row, m_pool);
        if (!stored)
            return stored.error();
        records.append(std::move(*stored));
    }
    for (const FieldInfo *info : Statements::partFields()) {
        if (parts && !parts->contains(info->field))
            continue;
        Statement items(m_database, Statements::selectItems(*info->part));
        if (const auto merged = mergeItems(items.bind(id), *info->part, records, m_pool); !merged)
            return merged.error();
    }
    return std::optional(std::move(records.first()));
}

} // namespace Treatybook
