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
