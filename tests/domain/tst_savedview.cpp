#include "domain/savedview.h"

#include "domain/query.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstSavedView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAll()
    {
        SavedView view;
        view.setName(u"Defence"_s);
        view.setQuery(u"subject:defence OR \"y te\""_s);
        view.setSort({{Field::Date, Qt::DescendingOrder}, {Field::Title}});
        view.setColumns({{Field::Title, 300}, {Field::Status}});
        view.setAsOf(parseDay(u"2021-10-01"_s));
        const QList<SavedView> again = readViews(writeViews({view}));
        QCOMPARE(again.size(), 1);
        QVERIFY(again.first() == view);
        QCOMPARE(again.first().name(), u"Defence"_s);
        QCOMPARE(again.first().query(), u"subject:defence OR \"y te\""_s);
        QCOMPARE(again.first().sort(), (QList<SortKey>{{Field::Date, Qt::DescendingOrder}, {Field::Title}}));
        QCOMPARE(again.first().fields(), (QList<Field>{Field::Title, Field::Status}));
        QCOMPARE(again.first().asOf(), parseDay(u"2021-10-01"_s));
        QVERIFY(view.timeline().isEmpty());
        view.setTimeline({{u"groupBy"_s, u"family"_s}});
        QCOMPARE(readViews(writeViews({view})).first().timeline(), view.timeline());
        view.setTimeline({});
        QVERIFY(!view.json().contains(u"timeline"_s)); // as usual, and nothing is said
        view.setAsOf({});
        QVERIFY(!readViews(writeViews({view})).first().asOf());
        QVERIFY(!view.keepsDay());
        view.keepDay();
        QVERIFY(readViews(writeViews({view})).first().keepsDay());
    }

    void keepsWhatOtherVersionsWrote()
    {
        QList<SavedView> views =
            readViews(u"[{\"name\": \"A\", \"group_by\": \"subject\", \"columns\": [\"title\", \"colour\"]}]"_s);
        QCOMPARE(views.first().fields(), QList<Field>{Field::Title}); // a column that is no more
        views.first().setQuery(u"rice"_s);
        QVERIFY(writeViews(views).contains(u"\"group_by\":\"subject\""_s));
    }

    void passesOverWhatIsNoView_data()
    {
        QTest::addColumn<QString>("setting");
        for (const QString &text :
             {u""_s, u"{"_s, u"[1, null, \"x\", [], {}]"_s, u"{\"name\": \"A\"}"_s, u"[{\"name\": 3}]"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void passesOverWhatIsNoView()
    {
        QFETCH(QString, setting);
        QVERIFY(readViews(setting).isEmpty());
    }

    void isFoundByName()
    {
        const QList<SavedView> views =
            readViews(u"[{\"name\": \"Y tế\"}, {\"name\": \"y te 2\"}, {\"name\": \"y te\"}]"_s);
        QCOMPARE(findView(views, u"Y tế"_s), 0);
        QCOMPARE(findView(views, u"y te"_s), 2);
        QCOMPARE(findView(views, u"Y TE"_s), 0);
        QCOMPARE(findView(views, u"rice"_s), -1);
        QCOMPARE(freeViewName(views, u"Y TE"_s), u"Y TE 3"_s);
        QCOMPARE(freeViewName(views, u"rice"_s), u"rice"_s);
    }

    void twoQueriesInOne()
    {
        const auto both = [](const QString &a, const QString &b) {
            return Query::parse(a).both(Query::parse(b)).canonicalText();
        };
        QCOMPARE(both(u"a OR b"_s, u"c OR d"_s), u"(a OR b) (c OR d)"_s);
        QCOMPARE(both(u"sort:title a OR b"_s, u"-c sort:signed"_s), u"sort:signed (a OR b) -c"_s);
        QCOMPARE(both(u"(a b)"_s, u""_s), u"(a b)"_s);
        QCOMPARE(both(u""_s, u"a \"b"_s), u"a b"_s);
        QCOMPARE(both(u"-(a b)"_s, u"certainly:(a)"_s), u"-(a b) certainly:(a)"_s);
    }
};

TREATYBOOK_TEST(TstSavedView)
#include "tst_savedview.moc"
