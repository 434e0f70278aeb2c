#include "domain/rangeterm.h"

#include "support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstRangeTerm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesRanges_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QString &first, const QString &last, const QString &value,
                            const QString &words) { QTest::newRow(name) << first << last << value << words; };
        row("years", u"2014-01-01"_s, u"2018-12-31"_s, u"2014..2018"_s, u"2014 – 2018"_s);
        row("a year", u"2014-01-01"_s, u"2014-12-31"_s, u"2014"_s, u"2014"_s);
        row("months", u"2014-03-01"_s, u"2018-02-28"_s, u"2014-03..2018-02"_s, u"March 2014 – February 2018"_s);
        row("a month", u"2016-02-01"_s, u"2016-02-29"_s, u"2016-02"_s, u"February 2016"_s);
        row("January to December", u"2014-01-01"_s, u"2018-11-30"_s, u"2014-01..2018-11"_s,
            u"January 2014 – November 2018"_s);
        row("month to day", u"2014-03-01"_s, u"2018-02-05"_s, u"2014-03..2018-02-05"_s,
            u"March 2014 – 5 February 2018"_s);
        row("within a month", u"2014-03-01"_s, u"2014-03-05"_s, u"2014-03-01..2014-03-05"_s,
            u"1 March 2014 – 5 March 2014"_s);
        row("a day", u"2014-03-05"_s, u"2014-03-05"_s, u"2014-03-05"_s, u"5 March 2014"_s);
        row("months that look like years", u"2011-12-01"_s, u"2012-03-31"_s, u"2011-12-01..2012-03"_s,
            u"December 2011 – March 2012"_s);
        row("all", u"-9999-01-01"_s, u"9999-12-31"_s, u"-9999..9999-12"_s, u"10000 BC – 9999"_s);
        row("before our era", u"-0043-01-01"_s, u"0012-12-31"_s, u"-0043..0012"_s, u"44 BC – AD 12"_s);
    }
    void writesRanges()
    {
        QFETCH(QString, first);
        QFETCH(QString, last);
        const DayRange days{*parseDay(first), *parseDay(last)};
        QTEST(rangeValue(days), "value");
        QTEST(rangeInWords(days, QLocale(QLocale::English)), "words");
    }

    /// What is written is read as the same days, near the ends of months and years above all.
    void readsBackWhatItWrites()
    {
        QRandomGenerator random(3);
        const auto day = [&] {
            const int year = random.bounded(MinYear, MaxYear + 1), month = 1 + random.bounded(12);
            const int last = Calendar::daysInMonth(year, month);
            const int kind = random.bounded(4);
            return kind == 0   ? dayNumber(year, 1, 1)
                   : kind == 1 ? dayNumber(year, 12, 31)
                   : kind == 2 ? dayNumber(year, month, random.bounded(2) ? 1 : last)
                               : dayNumber(year, month, 1 + random.bounded(last));
        };
        for (int i = 0; i < 3000; ++i) {
            const auto [first, last] = std::minmax({day(), day()});
            const DayRange days{first, last};
            const Query query = withActiveRange({}, days, i % 2);
            QVERIFY2(query.isUsable() && query.parts().size() == 1,
                     qPrintable(query.text() + (query.mistake() ? query.mistake()->sentence : QString())));
            const QueryNode &node = query.parts().first().node;
            const QueryCondition &condition = i % 2 ? node.children.first().condition : node.condition;
            QCOMPARE(condition.subject, QuerySubject::Active);
            QVERIFY2(condition.days == days, qPrintable(query.text()));
        }
    }

    void addsOneTerm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("certainly");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString &text, bool certainly, const QString &expected) {
            QTest::newRow(qPrintable(text + (certainly ? u" certainly"_s : QString())))
                << text << certainly << expected;
        };
        row(u""_s, false, u"active:2014..2018"_s);
        row(u""_s, true, u"certainly:(active:2014..2018)"_s);
        row(u"rice party:Cuba"_s, false, u"rice party:Cuba active:2014..2018"_s);
        row(u"rice AND wheat "_s, false, u"rice AND wheat active:2014..2018"_s);
        row(u"rice active:2001 -wheat"_s, false, u"rice active:2014..2018 -wheat"_s);
        row(u"rice active:2001 -wheat"_s, true, u"rice certainly:(active:2014..2018) -wheat"_s);
        row(u"certainly:(active:2001) rice"_s, false, u"active:2014..2018 rice"_s);
        row(u"active:2001 rice certainly:(active:2002)"_s, false, u"active:2014..2018 rice"_s);
        row(u"active:2001"_s, false, u"active:2014..2018"_s);
        row(u"-active:2001"_s, false, u"-active:2001 active:2014..2018"_s); // asks for something else
        row(u"rice OR wheat"_s, false, u"(rice OR wheat) active:2014..2018"_s);
        row(u"sort:signed"_s, false, u"sort:signed active:2014..2018"_s);
        row(u"\"rice pl"_s, false, u"rice.pl active:2014..2018"_s); // it would take the term into the phrase
    }
    void addsOneTerm()
    {
        QFETCH(QString, text);
        QFETCH(bool, certainly);
        const Query query =
            withActiveRange(Query::parse(text), {dayNumber(2014, 1, 1), dayNumber(2018, 12, 31)}, certainly);
        QVERIFY(query.isUsable());
        QTEST(query.text(), "expected");
    }
};

TREATYBOOK_TEST(TstRangeTerm)
#include "tst_rangeterm.moc"
