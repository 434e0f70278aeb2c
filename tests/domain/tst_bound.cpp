#include "domain/bound.h"

#include "recordbuilder.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using Kinds = ActionKind;

class TstBound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onDay_data();
    void onDay();
    void participants();
};

static RecordBuilder sides(Nature nature, int count)
{
    RecordBuilder builder(nature);
    builder.participant("Viet Nam", "VN").participant("Cuba", "CU");
    if (count > 2)
        builder.participant("Laos", "LA").participant("UNESCO", "", ParticipantRole::Depositary);
    return builder;
}

void TstBound::onDay_data()
{
    QTest::addColumn<Agreement>("record");
    QTest::addColumn<int>("participant");
    QTest::addColumn<QByteArray>("day");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const Agreement &record, int participant, const char *day, Bound expected) {
        QTest::newRow(name) << record << participant << QByteArray(day) << int(expected);
    };

    const Agreement treaty = sides(Nature::Treaty, 2).date("1990-01-01").inForce("1991-01-01");
    row("before entry into force", treaty, 1, "1990-06-01", Bound::No);
    row("bilateral, in force", treaty, 1, "1991-01-01", Bound::Yes);
    row("nobody of that number", treaty, 9, "1991-01-01", Bound::No);
    row("vague entry", sides(Nature::Treaty, 2).inForce("1991"), 2, "1991-06-01", Bound::Possibly);
    row("entry not recorded", sides(Nature::Treaty, 2).date("1990"), 2, "1995-06-01", Bound::Possibly);
    row("non-binding", sides(Nature::NonBinding, 2).date("2014").term("2014/2016"), 1, "2015-06-01", Bound::No);
    row("event", sides(Nature::Event, 2).date("2014"), 1, "2014-06-01", Bound::No);
    row("terminated", sides(Nature::Treaty, 2).inForce("1991-01-01").act(Kinds::Termination, "2000-01-01"), 1,
        "2000-01-01", Bound::No);
    row("suspended", sides(Nature::Treaty, 2).inForce("1991-01-01").act(Kinds::Suspension, "2000-01-01"), 1,
        "2001-01-01", Bound::No);
    row("bilateral: its own consent does not delay it",
        sides(Nature::Treaty, 2).inForce("1991-01-01").by(1, Kinds::Ratification, "1995-01-01"), 1, "1992-01-01",
        Bound::Yes);

    const Agreement joint = sides(Nature::Treaty, 3)
                                .date("1990-01-01")
                                .inForce("1992-01-01")
                                .by(1, Kinds::Ratification, "1991-01-01")
                                .by(2, Kinds::Accession, "1995-01-01", "1995-04-01")
                                .by(1, Kinds::Denunciation, "2000-01-01", "2001-01-01");
    row("ratified, not in force yet", joint, 1, "1991-12-31", Bound::No);
    row("ratified, in force", joint, 1, "1992-01-01", Bound::Yes);
    row("withdrew", joint, 1, "2001-01-01", Bound::No);
    row("acceded, consent not effective", joint, 2, "1995-03-31", Bound::No);
    row("acceded", joint, 2, "1995-04-01", Bound::Yes);
    row("still there after another withdrew", joint, 2, "2001-01-01", Bound::Yes);
    row("no consent of its own", joint, 3, "1992-01-01", Bound::Yes);
    row("depositary", joint, 4, "1992-01-01", Bound::No);
    row("depositary that consents",
        sides(Nature::Treaty, 3).inForce("1992-01-01").by(4, Kinds::Accession, "1993-01-01"), 4, "1994-01-01",
        Bound::Yes);
    row("doubtful consent",
        sides(Nature::Treaty, 3).inForce("1992-01-01").by(3, Kinds::Accession, "1993-01-01").unconfirmed(), 3,
        "1994-01-01", Bound::Possibly);
}

void TstBound::onDay()
{
    QFETCH(Agreement, record);
    QFETCH(int, participant);
    QFETCH(QByteArray, day);
    QFETCH(int, expected);
    const Day on = *parseDay(QString::fromLatin1(day));
    QCOMPARE(int(boundOn(record, {}, ItemId(participant), on)), expected);

    for (const Bound least : {Bound::Possibly, Bound::Yes}) {
        const bool named = boundParticipants(record, {}, on, least).contains(ItemId(participant));
        QCOMPARE(named, expected >= int(least));
    }
}

void TstBound::participants()
{
    const Agreement treaty = sides(Nature::Treaty, 2)
                                 .participant("UNESCO", "", ParticipantRole::Observer)
                                 .participant("Viet Nam", "VN", ParticipantRole::Side, "Ministry of Health")
                                 .inForce("1991-01-01");
    const QList<ItemId> expected{ItemId(1), ItemId(2), ItemId(4)};
    QCOMPARE(boundParticipants(treaty, {}, dayNumber(1992, 1, 1)), expected);
    QCOMPARE(boundParticipants(treaty, {}, dayNumber(1990, 1, 1), Bound::No), QList<ItemId>());
}

TREATYBOOK_TEST(TstBound)
#include "tst_bound.moc"
