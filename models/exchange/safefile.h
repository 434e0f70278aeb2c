#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QSaveFile>
#include <QString>

namespace Treatybook {

/// Writes one file so that its path holds either the old content or all of the new, also when the disk is full, an
/// operation fails or the program is killed. A QSaveFile alone does not promise this: commit() of Qt 6.4 reports
/// success and puts a cut file in place when its last buffered bytes did not fit.
///
/// A new file gets the permissions of the umask; an existing one keeps its own, but belongs to whoever writes it.
/// Symbolic links are written through; of several hard links only the named one gets the new content.
/// Without commit() nothing happens to the target. Usable in any thread, by one at a time.
///
/// Errors: Invalid (no ordinary file, or the open book), Missing (no such folder), Denied, Full (space, quota or size
/// limit), Lost (the disk reported an error): in all of these the target is untouched. Unknown: the new content is in
/// place, but the disk did not confirm that it stays there.
class SafeFile
{
public:
    /// `openBook` is the file that must not be overwritten whatever its name; it is looked at, never opened.
    explicit SafeFile(const QString &path, const QString &openBook = {});

    Result<void> open();
    Result<void> write(const QByteArray &chunk);
    Result<void> commit();

private:
    Result<void> refuse();
    Error failure(const char *step, int errorNumber);

    QSaveFile m_file;
    QString m_path;
    QString m_openBook;
    qint64 m_written = 0;
};

/// All at once: open, write, commit.
Result<void> writeFile(const QString &path, const QByteArray &content, const QString &openBook = {});

/// Whether both paths lead to one existing file, through links of either kind. Uses stat only: opening and closing a
/// live SQLite database would drop the locks that this process holds on it.
bool sameFile(const QString &a, const QString &b);

} // namespace Treatybook
