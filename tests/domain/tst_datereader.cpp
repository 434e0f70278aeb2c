#include "domain/datereader.h"

#include "domain/oldstyle.h"
#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;
using Certainty = DateReading::Certainty;
using enum DateOrder;

namespace {

/// "= 2004~" understood, "? [2014..2016] | 2014/2016" doubtful with alternatives, "! …" unread, "2004" EDTF, "" empty.
QString summary(const DateReading &reading)
{
    QStringList alternatives;
    for (const auto &alternative : reading.alternatives)
        alternatives.append(u" | "_s + alternative.value.text());
    const QString also = alternatives.join(QString());
    switch (reading.certainty) {
    case Certainty::Empty:
        return {};
    case Certainty::Edtf:
        return reading.value.text() + also;
    case Certainty::Understood:
        return u"= "_s + reading.value.text() + also;
    case Certainty::Doubtful:
        return u"? "_s + reading.value.text() + also;
    case Certainty::Unread:
        break;
    }
    return u"!"_s + also;
}

void checkPromises(const DateReading &reading, const QString &text)
{
    const bool isUnread = reading.certainty == Certainty::Unread;
    QCOMPARE(reading.value.isUnread(), isUnread);
    if (isUnread)
        QVERIFY(reading.value == Edtf::read(text));
    if (isUnread || reading.certainty == Certainty::Doubtful)
        QVERIFY(!reading.note.isEmpty());
    for (const auto &alternative : reading.alternatives) {
        QVERIFY(!alternative.value.isUnread());
        QVERIFY(alternative.value != reading.value);
    }
}

} // namespace

class TstDateReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("asDate");
        QTest::addColumn<QString>("asTerm");

        const auto row = [](const char *text, const char *asDate, const char *asTerm = nullptr) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(asDate)
                                << QString::fromUtf8(asTerm ? asTerm : asDate);
        };
        // EDTF stays what it is.
        row("", "");
        row(" \t\u00a0", "");
        row("2004", "2004");
        row(" 2004-06-11 ", "2004-06-11");
        row("-0043-03-15", "-0043-03-15");
        row("201X", "201X");
        row("2004-06~", "2004-06~");
        row("[2014..2016]", "[2014..2016]");
        row("2014/2016", "2014/2016");
        row("2014/..", "2014/..");
        row("2004-05-04", "2004-05-04");

        // About, perhaps.
        row("c. 2004", "= 2004~");
        row("c.2004", "= 2004~");
        row("ca. 2004", "= 2004~");
        row("Circa 2004", "= 2004~");
        row("about May 2004", "= 2004-05~");
        row("~2004", "= 2004~");
        row("approx. 20 September 2021", "= 2021-09-20~");
        row("khoảng năm 2004", "= 2004~");
        row("hacia 2004", "= 2004~");
        row("alrededor de 2004", "= 2004~");
        row("possibly 2004", "= 2004?");
        row("20 September 2021?", "= 2021-09-20?");
        row("20 September 2021 (?)", "= 2021-09-20?");
        row("c. 2004?", "= 2004%");
        row("about 2004, uncertain", "= 2004%");
        row("c. 201X", "= 201X~");

        // Bounds.
        row("before 2021-09", "= [..2021-08]", "? [..2021-08] | /2021-08");
        row("before 2004", "= [..2003]", "? [..2003] | /2003");
        row("before 1 March 2004", "= [..2004-02-29]", "? [..2004-02-29] | /2004-02-29");
        row("before c. 2004", "= [..2003~]", "? [..2003~] | /2003~");
        row("by 2021-09", "= [..2021-09]", "? [..2021-09] | /2021-09");
        row("no later than 20/09/2021", "= [..2021-09-20]", "? [..2021-09-20] | /2021-09-20");
        row("20 September 2021 at the latest", "= [..2021-09-20]", "? [..2021-09-20] | /2021-09-20");
        row("after 1990", "= [1991..]", "? [1991..] | 1991/..");
        row("after 31 December 1999", "= [2000-01-01..]", "? [2000-01-01..] | 2000-01-01/..");
        row("not before 1990", "= [1990..]", "? [1990..] | 1990/..");
        row("1 January 1991 or later", "= [1991-01-01..]", "? [1991-01-01..] | 1991-01-01/..");
        row("since 1990", "? 1990/.. | [1990..]", "= 1990/..");
        row("from 1990", "? 1990/.. | [1990..]", "= 1990/..");
        row("1990 onwards", "? 1990/.. | [1990..]", "= 1990/..");
        row("until 1975", "? [..1975] | /1975", "= /1975");
        row("trước tháng 9 năm 2021", "= [..2021-08]", "? [..2021-08] | /2021-08");
        row("sau năm 1990", "= [1991..]", "? [1991..] | 1991/..");
        row("antes de 2004", "= [..2003]", "? [..2003] | /2003");
        row("después de septiembre de 2021", "= [2021-10..]", "? [2021-10..] | 2021-10/..");
        row("desde 1990", "? 1990/.. | [1990..]", "= 1990/..");
        row("before before 2004", "!");
        row("after 9999-12-31", "!");

        // Between, either.
        row("between 2014 and 2016", "= [2014..2016]", "? [2014..2016] | 2014/2016");
        row("between 18 and 20 September 2021", "= [2021-09-18..2021-09-20]",
            "? [2021-09-18..2021-09-20] | 2021-09-18/2021-09-20");
        row("entre 2014 y 2016", "= [2014..2016]", "? [2014..2016] | 2014/2016");
        row("giữa 2014 và 2016", "= [2014..2016]", "? [2014..2016] | 2014/2016");
        row("between 2014-2016", "= [2014..2016]", "? [2014..2016] | 2014/2016");
        row("2014 or 2016", "= [2014,2016]");
        row("18 or 19 September 2021", "= [2021-09-18,2021-09-19]");
        row("between 2016 and 2014", "!");
        row("between 2014", "!");

        // Spans.
        row("2014–2016", "? [2014..2016] | 2014/2016", "= 2014/2016");
        row("2014-2016", "? [2014..2016] | 2014/2016", "= 2014/2016");
        row("2014 - 2016", "? [2014..2016] | 2014/2016", "= 2014/2016");
        row("2014 / 2016", "? [2014..2016] | 2014/2016", "= 2014/2016");
        row("2014 to 2016", "? [2014..2016] | 2014/2016", "= 2014/2016");
        row("c. 2014–2016", "? [2014~..2016~] | 2014~/2016~", "= 2014~/2016~");
        row("2014 – c. 2016", "? [2014..2016~] | 2014/2016~", "= 2014/2016~");
        row("from 1985 to 1992", "= 1985/1992");
        row("từ 1985 đến 1992", "= 1985/1992");
        row("de 1985 a 1992", "? [1985..1992] | 1985/1992", "= 1985/1992");
        row("desde 1985 hasta 1992", "= 1985/1992");
        row("2014 – present", "? 2014/.. | [2014..]", "= 2014/..");
        row("2014–", "? 2014/ | [2014..]", "= 2014/");
        row("2014–?", "? 2014/ | [2014..]", "= 2014/");
        row("18–20 September 2021", "? [2021-09-18..2021-09-20] | 2021-09-18/2021-09-20", "= 2021-09-18/2021-09-20");
        row("18-20 September 2021", "? [2021-09-18..2021-09-20] | 2021-09-18/2021-09-20", "= 2021-09-18/2021-09-20");
        row("28 September – 3 October 2021", "? [2021-09-28..2021-10-03] | 2021-09-28/2021-10-03",
            "= 2021-09-28/2021-10-03");
        row("May 19–21, 1954", "? [1954-05-19..1954-05-21] | 1954-05-19/1954-05-21", "= 1954-05-19/1954-05-21");
        row("September–October 2021", "? [2021-09..2021-10] | 2021-09/2021-10", "= 2021-09/2021-10");
        row("18–20/09/2021", "? [2021-09-18..2021-09-20] | 2021-09-18/2021-09-20", "= 2021-09-18/2021-09-20");
        row("2014-01-01 – 2016-12-31", "? [2014-01-01..2016-12-31] | 2014-01-01/2016-12-31", "= 2014-01-01/2016-12-31");
        row("2014-01-01-2016-12-31", "? [2014-01-01..2016-12-31] | 2014-01-01/2016-12-31", "= 2014-01-01/2016-12-31");
        row("20.09.2021 - 22.09.2021", "? [2021-09-20..2021-09-22] | 2021-09-20/2021-09-22", "= 2021-09-20/2021-09-22");
        row("từ ngày 18 đến ngày 20 tháng 9 năm 2021", "= 2021-09-18/2021-09-20");
        row("del 18 al 20 de septiembre de 2021", "? [2021-09-18..2021-09-20] | 2021-09-18/2021-09-20",
            "= 2021-09-18/2021-09-20");
        row("2016–2014", "!");
        row("2014-05-2016", "!");

        // Years cut short.
        row("2014-22", "? [2014..2022] | 2014/2022", "? 2014/2022 | [2014..2022]");
        row("2014/15", "? [2014..2015] | 2014/2015", "? 2014/2015 | [2014..2015]");
        row("2014–16", "? [2014..2016] | 2014/2016", "? 2014/2016 | [2014..2016]");
        row("1999-00", "? [1999..2000] | 1999/2000", "? 1999/2000 | [1999..2000]");
        row("2011-12", "? 2011-12 | [2011..2012] | 2011/2012", "? 2011-12 | 2011/2012 | [2011..2012]");
        row("2011/12", "? 2011-12 | [2011..2012] | 2011/2012", "? 2011/2012 | [2011..2012] | 2011-12");
        row("1702/3", "? [1702..1703] | 1702/1703 | 1702-03", "? 1702/1703 | [1702..1703] | 1702-03");
        row("2004-06", "2004-06", "? 2004-06 | 2004/2006 | [2004..2006]");
        row("2004-03", "2004-03");
        row("2004/09", "= 2004-09", "? 2004/2009 | [2004..2009] | 2004-09");
        row("2004/3", "= 2004-03");
        row("2014-13", "!", "!");

        // English.
        row("23 Jun 1993", "= 1993-06-23");
        row("May 19, 1954", "= 1954-05-19");
        row("20 September 2021", "= 2021-09-20");
        row("September 2021", "= 2021-09");
        row("Sept. 2021", "= 2021-09");
        row("20th of September, 2021", "= 2021-09-20");
        row("the 1st of May 2021", "= 2021-05-01");
        row("20-Sep-2021", "= 2021-09-20");
        row("20.Sept.2021", "= 2021-09-20");
        row("2021 September 20", "= 2021-09-20");
        row("2021-Sep-20", "= 2021-09-20");
        row("SEPTEMBER 20 2021", "= 2021-09-20");
        row("1990s", "= 199X");
        row("1900s", "!");
        row("44 BC", "= -0043");
        row("15 March 44 B.C.", "= -0043-03-15");
        row("AD 79", "= 0079");
        row("31 September 2021", "!");
        row("29 February 2021", "!");
        row("20 Septober 2021", "!");
        row("20 September", "!");

        // Vietnamese, Spanish.
        row("20 tháng 9 năm 2021", "= 2021-09-20");
        row("ngày 20 tháng 9 năm 2021", "= 2021-09-20");
        row("Ngày 20 tháng 09, 2021", "= 2021-09-20");
        row("20 tha\u0301ng 9 na\u0306m 2021", "= 2021-09-20");
        row("tháng 9 năm 2021", "= 2021-09");
        row("tháng 9/2021", "= 2021-09");
        row("năm 2021", "= 2021");
        row("20 tháng 13 năm 2021", "!");
        row("20 de septiembre de 2021", "= 2021-09-20");
        row("20 de setiembre del 2021", "= 2021-09-20");
        row("1º de mayo de 2021", "= 2021-05-01");
        row("1ro de enero de 1959", "= 1959-01-01");
        row("septiembre de 2021", "= 2021-09");

        // Numbers.
        row("20/09/2021", "= 2021-09-20");
        row("09/20/2021", "= 2021-09-20");
        row("20-09-2021", "= 2021-09-20");
        row("09-20-2021", "= 2021-09-20");
        row("20.09.2021", "= 2021-09-20");
        row("4.5.2004", "= 2004-05-04");
        row("04.05.2004.", "= 2004-05-04");
        row("2021/09/20", "= 2021-09-20");
        row("2021.9.20", "= 2021-09-20");
        row("2021-9-2", "= 2021-09-02");
        row("2021\u201009\u201020", "= 2021-09-20");
        row("20 09 2021", "= 2021-09-20");
        row("20210920", "= 2021-09-20");
        row("\u200e20/09/2021\u200e", "= 2021-09-20");
        row("09/2021", "= 2021-09");
        row("04/05/2004", "? 2004-05-04 | 2004-04-05");
        row("4-5-2004", "? 2004-05-04 | 2004-04-05");
        row("05/05/2004", "= 2004-05-05");
        row("before 04/05/2004", "? [..2004-05-03] | [..2004-04-04]",
            "? [..2004-05-03] | /2004-05-03 | [..2004-04-04] | /2004-04-04");
        row("13/13/2004", "!");
        row("30/02/2004", "!");
        row("2021/13/20", "!");
        row("20/09/21", "!");
        row("20 Sep 21", "!");
        row("Sep 21", "!");
        row("'93", "!");
        row("123", "!");
        row("123456", "!");

        // Old Style.
        row("25 October 1917 O.S.", "= 1917-11-07");
        row("25 October 1917 (OS)", "= 1917-11-07");
        row("25 October 1917, Old Style", "= 1917-11-07");
        row("7 November 1917 N.S.", "= 1917-11-07");
        row("29 February 1900 O.S.", "= 1900-03-13");
        row("before 25 October 1917 O.S.", "= [..1917-11-06]", "? [..1917-11-06] | /1917-11-06");
        row("11 February 1731/2 O.S.", "= 1732-02-22");
        row("11 February 1731/2", "? 1732-02-11 | 1732-02-22");
        row("October 1917 O.S.", "!");
        row("25 October 1917", "= 1917-10-25");

        // Placeholders.
        row("0000-00-00", "? ");
        row("00/00/0000", "? ");
        row("9999-12-31", "?  | 9999-12-31");
        row("31/12/9999", "?  | 9999-12-31");
        row("2899-01-01", "?  | 2899-01-01");
        row("01/01/2899", "?  | 2899-01-01");
        row("2014/9999-12-31", "? 2014/.. | 2014/ | 2014/9999-12-31");
        row("../9999", "../9999");
        row("2021-09-00", "? 2021-09");
        row("2021-00-00", "? 2021");
        row("2021-00-20", "!");

        // Days of the week, times of day.
        row("Monday, 20 September 2021", "= 2021-09-20");
        row("Mon 20 Sep 2021", "= 2021-09-20");
        row("lunes, 20 de septiembre de 2021", "= 2021-09-20");
        row("thứ hai, ngày 20 tháng 9 năm 2021", "= 2021-09-20");
        row("Tuesday 20 September 2021", "? 2021-09-20");
        row("2021-09-20T00:00:00Z", "= 2021-09-20");
        row("2021-09-20 14:30:00.000+02:00", "= 2021-09-20");
        row("20/09/2021 00:00", "= 2021-09-20");
        row("9/20/2021 12:00:00 AM", "= 2021-09-20");
        row("20 September 2021 at 14:30", "= 2021-09-20");
        row("2021-09-20 99:99", "!");

        // Not guessed.
        row("45291", "! | 2023-12-31");
        row("45291.5", "! | 2023-12-31");
        row("٢٠٢١", "!");
        row("２０２１年", "!");
        row("２０２１-０９-２０", "!");
        row("spring 2004", "!");
        row("when the war ended", "!");
        row("20 September 2021 in Havana", "!");
        row("unknown", "!");
        row("?", "!");
        row("–", "!");
        row("/", "!");
        row("and", "!");
        row("2004 2005", "!");
        row("=2004", "!");
        row("😀 2004", "!");
    }
    void reads()
    {
        QFETCH(QString, text);
        QTEST(summary(readDate(text, FieldType::Date)), "asDate");
        QTEST(summary(readDate(text, FieldType::Interval)), "asTerm");
        checkPromises(readDate(text, FieldType::Date), text);
        checkPromises(readDate(text, FieldType::Interval), text);
    }

    void followsTheChosenOrder_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("dmy");
        QTest::addColumn<QString>("mdy");
        QTest::addColumn<QString>("ymd");
        const auto row = [](const char *text, const char *dmy, const char *mdy, const char *ymd) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(dmy) << QString::fromUtf8(mdy)
                                << QString::fromUtf8(ymd);
        };
        row("04/05/2004", "= 2004-05-04", "= 2004-04-05", "? 2004-05-04 | 2004-04-05");
        row("04.05.2004", "= 2004-05-04", "= 2004-04-05", "? 2004-05-04 | 2004-04-05");
        row("25/04/2004", "= 2004-04-25", "? 2004-04-25", "? 2004-04-25");
        row("04/25/2004", "? 2004-04-25", "= 2004-04-25", "? 2004-04-25");
        row("2004/05/04", "= 2004-05-04", "= 2004-05-04", "= 2004-05-04");
        row("2004-05-04", "2004-05-04", "2004-05-04", "2004-05-04");
        row("4 May 2004", "= 2004-05-04", "= 2004-05-04", "= 2004-05-04");
        row("31/02/2004", "!", "!", "!");
    }
    void followsTheChosenOrder()
    {
        QFETCH(QString, text);
        QTEST(summary(readDate(text, FieldType::Date, DayMonthYear)), "dmy");
        QTEST(summary(readDate(text, FieldType::Date, MonthDayYear)), "mdy");
        QTEST(summary(readDate(text, FieldType::Date, YearMonthDay)), "ymd");
    }

    void saysWhy()
    {
        const auto note = [](const QString &text) { return readDate(text, FieldType::Date).note; };
        QVERIFY(note(u"20/09/21"_s).contains(u"two digits"_s));
        QVERIFY(note(u"31 September 2021"_s).contains(u"no such day"_s));
        QVERIFY(note(u"20 September"_s).contains(u"missing"_s));
        QVERIFY(note(u"45291"_s).contains(u"spreadsheet"_s));
        QVERIFY(note(u"٢٠٢١"_s).contains(u"0 to 9"_s));
        QVERIFY(note(u"2016–2014"_s).contains(u"after the end"_s));
        QVERIFY(note(u"October 1917 O.S."_s).contains(u"Old Style"_s));
        QVERIFY(note(u"25 October 1917 O.S."_s).startsWith(u"“25 October 1917 O.S.” is Old Style"_s));
        QVERIFY(note(u"2021-09-20 14:30"_s).contains(u"time of day"_s));
        QVERIFY(note(u"04/05/2004"_s).contains(u"other way round"_s));
        QVERIFY(note(u"Tuesday 20 September 2021"_s).contains(u"day of the week"_s));
        QVERIFY(note(QString(300, u'x')).contains(u"too long"_s));
        QCOMPARE(note(u"20 September 2021"_s), QString());
        QCOMPARE(readDate(u"04/05/2004"_s, FieldType::Date).words, u"day first"_s);
        QCOMPARE(readDate(u"04/05/2004"_s, FieldType::Date).alternatives.first().words, u"month first"_s);
    }

    /// Each exact day written in every form reads back to itself.
    void readsEveryDayBack()
    {
        const QLocale english(QLocale::English, QLocale::UnitedKingdom), spanish(QLocale::Spanish, QLocale::Spain);
        for (Day day = dayNumber(1648, 1, 1); day <= dayNumber(2100, 1, 1); day += 41) {
            const CivilDate date = civilDate(day);
            const QString y = QString::number(date.year), m = QString::number(date.month),
                          d = QString::number(date.day);
            const QString mm = m.rightJustified(2, u'0'), dd = d.rightJustified(2, u'0');
            const QString name = english.monthName(date.month),
                          brief = english.monthName(date.month, QLocale::ShortFormat);
            const QStringList forms{
                dd + u'/' + mm + u'/' + y,
                d + u'/' + m + u'/' + y,
                dd + u'-' + mm + u'-' + y,
                dd + u'.' + mm + u'.' + y,
                y + u'-' + mm + u'-' + dd,
                y + u'/' + mm + u'/' + dd,
                y + u'.' + m + u'.' + d,
                y + mm + dd,
                d + u' ' + name + u' ' + y,
                dd + u' ' + brief + u' ' + y,
                dd + u'-' + brief + u'-' + y,
                name + u' ' + d + u", "_s + y,
                brief + u". "_s + d + u' ' + y,
                d + u" tháng "_s + m + u" năm "_s + y,
                u"ngày "_s + d + u'/' + m + u'/' + y,
                d + u" de "_s + spanish.monthName(date.month) + u" de "_s + y,
                english.dayName(QDate::fromJulianDay(day).dayOfWeek()) + u", "_s + d + u' ' + name + u' ' + y,
                y + u'-' + mm + u'-' + dd + u"T23:59:59Z"_s,
                displayText(Edtf::read(dayText(day)), english),
            };
            for (const QString &form : forms) {
                const DateReading reading = readDate(form, FieldType::Date, DayMonthYear);
                if (reading.value.text() != dayText(day) || reading.certainty == Certainty::Doubtful)
                    QFAIL(qPrintable(form + u" → "_s + summary(reading)));
            }
            const QString american = mm + u'/' + dd + u'/' + y;
            QCOMPARE(readDate(american, FieldType::Date, MonthDayYear).value.text(), dayText(day));
        }
    }

    void readsWhatIsShown_data()
    {
        QTest::addColumn<QString>("edtf");
        for (const char *edtf :
             {"2004", "2004-06", "2004-06-11", "2004~", "2004?", "2004%", "199X", "[..2021-09-20]", "[2014..2016]",
              "[2021-09-18..2021-09-20]", "[1991-01-01..]", "-0043-03-15", "2014~/2016"})
            QTest::newRow(edtf) << QString::fromLatin1(edtf);
    }
    void readsWhatIsShown()
    {
        QFETCH(QString, edtf);
        const QString shown = displayText(Edtf::read(edtf), QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(readDate(shown, FieldType::Date).value.text(), edtf);
    }

    void convertsJulianDates()
    {
        QCOMPARE(dayOfJulianDate(1917, 10, 25), dayNumber(1917, 11, 7));
        QCOMPARE(dayOfJulianDate(1752, 9, 2), dayNumber(1752, 9, 13));
        QCOMPARE(dayOfJulianDate(1582, 10, 4), dayNumber(1582, 10, 14));
        QCOMPARE(dayOfJulianDate(1900, 2, 29), dayNumber(1900, 3, 13));
        QCOMPARE(dayOfJulianDate(4, 3, 1), dayNumber(4, 2, 28));
        QVERIFY(!dayOfJulianDate(1901, 2, 29) && !dayOfJulianDate(0, 1, 1) && !dayOfJulianDate(9999, 12, 31));
    }

    void survivesGarbage()
    {
        QStringList pieces{u"2004"_s,
                           u"20"_s,
                           u"9"_s,
                           u"05"_s,
                           u"/"_s,
                           u"-"_s,
                           u"–"_s,
                           u"."_s,
                           u" "_s,
                           u","_s,
                           u":"_s,
                           u"~"_s,
                           u"?"_s,
                           u"["_s,
                           u"]"_s,
                           u".."_s,
                           u"May"_s,
                           u"tháng"_s,
                           u"before"_s,
                           u"between"_s,
                           u"and"_s,
                           u"to"_s,
                           u"or later"_s,
                           u"O.S."_s,
                           u"Monday"_s,
                           u"BC"_s,
                           u"present"_s,
                           u"X"_s,
                           u"201X"_s,
                           u"00"_s,
                           u"0000"_s,
                           u"9999"_s,
                           u"s"_s,
                           u"45291"_s,
                           u"c."_s,
                           u"T"_s,
                           u"\u0301"_s,
                           u"😀"_s,
                           QString(QChar(0xd800)),
                           QString(QChar(0)),
                           u"٣"_s,
                           u"since"_s,
                           u"1702/3"_s};
        QRandomGenerator random(20210920);
        for (int round = 0; round < 20000; ++round) {
            QString text;
            for (int i = random.bounded(1, 9); i > 0; --i) {
                text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
                if (random.bounded(2))
                    text += u' ';
            }
            const auto type = round % 2 ? FieldType::Date : FieldType::Interval;
            const auto order = round % 3 ? std::optional<DateOrder>() : MonthDayYear;
            checkPromises(readDate(text, type, order), text);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"%1: %2"_s.arg(text, summary(readDate(text, type, order)))));
        }
    }

    void takesLongTextInItsStride()
    {
        constexpr qsizetype Million = 1 << 20;
        for (const QString &piece :
             {u"2004"_s, u"2004-"_s, u" "_s, u"May "_s, u"a.b."_s, u"😀"_s, u"2004 to "_s, u"/"_s, u"é"_s}) {
            const QString text = u"x"_s + piece.repeated(Million / piece.size());
            QElapsedTimer clock;
            clock.start();
            QCOMPARE(readDate(text, FieldType::Date).certainty, Certainty::Unread);
            QVERIFY2(clock.elapsed() < 2000, qPrintable(piece));
        }
        QCOMPARE(readDate(QString(Million, u' '), FieldType::Date).certainty, Certainty::Empty);
        QCOMPARE(readDate(QString(QChar(0xdc00)), FieldType::Date).certainty, Certainty::Unread);
        QCOMPARE(readDate(u"2004\0"_s, FieldType::Date).certainty, Certainty::Unread);
    }
};

TREATYBOOK_TEST(TstDateReader)
#include "tst_datereader.moc"
