#include "session/computedfields.h"

#include "domain/statusreason.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QDateTime>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstComputedFields : public QObject
{
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    Slot m_plan = 0, m_visit = 0, m_award = 0, m_open = 0;
    const QLocale m_english{QLocale::English};

    QString text(Slot slot, Field field, Day day) const
    {
        return computedText(m_session->store(), slot, field, day, m_english);
    }
    QString value(Slot slot, Field field, Day day) const { return computedValue(m_session->store(), slot, field, day); }
    std::optional<qint64> order(Slot slot, Field field, Day day) const
    {
        return computedOrder(m_session->store(), slot, field, day);
    }

private Q_SLOTS:
    void init()
    {
        m_session = fakeSession();
        Agreement plan = titled(u"Plan 2017–2019"_s);
        plan.edit().nature = Nature::Treaty;
        plan.edit().date = Edtf::read(u"2017-03-23");
        plan.edit().inForce = Edtf::read(u"2017-04-01");
        plan.edit().term = Edtf::read(u"2017/2019");
        plan.edit().participants = {{ItemId(1), Text(u"Viet Nam"_s), Text(u"VN"_s), Text(u"Ministry; one"_s), {}},
                                    {ItemId(2), Text(u"Viet Nam"_s), Text(u"VN"_s), Text(u"Ministry two"_s), {}},
                                    {ItemId(3), Text(u"Cuba; Havana"_s), {}, {}, {}}};
        Agreement visit = titled(u"Visit"_s);
        visit.edit().nature = Nature::Event;
        visit.edit().date = Edtf::read(u"2021-09-18/2021-09-20");
        Agreement award = titled(u"Award"_s);
        award.edit().nature = Nature::Unilateral;
        award.edit().kind = Kind::Award;
        award.edit().date = Edtf::read(u"2021-09-19");
        Agreement open = titled(u"Open"_s);
        open.edit().nature = Nature::Treaty;
        open.edit().inForce = Edtf::read(u"2014-01-01");
        open.edit().term = Edtf::read(u"2014-01-01/..");
        QVERIFY(add(*m_session, {plan, visit, award, open}));
        m_plan = *m_session->store().slotOf(plan.id());
        m_visit = *m_session->store().slotOf(visit.id());
        m_award = *m_session->store().slotOf(award.id());
        m_open = *m_session->store().slotOf(open.id());
    }
    void cleanup() { m_session.reset(); }

    void statusHangsOnTheDay()
    {
        const Day during = dayNumber(2018, 1, 1), after = dayNumber(2021, 1, 1);
        QCOMPARE(text(m_plan, Field::Status, during), u"In force"_s);
        QCOMPARE(text(m_plan, Field::Status, after), u"Expired"_s);
        QCOMPARE(computedText(m_session->store(), m_plan, Field::Status, after, QLocale(QLocale::Vietnamese)),
                 u"Đã hết hạn"_s);
        QCOMPARE(value(m_plan, Field::Status, during), u"in-force"_s);
        QCOMPARE(value(m_plan, Field::Status, after), u"expired"_s);
        QCOMPARE(order(m_plan, Field::Status, after), static_cast<int>(Status::Expired));
        QVERIFY(text(m_plan, Field::StatusReason, after).startsWith(u"Expired"_s));
        QVERIFY(text(m_visit, Field::Status, after).isEmpty());
        QVERIFY(value(m_visit, Field::Status, after).isEmpty());
        QVERIFY(!order(m_visit, Field::Status, after));
    }

    void ends()
    {
        const Day day = dayNumber(2018, 1, 1);
        QCOMPARE(text(m_plan, Field::Ends, day), displayText(Edtf::read(u"2019-12-31"), m_english));
        QCOMPARE(value(m_plan, Field::Ends, day), u"2019-12-31"_s);
        QCOMPARE(order(m_plan, Field::Ends, day), dayNumber(2019, 12, 31));
        QCOMPARE(value(m_visit, Field::Ends, day), u"2021-09-20"_s);
        QVERIFY(text(m_award, Field::Ends, day).isEmpty());
        QVERIFY(value(m_award, Field::Ends, day).isEmpty());
        QVERIFY(!order(m_award, Field::Ends, day));
        QCOMPARE(text(m_open, Field::Ends, day), u"open"_s);
        QCOMPARE(value(m_open, Field::Ends, day), u".."_s);
        QVERIFY(*order(m_open, Field::Ends, day) > *order(m_plan, Field::Ends, day));
    }

    void boundNamesEachOnce()
    {
        const Day during = dayNumber(2018, 1, 1), after = dayNumber(2021, 1, 1);
        QCOMPARE(text(m_plan, Field::Bound, during), u"Viet Nam, Cuba; Havana"_s);
        QCOMPARE(splitList(value(m_plan, Field::Bound, during)), QStringList({u"Viet Nam"_s, u"Cuba; Havana"_s}));
        QVERIFY(text(m_plan, Field::Bound, after).isEmpty());
    }

    void nextStep()
    {
        const Day during = dayNumber(2019, 1, 1), after = dayNumber(2021, 1, 1);
        QVERIFY2(text(m_plan, Field::NextStep, during).contains(u"2019"),
                 qPrintable(text(m_plan, Field::NextStep, during)));
        QCOMPARE(order(m_plan, Field::NextStep, during), dayNumber(2019, 12, 31));
        QVERIFY(text(m_plan, Field::NextStep, after).isEmpty());
        QVERIFY(!order(m_plan, Field::NextStep, after));
    }

    void changed()
    {
        const QDateTime when = QDateTime::fromString(value(m_plan, Field::Changed, 0), Qt::ISODate);
        QVERIFY(qAbs(when.secsTo(QDateTime::currentDateTimeUtc())) < 600);
        QVERIFY(!text(m_plan, Field::Changed, 0).isEmpty());
        QCOMPARE(order(m_plan, Field::Changed, 0), when.toSecsSinceEpoch());
    }

    void storedFieldsAreNoneOfThese()
    {
        for (const FieldInfo &info : fieldTable()) {
            if (!info.isStored())
                continue;
            QVERIFY(text(m_plan, info.field, 0).isEmpty());
            QVERIFY(!order(m_plan, info.field, 0));
        }
    }
};

TREATYBOOK_TEST(TstComputedFields)
#include "tst_computedfields.moc"
