#include "support/days.h"
#include "support/testregistry.h"
#include "timeline/daysteps.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Treatybook;

namespace {

TickUnit randomUnit(QRandomGenerator &random)
{
    return static_cast<TickUnit>(random.bounded(static_cast<int>(TickUnit::FiveMillennia) + 1));
}

} // namespace

class TstDaySteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWholeSteps()
    {
        const DayRange years{Test::day(2014), Test::day(2018, 12, 31)};
        QCOMPARE(wholeSteps(TickUnit::Years, Test::day(2014, 3, 5), Test::day(2018, 2, 5)), years);
        QCOMPARE(wholeSteps(TickUnit::Years, Test::day(2018, 2, 5), Test::day(2014, 3, 5)), years); // drawn to the left
        QCOMPARE(wholeSteps(TickUnit::Months, Test::day(2014, 3, 5), Test::day(2014, 3, 6)),
                 (DayRange{Test::day(2014, 3), Test::day(2014, 3, 31)}));
        QCOMPARE(wholeSteps(TickUnit::Days, Test::day(2014, 3, 5), Test::day(2014, 3, 5)),
                 (DayRange{Test::day(2014, 3, 5), Test::day(2014, 3, 5)}));
    }

    void stepsAreWholeAndHoldBothDays()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 20000; ++i) {
            const TickUnit unit = randomUnit(random);
            const Day one = random.bounded(MinDay, MaxDay + 1), other = random.bounded(MinDay, MaxDay + 1);
            const DayRange range = wholeSteps(unit, one, other);
            QVERIFY(range.earliest <= qMin(one, other) && range.latest >= qMax(one, other));
            QVERIFY(range.earliest == tickStart(unit, range.earliest) || range.earliest == MinDay);
            QVERIFY(range.latest + 1 == tickStart(unit, range.latest + 1) || range.latest == MaxDay);
            QVERIFY(range.earliest >= MinDay && range.latest <= MaxDay);
        }
    }

    void goesFromLineToLine()
    {
        QCOMPARE(dayAfter(TickUnit::Years, Test::day(2014, 3, 5)), Test::day(2015));
        QCOMPARE(dayBefore(TickUnit::Years, Test::day(2014, 3, 5)), Test::day(2014));
        QCOMPARE(dayBefore(TickUnit::Years, Test::day(2014)), Test::day(2013));
        QCOMPARE(dayAfter(TickUnit::Days, Test::day(2014, 2, 28)), Test::day(2014, 3));
        QCOMPARE(dayAfter(TickUnit::FiveMillennia, MaxDay), MaxDay);
        QCOMPARE(dayBefore(TickUnit::FiveMillennia, MinDay), MinDay);
        QRandomGenerator random(8);
        for (int i = 0; i < 20000; ++i) {
            const TickUnit unit = randomUnit(random);
            const Day from = random.bounded(MinDay, MaxDay + 1);
            const Day after = dayAfter(unit, from), before = dayBefore(unit, from);
            QVERIFY(after > from || from == MaxDay);
            QVERIFY(before < from || from == MinDay);
            if (after < MaxDay)
                QCOMPARE(dayBefore(unit, after), tickStart(unit, from) < MinDay ? MinDay : tickStart(unit, from));
        }
    }
};

TREATYBOOK_TEST(TstDaySteps)
#include "tst_daysteps.moc"
