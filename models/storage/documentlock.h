#pragma once

#include "domain/result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace Treatybook {

/// Says that one process writes to a book: a file NAME.lock beside it, held until destruction. The lock of a process
/// that no longer runs on this machine is taken over, and one that says nothing for more than ten seconds.
class DocumentLock
{
public:
    /// Busy names who holds it (program, process, computer); Denied: the folder cannot be written; Full: the lock
    /// file could not be made, which is not "in use". The message says that the book is open for reading only.
    static Result<std::unique_ptr<DocumentLock>> acquire(const QString &documentPath);

    /// The same once more, without words; null if it was not given.
    static std::unique_ptr<DocumentLock> reacquire(const QString &documentPath);

    /// False where the folder knows no locks, as some network folders: then SQLite could not keep others out.
    bool canLockFiles() const;
    /// The lock was left or is held by another computer, whose processes cannot be asked for from here.
    static bool isHeldElsewhere(const QString &documentPath);
    /// Removes such a lock, and no other.
    static void takeOver(const QString &documentPath);

    static QString lockPath(const QString &documentPath);

private:
    explicit DocumentLock(const QString &documentPath);
    bool takeOverUnwritten();

    QLockFile m_file;
};

} // namespace Treatybook
