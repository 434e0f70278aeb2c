#include "storage/sqliterepository.h"

#include "domain/tr.h"

#include <QPromise>

namespace Treatybook {

SqliteRepository::SqliteRepository(const Capabilities &capabilities, std::unique_ptr<DocumentLock> lock,
                                   std::unique_ptr<Executor> executor)
    : m_capabilities(capabilities), m_lock(std::move(lock)), m_locked(m_lock != nullptr), m_executor(std::move(executor))
{
}

template <class Work>
auto SqliteRepository::ask(Work work)
{
    using Answer = decltype(work());
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    m_executor->post([promise, work] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

Result<std::unique_ptr<SqliteRepository>> SqliteRepository::open(const DocumentFile &file,
                                                                 const Capabilities &capabilities, const QString &actor,
                                                                 std::unique_ptr<DocumentLock> lock,
                                                                 std::unique_ptr<Executor> executor)
{
    std::unique_ptr<SqliteRepository> repository(
        new SqliteRepository(capabilities, std::move(lock), std::move(executor)));
    const auto mode = capabilities.readOnlyCause == ReadOnlyCause::NoLocks ? Database::Mode::ReadOnlyUnlocked
                      : capabilities.readOnly                              ? Database::Mode::ReadOnly
                                                                           : Database::Mode::ReadWrite;
    // The connection belongs to the thread that opens it.
    auto opening = repository->ask([repository = repository.get(), file, mode, actor]() -> Result<void> {
        auto engine = SqlRepository::open(file, mode, actor);
        if (!engine)
            return engine.error();
        repository->m_engine = std::move(*engine);
        repository->m_backups = std::make_unique<BackupQueue>(*repository->m_engine, *repository->m_executor);
        return {};
    });
    if (const Result<void> opened = opening.result(); !opened)
        return opened.error();
    return repository;
}

SqliteRepository::~SqliteRepository()
{
    m_executor->post([this] {
        if (m_backups)
            m_backups->finish();
        m_engine.reset();
    });
    m_executor.reset();
}

QFuture<Result<Cursor>> SqliteRepository::cursor()
{
    return ask([this] { return m_engine->cursor(); });
}

QFuture<Result<void>> SqliteRepository::probe()
{
    return ask([this] {
        const auto there = m_engine->probe();
        if (!there)
            m_lock.reset();
        else if (m_locked && !m_lock)
            m_lock = DocumentLock::reacquire(m_engine->path());
        return there;
    });
}

QFuture<Result<FirstPage>> SqliteRepository::first(int limit)
{
    return ask([=, this] { return m_engine->first(limit); });
}

QFuture<Result<QList<StoredRecord>>> SqliteRepository::load(const QUuid &afterId, int limit)
{
    return ask([=, this] { return m_engine->load(afterId, limit); });
}

QFuture<Result<Receipt>> SqliteRepository::commit(const ChangeSet &set)
{
    return ask([=, this] { return m_engine->commit(set); });
}

QFuture<Result<Lookup>> SqliteRepository::lookup(const QUuid &changeId)
{
    return ask([=, this] { return Result<Lookup>(m_engine->lookup(changeId)); });
}

QFuture<Result<QList<LogEntry>>> SqliteRepository::changesSince(Cursor cursor)
{
    return ask([=, this] { return m_engine->changesSince(cursor); });
}

QFuture<Result<QList<LogEntry>>> SqliteRepository::history(const QUuid &id, Cursor before, int limit)
{
    return ask([=, this] { return m_engine->history(id, before, limit); });
}

QFuture<Result<StoredRecord>> SqliteRepository::record(const QUuid &id)
{
    return ask([=, this] { return m_engine->record(id); });
}

QFuture<Result<QHash<QString, QString>>> SqliteRepository::settings()
{
    return ask([this] { return m_engine->settings(); });
}

QFuture<Result<void>> SqliteRepository::putBlob(const QByteArray &sha256, int chunk, const QByteArray &bytes)
{
    return ask([=, this] { return m_engine->putBlob(sha256, chunk, bytes); });
}

QFuture<Result<QByteArray>> SqliteRepository::getBlob(const QByteArray &sha256, int chunk)
{
    return ask([=, this] { return m_engine->getBlob(sha256, chunk); });
}

QFuture<Result<void>> SqliteRepository::copyTo(const QString &path)
{
    return ask([=, this] { return m_engine->copyTo(path); });
}

QFuture<Result<Backup>> SqliteRepository::backUp(BackupReason reason)
{
    const auto promise = std::make_shared<QPromise<Result<Backup>>>();
    promise->start();
    const auto finish = [promise](const Result<Backup> &result) {
        promise->addResult(result);
        promise->finish();
    };
    if (m_capabilities.backsUp)
        m_executor->post([=, this] { m_backups->add(reason, finish); });
    else
        finish(Error{ErrorKind::Denied,
                     Treatybook::tr("A book that is open for reading only is not backed up. "
                                    "Save a copy instead."),
                     m_capabilities.readOnlyReason});
    return promise->future();
}

} // namespace Treatybook
