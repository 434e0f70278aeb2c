#pragma once

#include <QCoreApplication>
#include <QProcess>

namespace Treatybook::Test {

/// A screen of 1600 x 1000 that nobody sees, for processes that show the real window; ends with the object.
class XServer
{
public:
    /// Empty if it did not start.
    const QString &display() const { return m_display; }

    XServer()
    {
        m_process.start(QStringLiteral("Xvfb"), {QStringLiteral("-displayfd"), QStringLiteral("1"),
                                                 QStringLiteral("-screen"), QStringLiteral("0"), QStringLiteral("1600x1000x24"),
                                                 QStringLiteral("-nolisten"), QStringLiteral("tcp")});
        if (m_process.waitForStarted() && m_process.waitForReadyRead(20000))
            m_display = QStringLiteral(":") + QString::fromLatin1(m_process.readLine()).trimmed();
    }
    ~XServer()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    /// Starts a test class of this executable on that screen, with `folder` as home.
    void start(QProcess &process, const QString &testClass, const QString &folder) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DISPLAY"), m_display);
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        environment.insert(QStringLiteral("TREATYBOOK_TEST_FOLDER"), folder);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QCoreApplication::applicationFilePath(), {testClass});
    }

private:
    QProcess m_process;
    QString m_display;
};

} // namespace Treatybook::Test
