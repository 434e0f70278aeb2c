#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace Treatybook::Test {

/// One fault for a child process; the words are those of faultshim.c.
struct Fault {
    QByteArray kind; ///< "kill", "torn", "short", "ENOSPC", …; empty: only count
    int at = 0;      ///< number of the call that is hit, from 1
    bool sticky = false;
    QByteArray calls; ///< which calls count; empty: all
};

/// What became of the child.
struct FaultRun {
    bool killed = false; ///< by the shim; a crash of the program itself is `crashed`
    bool crashed = false;
    int exitCode = -1;  ///< only when it ended by itself
    QByteArray output;  ///< standard output
    QByteArray errors;  ///< standard error
    QStringList calls;  ///< "write /folder/file", in order
    bool fired = false; ///< whether the fault happened at all
};

/// This process's environment, but with faultshim.c preloaded. `scratch` is an existing folder that lives as long as
/// whoever runs in it; for a program that is broken and mended while it runs, see FAULT_SWITCH.
QProcessEnvironment faultEnvironment(const QString &scratch);

/// Runs `program` with faultshim.c preloaded and waits for its end (at most a minute). `folder` is the disk that fails.
FaultRun runWithFault(const QString &program, const QStringList &arguments, const QString &folder, const Fault &fault);

} // namespace Treatybook::Test
