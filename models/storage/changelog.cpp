#include "storage/changelog.h"

#include "domain/tr.h"
#include "storage/recordreader.h"
#include "storage/statement.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView Origins[] = {"edit"_L1, "undo"_L1, "redo"_L1}; // in the order of ChangeSet::Origin

ChangeSet::Origin originOf(const QString &text)
{
    const auto found = std::find(std::begin(Origins), std::end(Origins), text);
    return found == std::end(Origins) ? ChangeSet::Origin::Edit
                                      : static_cast<ChangeSet::Origin>(found - std::begin(Origins));
}

QString idText(const QUuid &id)
{
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

Error unreadableEntry(const QString &detail)
{
    return {ErrorKind::Damaged, tr("An entry of the change log cannot be read. Go back to a backup."), detail};
}

// Most entries of a large log are additions, which name their record and nothing else: these go without a document.
constexpr auto BeforeAdded = "{\"add\":\""_L1, AfterAdded = "\"}"_L1;

QString changeText(const Change &change)
{
    if (change.type == Change::Type::Add)
        return BeforeAdded + idText(change.id) + AfterAdded;
    return QString::fromUtf8(QJsonDocument(changeToJson(change)).toJson(QJsonDocument::Compact));
}

/// Null if it is none that changeText() writes.
QUuid addedIn(QStringView text)
{
    constexpr qsizetype IdLength = 36;
    if (text.size() != BeforeAdded.size() + IdLength + AfterAdded.size() || !text.startsWith(BeforeAdded) ||
        !text.endsWith(AfterAdded))
        return {};
    return QUuid::fromString(text.sliced(BeforeAdded.size(), IdLength));
}

} // namespace

Result<Cursor> ChangeLog::cursor()
{
    Statement row(m_database, u"SELECT coalesce(max(cursor), 0) FROM change_log"_s);
    const auto found = row.next();
    return found ? Result<Cursor>(row.number(0)) : found.error();
}

Result<std::optional<Receipt>> ChangeLog::receipt(const QUuid &changeId)
{
    Receipt receipt;
    Statement row(m_database, u"SELECT cursor FROM change_log WHERE id = ?"_s);
    const auto found = row.bind(changeId).next();
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<Receipt>();
    receipt.cursor = row.number(0);
    Statement versions(m_database,
                       u"SELECT record, version FROM change_entry WHERE cursor = ? AND version IS NOT NULL"_s);
    versions.bind(receipt.cursor);
    for (;;) {
        const auto more = versions.next();
        if (!more)
            return more.error();
        if (!*more)
            return std::optional(receipt);
        receipt.versions.insert(versions.id(0), versions.number(1));
    }
}

Result<Cursor> ChangeLog::append(const ChangeSet &set, const QHash<QUuid, qint64> &versions, const QString &actor)
{
    const auto last = cursor();
    if (!last)
        return last.error();
    const Cursor own = *last + 1;
    Statement head(m_database, u"INSERT INTO change_log (cursor, id, origin, refers_to, text, actor, time) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
    head.bind(own).bind(set.id).bind(QString(Origins[static_cast<size_t>(set.origin)]));
    head.bind(idText(set.refersTo)).bind(set.text).bind(actor);
    head.bind(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    if (const auto written = head.run(); !written)
        return written.error();
    Statement entry(m_database, u"INSERT INTO change_entry (cursor, position, record, version, change) "
                                "VALUES (?, ?, ?, ?, ?)"_s);
    for (qsizetype position = 0; position < set.changes.size(); ++position) {
        const Change &change = set.changes.at(position);
        const auto version = versions.constFind(change.id);
        entry.again().bind(own).bind(qint64{position}).bind(idText(change.id));
        entry.bind(version == versions.cend() ? std::nullopt : std::optional(*version));
        entry.bind(changeText(change));
        if (const auto written = entry.run(); !written)
            return written.error();
    }
    return own;
}

Result<QList<LogEntry>> ChangeLog::since(Cursor cursor)
{
    auto entries = [&] {
        Statement rows(m_database, u"SELECT cursor, id, origin, refers_to, text, actor, time FROM change_log "
                                   "WHERE cursor > ? ORDER BY cursor"_s);
        return readEntries(rows.bind(cursor));
    }();
    if (!entries)
        return entries;
    for (LogEntry &entry : *entries) {
        if (const auto read = readChanges(entry, {}); !read)
            return read.error();
        if (const auto read = readAdditions(entry); !read)
            return read.error();
    }
    return entries;
}

Result<QList<LogEntry>> ChangeLog::history(const QUuid &id, Cursor before, int limit)
{
    const Cursor end = before > 0 ? before : std::numeric_limits<Cursor>::max();
    auto entries = [&] {
        Statement rows(m_database,
                       id.isNull()
                           ? u"SELECT cursor, id, origin, refers_to, text, actor, time FROM change_log "
                             "WHERE cursor < ? ORDER BY cursor DESC LIMIT ?"_s
                           : u"SELECT cursor, id, origin, refers_to, text, actor, time FROM change_log "
                             "WHERE cursor IN (SELECT cursor FROM change_entry WHERE record = ? AND cursor < ?) "
                             "ORDER BY cursor DESC LIMIT ?"_s);
        if (!id.isNull())
            rows.bind(id);
        return readEntries(rows.bind(end).bind(qint64{limit}));
    }();
    if (!entries)
        return entries;
    for (LogEntry &entry : *entries) {
        if (const auto read = readChanges(entry, id); !read)
            return read.error();
    }
    return entries;
}

Result<QList<LogEntry>> ChangeLog::readEntries(Statement &rows)
{
    QList<LogEntry> entries;
    for (;;) {
        const auto more = rows.next();
        if (!more)
            return more.error();
        if (!*more)
            return entries;
        LogEntry entry;
        entry.cursor = rows.number(0);
        entry.set.id = rows.id(1);
        entry.set.origin = originOf(rows.text(2));
        entry.set.refersTo = rows.id(3);
        entry.set.text = rows.text(4);
        entry.actor = rows.text(5);
        entry.time = QDateTime::fromString(rows.text(6), Qt::ISODateWithMs);
        entries.append(std::move(entry));
    }
}

Result<void> ChangeLog::readChanges(LogEntry &entry, const QUuid &id)
{
    Statement rows(m_database, id.isNull() ? u"SELECT record, version, change FROM change_entry WHERE cursor = ? "
                                             "ORDER BY position"_s
                                           : u"SELECT record, version, change FROM change_entry WHERE cursor = ? "
                                             "AND record = ? ORDER BY position"_s);
    rows.bind(entry.cursor);
    if (!id.isNull())
        rows.bind(id);
    for (;;) {
        const auto more = rows.next();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        const auto change = readChange(rows.text(2));
        if (!change)
            return change.error();
        entry.set.changes.append(*change);
        if (!rows.isNull(1))
            entry.versions.insert(rows.id(0), rows.number(1));
    }
}

Result<Change> ChangeLog::readChange(const QString &json)
{
    if (const QUuid added = addedIn(json); !added.isNull()) {
        Change change;
        change.type = Change::Type::Add;
        change.id = added;
        return change;
    }
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    return document.isObject() ? changeFromJson(document.object(), m_pool) : unreadableEntry(json.left(200));
}

Result<void> ChangeLog::readAdditions(LogEntry &entry)
{
    QList<QUuid> ids;
    for (const Change &change : std::as_const(entry.set.changes)) {
        if (change.type == Change::Type::Add)
            ids.append(change.id);
    }
    const auto now = RecordReader(m_database, m_pool).records(ids);
    if (!now)
        return now.error();
    for (qsizetype position = 0; position < entry.set.changes.size(); ++position) {
        Change &change = entry.set.changes[position];
        if (change.type != Change::Type::Add)
            continue;
        const auto found = now->constFind(change.id);
        const auto record = recordAsAdded(found == now->cend() ? std::nullopt : std::optional(found->record), change.id,
                                          entry.cursor, position);
        if (!record)
            return record.error();
        change.record = *record;
    }
    return {};
}

/// The log keeps no added records. What was added is what is there now, or what was removed since, with all later
/// patches taken back.
Result<Agreement> ChangeLog::recordAsAdded(std::optional<Agreement> state, const QUuid &id, Cursor cursor,
                                           qint64 position)
{
    Statement rows(m_database, u"SELECT change FROM change_entry WHERE record = ? AND (cursor, position) > (?, ?) "
                               "ORDER BY cursor DESC, position DESC"_s);
    rows.bind(id).bind(cursor).bind(position);
    for (;;) {
        const auto more = rows.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        const auto change = readChange(rows.text(0));
        if (!change)
            return change.error();
        if (change->type == Change::Type::Patch && state) {
            const auto earlier = patched(*state, inverse(change->steps), m_pool);
            if (!earlier)
                return unreadableEntry(earlier.error().message);
            state = *earlier;
        } else {
            state = change->record; // of a removal; before a later addition there was none
        }
    }
    return state ? Result<Agreement>(*state) : unreadableEntry(idText(id));
}

} // namespace Treatybook
