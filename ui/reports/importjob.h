#pragma once

#include "exchange/importplan.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

#include <memory>

namespace Treatybook {

/// Works out what an import would do, in a thread of its own. A newer start takes the place of the one under way; the
/// end of the job cancels it.
class ImportJob : public QObject
{
    Q_OBJECT

public:
    explicit ImportJob(QObject *parent = nullptr);
    ~ImportJob() override;

    void start(const ImportRequest &request, const QList<StoredRecord> &present);
    /// Neither `planned` nor `failed` follows.
    void cancel();
    bool isRunning() const { return m_watcher != nullptr; }

Q_SIGNALS:
    /// Of `Whole`.
    void progressed(int done);
    void planned(const Treatybook::ImportPlan &plan);
    void failed(const Treatybook::Error &error);

public:
    static constexpr int Whole = 1000;

private:
    using Outcome = Result<ImportPlan>;

    void finish();

    std::unique_ptr<QFutureWatcher<Outcome>> m_watcher; ///< null: nothing is under way
    QThreadPool m_threads;                              ///< last, so that its work is done before the rest goes
};

} // namespace Treatybook
