#pragma once

#include "domain/repository.h"

#include <memory>

namespace Treatybook {

/// How a book is opened.
struct BookOptions {
    enum class Executor {
        OwnThread, ///< one thread that owns the connection
        Direct     ///< every call is done when it returns: tests, and the command line where it writes
    };

    bool readOnly = false;
    /// False lets several clients of this process write to one file; SQLite's own locks keep them apart.
    bool lockFile = true;
    Executor executor = Executor::OwnThread;
    QString actor = {}; ///< who writes, for the change log; empty: the name of the login
};

/// Opens an existing book. Blocks for about two milliseconds, on a slow disk or a busy file longer (5 s at most): a
/// window may call it through QtConcurrent::run, the repository may then be used from any one thread.
/// A book that another process has open, or whose file or folder cannot be written, opens read-only; capabilities() say
/// why. Errors: Missing, Empty, Foreign (also: not a file, not a database), Newer, Damaged, Denied, Busy, Lost. Nothing
/// is created or changed by a path that cannot be opened.
Result<std::unique_ptr<Repository>> openBook(const QString &path, const BookOptions &options = {});

/// Takes away the lock that another computer left on a book (ReadOnlyCause::InUseElsewhere); open it then. If somebody
/// works with it there all the same, SQLite's own locks and the versions of the records still keep both changes whole.
void takeOverBook(const QString &path);

/// A new, empty book; complete and on the disk when this returns. Exists if anything has that name, Missing if the
/// folder does not exist, Denied, Full. Never leaves half a file. Any thread.
Result<void> createBook(const QString &path);

/// The same with `content` in it, which has what another book holds in memory: the last resort when its file cannot be
/// read any more. One change in the log.
Result<void> writeBook(const QString &path, const ChangeSet &content);

} // namespace Treatybook
