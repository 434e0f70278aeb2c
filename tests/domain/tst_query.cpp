#include "domain/query.h"

#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstQuery : public QObject
{
    Q_OBJECT

    /// "word", "[phrase]", "-word": needles without their first blank.
    static QString shape(const Query &query)
    {
        QStringList terms;
        for (const Query::Term &term : query.terms()) {
            if (!term.needle.startsWith(' '))
                return u"a needle without a blank"_s;
            const QString needle = QString::fromUtf8(term.needle.sliced(1));
            terms.append((term.excluded ? u"-"_s : QString()) + (term.wholeWords ? u"[%1]"_s.arg(needle) : needle));
        }
        return terms.join(u'|');
    }

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("nothing", u""_s, u""_s);
        row("blanks", u" \t "_s, u""_s);
        row("words", u"  Y tế  vaccine"_s, u"y|te|vaccine"_s);
        row("phrase", u"\"Defence  Plan\" 2014"_s, u"[defence plan]|2014"_s);
        row("half-typed phrase", u"\"defence pl"_s, u"defence pl"_s);
        row("other quotes", u"“một hai” «tres cuatro» „fünf sechs“"_s, u"[mot hai]|[tres cuatro]|[funf sechs]"_s);
        row("minus", u"rice -vaccine -\"José Martí\""_s, u"rice|-vaccine|-[jose marti]"_s);
        row("minus alone", u"- rice -"_s, u"rice"_s);
        row("minus within a word", u"2014-2016 co-operation"_s, u"2014 2016|cooperation"_s);
        row("two minuses", u"--rice"_s, u"-rice"_s);
        row("signs are passed over", u"§ rice … \"\" -\"\" \""_s, u"rice"_s);
        row("twice the same", u"rice Rice RICE"_s, u"rice"_s);
        row("same word, excluded", u"rice -rice"_s, u"rice|-rice"_s);
        row("quote ends a word", u"rice\"wheat corn\"oats"_s, u"rice|[wheat corn]|oats"_s);
        row("one phrase, Vietnam", u"\"Viet Nam\""_s, u"[vietnam]"_s);
        row("signs that ask for no field", u"10:30 Protocol(s) a)"_s, u"10 30|protocol s|a"_s);
        row("AND", u"rice AND wheat and AND"_s, u"rice|wheat|and"_s);
    }
    void parses()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const Query query = Query::parse(text);
        QCOMPARE(shape(query), expected);
        QCOMPARE(query.text(), text);
        QCOMPARE(query.isEmpty(), expected.isEmpty());
    }

    void equalIfTheSameIsAsked()
    {
        QVERIFY(Query::parse(u"Rice  tế"_s) == Query::parse(u"Rice tế §"_s));
        QVERIFY(Query::parse(u"rice"_s) != Query::parse(u"-rice"_s));
        QVERIFY(Query::parse(u"rice"_s) != Query::parse(u"\"rice\""_s));
        QVERIFY(Query() == Query::parse(u" "_s));
    }

    void narrows_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("wider");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *name, const QString &query, const QString &wider, bool expected) {
            QTest::newRow(name) << query << wider << expected;
        };
        row("longer word", u"vacc"_s, u"va"_s, true);
        row("shorter word", u"va"_s, u"vacc"_s, false);
        row("another word more", u"vaccine rice"_s, u"vacc"_s, true);
        row("a word less", u"rice"_s, u"rice vacc"_s, false);
        row("than nothing", u"rice"_s, u""_s, true);
        row("nothing", u""_s, u"rice"_s, false);
        row("the same", u"rice"_s, u"rice"_s, true);
        row("exclusion more", u"rice -vaccine"_s, u"rice"_s, true);
        row("exclusion less", u"rice"_s, u"rice -vaccine"_s, false);
        row("exclusion longer", u"-vaccine"_s, u"-vacc"_s, false);
        row("exclusion shorter", u"-vacc"_s, u"-vaccine"_s, true);
        row("from word to exclusion", u"-rice"_s, u"rice"_s, false);
        row("closing a phrase", u"\"rice\""_s, u"\"rice"_s, true);
        row("after a closed phrase", u"rice"_s, u"\"rice\""_s, false);
        row("longer than a closed phrase", u"\"rice fields\""_s, u"\"rice\""_s, false);
        row("spelling", u"defens"_s, u"defen"_s, true);
    }
    void narrows()
    {
        QFETCH(QString, query);
        QFETCH(QString, wider);
        QTEST(Query::parse(query).narrows(Query::parse(wider)), "expected");
    }

    void saysInWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("one") << u"y"_s << u"containing “y”"_s;
        QTest::newRow("two") << u"Y \"Tế\""_s << u"containing “Y” and “Tế”"_s;
        QTest::newRow("without") << u"-rice"_s << u"without “rice”"_s;
        QTest::newRow("both") << u"a -b -\"c d\" e"_s << u"containing “a” and “e”, without “b” and “c d”"_s;
        QTest::newRow("no place marker") << u"%1 100%2"_s << u"containing “%1” and “100%2”"_s;
    }
    void saysInWords()
    {
        QFETCH(QString, text);
        QTEST(Query::parse(text).inWords(QLocale(QLocale::English)), "expected");
    }

    void understandsConditions_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        const auto row = [](const QString &text, const QString &canonical) {
            QTest::newRow(qPrintable(text)) << text << canonical;
        };
        row(u"party:Cuba  RICE"_s, u"party:Cuba RICE"_s);
        row(u"party:\"Viet Nam\""_s, u"party:\"Viet Nam\""_s);
        row(u"a OR b c"_s, u"a OR b c"_s); // and binds tighter
        row(u"(a OR b) c"_s, u"(a OR b) c"_s);
        row(u"((a)) ( b OR (c) )"_s, u"a (b OR c)"_s);
        row(u"(a b)"_s, u"(a b)"_s);
        row(u"-kind:plan -(a b) -(-a) -\"x y\""_s, u"-kind:plan -(a b) -(-a) -\"x y\""_s);
        row(u"certainly:(signed:2014 OR a) certainly:is:in-force"_s,
            u"certainly:(signed:2014 OR a) certainly:(is:in-force)"_s);
        row(u"signed>=2011 signed<2014-05 signed:..2000 in_force:2011.."_s,
            u"signed>=2011 signed<2014-05 signed:..2000 in_force:2011.."_s);
        row(u"x:\"File no\":12 x:reg=a"_s, u"x:\"File no\":12 x:reg=a"_s);
        row(u"is:expiring<90 became:in-force:2020..2021 has:warning"_s,
            u"is:expiring<90 became:in-force:2020..2021 has:warning"_s);
        row(u"quantity>=\"1000000 doses\" quantity:5..10"_s, u"quantity>=\"1000000 doses\" quantity:5..10"_s);
        row(u"a sort:signed,-title b"_s, u"sort:signed,-title a b"_s);
        row(u"sort:signed a OR b"_s, u"sort:signed a OR b"_s);
        row(u"title:(plan OR \"y te\") b"_s, u"(title:plan OR title:\"y te\") b"_s);
        row(u"signed:(2014 OR 2016) -kind:(plan OR visit)"_s,
            u"(signed:2014 OR signed:2016) -(kind:plan OR kind:visit)"_s);
        row(u"title:(a is:event party:(b c))"_s, u"(title:a is:event (party:b party:c))"_s);
        row(u"quantity:..10 quantity>=\"1 000 000 doses\""_s, u"quantity:..10 quantity>=\"1 000 000 doses\""_s);
        row(u"a NOT b NOT (c d) NOT kind:plan"_s, u"a -b -(c d) -kind:plan"_s);
        row(u"a | b || c"_s, u"a OR b OR c"_s);
        row(u"plan|visit||-gift"_s, u"plan OR visit OR -gift"_s);
        row(u"title:\"a|b\""_s, u"title:\"a|b\""_s);
        row(u"not NOT"_s, u"not"_s);
        row(u"(a NOT) |b"_s, u"a not OR b"_s);
        row(u"or OR and"_s, u"or OR and"_s);
        row(u"10:30 OR (Protocol(s)"_s, u"10.30 OR Protocol.s"_s);
    }
    void understandsConditions()
    {
        QFETCH(QString, text);
        const Query query = Query::parse(text);
        QVERIFY2(query.isUsable(), query.mistake() ? qPrintable(query.mistake()->sentence) : "");
        QTEST(query.canonicalText(), "canonical");
        const Query again = Query::parse(query.canonicalText());
        QVERIFY(again == query);
        QVERIFY(!again.mistake());
        QVERIFY(!query.isEmpty());
    }

    void readsDays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::newRow("year") << u"signed:2017"_s << u"2017-01-01"_s << u"2017-12-31"_s;
        QTest::newRow("month") << u"signed=2017-02"_s << u"2017-02-01"_s << u"2017-02-28"_s;
        QTest::newRow("from") << u"signed>=2011"_s << u"2011-01-01"_s << QString();
        QTest::newRow("after") << u"signed>2011"_s << u"2012-01-01"_s << QString();
        QTest::newRow("before") << u"signed<2011"_s << QString() << u"2010-12-31"_s;
        QTest::newRow("until") << u"signed<=2011-03"_s << QString() << u"2011-03-31"_s;
        QTest::newRow("range") << u"signed:2014..2018-06"_s << u"2014-01-01"_s << u"2018-06-30"_s;
        QTest::newRow("years") << u"signed:2014-2018"_s << u"2014-01-01"_s << u"2018-12-31"_s;
        QTest::newRow("years with a dash") << u"term:2014–2018"_s << u"2014-01-01"_s << u"2018-12-31"_s;
        QTest::newRow("years with a sign for dots") << u"signed:2014…2018-06"_s << u"2014-01-01"_s << u"2018-06-30"_s;
        QTest::newRow("year and month") << u"signed:2014-12"_s << u"2014-12-01"_s << u"2014-12-31"_s;
        QTest::newRow("open") << u"signed:..2000"_s << QString() << u"2000-12-31"_s;
        QTest::newRow("as people write") << u"signed:\"20 September 2021\""_s << u"2021-09-20"_s << u"2021-09-20"_s;
        QTest::newRow("BC") << u"in_force:-0003"_s << u"-0003-01-01"_s << u"-0003-12-31"_s;
    }
    void readsDays()
    {
        QFETCH(QString, text);
        const Query query = Query::parse(text);
        QVERIFY2(!query.mistake(), query.mistake() ? qPrintable(query.mistake()->sentence) : "");
        const DayRange days = query.parts().first().node.condition.days;
        QTEST(days.earliest == NoDay ? QString() : dayText(days.earliest), "first");
        QTEST(days.latest == NoDay ? QString() : dayText(days.latest), "last");
    }

    void pointsAtMistakes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("place"); ///< that is underlined
        QTest::addColumn<QString>("named");
        const auto row = [](const QString &text, const QString &place, const QString &named) {
            QTest::newRow(qPrintable(text.left(40))) << text << place << named;
        };
        row(u"rice signed:20x1"_s, u"signed:20x1"_s, u"20x1"_s);
        row(u"colour:red rice"_s, u"colour:red"_s, u"colour"_s);
        row(u"title:"_s, u"title:"_s, u"value"_s);
        row(u"kind:banana"_s, u"kind:banana"_s, u"banana"_s);
        row(u"is:red"_s, u"is:red"_s, u"in-force"_s);
        row(u"plan is:"_s, u"is:"_s, u"Expected a value after “is:”"_s);
        row(u"became:"_s, u"became:"_s, u"Expected a value after “became:”"_s);
        row(u"role:"_s, u"role:"_s, u"Expected a value after “role:”"_s);
        row(u"signed:2018-2014"_s, u"signed:2018-2014"_s, u"ends before"_s);
        row(u"has:red"_s, u"has:red"_s, u"red"_s);
        row(u"quantity>=many"_s, u"quantity>=many"_s, u"many"_s);
        row(u"signed:2018..2014"_s, u"signed:2018..2014"_s, u"2018..2014"_s);
        row(u"signed:.."_s, u"signed:.."_s, u"2014..2018"_s);
        row(u"title>a"_s, u"title>a"_s, u"compared"_s);
        row(u"rice OR"_s, QString(), u"OR"_s);
        row(u"OR rice"_s, QString(), u"OR"_s);
        row(u"a (b OR )"_s, QString(), u"OR"_s);
        row(u"x:register"_s, u"x:register"_s, u"x:"_s);
        row(u"became:in-force"_s, u"became:in-force"_s, u"2020..2021"_s);
        row(u"certainly: a"_s, u"certainly:"_s, u"certainly:("_s);
        row(u"sort:colour"_s, u"sort:colour"_s, u"colour"_s);
        row(u"(sort:title)"_s, u"sort:title"_s, u"brackets"_s);
        row(u"decade:2011"_s, u"decade:2011"_s, u"2010s"_s);
        row(u"title:() a"_s, u"title:()"_s, u"value"_s);
        row(u"kind:(plan OR banana)"_s, u"banana"_s, u"banana"_s);
        row(u"who:3"_s, u"who:3"_s, u"who"_s);
        row(u"title:.*"_s, u"title:.*"_s, u"title:"_s);
        row(QString(3000, u'('), u"("_s, u"brackets"_s);
        row(u"-("_s.repeated(3000), u"("_s, u"brackets"_s);
        row(u"certainly:("_s.repeated(3000), QString(), u"brackets"_s);
        row(u"word "_s.repeated(2000), QString(), QString());
    }
    void pointsAtMistakes()
    {
        QFETCH(QString, text);
        QFETCH(QString, place);
        QFETCH(QString, named);
        const Query query = Query::parse(text);
        if (named.isEmpty()) { // the same word, however often
            QVERIFY(query.mistake());
            QVERIFY(query.mistake()->sentence.contains(u"100"_s));
            return;
        }
        QVERIFY(query.mistake());
        const QueryMistake &mistake = *query.mistake();
        QVERIFY2(mistake.sentence.contains(named), qPrintable(mistake.sentence));
        QVERIFY(!mistake.isUnfinished);
        QVERIFY(!query.isUsable());
        QVERIFY(query.isEmpty());
        QVERIFY(mistake.begin >= 0 && mistake.length > 0 && mistake.begin <= text.size());
        if (!place.isEmpty())
            QCOMPARE(text.sliced(mistake.begin, mistake.length), place);
    }

    void answersWhatIsUnfinished()
    {
        for (const QString &text :
             {u"rice \"two wo"_s, u"(rice OR wheat"_s, u"title:\"two wo"_s, u"title:(two OR wo"_s, u"-(rice -\"a"_s}) {
            const Query query = Query::parse(text);
            QVERIFY(query.mistake());
            QVERIFY(query.mistake()->isUnfinished);
            QVERIFY(query.isUsable());
            QVERIFY(!query.isEmpty());
            QVERIFY(u"\"("_s.contains(text.at(query.mistake()->begin)));
            QVERIFY(Query::parse(query.canonicalText()) == query);
        }
    }

    void pointsWithACaret()
    {
        const QString text = u"rice signed:20x1 wheat"_s;
        QCOMPARE(pointAt(*Query::parse(text).mistake(), text), u"rice signed:20x1 wheat\n     ^"_s);
        const QString longText = u"rice "_s.repeated(40) + u"signed:20x1 "_s + u"wheat "_s.repeated(40);
        const QStringList lines = pointAt(*Query::parse(longText).mistake(), longText).split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.first().size() < 80);
        QVERIFY(QStringView(lines.first()).sliced(lines.last().indexOf(u'^')).startsWith(u"signed:20x1"_s));
    }

    void whateverIsTypedIsReadAndWritten()
    {
        const QStringList pieces{u"rice"_s,
                                 u"y tế"_s,
                                 u"\""_s,
                                 u"("_s,
                                 u")"_s,
                                 u"-"_s,
                                 u"OR"_s,
                                 u"AND"_s,
                                 u":"_s,
                                 u"title:"_s,
                                 u"kind:plan"_s,
                                 u"signed>=2011"_s,
                                 u"party:"_s,
                                 u"x:a:"_s,
                                 u"is:event"_s,
                                 u"certainly:"_s,
                                 u"sort:title"_s,
                                 u" "_s,
                                 u" "_s,
                                 u" "_s,
                                 u"“"_s,
                                 u"»"_s,
                                 u"\U0001F35A"_s,
                                 u"عربي"_s,
                                 QString(QChar(u'\0')),
                                 QString(QChar(0xD800)),
                                 u"10:30"_s,
                                 u".."_s,
                                 u"<"_s,
                                 u"has:source"_s};
        QRandomGenerator random(20261123);
        int usable = 0;
        for (int round = 0; round < 20000; ++round) {
            QString text;
            for (int i = 0, count = random.bounded(12); i < count; ++i)
                text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
            const Query query = Query::parse(text);
            QCOMPARE(query.text(), text);
            if (const auto &mistake = query.mistake()) {
                QVERIFY2(mistake->begin >= 0 && mistake->begin + mistake->length <= text.size() + 1, qPrintable(text));
                QVERIFY(!mistake->sentence.isEmpty());
            }
            if (!query.isUsable())
                continue;
            ++usable;
            const Query again = Query::parse(query.canonicalText());
            QVERIFY2(again == query, qPrintable(text + u" → "_s + query.canonicalText()));
            QVERIFY2(!again.mistake(), qPrintable(query.canonicalText()));
            for (qsizetype part = 0; part < query.parts().size(); ++part) {
                const Query left = query.without(part);
                QVERIFY2(left.isUsable() && left.parts().size() == query.parts().size() - 1, qPrintable(text));
                QVERIFY2(left.parts() == query.parts().first(part) + query.parts().sliced(part + 1), qPrintable(text));
            }
        }
        QVERIFY(usable > 2000);
    }

    void longTextsAreReadAtOnce()
    {
        for (const QString &text :
             {QString(10000, u'a'), QString(10000, u'"'), QString(10000, u'-'), QString(10000, u':'),
              u"OR "_s.repeated(3000), u"a:"_s.repeated(5000), QString(10000, u')')}) {
            QElapsedTimer timer;
            timer.start();
            const Query query = Query::parse(text);
            QVERIFY(query.text() == text);
            QVERIFY(timer.elapsed() < 2000); // a freeze, not a speed
        }
    }

    void withoutOneTerm_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"rice plan vaccine"_s, u"\"Defence plan\" -health \"y te\""_s,
                                    u"rice -\"two words"_s, u"--odd \"-a\" b"_s, u"one"_s, u"rice \"defence pl"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void withoutOneTerm()
    {
        QFETCH(QString, text);
        const Query query = Query::parse(text);
        for (qsizetype term = 0; term < query.terms().size(); ++term) {
            QList<Query::Term> left = query.terms();
            left.removeAt(term);
            QCOMPARE(query.without(term).terms(), left);
        }
    }
};

TREATYBOOK_TEST(TstQuery)
#include "tst_query.moc"
