#include "faults/faultrun.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;

namespace Treatybook::Test {

QProcessEnvironment faultEnvironment(const QString &scratch)
{
    // LD_PRELOAD cannot name a path with spaces, and the checkout may have some.
    const QString shim = scratch + u"/faultshim.so"_s;
    QFile::link(QStringLiteral(TREATYBOOK_FAULTSHIM), shim);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(TREATYBOOK_SANITIZER " ") + shim);
    return environment;
}

FaultRun runWithFault(const QString &program, const QStringList &arguments, const QString &folder, const Fault &fault)
{
    const QTemporaryDir scratch;
    const QString log = scratch.filePath(u"calls"_s);
    auto environment = faultEnvironment(scratch.path());
    environment.insert(u"FAULT_FOLDER"_s, QFileInfo(folder).canonicalFilePath());
    environment.insert(u"FAULT_KIND"_s, QString::fromLatin1(fault.kind));
    environment.insert(u"FAULT_AT"_s, QString::number(fault.at));
    environment.insert(u"FAULT_STICKY"_s, fault.sticky ? u"1"_s : QString());
    environment.insert(u"FAULT_CALLS"_s, QString::fromLatin1(fault.calls));
    environment.insert(u"FAULT_LOG"_s, log);

    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(60000);

    FaultRun run;
    const bool signalled = !ended || process.exitStatus() == QProcess::CrashExit;
    run.killed = ended && signalled && process.exitCode() == SIGKILL;
    run.crashed = signalled && !run.killed;
    run.exitCode = signalled ? -1 : process.exitCode();
    run.output = process.readAllStandardOutput();
    run.errors = process.readAllStandardError();

    QFile calls(log);
    if (calls.open(QIODevice::ReadOnly)) {
        const auto lines = QString::fromUtf8(calls.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            if (line.startsWith("fired "_L1))
                run.fired = true;
            else
                run.calls.append(line.section(u' ', 1));
        }
    }
    return run;
}

} // namespace Treatybook::Test
