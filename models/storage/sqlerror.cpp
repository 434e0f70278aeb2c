#include "storage/sqlerror.h"

#include "domain/tr.h"

#include <cerrno>
#include <sqlite3.h>

namespace Treatybook {

static bool isNoSpace(int code, int systemErrno)
{
    // SQLite calls only ENOSPC "full"; a quota or a file size limit comes as an I/O error.
    const bool noSpace = systemErrno == ENOSPC || systemErrno == EDQUOT || systemErrno == EFBIG;
    return code == SQLITE_FULL || ((code & 0xff) == SQLITE_IOERR && noSpace);
}

Error sqlError(int code, int systemErrno, const QString &detail)
{
    if (isNoSpace(code, systemErrno))
        return {ErrorKind::Full, tr("The disk is full. Free some space and try again; the book is unchanged."), detail};
    if ((code & 0xff) == SQLITE_IOERR && (systemErrno == EROFS || systemErrno == EACCES || systemErrno == EPERM))
        code = SQLITE_READONLY; // the disk was made read-only under the open file
    if (code == SQLITE_READONLY_DBMOVED)
        return {ErrorKind::Lost,
                tr("The file of the book was moved, replaced or deleted while it was open. Save a copy."), detail};
    if (code == SQLITE_READONLY_ROLLBACK)
        return {
            ErrorKind::Denied,
            tr("The book was not closed properly and has to be recovered, which needs a folder that can be written. "
               "Copy the file and its “-journal” to such a folder and open the copy."),
            detail};
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::Busy, tr("Another program is writing to the book. Try again in a moment."), detail};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorKind::Denied, tr("The book cannot be written here. Save a copy in a folder of your own."), detail};
    case SQLITE_CANTOPEN:
        return {ErrorKind::Denied,
                tr("The book or its journal could not be opened. Check that the file is still there and that you may "
                   "read and write it and its folder."),
                detail};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorKind::Damaged, tr("The book is damaged. Go back to a backup; keep the damaged file."), detail};
    case SQLITE_IOERR:
        return {ErrorKind::Lost,
                tr("The disk reported an error, so the change is not confirmed. Check the disk and save a copy "
                   "elsewhere."),
                detail};
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
        return {ErrorKind::Invalid, tr("The book does not accept one of the values."), detail};
    case SQLITE_TOOBIG:
        return {ErrorKind::Invalid, tr("One of the texts is too long for the book."), detail};
    case SQLITE_NOMEM:
        return {ErrorKind::Full, tr("There is not enough memory. Close other programs and try again."), detail};
    default:
        return {ErrorKind::Unknown, tr("The book could not do what was asked."), detail};
    }
}

} // namespace Treatybook
