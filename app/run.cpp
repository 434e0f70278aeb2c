#include "app/run.h"

#include "app/application.h"
#include "app/translation.h"
#include "app/verbs/verbs.h"
#include "domain/tr.h"
#include "ui/timeline/scaleglide.h"

#include <QApplication>
#include <QCoreApplication>
#include <QGuiApplication>

#include <cstdio>

namespace Treatybook {

using namespace Qt::StringLiterals;

static constexpr int Done = 0, Failed = 1, WrongUsage = 2;

/// Qt's own lines say nothing to people; what stops the program is still told.
static void handleMessage(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg || type == QtCriticalMsg)
        std::fprintf(stderr, "treatybook: %s\n", message.toUtf8().constData());
}

static int report(const Error &error, int status)
{
    std::fprintf(stderr, "treatybook: %s\n", error.message.simplified().toUtf8().constData());
    return status;
}

static int runText(const CommandLine &command)
{
    const auto finish = [](const Result<void> &result) { return result ? Done : report(result.error(), Failed); };
    switch (command.verb) {
    case CommandLine::Verb::Help:
        return finish(writeOut(command.helpText.toUtf8()));
    case CommandLine::Verb::Version:
        return finish(writeOut("treatybook " TREATYBOOK_VERSION "\n"));
    case CommandLine::Verb::New:
        return finish(runNew(command));
    case CommandLine::Verb::Sample:
        return finish(runSample(command));
    case CommandLine::Verb::List:
        return finish(runList(command));
    case CommandLine::Verb::Changes:
        return finish(runChanges(command));
    case CommandLine::Verb::Upcoming:
        return finish(runUpcoming(command));
    case CommandLine::Verb::Problems:
        return finish(runProblems(command));
    case CommandLine::Verb::Export:
        return finish(runExport(command));
    case CommandLine::Verb::Import:
        return finish(runImport(command));
    case CommandLine::Verb::Backup:
        return finish(runBackup(command));
    case CommandLine::Verb::Restore:
        return finish(runRestore(command));
    case CommandLine::Verb::Check:
        return finish(runCheck(command));
    case CommandLine::Verb::Window:
        break;
    }
    Q_UNREACHABLE();
}

static bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
           || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

int run(int argc, char *argv[])
{
    qInstallMessageHandler(handleMessage);
    QCoreApplication::setApplicationName(u"treatybook"_s);
    QCoreApplication::setOrganizationName(u"treatybook"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TREATYBOOK_VERSION));

    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto command = parseCommandLine(arguments);
    if (!command) {
        report(command.error(), WrongUsage);
        if (const QString &place = command.error().detail; !place.isEmpty())
            std::fprintf(stderr, "%s\n", place.toUtf8().constData());
        return WrongUsage;
    }

    if (command->isText() && !command->needsGui()) {
        const QCoreApplication app(argc, argv);
        installTranslation();
        return runText(*command);
    }
    if (command->isText()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QGuiApplication app(argc, argv);
        installTranslation();
        return runText(*command);
    }
    if (!hasDisplay()) {
        return report({ErrorKind::Missing,
                       tr("There is no display to open a window on. “treatybook list FILE” and "
                          "“treatybook export FILE --to OUT.pdf” work without one."),
                       {}},
                      Failed);
    }
    const QApplication app(argc, argv);
    installTranslation();
    QGuiApplication::setApplicationDisplayName(u"Treatybook"_s);
    QGuiApplication::setDesktopFileName(u"treatybook"_s);
    ScaleGlide::setWanted(true);
    Application application(std::make_unique<NativeDialogs>(), command->resetUi);
    application.start(command->file);
    return QApplication::exec();
}

} // namespace Treatybook
