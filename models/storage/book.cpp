#include "storage/book.h"

#include "domain/tr.h"
#include "storage/bookupgrade.h"
#include "storage/durablefile.h"
#include "storage/migrations.h"
#include "storage/sqliterepository.h"
#include "storage/storagethread.h"

#include <QFileInfo>

#include <functional>
#include <pwd.h>
#include <unistd.h>

namespace Treatybook {

static QString loginName()
{
    const passwd *entry = ::getpwuid(::geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::geteuid());
}

static std::unique_ptr<Executor> makeExecutor(BookOptions::Executor kind)
{
    if (kind == BookOptions::Executor::Direct)
        return std::make_unique<DirectExecutor>();
    return std::make_unique<StorageThread>();
}

static ReadOnlyCause causeOf(const Error &refusal, const QString &path)
{
    switch (refusal.kind) {
    case ErrorKind::Busy:
        return DocumentLock::isHeldElsewhere(path) ? ReadOnlyCause::InUseElsewhere : ReadOnlyCause::InUse;
    case ErrorKind::Denied:
        return ReadOnlyCause::Protected;
    default:
        return ReadOnlyCause::NoLockFile;
    }
}

/// Cause and reason, both none if the book may be written; then `lock` says so to others.
static Capabilities judgeWriting(const DocumentFile &file, const BookOptions &options,
                                 std::unique_ptr<DocumentLock> &lock)
{
    Capabilities result;
    const auto readOnly = [&](ReadOnlyCause cause, const QString &reason) {
        result.readOnlyCause = cause;
        result.readOnlyReason = reason;
        return result;
    };
    if (options.readOnly)
        return readOnly(ReadOnlyCause::Asked, tr("“%1” is open for reading only, as asked.").arg(file.name()));
    if (!file.readOnlyReason().isEmpty())
        return readOnly(ReadOnlyCause::Protected, file.readOnlyReason());
    if (!options.lockFile)
        return result;
    auto acquired = DocumentLock::acquire(file.path());
    if (!acquired)
        return readOnly(causeOf(acquired.error(), file.path()), acquired.error().message);
    if (!(*acquired)->canLockFiles())
        return readOnly(
            ReadOnlyCause::NoLocks,
            tr("“%1” is open for reading only: its folder, perhaps on a network, does not support locks, so "
               "two people could overwrite one another. Save a copy on this computer to change it.")
                .arg(file.name()));
    lock = std::move(*acquired);
    return result;
}

Result<std::unique_ptr<Repository>> openBook(const QString &path, const BookOptions &options)
{
    const auto file = DocumentFile::judge(path);
    if (!file)
        return file.error();
    std::unique_ptr<DocumentLock> lock;
    Capabilities capabilities = judgeWriting(*file, options, lock);
    capabilities.readOnly = !capabilities.readOnlyReason.isEmpty();
    capabilities.canDelete = !capabilities.readOnly;
    capabilities.backsUp = !capabilities.readOnly;
    if (file->version() < Migrations::latest()) {
        if (capabilities.readOnly)
            return Error{ErrorKind::Denied,
                         tr("“%1” is from an older version of the program and has "
                            "to be brought up to date, but cannot be written. %2")
                             .arg(file->name(), capabilities.readOnlyReason),
                         {}};
        if (const auto upgraded = upgradeBook(*file); !upgraded)
            return upgraded.error();
    }
    auto opened = SqliteRepository::open(*file, capabilities, options.actor.isEmpty() ? loginName() : options.actor,
                                         std::move(lock), makeExecutor(options.executor));
    if (!opened)
        return opened.error();
    return std::unique_ptr<Repository>(std::move(*opened));
}

static Result<void> writeNewBook(const QString &path)
{
    const auto database = Database::open(path, Database::Mode::Create);
    return database ? Migrations::run(**database) : database.error();
}

static Result<void> publishNew(const QString &path, const std::function<Result<void>(const QString &)> &write)
{
    if (auto free = DurableFile::checkTarget(path); !free)
        return free;
    const QString temporary = DurableFile::temporaryName(path);
    if (auto written = write(temporary); !written) {
        DurableFile::discard(temporary);
        return written;
    }
    return DurableFile::publish(temporary, path);
}

Result<void> createBook(const QString &path)
{
    return publishNew(path, writeNewBook);
}

static Result<void> fill(const QString &path, const ChangeSet &content)
{
    const auto file = DocumentFile::judge(path);
    if (!file)
        return file.error();
    const auto book = SqlRepository::open(*file, Database::Mode::ReadWrite, loginName());
    if (!book)
        return book.error();
    const auto receipt = (*book)->commit(content);
    return receipt ? Result<void>() : receipt.error();
}

Result<void> writeBook(const QString &path, const ChangeSet &content)
{
    return publishNew(path, [&](const QString &temporary) -> Result<void> {
        auto made = writeNewBook(temporary);
        return made && !content.changes.isEmpty() ? fill(temporary, content) : made;
    });
}

void takeOverBook(const QString &path)
{
    DocumentLock::takeOver(QFileInfo(path).canonicalFilePath());
}

} // namespace Treatybook
