#include "app/application.h"

#include "app/verbs/verbs.h"
#include "domain/tr.h"
#include "storage/backups.h"
#include "storage/book.h"
#include "storage/bookrestore.h"
#include "ui/mainwindow/appearancecommands.h"
#include "ui/mainwindow/layoutkeeper.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimer>

namespace Treatybook {

using namespace Qt::StringLiterals;

/// The person's own copy of the sample, made when there is none; the same that app/start makes.
static Result<QString> ownSample()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/treatybook"_L1;
    const QString path = folder + u"/Viet Nam – Cuba.treatybook"_s;
    if (QFileInfo::exists(path))
        return path;
    if (!QDir().mkpath(folder)) {
        return Error{ErrorKind::Denied,
                     tr("The folder “%1” for your books cannot be made. Check who may "
                        "write there.")
                         .arg(folder),
                     {}};
    }
    if (const auto created = createSample(path); !created)
        return created.error();
    return path;
}

static BookServices services(const std::shared_ptr<Settings> &settings)
{
    return {.open = [](const QString &path, bool readOnly) { return openBook(path, {.readOnly = readOnly}); },
            .create = createBook,
            .write = writeBook,
            .takeOver = takeOverBook,
            .backups = [](const QString &path) { return Backups(path).list(); },
            .restore = restoreBook,
            .sample = ownSample,
            .today = [] { return static_cast<Day>(QDate::currentDate().toJulianDay()); },
            .settings = settings};
}

static std::shared_ptr<Settings> readSettings(bool resetUi, bool lastStartFailed)
{
    auto settings = std::make_shared<Settings>(Settings::defaultFile());
    if (resetUi)
        settings->set({u"appearance"_s}, {});
    else if (lastStartFailed)
        settings->addNotice(
            tr("The last start ended before the window stood, so the remembered layout was left aside this time."));
    if (resetUi || lastStartFailed)
        LayoutKeeper::forget(*settings);
    return settings;
}

Application::Application(std::unique_ptr<Dialogs> dialogs, bool resetUi)
    : m_guard(Settings::defaultFile() + ".starting"_L1)
    , m_settings(readSettings(resetUi, m_guard.lastStartFailed()))
    , m_dialogs(std::move(dialogs))
{
    applyAppearance(AppearanceCommands::remembered(*m_settings)); // sooner than making the widgets in two styles
    m_window = std::make_unique<MainWindow>(services(m_settings), *m_dialogs);
}

Application::~Application() = default;

void Application::start(const QString &file)
{
    m_window->show();
    if (!file.isEmpty())
        m_window->openBook(QFileInfo(file).absoluteFilePath());
    QTimer::singleShot(500, m_window.get(), [this] { m_guard.release(); }); // it was painted by now
}

} // namespace Treatybook
