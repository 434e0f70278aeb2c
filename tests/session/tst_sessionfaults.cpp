#include "session/session.h"

#include "bookbackend.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;
using Call = FakeRepository::Call;

/// A repository that fails, is slow, or loses its answers; at once and late.
class TstSessionFaults : public QObject
{
    Q_OBJECT

    std::shared_ptr<FakeStore> m_store;
    std::shared_ptr<FakeRepository::Behaviour> m_behaviour;
    std::unique_ptr<Session> m_session;

    void open() { m_session = std::make_unique<Session>(std::make_unique<FakeRepository>(m_store, m_behaviour)); }
    void load()
    {
        m_session->load();
        QTRY_VERIFY(m_session->isLoaded());
    }
    void otherCommits(const Change &change)
    {
        ChangeSet set(u"Theirs"_s);
        set.changes = {change};
        QVERIFY(m_store->commit(set));
    }
    QString problem() const
    {
        return storeProblem(m_session->store(),
                            fakeSession(m_store, std::make_shared<FakeRepository::Behaviour>())->store());
    }

    PatchSteps renaming(const QString &title) const
    {
        Agreement after = m_session->store().record(0);
        after.edit().title = title;
        return difference(m_session->store().record(0), after);
    }
    /// Executed, and nobody knows whether it is stored.
    ChangeSet leftInDoubt(const QList<Change> &changes, bool stored)
    {
        ChangeSet set(u"In doubt"_s);
        set.changes = changes;
        m_behaviour->lookup = Lookup::Unknown;
        m_behaviour->commitsBeforeFailing = stored;
        m_behaviour->failures = {{Call::Commit, ErrorKind::Unknown}};
        if (awaitResult(m_session->execute(set)).error().kind != ErrorKind::Unknown)
            qFatal("there should be a doubt");
        return set;
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<int>("delay");
        QTest::newRow("at once") << 0;
        QTest::newRow("late") << 1;
    }
    void init()
    {
        QFETCH_GLOBAL(int, delay);
        m_store = std::make_shared<FakeStore>();
        m_behaviour = std::make_shared<FakeRepository::Behaviour>();
        m_behaviour->delay = delay;
        otherCommits(Change::add(filledRecord(numberedId(1))));
        open();
    }
    void cleanup() { m_session.reset(); }

    void nothingIsExecutedWhileTheBookIsRead()
    {
        ChangeSet set(u"Add"_s);
        set.changes = {Change::add(titled(u"A"_s))};
        QCOMPARE(awaitResult(m_session->execute(set)).error().kind, ErrorKind::Busy);
        load();
        QVERIFY(awaitResult(m_session->execute(set)));
    }

    void readingFails_data()
    {
        QTest::addColumn<int>("call");
        for (const Call call : {Call::Cursor, Call::Settings, Call::Load, Call::ChangesSince, Call::History})
            QTest::addRow("call %d", static_cast<int>(call)) << static_cast<int>(call);
    }
    void readingFails()
    {
        QFETCH(int, call);
        m_behaviour->failures = {{static_cast<Call>(call), ErrorKind::Lost}};
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_session->load();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Lost);
        // What was read before can be looked at.
        QVERIFY(m_session->loadError());
        QCOMPARE(m_session->isLoaded(), m_session->store().count() > 0);
        QCOMPARE(m_session->store().count() > 0, call != int(Call::Cursor) && call != int(Call::Settings));
        QVERIFY(m_session->capabilities().readOnly);
        m_session->refresh();
        ChangeSet set(u"Add"_s);
        set.changes = {Change::add(titled(u"A"_s))};
        QCOMPARE(awaitResult(m_session->execute(set)).error().kind, ErrorKind::Denied);
        QCOMPARE(failed.count(), 1);
    }

    void closedWhileItIsRead()
    {
        for (quint32 i = 2; i < 200; ++i)
            otherCommits(Change::add(filledRecord(numberedId(i))));
        m_session->load();
        m_session.reset(); // pages may be under way in other threads
        QTest::qWait(5);
        QCOMPARE(m_store->records.size(), 199);
    }

    void changesWhileItIsReadAreSeen()
    {
        // Others write before the page is read and after it: the first shows twice, the second only in the log.
        Agreement changed = m_store->records.first().record;
        changed.edit().title = u"Changed"_s;
        const PatchSteps steps = difference(m_store->records.first().record, changed);
        m_behaviour->before = [&](Call call) {
            if (call == Call::Load)
                otherCommits(Change::patch(changed.id(), 1, steps));
            if (call == Call::ChangesSince)
                otherCommits(Change::add(titled(u"Late"_s)));
            if (call == Call::Load || call == Call::ChangesSince)
                otherCommits(Change::setting({u"call %1"_s.arg(static_cast<int>(call)), QString(), u"x"_s}));
            if (call == Call::ChangesSince)
                m_behaviour->before = {};
        };
        load();
        QTRY_COMPARE(m_session->store().count(), 2);
        QTRY_COMPARE(problem(), QString());
        QCOMPARE(m_session->store().record(*m_session->store().slotOf(changed.id())), changed);
        QCOMPARE(m_behaviour->calls.count(Call::Record), 1); // of the late one; what the page showed is not asked again
    }

    void conflictsThatAreSeenHereAskNobody()
    {
        load();
        const Agreement stored = m_session->store().record(0);
        Agreement mine = stored, theirs = stored;
        mine.edit().title = u"Mine"_s;
        theirs.edit().title = u"Theirs"_s;
        m_behaviour->calls.clear();
        for (const Change &change : {Change::add(stored), Change::remove(stored, 7), Change::remove(titled(u"x"_s), 1),
                                     Change::patch(stored.id(), 1, difference(theirs, mine)),
                                     Change::patch(numberedId(9), 1, difference(stored, mine)),
                                     Change::setting({u"side"_s, u"VN"_s, u"CU"_s})}) {
            ChangeSet set(u"Stale"_s);
            set.changes = {change};
            QCOMPARE(awaitResult(m_session->execute(set)).error().kind, ErrorKind::Conflict);
        }
        QVERIFY(!m_behaviour->calls.contains(Call::Commit));
    }

    void failuresChangeNothing_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("busy") << ErrorKind::Busy;
        QTest::newRow("denied") << ErrorKind::Denied;
        QTest::newRow("full") << ErrorKind::Full;
        QTest::newRow("lost") << ErrorKind::Lost;
        QTest::newRow("damaged") << ErrorKind::Damaged;
    }
    void failuresChangeNothing()
    {
        QFETCH(ErrorKind, kind);
        load();
        QSignalSpy changed(m_session.get(), &Session::changed), failed(m_session.get(), &Session::failed);
        m_behaviour->failures = {{Call::Commit, kind}};
        ChangeSet set(u"Add"_s);
        set.changes = {Change::add(titled(u"A"_s))};
        const auto result = awaitResult(m_session->execute(set));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, kind);
        QVERIFY(changed.isEmpty() && failed.isEmpty() && !m_session->isBusy());
        QCOMPARE(problem(), QString());
        QVERIFY(awaitResult(m_session->execute(set))); // the same once more, when it is over
        QCOMPARE(m_session->store().count(), 2);
    }

    void transientFailuresLeaveTheUndoStep_data() { failuresChangeNothing_data(); }
    void transientFailuresLeaveTheUndoStep()
    {
        QFETCH(ErrorKind, kind);
        load();
        QVERIFY(add(*m_session, {titled(u"A"_s)}, u"Add A"_s));
        for (const Call call : {Call::Commit, Call::History}) {
            m_behaviour->failures = {{call, kind}};
            const auto result = awaitResult(m_session->undo());
            QCOMPARE(result.error().kind, kind);
            QVERIFY(m_session->canUndo());
            QCOMPARE(m_session->undoText(), u"Add A"_s);
        }
        QVERIFY(awaitResult(m_session->undo()));
        m_behaviour->failures = {{Call::Commit, kind}};
        QVERIFY(!awaitResult(m_session->redo()));
        QCOMPARE(m_session->redoText(), u"Add A"_s);
        QVERIFY(awaitResult(m_session->redo()));
    }

    void aLostAnswerOfAStoredChange()
    {
        load();
        m_behaviour->commitsBeforeFailing = true;
        m_behaviour->failures = {{Call::Commit, ErrorKind::Unknown}};
        const Agreement theirs = titled(u"Theirs"_s);
        otherCommits(Change::add(theirs));
        ChangeSet set(u"Add A"_s);
        set.changes = {Change::add(titled(u"A"_s))};
        const auto result = awaitResult(m_session->execute(set));
        QVERIFY(result);
        QCOMPARE(result->versions.size(), 1);
        QCOMPARE(m_session->undoText(), u"Add A"_s);
        QVERIFY(m_session->store().slotOf(set.changes.first().id));
        m_session->refresh();
        QTRY_COMPARE(problem(), QString());
        QVERIFY(awaitResult(m_session->undo()));
    }

    void aLostAnswerOfAnUnstoredChange()
    {
        load();
        m_behaviour->failures = {{Call::Commit, ErrorKind::Unknown}};
        ChangeSet set(u"Add A"_s);
        set.changes = {Change::add(titled(u"A"_s))};
        QCOMPARE(awaitResult(m_session->execute(set)).error().kind, ErrorKind::Busy); // known not to be there
        QVERIFY(!m_session->canUndo() || m_session->undoText() != u"Add A"_s);
        QCOMPARE(problem(), QString());
    }

    void nobodyKnows()
    {
        load();
        ChangeSet set(u"Add A"_s);
        set.changes = {Change::add(titled(u"A"_s))};
        m_behaviour->lookup = Lookup::Unknown;
        m_behaviour->failures = {{Call::Commit, ErrorKind::Unknown}};
        QCOMPARE(awaitResult(m_session->execute(set)).error().kind, ErrorKind::Unknown);
        m_behaviour->failures = {{Call::Commit, ErrorKind::Unknown}, {Call::Lookup, ErrorKind::Lost}};
        QCOMPARE(awaitResult(m_session->execute(set)).error().kind, ErrorKind::Unknown);
        m_behaviour->lookup = Lookup::Absent;
        m_behaviour->commitsBeforeFailing = true;
        m_behaviour->failures = {{Call::Commit, ErrorKind::Unknown}, {Call::ChangesSince, ErrorKind::Lost}};
        QVERIFY(!awaitResult(m_session->execute(set)));
        m_session->refresh(); // it is there after all
        QTRY_COMPARE(m_session->store().count(), 2);
        QCOMPARE(problem(), QString());
    }

    void theSameAgainIsLookedForFirst_data()
    {
        QTest::addColumn<bool>("stored");
        QTest::newRow("it was stored") << true;
        QTest::newRow("it was not") << false;
    }
    void theSameAgainIsLookedForFirst()
    {
        QFETCH(bool, stored);
        load();
        const Agreement record = titled(u"A"_s);
        ChangeSet set = leftInDoubt({Change::add(record)}, stored);
        const auto logged = m_store->log.size();
        QCOMPARE(m_session->store().count(), 1);
        QCOMPARE(awaitResult(m_session->execute(set)).error().kind, ErrorKind::Unknown); // still nobody knows
        m_behaviour->lookup = Lookup::Absent;
        const QUuid first = std::exchange(set.id, QUuid::createUuid()); // as a form does that saves again
        const auto result = awaitResult(m_session->execute(set));
        QVERIFY(result);
        QCOMPARE(result->versions.keys(), QList{record.id()});
        QCOMPARE(m_store->log.size(), stored ? logged : logged + 1);
        QCOMPARE(m_store->log.last().set.id, first);
        QCOMPARE(m_session->undoText(), u"In doubt"_s);
        m_session->refresh();
        QTRY_COMPARE(problem(), QString());
        QVERIFY(awaitResult(m_session->undo()));
        QCOMPARE(m_session->store().count(), 1);
    }

    void anotherChangeWaitsForTheDoubt()
    {
        load();
        leftInDoubt({Change::patch(numberedId(1), 1, renaming(u"First"_s))}, true);
        QCOMPARE(awaitResult(m_session->setField(numberedId(1), Field::Place, u"Huế"_s, u"Set"_s)).error().kind,
                 ErrorKind::Unknown);
        m_behaviour->lookup = Lookup::Absent;
        QSignalSpy settled(m_session.get(), &Session::doubtSettled);
        QVERIFY(awaitResult(m_session->setField(numberedId(1), Field::Place, u"Huế"_s, u"Set"_s)));
        QCOMPARE(settled.count(), 1);
        QCOMPARE(m_session->store().record(0)->title.toString(), u"First"_s);
        QCOMPARE(m_session->store().record(0)->place.toString(), u"Huế"_s);
        m_session->refresh();
        QTRY_COMPARE(problem(), QString());
    }

    void refreshingSettlesADoubt()
    {
        load();
        const ChangeSet set = leftInDoubt({Change::patch(numberedId(1), 1, renaming(u"First"_s))}, true);
        QSignalSpy settled(m_session.get(), &Session::doubtSettled);
        m_session->refresh();
        QTRY_COMPARE(settled.count(), 1);
        QCOMPARE(m_session->undoText(), u"In doubt"_s);
        const auto logged = m_store->log.size();
        QVERIFY(awaitResult(m_session->execute(set))); // although the record no longer holds what it held
        QCOMPARE(m_store->log.size(), logged);
        QCOMPARE(awaitResult(m_session->execute(set)).error().kind, ErrorKind::Conflict); // now it is another one
        QCOMPARE(problem(), QString());
    }

    void anUndoInDoubtIsOneStep()
    {
        load();
        QVERIFY(add(*m_session, {titled(u"A"_s)}, u"Add A"_s));
        QVERIFY(add(*m_session, {titled(u"B"_s)}, u"Add B"_s));
        m_behaviour->lookup = Lookup::Unknown;
        m_behaviour->commitsBeforeFailing = true;
        m_behaviour->failures = {{Call::Commit, ErrorKind::Unknown}};
        QCOMPARE(awaitResult(m_session->undo()).error().kind, ErrorKind::Unknown);
        QCOMPARE(m_session->undoText(), u"Add B"_s);
        m_behaviour->lookup = Lookup::Absent;
        QVERIFY(awaitResult(m_session->undo()));
        QCOMPARE(m_session->undoText(), u"Add A"_s);
        QCOMPARE(m_session->store().count(), 2);
        m_session->refresh();
        QTRY_COMPARE(problem(), QString());
    }

    void refreshingFails()
    {
        load();
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_behaviour->failures = {{Call::ChangesSince, ErrorKind::Lost}};
        m_session->refresh();
        QTRY_COMPARE(failed.count(), 1);
        otherCommits(Change::add(titled(u"Theirs"_s)));
        m_behaviour->failures = {{Call::Record, ErrorKind::Busy}};
        m_session->refresh();
        QTRY_COMPARE(failed.count(), 2); // the log is lean: the record itself could not be read
        QCOMPARE(m_session->store().count(), 1);
    }

    void ourOwnChangesAreNotAppliedAgain()
    {
        load();
        const Agreement ours = titled(u"Ours"_s);
        QVERIFY(add(*m_session, {ours}));
        QVERIFY(remove(*m_session, ours.id()));
        QVERIFY(awaitResult(m_session->undo()));
        ChangeSet setting(u"Side"_s);
        setting.changes = {Change::setting({u"side"_s, QString(), u"CU"_s})};
        QVERIFY(awaitResult(m_session->execute(setting)));
        QSignalSpy changed(m_session.get(), &Session::changed);
        m_session->refresh();
        QTest::qWait(10);
        QVERIFY(changed.isEmpty());
        QCOMPARE(problem(), QString());
    }

    void refreshingTwiceAppliesOnce()
    {
        load();
        otherCommits(Change::add(titled(u"Theirs"_s)));
        QSignalSpy changed(m_session.get(), &Session::changed);
        m_session->refresh();
        m_session->refresh();
        QTRY_COMPARE(m_session->store().count(), 2);
        QTest::qWait(5);
        QCOMPARE(changed.count(), 1);
    }

    void whatOthersAddedAndRemovedDoesNotCome()
    {
        load();
        const Agreement theirs = titled(u"Theirs"_s);
        otherCommits(Change::add(theirs));
        otherCommits(Change::remove(theirs, 1));
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_session->refresh();
        QTest::qWait(10);
        QCOMPARE(m_session->store().count(), 1);
        QVERIFY(failed.isEmpty());
    }

    void theirEntriesMayHoldTheRecord()
    {
        load();
        LogEntry entry;
        const Agreement theirs = filledRecord(numberedId(5));
        entry.set.changes = {Change::add(theirs)};
        entry.set.id = QUuid::createUuid();
        entry.versions = {{theirs.id(), 1}};
        entry.cursor = 1000;
        m_behaviour->calls.clear();
        m_session->applyCommitted({entry});
        QVERIFY(m_session->store().slotOf(theirs.id()));
        QVERIFY(!m_behaviour->calls.contains(Call::Record));
        m_session->applyCommitted({entry}); // told twice
        QCOMPARE(m_session->store().count(), 2);
    }

    void severalCommitsUnderWay()
    {
        load();
        QList<QFuture<Result<Receipt>>> futures;
        for (int i = 0; i < 5; ++i)
            futures.append(m_session->setField(numberedId(1), Field::Place, u"Place %1"_s.arg(i), u"Set"_s));
        int done = 0;
        for (auto &future : futures) {
            const auto result = awaitResult(future);
            QVERIFY(result || result.error().kind == ErrorKind::Conflict);
            done += result.hasValue();
        }
        QCOMPARE(done, 1); // all others started from a value that no longer holds
        QTRY_COMPARE(problem(), QString());
    }
};

TREATYBOOK_TEST(TstSessionFaults)
#include "tst_sessionfaults.moc"
