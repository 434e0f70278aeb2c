#include "domain/daynumber.h"

#include "support/testregistry.h"

#include <QDate>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Treatybook;

class TstDayNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithQDate();
    void everyDayFollowsTheOneBefore();
    void leapYears_data();
    void leapYears();
    void textRoundTrip();
    void textHasNoDay();
    void parsesOnlyWholeDays_data();
    void parsesOnlyWholeDays();
};

/// QDate leaves out the year 0: its year -1 is our 0.
void TstDayNumber::agreesWithQDate()
{
    for (int year = MinYear; year <= MaxYear; year += year % 100 == 0 ? 1 : 33) {
        const int qtYear = year <= 0 ? year - 1 : year;
        for (const auto &[month, day] : {std::pair(1, 1), {2, 28}, {3, 1}, {7, 14}, {12, 31}}) {
            const QDate date(qtYear, month, day);
            QVERIFY(date.isValid());
            QCOMPARE(qint64(dayNumber(year, month, day)), date.toJulianDay());
            QCOMPARE(civilDate(dayNumber(year, month, day)), (CivilDate{year, month, day}));
        }
    }
    QCOMPARE(dayNumber(2000, 1, 1), 2451545);
    QCOMPARE(dayNumber(-4713, 11, 24), 0);
}

void TstDayNumber::everyDayFollowsTheOneBefore()
{
    for (const auto &[from, to] : {std::pair(-9999, -9990), {-5, 5}, {1896, 1912}, {1996, 2008}, {9990, 9999}}) {
        Day expected = dayNumber(from, 1, 1);
        for (int year = from; year <= to; ++year) {
            for (int month = 1; month <= 12; ++month) {
                for (int day = 1; day <= Calendar::daysInMonth(year, month); ++day)
                    QCOMPARE(dayNumber(year, month, day), expected++);
            }
        }
    }
}

void TstDayNumber::leapYears_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<bool>("isLeap");
    for (const int year : {-400, -8, -4, 0, 4, 1600, 1896, 1904, 2000, 2004, 2400})
        QTest::addRow("%d", year) << year << true;
    for (const int year : {-100, -3, -1, 1, 100, 1700, 1900, 2003, 2100, 9999})
        QTest::addRow("%d", year) << year << false;
}

void TstDayNumber::leapYears()
{
    QFETCH(int, year);
    QFETCH(bool, isLeap);
    QCOMPARE(Calendar::daysInMonth(year, 2), isLeap ? 29 : 28);
    QCOMPARE(dayNumber(year, 12, 31) - dayNumber(year, 1, 1), isLeap ? 365 : 364);
    QCOMPARE(Calendar::isValid(year, 2, 29), isLeap);
}

void TstDayNumber::textRoundTrip()
{
    for (Day day = MinDay; day <= MaxDay; day += 997)
        QCOMPARE(parseDay(dayText(day)), std::optional(day));
    QCOMPARE(dayText(MinDay), u"-9999-01-01"_s);
    QCOMPARE(dayText(MaxDay), u"9999-12-31"_s);
    QCOMPARE(dayText(dayNumber(2021, 10, 1)), u"2021-10-01"_s);
    QCOMPARE(dayText(dayNumber(-43, 3, 15)), u"-0043-03-15"_s);
    QCOMPARE(dayText(dayNumber(0, 2, 29)), u"0000-02-29"_s);
}

void TstDayNumber::textHasNoDay()
{
    QCOMPARE(dayText(NoDay), QString());
    QCOMPARE(dayText(MinDay - 1), QString());
    QCOMPARE(dayText(MaxDay + 1), QString());
}

void TstDayNumber::parsesOnlyWholeDays_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u""_s,
                                u"-"_s,
                                u"2004"_s,
                                u"2004-06"_s,
                                u"2004-06-31"_s,
                                u"2004-13-01"_s,
                                u"2004-00-01"_s,
                                u"2004-06-00"_s,
                                u"2003-02-29"_s,
                                u"2004-06-11 "_s,
                                u" 2004-06-11"_s,
                                u"2004-06-1"_s,
                                u"20040611"_s,
                                u"2004-06-1X"_s,
                                u"2004-06-11~"_s,
                                u"10000-01-01"_s,
                                u"-10000-01-01"_s,
                                u"-0000-01-01"_s,
                                u"--044-03-15"_s,
                                u"2004/06/11"_s,
                                u"+004-06-11"_s,
                                u"٢٠٠٤-06-11"_s,
                                u"2004-06-11T00:00"_s,
                                u"200406-11-"_s,
                                u"2004-06-11\0"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TstDayNumber::parsesOnlyWholeDays()
{
    QFETCH(QString, text);
    QCOMPARE(parseDay(text), std::optional<Day>());
}

TREATYBOOK_TEST(TstDayNumber)
#include "tst_daynumber.moc"
