#pragma once

#include "domain/repository.h"
#include "storage/backupqueue.h"
#include "storage/documentlock.h"
#include "storage/executor.h"
#include "storage/sqlrepository.h"

namespace Treatybook {

/// The Repository port over one SQLite file: hands every call to the executor, which owns the connection. Destruction
/// waits for the calls that were made and a backup under way, then closes the file and gives the lock back.
class SqliteRepository final : public Repository
{
public:
    /// `lock` may be null.
    static Result<std::unique_ptr<SqliteRepository>> open(const DocumentFile &file, const Capabilities &capabilities,
                                                          const QString &actor, std::unique_ptr<DocumentLock> lock,
                                                          std::unique_ptr<Executor> executor);
    ~SqliteRepository() override;

    Capabilities capabilities() const override { return m_capabilities; }
    QFuture<Result<Cursor>> cursor() override;
    QFuture<Result<FirstPage>> first(int limit) override;
    QFuture<Result<void>> probe() override;
    QFuture<Result<QList<StoredRecord>>> load(const QUuid &afterId, int limit) override;
    QFuture<Result<Receipt>> commit(const ChangeSet &set) override;
    QFuture<Result<Lookup>> lookup(const QUuid &changeId) override;
    QFuture<Result<QList<LogEntry>>> changesSince(Cursor cursor) override;
    QFuture<Result<QList<LogEntry>>> history(const QUuid &id, Cursor before, int limit) override;
    QFuture<Result<StoredRecord>> record(const QUuid &id) override;
    QFuture<Result<QHash<QString, QString>>> settings() override;
    QFuture<Result<void>> putBlob(const QByteArray &sha256, int chunk, const QByteArray &bytes) override;
    QFuture<Result<QByteArray>> getBlob(const QByteArray &sha256, int chunk) override;
    QFuture<Result<void>> copyTo(const QString &path) override;
    QFuture<Result<Backup>> backUp(BackupReason reason) override;

private:
    SqliteRepository(const Capabilities &capabilities, std::unique_ptr<DocumentLock> lock,
                     std::unique_ptr<Executor> executor);

    /// Has `work` done by the executor; its result fulfils the future.
    template <class Work>
    auto ask(Work work);

    Capabilities m_capabilities;
    std::unique_ptr<DocumentLock> m_lock; ///< given back when the file is gone: another may lie there by now
    bool m_locked = false;
    std::unique_ptr<Executor> m_executor;
    std::unique_ptr<SqlRepository> m_engine; ///< touched by the executor only
    std::unique_ptr<BackupQueue> m_backups;  ///< the same
};

} // namespace Treatybook
