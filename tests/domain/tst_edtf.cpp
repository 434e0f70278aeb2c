#include "domain/edtf.h"

#include "support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Treatybook;

namespace {

/// "" is no bound.
Day day(const QString &text)
{
    return text.isEmpty() ? NoDay : parseDay(text).value();
}

class DateDice
{
public:
    explicit DateDice(quint32 seed) : m_random(seed) {}
    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }
    bool oneIn(int n) { return below(n) == 0; }
    QString pick(const QStringList &list) { return list.at(below(static_cast<int>(list.size()))); }

    /// A date of the supported kinds, within a few years so that values collide.
    QString date(int fromYear = 1996, int years = 10)
    {
        const int year = fromYear + below(years);
        QString text = u"%1%2"_s.arg(year < 0 ? u"-"_s : QString()).arg(qAbs(year), 4, 10, '0'_L1);
        const int month = 1 + below(12);
        if (below(3)) {
            text += u"-%1"_s.arg(month, 2, 10, '0'_L1);
            if (below(2))
                text += u"-%1"_s.arg(1 + below(Calendar::daysInMonth(year, month)), 2, 10, '0'_L1);
        }
        const int unknown = oneIn(3) ? 1 + below(4) : 0;
        qsizetype position = text.size();
        for (int i = 0; i < unknown && position > (year < 0 ? 2 : 1); --position) {
            if (text[position - 1] != u'-') {
                text[position - 1] = u'X';
                ++i;
            }
        }
        return text;
    }

    QString value()
    {
        switch (below(8)) {
        case 0:
            return qualified() + u'/' + (oneIn(3) ? pick({u".."_s, QString()}) : qualified());
        case 1:
            return pick({u"../"_s, u"/"_s}) + qualified();
        case 2:
            return u'[' + qualified() + u".."_s + qualified() + u']';
        case 3:
            return pick({u"[..%1]"_s, u"[%1..]"_s, u"[%1]"_s}).arg(qualified());
        case 4:
            return u"[%1,%2..%3,%4..]"_s.arg(date(), date(), date(), date());
        case 5:
            return date(-12, 24);
        default:
            return qualified();
        }
    }

private:
    QString qualified() { return date() + pick({QString(), QString(), u"?"_s, u"~"_s, u"%"_s}); }

    QRandomGenerator m_random;
};

} // namespace

class TstEdtf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data();
    void accepted();
    void flags_data();
    void flags();
    void terms_data();
    void terms();
    void refused_data();
    void refused();
    void keepsWhatItCannotRead();
    void emptyIsAValue();
    void boundsMatchEveryDay();
    void textRoundTrip();
    void boundsAreOrdered();
    void order_data();
    void order();
    void orderIsStrictAndWeak();
    void poolShares();
    void isCompact();
    void longSetsAreRead();
};

void TstEdtf::accepted_data()
{
    QTest::addColumn<QString>("earliestStart");
    QTest::addColumn<QString>("latestStart");
    QTest::addColumn<QString>("earliestEnd");
    QTest::addColumn<QString>("latestEnd");

    const auto instant = [](const char *text, const QString &earliest, const QString &latest) {
        QTest::newRow(text) << earliest << latest << earliest << latest;
    };
    const auto interval = [](const char *text, const QString &earliestStart, const QString &latestStart,
                             const QString &earliestEnd, const QString &latestEnd) {
        QTest::newRow(text) << earliestStart << latestStart << earliestEnd << latestEnd;
    };

    // Published examples, level 0.
    instant("1985-04-12", u"1985-04-12"_s, u"1985-04-12"_s);
    instant("1985-04", u"1985-04-01"_s, u"1985-04-30"_s);
    instant("1985", u"1985-01-01"_s, u"1985-12-31"_s);
    interval("1964/2008", u"1964-01-01"_s, u"1964-12-31"_s, u"2008-01-01"_s, u"2008-12-31"_s);
    interval("2004-06/2006-08", u"2004-06-01"_s, u"2004-06-30"_s, u"2006-08-01"_s, u"2006-08-31"_s);
    interval("2004-02-01/2005-02-08", u"2004-02-01"_s, u"2004-02-01"_s, u"2005-02-08"_s, u"2005-02-08"_s);
    interval("2004-02-01/2005-02", u"2004-02-01"_s, u"2004-02-01"_s, u"2005-02-01"_s, u"2005-02-28"_s);
    interval("2004-02-01/2005", u"2004-02-01"_s, u"2004-02-01"_s, u"2005-01-01"_s, u"2005-12-31"_s);
    interval("2005/2006-02", u"2005-01-01"_s, u"2005-12-31"_s, u"2006-02-01"_s, u"2006-02-28"_s);
    // Level 1.
    instant("1984?", u"1984-01-01"_s, u"1984-12-31"_s);
    instant("2004-06~", u"2004-06-01"_s, u"2004-06-30"_s);
    instant("2004-06-11%", u"2004-06-11"_s, u"2004-06-11"_s);
    instant("201X", u"2010-01-01"_s, u"2019-12-31"_s);
    instant("20XX", u"2000-01-01"_s, u"2099-12-31"_s);
    instant("2004-XX", u"2004-01-01"_s, u"2004-12-31"_s);
    instant("1985-04-XX", u"1985-04-01"_s, u"1985-04-30"_s);
    instant("1985-XX-XX", u"1985-01-01"_s, u"1985-12-31"_s);
    interval("1985-04-12/..", u"1985-04-12"_s, u"1985-04-12"_s, {}, {});
    interval("1985-04/..", u"1985-04-01"_s, u"1985-04-30"_s, {}, {});
    interval("1985/..", u"1985-01-01"_s, u"1985-12-31"_s, {}, {});
    interval("../1985-04-12", {}, {}, u"1985-04-12"_s, u"1985-04-12"_s);
    interval("../1985-04", {}, {}, u"1985-04-01"_s, u"1985-04-30"_s);
    interval("../1985", {}, {}, u"1985-01-01"_s, u"1985-12-31"_s);
    interval("1985-04-12/", u"1985-04-12"_s, u"1985-04-12"_s, {}, {});
    interval("1985-04/", u"1985-04-01"_s, u"1985-04-30"_s, {}, {});
    interval("1985/", u"1985-01-01"_s, u"1985-12-31"_s, {}, {});
    interval("/1985-04-12", {}, {}, u"1985-04-12"_s, u"1985-04-12"_s);
    interval("/1985-04", {}, {}, u"1985-04-01"_s, u"1985-04-30"_s);
    interval("/1985", {}, {}, u"1985-01-01"_s, u"1985-12-31"_s);
    instant("-1985", u"-1985-01-01"_s, u"-1985-12-31"_s);
    // Level 2.
    instant("[1667,1668,1670..1672]", u"1667-01-01"_s, u"1672-12-31"_s);
    instant("[..1760-12-03]", {}, u"1760-12-03"_s);
    instant("[1760-12..]", u"1760-12-01"_s, {});
    instant("[1760-01,1760-02,1760-12..]", u"1760-01-01"_s, {});
    instant("[1667,1760-12]", u"1667-01-01"_s, u"1760-12-31"_s);
    instant("[..1984]", {}, u"1984-12-31"_s);
    instant("1XXX-XX", u"1000-01-01"_s, u"1999-12-31"_s);
    instant("1984-1X", u"1984-10-01"_s, u"1984-12-31"_s);
    interval("2004-06-XX/2004-07-03", u"2004-06-01"_s, u"2004-06-30"_s, u"2004-07-03"_s, u"2004-07-03"_s);
    // More of the same forms, and their edges.
    instant("0000", u"0000-01-01"_s, u"0000-12-31"_s);
    instant("-9999-01-01", u"-9999-01-01"_s, u"-9999-01-01"_s);
    instant("9999-12-31", u"9999-12-31"_s, u"9999-12-31"_s);
    instant("2000-02-29", u"2000-02-29"_s, u"2000-02-29"_s);
    instant("0000-02-29", u"0000-02-29"_s, u"0000-02-29"_s);
    instant("2004-02", u"2004-02-01"_s, u"2004-02-29"_s);
    instant("1900-02", u"1900-02-01"_s, u"1900-02-28"_s);
    instant("-0043-03-15", u"-0043-03-15"_s, u"-0043-03-15"_s);
    instant("-201X", u"-2019-01-01"_s, u"-2010-12-31"_s);
    instant("-000X", u"-0009-01-01"_s, u"-0001-12-31"_s);
    instant("000X", u"0000-01-01"_s, u"0009-12-31"_s);
    instant("201X-XX-XX", u"2010-01-01"_s, u"2019-12-31"_s);
    instant("2004-0X", u"2004-01-01"_s, u"2004-09-30"_s);
    instant("2004-06-0X", u"2004-06-01"_s, u"2004-06-09"_s);
    instant("2004-06-2X", u"2004-06-20"_s, u"2004-06-29"_s);
    instant("2003-02-2X", u"2003-02-20"_s, u"2003-02-28"_s);
    instant("2004-06-3X", u"2004-06-30"_s, u"2004-06-30"_s);
    instant("201X~", u"2010-01-01"_s, u"2019-12-31"_s);
    instant("[2004]", u"2004-01-01"_s, u"2004-12-31"_s);
    instant("[2021-09-18,2021-09-20]", u"2021-09-18"_s, u"2021-09-20"_s);
    instant("[2021-09-20,2021-09-18]", u"2021-09-18"_s, u"2021-09-20"_s);
    instant("[2021-09-18..2021-09-20]", u"2021-09-18"_s, u"2021-09-20"_s);
    instant("[2014..2016-03]", u"2014-01-01"_s, u"2016-03-31"_s);
    instant("[..2014,2020]", {}, u"2020-12-31"_s);
    interval("2014~/2016?", u"2014-01-01"_s, u"2014-12-31"_s, u"2016-01-01"_s, u"2016-12-31"_s);
    interval("2004-06/2004", u"2004-06-01"_s, u"2004-06-30"_s, u"2004-01-01"_s, u"2004-12-31"_s);
    interval("2004/2004", u"2004-01-01"_s, u"2004-12-31"_s, u"2004-01-01"_s, u"2004-12-31"_s);
    interval("-0044/0014", u"-0044-01-01"_s, u"-0044-12-31"_s, u"0014-01-01"_s, u"0014-12-31"_s);
    interval("201X/..", u"2010-01-01"_s, u"2019-12-31"_s, {}, {});
}

void TstEdtf::accepted()
{
    QFETCH(QString, earliestStart);
    QFETCH(QString, latestStart);
    QFETCH(QString, earliestEnd);
    QFETCH(QString, latestEnd);
    const QString text = QString::fromLatin1(QTest::currentDataTag());

    const auto parsed = Edtf::parse(text);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    const DayRange start{day(earliestStart), day(latestStart)};
    const DayRange end{day(earliestEnd), day(latestEnd)};
    QCOMPARE(parsed->text(), text);
    QCOMPARE(parsed->isInterval(), text.contains(u'/'));
    QVERIFY(parsed->isDated());
    QCOMPARE(parsed->start(), start);
    QCOMPARE(parsed->end(), end);
    QCOMPARE(parsed->instant(), (DayRange{start.earliest, end.latest}));
    QCOMPARE(parsed->problem(), QString());
    QCOMPARE(Edtf::read(text), *parsed);
    QVERIFY(!Edtf::read(text).isUnread());
}

void TstEdtf::flags_data()
{
    QTest::addColumn<QString>("flags");

    QTest::newRow("2004") << u""_s;
    QTest::newRow("2004?") << u"uncertain"_s;
    QTest::newRow("2004-06~") << u"approximate"_s;
    QTest::newRow("2004-06-11%") << u"approximate exact uncertain"_s;
    QTest::newRow("2004-06-11") << u"exact"_s;
    QTest::newRow("[2004-06-11..2004-06-12]") << u""_s;
    QTest::newRow("2004-06-11/2004-06-11") << u""_s;
    QTest::newRow("[..2004-06-11]") << u""_s;
    QTest::newRow("[2004?,2005]") << u"uncertain"_s;
    QTest::newRow("[2004..2005~]") << u"approximate"_s;
    QTest::newRow("2014/..") << u"openEnd"_s;
    QTest::newRow("../2014") << u"openStart"_s;
    QTest::newRow("2014/") << u"unknownEnd"_s;
    QTest::newRow("/2014") << u"unknownStart"_s;
    QTest::newRow("2014~/..") << u"approximate openEnd"_s;
}

void TstEdtf::flags()
{
    QFETCH(QString, flags);
    const Edtf value = Edtf::parse(QString::fromLatin1(QTest::currentDataTag())).value();
    QStringList found;
    const auto note = [&found](bool on, const QString &name) {
        if (on)
            found.append(name);
    };
    note(value.isApproximate(), u"approximate"_s);
    note(value.isExactDay(), u"exact"_s);
    note(value.hasOpenEnd(), u"openEnd"_s);
    note(value.hasOpenStart(), u"openStart"_s);
    note(value.isUncertain(), u"uncertain"_s);
    note(value.hasUnknownEnd(), u"unknownEnd"_s);
    note(value.hasUnknownStart(), u"unknownStart"_s);
    QCOMPARE(found.join(u' '), flags);
    QCOMPARE(value.isQualified(), value.isApproximate() || value.isUncertain());
}

void TstEdtf::terms_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("marks"); ///< "s", "e": vague; "S", "E": qualified

    QTest::newRow("2014/2016") << u"2014-01-01"_s << u"2016-12-31"_s << u""_s;
    QTest::newRow("2014-03/2016-02") << u"2014-03-01"_s << u"2016-02-29"_s << u""_s;
    QTest::newRow("2014") << u"2014-01-01"_s << u"2014-12-31"_s << u""_s;
    QTest::newRow("2014/..") << u"2014-01-01"_s << QString() << u""_s;
    QTest::newRow("2014/") << u"2014-01-01"_s << QString() << u""_s;
    QTest::newRow("../2016") << QString() << u"2016-12-31"_s << u""_s;
    QTest::newRow("/2016") << QString() << u"2016-12-31"_s << u""_s;
    QTest::newRow("201X/2020") << u"2010-01-01"_s << u"2020-12-31"_s << u"s"_s;
    QTest::newRow("2014/2016-XX") << u"2014-01-01"_s << u"2016-12-31"_s << u"e"_s;
    QTest::newRow("201X") << u"2010-01-01"_s << u"2019-12-31"_s << u"se"_s;
    QTest::newRow("[2014..2016]") << u"2014-01-01"_s << u"2016-12-31"_s << u"se"_s;
    QTest::newRow("2014~/2016") << u"2014-01-01"_s << u"2016-12-31"_s << u"S"_s;
    QTest::newRow("2014/2016?") << u"2014-01-01"_s << u"2016-12-31"_s << u"E"_s;
    QTest::newRow("2014%/2016%") << u"2014-01-01"_s << u"2016-12-31"_s << u"SE"_s;
    QTest::newRow("2014?") << u"2014-01-01"_s << u"2014-12-31"_s << u"SE"_s;
    QTest::newRow("[2014..2016?]") << u"2014-01-01"_s << u"2016-12-31"_s << u"seSE"_s;
}

void TstEdtf::terms()
{
    QFETCH(QString, first);
    QFETCH(QString, last);
    QFETCH(QString, marks);
    const Edtf value = Edtf::parse(QString::fromLatin1(QTest::currentDataTag())).value();
    QCOMPARE(value.termFirst(), day(first));
    QCOMPARE(value.termLast(), day(last));
    QCOMPARE(value.termStartVague(), marks.contains(u's'));
    QCOMPARE(value.termEndVague(), marks.contains(u'e'));
    QCOMPARE(value.startQualified(), marks.contains(u'S'));
    QCOMPARE(value.endQualified(), marks.contains(u'E'));
}

void TstEdtf::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason"); ///< what the sentence must name

    const auto row = [](const QString &text, const QString &reason) {
        QTest::newRow(qPrintable(text)) << text << reason;
    };
    const auto rows = [&row](const QStringList &texts, const QString &reason) {
        for (const QString &text : texts)
            row(text, reason);
    };
    // Published examples that are not supported.
    rows({u"1985-04-12T23:20:30"_s, u"1985-04-12T23:20:30Z"_s, u"1985-04-12T23:20:30-04"_s,
          u"1985-04-12T23:20:30+04:30"_s, u"1985-04-12T23"_s, u"1985-04-12 23:20"_s},
         u"Times of day"_s);
    rows({u"Y170000002"_s, u"Y-170000002"_s, u"Y-17E7"_s, u"17E7"_s, u"Y171010000S3"_s, u"Y3388E2S3"_s, u"Y17000/.."_s},
         u"Y17000"_s);
    rows({u"1950S2"_s, u"-1950S2"_s}, u"significant digits"_s);
    rows({u"2001-21"_s, u"2001-34"_s, u"2004-41"_s, u"2014-22"_s, u"2004-21/2004-23"_s, u"2004-24~"_s,
          u"[2004-21,2005]"_s},
         u"Seasons"_s);
    rows({u"{1667,1668,1670..1672}"_s, u"{1960,1961-12}"_s, u"{..1984}"_s}, u"All of a set"_s);
    rows({u"2004-06~-11"_s, u"2004?-06-11"_s, u"?2004-06-~11"_s, u"2004-%06-11"_s, u"?2004"_s, u"2004-~06"_s,
          u"2004-06-~01/2004-06-~20"_s},
         u"inside a date"_s);
    rows({u"156X-12-25"_s, u"15XX-12-25"_s, u"1XXX-12"_s, u"1XX4-XX"_s, u"2004-XX-11"_s, u"20X4"_s, u"2004-X1"_s,
          u"2004-1X-01"_s},
         u"from the right"_s);
    rows({u"XXXX-XX-XX"_s, u"XXXX"_s, u"-XXXX"_s}, u"first digit"_s);
    row(u"XXXX-12-XX"_s, u"from the right"_s);
    // Forms of the draft of 2012, and of other standards.
    rows({u"199u"_s, u"199x"_s, u"2004-xx"_s, u"2004-06-uu"_s}, u"written X"_s);
    row(u"20040611"_s, u"hyphens"_s);
    rows({u"2004-06-11/open"_s, u"unknown/2004"_s, u"2004-W10"_s, u"2004/P3Y"_s}, u"no date"_s);
    // Impossible dates.
    rows({u"2004-13-45"_s, u"2004-00"_s, u"0000-00-00"_s, u"2004-15"_s, u"2004-42"_s, u"2004-21-05"_s, u"2004-2X"_s},
         u"no such month"_s);
    rows({u"2004-02-30"_s, u"2003-02-29"_s, u"1900-02-29"_s, u"2004-06-31"_s, u"2004-06-00"_s, u"2004-02-3X"_s},
         u"no such day"_s);
    rows({u"10000"_s, u"10000-01-01"_s, u"-12345"_s, u"12004-06"_s, u"200406"_s, u"-10000-01-01"_s}, u"-9999"_s);
    rows({u"-0000"_s, u"-0000-01-01"_s}, u"0000"_s);
    rows({u"843"_s, u"99"_s, u"-44"_s, u"2004-6-1"_s, u"2004-06-1"_s, u"2004-6"_s}, u"four digits"_s);
    // Intervals.
    rows({u"../.."_s, u"/"_s, u"../"_s, u"/.."_s, u"[..]"_s, u"[..2004,2010..]"_s}, u"one side"_s);
    rows({u"2005/2004"_s, u"2004-06-11/2004-06-10"_s, u"2005/2004-06"_s, u"[2005..2004]"_s, u"[1990,2005..2004]"_s,
          u"0001/-0001"_s},
         u"after the end"_s);
    rows({u"04/05/2004"_s, u"2004/2005/2006"_s, u"//"_s}, u"year first"_s);
    rows({u"2014-2016"_s, u"2014–2016"_s}, u"whole time"_s);
    row(u"2004..2005"_s, u"[a..b]"_s);
    row(u".."_s, u"no date"_s);
    // Sets.
    rows({u"[2004,2005"_s, u"2004]"_s, u"[[2004]]"_s, u"[[2004]"_s, u"[2004]]"_s, u"2003[2004]"_s, u"[2004]x"_s},
         u"begins with ["_s);
    rows({u"[2004,2005]/2006"_s, u"2003/[2004,2005]"_s}, u"end of an interval"_s);
    row(u"[2004/2005]"_s, u"interval in a set"_s);
    row(u"[2004,2005]~"_s, u"not after a set"_s);
    rows({u"[]"_s, u"[2004,]"_s, u"[,2004]"_s, u"[2004,,2005]"_s}, u"single commas"_s);
    rows({u"[2004,..2003]"_s, u"[2004..,2005]"_s, u"[2004..2005..2006]"_s}, u"In a set"_s);
    rows({u"2004~?"_s, u"2004??"_s, u"2004-06%~"_s}, u"one of ?, ~ and %"_s);
    // Characters.
    rows({u" 2004"_s, u"2004 "_s, u"[1667, 1668]"_s, u"2004\n"_s, u"\t2004"_s, u"20 September 2021"_s, u"2014 / 2016"_s,
          u" "_s},
         u"without blanks"_s);
    rows({u"٢٠٠٤"_s, u"2004-0６-11"_s, u"२००४"_s}, u"digits 0 to 9"_s);
    row(u"2004\0"_s, u"null character"_s);
    row(u"20\0"_s + u"04"_s, u"null character"_s);
    row(u"2004"_s + QChar(0xD800), u"half a character"_s);
    row(QChar(0xDC00) + u"2004"_s, u"half a character"_s);
    rows({u"2004\u2212"_s, u"\u22122004"_s, u"unbekannt"_s, u"+2004"_s, u"2004-"_s, u"-"_s, u"--2004"_s, u"?"_s, u"~"_s,
          u"2004--06"_s, u"2004-06-"_s, u"2004-06-11-"_s, u"20.09.2021"_s, u"s.d."_s, u"SE"_s, u"Yes"_s,
          u"September"_s},
         u"no date"_s);
}

void TstEdtf::refused()
{
    QFETCH(QString, text);
    QFETCH(QString, reason);
    const auto parsed = Edtf::parse(text);
    QVERIFY2(!parsed, "accepted");
    QVERIFY2(parsed.error().message.contains(reason), qPrintable(parsed.error().message));
    QCOMPARE(parsed.error().kind, ErrorKind::Invalid);
}

void TstEdtf::keepsWhatItCannotRead()
{
    for (const QString &text :
         {u" 2004 "_s, u"2004-13-45"_s, u"tháng 9 năm 2021"_s, u"0000-00-00"_s, u"  "_s, u"a\0b"_s, u"😀"_s}) {
        const Edtf value = Edtf::read(text);
        QVERIFY(value.isUnread());
        QVERIFY(!value.isDated());
        QCOMPARE(value.text(), text);
        QCOMPARE(value.problem(), Edtf::parse(text).error().message);
        QCOMPARE(value.instant(), DayRange());
        QCOMPARE(value.start(), DayRange());
        QCOMPARE(value.termLast(), NoDay);
        QVERIFY(!value.isExactDay());
    }
}

void TstEdtf::emptyIsAValue()
{
    QVERIFY(Edtf().isEmpty());
    QVERIFY(Edtf::read(u"").isEmpty());
    QVERIFY(Edtf::parse(QString()).value().isEmpty());
    QCOMPARE(Edtf::read(QString()), Edtf());
    QCOMPARE(Edtf().kind(), Edtf::Kind::Empty);
    QCOMPARE(Edtf().text(), QString());
    QCOMPARE(Edtf().instant(), DayRange());
    QCOMPARE(Edtf().problem(), QString());
    QVERIFY(!(Edtf() == Edtf::read(u"2004")));
    QVERIFY(!Edtf().isExactDay());
}

/// The bounds of a date with unknown digits are the first and the last day whose ISO text it matches.
void TstEdtf::boundsMatchEveryDay()
{
    const Day begin = dayNumber(1990, 1, 1);
    QStringList days;
    for (Day current = begin; current <= dayNumber(2019, 12, 31); ++current)
        days.append(dayText(current));

    DateDice dice(20040611);
    for (int i = 0; i < 300; ++i) {
        const QString text = dice.date(1990, 30);
        if (text.at(2) == u'X')
            continue; // a whole century
        const auto matches = [&text](const QString &iso) {
            for (qsizetype at = 0; at < text.size(); ++at) {
                if (text[at] != u'X' && text[at] != iso[at])
                    return false;
            }
            return true;
        };
        const auto first = std::find_if(days.cbegin(), days.cend(), matches);
        const auto last = std::find_if(days.crbegin(), days.crend(), matches);
        const auto parsed = Edtf::parse(text);
        QCOMPARE(parsed.hasValue(), first != days.cend());
        if (parsed) {
            QCOMPARE(dayText(parsed->instant().earliest), *first);
            QCOMPARE(dayText(parsed->instant().latest), *last);
        }
    }
}

void TstEdtf::textRoundTrip()
{
    DateDice dice(1);
    int read = 0;
    for (int i = 0; i < 5000; ++i) {
        const QString text = dice.value();
        const auto parsed = Edtf::parse(text);
        if (!parsed) {
            QVERIFY(Edtf::read(text).isUnread());
            continue;
        }
        ++read;
        const auto again = Edtf::parse(parsed->text());
        QVERIFY(again);
        QCOMPARE(again->text(), text);
        QCOMPARE(*again, *parsed);
        QCOMPARE(again->start(), parsed->start());
        QCOMPARE(again->end(), parsed->end());
        QCOMPARE(Edtf::compare(*again, *parsed), 0);
    }
    QVERIFY2(read > 3000, qPrintable(QString::number(read)));
}

void TstEdtf::boundsAreOrdered()
{
    DateDice dice(2);
    for (int i = 0; i < 5000; ++i) {
        const Edtf value = Edtf::read(dice.value());
        for (const DayRange &range : {value.instant(), value.start(), value.end()}) {
            QVERIFY2(range.earliest == NoDay || range.latest == NoDay || range.earliest <= range.latest,
                     qPrintable(value.text()));
        }
        QVERIFY(!value.isDated() || value.instant().earliest != NoDay || value.instant().latest != NoDay);
    }
}

void TstEdtf::order_data()
{
    QTest::addColumn<QStringList>("sorted");

    QTest::newRow("earliest") << QStringList{u"-0044"_s, u"-0043-03-15"_s, u"1985"_s, u"2004-01-02"_s, u"2004-06"_s};
    QTest::newRow("then latest") << QStringList{u"2004-01-01"_s, u"2004-01"_s, u"2004"_s, u"2004/2005"_s};
    QTest::newRow("then text") << QStringList{u"2004"_s, u"2004%"_s, u"2004-XX"_s, u"2004?"_s, u"2004~"_s, u"[2004]"_s};
    QTest::newRow("unbounded at the known bound") << QStringList{u"2003"_s,
                                                                 u"2004-01-01/.."_s,
                                                                 u"2004-01-02"_s,
                                                                 u"[..2004-01-03]"_s,
                                                                 u"2004-01-03/2004-01-04"_s,
                                                                 u"../2004-01-05"_s,
                                                                 u"2004-01-05/"_s,
                                                                 u"[2004-01-06..]"_s,
                                                                 u"2004-01-06/2004-01-07"_s,
                                                                 u"2005"_s};
    QTest::newRow("unread, then empty") << QStringList{u"9999"_s, u" 2004"_s, u"1066?!"_s, u"someday"_s, QString()};
}

void TstEdtf::order()
{
    QFETCH(QStringList, sorted);
    QStringList shuffled = sorted;
    std::reverse(shuffled.begin(), shuffled.end());
    std::sort(shuffled.begin(), shuffled.end(),
              [](const QString &a, const QString &b) { return Edtf::compare(Edtf::read(a), Edtf::read(b)) < 0; });
    QCOMPARE(shuffled, sorted);
}

void TstEdtf::orderIsStrictAndWeak()
{
    DateDice dice(3);
    QList<Edtf> values{Edtf(), Edtf(), Edtf::read(u"someday"), Edtf::read(u"2004-13")};
    for (int i = 0; i < 60; ++i)
        values.append(Edtf::read(dice.value()));
    for (const Edtf &a : values) {
        QCOMPARE(Edtf::compare(a, Edtf::read(a.text())), 0);
        for (const Edtf &b : values) {
            const int ab = Edtf::compare(a, b);
            QCOMPARE(ab<0, Edtf::compare(b, a)> 0);
            QCOMPARE(ab == 0, a == b);
            QVERIFY(!(a == b) || qHash(a) == qHash(b));
            for (const Edtf &c : values) {
                if (ab < 0 && Edtf::compare(b, c) < 0)
                    QVERIFY2(Edtf::compare(a, c) < 0, qPrintable(u"%1 < %2 < %3"_s.arg(a.text(), b.text(), c.text())));
            }
        }
    }
}

void TstEdtf::poolShares()
{
    EdtfPool pool;
    const Edtf first = pool.read("2004-06");
    const Edtf again = pool.read("2004-06");
    QVERIFY(again.isSharedWith(first));
    QCOMPARE(again.text(), u"2004-06"_s);
    QVERIFY(!pool.read("2004-07").isSharedWith(first));
    QVERIFY(pool.read("someday").isSharedWith(pool.read("someday")));
    QVERIFY(pool.read({}).isEmpty());
    QCOMPARE(pool.read(QByteArray(1000, '?')).text().size(), 1000);
}

void TstEdtf::isCompact()
{
    QCOMPARE(sizeof(Edtf), size_t(8));
    const Edtf value = Edtf::read(u"2004");
    const Edtf copy = value;
    QVERIFY(copy.isSharedWith(value));
}

void TstEdtf::longSetsAreRead()
{
    QStringList years;
    for (int i = 0; i < 100'000; ++i)
        years.append(QString::number(1000 + i % 1000));
    const auto parsed = Edtf::parse(u'[' + years.join(u',') + u']');
    QVERIFY(parsed);
    QCOMPARE(parsed->instant(), (DayRange{dayNumber(1000, 1, 1), dayNumber(1999, 12, 31)}));
    QVERIFY(Edtf::read(QString(1'000'000, u'1')).isUnread());
    QVERIFY(Edtf::read(QString(1'000'000, u' ')).isUnread());
    QVERIFY(Edtf::read(QString(1'000'000, u'/')).isUnread());
}

TREATYBOOK_TEST(TstEdtf)
#include "tst_edtf.moc"
