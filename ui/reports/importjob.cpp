#include "ui/reports/importjob.h"

#include <QtConcurrent>

namespace Treatybook {

ImportJob::ImportJob(QObject *parent) : QObject(parent) {}

ImportJob::~ImportJob()
{
    cancel();
}

void ImportJob::start(const ImportRequest &request, const QList<StoredRecord> &present)
{
    cancel();
    m_watcher = std::make_unique<QFutureWatcher<Outcome>>();
    connect(m_watcher.get(), &QFutureWatcherBase::progressValueChanged, this, &ImportJob::progressed);
    connect(m_watcher.get(), &QFutureWatcherBase::finished, this, &ImportJob::finish);
    const auto work = [request, present](QPromise<Outcome> &promise) {
        promise.setProgressRange(0, Whole);
        promise.addResult(planImport(request, present, [&promise](qint64 done, qint64 total) {
            promise.setProgressValue(total > 0 ? static_cast<int>(done * Whole / total) : 0);
            return !promise.isCanceled();
        }));
    };
    m_watcher->setFuture(QtConcurrent::run(&m_threads, work));
}

void ImportJob::cancel()
{
    if (!m_watcher)
        return;
    m_watcher->disconnect(this);
    m_watcher->cancel();
    m_watcher.release()->deleteLater(); // it may be the one that is calling
}

void ImportJob::finish()
{
    const Outcome outcome = m_watcher->result();
    m_watcher.release()->deleteLater();
    if (outcome)
        Q_EMIT planned(*outcome);
    else
        Q_EMIT failed(outcome.error());
}

} // namespace Treatybook
