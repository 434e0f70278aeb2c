#pragma once

#include "domain/backup.h"
#include "domain/changeset.h"
#include "domain/result.h"

#include <QDateTime>
#include <QFuture>
#include <QHash>

namespace Treatybook {

/// A place in the change log. Opaque to clients: on a server a sequence is not in commit order.
using Cursor = qint64;

struct StoredRecord {
    Agreement record;
    qint64 version = 0;
};

/// What a window can show before a book is read: its first records, and how many there are.
struct FirstPage {
    QList<StoredRecord> records;
    qint64 total = 0;
};

/// What a commit gives back: where it stands in the log and the versions of the records it touched.
struct Receipt {
    Cursor cursor = 0;
    QHash<QUuid, qint64> versions;
};

/// One committed change set with who and when; the actor and the UTC time come from the store.
struct LogEntry {
    Cursor cursor = 0;
    ChangeSet set;
    QHash<QUuid, qint64> versions; ///< after the change; a removed record has none
    QString actor;
    QDateTime time;
};

/// Why a book is open for reading only, told apart so that the user interface can offer the fitting next step.
enum class ReadOnlyCause : quint8 {
    None,
    Asked,
    Protected,      ///< file, folder or role
    InUse,          ///< by another program of this computer
    InUseElsewhere, ///< another computer says so, and cannot be asked whether that still holds
    NoLockFile,     ///< it could not be made: the disk is full
    NoLocks         ///< the folder does not know locks, so nobody could be kept from writing at the same time
};

struct Capabilities {
    bool readOnly = false;
    QString readOnlyReason; ///< a sentence for people
    bool canDelete = true;
    bool backsUp = false;  ///< backUp() works; else others see to backups, as the administrator of a server
    bool notifies = false; ///< tells by itself of what others commit
    ReadOnlyCause readOnlyCause = ReadOnlyCause::None;
};

enum class Lookup : quint8 { Stored, Absent, Unknown };

/// The port to a store. Everything is asynchronous and may be called from the thread of the session only; results come
/// in order. Errors are values: Conflict (somebody else changed the same field), Busy, Lost, Denied, Full, Damaged,
/// Unknown (the outcome of a commit: ask lookup()). Each client keeps a full replica; nothing is searched in the store.
class Repository
{
public:
    virtual ~Repository() = default;

    virtual Capabilities capabilities() const = 0;

    /// Where the log stands now. Note it before loading, and apply changesSince() after.
    virtual QFuture<Result<Cursor>> cursor() = 0;
    /// At most `limit` records in the order of their dates (the earliest day, then the id; undated ones last). load()
    /// gives them again.
    virtual QFuture<Result<FirstPage>> first(int limit) = 0;
    /// Whether the store is still the one that was opened: Lost if it was deleted, moved or replaced. Cheap.
    virtual QFuture<Result<void>> probe() { return QtFuture::makeReadyFuture(Result<void>()); }
    /// Records with an id greater than `afterId` in order of id, at most `limit`; fewer mean the end.
    virtual QFuture<Result<QList<StoredRecord>>> load(const QUuid &afterId, int limit) = 0;
    /// All or nothing. A patch whose `before` still holds goes in although another field has a newer version.
    virtual QFuture<Result<Receipt>> commit(const ChangeSet &set) = 0;
    virtual QFuture<Result<Lookup>> lookup(const QUuid &changeId) = 0;
    /// Added records come as they were added only if nothing later touched them; a reader applies entries in order.
    virtual QFuture<Result<QList<LogEntry>>> changesSince(Cursor cursor) = 0;
    /// Of one record, or of the whole book if `id` is null: newest first, at most `limit`, older than `before` (0:
    /// all).
    virtual QFuture<Result<QList<LogEntry>>> history(const QUuid &id, Cursor before, int limit) = 0;
    /// The current record, with its version; Missing if it was removed.
    virtual QFuture<Result<StoredRecord>> record(const QUuid &id) = 0;
    virtual QFuture<Result<QHash<QString, QString>>> settings() = 0;
    /// Content of attachments, in chunks of 1 MiB under the SHA-256 of the whole.
    virtual QFuture<Result<void>> putBlob(const QByteArray &sha256, int chunk, const QByteArray &bytes) = 0;
    virtual QFuture<Result<QByteArray>> getBlob(const QByteArray &sha256, int chunk) = 0;
    /// A consistent copy of the whole book in a new file. Exists if the target is there.
    virtual QFuture<Result<void>> copyTo(const QString &path) = 0;
    /// A verified backup of what is stored when this is called or soon after; commits need not wait for it. With
    /// FirstChange the one of today if there is one. The message of an Error can be shown as it is: Denied where the
    /// client makes no backups (open for reading only; on a server its administrator makes them), Full, Damaged, Busy.
    virtual QFuture<Result<Backup>> backUp(BackupReason reason) = 0;
};

} // namespace Treatybook
