#include "faults/faultrun.h"
#include "support/testregistry.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

/// Whatever can go wrong with an open book, reached for real in the window of a process of its own (troublesession.cpp)
/// whose disk this test's shim can break and mend.
class TstTroubles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!QStandardPaths::findExecutable(u"Xvfb"_s).isEmpty(), "Xvfb (package xvfb) is needed");
        m_server.start(u"Xvfb"_s,
                       {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1600x1000x24"_s, u"-nolisten"_s, u"tcp"_s});
        QVERIFY(m_server.waitForStarted());
        QVERIFY(m_server.waitForReadyRead(20000));
        m_display = u":"_s + QString::fromLatin1(m_server.readLine()).trimmed();
    }

    void each_data()
    {
        QTest::addColumn<bool>("fires"); // the shim has to
        for (const char *trouble : {"anotherProgramWrites", "theFileIsDeleted", "theFileIsMovedAwayAndBack",
                                    "theFileIsReplaced", "theBookIsOpenInAnotherProcess", "anotherComputerHasTheLock",
                                    "anEmptyLockLiesThere", "theFileIsDamaged", "theFileGetsDamaged"})
            QTest::newRow(trouble) << false;
        for (const char *trouble :
             {"theDiskIsFull", "theDiskBecomesReadOnly", "theDiskFailsToSync", "nobodyKnowsTheOutcome", "theFolderKnowsNoLocks"})
            QTest::newRow(trouble) << true;
    }
    void each()
    {
        QFETCH(bool, fires);
        const QTemporaryDir scratch;
        QVERIFY(QDir(scratch.path()).mkdir(u"disk"_s));
        auto environment = Test::faultEnvironment(scratch.path());
        environment.insert(u"DISPLAY"_s, m_display);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        environment.insert(u"HOME"_s, scratch.path());
        environment.insert(u"TREATYBOOK_TEST_FOLDER"_s, scratch.path());
        environment.insert(u"FAULT_FOLDER"_s, QDir(scratch.filePath(u"disk"_s)).canonicalPath());
        environment.insert(u"FAULT_SWITCH"_s, scratch.filePath(u"switch"_s));
        environment.insert(u"FAULT_LOG"_s, scratch.filePath(u"calls"_s));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QCoreApplication::applicationFilePath(),
                      {u"troublesession"_s, QString::fromLatin1(QTest::currentDataTag())});
        QVERIFY(process.waitForFinished(120000));
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
                 process.readAllStandardOutput());
        if (fires) {
            QFile calls(scratch.filePath(u"calls"_s));
            QVERIFY(calls.open(QIODevice::ReadOnly) && calls.readAll().contains("fired"));
        }
    }

    void cleanupTestCase()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }

private:
    QProcess m_server;
    QString m_display;
};

TREATYBOOK_TEST(TstTroubles)
#include "tst_troubles.moc"
