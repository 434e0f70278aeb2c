#pragma once

#include <QCoreApplication>
#include <QProcess>

#include <csignal>
#include <sys/prctl.h>

namespace Treatybook::Test {

/// A screen of 1600 x 1000 that nobody sees, for processes that show the real window. It ends with the object, and with
/// this process, however that ends; so do the processes started on it.
class XServer
{
public:
    /// Empty if it did not start.
    const QString &display() const { return m_display; }

    XServer()
    {
        endWithUs(m_process);
        m_process.start(QStringLiteral("Xvfb"),
                        {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                         QStringLiteral("0"), QStringLiteral("1600x1000x24"), QStringLiteral("-nolisten"),
                         QStringLiteral("tcp")});
        if (m_process.waitForStarted() && m_process.waitForReadyRead(60000))
            m_display = QStringLiteral(":") + QString::fromLatin1(m_process.readLine()).trimmed();
    }
    ~XServer()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    /// Starts this executable with `arguments`, a test class first, on that screen and with `folder` as home.
    void start(QProcess &process, const QStringList &arguments, const QString &folder,
               QProcessEnvironment environment = QProcessEnvironment::systemEnvironment()) const
    {
        environment.insert(QStringLiteral("DISPLAY"), m_display);
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        environment.insert(QStringLiteral("TREATYBOOK_TEST_FOLDER"), folder);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        endWithUs(process);
        process.start(QCoreApplication::applicationFilePath(), arguments);
    }

private:
    static void endWithUs(QProcess &process)
    {
        process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    }

    QProcess m_process;
    QString m_display;
};

/// The folder of such a process.
inline QString sessionFolder()
{
    return qEnvironmentVariable("TREATYBOOK_TEST_FOLDER");
}

/// Whether the process ended by itself and passed, within three minutes; what it said otherwise is for the failure.
inline bool passes(QProcess &process)
{
    return process.waitForFinished(180000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace Treatybook::Test
