#include "storage/documentlock.h"

#include "domain/tr.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace Treatybook {

using namespace Qt::StringLiterals;

static Error heldByOther(const QLockFile &file, const QString &name)
{
    qint64 process = 0;
    QString computer, program;
    if (!file.getLockInfo(&process, &computer, &program))
        return {
            ErrorKind::Busy,
            tr("“%1” is open for reading only: beside it lies a lock file, “%2”, that says nothing of its owner. One "
               "that a crash left behind is taken over after ten seconds; try again then.")
                .arg(name, QFileInfo(file.fileName()).fileName()),
            {}};
    if (process == QCoreApplication::applicationPid() && computer == QSysInfo::machineHostName())
        return {
            ErrorKind::Busy, tr("“%1” is already open in this program, so it is open for reading only.").arg(name), {}};
    if (computer != QSysInfo::machineHostName())
        return {ErrorKind::Busy,
                tr("“%1” is open for reading only: %2 on the computer “%4” has it open (process %3). Take over only if "
                   "you know that nobody works with it there.")
                    .arg(name, program, QString::number(process), computer),
                {}};
    return {ErrorKind::Busy,
            tr("“%1” is open for reading only: %2 (process %3 on %4) is writing to it.")
                .arg(name, program, QString::number(process), computer),
            {}};
}

DocumentLock::DocumentLock(const QString &documentPath) : m_file(lockPath(documentPath))
{
    m_file.setStaleLockTime(0); // a lock never grows old; only its process may be gone
}

/// A crash while the lock was made leaves it empty. Writing it takes no time, so one that stays so belongs to nobody.
bool DocumentLock::takeOverUnwritten()
{
    if (m_file.error() != QLockFile::LockFailedError || m_file.getLockInfo(nullptr, nullptr, nullptr))
        return false;
    m_file.setStaleLockTime(10'000);
    const bool taken = m_file.tryLock(0);
    m_file.setStaleLockTime(0);
    return taken;
}

std::unique_ptr<DocumentLock> DocumentLock::reacquire(const QString &documentPath)
{
    auto lock = acquire(documentPath);
    return lock ? std::move(*lock) : nullptr;
}

bool DocumentLock::canLockFiles() const
{
    // The call that SQLite makes, on our own file: a handle of the book would, when closed, drop SQLite's locks. Closing
    // this one drops only a lock that this process alone looks at.
    const int handle = ::open(QFile::encodeName(m_file.fileName()).constData(), O_RDWR | O_CLOEXEC);
    if (handle < 0)
        return true; // somebody took it away: not a question of locks
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_len = 1;
    const bool known = ::fcntl(handle, F_SETLK, &lock) == 0 || (errno != ENOLCK && errno != ENOSYS && errno != EOPNOTSUPP);
    ::close(handle);
    return known;
}

bool DocumentLock::isHeldElsewhere(const QString &documentPath)
{
    QString computer;
    return QLockFile(lockPath(documentPath)).getLockInfo(nullptr, &computer, nullptr) &&
           computer != QSysInfo::machineHostName();
}

void DocumentLock::takeOver(const QString &documentPath)
{
    if (isHeldElsewhere(documentPath))
        QFile::remove(lockPath(documentPath));
}

QString DocumentLock::lockPath(const QString &documentPath)
{
    return documentPath + ".lock"_L1;
}

Result<std::unique_ptr<DocumentLock>> DocumentLock::acquire(const QString &documentPath)
{
    std::unique_ptr<DocumentLock> lock(new DocumentLock(documentPath));
    if (lock->m_file.tryLock(0) || lock->takeOverUnwritten())
        return lock;
    const QString name = QFileInfo(documentPath).fileName();
    switch (lock->m_file.error()) {
    case QLockFile::LockFailedError:
        return heldByOther(lock->m_file, name);
    case QLockFile::PermissionError:
        return Error{
            ErrorKind::Denied,
            Treatybook::tr("The folder of “%1” is write-protected, so the book is open for reading only.").arg(name),
            {}};
    default:
        return Error{
            ErrorKind::Full,
            Treatybook::tr(
                "“%1” is open for reading only: its lock file could not be made. Check whether the disk is full.")
                .arg(name),
            {}};
    }
}

} // namespace Treatybook
