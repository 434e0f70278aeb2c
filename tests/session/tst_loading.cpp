#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// What a window sees while a large book is read.
class TstLoading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_shared<FakeStore>();
        m_behaviour = std::make_shared<FakeRepository::Behaviour>();
        m_behaviour->delay = 1;
        QRandomGenerator random(7);
        for (quint32 n = 1; n <= Records; ++n) {
            Agreement record(numberedId(n));
            record.edit().title = Text(u"Agreement %1"_s.arg(n));
            record.edit().date = Edtf::read(QString::number(random.bounded(1800, 2030)));
            m_store->records.insert(record.id(), {record, 1});
        }
    }

    void firstRecordsComeFirst()
    {
        Session session(std::make_unique<FakeRepository>(m_store, m_behaviour));
        QList<qsizetype> counts;
        Day latestShown = NoDay;
        connect(&session, &Session::loadProgressed, this, [&](qsizetype count) {
            counts.append(count);
            QCOMPARE(session.expectedCount(), Records);
            if (counts.size() > 1)
                return;
            for (const Slot slot : liveSlots(session.store()))
                latestShown = qMax(latestShown, session.store().record(slot)->date.instant().earliest);
        });
        session.load();
        QTRY_VERIFY(session.isLoaded());
        QCOMPARE(counts.first(), 100);
        QVERIFY(std::ranges::is_sorted(counts));
        QCOMPARE(session.store().count(), Records); // none twice
        QCOMPARE(session.expectedCount(), Records);
        // Nothing that was not shown at once belongs before what was.
        int earlier = 0;
        for (const Slot slot : liveSlots(session.store()))
            earlier += session.store().record(slot)->date.instant().earliest < latestShown;
        QVERIFY2(earlier < 100, qPrintable(QString::number(earlier)));
    }

    /// All the rest is as ever.
    void aReportWithoutWordsFoldsNoTexts()
    {
        Session searched(std::make_unique<FakeRepository>(m_store, m_behaviour));
        Session reported(std::make_unique<FakeRepository>(m_store, m_behaviour));
        searched.load();
        reported.load(TextSearch::Unused);
        QTRY_VERIFY(searched.isLoaded() && reported.isLoaded());
        for (const Slot slot : liveSlots(searched.store())) {
            const auto other = reported.store().slotOf(searched.store().record(slot).id());
            QVERIFY(other && reported.store().record(*other) == searched.store().record(slot));
            const Day day = dayNumber(2021, 10, 1);
            QCOMPARE(reported.store().timeline(*other).on(day).status, searched.store().timeline(slot).on(day).status);
            QVERIFY(searched.store().searchText().at(slot) != FoldedText());
            QCOMPARE(reported.store().searchText().at(*other), FoldedText());
        }
        QCOMPARE(reported.store().count(), Records);
    }

    void changesWaitUntilAllIsRead()
    {
        Session session(std::make_unique<FakeRepository>(m_store, m_behaviour));
        QSignalSpy progress(&session, &Session::loadProgressed);
        session.load();
        QTRY_VERIFY(!progress.isEmpty());
        QVERIFY(!session.isLoaded());
        const auto refused = add(session, {titled(u"Too early"_s)});
        QVERIFY(!refused && refused.error().kind == ErrorKind::Busy);
        QTRY_VERIFY(session.isLoaded());
        QVERIFY(add(session, {titled(u"Now"_s)}));
        QCOMPARE(session.store().count(), Records + 1);
    }

    void whatOthersRemoveMeanwhileGoes()
    {
        Session session(std::make_unique<FakeRepository>(m_store, m_behaviour));
        QSignalSpy progress(&session, &Session::loadProgressed);
        session.load();
        QTRY_VERIFY(!progress.isEmpty());
        ChangeSet set(u"Remove"_s);
        const StoredRecord shown{session.store().record(0), session.store().version(0)};
        set.changes.append(Change::remove(shown.record, shown.version));
        QVERIFY(m_store->commit(set));
        QTRY_VERIFY(session.isLoaded());
        QTRY_VERIFY(!session.store().slotOf(shown.record.id()));
        QCOMPARE(session.store().count(), Records - 1);
    }

    void mayEndAtAnyMoment()
    {
        for (int moment = 0; moment < 12; ++moment) {
            auto session = std::make_unique<Session>(std::make_unique<FakeRepository>(m_store, m_behaviour));
            QSignalSpy progress(session.get(), &Session::loadProgressed);
            session->load();
            if (moment > 0)
                QTRY_VERIFY(progress.size() >= qMin(moment, 5));
            session.reset();
            QCoreApplication::processEvents();
        }
    }

    void failureIsTold()
    {
        m_behaviour->failures = {{FakeRepository::Call::First, ErrorKind::Damaged}};
        Session session(std::make_unique<FakeRepository>(m_store, m_behaviour));
        QSignalSpy failed(&session, &Session::failed);
        session.load();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!session.isLoaded());
    }

private:
    static constexpr qsizetype Records = 9000;

    std::shared_ptr<FakeStore> m_store;
    std::shared_ptr<FakeRepository::Behaviour> m_behaviour;
};

TREATYBOOK_TEST(TstLoading)
#include "tst_loading.moc"
