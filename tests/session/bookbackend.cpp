#include "bookbackend.h"

#include "domain/recordjson.h"
#include "storage/book.h"

namespace Treatybook::Test {

using namespace Qt::StringLiterals;

BookBackend::BookBackend(Kind kind) : m_kind(kind), m_store(std::make_shared<FakeStore>())
{
    m_path = m_folder.filePath(u"book.treatybook"_s);
    if (kind == Kind::File || kind == Kind::ThreadedFile) {
        if (const auto created = createBook(m_path); !created)
            qFatal("%s", qPrintable(created.error().message));
    }
}

void BookBackend::addRows()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("fake") << Kind::Fake;
    QTest::newRow("slow fake") << Kind::SlowFake;
    QTest::newRow("file") << Kind::File;
    QTest::newRow("file in its own thread") << Kind::ThreadedFile;
}

std::unique_ptr<Repository> BookBackend::repository()
{
    if (m_kind == Kind::Fake || m_kind == Kind::SlowFake) {
        auto behaviour = std::make_shared<FakeRepository::Behaviour>();
        behaviour->delay = m_kind == Kind::SlowFake ? 1 : 0;
        return std::make_unique<FakeRepository>(m_store, behaviour);
    }
    BookOptions options;
    options.lockFile = false;
    options.executor = m_kind == Kind::File ? BookOptions::Executor::Direct : BookOptions::Executor::OwnThread;
    auto opened = openBook(m_path, options);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return std::move(*opened);
}

std::unique_ptr<Session> BookBackend::open()
{
    auto session = std::make_unique<Session>(repository());
    session->load();
    if (!QTest::qWaitFor([&] { return session->isLoaded(); }, 20000))
        qFatal("the book was not read within 20 s");
    return session;
}

static QString recordProblem(const AgreementStore &store, Slot slot, const AgreementStore &fresh)
{
    const Agreement &record = store.record(slot);
    const auto other = fresh.slotOf(record.id());
    if (!other)
        return u"is not in the book"_s;
    if (recordToJson(record) != recordToJson(fresh.record(*other)))
        return u"has other content"_s;
    if (store.version(slot) != fresh.version(*other))
        return u"has version %1, not %2"_s.arg(store.version(slot)).arg(fresh.version(*other));
    if (store.timeline(slot) != statusTimeline(record, store.context(slot)))
        return u"has a stale status"_s;
    if (store.timeline(slot).runs().size() != fresh.timeline(*other).runs().size())
        return u"has another status"_s;
    if (store.searchText().at(slot) != foldedText(record))
        return u"has a stale search text"_s;
    const auto sorted = [](QList<Slot> slots, const AgreementStore &of) {
        QList<QUuid> ids;
        for (const Slot s : slots)
            ids.append(of.record(s).id());
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    if (sorted(store.incoming(slot), store) != sorted(fresh.incoming(*other), fresh))
        return u"has other incoming relations"_s;
    if (store.columns().choice(Field::Kind, slot) != static_cast<quint8>(record->kind) ||
        store.columns().days(Field::Date, slot) != record->date.instant() ||
        store.columns().subjects(slot).size() != static_cast<size_t>(record->subjects.size()))
        return u"has stale columns"_s;
    return {};
}

QString storeProblem(const AgreementStore &store, const AgreementStore &fresh)
{
    if (store.count() != fresh.count())
        return u"%1 records, not %2"_s.arg(store.count()).arg(fresh.count());
    const QList<Slot> live = liveSlots(store);
    if (live.size() != store.count())
        return u"%1 live slots for %2 records"_s.arg(live.size()).arg(store.count());
    for (const Slot slot : live) {
        if (const QString problem = recordProblem(store, slot, fresh); !problem.isEmpty())
            return u"record %1 %2"_s.arg(store.record(slot).id().toString(), problem);
        if (store.slotOf(store.record(slot).id()) != slot)
            return u"a record is filed under another slot"_s;
    }
    return store.settings() == fresh.settings() ? QString() : u"other settings"_s;
}

} // namespace Treatybook::Test
