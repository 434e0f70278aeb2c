#include "session/loader.h"

#include "domain/countries.h"
#include "domain/whendone.h"

#include <QTimer>
#include <QtConcurrent>

namespace Treatybook {

template <class T, class Next>
void Loader::take(QFuture<Result<T>> future, Next next)
{
    whenDone(future, this, [this, next](const Result<T> &result) {
        if (result)
            next(*result);
        else
            endWith(result.error());
    });
}

void Loader::endWith(const Error &error)
{
    m_error = error;
    if (m_preparing > 0)
        return;
    Q_EMIT failed(error);
    deleteLater();
}

void Loader::start()
{
    // All asked at once: the store answers one after the other while this thread has a window to build.
    const auto cursor = m_repository.cursor();
    const auto settings = m_repository.settings();
    const auto first = m_repository.first(FirstRows);
    if (m_search == TextSearch::Ready)
        m_threads.start([] { Countries::all(); }); // the search text names them
    take(cursor, [=, this](Cursor now) {
        m_start = now;
        take(settings, [=, this](const QHash<QString, QString> &read) {
            Q_EMIT settingsRead(read);
            takeFirst(first);
        });
    });
}

QFuture<QList<LoadedRecord>> Loader::prepared(const QList<StoredRecord> &page)
{
    return QtConcurrent::run(&m_threads, [page, search = m_search] {
        QList<LoadedRecord> records;
        records.reserve(page.size());
        for (const StoredRecord &record : page)
            records.append(LoadedRecord(record, search));
        return records;
    });
}

/// Prepared in another thread too: this one has the window to paint meanwhile.
void Loader::takeFirst(const QFuture<Result<FirstPage>> &first)
{
    take(first, [this](const FirstPage &page) {
        whenDone(prepared(page.records), this, [this, total = page.total](const QList<LoadedRecord> &read) {
            Q_EMIT firstRead(read, total);
            // When these are painted: two threads more would take the processors from it.
            QTimer::singleShot(0, this, [this] { readPage({}); });
        });
    });
}

void Loader::readPage(const QUuid &after)
{
    take(m_repository.load(after, PageSize), [this](const QList<StoredRecord> &page) {
        m_allRead = page.size() < PageSize;
        if (!m_allRead)
            readPage(page.last().record.id());
        prepare(page);
    });
}

void Loader::prepare(const QList<StoredRecord> &page)
{
    ++m_preparing;
    whenDone(prepared(page), this, [this](const QList<LoadedRecord> &records) {
        --m_preparing;
        Q_EMIT pageRead(records);
        if (m_error)
            endWith(*m_error);
        else if (m_allRead && m_preparing == 0)
            readLog();
    });
}

void Loader::readLog()
{
    take(m_repository.changesSince(m_start), [this](const QList<LogEntry> &later) {
        take(m_repository.history({}, 0, HistoryLength), [this, later](const QList<LogEntry> &log) {
            Q_EMIT finished(m_start, later, log);
            deleteLater();
        });
    });
}

} // namespace Treatybook
