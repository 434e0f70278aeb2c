#pragma once

#include <QLockFile>

namespace Treatybook {

/// Stands while the window is being made. A start that died under it is seen by the next one, which then leaves the
/// remembered layout aside: what killed the one may kill the next. Two programs that start at once do not mistake each
/// other for dead.
class StartGuard
{
public:
    explicit StartGuard(const QString &file);

    bool lastStartFailed() const { return m_lastFailed; }
    /// The window stands.
    void release() { m_lock.unlock(); }

private:
    QLockFile m_lock;
    bool m_lastFailed = false;
};

} // namespace Treatybook
