#pragma once

#include "domain/repository.h"

#include <QMap>
#include <QObject>
#include <QPromise>
#include <QQueue>
#include <QTimer>

#include <functional>
#include <memory>

namespace Treatybook::Test {

/// The content of a book in memory. Several FakeRepository may be clients of one.
class FakeStore
{
public:
    Result<Receipt> commit(const ChangeSet &set);

    QMap<QUuid, StoredRecord> records;
    QHash<QUuid, qint64> tombstones;
    QHash<QString, QString> settings;
    QList<LogEntry> log; ///< lean, as in a file: additions are without their record
    QHash<QByteArray, QMap<int, QByteArray>> blobs;
    Pool pool;
};

/// A repository that answers late, fails or loses its answer when told so.
class FakeRepository : public Repository
{
public:
    enum class Call { Cursor, First, Load, Commit, Lookup, ChangesSince, History, Record, Settings, Blob, BackUp };

    /// Behaviour is shared too, so that a test can change it while a session owns the repository.
    struct Behaviour {
        int delay = 0;                              ///< milliseconds; 0 answers at once
        QList<std::pair<Call, ErrorKind>> failures; ///< the next call of that kind fails, each once
        bool commitsBeforeFailing = false;          ///< a failing commit is stored all the same: its answer is lost
        Lookup lookup = Lookup::Absent;             ///< what a lookup says of what is not stored
        Capabilities capabilities;
        QList<Call> calls;                ///< what was asked, in order
        QList<Backup> backups;            ///< what was made, oldest first
        std::function<void(Call)> before; ///< runs before a call is answered
    };

    FakeRepository(std::shared_ptr<FakeStore> store, std::shared_ptr<Behaviour> behaviour)
        : m_store(std::move(store)), m_behaviour(std::move(behaviour))
    {
    }

    Capabilities capabilities() const override { return m_behaviour->capabilities; }
    QFuture<Result<Cursor>> cursor() override;
    QFuture<Result<FirstPage>> first(int limit) override;
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
    std::optional<Error> failure(Call call);

    template <class T>
    QFuture<Result<T>> answer(Call call, const std::function<Result<T>()> &work)
    {
        const auto error = failure(call);
        const bool works = !error || (call == Call::Commit && m_behaviour->commitsBeforeFailing);
        Result<T> result = works ? work() : Result<T>(*error);
        if (error)
            result = *error;
        if (m_behaviour->delay == 0)
            return QtFuture::makeReadyFuture(std::move(result));
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        m_late.enqueue([promise, result] {
            promise->addResult(result);
            promise->finish();
        });
        QTimer::singleShot(m_behaviour->delay, &m_context, [this] { m_late.dequeue()(); });
        return promise->future();
    }

    std::shared_ptr<FakeStore> m_store;
    std::shared_ptr<Behaviour> m_behaviour;
    QObject m_context;
    QQueue<std::function<void()>> m_late; ///< answers under way; dropped with the repository
};

} // namespace Treatybook::Test
