#include "app/startguard.h"

#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <csignal>

namespace Treatybook {

StartGuard::StartGuard(const QString &file) : m_lock(file)
{
    using namespace std::chrono_literals;
    QDir().mkpath(QFileInfo(file).absolutePath());
    qint64 process = 0;
    QString host, program;
    const bool named = m_lock.getLockInfo(&process, &host, &program);
    const bool dead = named && ::kill(static_cast<pid_t>(process), 0) != 0 && errno == ESRCH;
    m_lock.setStaleLockTime(0s);
    // Where no guard can be set up (no room, a folder of somebody else) the window starts without one.
    bool locked = m_lock.tryLock(0s);
    if (!locked && !named && m_lock.removeStaleLockFile()) // cut short on a full disk
        locked = m_lock.tryLock(0s);
    m_lastFailed = locked && dead;
}

} // namespace Treatybook
