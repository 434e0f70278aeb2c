#pragma once

#include "session/agreementstore.h"

#include <QObject>
#include <QThreadPool>

namespace Treatybook {

/// Reads a book: its settings, the first records in the order of their dates, all records page by page while the pages
/// before are prepared in other threads, what others committed meanwhile, and the newest part of the change log. One
/// run; deletes itself after `finished` or `failed`.
class Loader : public QObject
{
    Q_OBJECT

public:
    static constexpr int FirstRows = 100; ///< what a window can show
    static constexpr int PageSize = 2000; ///< a longer read would make our own writer wait
    static constexpr int HistoryLength = 200;

    Loader(Repository &repository, TextSearch search, QObject *parent)
        : QObject(parent), m_repository(repository), m_search(search)
    {
    }

    void start();

Q_SIGNALS:
    void settingsRead(const QHash<QString, QString> &settings);
    /// Once, before all pages.
    void firstRead(const QList<Treatybook::LoadedRecord> &records, qint64 total);
    void pageRead(const QList<Treatybook::LoadedRecord> &records);
    /// `later` are changes since the start, of which the pages may show some already. `log` is newest first.
    void finished(Treatybook::Cursor start, const QList<Treatybook::LogEntry> &later,
                  const QList<Treatybook::LogEntry> &log);
    /// After all pages before the one that cannot be read.
    void failed(const Treatybook::Error &error);

private:
    /// Goes on with the value, or ends.
    template <class T, class Next>
    void take(QFuture<Result<T>> future, Next next);
    void readPage(const QUuid &after);
    void takeFirst(const QFuture<Result<FirstPage>> &first);
    QFuture<QList<LoadedRecord>> prepared(const QList<StoredRecord> &page);
    void prepare(const QList<StoredRecord> &page);
    void readLog();
    /// With the error, once what was read before it is told.
    void endWith(const Error &error);

    Repository &m_repository;
    TextSearch m_search;
    Cursor m_start = 0;
    int m_preparing = 0;
    bool m_allRead = false;
    std::optional<Error> m_error;
    QThreadPool m_threads; ///< last, so that its work is done before the rest goes
};

} // namespace Treatybook
