#include "storage/bookcopy.h"

#include "storage/database.h"
#include "storage/durablefile.h"
#include "storage/migrations.h"
#include "storage/sqlerror.h"

#include <QCoreApplication>
#include <QVariant>

#include <sqlite3.h>

namespace Treatybook {

using namespace Qt::StringLiterals;

static Result<void> backup(Database &source, Database &copy)
{
    sqlite3_backup *job = sqlite3_backup_init(copy.handle(), "main", source.handle(), "main");
    if (job) {
        sqlite3_backup_step(job, -1);
        sqlite3_backup_finish(job);
    }
    const int code = sqlite3_extended_errcode(copy.handle());
    if (code == SQLITE_OK)
        return {};
    return sqlError(code, sqlite3_system_errno(copy.handle()), QString::fromUtf8(sqlite3_errmsg(copy.handle())));
}

static Result<void> check(Database &copy)
{
    const auto verdict = copy.value(u"PRAGMA integrity_check(1)"_s);
    if (!verdict)
        return verdict.error();
    if (verdict->toString() != "ok"_L1)
        return Error{ErrorKind::Damaged,
                     QCoreApplication::translate("Treatybook", "The book is damaged, so no copy was made. Go back to a "
                                                               "backup; keep the damaged file."),
                     verdict->toString()};
    return Migrations::checkSchema(copy);
}

static Result<void> writeCopy(Database &source, const QString &path)
{
    const auto copy = Database::open(path, Database::Mode::Create);
    if (!copy)
        return copy.error();
    if (auto done = backup(source, **copy); !done)
        return done;
    return check(**copy);
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
