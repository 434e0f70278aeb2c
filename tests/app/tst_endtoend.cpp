#include "support/testregistry.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

/// The main job, as a person does it, in the real window on a real X server (windowsessions.cpp).
class TstEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!QStandardPaths::findExecutable(u"Xvfb"_s).isEmpty(), "Xvfb (package xvfb) is needed");
        m_server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1600x1000x24"_s, u"-nolisten"_s, u"tcp"_s});
        QVERIFY(m_server.waitForStarted());
        QVERIFY(m_server.waitForReadyRead(20000));
        m_display = u":"_s + QString::fromLatin1(m_server.readLine()).trimmed();
    }

    void savedWorkSurvivesAKill()
    {
        QProcess first;
        run(first, u"firstsession"_s);
        QVERIFY2(first.exitStatus() == QProcess::CrashExit && first.exitCode() == SIGKILL, first.readAllStandardOutput());
        QProcess second;
        run(second, u"secondsession"_s);
        QVERIFY2(second.exitStatus() == QProcess::NormalExit && second.exitCode() == 0, second.readAllStandardOutput());
    }

    void cleanupTestCase()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }

private:
    void run(QProcess &process, const QString &session)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, m_display);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        environment.insert(u"TREATYBOOK_TEST_FOLDER"_s, m_folder.path());
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QCoreApplication::applicationFilePath(), {session});
        QVERIFY(process.waitForFinished(180000));
    }

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_display;
};

TREATYBOOK_TEST(TstEndToEnd)
#include "tst_endtoend.moc"
