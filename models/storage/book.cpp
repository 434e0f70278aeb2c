#include "storage/book.h"

#include "storage/durablefile.h"
#include "storage/migrations.h"
#include "storage/sqliterepository.h"
#include "storage/storagethread.h"

#include <QCoreApplication>

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

Result<std::unique_ptr<Repository>> openBook(const QString &path, const BookOptions &options)
{
    const auto file = DocumentFile::judge(path);
    if (!file)
        return file.error();
    Capabilities capabilities;
    capabilities.readOnlyReason = file->readOnlyReason();
    if (options.readOnly)
        capabilities.readOnlyReason =
            QCoreApplication::translate("Treatybook", "“%1” is open for reading only, as asked.").arg(file->name());
    std::unique_ptr<DocumentLock> lock;
    if (capabilities.readOnlyReason.isEmpty() && options.lockFile) {
        auto acquired = DocumentLock::acquire(file->path());
        if (acquired)
            lock = std::move(*acquired);
        else
            capabilities.readOnlyReason = acquired.error().message;
    }
    capabilities.readOnly = !capabilities.readOnlyReason.isEmpty();
    capabilities.canDelete = !capabilities.readOnly;
    capabilities.backsUp = !capabilities.readOnly;
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

Result<void> createBook(const QString &path)
{
    if (auto free = DurableFile::checkTarget(path); !free)
        return free;
    const QString temporary = DurableFile::temporaryName(path);
    if (auto written = writeNewBook(temporary); !written) {
        DurableFile::discard(temporary);
        return written;
    }
    return DurableFile::publish(temporary, path);
}

} // namespace Treatybook
