#include "app/application.h"

#include "app/verbs/verbs.h"
#include "storage/book.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

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
                     QCoreApplication::translate("Treatybook", "The folder “%1” for your books cannot be made. Check who may "
                                                               "write there.").arg(folder), {}};
    }
    if (const auto created = createSample(path); !created)
        return created.error();
    return path;
}

static BookServices services()
{
    return {.open = [](const QString &path, bool readOnly) { return openBook(path, {.readOnly = readOnly}); },
            .create = createBook,
            .sample = ownSample,
            .today = [] { return static_cast<Day>(QDate::currentDate().toJulianDay()); }};
}

Application::Application(std::unique_ptr<Dialogs> dialogs)
    : m_dialogs(std::move(dialogs)), m_window(std::make_unique<MainWindow>(services(), *m_dialogs))
{
}

Application::~Application() = default;

void Application::start(const QString &file)
{
    m_window->show();
    if (!file.isEmpty())
        m_window->openBook(QFileInfo(file).absoluteFilePath());
}

} // namespace Treatybook
