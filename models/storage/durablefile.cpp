#include "storage/durablefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace Treatybook::DurableFile {

using namespace Qt::StringLiterals;

static QString tr(const char *text)
{
    return QCoreApplication::translate("Treatybook", text);
}

static Error exists(const QString &target)
{
    return {ErrorKind::Exists, tr("“%1” is there already. Choose another name.").arg(target), {}};
}

static Error systemError(int number, const QString &path)
{
    const QString detail = u"%1: %2"_s.arg(path, qt_error_string(number));
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return {ErrorKind::Full, tr("The disk is full. Free some space and try again."), detail};
    case EACCES:
    case EPERM:
    case EROFS:
        return {ErrorKind::Denied, tr("You may not write there. Choose a folder of your own."), detail};
    case ENOENT:
        return {ErrorKind::Lost, tr("The folder went away in the meantime. Choose another one."), detail};
    default:
        return {ErrorKind::Unknown, tr("The file could not be confirmed as stored. Check the disk."), detail};
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
        return Error{
            ErrorKind::Missing, tr("There is no folder “%1”. Make it, or choose another one.").arg(folder), {}};
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

} // namespace Treatybook::DurableFile
