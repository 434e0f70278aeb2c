#include "domain/ourside.h"

#include "domain/countries.h"
#include "recordbuilder.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstOurSide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodys()
    {
        QVERIFY(OurSide().isNone());
        QVERIFY(OurSide(u"  "_s).isNone());
        QCOMPARE(OurSide().label(Language::English), QString());
        QCOMPARE(OurSide().in(league()), ItemId::None);
        QVERIFY(!OurSide().is(Participant()));
    }

    void whoIsMeant_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("label");
        QTest::addColumn<int>("participant");
        QTest::newRow("code") << u"VN"_s << u"Viet Nam"_s << 1;
        QTest::newRow("small code") << u"vn"_s << u"Viet Nam"_s << 1;
        QTest::newRow("name") << u"Viet Nam"_s << u"Viet Nam"_s << 1;
        QTest::newRow("another name") << u" vietnam "_s << u"Viet Nam"_s << 1;
        QTest::newRow("in its own language") << u"Việt Nam"_s << u"Viet Nam"_s << 1;
        QTest::newRow("without a code in the record") << u"CU"_s << u"Cuba"_s << 2;
        QTest::newRow("a body") << u"unesco"_s << u"unesco"_s << 4;
        QTest::newRow("only a part of a name") << u"Viet"_s << u"Viet"_s << 0;
        QTest::newRow("takes no part") << u"France"_s << u"France"_s << 0;
        QTest::newRow("not a name at all") << u"?"_s << u"?"_s << 0;
    }
    void whoIsMeant()
    {
        QFETCH(QString, who);
        const OurSide side(who);
        QTEST(side.label(Language::English), "label");
        const Agreement record = league();
        QTEST(static_cast<int>(side.in(record)), "participant");
        for (const Participant &one : record->participants)
            QCOMPARE(side.is(one), side.in(record) == one.id);
    }

    void aCodeGoesBeforeAName()
    {
        const Participant other{ItemId(1), RecordBuilder::text("Viet Nam"), RecordBuilder::text("VDDR"), {}, {}};
        QVERIFY(!OurSide(u"VN"_s).is(other));
    }

    /// Of two sides each stands as the instrument does.
    void onlyAmongMany()
    {
        const Agreement two = RecordBuilder(Nature::Treaty).participant("Viet Nam", "VN").participant("Cuba", "CU");
        QCOMPARE(OurSide(u"VN"_s).in(two), ItemId::None);
        const Agreement ministries = RecordBuilder(Nature::Treaty)
                                         .participant("Viet Nam", "VN")
                                         .participant("Viet Nam", "VN", ParticipantRole::Side, "Ministry of Health")
                                         .participant("Cuba", "CU");
        QCOMPARE(OurSide(u"VN"_s).in(ministries), ItemId::None);
    }

    void aSideGoesBeforeAnObserver()
    {
        const Agreement record = RecordBuilder(Nature::Treaty)
                                     .participant("Laos", "LA", ParticipantRole::Depositary)
                                     .participant("Laos", "LA")
                                     .participant("Viet Nam", "VN")
                                     .participant("Cuba", "CU");
        QCOMPARE(static_cast<int>(OurSide(u"LA"_s).in(record)), 2);
    }

private:
    static Agreement league()
    {
        return RecordBuilder(Nature::Treaty)
            .participant("Viet Nam", "VN")
            .participant("Cuba")
            .participant("Laos", "LA")
            .participant("UNESCO", "", ParticipantRole::Depositary);
    }
};

TREATYBOOK_TEST(TstOurSide)
#include "tst_ourside.moc"
