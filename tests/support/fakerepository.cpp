#include "support/fakerepository.h"

namespace Treatybook::Test {

using namespace Qt::StringLiterals;

static Error conflict()
{
    return {ErrorKind::Conflict, u"Somebody else was faster."_s, {}};
}

Result<Receipt> FakeStore::commit(const ChangeSet &set)
{
    auto after = records;
    auto tombs = tombstones;
    auto values = settings;
    Receipt receipt;
    receipt.cursor = log.isEmpty() ? 7 : log.last().cursor + 3; // opaque: not 1, 2, 3
    for (const Change &change : set.changes) {
        const auto known = after.find(change.id);
        switch (change.type) {
        case Change::Type::Add:
            if (known != after.end() || !change.record)
                return conflict();
            receipt.versions[change.id] = tombs.take(change.id) + 1;
            after.insert(change.id, {*change.record, receipt.versions[change.id]});
            break;
        case Change::Type::Remove:
            if (known == after.end() || (!receipt.versions.contains(change.id) && known->version != change.baseVersion))
                return conflict();
            tombs.insert(change.id, known->version);
            after.erase(known);
            receipt.versions.remove(change.id);
            break;
        case Change::Type::Patch: {
            if (known == after.end())
                return conflict();
            const auto result = patched(known->record, change.steps, pool);
            if (!result)
                return result.error();
            known->record = *result;
            if (!receipt.versions.contains(change.id))
                receipt.versions[change.id] = ++known->version;
            break;
        }
        case Change::Type::Setting:
            if (values.value(change.settingChange.key) != change.settingChange.before)
                return conflict();
            if (change.settingChange.after.isNull())
                values.remove(change.settingChange.key);
            else
                values.insert(change.settingChange.key, change.settingChange.after);
            break;
        }
    }
    records = after;
    tombstones = tombs;
    settings = values;
    LogEntry entry{receipt.cursor, set, receipt.versions, u"tester"_s, QDateTime::currentDateTimeUtc()};
    for (Change &change : entry.set.changes) {
        auto written = changeFromJson(changeToJson(change), pool);
        written.value().baseVersion = change.baseVersion;
        change = *written;
    }
    log.append(entry);
    return receipt;
}

std::optional<Error> FakeRepository::failure(Call call)
{
    m_behaviour->calls.append(call);
    if (m_behaviour->before)
        m_behaviour->before(call);
    for (qsizetype i = 0; i < m_behaviour->failures.size(); ++i) {
        if (m_behaviour->failures.at(i).first == call)
            return Error{m_behaviour->failures.takeAt(i).second, u"The store was told to fail."_s, {}};
    }
    return std::nullopt;
}

QFuture<Result<Cursor>> FakeRepository::cursor()
{
    return answer<Cursor>(
        Call::Cursor, [this]() -> Result<Cursor> { return m_store->log.isEmpty() ? 0 : m_store->log.last().cursor; });
}

QFuture<Result<FirstPage>> FakeRepository::first(int limit)
{
    return answer<FirstPage>(Call::First, [=, this]() -> Result<FirstPage> {
        QList<StoredRecord> records = m_store->records.values();
        const auto day = [](const StoredRecord &stored) {
            const DayRange days = stored.record->date.instant();
            const Day known = days.earliest != NoDay ? days.earliest : days.latest;
            return known == NoDay ? std::numeric_limits<Day>::max() : known;
        };
        std::ranges::stable_sort(records, std::less(), day); // the map is in order of ids
        return FirstPage{records.first(qMin<qsizetype>(limit, records.size())), records.size()};
    });
}

QFuture<Result<QList<StoredRecord>>> FakeRepository::load(const QUuid &afterId, int limit)
{
    return answer<QList<StoredRecord>>(Call::Load, [=, this]() -> Result<QList<StoredRecord>> {
        QList<StoredRecord> page;
        auto it = afterId.isNull() ? m_store->records.begin() : m_store->records.upperBound(afterId);
        for (; it != m_store->records.end() && page.size() < limit; ++it)
            page.append(*it);
        return page;
    });
}

QFuture<Result<Receipt>> FakeRepository::commit(const ChangeSet &set)
{
    return answer<Receipt>(Call::Commit, [=, this] { return m_store->commit(set); });
}

QFuture<Result<Lookup>> FakeRepository::lookup(const QUuid &changeId)
{
    return answer<Lookup>(Call::Lookup, [=, this]() -> Result<Lookup> {
        for (const LogEntry &entry : m_store->log) {
            if (entry.set.id == changeId)
                return m_behaviour->lookup == Lookup::Unknown ? Lookup::Unknown : Lookup::Stored;
        }
        return m_behaviour->lookup;
    });
}

QFuture<Result<QList<LogEntry>>> FakeRepository::changesSince(Cursor cursor)
{
    return answer<QList<LogEntry>>(Call::ChangesSince, [=, this]() -> Result<QList<LogEntry>> {
        QList<LogEntry> entries;
        for (const LogEntry &entry : m_store->log) {
            if (entry.cursor > cursor)
                entries.append(entry);
        }
        return entries;
    });
}

QFuture<Result<QList<LogEntry>>> FakeRepository::history(const QUuid &id, Cursor before, int limit)
{
    return answer<QList<LogEntry>>(Call::History, [=, this]() -> Result<QList<LogEntry>> {
        QList<LogEntry> entries;
        for (auto entry = m_store->log.rbegin(); entry != m_store->log.rend() && entries.size() < limit; ++entry) {
            const auto names = [&](const Change &change) { return change.id == id; };
            const QList<Change> &changes = entry->set.changes;
            if ((before == 0 || entry->cursor < before) &&
                (id.isNull() || std::any_of(changes.begin(), changes.end(), names)))
                entries.append(*entry);
        }
        return entries;
    });
}

QFuture<Result<StoredRecord>> FakeRepository::record(const QUuid &id)
{
    return answer<StoredRecord>(Call::Record, [=, this]() -> Result<StoredRecord> {
        const auto found = m_store->records.constFind(id);
        if (found == m_store->records.constEnd())
            return Error{ErrorKind::Missing, u"No such record."_s, {}};
        return *found;
    });
}

QFuture<Result<QHash<QString, QString>>> FakeRepository::settings()
{
    return answer<QHash<QString, QString>>(Call::Settings,
                                           [this]() -> Result<QHash<QString, QString>> { return m_store->settings; });
}

QFuture<Result<void>> FakeRepository::putBlob(const QByteArray &sha256, int chunk, const QByteArray &bytes)
{
    return answer<void>(Call::Blob, [=, this]() -> Result<void> {
        m_store->blobs[sha256].insert(chunk, bytes);
        return {};
    });
}

QFuture<Result<QByteArray>> FakeRepository::getBlob(const QByteArray &sha256, int chunk)
{
    return answer<QByteArray>(Call::Blob, [=, this]() -> Result<QByteArray> {
        if (!m_store->blobs.value(sha256).contains(chunk))
            return Error{ErrorKind::Missing, u"No such chunk."_s, {}};
        return m_store->blobs[sha256][chunk];
    });
}

QFuture<Result<void>> FakeRepository::copyTo(const QString &)
{
    return QtFuture::makeReadyFuture(Result<void>(Error{ErrorKind::Denied, u"A book in memory has no file."_s, {}}));
}

QFuture<Result<Backup>> FakeRepository::backUp(BackupReason reason)
{
    return answer<Backup>(Call::BackUp, [=, this]() -> Result<Backup> {
        const auto count = m_behaviour->backups.size();
        m_behaviour->backups.append({u"/backup/%1"_s.arg(count + 1),
                                     count + 1,
                                     QDateTime::currentDateTimeUtc(),
                                     reason,
                                     1000,
                                     m_store->records.size(),
                                     {}});
        return m_behaviour->backups.last();
    });
}

} // namespace Treatybook::Test
