#include "support/testregistry.h"
#include "tests/app/xserver.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// The main job, as a person does it, in the real window on a real X server (windowsessions.cpp).
class TstEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_screen = std::make_unique<XServer>();
        QVERIFY2(!m_screen->display().isEmpty(), "Xvfb (package xvfb) is needed");
    }

    void startPaintsUntouched()
    {
        const QTemporaryDir folder;
        QProcess session;
        m_screen->start(session, {u"untouchedsession"_s}, folder.path());
        QVERIFY2(passes(session), session.readAll());
    }

    void savedWorkSurvivesAKill()
    {
        const QTemporaryDir folder;
        QProcess first;
        m_screen->start(first, {u"firstsession"_s}, folder.path());
        QVERIFY(first.waitForFinished(180000));
        QVERIFY2(first.exitStatus() == QProcess::CrashExit && first.exitCode() == SIGKILL,
                 first.readAllStandardOutput());
        QProcess second;
        m_screen->start(second, {u"secondsession"_s}, folder.path());
        QVERIFY2(passes(second), second.readAll());
    }

    void cleanupTestCase() { m_screen.reset(); }

private:
    std::unique_ptr<XServer> m_screen;
};

TREATYBOOK_TEST(TstEndToEnd)
#include "tst_endtoend.moc"
