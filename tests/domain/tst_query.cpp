#include "domain/query.h"

#include "support/testregistry.h"

#include <QLocale>
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
        row("field syntax is a word yet", u"party:Cuba"_s, u"party cuba"_s);
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
