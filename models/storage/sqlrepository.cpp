#include "storage/sqlrepository.h"

#include "domain/recordjson.h"
#include "domain/tr.h"
#include "storage/changelog.h"
#include "storage/changewriter.h"
#include "storage/migrations.h"
#include "storage/recordreader.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestPage = 2000;
constexpr qsizetype LongestChunk = 1024 * 1024;

/// Keeps the pages that a large change touches in memory until it is done: with the 2 MB that SQLite takes by itself it
/// writes and reads each of them several times. That it may fail costs time alone.
class LargeCache
{
public:
    LargeCache(const std::unique_ptr<Database> &database, qsizetype changes)
        : m_database(database), m_isLarge(changes >= ManyChanges)
    {
        set(u"PRAGMA cache_size = -65536"_s); // KiB
    }
    ~LargeCache()
    {
        set(u"PRAGMA cache_size = -2000"_s);
        set(u"PRAGMA shrink_memory"_s);
    }
    Q_DISABLE_COPY_MOVE(LargeCache)

private:
    static constexpr qsizetype ManyChanges = 1000;

    void set(const QString &sql)
    {
        if (m_isLarge && m_database)
            (void)m_database->execute(sql);
    }

    const std::unique_ptr<Database> &m_database; ///< goes when its file is lost
    bool m_isLarge;
};

bool isSha256(const QByteArray &text)
{
    return text.size() == 64 && QByteArray::fromHex(text).toHex() == text;
}

} // namespace

SqlRepository::SqlRepository(const DocumentFile &file, Database::Mode mode, const QString &actor)
    : m_file(file), m_mode(mode), m_actor(actor)
{
}

Result<std::unique_ptr<SqlRepository>> SqlRepository::open(const DocumentFile &file, Database::Mode mode,
                                                           const QString &actor)
{
    std::unique_ptr<SqlRepository> repository(new SqlRepository(file, mode, actor));
    if (const auto connected = repository->connect(); !connected)
        return connected.error();
    return repository;
}

Result<void> SqlRepository::connect()
{
    if (m_database)
        return {};
    auto database = Database::open(m_file.path(), m_mode);
    if (!database)
        return database.error();
    if (!m_file.isInPlace())
        return m_file.lostError();
    if (auto known = Migrations::checkSchema(**database); !known)
        return known;
    m_database = std::move(*database);
    return {};
}

void SqlRepository::disconnectAfter(const Error &error)
{
    const bool harmless = error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict ||
                          error.kind == ErrorKind::Busy || error.kind == ErrorKind::Missing;
    if (harmless || !m_file.isInPlace())
        return;
    m_copy.reset();
    m_database.reset();
}

template <class Read>
auto SqlRepository::reading(Read read) -> decltype(read())
{
    if (const auto connected = connect(); !connected)
        return connected.error();
    Transaction transaction(*m_database);
    if (const auto begun = transaction.begin(Transaction::Kind::Read); !begun)
        return begun.error();
    return read();
}

Result<void> SqlRepository::writing(const std::function<Result<void>()> &write, bool *unsure)
{
    if (m_mode != Database::Mode::ReadWrite)
        return Error{
            ErrorKind::Denied, Treatybook::tr("This book is open for reading only. Save a copy to change it."), {}};
    if (auto connected = connect(); !connected)
        return connected;
    Result<void> result;
    {
        Transaction transaction(*m_database);
        result = transaction.begin(Transaction::Kind::Write);
        if (result)
            result = write();
        if (result) {
            result = transaction.commit();
            if (unsure)
                *unsure = !result;
        }
    }
    if (!result)
        disconnectAfter(result.error());
    return result;
}

Result<Cursor> SqlRepository::cursor()
{
    return reading([&] { return ChangeLog(*m_database, m_pool).cursor(); });
}

Result<FirstPage> SqlRepository::first(int limit)
{
    return reading([&]() -> Result<FirstPage> {
        FirstPage page;
        Statement row(*m_database, u"SELECT count(*) FROM agreement"_s);
        if (const auto counted = row.next(); !counted)
            return counted.error();
        page.total = row.number(0);
        auto records = RecordReader(*m_database, m_pool).first(std::clamp(limit, 0, LongestPage));
        if (!records)
            return records.error();
        page.records = std::move(*records);
        return page;
    });
}

Result<QList<StoredRecord>> SqlRepository::load(const QUuid &afterId, int limit)
{
    const int step = std::clamp(limit, 0, LongestPage);
    auto page = reading([&] { return RecordReader(*m_database, m_pool).page(afterId, step); });
    if (page && page->size() < step)
        m_pool = Pool(); // the end of a run: from here on the records alone keep what they share
    return page;
}

Result<Receipt> SqlRepository::commit(const ChangeSet &set)
{
    if (set.id.isNull())
        return Error{ErrorKind::Invalid, Treatybook::tr("This change makes no sense and was not stored."), u"no id"_s};
    Receipt receipt;
    bool unsure = false;
    const LargeCache cache(m_database, set.changes.size());
    const auto written = writing(
        [&]() -> Result<void> {
            ChangeLog log(*m_database, m_pool);
            const auto known = log.receipt(set.id);
            if (!known)
                return known.error();
            if (*known) { // the answer to the first attempt was lost
                receipt = **known;
                return {};
            }
            ChangeSet logged = set;
            ChangeWriter writer(*m_database, m_pool);
            if (auto applied = writer.apply(logged); !applied)
                return applied;
            receipt.versions = writer.versions();
            const auto cursor = log.append(logged, receipt.versions, m_actor);
            if (!cursor)
                return cursor.error();
            receipt.cursor = *cursor;
            return {};
        },
        &unsure);
    if (written)
        return receipt;
    if (!unsure)
        return written.error();
    switch (lookup(set.id)) {
    case Lookup::Stored:
        return receipt;
    case Lookup::Absent:
        return written.error();
    case Lookup::Unknown:
        break;
    }
    return Error{ErrorKind::Unknown,
                 Treatybook::tr(
                     "Whether the change was stored could not be established. Try again; it will not be stored twice."),
                 written.error().message};
}

Lookup SqlRepository::lookup(const QUuid &changeId)
{
    const auto receipt = reading([&] { return ChangeLog(*m_database, m_pool).receipt(changeId); });
    if (!receipt)
        return Lookup::Unknown;
    return *receipt ? Lookup::Stored : Lookup::Absent;
}

Result<QList<LogEntry>> SqlRepository::changesSince(Cursor cursor)
{
    if (auto there = probe(); !there)
        return there.error(); // SQLite would go on reading the file that is gone
    return reading([&] { return ChangeLog(*m_database, m_pool).since(cursor); });
}

Result<QList<LogEntry>> SqlRepository::history(const QUuid &id, Cursor before, int limit)
{
    return reading([&] { return ChangeLog(*m_database, m_pool).history(id, before, std::max(limit, 0)); });
}

Result<StoredRecord> SqlRepository::record(const QUuid &id)
{
    return reading([&]() -> Result<StoredRecord> {
        auto stored = RecordReader(*m_database, m_pool).record(id);
        if (!stored)
            return stored.error();
        if (!*stored)
            return Error{ErrorKind::Missing, Treatybook::tr("This record is not in the book."),
                         id.toString(QUuid::WithoutBraces)};
        return std::move(**stored);
    });
}

Result<QHash<QString, QString>> SqlRepository::settings()
{
    return reading([&]() -> Result<QHash<QString, QString>> {
        QHash<QString, QString> settings;
        Statement rows(*m_database, u"SELECT key, value FROM setting"_s);
        for (;;) {
            const auto more = rows.next();
            if (!more)
                return more.error();
            if (!*more)
                return settings;
            settings.insert(rows.text(0), rows.text(1));
        }
    });
}

Result<void> SqlRepository::putBlob(const QByteArray &sha256, int chunk, const QByteArray &bytes)
{
    if (!isSha256(sha256) || chunk < 0 || bytes.size() > LongestChunk)
        return Error{ErrorKind::Invalid, Treatybook::tr("The attachment could not be stored."),
                     u"SHA-256, chunk or size"_s};
    return writing([&] {
        // Under its hash content never changes, so a chunk that is there is the same.
        Statement row(*m_database,
                      u"INSERT INTO blob_chunk (sha256, chunk, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s);
        return row.bind(QString::fromLatin1(sha256)).bind(qint64{chunk}).bind(bytes).run();
    });
}

Result<QByteArray> SqlRepository::getBlob(const QByteArray &sha256, int chunk)
{
    return reading([&]() -> Result<QByteArray> {
        Statement row(*m_database, u"SELECT bytes FROM blob_chunk WHERE sha256 = ? AND chunk = ?"_s);
        const auto found = row.bind(QString::fromLatin1(sha256)).bind(qint64{chunk}).next();
        if (!found)
            return found.error();
        if (!*found)
            return Error{ErrorKind::Missing, Treatybook::tr("The content of this attachment is not in the book."), {}};
        return row.bytes(0);
    });
}

Result<void> SqlRepository::copyTo(const QString &path)
{
    if (const auto connected = connect(); !connected)
        return connected;
    return copyBook(*m_database, path);
}

Result<void> SqlRepository::beginCopy(const QString &path)
{
    if (auto connected = connect(); !connected)
        return connected;
    auto copy = BookCopy::start(*m_database, path);
    if (!copy)
        return copy.error();
    m_copy = std::move(*copy);
    return {};
}

Result<std::optional<BookFigures>> SqlRepository::stepCopy(int pages)
{
    if (!m_copy)
        return Error{
            ErrorKind::Busy, Treatybook::tr("The disk failed meanwhile, so the copy was given up. Try again."), {}};
    const auto complete = m_copy->step(pages);
    if (complete && !*complete)
        return std::optional<BookFigures>();
    const auto copy = std::move(m_copy);
    return complete ? Result<std::optional<BookFigures>>(copy->figures()) : complete.error();
}

} // namespace Treatybook
