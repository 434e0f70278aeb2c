#pragma once

#include "domain/backup.h"
#include "domain/result.h"

#include <QList>

namespace Treatybook {

class Database;
struct BookFigures;

/// The folder with the backups of one book, "NAME backups" beside it: finished, checked copies, each with number, time
/// and reason in its name, and a manifest with their SHA-256. Blocks; any thread, one writer a book.
class Backups
{
public:
    /// The book itself need not exist any more.
    explicit Backups(const QString &bookPath);

    const QString &folder() const { return m_folder; }
    /// Newest first. What lies in the folder counts; a missing or damaged manifest only makes details unknown.
    QList<Backup> list() const;

    /// A backup of an open book, in one go. The message of an Error begins with what that means: no backup was made.
    Result<Backup> make(Database &book, BackupReason reason) const;

    /// Makes the folder if there is none, removes what an interrupted backup left, and gives the name of an unfinished
    /// copy. Denied, Full, Lost (the folder of the book is gone).
    Result<QString> prepare() const;
    /// Checks the complete copy and, if it is right, takes it in under the next number and lets old backups go. On
    /// failure the copy is removed and no backup goes.
    Result<Backup> takeIn(const QString &temporary, BackupReason reason, const BookFigures &figures) const;
    /// The error of a step on the way to a backup.
    static Error failure(const Error &cause);

private:
    QList<Backup> inFolder() const;
    QList<Backup> inManifest() const;
    Result<Backup> add(const QString &temporary, Backup about) const;
    Result<void> writeManifest(const QList<Backup> &backups) const;
    void rotate(const Backup &added) const;

    QString m_book, m_folder;
};

/// SHA-256 in hexadecimal digits, empty if the file cannot be read. Not of a file that is open as a database.
QByteArray sha256OfFile(const QString &path);

} // namespace Treatybook
