#pragma once

#include "session/session.h"
#include "support/fakerepository.h"

#include <QTest>

#include <memory>

namespace Treatybook::Test {

/// The result of a call, waiting for it in the event loop as the program does.
template <class T>
T awaitResult(QFuture<T> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20000))
        qFatal("no answer within 20 s");
    return future.result();
}

/// A session on a fake store, its records read.
inline std::unique_ptr<Session> fakeSession(const std::shared_ptr<FakeStore> &store,
                                            const std::shared_ptr<FakeRepository::Behaviour> &behaviour)
{
    auto session = std::make_unique<Session>(std::make_unique<FakeRepository>(store, behaviour));
    session->load();
    if (!QTest::qWaitFor([&] { return session->isLoaded(); }, 20000))
        qFatal("the book was not read within 20 s");
    return session;
}

inline std::unique_ptr<Session> fakeSession()
{
    return fakeSession(std::make_shared<FakeStore>(), std::make_shared<FakeRepository::Behaviour>());
}

inline QList<Slot> liveSlots(const AgreementStore &store)
{
    QList<Slot> live;
    for (Slot slot = 0; slot < store.slotCount(); ++slot) {
        if (store.isLive(slot))
            live.append(slot);
    }
    return live;
}

/// Adds records in one set.
inline Result<Receipt> add(Session &session, const QList<Agreement> &records,
                           const QString &text = QStringLiteral("Add"))
{
    ChangeSet set(text);
    for (const Agreement &record : records)
        set.changes.append(Change::add(record));
    return awaitResult(session.execute(set));
}

/// Makes the stored record with that id equal to `after`.
inline Result<Receipt> change(Session &session, const Agreement &after, const QString &text = QStringLiteral("Change"))
{
    const Slot slot = session.store().slotOf(after.id()).value();
    ChangeSet set(text);
    set.changes.append(
        Change::patch(after.id(), session.store().version(slot), difference(session.store().record(slot), after)));
    return awaitResult(session.execute(set));
}

inline Result<Receipt> remove(Session &session, const QUuid &id, const QString &text = QStringLiteral("Remove"))
{
    const Slot slot = session.store().slotOf(id).value();
    ChangeSet set(text);
    set.changes.append(Change::remove(session.store().record(slot), session.store().version(slot)));
    return awaitResult(session.execute(set));
}

} // namespace Treatybook::Test
