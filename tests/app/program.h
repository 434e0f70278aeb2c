#pragma once

#include <QProcess>

namespace Treatybook::Test {

struct ProgramRun {
    int status; ///< -1 if it crashed or hung
    QByteArray out, err;

    QString text() const { return QString::fromUtf8(out); }
    QString complaint() const { return QString::fromUtf8(err); }
};

/// Runs the program as somebody does at a terminal without a display. What it prints goes to `outFile` if there is one.
inline ProgramRun treatybook(const QStringList &arguments, const QByteArray &input = {}, const QString &outFile = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    process.setProcessEnvironment(environment);
    if (!outFile.isEmpty())
        process.setStandardOutputFile(outFile);
    process.start(QStringLiteral(TREATYBOOK_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, "crashed or hung: " + process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace Treatybook::Test
