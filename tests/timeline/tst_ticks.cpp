#include "support/testregistry.h"
#include "timeline/ticks.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace Treatybook;

class TstTicks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsFollowTheirRule_data();
    void stepsFollowTheirRule();
    void weeksBeginOnMonday();
    void labelsNeverCrowd();
    void majorLabelSticksToTheLeftEdge();
    void units_data();
    void units();
    void labelsOfUnits();
    void yearTexts();

private:
    void checkRow(const QList<Tick> &ticks, TickUnit unit, const Scale &scale, const QFontMetricsF &font);
};

namespace {

/// The rule in plain words: the usual number of a year divides by n, in either era; and year 1 begins ours.
bool beginsStep(int years, int year)
{
    return years == 1 || year == 1 || (year > 0 ? year : 1 - year) % years == 0;
}

} // namespace

void TstTicks::stepsFollowTheirRule_data()
{
    QTest::addColumn<TickUnit>("unit");
    QTest::addColumn<int>("years");
    QTest::newRow("year") << TickUnit::Years << 1;
    QTest::newRow("5") << TickUnit::FiveYears << 5;
    QTest::newRow("10") << TickUnit::Decades << 10;
    QTest::newRow("50") << TickUnit::FiftyYears << 50;
    QTest::newRow("100") << TickUnit::Centuries << 100;
    QTest::newRow("500") << TickUnit::FiveCenturies << 500;
    QTest::newRow("1000") << TickUnit::Millennia << 1000;
    QTest::newRow("5000") << TickUnit::FiveMillennia << 5000;
}

void TstTicks::stepsFollowTheirRule()
{
    QFETCH(TickUnit, unit);
    QFETCH(int, years);
    int began = MinYear; // 10,000 BC begins a step of every length
    for (int year = MinYear; year <= MaxYear; ++year) {
        const Day newYear = dayNumber(year, 1, 1);
        if (beginsStep(years, year)) {
            if (year > MinYear)
                QCOMPARE(nextTick(unit, dayNumber(began, 1, 1)), newYear);
            began = year;
        }
        QCOMPARE(tickStart(unit, newYear), dayNumber(began, 1, 1));
        QCOMPARE(tickStart(unit, dayNumber(year, 12, 31)), dayNumber(began, 1, 1));
    }
}

void TstTicks::weeksBeginOnMonday()
{
    for (const Day day : {dayNumber(2021, 9, 20), dayNumber(2021, 9, 26), dayNumber(2021, 9, 23)})
        QCOMPARE(tickStart(TickUnit::Weeks, day), dayNumber(2021, 9, 20));
    const Day longAgo = tickStart(TickUnit::Weeks, dayNumber(-9000, 5, 5));
    QCOMPARE((dayNumber(2021, 9, 20) - longAgo) % 7, 0);
    QVERIFY(longAgo <= dayNumber(-9000, 5, 5) && longAgo > dayNumber(-9000, 5, 5) - 7);
    QCOMPARE(nextTick(TickUnit::Weeks, longAgo), longAgo + 7);
}

void TstTicks::checkRow(const QList<Tick> &ticks, TickUnit unit, const Scale &scale, const QFontMetricsF &font)
{
    double free = 0;
    for (qsizetype i = 0; i < ticks.size(); ++i) {
        const Tick &tick = ticks.at(i);
        QCOMPARE(tickStart(unit, tick.day), tick.day);
        QVERIFY(std::abs(tick.x - scale.x(tick.day)) < 1e-6);
        QVERIFY(tick.x < scale.width());
        if (i > 0)
            QCOMPARE(tick.day, nextTick(unit, ticks.at(i - 1).day));
        if (tick.label.isEmpty())
            continue;
        QVERIFY2(tick.labelX >= free, qPrintable(tick.label));
        free = tick.labelX + font.horizontalAdvance(tick.label) + 4;
        QVERIFY(tick.labelX + font.horizontalAdvance(tick.label) <= scale.width());
        if (i + 1 < ticks.size())
            QVERIFY(free <= ticks.at(i + 1).x + 4);
    }
}

void TstTicks::labelsNeverCrowd()
{
    QRandomGenerator random(77);
    const QFontMetricsF minor{QFont()};
    QFont bold;
    bold.setBold(true);
    const QFontMetricsF major(bold);
    const QList<QLocale> locales{QLocale::c(), QLocale(QLocale::Vietnamese), QLocale(QLocale::Spanish)};
    for (int i = 0; i < 3000; ++i) {
        const double width = 1 + random.generateDouble() * 2500;
        const double density = std::exp(std::log(0.0001) + random.generateDouble() * std::log(400000.0));
        const double first = MinDay + random.generateDouble() * (double(MaxDay) - MinDay);
        const Scale scale(first, density, width);
        const AxisTicks axis = axisTicks(scale, minor, major, locales.at(i % 3));
        checkRow(axis.minor, axis.minorUnit, scale, minor);
        checkRow(axis.major, axis.majorUnit, scale, major);
        QVERIFY(axis.majorUnit >= axis.minorUnit);
        // Nobody needs more lines than labels could have.
        QVERIFY(double(axis.minor.size()) <= width / 10 + 2);
        // Not empty either: wherever there is room, some step is named.
        if (width > 1000 && scale.dayAt(0) > MinDay && scale.dayAt(width) < MaxDay) {
            const auto named = std::count_if(axis.minor.cbegin(), axis.minor.cend(),
                                             [](const Tick &tick) { return !tick.label.isEmpty(); });
            QVERIFY2(named >= 2, qPrintable(QString::number(density)));
        }
    }
}

void TstTicks::majorLabelSticksToTheLeftEdge()
{
    const QFontMetricsF font{QFont()};
    const Scale scale(dayNumber(2013, 5, 5), 0.2, 900);
    const AxisTicks axis = axisTicks(scale, font, font, QLocale::c());
    const Tick &first = axis.major.first();
    QVERIFY(first.x < 0);
    QVERIFY(!first.label.isEmpty());
    QVERIFY(first.labelX >= 0 && first.labelX < 10);
}

void TstTicks::units_data()
{
    QTest::addColumn<double>("years");
    QTest::addColumn<TickUnit>("minor");
    QTest::addColumn<TickUnit>("major");
    QTest::newRow("a month") << 1 / 12.0 << TickUnit::Days << TickUnit::Months;
    QTest::newRow("3 months") << 0.25 << TickUnit::Weeks << TickUnit::Months;
    QTest::newRow("a year") << 1.0 << TickUnit::Months << TickUnit::Years;
    QTest::newRow("20 years") << 20.0 << TickUnit::Years << TickUnit::Decades;
    QTest::newRow("a century") << 100.0 << TickUnit::FiveYears << TickUnit::FiftyYears;
    QTest::newRow("12,000 years") << 12000.0 << TickUnit::Millennia << TickUnit::FiveMillennia;
}

void TstTicks::units()
{
    QFETCH(double, years);
    const QFontMetricsF font{QFont()};
    const Scale scale(dayNumber(years > 1000 ? -3000 : 1001, 1, 1), 1200 / (years * 365.2425), 1200);
    const AxisTicks axis = axisTicks(scale, font, font, QLocale::c());
    QTEST(axis.minorUnit, "minor");
    QTEST(axis.majorUnit, "major");
}

void TstTicks::labelsOfUnits()
{
    const QFontMetricsF font{QFont()};
    const auto labels = [&](int year, double years) {
        const Scale scale(dayNumber(year, 1, 1), 1500 / (years * 365.2425), 1500);
        const AxisTicks axis = axisTicks(scale, font, font, QLocale::c());
        return std::pair(axis.minor.first().label, axis.major.first().label);
    };
    QCOMPARE(labels(2021, 0.1), std::pair(QStringLiteral("1"), QStringLiteral("January 2021")));
    QCOMPARE(labels(2021, 2), std::pair(QStringLiteral("Jan"), QStringLiteral("2021")));
    QCOMPARE(labels(2010, 23), std::pair(QStringLiteral("2010"), QStringLiteral("2010s")));
    QCOMPARE(labels(1900, 200), std::pair(QStringLiteral("1900"), QStringLiteral("1900–1999")));
    QCOMPARE(labels(-499, 3000), std::pair(QStringLiteral("500 BC"), QStringLiteral("1000–1 BC")));
}

void TstTicks::yearTexts()
{
    QCOMPARE(yearText(2004), QStringLiteral("2004"));
    QCOMPARE(yearText(1), QStringLiteral("1"));
    QCOMPARE(yearText(0), QStringLiteral("1 BC"));
    QCOMPARE(yearText(-43), QStringLiteral("44 BC"));
}

TREATYBOOK_TEST(TstTicks)
#include "tst_ticks.moc"
