#include "domain/filter.h"

#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstFilter : public QObject
{
    Q_OBJECT

    const QLocale m_locale{QLocale::English};

private Q_SLOTS:
    void aClickNarrowsAndClears()
    {
        Filter filter;
        QVERIFY(filter.isEmpty());
        filter.narrowTo(Facet::Kind, u"agreement"_s);
        QVERIFY(filter.isChosen(Facet::Kind, u"agreement"_s));
        filter.narrowTo(Facet::Kind, u"protocol"_s);
        QCOMPARE(filter.values(Facet::Kind), QStringList{u"protocol"_s});
        filter.toggle(Facet::Kind, u"treaty"_s);
        filter.narrowTo(Facet::Kind, u"treaty"_s); // of several it is the one that stays
        QCOMPARE(filter.values(Facet::Kind), QStringList{u"treaty"_s});
        filter.narrowTo(Facet::Kind, u"treaty"_s);
        QVERIFY(filter.isEmpty());
    }

    void toggleAddsAndTakesAway()
    {
        Filter filter;
        filter.toggle(Facet::Tag, u"a"_s);
        filter.toggle(Facet::Tag, u"b"_s);
        QCOMPARE(filter.values(Facet::Tag), (QStringList{u"a"_s, u"b"_s}));
        filter.toggle(Facet::Tag, u"a"_s);
        filter.toggle(Facet::Tag, u"b"_s);
        QVERIFY(filter.choices().isEmpty());
    }

    void stepsBackFromTheWordsToTheFirstFacet()
    {
        Filter filter(Query::parse(u"rice"_s));
        filter.toggle(Facet::Tag, u"a"_s);
        filter.toggle(Facet::Kind, u"treaty"_s);
        filter.toggle(Facet::Tag, u"b"_s); // it was added first all the same
        filter.stepBack();
        QVERIFY(filter.query().isEmpty());
        QCOMPARE(filter.choices().size(), 2);
        filter.stepBack();
        QCOMPARE(filter.choices().size(), 1);
        QCOMPARE(filter.choices().first().facet, Facet::Tag);
        filter.stepBack();
        QVERIFY(filter.isEmpty());
        filter.stepBack();
        QVERIFY(filter.isEmpty());
    }

    void equalWhereTheyAskForTheSame()
    {
        Filter a(Query::parse(u"rice  plan"_s)), b(Query::parse(u"rice plan"_s));
        a.setValues(Facet::Kind, {u"x"_s, u"y"_s, u"x"_s});
        a.setValues(Facet::Tag, {u"t"_s});
        b.setValues(Facet::Tag, {u"t"_s});
        QVERIFY(a != b);
        b.setValues(Facet::Kind, {u"y"_s, u"x"_s});
        QCOMPARE(a, b);
        b.setValues(Facet::Kind, {u"y"_s, u"z"_s});
        QVERIFY(a != b);
    }

    void exclusion()
    {
        Filter filter;
        filter.toggleExcluded(Facet::Kind, u"visit"_s);
        QVERIFY(!filter.isEmpty());
        QVERIFY(filter.isExcluded(Facet::Kind, u"visit"_s) && !filter.isChosen(Facet::Kind, u"visit"_s));
        QCOMPARE(filter.inWords(m_locale), u"Kind: not Visit"_s);
        filter.toggle(Facet::Kind, u"visit"_s); // wanted after all
        QCOMPARE(filter.excluded(Facet::Kind), QStringList());
        QCOMPARE(filter.values(Facet::Kind), QStringList{u"visit"_s});
        filter.toggleExcluded(Facet::Kind, u"visit"_s);
        filter.toggle(Facet::Kind, u"treaty"_s);
        filter.toggleExcluded(Facet::Kind, u"award"_s);
        QCOMPARE(filter.inWords(m_locale), u"Kind: Treaty, not Visit, not Award"_s);
        Filter other;
        other.toggle(Facet::Kind, u"treaty"_s);
        QVERIFY(filter != other);
        other.toggleExcluded(Facet::Kind, u"award"_s);
        other.toggleExcluded(Facet::Kind, u"visit"_s);
        QVERIFY(filter == other);
        filter.narrowTo(Facet::Kind, u"treaty"_s);
        QVERIFY(filter.excluded(Facet::Kind).isEmpty());
        filter.narrowTo(Facet::Kind, u"treaty"_s);
        QVERIFY(filter.isEmpty());
        other.clear(Facet::Kind);
        QVERIFY(other.isEmpty());
    }

    void queryText_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QList<FacetChoice>>("choices");
        QTest::addColumn<QString>("text");
        using Choices = QList<FacetChoice>;
        const QStringList two{u"agreement"_s, u"protocol"_s};
        QTest::newRow("nothing") << u""_s << Choices() << u""_s;
        QTest::newRow("words") << u"  rice   -ring "_s << Choices() << u"rice -ring"_s;
        QTest::newRow("one value") << u""_s << Choices{{Facet::Kind, {u"agreement"_s}}} << u"kind:agreement"_s;
        QTest::newRow("two values") << u""_s << Choices{{Facet::Kind, two}} << u"kind:agreement OR kind:protocol"_s;
        QTest::newRow("excluded") << u""_s << Choices{{Facet::Kind, {}, two}} << u"-kind:agreement -kind:protocol"_s;
        QTest::newRow("all together") << u"sort:-title a OR b"_s
                                      << Choices{{Facet::Kind, two, {u"visit"_s}}, {Facet::Decade, {u"201X"_s}}}
                                      << u"sort:-title (a OR b) (kind:agreement OR kind:protocol) -kind:visit "
                                         "decade:201X"_s;
        QTest::newRow("names") << u""_s
                               << Choices{{Facet::Participant, {u"Viet Nam"_s}}, {Facet::Tag, {u"a) \"b\" OR c\nd“"_s}}}
                               << u"party:\"Viet Nam\" tag:\"a) b OR c d\""_s;
        QTest::newRow("asked for already")
            << u"kind:visit rice"_s << Choices{{Facet::Kind, {u"visit"_s}}} << u"kind:visit rice"_s;
        QTest::newRow("others") << u""_s
                                << Choices{{Facet::Status, {u"expired"_s}},
                                           {Facet::Role, {u"buyer"_s}},
                                           {Facet::SourceKind, {u"press"_s}},
                                           {Facet::StatusOverride, {u"in-force"_s}},
                                           {Facet::Decade, {u"-004X"_s}}}
                                << u"status:expired role:buyer source:press status_override:in-force decade:-004X"_s;
    }
    void queryText()
    {
        QFETCH(QString, query);
        QFETCH(QList<FacetChoice>, choices);
        Filter filter(Query::parse(query));
        for (const FacetChoice &choice : choices)
            filter.choose(choice);
        const QString text = filter.queryText();
        QTEST(text, "text");
        const Query read = Query::parse(text);
        QVERIFY(!read.mistake());
        QCOMPARE(read.canonicalText(), text);
        QCOMPARE(Filter(read).queryText(), text);
    }

    /// Rather a mistake that is told than other records.
    void whatCannotBeAskedForIsAMistake()
    {
        for (const QString &value : {u"★"_s, u"\""_s, u"—“”"_s}) {
            for (const bool excluded : {false, true}) {
                Filter filter;
                excluded ? filter.toggleExcluded(Facet::Tag, value) : filter.toggle(Facet::Tag, value);
                QVERIFY2(!Query::parse(filter.queryText()).isUsable(), qPrintable(filter.queryText()));
            }
        }
        Filter filter;
        for (int n = 0; n <= Query::MostLeaves; ++n)
            filter.toggle(Facet::Tag, u"tag %1"_s.arg(n));
        QVERIFY(!Query::parse(filter.queryText()).isUsable());
    }

    void inWords()
    {
        Filter filter;
        QCOMPARE(filter.inWords(m_locale), QString());
        filter.setValues(Facet::Kind, {u"agreement"_s});
        QCOMPARE(filter.inWords(m_locale), u"Kind: Agreement"_s);
        filter.setValues(Facet::Kind, {u"agreement"_s, u"protocol"_s, u"treaty"_s});
        filter.setValues(Facet::Decade, {u"201X"_s, u"202X"_s});
        filter.setQuery(Query::parse(u"rice"_s));
        QCOMPARE(filter.inWords(m_locale),
                 u"containing “rice”; Kind: Agreement, Protocol or Treaty; Decade: 2010s or 2020s"_s);
    }
};

TREATYBOOK_TEST(TstFilter)
#include "tst_filter.moc"
