#include "storage/changewriter.h"

#include "domain/recordjson.h"
#include "domain/tr.h"

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const QString &detail)
{
    return {ErrorKind::Invalid, tr("This change makes no sense and was not stored."), detail};
}

/// The parts that a patch needs to see. All of them if it adds an item, whose id must be new in the record.
std::optional<QSet<Field>> partsOf(const PatchSteps &steps)
{
    QSet<Field> parts;
    for (const PatchStep &step : steps) {
        if (!fieldInfo(step.field).part)
            continue;
        if (step.before.isNull())
            return std::nullopt;
        parts.insert(step.field);
    }
    return parts;
}

} // namespace

ChangeWriter::ChangeWriter(Database &database, Pool &pool)
    : m_database(database), m_pool(pool), m_reader(database, pool), m_writer(database)
{
}

Result<void> ChangeWriter::apply(ChangeSet &set)
{
    QList<Change *> order;
    for (Change &change : set.changes)
        order.append(&change);
    // In one order for all writers, so that a server does not run into deadlocks; those of one record as they come.
    std::stable_sort(order.begin(), order.end(), [](const Change *a, const Change *b) { return a->id < b->id; });
    if (const auto read = readRemovals(set); !read)
        return read;
    for (Change *change : order) {
        if (auto applied = apply(*change); !applied)
            return applied;
    }
    return {};
}

/// A removal keeps the whole record: those that nothing else in the set touches are read in few statements.
Result<void> ChangeWriter::readRemovals(const ChangeSet &set)
{
    QHash<QUuid, int> changes;
    for (const Change &change : set.changes)
        ++changes[change.id];
    QList<QUuid> ids;
    for (const Change &change : set.changes) {
        if (change.type == Change::Type::Remove && changes.value(change.id) == 1)
            ids.append(change.id);
    }
    auto records = m_reader.records(ids);
    if (!records)
        return records.error();
    m_ahead = std::move(*records);
    return {};
}

Result<void> ChangeWriter::apply(Change &change)
{
    if (change.type == Change::Type::Setting)
        return set(change.settingChange);
    if (change.id.isNull())
        return invalid(u"a change without the id of its record"_s);
    switch (change.type) {
    case Change::Type::Add:
        return add(change);
    case Change::Type::Remove:
        return remove(change);
    default:
        return patch(change);
    }
}

QHash<QUuid, qint64> ChangeWriter::versions() const
{
    QHash<QUuid, qint64> versions;
    for (auto record = m_touched.cbegin(); record != m_touched.cend(); ++record) {
        if (record->now > 0)
            versions.insert(record.key(), record->now);
    }
    return versions;
}

Result<void> ChangeWriter::add(const Change &change)
{
    if (!change.record || change.record->id() != change.id)
        return invalid(u"an addition without its record"_s);
    if (const auto ids = checkItemIds(*change.record); !ids)
        return ids;
    if (!m_known)
        m_known.emplace(m_database, u"SELECT (SELECT version FROM agreement WHERE id = ?1), "
                                    "(SELECT version FROM tombstone WHERE id = ?1)"_s);
    if (const auto found = m_known->again().bind(change.id).next(); !found)
        return found.error();
    if (!m_known->isNull(0))
        return Error{ErrorKind::Conflict,
                     Treatybook::tr("“%1” is in the book already.").arg(change.record->label().toString()),
                     change.id.toString(QUuid::WithoutBraces)};
    const qint64 version = m_known->isNull(1) ? 1 : m_known->number(1) + 1;
    m_known->again(); // nothing is half read when others write
    if (version > 1) {
        Statement tombstone(m_database, u"DELETE FROM tombstone WHERE id = ?"_s);
        if (auto removed = tombstone.bind(change.id).run(); !removed)
            return removed;
    }
    m_touched[change.id].now = version;
    return m_writer.insert(*change.record, version);
}

Result<void> ChangeWriter::remove(Change &change)
{
    auto stored = find(change, std::nullopt);
    if (!stored)
        return stored.error();
    Touched &touched = m_touched[change.id];
    const QString label = stored->record.label().toString();
    if (touched.before != change.baseVersion && touched.before != 0)
        return Error{
            ErrorKind::Conflict,
            Treatybook::tr("“%1” was changed elsewhere in the meantime. Look at it again before you remove it.")
                .arg(label),
            change.id.toString(QUuid::WithoutBraces)};
    Statement tombstone(m_database, u"INSERT INTO tombstone (id, title, version) VALUES (?, ?, ?)"_s);
    tombstone.bind(change.id).bind(label).bind(stored->version);
    if (auto written = tombstone.run(); !written)
        return written;
    touched.now = 0;
    change.record = std::move(stored->record);
    return m_writer.remove(change.id);
}

Result<void> ChangeWriter::patch(const Change &change)
{
    const auto parts = partsOf(change.steps);
    const auto stored = find(change, parts);
    if (!stored)
        return stored.error();
    const auto after = patched(stored->record, change.steps, m_pool);
    if (!after) {
        Error error = after.error();
        if (error.kind == ErrorKind::Conflict) {
            error.message = Treatybook::tr("In “%1”: %2").arg(stored->record.label().toString(), error.message);
            error.detail = change.id.toString(QUuid::WithoutBraces);
        }
        return error;
    }
    if (after->id() != change.id)
        return invalid(u"a patch of the id"_s);
    if (const auto ids = parts ? Result<void>() : checkItemIds(*after); !ids)
        return ids;
    Touched &touched = m_touched[change.id];
    if (touched.now == touched.before)
        ++touched.now; // once for the whole set
    return m_writer.update(stored->record, *after, change.steps, touched.now);
}

Result<void> ChangeWriter::set(const SettingChange &change)
{
    if (change.key.isEmpty())
        return invalid(u"a setting without a key"_s);
    QString now;
    {
        Statement row(m_database, u"SELECT value FROM setting WHERE key = ?"_s);
        const auto found = row.bind(change.key).next();
        if (!found)
            return found.error();
        if (*found)
            now = row.text(0);
        if (*found && now.isNull())
            now = u""_s;
    }
    if (now.isNull() != change.before.isNull() || now != change.before)
        return Error{ErrorKind::Conflict,
                     Treatybook::tr("The setting “%1” was changed elsewhere in the meantime.").arg(change.key),
                     change.key};
    if (change.after.isNull()) {
        Statement removal(m_database, u"DELETE FROM setting WHERE key = ?"_s);
        return removal.bind(change.key).run();
    }
    Statement writing(m_database, u"INSERT INTO setting (key, value) VALUES (?, ?) "
                                  "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s);
    return writing.bind(change.key).bind(change.after).run();
}

Result<StoredRecord> ChangeWriter::find(const Change &change, const std::optional<QSet<Field>> &parts)
{
    auto ahead = m_ahead.find(change.id);
    Result<std::optional<StoredRecord>> stored =
        ahead == m_ahead.end() ? m_reader.record(change.id, parts) : std::optional(*ahead);
    if (!stored)
        return stored.error();
    if (ahead != m_ahead.end())
        m_ahead.erase(ahead);
    if (!*stored)
        return removedElsewhere(change.id);
    if (!m_touched.contains(change.id))
        m_touched.insert(change.id, {(*stored)->version, (*stored)->version});
    return std::move(**stored);
}

Error ChangeWriter::removedElsewhere(const QUuid &id)
{
    Statement row(m_database, u"SELECT title FROM tombstone WHERE id = ?"_s);
    const auto found = row.bind(id).next();
    if (!found)
        return found.error();
    return {ErrorKind::Conflict,
            *found ? Treatybook::tr("“%1” was removed elsewhere in the meantime.").arg(row.text(0))
                   : Treatybook::tr("This record is not in the book."),
            id.toString(QUuid::WithoutBraces)};
}

} // namespace Treatybook
