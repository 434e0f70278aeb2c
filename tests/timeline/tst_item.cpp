#include "support/testregistry.h"
#include "timeline/item.h"

#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstItem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemSaysWhatTheRulesSay();
    void eventShowsItsDate();
    void pointsOfActsAndDates();
    void actRepeatsTheDateOfTheRecord();
    void everyActHasASign();
    void extents_data();
    void extents();

private:
    static Agreement plan();
};

Agreement TstItem::plan()
{
    Agreement record(QUuid::createUuid());
    record.edit().title = u"Defence cooperation plan 2020–2022"_s;
    record.edit().shortTitle = u"Defence plan 2020–2022"_s;
    record.edit().nature = Nature::NonBinding;
    record.edit().kind = Kind::CooperationPlan;
    record.edit().date = Edtf::read(u"2021-09-20");
    record.edit().term = Edtf::read(u"2020/2022");
    Action talk;
    talk.id = ItemId(1);
    talk.kind = ActionKind::Negotiation;
    talk.date = Edtf::read(u"2020");
    record.edit().actions = {talk};
    return record;
}

void TstItem::itemSaysWhatTheRulesSay()
{
    const Agreement record = plan();
    const StatusContext context;
    const StatusTimeline statuses = statusTimeline(record, context);
    const TimelineItem item = itemOf(record, context, statuses.on(dayNumber(2021, 10, 1)), QLocale::c());
    QCOMPARE(item.title, u"Defence plan 2020–2022"_s);
    QCOMPARE(item.answer, u"In effect"_s);
    QCOMPARE(item.tone, Tone::InForce);
    QCOMPARE(item.span, spanOf(record, context));
    QCOMPARE(itemOf(record, context, statuses.on(dayNumber(2020, 12, 31)), QLocale::c()).tone, Tone::Pending);
    QCOMPARE(itemOf(record, context, statuses.on(dayNumber(2026, 1, 1)), QLocale::c()).tone, Tone::Over);
}

void TstItem::eventShowsItsDate()
{
    Agreement visit(QUuid::createUuid());
    visit.edit().title = u"Official visit"_s;
    visit.edit().nature = Nature::Event;
    visit.edit().kind = Kind::Visit;
    visit.edit().date = Edtf::read(u"2021-09-18/2021-09-20");
    const TimelineItem item = itemOf(visit, {}, statusTimeline(visit, {}).on(dayNumber(2022, 1, 1)), QLocale::c());
    QCOMPARE(item.tone, Tone::Event);
    QCOMPARE(item.answer, displayText(visit->date, QLocale::c()));
    QVERIFY(item.points.isEmpty());
}

void TstItem::pointsOfActsAndDates()
{
    const QList<TimelinePoint> points = pointsOf(plan());
    QCOMPARE(points.size(), 2);
    QCOMPARE(points.at(0), (TimelinePoint{PointKind::Other, {dayNumber(2020, 1, 1), dayNumber(2020, 12, 31)}, 0}));
    QCOMPARE(points.at(1), (TimelinePoint{PointKind::Signature, {dayNumber(2021, 9, 20), dayNumber(2021, 9, 20)}, -1}));
}

void TstItem::actRepeatsTheDateOfTheRecord()
{
    Agreement record = plan();
    Action signature;
    signature.id = ItemId(2);
    signature.kind = ActionKind::Signature;
    signature.date = Edtf::read(u"2021-09-20");
    Action undated;
    undated.id = ItemId(3);
    undated.kind = ActionKind::Delivery;
    record.edit().actions.append({signature, undated});
    const QList<TimelinePoint> points = pointsOf(record);
    QCOMPARE(points.size(), 2);
    QCOMPARE(points.at(1).action, 1);
}

void TstItem::everyActHasASign()
{
    QSet<PointKind> seen;
    for (int i = 0; i < Vocabularies::actionKinds.size(); ++i)
        seen.insert(pointKindOf(static_cast<ActionKind>(i)));
    QCOMPARE(seen.size(), PointKindCount);
    QCOMPARE(pointKindOf(ActionKind::Ratification), PointKind::Consent);
    QCOMPARE(pointKindOf(ActionKind::Delivery), PointKind::Delivery);
    QCOMPARE(pointKindOf(ActionKind::Termination), PointKind::Ending);
}

void TstItem::extents_data()
{
    QTest::addColumn<DayRange>("start");
    QTest::addColumn<DayRange>("end");
    QTest::addColumn<DayRange>("expected");
    QTest::newRow("closed") << DayRange{10, 20} << DayRange{30, 40} << DayRange{10, 40};
    QTest::newRow("open") << DayRange{10, 20} << DayRange{} << DayRange{10, 1000};
    QTest::newRow("attested later") << DayRange{10, 20} << DayRange{2000, NoDay} << DayRange{10, 2000};
    QTest::newRow("not yet begun") << DayRange{3000, 3000} << DayRange{} << DayRange{1000, 3000};
    QTest::newRow("by") << DayRange{NoDay, 20} << DayRange{30, 30} << DayRange{20, 30};
    QTest::newRow("backwards") << DayRange{50, 50} << DayRange{30, 30} << DayRange{30, 50};
}

void TstItem::extents()
{
    QFETCH(DayRange, start);
    QFETCH(DayRange, end);
    Span span;
    span.start = start;
    span.end = end;
    const auto extent = Extent(span).on(1000);
    QVERIFY(extent);
    QTEST(*extent, "expected");
    QVERIFY(!Extent(Span()).on(1000));
}

TREATYBOOK_TEST(TstItem)
#include "tst_item.moc"
