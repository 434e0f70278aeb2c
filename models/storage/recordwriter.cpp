#include "storage/recordwriter.h"

#include "storage/statements.h"

#include <QMap>
#include <QSet>

namespace Treatybook {

using namespace Qt::StringLiterals;

/// The day by which a date is sorted: an unbounded side stands at the known one.
static std::optional<qint64> sortDay(const Agreement &record)
{
    const DayRange days = record->date.instant();
    const Day day = days.earliest != NoDay ? days.earliest : days.latest;
    return day == NoDay ? std::nullopt : std::optional<qint64>(day);
}

static void bindText(Statement &statement, const FieldInfo &field, const Agreement &record)
{
    statement.bindUtf8([&](QByteArray &utf8) { field.appendText(utf8, record); });
}

static QHash<ItemId, qsizetype> rowsById(const PartInfo &part, const Agreement &record)
{
    QHash<ItemId, qsizetype> rows;
    for (qsizetype row = 0; row < part.count(record); ++row)
        rows.insert(part.idAt(record, row), row);
    return rows;
}

Result<void> RecordWriter::insert(const Agreement &record, qint64 version)
{
    if (!m_insert)
        m_insert.emplace(m_database, Statements::insertRecord());
    m_insert->again().bind(record.id()).bind(version).bind(sortDay(record));
    for (const FieldInfo *info : Statements::scalarFields())
        bindText(*m_insert, *info, record);
    if (auto inserted = m_insert->run(); !inserted)
        return inserted;
    for (const FieldInfo *info : Statements::partFields()) {
        for (qsizetype row = 0; row < info->part->count(record); ++row) {
            if (auto inserted = insertItem(*info->part, record, row); !inserted)
                return inserted;
        }
    }
    return {};
}

Result<void> RecordWriter::insertItem(const PartInfo &part, const Agreement &record, qsizetype row)
{
    Statement &statement = m_insertItem.try_emplace(&part, m_database, Statements::insertItem(part)).first->second;
    statement.again().bind(record.id()).bind(static_cast<qint64>(part.idAt(record, row))).bind(qint64{row});
    for (qsizetype column = 0; column < static_cast<qsizetype>(part.columns.size()); ++column)
        statement.bindUtf8([&](QByteArray &utf8) { part.appendCell(utf8, record, row, column); });
    return statement.run();
}

Result<void> RecordWriter::update(const Agreement &before, const Agreement &after, const PatchSteps &steps,
                                  qint64 version)
{
    QMap<Field, QSet<ItemId>> touched;
    for (const PatchStep &step : steps)
        touched[step.field].insert(step.item);

    QList<const FieldInfo *> scalars;
    for (const Field field : touched.keys()) {
        if (!fieldInfo(field).part)
            scalars.append(&fieldInfo(field));
    }
    Statement statement(m_database, Statements::updateRecord(scalars));
    statement.bind(version).bind(sortDay(after));
    for (const FieldInfo *info : scalars)
        bindText(statement, *info, after);
    if (auto updated = statement.bind(after.id()).run(); !updated)
        return updated;

    for (auto entry = touched.cbegin(); entry != touched.cend(); ++entry) {
        const PartInfo *part = fieldInfo(entry.key()).part;
        if (!part)
            continue;
        if (auto updated = updatePart(*part, before, after, entry.value()); !updated)
            return updated;
    }
    return {};
}

Result<void> RecordWriter::updatePart(const PartInfo &part, const Agreement &before, const Agreement &after,
                                      const QSet<ItemId> &touched)
{
    const auto oldRows = rowsById(part, before);
    for (const ItemId item : touched) {
        Statement statement(m_database, Statements::removeItem(part));
        if (auto removed = statement.bind(after.id()).bind(static_cast<qint64>(item)).run(); !removed)
            return removed;
    }
    for (qsizetype row = 0; row < part.count(after); ++row) {
        const ItemId item = part.idAt(after, row);
        if (touched.contains(item)) {
            if (auto inserted = insertItem(part, after, row); !inserted)
                return inserted;
        } else if (oldRows.value(item, -1) != row) {
            Statement statement(m_database, Statements::moveItem(part));
            statement.bind(qint64{row}).bind(after.id()).bind(static_cast<qint64>(item));
            if (auto moved = statement.run(); !moved)
                return moved;
        }
    }
    return {};
}

Result<void> RecordWriter::remove(const QUuid &id)
{
    Statement statement(m_database, u"DELETE FROM agreement WHERE id = ?"_s); // the parts go by cascade
    return statement.bind(id).run();
}

} // namespace Treatybook
