#include "itemmodels/changesmodel.h"

#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstChangesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Against a look at every record, over random records and days.
    void agreesWithTheTimelines()
    {
        QRandomGenerator random(9);
        const auto session = fakeSession();
        QList<Agreement> records;
        for (int i = 0; i < 120; ++i) {
            Agreement record = randomRecord(random);
            record.edit().nature = i % 5 ? Nature::Treaty : Nature::Event;
            record.edit().statusOverride = {};
            record.edit().date = Edtf::read(QString::number(2000 + random.bounded(20)));
            record.edit().term = Edtf::read(u"%1/%2"_s.arg(2000 + random.bounded(10)).arg(2010 + random.bounded(10)));
            records.append(record);
        }
        QVERIFY(add(*session, records));
        AgreementTableModel shown(*session);
        ChangesModel changes(shown);
        const QAbstractItemModelTester tester(&changes, QAbstractItemModelTester::FailureReportingMode::QtTest);
        changes.setActive(true);
        int found = 0;
        for (int round = 0; round < 40; ++round) {
            const Day since = dayNumber(1995, 1, 1) + random.bounded(12000),
                      until = dayNumber(1995, 1, 1) + random.bounded(12000);
            shown.setAsOf(until);
            changes.setSince(since);
            QSet<Slot> expected;
            for (const Slot slot : liveSlots(session->store())) {
                const StatusTimeline &timeline = session->store().timeline(slot);
                if (timeline.on(since).status != timeline.on(until).status)
                    expected.insert(slot);
            }
            QSet<Slot> slots;
            for (int row = 0; row < changes.rowCount(); ++row)
                slots.insert(changes.index(row, 0).data(ChangesModel::SlotRole).value<Slot>());
            QCOMPARE(slots, expected);
            QCOMPARE(changes.rowCount(), static_cast<int>(expected.size()));
            found += static_cast<int>(expected.size());
        }
        QVERIFY(found > 500);
    }

    void nothingIsWorkedOutWhileNobodyLooks()
    {
        const auto session = fakeSession();
        Agreement plan = titled(u"Plan"_s);
        plan.edit().nature = Nature::Treaty;
        plan.edit().inForce = Edtf::read(u"2015-01-01");
        plan.edit().date = Edtf::read(u"2014-01-01");
        QVERIFY(add(*session, {plan}));
        AgreementTableModel shown(*session);
        ChangesModel changes(shown);
        shown.setAsOf(*parseDay(u"2015-06-01"_s));
        QTest::qWait(100);
        QCOMPARE(changes.rowCount(), 0);
        changes.setActive(true);
        QCOMPARE(changes.rowCount(), 1);
        QCOMPARE(dayText(changes.since()), u"2014-06-01"_s);
        shown.setAsOf(*parseDay(u"2020-06-01"_s)); // the year goes along
        QTRY_COMPARE(changes.rowCount(), 0);
        changes.setSince(*parseDay(u"2014-06-01"_s));
        QCOMPARE(changes.rowCount(), 1);
        QVERIFY(remove(*session, plan.id()));
        QCOMPARE(changes.rowCount(), 0);
    }
};

TREATYBOOK_TEST(TstChangesModel)
#include "tst_changesmodel.moc"
