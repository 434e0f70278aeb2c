#include "storage/bookcopy.h"

#include "domain/tr.h"
#include "storage/database.h"
#include "storage/documentfile.h"
#include "storage/durablefile.h"
#include "storage/migrations.h"
#include "storage/sqlerror.h"
#include "storage/statement.h"
#include "storage/transaction.h"

#include <QVariant>

#include <sqlite3.h>

namespace Treatybook {

using namespace Qt::StringLiterals;

/// Another process that goes on writing makes SQLite begin again; then the rest is copied at once.
static constexpr int MostRestarts = 3;

static Error damaged(const QString &detail)
{
    return {ErrorKind::Damaged,
            tr("The book is damaged, so no copy was made. Go back to a "
               "backup; keep the damaged file."),
            detail};
}

Result<BookFigures> figuresOf(Database &book)
{
    Statement row(book, u"SELECT (SELECT count(*) FROM agreement), (SELECT coalesce(max(cursor), 0) FROM change_log)"_s);
    const auto found = row.next();
    return found ? Result<BookFigures>({row.number(0), row.number(1)}) : found.error();
}

Result<std::unique_ptr<BookCopy>> BookCopy::start(Database &source, const QString &path)
{
    std::unique_ptr<BookCopy> copy(new BookCopy(source));
    auto target = Database::open(path, Database::Mode::Create);
    if (!target)
        return target.error();
    copy->m_copy = std::move(*target);
    // Nobody needs what a crash leaves of it; what is complete is synced before it gets a name.
    for (const QString &pragma : {u"PRAGMA synchronous = OFF"_s, u"PRAGMA journal_mode = MEMORY"_s}) {
        if (const auto set = copy->m_copy->execute(pragma); !set)
            return set.error();
    }
    copy->m_job = sqlite3_backup_init(copy->m_copy->handle(), "main", source.handle(), "main");
    if (!copy->m_job)
        return sqlError(sqlite3_extended_errcode(copy->m_copy->handle()), 0,
                        QString::fromUtf8(sqlite3_errmsg(copy->m_copy->handle())));
    return copy;
}

BookCopy::BookCopy(Database &source) : m_source(source) {}

BookCopy::~BookCopy()
{
    sqlite3_backup_finish(m_job); // does nothing for null
}

Result<bool> BookCopy::step(int pages)
{
    // The lock for reading is held until the figures are taken: they are those of the copy.
    Transaction reading(m_source);
    if (const auto begun = reading.begin(Transaction::Kind::Read); !begun)
        return begun.error();
    if (const auto locked = m_source.value(u"SELECT max(cursor) FROM change_log"_s); !locked)
        return locked.error();
    const int code = sqlite3_backup_step(m_job, m_restarts > MostRestarts ? AllPages : pages);
    if (code == SQLITE_OK) {
        const int remaining = sqlite3_backup_remaining(m_job);
        m_restarts += remaining > m_remaining && m_remaining > 0 ? 1 : 0;
        m_remaining = remaining;
        return false;
    }
    if (code != SQLITE_DONE)
        return sqlError(code, sqlite3_system_errno(m_copy->handle()), QString::fromUtf8(sqlite3_errstr(code)));
    if (sqlite3_backup_finish(std::exchange(m_job, nullptr)) != SQLITE_OK)
        return sqlError(sqlite3_extended_errcode(m_copy->handle()), sqlite3_system_errno(m_copy->handle()),
                        QString::fromUtf8(sqlite3_errmsg(m_copy->handle())));
    const auto figures = figuresOf(m_source);
    if (!figures)
        return figures.error();
    m_figures = *figures;
    m_copy.reset();
    return true;
}

static Result<BookFigures> verify(Database &copy, const BookFigures *expected)
{
    const auto verdict = copy.value(u"PRAGMA integrity_check(1)"_s);
    if (!verdict)
        return verdict.error();
    if (verdict->toString() != "ok"_L1)
        return damaged(verdict->toString());
    if (const auto dangling = copy.value(u"PRAGMA foreign_key_check"_s); !dangling || dangling->isValid())
        return dangling ? damaged(u"foreign_key_check: %1"_s.arg(dangling->toString())) : dangling.error();
    if (const auto known = Migrations::checkSchema(copy); !known)
        return known.error();
    const auto figures = figuresOf(copy);
    if (figures && expected && *figures != *expected)
        return damaged(u"%1 records instead of %2"_s.arg(figures->records).arg(expected->records));
    return figures;
}

Result<BookFigures> verifyCopy(const QString &path, const BookFigures *expected)
{
    const auto file = DocumentFile::judge(path);
    if (!file)
        return file.error();
    const auto copy = Database::open(file->path(), Database::Mode::ReadOnly);
    return copy ? verify(**copy, expected) : copy.error();
}

static Result<void> writeCopy(Database &source, const QString &path)
{
    const auto copy = BookCopy::start(source, path);
    if (!copy)
        return copy.error();
    if (const auto copied = (*copy)->step(BookCopy::AllPages); !copied)
        return copied.error();
    const auto verified = verifyCopy(path, &(*copy)->figures());
    return verified ? Result<void>() : verified.error();
}

Result<void> copyBook(Database &source, const QString &path)
{
    if (auto free = DurableFile::checkTarget(path); !free)
        return free;
    const QString temporary = DurableFile::temporaryName(path);
    if (auto written = writeCopy(source, temporary); !written) {
        DurableFile::discard(temporary);
        return written;
    }
    return DurableFile::publish(temporary, path);
}

} // namespace Treatybook
