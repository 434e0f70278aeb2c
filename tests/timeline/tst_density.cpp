#include "randomitems.h"
#include "support/booksession.h"
#include "support/testregistry.h"
#include "timeline/densitydays.h"
#include "timeline/densitystrip.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Treatybook;

class TstDensity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelsOfKnownTimes();
    void countsAreThoseOfEveryDay();
    void suspensionLeavesAGap();
    void barsShareOutTheRecords();
    void unitSuitsTheZoom_data();
    void unitSuitsTheZoom();
    void curvesReachTheHighestLevel();
    void labelsCoverNothing();
    void hitsAgreeWithTheRectangles();
    void heatCountsWhatLasts();
    void ofABook();
    void extremes();
    void paintsWithinItsRectangle();
};

namespace {

const Day Start = dayNumber(1900, 1, 1);

/// A group of random records about the year 1900, and the same for asking day by day.
struct Group {
    std::vector<StatusTimeline> timelines;
    std::vector<DensityDays::Record> records;

    explicit Group(Test::RandomItems &random, int count, int years = 2)
    {
        timelines.reserve(static_cast<size_t>(count));
        const int span = years * 365;
        for (int i = 0; i < count; ++i) {
            std::vector<StatusRun> runs{StatusRun()};
            Day day = random.chance(20) ? NoDay : Start + random.number(span);
            for (int run = random.number(6); run > 0; --run) {
                StatusRun next;
                next.first = day == NoDay ? Start + random.number(span) : day + 1 + random.number(span / 3);
                day = next.first;
                next.status = random.chance(50) ? Status::InForce : Status::Suspended;
                next.possibly = random.chance(30) ? Status::InEffect : Status::None;
                next.certain = next.possibly == Status::None && random.chance(80);
                runs.push_back(next);
            }
            if (random.chance(10))
                runs.front().status = Status::InEffect; // since ever
            timelines.emplace_back(std::move(runs));
            DayRange days;
            if (!random.chance(10)) {
                days.earliest = Start + random.number(span);
                days.latest = days.earliest + random.number(span);
            }
            records.push_back({days, &timelines.back()});
        }
    }

    int begun(Day first, Day last) const
    {
        return static_cast<int>(std::count_if(records.cbegin(), records.cend(), [&](const auto &record) {
            return record.days.earliest != NoDay && record.days.earliest >= first && record.days.earliest <= last;
        }));
    }
    int present(Day first, Day last) const
    {
        return static_cast<int>(std::count_if(records.cbegin(), records.cend(), [&](const auto &record) {
            return record.days.earliest != NoDay && record.days.latest >= first && record.days.earliest <= last;
        }));
    }
    int inForce(Day day, bool orPossibly) const
    {
        return static_cast<int>(
            std::count_if(timelines.cbegin(), timelines.cend(),
                          [&](const StatusTimeline &timeline) { return isInForce(timeline.on(day), orPossibly); }));
    }
};

DensityFrame frameOver(Day first, Day last, QSizeF size = {900, 80})
{
    return {QRectF(QPointF(200, 50), size), Scale(first, size.width() / (last - first), size.width()), QFont(),
            QLocale::c()};
}

DensityFrame randomFrame(Test::RandomItems &random)
{
    const QSizeF size(1 + random.number(1600), 1 + random.number(140));
    const double density = std::exp(random.real(std::log(0.0003), std::log(40.0)));
    return {QRectF(QPointF(random.number(300), random.number(300)), size),
            Scale(Start + random.number(1500) - random.real(0, size.width()) / density, density, size.width()), QFont(),
            QLocale::c()};
}

} // namespace

void TstDensity::levelsOfKnownTimes()
{
    const DayLevels levels({10, 10, 15, NoDay}, {12, 14, 14});
    const std::vector<std::pair<Day, int>> expected{{NoDay, 1}, {0, 1},  {9, 1},  {10, 3}, {12, 3},
                                                    {13, 2},    {14, 2}, {15, 1}, {16, 1}, {MaxDay, 1}};
    for (const auto &[day, level] : expected)
        QCOMPARE(levels.at(day), level);
    QCOMPARE(levels.most(MinDay, 9), 1);
    QCOMPARE(levels.most(0, 20), 3);
    QCOMPARE(levels.most(13, 20), 2);
    QCOMPARE(levels.most(20, 13), 0);
    QCOMPARE(DayLevels().at(0), 0);
    QCOMPARE(DayLevels().most(MinDay, MaxDay), 0);
}

void TstDensity::countsAreThoseOfEveryDay()
{
    Test::RandomItems random(3);
    for (int round = 0; round < 20; ++round) {
        const Group group(random, random.number(150));
        const DensityDays days(group.records);
        for (Day day = Start - 20; day < Start + 5 * 365; day += 1) {
            QCOMPARE(days.inForce().at(day), group.inForce(day, false));
            QCOMPARE(days.possiblyInForce().at(day), group.inForce(day, true));
        }
        for (int i = 0; i < 200; ++i) {
            const Day first = Start + random.number(1800) - 30, last = first + random.number(300) - 5;
            QCOMPARE(days.begun(first, last), group.begun(first, last));
            QCOMPARE(days.present(first, last), last < first ? 0 : group.present(first, last));
            int most = 0;
            for (Day day = first; day <= last; ++day)
                most = std::max(most, days.inForce().at(day));
            QCOMPARE(days.inForce().most(first, last), most);
        }
    }
}

void TstDensity::suspensionLeavesAGap()
{
    const auto from = [](Day first, Status status) {
        StatusRun run;
        run.first = first;
        run.status = status;
        return run;
    };
    const StatusTimeline timeline({from(NoDay, Status::None), from(100, Status::InForce), from(200, Status::Suspended),
                                   from(300, Status::InForce), from(400, Status::Terminated)});
    const std::vector<DensityDays::Record> records{{{100, 399}, &timeline}, {{150, 150}, nullptr}, {{}, &timeline}};
    const DensityDays days(records);
    QCOMPARE(days.count(), 2);
    QCOMPARE(days.inForce().at(99), 0);
    QCOMPARE(days.inForce().at(100), 2);
    QCOMPARE(days.inForce().at(199), 2);
    QCOMPARE(days.inForce().at(200), 0);
    QCOMPARE(days.inForce().at(299), 0);
    QCOMPARE(days.inForce().at(399), 2);
    QCOMPARE(days.inForce().at(400), 0);
    QCOMPARE(days.possiblyInForce().at(250), 0);
}

void TstDensity::barsShareOutTheRecords()
{
    Test::RandomItems random(4);
    for (int round = 0; round < 300; ++round) {
        const Group group(random, random.number(100));
        const DensityDays days(group.records);
        const DensityFrame frame = randomFrame(random);
        const DensityStrip strip = DensityStrip::of(days, frame);
        QVERIFY(double(strip.bars.size()) <= frame.rect.width() / 4.9 + 2);
        int whole = 0;
        Day firstWhole = MaxDay, lastWhole = MinDay;
        for (qsizetype i = 0; i < strip.bars.size(); ++i) {
            const DensityBar &bar = strip.bars.at(i);
            QCOMPARE(bar.count, group.begun(bar.first, bar.last));
            QCOMPARE(tickStart(strip.unit, bar.first), bar.first);
            QCOMPARE(nextTick(strip.unit, bar.first), bar.last + 1);
            QVERIFY(frame.rect.contains(bar.rect));
            QVERIFY(bar.rect.width() > 0 && bar.rect.height() > 0);
            if (i > 0)
                QVERIFY(strip.bars.at(i - 1).rect.right() <= bar.rect.left());
            for (const DensityBar &other : strip.bars)
                QVERIFY(other.count <= bar.count || other.rect.height() >= bar.rect.height());
            if (bar.first >= frame.scale.firstDay() && bar.last + 1 <= frame.scale.lastDay()) {
                whole += bar.count;
                firstWhole = std::min(firstWhole, bar.first);
                lastWhole = std::max(lastWhole, bar.last);
            }
        }
        // Steps that lie in the window, whether anything begins in them or not.
        Day from = tickStart(strip.unit, frame.scale.wholeDayAt(0));
        if (from < frame.scale.firstDay())
            from = nextTick(strip.unit, from);
        const Day until = tickStart(strip.unit, static_cast<Day>(std::floor(frame.scale.lastDay())));
        QCOMPARE(whole, from < until ? group.begun(from, until - 1) : 0);
    }
}

void TstDensity::unitSuitsTheZoom_data()
{
    QTest::addColumn<double>("days");
    QTest::addColumn<TickUnit>("unit");
    QTest::newRow("a month") << 30.0 << TickUnit::Days;
    QTest::newRow("a year") << 365.0 << TickUnit::Weeks;
    QTest::newRow("ten years") << 3650.0 << TickUnit::Months;
    QTest::newRow("a century") << 36525.0 << TickUnit::Years;
    QTest::newRow("a millennium") << 365250.0 << TickUnit::Decades;
    QTest::newRow("all") << 7300000.0 << TickUnit::FiveCenturies;
}

void TstDensity::unitSuitsTheZoom()
{
    QFETCH(double, days);
    const Scale scale(Start, 1000 / days, 1000);
    const DensityFrame frame{QRectF(0, 0, 1000, 60), scale, QFont(), QLocale::c()};
    QTEST(DensityStrip::of({}, frame).unit, "unit");
    QTEST(HeatStrip::of({}, frame).unit, "unit");
}

void TstDensity::curvesReachTheHighestLevel()
{
    Test::RandomItems random(5);
    for (int round = 0; round < 200; ++round) {
        const Group group(random, 1 + random.number(60));
        const DensityDays days(group.records);
        const DensityFrame frame = randomFrame(random);
        const DensityStrip strip = DensityStrip::of(days, frame);
        int most = 0, mostPossible = 0;
        const Day first = std::max(frame.scale.wholeDayAt(0), Start - 400);
        for (Day day = first; day < frame.scale.lastDay() && day < Start + 3000; ++day) {
            most = std::max(most, group.inForce(day, false));
            mostPossible = std::max(mostPossible, group.inForce(day, true));
        }
        if (first >= Start + 3000 || frame.scale.lastDay() > MaxDay)
            continue;
        QCOMPARE(strip.mostInForce, most);
        QCOMPARE(strip.mostPossible, mostPossible);
        QCOMPARE(strip.certain.isEmpty(), most == 0);
        for (const QPolygonF &curve : {strip.certain, strip.possible}) {
            QVERIFY(double(curve.size()) <= 2 * frame.rect.width() + 4);
            for (qsizetype i = 0; i < curve.size(); ++i) {
                QVERIFY(frame.rect.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(curve.at(i)));
                if (i > 0) // steps: one move at a time, never back
                    QVERIFY(curve.at(i).x() >= curve.at(i - 1).x() &&
                            (curve.at(i).x() <= curve.at(i - 1).x() || curve.at(i).y() == curve.at(i - 1).y()));
            }
        }
    }
}

void TstDensity::labelsCoverNothing()
{
    Test::RandomItems random(6);
    int both = 0;
    for (int round = 0; round < 300; ++round) {
        const Group group(random, 1 + random.number(60));
        const DensityFrame frame = randomFrame(random);
        const DensityStrip strip = DensityStrip::of(DensityDays(group.records), frame);
        both += strip.labels.size() == 2;
        for (qsizetype i = 0; i < strip.labels.size(); ++i) {
            const DensityStrip::Label &label = strip.labels.at(i);
            QVERIFY(frame.rect.contains(label.rect));
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY(!strip.labels.at(j).rect.intersects(label.rect));
            for (const DensityBar &bar : strip.bars)
                QVERIFY(!bar.rect.intersects(label.rect));
            for (const QPolygonF &curve : {strip.certain, strip.possible})
                for (const QPointF point : curve)
                    QVERIFY(point.y() >= label.rect.bottom());
        }
    }
    QVERIFY(both > 20);

    const std::vector<DensityDays::Record> three{
        {{Start, Start + 9}}, {{Start + 3, Start + 9}}, {{Start + 400, Start + 401}}};
    const DensityStrip strip = DensityStrip::of(DensityDays(three), frameOver(Start - 3650, Start + 3650 * 3));
    QCOMPARE(strip.labels.size(), 1);
    QCOMPARE(strip.labels.first().text, QStringLiteral("most begun: 2 (Q1 1900)"));
}

void TstDensity::hitsAgreeWithTheRectangles()
{
    Test::RandomItems random(7);
    int hits = 0;
    for (int round = 0; round < 200; ++round) {
        const Group group(random, random.number(60));
        const DensityDays days(group.records);
        const DensityFrame frame = randomFrame(random);
        const DensityStrip strip = DensityStrip::of(days, frame);
        for (int i = 0; i < 50; ++i) {
            const QPointF point(frame.rect.left() - 20 + random.real(0, frame.rect.width() + 40),
                                frame.rect.top() - 5 + random.real(0, frame.rect.height() + 10));
            const DensityBar *bar = strip.barAt(point);
            const Day day = frame.scale.wholeDayAt(point.x() - frame.rect.left());
            const bool expected =
                frame.rect.contains(point) &&
                group.begun(tickStart(strip.unit, day), nextTick(strip.unit, tickStart(strip.unit, day)) - 1) > 0;
            QCOMPARE(bar != nullptr, expected);
            if (bar)
                QVERIFY(bar->first <= day && day <= bar->last);
            hits += bar != nullptr;
        }
    }
    QVERIFY(hits > 50);
}

void TstDensity::heatCountsWhatLasts()
{
    Test::RandomItems random(8);
    for (int round = 0; round < 200; ++round) {
        const Group group(random, random.number(80));
        const DensityDays days(group.records);
        const DensityFrame frame = randomFrame(random);
        const HeatStrip strip = HeatStrip::of(days, frame);
        int most = 0;
        for (const DensityBar &cell : strip.cells) {
            QCOMPARE(cell.count, group.present(cell.first, cell.last));
            most = std::max(most, cell.count);
            QVERIFY(strip.strength(cell) > 0.2 && strip.strength(cell) <= 1);
            QVERIFY(strip.strength(cell) <= strip.strength({0, 0, cell.count + 1, {}}));
            QCOMPARE(strip.cellAt(cell.rect.center()), &cell);
        }
        QCOMPARE(strip.most, most);
        QCOMPARE(HeatStrip::of(days, frame, 1000).most, 1000);
    }
}

void TstDensity::ofABook()
{
    Agreement treaty(QUuid::createUuid());
    treaty.edit().nature = Nature::Treaty;
    treaty.edit().date = Edtf::read(QStringLiteral("2001-05-01"));
    treaty.edit().inForce = Edtf::read(QStringLiteral("2002-01-01"));
    treaty.edit().term = Edtf::read(QStringLiteral("2002-01-01/2005-12-31"));
    treaty.edit().termKind = TermKind::Fixed;
    Agreement visit(QUuid::createUuid());
    visit.edit().nature = Nature::Event;
    visit.edit().date = Edtf::read(QStringLiteral("2003-09-18/2003-09-20"));
    Agreement acted(QUuid::createUuid()); // nothing but an act
    Action action;
    action.id = static_cast<ItemId>(1);
    action.kind = ActionKind::Review;
    action.date = Edtf::read(QStringLiteral("2004-03"));
    acted.edit().actions.append(action);
    const auto session = Test::fakeSession();
    QVERIFY(Test::add(*session, {treaty, visit, acted, Agreement(QUuid::createUuid())}).hasValue());
    const AgreementStore &store = session->store();
    const Slot slot = store.slotOf(treaty.id()).value();
    const DensityDays days(store, Test::liveSlots(store), dayNumber(2026, 1, 1));
    QCOMPARE(days.count(), 3);
    const Extent &extent = store.columns().extent(slot);
    QCOMPARE(days.begun(extent.first, extent.first), 1);
    QCOMPARE(days.begun(dayNumber(2003, 9, 18), dayNumber(2003, 9, 18)), 1);
    QCOMPARE(days.begun(dayNumber(2004, 3, 1), dayNumber(2004, 3, 1)), 1);
    for (Day day = dayNumber(2000, 1, 1); day < dayNumber(2008, 1, 1); ++day) {
        QCOMPARE(days.inForce().at(day), int(isInForce(store.timeline(slot).on(day), false)));
        QCOMPARE(days.possiblyInForce().at(day), int(isInForce(store.timeline(slot).on(day), true)));
    }
    QCOMPARE(days.inForce().at(dayNumber(2005, 12, 31)), 1);
    QCOMPARE(days.inForce().at(dayNumber(2006, 1, 1)), 0);
}

void TstDensity::extremes()
{
    std::vector<DensityDays::Record> crowd(10000, {{Start, Start}, nullptr});
    crowd.push_back({{MinDay, MinDay}, nullptr});
    crowd.push_back({{MaxDay, MaxDay}, nullptr});
    crowd.push_back({{MinDay, MaxDay}, nullptr});
    const DensityDays days(crowd);
    QCOMPARE(days.begun(MinDay, MaxDay), 10003);
    QCOMPARE(days.present(Start + 1, Start + 1), 1);
    for (const QSizeF size : {QSizeF(1, 1), QSizeF(8000, 200), QSizeF(300, 0), QSizeF(0, 30)}) {
        for (const Scale &scale : {Scale::fitting(MinDay, MaxDay, size.width()), Scale(MaxDay, 40, size.width()),
                                   Scale(MinDay, 40, size.width()), Scale(MinDay, 0, size.width())}) {
            const DensityFrame frame{QRectF(QPointF(), size), scale, QFont(), QLocale::c()};
            for (const DensityDays &some : {days, DensityDays()}) {
                const DensityStrip strip = DensityStrip::of(some, frame);
                const HeatStrip heat = HeatStrip::of(some, frame);
                if (some.count() == 0)
                    QVERIFY(strip.bars.isEmpty() && strip.labels.isEmpty() && heat.cells.isEmpty());
                QImage image(50, 50, QImage::Format_RGB32);
                QPainter painter(&image);
                strip.paint(painter, TimelineStyle::light());
                heat.paint(painter, Qt::blue, TimelineStyle::light());
            }
        }
    }
    const DensityStrip one = DensityStrip::of(DensityDays(std::vector<DensityDays::Record>{{{Start, Start}, nullptr}}),
                                              frameOver(Start - 50, Start + 50));
    QCOMPARE(one.bars.size(), 1);
    QCOMPARE(one.mostBegun, 1);
    QCOMPARE(one.labels.size(), 1);
    QCOMPARE(one.labels.first().text, QStringLiteral("most begun: 1 (1 January 1900)"));
}

void TstDensity::paintsWithinItsRectangle()
{
    Test::RandomItems random(9);
    for (int round = 0; round < 20; ++round) {
        const Group group(random, 40);
        DensityFrame frame = frameOver(Start, Start + 700, {200, 60});
        frame.rect.moveTopLeft({40, 30});
        QImage image(280, 130, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        DensityStrip::of(DensityDays(group.records), frame).paint(painter, TimelineStyle::light());
        painter.end();
        int painted = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == Qt::white)
                    continue;
                ++painted;
                QVERIFY(frame.rect.adjusted(-1, -1, 1, 1).contains(QPointF(x, y)));
            }
        }
        QVERIFY(painted > 500);
    }
}

TREATYBOOK_TEST(TstDensity)
#include "tst_density.moc"
