#include "app/verbs/loadedbook.h"

#include "domain/savedview.h"
#include "domain/tr.h"
#include "storage/book.h"

#include <QDate>
#include <QEventLoop>
#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace Treatybook {

using namespace Qt::StringLiterals;

/// Without a name a view that shows everything.
static Result<SavedView> findView(const AgreementStore &store, const QString &name)
{
    if (name.isEmpty())
        return SavedView();
    const QList<SavedView> views = readViews(store.setting(ViewsSetting));
    if (const qsizetype found = findView(views, name); found >= 0)
        return views.at(found);
    QStringList names;
    for (const SavedView &view : views)
        names.append(Treatybook::tr("“%1”").arg(view.name()));
    return Error{ErrorKind::Missing,
                 names.isEmpty()
                     ? Treatybook::tr("There is no view “%1”: the book has none.").arg(name)
                     : Treatybook::tr("There is no view “%1”. The book has %2.").arg(name, names.join(", "_L1)),
                 {}};
}

/// Waits until everything is read; the event loop carries the answers of the store.
static Result<void> load(Session &session, TextSearch search)
{
    QEventLoop loop;
    std::optional<Error> failure;
    QObject::connect(&session, &Session::loaded, &loop, &QEventLoop::quit);
    QObject::connect(&session, &Session::failed, &loop, [&](const Error &error) {
        failure = error;
        loop.quit();
    });
    session.load(search);
    if (!session.isLoaded() && !failure)
        loop.exec();
    return failure ? Result<void>(*failure) : Result<void>();
}

static Result<void> takeSide(Session &session, const QString &who)
{
    const OurSide side(who);
    const AgreementStore &store = session.store();
    session.setSide(side);
    if (side.isNone())
        return {};
    for (Slot slot = 0; slot < store.slotCount(); ++slot) {
        if (std::ranges::any_of(store.record(slot)->participants, [&](const Participant &one) { return side.is(one); }))
            return {};
    }
    return Error{ErrorKind::Missing, Treatybook::tr("No participant of the book is called “%1”.").arg(who), {}};
}

Result<LoadedBook> LoadedBook::open(const CommandLine &command)
{
    auto repository = openBook(command.file, {.readOnly = true, .lockFile = false});
    if (!repository)
        return repository.error();
    LoadedBook book;
    book.m_path = command.file;
    book.m_session = std::make_unique<Session>(std::move(*repository));
    const bool mayHaveWords = !command.query.isEmpty() || !command.view.isEmpty();
    if (const auto loaded = load(*book.m_session, mayHaveWords ? TextSearch::Ready : TextSearch::Unused); !loaded)
        return loaded.error();
    if (const auto known = takeSide(*book.m_session, command.side); !known)
        return known.error();
    book.m_model = std::make_unique<AgreementTableModel>(*book.m_session);
    book.m_model->setLocale(QLocale::system());
    const auto view = findView(book.m_session->store(), command.view);
    if (!view)
        return view.error();
    const Query own = Query::parse(view->query());
    if (own.mistake())
        return Error{ErrorKind::Invalid,
                     Treatybook::tr("The query of the view “%1” cannot be answered: %2")
                         .arg(view->name(), own.mistake()->sentence),
                     {}};
    const Query both = own.both(command.query);
    if (both.mistake())
        return Error{ErrorKind::Invalid,
                     Treatybook::tr("The view “%1” and the query together cannot be answered: %2")
                         .arg(view->name(), both.mistake()->sentence),
                     {}};
    const Day today = static_cast<Day>(QDate::currentDate().toJulianDay());
    book.m_model->setAsOf(command.asOf == NoDay ? view->asOf().value_or(today) : command.asOf);
    book.m_model->setSort(view->sort());
    book.m_model->setQuery(both);
    if (!command.sort.isEmpty())
        book.m_model->setSort(command.sort);
    book.m_fields = command.fields.isEmpty() ? view->fields() : command.fields;
    return book;
}

ReportInput LoadedBook::report(const QList<Field> &usual) const
{
    return {.store = m_model->store(),
            .records = m_model->visibleSlots(),
            .fields = m_fields.isEmpty() ? usual : m_fields,
            .asOf = m_model->asOf(),
            .locale = m_model->locale(),
            .title = QFileInfo(m_path).completeBaseName(),
            .filterWords = m_model->filter().inWords(m_model->locale()),
            .openBook = m_path};
}

} // namespace Treatybook
