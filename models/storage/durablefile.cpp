#include "storage/durablefile.h"

#include "domain/tr.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Treatybook::DurableFile {

using namespace Qt::StringLiterals;

static Error exists(const QString &target)
{
    return {ErrorKind::Exists, Treatybook::tr("“%1” is there already. Choose another name.").arg(target), {}};
}

static Error systemError(int number, const QString &path)
{
    const QString detail = u"%1: %2"_s.arg(path, qt_error_string(number));
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return {ErrorKind::Full, Treatybook::tr("The disk is full. Free some space and try again."), detail};
    case EACCES:
    case EPERM:
    case EROFS:
        return {ErrorKind::Denied, Treatybook::tr("You may not write there. Choose a folder of your own."), detail};
    case ENOENT:
        return {ErrorKind::Lost, Treatybook::tr("The folder went away in the meantime. Choose another one."), detail};
    default:
        return {ErrorKind::Unknown, Treatybook::tr("The file could not be confirmed as stored. Check the disk."),
                detail};
    }
}

/// 0, or errno.
static int sync(const QString &path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return errno;
    const int failure = ::fsync(handle) == 0 ? 0 : errno;
    ::close(handle);
    return failure;
}

/// 0, or errno; EEXIST if the name is taken.
static int renameWithoutReplacing(const QString &from, const QString &to)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    if (::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // A file system without that flag: take the name by an empty file of our own, then replace that.
    const int handle = ::open(target.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (handle < 0)
        return errno;
    ::close(handle);
    if (::rename(source.constData(), target.constData()) == 0)
        return 0;
    const int failure = errno;
    ::unlink(target.constData());
    return failure;
}

Result<void> checkTarget(const QString &target)
{
    const QFileInfo file(target);
    const QString folder = file.absolutePath();
    if (file.exists() || file.isSymLink())
        return exists(target);
    if (!QFileInfo(folder).isDir())
        return Error{ErrorKind::Missing,
                     Treatybook::tr("There is no folder “%1”. Make it, or choose another one.").arg(folder),
                     {}};
    if (::access(QFile::encodeName(folder).constData(), W_OK | X_OK) != 0)
        return systemError(errno, folder);
    return {};
}

QString temporaryName(const QString &target)
{
    return u"%1/.treatybook-%2.new"_s.arg(QFileInfo(target).absolutePath(),
                                          QUuid::createUuid().toString(QUuid::WithoutBraces));
}

Result<void> publish(const QString &temporary, const QString &target)
{
    int failure = sync(temporary);
    if (failure == 0)
        failure = renameWithoutReplacing(temporary, target);
    if (failure != 0) {
        discard(temporary);
        return failure == EEXIST ? exists(target) : systemError(failure, target);
    }
    failure = sync(QFileInfo(target).absolutePath());
    return failure == 0 ? Result<void>() : systemError(failure, target);
}

void discard(const QString &temporary)
{
    QFile::remove(temporary);
    QFile::remove(temporary + "-journal"_L1);
}

void discardOld(const QString &folder)
{
    using namespace std::chrono_literals;
    const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDuration(-24h);
    const auto files = QDir(folder).entryInfoList({u".treatybook-*.new"_s}, QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files) {
        if (file.lastModified() < yesterday)
            discard(file.filePath());
    }
}

/// 0, or errno.
static int writeAll(const QString &path, const QByteArray &bytes)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (handle < 0)
        return errno;
    int failure = 0;
    for (qsizetype done = 0; done < bytes.size() && failure == 0;) {
        const ssize_t written = ::write(handle, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (written < 0 && errno != EINTR)
            failure = errno;
        else if (written > 0)
            done += written;
    }
    if (::close(handle) != 0 && failure == 0)
        failure = errno;
    return failure;
}

Result<void> replace(const QString &path, const QByteArray &bytes)
{
    const QString temporary = temporaryName(path);
    int failure = writeAll(temporary, bytes);
    if (failure == 0)
        failure = sync(temporary);
    if (failure == 0 &&
        ::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(path).constData()) != 0)
        failure = errno;
    if (failure != 0) {
        discard(temporary);
        return systemError(failure, path);
    }
    failure = sync(QFileInfo(path).absolutePath());
    return failure == 0 ? Result<void>() : systemError(failure, path);
}

Result<void> makeFolder(const QString &path, bool isPrivate)
{
    if (::mkdir(QFile::encodeName(path).constData(), isPrivate ? 0700 : 0777) != 0) {
        if (errno == EEXIST && QFileInfo(path).isDir())
            return {};
        return errno == EEXIST ? exists(path) : systemError(errno, path);
    }
    const int failure = sync(QFileInfo(path).absolutePath());
    return failure == 0 ? Result<void>() : systemError(failure, path);
}

/// On a file system that cannot exchange names: a copy of the old file gets the name `aside` first. Nobody has it open
/// as a database, so plain reading does no harm.
static Result<void> copyThenReplace(const QString &temporary, const QString &target, const QString &aside)
{
    const QString old = temporaryName(aside);
    if (!QFile::copy(target, old)) {
        discard(old);
        return Error{ErrorKind::Full,
                     Treatybook::tr("The present file could not be put aside. Check whether the disk is full."),
                     target};
    }
    if (auto published = publish(old, aside); !published)
        return published;
    if (::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(target).constData()) == 0)
        return {};
    const int failure = errno;
    QFile::remove(aside);
    return systemError(failure, target);
}

Result<void> exchange(const QString &temporary, const QString &target, const QString &aside)
{
    int failure = sync(temporary);
    // The new file gets the name first that the old one will have: then one step does it.
    if (failure == 0)
        failure = renameWithoutReplacing(temporary, aside);
    if (failure != 0) {
        discard(temporary);
        return failure == EEXIST ? exists(aside) : systemError(failure, aside);
    }
    const QByteArray from = QFile::encodeName(aside), to = QFile::encodeName(target);
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_EXCHANGE) != 0) {
        failure = errno;
        if (failure != EINVAL && failure != ENOSYS) {
            discard(aside);
            return systemError(failure, target);
        }
        if (::rename(from.constData(), QFile::encodeName(temporary).constData()) != 0)
            return systemError(errno, target);
        if (auto copied = copyThenReplace(temporary, target, aside); !copied) {
            discard(temporary);
            return copied;
        }
    }
    failure = sync(QFileInfo(target).absolutePath());
    return failure == 0 ? Result<void>() : systemError(failure, target);
}

} // namespace Treatybook::DurableFile
