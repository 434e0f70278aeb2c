#include "storage/bookrestore.h"

#include "domain/tr.h"
#include "storage/backups.h"
#include "storage/bookcopy.h"
#include "storage/database.h"
#include "storage/documentfile.h"
#include "storage/documentlock.h"
#include "storage/durablefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

Error notRestored(const Error &cause)
{
    return {cause.kind, tr("Nothing was restored. %1").arg(cause.message), cause.detail};
}

/// The messages of DocumentLock say that the book is open for reading only, which does not fit here.
Result<std::unique_ptr<DocumentLock>> lockFor(const QString &path)
{
    auto lock = DocumentLock::acquire(path);
    if (lock)
        return lock;
    const QString name = QFileInfo(path).fileName();
    if (lock.error().kind == ErrorKind::Busy)
        return Error{ErrorKind::Busy,
                     tr("Nothing was restored: “%1” is open in a window or another program. Close it there first.")
                         .arg(name),
                     lock.error().message};
    if (lock.error().kind == ErrorKind::Denied)
        return Error{ErrorKind::Denied, tr("Nothing was restored: the folder of “%1” is write-protected.").arg(name),
                     lock.error().message};
    return Error{ErrorKind::Full,
                 tr("Nothing was restored: no lock file could be made beside “%1”. Check whether the disk is full.")
                     .arg(name),
                 lock.error().message};
}

/// What the manifest of the book says of the backup still holds.
Result<void> checkSum(const QString &backup, const QString &path)
{
    for (const Backup &known : Backups(path).list()) {
        if (QFileInfo(known.path) != QFileInfo(backup) || known.sha256.isEmpty())
            continue;
        if (sha256OfFile(backup) != known.sha256)
            return Error{ErrorKind::Damaged,
                         tr("Nothing was restored: the backup “%1” is not as it was made. Choose another one.")
                             .arg(QFileInfo(backup).fileName()),
                         u"SHA-256"_s};
    }
    return {};
}

Error damagedBackup(const QString &backup, const Error &cause)
{
    return {ErrorKind::Damaged,
            tr("Nothing was restored: the backup “%1” is damaged. Choose another one.")
                .arg(QFileInfo(backup).fileName()),
            cause.message + u' ' + cause.detail};
}

/// A verified copy in a file beside the book that has no name yet; at the end of this it is gone, or has one.
Result<void> copyBackup(const QString &backup, const QString &temporary)
{
    const auto file = DocumentFile::judge(backup);
    if (!file)
        return notRestored(file.error());
    const auto source = Database::open(file->path(), Database::Mode::ReadOnly);
    if (!source)
        return notRestored(source.error());
    const auto copy = BookCopy::start(**source, temporary);
    if (!copy)
        return notRestored(copy.error());
    const auto copied = (*copy)->step(BookCopy::AllPages);
    if (!copied)
        return copied.error().kind == ErrorKind::Damaged ? damagedBackup(backup, copied.error())
                                                         : notRestored(copied.error());
    if (const auto verified = verifyCopy(temporary, &(*copy)->figures()); !verified)
        return damagedBackup(backup, verified.error());
    return {};
}

/// Ends what an interrupted write left, and backs the present book up; it is put aside whatever comes of it.
void settlePresent(const QString &path)
{
    const auto file = DocumentFile::judge(path);
    if (!file)
        return;
    if (const auto present = Database::open(file->path(), Database::Mode::ReadWrite))
        static_cast<void>(Backups(path).make(**present, BackupReason::Restore));
}

/// A journal that the present file could not be read with must not meet the restored one: SQLite would play it back.
Result<void> moveJournal(const QString &path, const QString &aside)
{
    const QString journal = path + "-journal"_L1, away = aside + "-journal"_L1;
    if (!QFileInfo::exists(journal) || QFile::rename(journal, away))
        return {};
    return Error{ErrorKind::Denied,
                 tr("Nothing was restored: “%1” could not be put aside.").arg(QFileInfo(journal).fileName()), {}};
}

QString asideName(const QString &path)
{
    const QFileInfo file(path);
    const QString day = QDateTime::currentDateTime().toString(u"yyyy-MM-dd HHmm"_s);
    const QString stem = tr("%1 before restoring %2").arg(file.completeBaseName(), day);
    const QString suffix = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    for (int number = 1;; ++number) {
        const QString name = number == 1 ? stem + suffix : u"%1 (%2)%3"_s.arg(stem).arg(number).arg(suffix);
        const QString candidate = file.dir().filePath(name);
        if (!QFileInfo::exists(candidate) && !QFileInfo(candidate).isSymLink())
            return candidate;
    }
}

Result<QString> replaceBook(const QString &temporary, const QString &path)
{
    if (!QFileInfo::exists(path)) {
        const auto published = DurableFile::publish(temporary, path);
        return published ? Result<QString>(QString()) : notRestored(published.error());
    }
    QFile::setPermissions(temporary, QFileInfo(path).permissions());
    settlePresent(path);
    const QString aside = asideName(path);
    if (const auto moved = moveJournal(path, aside); !moved)
        return moved.error();
    const auto exchanged = DurableFile::exchange(temporary, path, aside);
    return exchanged ? Result<QString>(aside) : notRestored(exchanged.error());
}

} // namespace

Result<QString> restoreBook(const QString &backup, const QString &path)
{
    const QFileInfo target(path);
    if (target.exists() && !target.isFile())
        return Error{ErrorKind::Foreign, tr("“%1” is no file, so nothing can be restored there.").arg(target.fileName()), {}};
    const QString place = target.exists() ? target.canonicalFilePath() : target.absoluteFilePath();
    if (target.exists() && QFileInfo(backup).canonicalFilePath() == place)
        return Error{ErrorKind::Invalid, tr("A book cannot be restored from itself. Choose a backup."), {}};
    if (!target.absoluteDir().exists())
        return Error{ErrorKind::Missing,
                     tr("There is no folder “%1”. Make it, or choose another one.").arg(target.absolutePath()), {}};
    const auto lock = lockFor(place);
    if (!lock)
        return lock.error();
    if (const auto intact = checkSum(backup, place); !intact)
        return intact.error();
    const QString temporary = DurableFile::temporaryName(place);
    const auto copied = copyBackup(backup, temporary);
    const auto restored = copied ? replaceBook(temporary, place) : Result<QString>(copied.error());
    if (!restored)
        DurableFile::discard(temporary);
    return restored;
}

} // namespace Treatybook
