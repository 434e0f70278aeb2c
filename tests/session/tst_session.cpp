#include "session/session.h"

#include "bookbackend.h"
#include "domain/query.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// What everybody asks of a session, over every kind of repository.
class TstSession : public QObject
{
    Q_OBJECT

    std::unique_ptr<BookBackend> m_backend;
    std::unique_ptr<Session> m_session;

    const AgreementStore &store() const { return m_session->store(); }
    const Agreement &stored(const QUuid &id) const { return store().record(store().slotOf(id).value()); }
    Status statusOn(const QUuid &id, Day day) const
    {
        return store().timeline(store().slotOf(id).value()).on(day).status;
    }

private Q_SLOTS:
    void init()
    {
        QFETCH_GLOBAL(BookBackend::Kind, kind);
        m_backend = std::make_unique<BookBackend>(kind);
        m_session = m_backend->open();
    }
    void initTestCase_data() { BookBackend::addRows(); }

    /// Whatever a test did: the store is what a newly opened one is.
    void cleanup()
    {
        if (!m_session)
            return;
        QTRY_VERIFY(!m_session->isBusy());
        const auto fresh = m_backend->open();
        QCOMPARE(storeProblem(m_session->store(), fresh->store()), QString());
        m_session.reset();
        m_backend.reset();
    }

    void beginsEmpty()
    {
        QCOMPARE(store().count(), 0);
        QVERIFY(!m_session->canUndo() && !m_session->canRedo());
        QVERIFY(m_session->undoText().isEmpty());
    }

    void addsRecords()
    {
        QSignalSpy changed(m_session.get(), &Session::changed);
        const Agreement a = filledRecord(numberedId(1)), b = titled(u"Plan"_s);
        const auto receipt = add(*m_session, {a, b}, u"Add two"_s);
        QVERIFY(receipt);
        QCOMPARE(store().count(), 2);
        QCOMPARE(stored(a.id()), a);
        QCOMPARE(stored(b.id()), b);
        QCOMPARE(store().version(*store().slotOf(a.id())), receipt->versions.value(a.id()));
        QCOMPARE(changed.count(), 1);
        const auto change = changed.first().first().value<StoreChange>();
        QCOMPARE(change.added.size(), 2);
        QVERIFY(change.changed.isEmpty() && change.removed.isEmpty() && !change.settings);
        QCOMPARE(m_session->undoText(), u"Add two"_s);
        QVERIFY(store().changedAt(*store().slotOf(a.id())) > 0);
    }

    void theStoreNeverShowsWhatIsNotCommitted()
    {
        const Agreement a = titled(u"Plan"_s);
        ChangeSet set(u"Add"_s);
        set.changes = {Change::add(a)};
        bool wasBusy = false;
        connect(m_session.get(), &Session::busyChanged, this, [&](bool busy) {
            wasBusy |= busy;
            QCOMPARE(store().slotOf(a.id()).has_value(), !busy);
        });
        QVERIFY(awaitResult(m_session->execute(set)));
        QVERIFY(wasBusy);
        QVERIFY(!m_session->isBusy());
    }

    void changesARecord()
    {
        Agreement a = filledRecord(numberedId(1));
        QVERIFY(add(*m_session, {a}));
        const Slot slot = *store().slotOf(a.id());
        QSignalSpy changed(m_session.get(), &Session::changed);
        a.edit().title = u"New title"_s;
        a.edit().participants.removeFirst();
        QVERIFY(change(*m_session, a));
        QCOMPARE(stored(a.id()), a);
        QCOMPARE(changed.first().first().value<StoreChange>().changed, QList<Slot>{slot});
        QVERIFY(!store().searchText().search(Query::parse(u"\"New title\""_s).terms()).empty());
    }

    void setsAField()
    {
        const Agreement a = titled(u"Plan"_s);
        QVERIFY(add(*m_session, {a}));
        QVERIFY(awaitResult(m_session->setField(a.id(), Field::Kind, u"protocol"_s, u"Change kind"_s)));
        QCOMPARE(stored(a.id())->kind, Kind::Protocol);
        QCOMPARE(m_session->undoText(), u"Change kind"_s);

        const auto wrong = awaitResult(m_session->setField(a.id(), Field::Kind, u"no-kind"_s, u"x"_s));
        QCOMPARE(wrong.error().kind, ErrorKind::Invalid);
        const auto nul = awaitResult(m_session->setField(a.id(), Field::Title, u"a\0b"_s, u"x"_s));
        QCOMPARE(nul.error().kind, ErrorKind::Invalid);
        const auto nobody = awaitResult(m_session->setField(numberedId(9), Field::Title, u"a"_s, u"x"_s));
        QCOMPARE(nobody.error().kind, ErrorKind::Missing);
        const auto same = awaitResult(m_session->setField(a.id(), Field::Title, u"Plan"_s, u"x"_s));
        QVERIFY(same);
        QCOMPARE(m_session->undoText(), u"Change kind"_s); // nothing was committed
    }

    void removesARecord()
    {
        const Agreement a = filledRecord(numberedId(1)), b = titled(u"Plan"_s);
        QVERIFY(add(*m_session, {a, b}));
        const Slot slot = *store().slotOf(a.id());
        m_session->selection().set({slot, *store().slotOf(b.id())}, slot);
        QSignalSpy changed(m_session.get(), &Session::changed);
        QVERIFY(remove(*m_session, a.id()));
        QCOMPARE(changed.first().first().value<StoreChange>().removed, QList<Slot>{slot});
        QVERIFY(!store().slotOf(a.id()) && !store().isLive(slot));
        QCOMPARE(store().searchText().at(slot), FoldedText());
        QCOMPARE(m_session->selection().count(), 1);
        QVERIFY(!m_session->selection().current());
        // The slot is given to the next one.
        const Agreement c = titled(u"Next"_s);
        QVERIFY(add(*m_session, {c}));
        QCOMPARE(store().slotOf(c.id()), slot);
        QCOMPARE(store().slotCount(), 2u);
    }

    void keepsSettings()
    {
        QSignalSpy changed(m_session.get(), &Session::changed);
        ChangeSet set(u"Our side"_s);
        set.changes = {Change::setting({u"side"_s, QString(), u"VN"_s})};
        QVERIFY(awaitResult(m_session->execute(set)));
        QCOMPARE(store().setting(u"side"_s), u"VN"_s);
        QVERIFY(changed.first().first().value<StoreChange>().settings);
        ChangeSet stale(u"Our side"_s);
        stale.changes = {Change::setting({u"side"_s, QString(), u"CU"_s})};
        QCOMPARE(awaitResult(m_session->execute(stale)).error().kind, ErrorKind::Conflict);
        QCOMPARE(store().setting(u"side"_s), u"VN"_s);
    }

    void aSetIsOneStep()
    {
        const Agreement a = titled(u"A"_s), b = titled(u"B"_s);
        QVERIFY(add(*m_session, {a, b}));
        Agreement changed = a;
        changed.edit().place = u"Hanoi"_s;
        const Agreement c = titled(u"C"_s);
        ChangeSet set(u"Many"_s);
        set.changes = {Change::add(c),
                       Change::patch(a.id(), store().version(*store().slotOf(a.id())), difference(a, changed)),
                       Change::remove(b, store().version(*store().slotOf(b.id())))};
        QVERIFY(awaitResult(m_session->execute(set)));
        QCOMPARE(store().count(), 2);
        QCOMPARE(stored(a.id()), changed);
        // One that does not fit, and nothing of the set happens.
        ChangeSet half(u"Half"_s);
        half.changes = {Change::remove(c, store().version(*store().slotOf(c.id()))),
                        Change::patch(b.id(), 1, difference(a, changed))};
        QCOMPARE(awaitResult(m_session->execute(half)).error().kind, ErrorKind::Conflict);
        QCOMPARE(store().count(), 2);
        QVERIFY(awaitResult(m_session->undo()));
        QCOMPARE(stored(a.id()), a);
        QCOMPARE(stored(b.id()), b);
        QVERIFY(!store().slotOf(c.id()));
    }

    /// Views would take it for the same record.
    void aSlotIsNotRemovedAndAddedInOneSet()
    {
        const Agreement a = titled(u"A"_s), b = titled(u"B"_s);
        QVERIFY(add(*m_session, {a}));
        const Slot slot = *store().slotOf(a.id());
        QSignalSpy changed(m_session.get(), &Session::changed);
        ChangeSet set(u"Replace"_s);
        set.changes = {Change::remove(a, store().version(slot)), Change::add(b)};
        QVERIFY(awaitResult(m_session->execute(set)));
        const auto change = changed.first().first().value<StoreChange>();
        QCOMPARE(change.removed, QList<Slot>{slot});
        QCOMPARE(change.added, QList<Slot>{*store().slotOf(b.id())});
        QVERIFY(!change.added.contains(slot));
    }

    void staleChangesAreConflicts()
    {
        const Agreement a = titled(u"A"_s);
        QVERIFY(add(*m_session, {a}));
        Agreement mine = a;
        mine.edit().title = u"Mine"_s;
        const PatchSteps steps = difference(a, mine);
        const qint64 version = store().version(*store().slotOf(a.id()));
        QVERIFY(change(*m_session, mine));
        ChangeSet again(u"Again"_s);
        again.changes = {Change::patch(a.id(), version, steps)};
        QCOMPARE(awaitResult(m_session->execute(again)).error().kind, ErrorKind::Conflict);
        ChangeSet removal(u"Remove"_s);
        removal.changes = {Change::remove(a, version)};
        QCOMPARE(awaitResult(m_session->execute(removal)).error().kind, ErrorKind::Conflict);
        ChangeSet addition(u"Add"_s);
        addition.changes = {Change::add(a)};
        QCOMPARE(awaitResult(m_session->execute(addition)).error().kind, ErrorKind::Conflict);
        QCOMPARE(stored(a.id()), mine);
    }

    void nothingToDoIsNoCommit()
    {
        QSignalSpy undo(m_session.get(), &Session::undoChanged);
        QVERIFY(awaitResult(m_session->execute(ChangeSet(u"Nothing"_s))));
        QVERIFY(undo.isEmpty() && !m_session->canUndo());
    }

    void neighboursFollow()
    {
        Agreement plan(numberedId(1)), next(numberedId(2));
        plan.edit().title = u"Old"_s;
        plan.edit().nature = Nature::Treaty;
        plan.edit().inForce = Edtf::read(u"2000-01-01");
        next.edit().title = u"New"_s;
        next.edit().nature = Nature::Treaty;
        next.edit().inForce = Edtf::read(u"2010-01-01");
        QVERIFY(add(*m_session, {plan, next}));
        const Day day = dayNumber(2015, 1, 1);
        QCOMPARE(statusOn(plan.id(), day), Status::InForce);

        Agreement superseding = next;
        Relation relation;
        relation.id = ItemId(1);
        relation.kind = RelationKind::Supersedes;
        relation.other = plan.id();
        superseding.editExtras().relations = {relation};
        QSignalSpy changed(m_session.get(), &Session::changed);
        QVERIFY(change(*m_session, superseding));
        QCOMPARE(statusOn(plan.id(), day), Status::Superseded);
        const auto first = changed.takeFirst().first().value<StoreChange>();
        QCOMPARE(first.changed, QList<Slot>{*store().slotOf(next.id())});
        QCOMPARE(first.affected, QList<Slot>{*store().slotOf(plan.id())});

        superseding.edit().inForce = Edtf::read(u"2020-01-01"); // the relation stays, its day moves
        QVERIFY(change(*m_session, superseding));
        QCOMPARE(statusOn(plan.id(), day), Status::InForce);
        QCOMPARE(changed.takeFirst().first().value<StoreChange>().affected, QList<Slot>{*store().slotOf(plan.id())});

        plan.edit().title = u"Older"_s; // those that point at it may name it
        QVERIFY(change(*m_session, plan));
        QCOMPARE(changed.takeFirst().first().value<StoreChange>().affected, QList<Slot>{*store().slotOf(next.id())});

        QVERIFY(remove(*m_session, next.id()));
        QCOMPARE(statusOn(plan.id(), dayNumber(2025, 1, 1)), Status::InForce);
        QVERIFY(awaitResult(m_session->undo()));
        QCOMPARE(statusOn(plan.id(), dayNumber(2025, 1, 1)), Status::Superseded);

        // The other side goes and comes back.
        QVERIFY(remove(*m_session, plan.id()));
        QVERIFY(store().incoming(*store().slotOf(next.id())).isEmpty());
        QVERIFY(awaitResult(m_session->undo()));
        QCOMPARE(statusOn(plan.id(), dayNumber(2025, 1, 1)), Status::Superseded);
    }

    void largeSets()
    {
        QList<Agreement> many;
        for (quint32 i = 0; i < 3000; ++i) {
            Agreement record(numberedId(i));
            record.edit().title = u"Plan %1"_s.arg(i);
            many.append(record);
        }
        QVERIFY(add(*m_session, many, u"Import 3,000 records"_s));
        QCOMPARE(store().count(), 3000);
        QCOMPARE(store().searchText().search(Query::parse(u"\"plan 77\""_s).terms()).size(), 1u);
        QVERIFY(awaitResult(m_session->undo()));
        QCOMPARE(store().count(), 0);
        QVERIFY(awaitResult(m_session->redo()));
        QCOMPARE(store().count(), 3000);
        const auto reopened = m_backend->open(); // several pages
        QCOMPARE(storeProblem(store(), reopened->store()), QString());
        ChangeSet set(u"Set place of 3,000 records"_s);
        for (const Agreement &record : many) {
            Agreement after = record;
            after.edit().place = u"Hanoi"_s;
            set.changes.append(
                Change::patch(record.id(), store().version(*store().slotOf(record.id())), difference(record, after)));
        }
        QVERIFY(awaitResult(m_session->execute(set)));
        QCOMPARE(store().searchText().search(Query::parse(u"hanoi"_s).terms()).size(), 3000u);
        QVERIFY(awaitResult(m_session->undo()));
        QVERIFY(store().searchText().search(Query::parse(u"hanoi"_s).terms()).empty());
    }

    void anotherClientsChangesArrive()
    {
        Agreement a = filledRecord(numberedId(1));
        QVERIFY(add(*m_session, {a}));
        const auto other = m_backend->open();
        const Agreement b = titled(u"Theirs"_s);
        QVERIFY(add(*other, {b}));
        a.edit().place = u"Havana"_s;
        QVERIFY(change(*other, a));
        ChangeSet setting(u"Side"_s);
        setting.changes = {Change::setting({u"side"_s, QString(), u"CU"_s})};
        QVERIFY(awaitResult(other->execute(setting)));
        m_session->refresh();
        QTRY_VERIFY(store().slotOf(b.id()));
        QTRY_COMPARE(store().setting(u"side"_s), u"CU"_s);
        QCOMPARE(stored(a.id())->place.toString(), u"Havana"_s);
        QCOMPARE(m_session->undoText(), u"Add"_s); // theirs is not ours to undo
        QVERIFY(remove(*other, b.id()));
        m_session->refresh();
        QTRY_VERIFY(!store().slotOf(b.id()));
    }

    void anotherFieldMerges()
    {
        const Agreement a = titled(u"Plan"_s);
        QVERIFY(add(*m_session, {a}));
        const auto other = m_backend->open();
        QVERIFY(awaitResult(other->setField(a.id(), Field::Place, u"Havana"_s, u"Place"_s)));
        // Unseen yet: the field is another one, so both stay.
        QVERIFY(awaitResult(m_session->setField(a.id(), Field::Title, u"Mine"_s, u"Title"_s)));
        QTRY_COMPARE(stored(a.id())->place.toString(), u"Havana"_s);
        QCOMPARE(stored(a.id())->title.toString(), u"Mine"_s);
        m_session->refresh();
        const auto undone = awaitResult(m_session->undo());
        QVERIFY2(undone, qPrintable(undone ? QString() : undone.error().message));
        QCOMPARE(stored(a.id())->title.toString(), u"Plan"_s);
        QTRY_COMPARE(stored(a.id())->place.toString(), u"Havana"_s);
    }

    void theSameFieldConflicts()
    {
        const Agreement a = titled(u"Plan"_s);
        QVERIFY(add(*m_session, {a}));
        const auto other = m_backend->open();
        QVERIFY(awaitResult(other->setField(a.id(), Field::Title, u"Theirs"_s, u"Title"_s)));
        const auto result = awaitResult(m_session->setField(a.id(), Field::Title, u"Mine"_s, u"Title"_s));
        QCOMPARE(result.error().kind, ErrorKind::Conflict);
        QTRY_COMPARE(stored(a.id())->title.toString(), u"Theirs"_s); // and we see what they wrote
    }

    void removedElsewhere()
    {
        const Agreement a = titled(u"Plan"_s);
        QVERIFY(add(*m_session, {a}));
        const auto other = m_backend->open();
        QVERIFY(remove(*other, a.id()));
        const auto result = awaitResult(m_session->setField(a.id(), Field::Title, u"Mine"_s, u"Title"_s));
        QCOMPARE(result.error().kind, ErrorKind::Conflict);
        QTRY_VERIFY(!store().slotOf(a.id()));
    }

    void twoClientsAtRandom()
    {
        QRandomGenerator random(17);
        QVERIFY(add(*m_session, {randomRecord(random), randomRecord(random), randomRecord(random)}));
        const auto other = m_backend->open();
        for (int i = 0; i < 60; ++i) {
            Session &client = random.bounded(2) ? *m_session : *other;
            const QList<Slot> live = liveSlots(client.store());
            const int what = random.bounded(8);
            if (live.isEmpty() || what == 0) {
                QVERIFY(add(client, {randomRecord(random)}));
            } else if (what == 1) {
                client.refresh();
            } else {
                const Slot slot = live.at(random.bounded(static_cast<int>(live.size())));
                Agreement after = client.store().record(slot);
                QList<QUuid> ids;
                for (const Slot s : live)
                    ids.append(client.store().record(s).id());
                mutate(after, random, ids);
                const auto done = what == 2 ? remove(client, after.id()) : change(client, after);
                QVERIFY(done || done.error().kind == ErrorKind::Conflict);
            }
        }
        m_session->refresh();
        other->refresh();
        const auto fresh = m_backend->open();
        QTRY_COMPARE(storeProblem(m_session->store(), fresh->store()), QString());
        QTRY_COMPARE(storeProblem(other->store(), fresh->store()), QString());
    }

    void findsAsPeopleType()
    {
        Agreement a = titled(u"Purchase of a vaccine by Viet Nam"_s);
        a.edit().subjects = {Text(u"health"_s)};
        Agreement b = titled(u"Defence plan"_s);
        b.edit().summary = u"Trade with Cuba"_s;
        QVERIFY(add(*m_session, {a, b}));
        const auto hits = [&](const QString &words) {
            return store().searchText().search(Query::parse(words).terms());
        };
        const std::vector<Slot> onlyA{*store().slotOf(a.id())}, onlyB{*store().slotOf(b.id())};
        QCOMPARE(hits(u"y te"_s), onlyA);
        QCOMPARE(hits(u"vaccine"_s), onlyA);
        QCOMPARE(hits(u"Vietnam"_s), onlyA);
        QCOMPARE(hits(u"Viet Na"_s), onlyA);
        QCOMPARE(hits(u"defense"_s), onlyB);
        QCOMPARE(hits(u"cuba -vaccine"_s), onlyB);
    }
};

TREATYBOOK_TEST(TstSession)
#include "tst_session.moc"
