#include "session/loader.h"

#include <QtConcurrent>

namespace Treatybook {

template <class T, class Next>
void Loader::take(QFuture<Result<T>> future, Next next)
{
    future.then(this, [this, next](const Result<T> &result) {
        if (result) {
            next(*result);
            return;
        }
        Q_EMIT failed(result.error());
        deleteLater();
    });
}

void Loader::start()
{
    take(m_repository.cursor(), [this](Cursor cursor) {
        m_start = cursor;
        take(m_repository.settings(), [this](const QHash<QString, QString> &settings) {
            Q_EMIT settingsRead(settings);
            readFirst();
        });
    });
}

static QList<LoadedRecord> prepared(const QList<StoredRecord> &page)
{
    QList<LoadedRecord> records;
    records.reserve(page.size());
    for (const StoredRecord &record : page)
        records.append(LoadedRecord(record));
    return records;
}

/// Prepared in another thread too: this one has the window to paint meanwhile.
void Loader::readFirst()
{
    take(m_repository.first(FirstRows), [this](const FirstPage &page) {
        QtConcurrent::run(&m_threads, prepared, page.records)
            .then(this, [this, total = page.total](const QList<LoadedRecord> &records) {
                readPage({}); // the store goes on reading while these are shown
                Q_EMIT firstRead(records, total);
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
    QtConcurrent::run(&m_threads, prepared, page).then(this, [this](const QList<LoadedRecord> &records) {
        --m_preparing;
        Q_EMIT pageRead(records);
        if (m_allRead && m_preparing == 0)
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
