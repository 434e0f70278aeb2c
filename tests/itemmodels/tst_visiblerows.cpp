#include "itemmodels/visiblerows.h"

#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstVisibleRows : public QObject
{
    Q_OBJECT

    std::unique_ptr<Session> m_session;

    /// Titles in the order of the keys.
    QString order(const QList<SortKey> &keys, const QLocale &locale = QLocale(QLocale::English),
                  Day asOf = dayNumber(2018, 1, 1)) const
    {
        VisibleRows rows(m_session->store());
        rows.setAsOf(asOf);
        rows.setLocale(locale);
        rows.setSort(keys);
        QStringList titles;
        for (const Slot slot : rows.visible({}))
            titles.append(m_session->store().record(slot)->title.toString());
        return titles.join(u'|');
    }

private Q_SLOTS:
    void init() { m_session = fakeSession(); }
    void cleanup() { m_session.reset(); }

    void textsAsInADictionary()
    {
        QVERIFY(add(*m_session, {titled(u"plan 10"_s), titled(u"Plan 9"_s), titled(u"Étude"_s), titled(u"zinc"_s),
                                 titled(QString()), titled(u"Fees"_s)}));
        QCOMPARE(order({{Field::Title, Qt::AscendingOrder}}), u"Étude|Fees|Plan 9|plan 10|zinc|"_s);
        QCOMPARE(order({{Field::Title, Qt::DescendingOrder}}), u"zinc|plan 10|Plan 9|Fees|Étude|"_s);
        QCOMPARE(order({{Field::Title, Qt::AscendingOrder}}, QLocale::c()), u"Étude|Fees|Plan 9|plan 10|zinc|"_s);
    }

    void theLanguageDecides()
    {
        QVERIFY(add(*m_session, {titled(u"Đà"_s), titled(u"Du"_s), titled(u"Da"_s)}));
        QCOMPARE(order({{Field::Title, Qt::AscendingOrder}}, QLocale(QLocale::Vietnamese)), u"Da|Du|Đà"_s);
    }

    void datesByTheirBounds()
    {
        QList<Agreement> records;
        for (const char16_t *date :
             {u"2014", u"[..2013-05-01]", u"2014-03", u"", u"when it ended", u"1964?", u"2014?"}) {
            Agreement record = titled(QString::fromUtf16(date));
            record.edit().date = Edtf::read(QStringView(date));
            records.append(record);
        }
        QVERIFY(add(*m_session, records));
        QCOMPARE(order({{Field::Date, Qt::AscendingOrder}}),
                 u"1964?|[..2013-05-01]|2014|2014?|2014-03|when it ended|"_s);
        QCOMPARE(order({{Field::Date, Qt::DescendingOrder}}),
                 u"when it ended|2014-03|2014?|2014|[..2013-05-01]|1964?|"_s);
    }

    void choicesByTheirLabel()
    {
        QList<Agreement> records;
        for (const Kind kind : {Kind::Visit, Kind::Agreement, Kind::Treaty}) {
            Agreement record = titled(Vocabularies::kinds.key(static_cast<int>(kind)));
            record.edit().kind = kind;
            records.append(record);
        }
        QVERIFY(add(*m_session, records));
        QCOMPARE(order({{Field::Kind, Qt::AscendingOrder}}), u"agreement|treaty|visit"_s);
        QCOMPARE(order({{Field::Kind, Qt::AscendingOrder}}, QLocale(QLocale::Vietnamese)), // Chuyến thăm, Hiệp …
                 u"visit|agreement|treaty"_s);
    }

    void numbersBySize()
    {
        QList<Agreement> records;
        for (const int months : {12, 6, 100}) {
            Agreement record = titled(QString::number(months));
            record.editExtras().noticeMonths = months;
            records.append(record);
        }
        QVERIFY(add(*m_session, records + QList<Agreement>{titled(u"none"_s)}));
        QCOMPARE(order({{Field::NoticeMonths, Qt::AscendingOrder}}), u"6|12|100|none"_s);
        QCOMPARE(order({{Field::NoticeMonths, Qt::DescendingOrder}}), u"100|12|6|none"_s);
    }

    void statusByTheDay()
    {
        Agreement expiring = titled(u"expiring"_s), lasting = titled(u"lasting"_s), visit = titled(u"visit"_s);
        for (Agreement *record : {&expiring, &lasting}) {
            record->edit().nature = Nature::Treaty;
            record->edit().inForce = Edtf::read(u"2010-01-01");
        }
        expiring.edit().term = Edtf::read(u"2010/2018");
        lasting.edit().date = Edtf::read(u"2009-01-01");
        visit.edit().nature = Nature::Event;
        visit.edit().date = Edtf::read(u"2010-01-01");
        QVERIFY(add(*m_session, {visit, expiring, lasting}));
        const QList<SortKey> byStatus{{Field::Status, Qt::DescendingOrder}, {Field::Title, Qt::DescendingOrder}};
        QCOMPARE(order(byStatus, QLocale(QLocale::English), dayNumber(2018, 1, 1)), u"lasting|expiring|visit"_s);
        QCOMPARE(order(byStatus, QLocale(QLocale::English), dayNumber(2019, 1, 1)), u"expiring|lasting|visit"_s);
        VisibleRows rows(m_session->store());
        rows.setSort(byStatus);
        QVERIFY(rows.isSortedByDay());
        rows.setSort({{Field::Title, Qt::AscendingOrder}});
        QVERIFY(!rows.isSortedByDay());
    }

    void laterKeysBreakTies()
    {
        QList<Agreement> records;
        for (const auto &[title, place] :
             {std::pair{u"b"_s, u"Hanoi"_s}, {u"a"_s, u"Havana"_s}, {u"a"_s, u"Hanoi"_s}}) {
            Agreement record = titled(title);
            record.edit().place = place;
            records.append(record);
        }
        QVERIFY(add(*m_session, records));
        VisibleRows rows(m_session->store());
        rows.setSort({{Field::Title, Qt::AscendingOrder}, {Field::Place, Qt::DescendingOrder}});
        QStringList found;
        for (const Slot slot : rows.visible({}))
            found.append(m_session->store().record(slot)->title.toString() +
                         m_session->store().record(slot)->place.toString());
        QCOMPARE(found, QStringList({u"aHavana"_s, u"aHanoi"_s, u"bHanoi"_s}));
    }

    void theIdBreaksTheLastTie()
    {
        QList<Agreement> records;
        for (quint32 i = 1; i <= 30; ++i) {
            Agreement record(numberedId(i));
            record.edit().title = u"same"_s;
            records.append(record);
        }
        QVERIFY(add(*m_session, records));
        for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            VisibleRows rows(m_session->store());
            rows.setSort({{Field::Title, direction}});
            QList<QUuid> ids;
            for (const Slot slot : rows.visible({}))
                ids.append(m_session->store().record(slot).id());
            QCOMPARE(ids.size(), 30);
            QVERIFY(std::is_sorted(ids.begin(), ids.end()));
        }
    }

    void everyFieldCanBeSortedBy_data()
    {
        QTest::addColumn<Field>("field");
        for (const FieldInfo &info : fieldTable())
            QTest::newRow(qPrintable(info.keyText())) << info.field;
    }
    /// Kept up change by change it is the order that a new one computes.
    void everyFieldCanBeSortedBy()
    {
        QFETCH(Field, field);
        QRandomGenerator random(static_cast<quint32>(field) + 1);
        QList<Agreement> records;
        for (int i = 0; i < 20; ++i)
            records.append(randomRecord(random));
        QVERIFY(add(*m_session, records));
        VisibleRows rows(m_session->store());
        const QList<SortKey> keys{{field, random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder}};
        rows.setSort(keys);
        rows.setAsOf(dayNumber(2018, 1, 1));
        QCOMPARE(rows.visible({}).size(), 20);
        connect(m_session.get(), &Session::changed, this, [&](const StoreChange &change) { rows.update(change); });
        for (int i = 0; i < 40; ++i) {
            const QList<Slot> live = liveSlots(m_session->store());
            const Slot slot = live.at(random.bounded(static_cast<int>(live.size())));
            Agreement after = m_session->store().record(slot);
            mutate(after, random, {m_session->store().record(live.first()).id()});
            switch (random.bounded(4)) {
            case 0:
                QVERIFY(add(*m_session, {randomRecord(random)}));
                break;
            case 1:
                QVERIFY(remove(*m_session, after.id()));
                break;
            default:
                QVERIFY(change(*m_session, after));
                break;
            }
            VisibleRows anew(m_session->store());
            anew.setSort(keys);
            anew.setAsOf(dayNumber(2018, 1, 1));
            QCOMPARE(rows.visible({}), anew.visible({}));
        }
        m_session->disconnect(this);
    }

    void narrowingKeepsTheOrder()
    {
        QVERIFY(add(*m_session, {titled(u"rice b"_s), titled(u"vaccine"_s), titled(u"rice a"_s), titled(u"ring"_s)}));
        VisibleRows rows(m_session->store());
        rows.setSort({{Field::Title, Qt::AscendingOrder}});
        const QList<Slot> wide = rows.visible(Query::parse(u"ri"_s));
        QCOMPARE(wide.size(), 3);
        const Query query = Query::parse(u"rice"_s);
        VisibleRows anew(m_session->store());
        anew.setSort(rows.sortKeys());
        QCOMPARE(rows.visible(query), anew.visible(query));
        QCOMPARE(rows.visible(query).size(), 2);
        QVERIFY(rows.visible(Query::parse(u"nothing"_s)).isEmpty());
    }
};

TREATYBOOK_TEST(TstVisibleRows)
#include "tst_visiblerows.moc"
