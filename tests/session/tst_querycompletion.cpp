#include "session/querycompletion.h"

#include "domain/query.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstQueryCompletion : public QObject
{
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    std::unique_ptr<QueryCompletion> m_completion;
    const Day m_asOf = *parseDay(u"2021-10-01");

    /// `|` stands for the cursor.
    QList<QueryCompletion::Offer> offers(QString text) const
    {
        const qsizetype cursor = text.indexOf(u'|');
        return m_completion->offers(text.remove(u'|'), cursor, m_asOf, QLocale(QLocale::English));
    }
    QStringList labels(const QString &text) const
    {
        QStringList labels;
        for (const auto &offer : offers(text))
            labels.append(offer.label);
        return labels;
    }
    /// The first one taken.
    QString taken(const QString &text) const
    {
        const auto all = offers(text);
        return all.isEmpty() ? QString() : QString(all.first().text).insert(all.first().cursor, u'|');
    }

private Q_SLOTS:
    void init()
    {
        m_session = fakeSession();
        QList<Agreement> records;
        for (int i = 0; i < 6; ++i) {
            Agreement record = titled(u"Plan %1"_s.arg(i));
            record.edit().kind = i < 4 ? Kind::CooperationPlan : Kind::Treaty;
            record.edit().date = Edtf::read(i < 5 ? u"2014" : u"1999");
            record.edit().place = Text(i < 2 ? u"La Habana"_s : u"Hà Nội"_s);
            record.edit().participants = {{ItemId(1), Text(u"Viet Nam"_s), {}, {}, {}},
                                          {ItemId(2), Text(i < 5 ? u"Cuba"_s : u"Say \"no\""_s), {}, {}, {}}};
            record.editExtras().ownFields = {{ItemId(3), Text(u"File no"_s), Text(QString::number(i / 3))}};
            record.editExtras().tags = {Text(u"seen"_s)};
            records.append(record);
        }
        QVERIFY(add(*m_session, records));
        m_completion = std::make_unique<QueryCompletion>(m_session->store());
    }
    void cleanup()
    {
        m_completion.reset();
        m_session.reset();
    }

    void offersFieldWords()
    {
        QCOMPARE(taken(u"par|"_s), u"party:|"_s);
        QCOMPARE(taken(u"rice -kin|"_s), u"rice -kind:|"_s);
        QCOMPARE(taken(u"(rice OR sta| wheat)"_s), u"(rice OR status:| wheat)"_s);
        QVERIFY(labels(u"part|"_s).contains(u"party: · Participants"_s));
        QVERIFY(labels(u"pa|"_s).isEmpty()); // nearly every word begins like some field
        QVERIFY(labels(u"zzz|"_s).isEmpty());
        QVERIFY(labels(u"|"_s).isEmpty());
        QVERIFY(labels(u"\"par|"_s).isEmpty()); // within a phrase
        QVERIFY(labels(u"\"a b\" par|"_s).size() > 0);
    }

    void offersFieldsToSortBy()
    {
        QCOMPARE(labels(u"sort:short|"_s), QStringList{u"short_title · Short title"_s});
        QCOMPARE(taken(u"sort:date,-short| rice"_s), u"sort:date,-short_title| rice"_s);
        QCOMPARE(labels(u"sort:zzz|"_s), QStringList());
        QCOMPARE(labels(u"is:ex|"_s), QStringList{u"expiring"_s});
    }

    void offersValuesWithCounts()
    {
        QCOMPARE(labels(u"party:|"_s), (QStringList{u"Viet Nam · 6"_s, u"Cuba · 5"_s, u"Say \"no\" · 1"_s}));
        QCOMPARE(taken(u"party:vi|"_s), u"party:\"Viet Nam\" |"_s);
        QCOMPARE(taken(u"party:\"Viet N|"_s), u"party:\"Viet Nam\" |"_s);
        QCOMPARE(taken(u"party:cu| rice"_s), u"party:Cuba| rice"_s);
        QCOMPARE(labels(u"kind:|"_s), (QStringList{u"Cooperation plan · 4"_s, u"Treaty · 2"_s}));
        QCOMPARE(taken(u"kind:pl|"_s), u"kind:cooperation-plan |"_s);
        QCOMPARE(labels(u"place:|"_s), (QStringList{u"Hà Nội · 4"_s, u"La Habana · 2"_s}));
        QCOMPARE(taken(u"place:ha|"_s), u"place:\"Hà Nội\" |"_s);
        QCOMPARE(labels(u"tag:s|"_s), QStringList(u"seen · 6"_s));
        QCOMPARE(labels(u"decade:|"_s), (QStringList{u"2010s · 5"_s, u"1990s · 1"_s}));
        QCOMPARE(taken(u"is:ov|"_s), u"is:overdue |"_s);
        QCOMPARE(taken(u"x:f|"_s), u"x:\"File no\":|"_s);
        QCOMPARE(labels(u"x:\"File no\":|"_s), (QStringList{u"0 · 3"_s, u"1 · 3"_s}));
        QVERIFY(labels(u"title:|"_s).isEmpty());
        QVERIFY(labels(u"signed:|"_s).isEmpty());
        QVERIFY(labels(u"colour:|"_s).isEmpty());
        QVERIFY(labels(u"party:cuba|"_s).size() == 1 && labels(u"party:Cuba|"_s).isEmpty()); // it is there already
    }

    /// Whatever is offered can be asked, and finds what the count says.
    void whatIsOfferedIsUnderstood()
    {
        for (const QString &word :
             {u"party"_s, u"kind"_s, u"place"_s, u"tag"_s, u"decade"_s, u"status"_s, u"is"_s, u"has"_s, u"possibly"_s,
              u"nature"_s, u"confidence"_s, u"role"_s, u"action"_s, u"subject"_s}) {
            for (const auto &offer : offers(word + u":|"_s)) {
                const Query query = Query::parse(offer.text);
                QVERIFY2(!query.mistake() && !query.isEmpty(), qPrintable(offer.text));
            }
        }
    }

    void countsAnew()
    {
        QCOMPARE(labels(u"tag:|"_s), QStringList(u"seen · 6"_s));
        Agreement more = titled(u"More"_s);
        more.editExtras().tags = {Text(u"new"_s)};
        QVERIFY(add(*m_session, {more}));
        m_completion->forget();
        QCOMPARE(labels(u"tag:|"_s), (QStringList{u"seen · 6"_s, u"new · 1"_s}));
    }
};

TREATYBOOK_TEST(TstQueryCompletion)
#include "tst_querycompletion.moc"
