#include "app/verbs/loadedbook.h"

#include "storage/book.h"

#include <QDate>
#include <QEventLoop>
#include <QFileInfo>

#include <optional>

namespace Treatybook {

/// Waits until everything is read; the event loop carries the answers of the store.
static Result<void> load(Session &session)
{
    QEventLoop loop;
    std::optional<Error> failure;
    QObject::connect(&session, &Session::loaded, &loop, &QEventLoop::quit);
    QObject::connect(&session, &Session::failed, &loop, [&](const Error &error) {
        failure = error;
        loop.quit();
    });
    session.load();
    if (!session.isLoaded() && !failure)
        loop.exec();
    return failure ? Result<void>(*failure) : Result<void>();
}

Result<LoadedBook> LoadedBook::open(const CommandLine &command)
{
    auto repository =
        openBook(command.file, {.readOnly = true, .lockFile = false, .executor = BookOptions::Executor::Direct});
    if (!repository)
        return repository.error();
    LoadedBook book;
    book.m_path = command.file;
    book.m_session = std::make_unique<Session>(std::move(*repository));
    if (const auto loaded = load(*book.m_session); !loaded)
        return loaded.error();
    book.m_model = std::make_unique<AgreementTableModel>(*book.m_session);
    book.m_model->setLocale(QLocale::system());
    book.m_model->setAsOf(command.asOf == NoDay ? static_cast<Day>(QDate::currentDate().toJulianDay()) : command.asOf);
    book.m_model->setSort({{Field::Date}});
    book.m_model->setQuery(command.query);
    if (!command.sort.isEmpty())
        book.m_model->setSort(command.sort);
    return book;
}

ReportInput LoadedBook::report(const QList<Field> &fields) const
{
    return {.store = m_model->store(),
            .records = m_model->visibleSlots(),
            .fields = fields,
            .asOf = m_model->asOf(),
            .locale = m_model->locale(),
            .title = QFileInfo(m_path).completeBaseName(),
            .filterWords = m_model->filter().inWords(m_model->locale()),
            .openBook = m_path};
}

} // namespace Treatybook
