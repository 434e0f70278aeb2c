#include "domain/facet.h"

#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstFacet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFacetHasALabelAndAKey()
    {
        QSet<QString> keys;
        for (const FacetInfo &info : facetTable()) {
            QVERIFY(!info.labelText().isEmpty());
            keys.insert(info.keyText());
            QCOMPARE(findFacet(info.keyText()), &facetInfo(info.facet));
            if (info.facet != Facet::Decade) // a field or part by its query word
                QVERIFY(findField(info.keyText()) || !info.column.empty());
        }
        QVERIFY(!findFacet(u"title"));
        QCOMPARE(usualFacets(), (QList<Facet>{Facet::Nature, Facet::Status, Facet::Subject, Facet::Kind,
                                              Facet::Participant, Facet::Decade, Facet::Tag}));
        QCOMPARE(keys.size(), static_cast<qsizetype>(FacetCount));
    }

    void decadesAreWrittenAsEdtf_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("text");
        QTest::newRow("2014") << 2014 << u"201X"_s;
        QTest::newRow("2010") << 2010 << u"201X"_s;
        QTest::newRow("9999") << 9999 << u"999X"_s;
        QTest::newRow("5") << 5 << u"000X"_s;
        QTest::newRow("0") << 0 << u"000X"_s;
        QTest::newRow("-1") << -1 << u"-000X"_s;
        QTest::newRow("-9") << -9 << u"-000X"_s;
        QTest::newRow("-43") << -43 << u"-004X"_s;
        QTest::newRow("-9999") << -9999 << u"-999X"_s;
    }
    void decadesAreWrittenAsEdtf()
    {
        QFETCH(int, year);
        QFETCH(QString, text);
        QCOMPARE(decadeText(decadeOf(year)), text);
        QCOMPARE(decadeOfText(text), decadeOf(year));
        if (const Edtf date = Edtf::read(text); date.isDated()) {
            const DayRange days = date.instant();
            QVERIFY(days.earliest <= dayNumber(year, 6, 1) && dayNumber(year, 6, 1) <= days.latest);
        } else {
            QCOMPARE(text, u"-000X"_s); // no year -0 in EDTF
        }
    }

    void otherTextsAreNoDecade()
    {
        for (const QString &text : {u""_s, u"2014"_s, u"20XX"_s, u"201X~"_s, u"the sixties"_s, u"201X/202X"_s})
            QVERIFY2(!decadeOfText(text), qPrintable(text));
    }

    void decadesOfARecord_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("inForce");
        QTest::addColumn<QString>("term");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &date, const QString &inForce, const QString &term,
                            const QString &expected) { QTest::newRow(name) << date << inForce << term << expected; };
        row("a day", u"2014-05-01"_s, u"2021"_s, {}, u"201X"_s);
        row("nothing", {}, {}, {}, {});
        row("words", u"when the war ended"_s, {}, {}, {});
        row("vague", u"[2008..2012]"_s, {}, {}, u"200X 201X"_s);
        row("a decade", u"201X"_s, {}, {}, u"201X"_s);
        row("a century", u"19XX"_s, {}, {}, u"190X 191X 192X 193X 194X 195X 196X 197X 198X 199X"_s);
        row("anything", u"1XXX"_s, {}, {}, {});
        row("one bound", u"[..2013-05-01]"_s, {}, {}, u"201X"_s);
        row("entry into force", {}, u"1995-01-01"_s, u"1980/1990"_s, u"199X"_s);
        row("unread date", u"long ago"_s, u"1995-01-01"_s, {}, u"199X"_s);
        row("start of the term", {}, {}, u"1998/2014"_s, u"199X"_s);
        row("term without a start", {}, {}, u"../2014"_s, {});
        row("before our era", u"-0043-03-15"_s, {}, {}, u"-004X"_s);
    }
    void decadesOfARecord()
    {
        QFETCH(QString, date);
        QFETCH(QString, inForce);
        QFETCH(QString, term);
        Agreement record(QUuid::createUuid());
        record.edit().date = Edtf::read(date);
        record.edit().inForce = Edtf::read(inForce);
        record.edit().term = Edtf::read(term);
        QStringList decades;
        const Decades found = decadesOf(record);
        for (int decade = found.first; decade <= found.last; ++decade)
            decades.append(decadeText(decade));
        QTEST(decades.join(u' '), "expected");
    }

    void labels()
    {
        const QLocale english(QLocale::English);
        QCOMPARE(facetValueLabel(Facet::Kind, u"memorandum"_s, english), u"Memorandum of understanding"_s);
        QCOMPARE(facetValueLabel(Facet::Status, u"in-force"_s, english), u"In force"_s);
        QCOMPARE(facetValueLabel(Facet::Subject, u"defence"_s, english), u"Defence"_s);
        QCOMPARE(facetValueLabel(Facet::Subject, u"Quân y, own"_s, english), u"Quân y, own"_s);
        QCOMPARE(facetValueLabel(Facet::Participant, u"Cuba"_s, english), u"Cuba"_s);
        QCOMPARE(facetValueLabel(Facet::Tag, u"defence"_s, english), u"defence"_s);
        QCOMPARE(facetValueLabel(Facet::Decade, u"201X"_s, english), u"2010s"_s);
        QCOMPARE(facetValueLabel(Facet::Decade, u"200X"_s, english), u"2000s"_s);
        QVERIFY(facetValueLabel(Facet::Decade, u"-004X"_s, english).contains(u"BC"_s));
        QCOMPARE(facetValueLabel(Facet::Decade, u"no decade"_s, english), u"no decade"_s);
        QCOMPARE(facetValueLabel(Facet::Role, u"award-giver"_s, english), u"Giver of an award"_s);
        QCOMPARE(facetValueLabel(Facet::SourceKind, u"press"_s, english), u"Press"_s);
        QCOMPARE(facetValueLabel(Facet::Place, u"press"_s, english), u"press"_s);
    }
};

TREATYBOOK_TEST(TstFacet)
#include "tst_facet.moc"
