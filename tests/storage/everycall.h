#pragma once

#include "faults/faultrun.h"

#include <QTest>

#include <functional>

namespace Treatybook::Test {

/// The columns "kind", "sticky" and "first" of atEveryCall(), with what may happen to a disk.
inline void addFaults()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<bool>("sticky");
    QTest::addColumn<int>("first");
    QTest::newRow("killed") << QByteArray("kill") << false << 0;
    QTest::newRow("killed within a write") << QByteArray("torn") << false << 3;
    QTest::newRow("disk full") << QByteArray("ENOSPC") << true << 1;
    QTest::newRow("quota") << QByteArray("EDQUOT") << true << 2;
    QTest::newRow("one I/O error") << QByteArray("EIO") << false << 2;
    QTest::newRow("I/O errors from then on") << QByteArray("EIO") << true << 3;
}

/// Runs the storage child with the fault at one call after the other until it does not happen any more, and gives the
/// number of calls. `first` is 0 for every call, or the first of those tried, since a child takes its time: then it is
/// every third, of which the rows of addFaults() try different ones. All of them are with TREATYBOOK_FAULTS=all.
inline int atEveryCall(const std::function<QStringList(QString *folder)> &prepare,
                       const std::function<void(const FaultRun &run, const QString &hit)> &judge)
{
    QFETCH(QByteArray, kind);
    QFETCH(bool, sticky);
    QFETCH(int, first);
    const bool everyOne = first == 0 || qgetenv("TREATYBOOK_FAULTS") == "all";
    int fired = 0;
    for (int at = everyOne ? 1 : first; at < 1000; at += everyOne ? 1 : 3) {
        QString folder;
        const QStringList arguments = prepare(&folder);
        const FaultRun run =
            runWithFault(QStringLiteral(TREATYBOOK_STORAGECHILD), arguments, folder, {kind, at, sticky, {}});
        if (run.crashed)
            QTest::qFail(run.errors.constData(), __FILE__, __LINE__);
        else
            judge(run, run.calls.value(at - 1));
        if (QTest::currentTestFailed()) {
            qWarning("at call %d: %s", at, qPrintable(run.calls.value(at - 1)));
            return at;
        }
        fired += run.fired;
        if (!run.fired) {
            if (fired == 0)
                QTest::qFail("no fault happened, so it proves nothing", __FILE__, __LINE__);
            return static_cast<int>(run.calls.size());
        }
    }
    return 0;
}

} // namespace Treatybook::Test
