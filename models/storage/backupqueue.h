#pragma once

#include "domain/backup.h"
#include "domain/result.h"
#include "storage/executor.h"

#include <functional>
#include <list>

namespace Treatybook {

class SqlRepository;

/// Backups of one open book, one after the other: copied in short steps between the other work of the executor, then
/// checked beside it. Used by the executor only.
class BackupQueue
{
public:
    using Done = std::function<void(const Result<Backup> &)>;

    BackupQueue(SqlRepository &book, Executor &executor) : m_book(book), m_executor(executor) {}

    /// `done` runs in the thread that finishes it, and asks for nothing here.
    void add(BackupReason reason, const Done &done);
    /// At the end of the book: copies the rest of the backup under way at once; it is checked before the executor ends.
    void finish();

private:
    struct Request {
        BackupReason reason;
        Done done;
    };

    void startNext();
    void step(int pages);
    void end(const Result<Backup> &result);
    void goOn();
    SqlRepository &m_book;
    Executor &m_executor;
    std::list<Request> m_waiting; ///< the first one is being copied or checked if m_active
    QString m_temporary;
    bool m_active = false, m_copying = false;
};

} // namespace Treatybook
