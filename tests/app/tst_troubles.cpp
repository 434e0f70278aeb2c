#include "faults/faultrun.h"
#include "support/testregistry.h"
#include "tests/app/xserver.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// Whatever can go wrong with an open book, reached for real in the window of a process of its own (troublesession.cpp)
/// whose disk this test's shim can break and mend.
class TstTroubles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_screen = std::make_unique<XServer>();
        QVERIFY2(!m_screen->display().isEmpty(), "Xvfb (package xvfb) is needed");
    }

    void each_data()
    {
        QTest::addColumn<bool>("fires"); // the shim has to
        for (const char *trouble : {"anotherProgramWrites", "theFileIsDeleted", "theFileIsMovedAwayAndBack",
                                    "theFileIsReplaced", "theBookIsOpenInAnotherProcess", "anotherComputerHasTheLock",
                                    "anEmptyLockLiesThere", "theFileIsDamaged", "theFileGetsDamaged"})
            QTest::newRow(trouble) << false;
        for (const char *trouble : {"theDiskIsFull", "theDiskBecomesReadOnly", "theDiskFailsToSync",
                                    "nobodyKnowsTheOutcome", "theFolderKnowsNoLocks"})
            QTest::newRow(trouble) << true;
    }
    void each()
    {
        QFETCH(bool, fires);
        const QTemporaryDir scratch;
        QVERIFY(QDir(scratch.path()).mkdir(u"disk"_s));
        auto environment = faultEnvironment(scratch.path());
        environment.insert(u"HOME"_s, scratch.path());
        environment.insert(u"FAULT_FOLDER"_s, QDir(scratch.filePath(u"disk"_s)).canonicalPath());
        environment.insert(u"FAULT_SWITCH"_s, scratch.filePath(u"switch"_s));
        environment.insert(u"FAULT_LOG"_s, scratch.filePath(u"calls"_s));
        QProcess process;
        m_screen->start(process, {u"troublesession"_s, QString::fromLatin1(QTest::currentDataTag())}, scratch.path(),
                        environment);
        QVERIFY2(passes(process), process.readAll());
        if (fires) {
            QFile calls(scratch.filePath(u"calls"_s));
            QVERIFY(calls.open(QIODevice::ReadOnly) && calls.readAll().contains("fired"));
        }
    }

    void cleanupTestCase() { m_screen.reset(); }

private:
    std::unique_ptr<XServer> m_screen;
};

TREATYBOOK_TEST(TstTroubles)
#include "tst_troubles.moc"
