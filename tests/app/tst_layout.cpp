#include "app/startguard.h"
#include "app/verbs/verbs.h"
#include "support/testregistry.h"
#include "tests/app/xserver.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// The program is closed, killed, started again and started twice, in the real window (layoutruns.cpp).
class TstLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<XServer>();
        QVERIFY2(!m_server->display().isEmpty(), "Xvfb (package xvfb) is needed");
    }
    void cleanupTestCase() { m_server.reset(); }

    void layoutIsRestored()
    {
        const QTemporaryDir home;
        passes(u"layoutarranged"_s, home);
        passes(u"layoutrestored"_s, home);
    }

    void failedStartLeavesTheLayoutAside()
    {
        const QTemporaryDir home;
        passes(u"layoutarranged"_s, home);
        QProcess dying;
        m_server->start(dying, {u"layoutdies"_s}, home.path());
        QVERIFY(dying.waitForFinished(60000));
        QCOMPARE(dying.exitCode(), SIGKILL);
        passes(u"layoutafterdeath"_s, home);
        passes(u"layouthealthy"_s, home);
        passes(u"layoutreset"_s, home);
    }

    void unwritableSettingsDoNotStopIt()
    {
        const QTemporaryDir home;
        QVERIFY(createSample(home.filePath(u"book.treatybook"_s)));
        QVERIFY(QDir().mkpath(home.filePath(u".qttest/config"_s)));
        QFile inTheWay(home.filePath(u".qttest/config/treatybook"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        passes(u"layoutunwritable"_s, home);
    }

    void secondStartReadsOnly()
    {
        const QTemporaryDir home;
        QVERIFY(createSample(home.filePath(u"book.treatybook"_s)));
        QProcess holder;
        m_server->start(holder, {u"layoutholder"_s}, home.path());
        QTRY_VERIFY_WITH_TIMEOUT(QDir(home.filePath(u"held"_s)).exists(), 30000);
        passes(u"layoutsecondstart"_s, home);
        QVERIFY(QDir().mkdir(home.filePath(u"seen"_s)));
        QVERIFY(holder.waitForFinished(30000));
        QVERIFY2(holder.exitCode() == 0, holder.readAll());
    }

    void guardKnowsTheDeadFromTheLiving()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"new folder/starting"_s);
        {
            StartGuard first(file);
            QVERIFY(!first.lastStartFailed());
            const StartGuard second(file); // at the same time
            QVERIFY(!second.lastStartFailed());
            first.release();
        }
        QVERIFY(!StartGuard(file).lastStartFailed());
        QFile empty(file);
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.close();
        QVERIFY(!StartGuard(file).lastStartFailed());
    }

private:
    void passes(const QString &run, const QTemporaryDir &home)
    {
        QProcess process;
        m_server->start(process, {run}, home.path());
        QVERIFY2(Test::passes(process), process.readAll());
    }

    std::unique_ptr<XServer> m_server;
};

TREATYBOOK_TEST(TstLayout)
#include "tst_layout.moc"
