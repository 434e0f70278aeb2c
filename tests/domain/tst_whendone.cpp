#include "domain/whendone.h"

#include "support/testregistry.h"

#include <QPromise>
#include <QTest>
#include <QThreadPool>

#include <memory>

using namespace Treatybook;

class TstWhenDone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Each answer comes while it is asked for, often just then.
    void onceEach()
    {
        constexpr int Many = 5000;
        QObject context;
        QList<int> calls(Many, 0);
        int wrong = 0;
        for (int n = 0; n < Many; ++n) {
            const auto promise = std::make_shared<QPromise<int>>();
            promise->start();
            QThreadPool::globalInstance()->start([promise, n] {
                promise->addResult(n);
                promise->finish();
            });
            whenDone(promise->future(), &context, [&, n, kept = std::make_unique<int>(n)](int answer) {
                ++calls[n];
                wrong += answer != n || *kept != n;
            });
        }
        QTRY_COMPARE(calls.count(1), Many);
        QCOMPARE(wrong, 0);
        QVERIFY(context.children().isEmpty());
    }

    void notAtOnce()
    {
        QPromise<int> promise;
        promise.start();
        promise.addResult(1);
        promise.finish();
        int calls = 0;
        whenDone(promise.future(), this, [&](int) { ++calls; });
        QCOMPARE(calls, 0);
        QTRY_COMPARE(calls, 1);
    }

    void notWithoutContext()
    {
        QPromise<int> promise;
        promise.start();
        auto context = std::make_unique<QObject>();
        bool called = false;
        whenDone(promise.future(), context.get(), [&](int) { called = true; });
        context.reset();
        promise.addResult(1);
        promise.finish();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void notWhenCancelled()
    {
        bool called = false;
        {
            QPromise<int> promise;
            promise.start();
            whenDone(promise.future(), this, [&](int) { called = true; });
        } // a promise that goes unfulfilled cancels
        QTRY_VERIFY(children().isEmpty());
        QVERIFY(!called);
    }
};

TREATYBOOK_TEST(TstWhenDone)
#include "tst_whendone.moc"
