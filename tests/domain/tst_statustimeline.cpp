#include "domain/statustimeline.h"

#include "domain/statusreason.h"
#include "statuscases.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

using Kinds = ActionKind;

class TstStatusTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void ofOneParticipant_data();
    void ofOneParticipant();
    void ringOfRelations();
    void isSmall();
};

void TstStatusTimeline::answers_data()
{
    QTest::addColumn<Agreement>("record");
    QTest::addColumn<QList<StatusContext::Incoming>>("incoming");
    QTest::addColumn<QStringList>("expected"); // "day status"

    using Incomings = QList<StatusContext::Incoming>;
    const auto row = [](const char *name, const Agreement &record, const QStringList &expected,
                        const Incomings &relations = {}) { QTest::newRow(name) << record << relations << expected; };
    const RecordBuilder plain(Nature::Undetermined);

    row("2004 agreement", RecordBuilder(plain).date("2004"),
        {u"2003-12-31 Not yet"_s, u"2004-06-01 Not yet, possibly Signed"_s, u"2004-12-30 Not yet, possibly Signed"_s,
         u"2004-12-31 Signed, possibly In force"_s, u"2026-01-01 Signed, possibly In force"_s});
    row("plan 2014", plan("2014", "2014/2016"),
        {u"2013-12-31 Not yet"_s, u"2014-06-01 Not yet, possibly In effect"_s, u"2014-12-31 In effect"_s,
         u"2015-06-01 In effect"_s, u"2016-12-31 In effect"_s, u"2017-01-01 Expired"_s});
    row("plan 2020, signed inside its term",
        plan("2021-09-20", "2020/2022")
            .act(Kinds::Negotiation, "2020")
            .act(Kinds::Negotiation, "2019-09-17")
            .act(Kinds::Signature, "2021-09-20"),
        {u"2019-01-01 Not yet"_s, u"2019-09-16 Not yet"_s, u"2019-09-17 Under negotiation"_s,
         u"2020-12-31 Under negotiation"_s, u"2021-09-19 Under negotiation"_s, u"2021-09-20 In effect"_s,
         u"2021-10-01 In effect"_s, u"2022-12-31 In effect"_s, u"2026-01-01 Expired"_s});
    row("plan signed before its term", plan("2019-12-01", "2020/2022"),
        {u"2019-11-30 Not yet"_s, u"2019-12-01 Signed"_s, u"2019-12-31 Signed"_s, u"2020-01-01 In effect"_s});
    row("plan never signed", plan("", "2020/2022").act(Kinds::Negotiation, "2019-09-17"),
        {u"2020-06-01 Under negotiation"_s, u"2022-12-31 Under negotiation"_s, u"2023-01-01 Not concluded"_s});
    row("a term and nothing else", plan("", "2020/2022"),
        {u"2019-01-01 Not yet"_s, u"2021-01-01 Not yet, possibly In effect"_s,
         u"2023-01-01 Not concluded, possibly Expired"_s});
    row("undetermined with a term", RecordBuilder(plain).date("2014-02-01").term("2014/2016"),
        {u"2014-01-31 Not yet"_s, u"2014-02-01 In effect"_s, u"2017-01-01 Expired"_s});
    row("vague term", plan("2010-01-01", "2014-XX/201X"),
        {u"2013-12-31 Signed"_s, u"2014-01-01 Signed, possibly In effect"_s, u"2014-06-01 Signed, possibly Expired"_s,
         u"2014-12-31 In effect, possibly Expired"_s, u"2019-12-31 In effect, possibly Expired"_s,
         u"2020-01-01 Expired"_s});
    row("open term", plan("2014-01-01", "2014/.."),
        {u"2013-12-31 Not yet"_s, u"2014-01-01 In effect"_s, u"2500-01-01 In effect"_s});
    row("unknown end", plan("2014-01-01", "2014/"),
        {u"2014-01-01 In effect"_s, u"2014-01-02 In effect, possibly Expired"_s,
         u"2500-01-01 In effect, possibly Expired"_s});
    row("unknown end, attested", plan("2014-01-01", "2014/").act(Kinds::Attested, "2020-03-05"),
        {u"2014-01-02 In effect"_s, u"2020-03-05 In effect"_s, u"2020-03-06 In effect, possibly Expired"_s});
    row("attested only", RecordBuilder(plain).act(Kinds::Attested, "2020-03-05"),
        {u"1900-01-01 Not yet, possibly Signed"_s, u"2020-03-05 Signed, possibly In force"_s});
    row("existed by then", RecordBuilder(plain).date("[..2021-09-20]"),
        {u"2000-01-01 Not yet, possibly Signed"_s, u"2021-09-20 Signed, possibly In force"_s});
    row("after 1990", RecordBuilder(plain).date("[1991..]"),
        {u"1990-12-31 Not yet"_s, u"1991-01-01 Not yet, possibly Signed"_s, u"2026-01-01 Not yet, possibly Signed"_s});
    row("no date", plain, {u"2020-01-01 Unknown"_s});
    row("a date that cannot be read", RecordBuilder(plain).date("spring"), {u"2020-01-01 Unknown, possibly Signed"_s});
    row("proposal, adoption, abandonment",
        RecordBuilder(plain)
            .act(Kinds::Proposal, "2001-01-01")
            .act(Kinds::Negotiation, "2002-01-01")
            .act(Kinds::Adoption, "2003-01-01")
            .act(Kinds::Abandonment, "2004-01-01"),
        {u"2000-01-01 Not yet"_s, u"2001-01-01 Proposed"_s, u"2002-01-01 Under negotiation"_s, u"2003-01-01 Adopted"_s,
         u"2004-01-01 Not concluded"_s});
    row("group of instruments", RecordBuilder(Nature::Undetermined, Kind::Group).date("2021"),
        {u"2022-01-01 Signed"_s});

    row("a treaty by the name of a declaration", RecordBuilder(Nature::Treaty, Kind::Declaration).date("1856-04-16"),
        {u"1900-01-01 Signed, possibly In force"_s});
    row("in force", treaty().date("1990-01-01").inForce("1991-01-01"),
        {u"1989-12-31 Not yet"_s, u"1990-01-01 Signed"_s, u"1990-12-31 Signed"_s, u"1991-01-01 In force"_s,
         u"2026-01-01 In force"_s});
    row("retroactive", treaty().date("2002-01-01").inForce("2000-01-01"),
        {u"1999-12-31 Not yet"_s, u"2000-01-01 In force"_s, u"2002-01-01 In force"_s});
    row("entry as an act", treaty().date("1990-01-01").act(Kinds::EntryIntoForce, "1991-02-03"),
        {u"1991-02-02 Signed"_s, u"1991-02-03 In force"_s});
    row("stated entry wins", treaty().date("1990-01-01").inForce("1991-01-01").act(Kinds::EntryIntoForce, "1995-01-01"),
        {u"1991-01-01 In force"_s});
    row("act knows the day better", treaty().date("2017").act(Kinds::Signature, "2017-03-23"),
        {u"2017-03-22 Not yet"_s, u"2017-03-23 Signed, possibly In force"_s});
    row("unconfirmed act knows no better", treaty().date("2017").act(Kinds::Signature, "2017-03-23").unconfirmed(),
        {u"2017-03-23 Not yet, possibly Signed"_s, u"2018-01-01 Signed, possibly In force"_s});
    row("ratified by one", treaty().date("1990-01-01").by(1, Kinds::Ratification, "1991-01-01"),
        {u"1990-06-01 Signed, possibly In force"_s, u"1991-01-01 Signed"_s});
    row("ratified by both",
        treaty().date("1990-01-01").by(1, Kinds::Ratification, "1991-01-01").by(2, Kinds::Ratification, "1992-01-01"),
        {u"1991-12-31 Signed"_s, u"1992-01-01 Signed, possibly In force"_s});
    row("both sides sign, one later",
        treaty().by(1, Kinds::Signature, "1990-01-01").by(2, Kinds::Signature, "1990-02-01"),
        {u"1990-01-31 Not yet"_s, u"1990-02-01 Signed, possibly In force"_s});
    row("exchange of notes",
        treaty().act(Kinds::ExchangeOfNotes, "1990-01-01").act(Kinds::ExchangeOfNotes, "1990-03-01"),
        {u"1990-02-28 Not yet"_s, u"1990-03-01 Signed, possibly In force"_s});
    row("announcement concludes no treaty", treaty().act(Kinds::Announcement, "1990-01-01"), {u"1991-01-01 Unknown"_s});

    row("over, then superseded", plan("2014-01-01", "2014/2016"), {u"2017-01-01 Expired"_s, u"2018-01-01 Expired"_s},
        {incoming(RelationKind::Supersedes, "Next", "2017-06-01")});
    row("superseded the day after", plan("2014-01-01", "2014/2016"), {u"2017-01-01 Expired"_s},
        {incoming(RelationKind::Supersedes, "Next", "2017-01-01")});
    row("superseded before its end", plan("2014-01-01", "2014/2016"),
        {u"2015-12-31 In effect"_s, u"2016-01-01 Superseded"_s, u"2020-01-01 Superseded"_s},
        {incoming(RelationKind::Supersedes, "Next", "2016-01-01")});
    row("superseded in part", treaty().date("1990-01-01").inForce("1990-01-01"), {u"2020-01-01 In force"_s},
        {incoming(RelationKind::Supersedes, "Next", "2000-01-01", "", true)});
    row("effective date of the relation", treaty().inForce("1990-01-01"),
        {u"2000-06-01 In force"_s, u"2001-01-01 Superseded"_s},
        {incoming(RelationKind::Supersedes, "Next", "2000-01-01", "2001-01-01")});
    row("superseder without a date", treaty().inForce("1990-01-01"), {u"2000-06-01 In force, possibly Superseded"_s},
        {incoming(RelationKind::Supersedes, "Next", "")});
    row("ended without successor", plan("2014-01-01", "2014/2016"), {u"2026-01-01 Expired"_s});
    row("terminated by another", treaty().inForce("1990-01-01"), {u"1999-12-31 In force"_s, u"2000-01-01 Terminated"_s},
        {incoming(RelationKind::Terminates, "Next", "2000-01-01")});
    row("termination, first day out", treaty().inForce("1990-01-01").act(Kinds::Termination, "2000-05-05"),
        {u"2000-05-04 In force"_s, u"2000-05-05 Terminated"_s});
    row("termination with later effect",
        treaty().inForce("1990-01-01").act(Kinds::Termination, "2000-05-05", "2001-01-01"),
        {u"2000-12-31 In force"_s, u"2001-01-01 Terminated"_s});
    row("denunciation with later effect",
        treaty().inForce("1990-01-01").by(1, Kinds::Denunciation, "2000-05-05", "2001-05-05"),
        {u"2000-05-05 In force"_s, u"2001-05-04 In force"_s, u"2001-05-05 Terminated"_s});
    row("denunciation without effective date", treaty().inForce("1990-01-01").by(1, Kinds::Denunciation, "2000-05-05"),
        {u"2000-05-04 In force"_s, u"2000-05-05 In force, possibly Terminated"_s});
    row("notice alone ends nothing", treaty().inForce("1990-01-01").by(1, Kinds::NoticeOfDenunciation, "2000-05-05"),
        {u"2020-01-01 In force"_s});
    row("denunciation revoked in time",
        treaty()
            .inForce("1990-01-01")
            .by(1, Kinds::Denunciation, "2000-05-05", "2001-05-05")
            .by(1, Kinds::RevocationOfNotice, "2000-12-01"),
        {u"2002-01-01 In force"_s});
    row("revoked too late",
        treaty()
            .inForce("1990-01-01")
            .by(1, Kinds::Denunciation, "2000-05-05", "2001-05-05")
            .by(1, Kinds::RevocationOfNotice, "2001-12-01"),
        {u"2002-01-01 Terminated"_s});
    row("denunciation of a multilateral treaty",
        multilateral().inForce("1990-01-01").by(1, Kinds::Denunciation, "2000-05-05", "2001-05-05"),
        {u"2002-01-01 In force"_s});
    row("ministries are their States",
        treaty()
            .participant("Viet Nam", "VN", ParticipantRole::Side, "Ministry of Health")
            .participant("UNESCO", "", ParticipantRole::Depositary)
            .inForce("1990-01-01")
            .by(3, Kinds::Denunciation, "2000-05-05", "2001-05-05"),
        {u"2002-01-01 Terminated"_s});
    row("earliest ending decides",
        treaty().inForce("1990-01-01").act(Kinds::Termination, "2000-01-01").act(Kinds::Expiry, "1999-01-01"),
        {u"1998-12-31 In force"_s, u"1999-06-01 Expired"_s, u"2001-01-01 Expired"_s});
    row("supersession as an act", treaty().inForce("1990-01-01").act(Kinds::Supersession, "1999-01-01"),
        {u"1999-01-01 Superseded"_s});
    row("revival",
        treaty().inForce("1990-01-01").act(Kinds::Termination, "2000-01-01").act(Kinds::Revival, "2005-01-01"),
        {u"2004-12-31 Terminated"_s, u"2005-01-01 In force"_s});
    row("revival with a new end", plan("2014-01-01", "2014/2016").act(Kinds::Revival, "2018-01-01", "", "2019-12-31"),
        {u"2017-12-31 Expired"_s, u"2018-01-01 In effect"_s, u"2019-12-31 In effect"_s, u"2020-01-01 Expired"_s});
    row("extension", plan("2014-01-01", "2014/2016").act(Kinds::Extension, "2016-11-01", "", "2018-06-30"),
        {u"2017-01-01 In effect"_s, u"2018-06-30 In effect"_s, u"2018-07-01 Expired"_s});
    row("extension that came late",
        plan("2014-01-01", "2014/2016").act(Kinds::Extension, "2017-03-01", "", "2018-06-30"),
        {u"2017-02-28 Expired"_s, u"2017-03-01 In effect"_s, u"2018-07-01 Expired"_s});
    row("extension until nobody knows when", plan("2014-01-01", "2014/2016").act(Kinds::Extension, "2016-11-01"),
        {u"2016-12-31 In effect"_s, u"2017-01-01 In effect, possibly Expired"_s});
    row("withdrawn notice", treaty().inForce("1990-01-01").act(Kinds::Withdrawal, "2000-05-05"),
        {u"2000-05-05 Terminated"_s});

    const auto renewed = [] { return plan("2014-01-01", "2014/2016").tacitRenewal(6, 12); };
    row("tacit renewal", renewed(), {u"2017-01-01 In effect"_s, u"2026-01-01 In effect"_s});
    row("timely notice", renewed().act(Kinds::NoticeOfNonRenewal, "2016-06-30"),
        {u"2016-12-31 In effect"_s, u"2017-01-01 Expired"_s});
    row("late notice", renewed().act(Kinds::NoticeOfNonRenewal, "2016-07-01"),
        {u"2017-12-31 In effect"_s, u"2018-01-01 Expired"_s});
    row("notice of a vague day", renewed().act(Kinds::NoticeOfNonRenewal, "2016"),
        {u"2017-01-01 In effect, possibly Expired"_s, u"2017-12-31 In effect, possibly Expired"_s,
         u"2018-01-01 Expired"_s});
    row("notice years later", renewed().act(Kinds::NoticeOfNonRenewal, "2023-03-01"),
        {u"2023-12-31 In effect"_s, u"2024-01-01 Expired"_s});
    row("notice revoked",
        renewed().act(Kinds::NoticeOfNonRenewal, "2016-06-30").act(Kinds::RevocationOfNotice, "2016-09-01"),
        {u"2017-01-01 In effect"_s});
    row("late notice, period unknown",
        plan("2014-01-01", "2014/2016").tacitRenewal(6, {}).act(Kinds::NoticeOfNonRenewal, "2018-03-01"),
        {u"2018-03-01 In effect"_s, u"2018-03-02 In effect, possibly Expired"_s});
    row("months of different length",
        plan("2014-01-01", "2014-01-01/2014-06-30").tacitRenewal(0, 1).act(Kinds::NoticeOfNonRenewal, "2014-07-31"),
        {u"2014-07-31 In effect"_s, u"2014-08-01 Expired"_s});

    row("suspension and resumption",
        treaty().inForce("1990-01-01").act(Kinds::Suspension, "1995-01-01").act(Kinds::Resumption, "1997-01-01"),
        {u"1994-12-31 In force"_s, u"1995-01-01 Suspended"_s, u"1996-12-31 Suspended"_s, u"1997-01-01 In force"_s});
    row("suspension until", treaty().inForce("1990-01-01").act(Kinds::Suspension, "1995-01-01", "", "1996-06-30"),
        {u"1996-06-30 Suspended"_s, u"1996-07-01 In force"_s});
    row("suspended by another", treaty().inForce("1990-01-01"), {u"1995-01-01 Suspended"_s},
        {incoming(RelationKind::Suspends, "Other", "1995-01-01")});
    row("terminated while suspended",
        treaty().inForce("1990-01-01").act(Kinds::Suspension, "1995-01-01").act(Kinds::Termination, "1997-01-01"),
        {u"1996-12-31 Suspended"_s, u"1997-01-01 Terminated"_s});
    row("provisional application, then entry into force",
        treaty().date("1990-01-01").act(Kinds::ProvisionalApplication, "1990-06-01").inForce("1991-01-01"),
        {u"1990-05-31 Signed"_s, u"1990-06-01 Provisionally applied"_s, u"1991-01-01 In force"_s});
    row("provisional application ends",
        treaty()
            .date("1990-01-01")
            .act(Kinds::ProvisionalApplication, "1990-06-01")
            .act(Kinds::EndOfProvisionalApplication, "1990-09-01"),
        {u"1990-08-31 Provisionally applied"_s, u"1990-09-01 Signed, possibly In force"_s});

    row("vaccine purchase", vaccine(),
        {u"2021-09-17 Not yet"_s, u"2021-09-19 Not yet, possibly Being performed"_s, u"2021-09-20 Being performed"_s,
         u"2021-10-01 Being performed"_s, u"2022-09-23 Being performed"_s,
         u"2022-09-24 Being performed (not certain)"_s, u"2026-01-01 Being performed (not certain)"_s});
    row("deliveries reach what was agreed", vaccine().deliver("2021-12-01", 4'100'000, "doses"),
        {u"2021-11-30 Being performed"_s, u"2021-12-01 Performed"_s, u"2026-01-01 Performed"_s});
    row("one unit is short", vaccine().quantity(3, "USD").deliver("2021-12-01", 4'100'000, "doses"),
        {u"2021-12-01 Being performed"_s});
    row("sources disagree on the amount",
        contract("2021-01-01")
            .quantity(100, "t", Stance::Agreed, 1)
            .quantity(150, "t", Stance::Agreed, 2)
            .deliver("2021-02-01", 100, "t"),
        {u"2021-02-01 Being performed"_s});
    row("one source adds up",
        contract("2021-01-01")
            .quantity(100, "t", Stance::Agreed, 1)
            .quantity(50, "t", Stance::Agreed, 1)
            .deliver("2021-02-01", 100, "t")
            .deliver("2021-03-01", 50, "t"),
        {u"2021-02-01 Being performed"_s, u"2021-03-01 Performed"_s});
    row("marked complete", vaccine().deliver("2021-12-01", 1, "doses", true), {u"2021-12-01 Performed"_s});
    row("obligation open, then overdue", contract("2020-01-01").obligation("2021-06-30"),
        {u"2020-01-01 Being performed"_s, u"2021-06-30 Being performed"_s,
         u"2021-07-01 Being performed (not certain)"_s});
    row("overdue within the year", contract("2020-01-01").obligation("2020-03"),
        {u"2020-03-31 Being performed"_s, u"2020-04-01 Being performed (not certain)"_s});
    row("one obligation ahead", contract("2020-01-01").obligation("2021-06-30").obligation("2025-06-30"),
        {u"2024-01-01 Being performed"_s, u"2025-07-01 Being performed (not certain)"_s});
    row("obligations done", contract("2020-01-01").obligation("2021-06-30", "2021-05-01"),
        {u"2021-04-30 Being performed"_s, u"2021-05-01 Performed"_s});
    row("contract with nothing due", contract("2020-01-01"),
        {u"2020-12-31 In effect"_s, u"2021-01-01 In effect (not certain)"_s});
    row("contract with a term", contract("2020-01-01").term("2020/2024"),
        {u"2023-01-01 In effect"_s, u"2025-01-01 Expired"_s});

    row("donation announced", donation("2021-09-20").quantity(5000, "t", Stance::Pledged),
        {u"2021-09-19 Not yet"_s, u"2026-01-01 Announced"_s});
    row("donation delivered in two parts",
        donation("2021-09-20")
            .quantity(5000, "t", Stance::Pledged)
            .deliver("2021-10-01", 2000, "t")
            .deliver("2021-11-01", 3000, "t"),
        {u"2021-09-30 Announced"_s, u"2021-10-01 Partly delivered"_s, u"2021-11-01 Delivered"_s});
    row("donation marked complete",
        donation("2021-09-20").quantity(5000, "t", Stance::Pledged).deliver("2021-10-01", 4990, "t", true),
        {u"2021-10-01 Delivered"_s});
    row("unconfirmed delivery", donation("2021-09-20").quantity(5, "t").deliver("2021-10-01", 5, "t").unconfirmed(),
        {u"2021-09-30 Announced"_s, u"2021-10-01 Delivered (not certain)"_s});
    row("undertaking", RecordBuilder(Nature::Undetermined, Kind::Undertaking).date("2020-05-01"),
        {u"2020-04-30 Not yet"_s, u"2020-05-01 Agreed"_s, u"2026-01-01 Agreed"_s});
    row("joint statement", RecordBuilder(Nature::NonBinding, Kind::JointStatement).date("[2021-09-18..2021-09-22]"),
        {u"2021-09-18 Not yet, possibly Issued"_s, u"2021-09-22 Issued"_s});
    row("resolution by its act", RecordBuilder(Nature::Unilateral, Kind::Resolution).act(Kinds::Issue, "2021-09-20"),
        {u"2021-09-20 Issued"_s});
    row("offer withdrawn",
        RecordBuilder(Nature::Unilateral, Kind::Offer).date("2020-01-01").act(Kinds::Withdrawal, "2021-01-01"),
        {u"2020-12-31 Announced"_s, u"2021-01-01 Terminated"_s});
    row("award", RecordBuilder(Nature::Unilateral, Kind::Award).date("2021-09-20"), {u"2021-09-20 Presented"_s});
    row("event", RecordBuilder(Nature::Event, Kind::Visit).date("2021-09-18/2021-09-20"),
        {u"2021-09-19 "_s, u"2026-01-01 "_s});
    row("override", treaty().date("1990").overridden(Status::Terminated),
        {u"1900-01-01 Terminated"_s, u"2026-01-01 Terminated"_s});

    row("doubtful signature", treaty().date("1990?"),
        {u"1989-01-01 Not yet (not certain)"_s, u"1991-01-01 Signed, possibly In force"_s});
    row("doubtful start of term", plan("2013-01-01", "2014~/2016"),
        {u"2014-06-01 In effect (not certain)"_s, u"2017-01-01 Expired"_s});
    row("doubtful end of term", plan("2013-01-01", "2014/2016?"),
        {u"2014-06-01 In effect"_s, u"2017-01-01 Expired (not certain)"_s});
    row("unconfirmed termination", treaty().inForce("1990-01-01").act(Kinds::Termination, "2000-01-01").unconfirmed(),
        {u"1999-12-31 In force"_s, u"2000-01-01 Terminated (not certain)"_s});
    row("termination after a doubtful signature", treaty().date("1990?").act(Kinds::Termination, "2000-01-01"),
        {u"2000-01-01 Terminated (not certain)"_s});
    row("revival after the term", plan("2014-01-01", "2014/2016").act(Kinds::Revival, "2018-01-01"),
        {u"2017-12-31 Expired"_s, u"2018-01-01 In effect"_s});
    row("sure entry after a doubtful signature", treaty().date("1990?").inForce("1991-01-01"),
        {u"1991-01-01 In force"_s});
}

void TstStatusTimeline::answers()
{
    QFETCH(Agreement, record);
    QFETCH(QList<StatusContext::Incoming>, incoming);
    QFETCH(QStringList, expected);

    const StatusTimeline timeline = statusTimeline(record, {incoming});
    for (const QString &line : expected) {
        const Day day = dayOf(line.left(10));
        QVERIFY(day != NoDay);
        QCOMPARE(line.left(11) + statusText(timeline.on(day), Language::English), line);
    }
}

void TstStatusTimeline::ofOneParticipant_data()
{
    QTest::addColumn<Agreement>("record");
    QTest::addColumn<int>("participant");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const Agreement &record, int participant, const QStringList &expected) {
        QTest::newRow(name) << record << participant << expected;
    };
    const Agreement joint = multilateral()
                                .date("1990-01-01")
                                .inForce("1992-01-01")
                                .by(1, Kinds::Signature, "1990-01-01")
                                .by(1, Kinds::Ratification, "1991-01-01")
                                .by(2, Kinds::Accession, "1995-01-01", "1995-04-01")
                                .by(2, Kinds::Withdrawal, "2000-01-01", "2001-01-01");
    row("instrument", joint, 0, {u"1990-01-01 Signed"_s, u"1992-01-01 In force"_s, u"2026-01-01 In force"_s});
    row("ratified before entry", joint, 1,
        {u"1990-06-01 Signed"_s, u"1991-12-31 Signed"_s, u"1992-01-01 In force"_s, u"2002-01-01 In force"_s});
    row("acceded later, withdrew", joint, 2,
        {u"1994-12-31 Not yet"_s, u"1995-04-01 In force"_s, u"2000-12-31 In force"_s, u"2001-01-01 Terminated"_s});
    row("no acts of its own", joint, 3, {u"1990-06-01 Signed"_s, u"1992-01-01 In force"_s});
    row("came back",
        RecordBuilder(multilateral())
            .inForce("1992-01-01")
            .by(2, Kinds::Accession, "1995-01-01")
            .by(2, Kinds::Denunciation, "2000-01-01", "2001-01-01")
            .by(2, Kinds::Accession, "2005-01-01"),
        2, {u"2000-12-31 In force"_s, u"2004-12-31 Terminated"_s, u"2005-01-01 In force"_s});
    row("acceded, nobody's signature recorded",
        multilateral().date("1990-01-01").inForce("1992-01-01").by(2, Kinds::Accession, "1995-01-01"), 2,
        {u"1994-12-31 Not yet"_s, u"1995-01-01 In force"_s});
    row("bilateral: together", treaty().inForce("1992-01-01").by(1, Kinds::Ratification, "1995-01-01"), 1,
        {u"1992-01-01 In force"_s});
    row("its own suspension", multilateral().inForce("1992-01-01").by(3, Kinds::Suspension, "1995-01-01"), 3,
        {u"1995-01-01 Suspended"_s});
    row("another's suspension", multilateral().inForce("1992-01-01").by(3, Kinds::Suspension, "1995-01-01"), 1,
        {u"1995-01-01 In force"_s});
}

void TstStatusTimeline::ofOneParticipant()
{
    QFETCH(Agreement, record);
    QFETCH(int, participant);
    QFETCH(QStringList, expected);
    const StatusTimeline timeline = statusTimeline(record, {}, ItemId(participant));
    for (const QString &line : expected)
        QCOMPARE(line.left(11) + statusText(timeline.on(dayOf(line.left(10))), Language::English), line);
}

/// A supersedes B supersedes C supersedes A; and a superseder that expired leaves the superseded one superseded.
void TstStatusTimeline::ringOfRelations()
{
    const QUuid ids[] = {QUuid::createUuid(), QUuid::createUuid(), QUuid::createUuid()};
    const char *const entries[] = {"1990-01-01", "2000-01-01", "2010-01-01"};
    QList<Agreement> ring;
    for (int i = 0; i < 3; ++i) {
        Agreement record = treaty()
                               .inForce(entries[i])
                               .term(i == 1 ? "2000/2005" : "")
                               .relation(RelationKind::Supersedes, ids[(i + 2) % 3]);
        record.edit().id = ids[i];
        ring.append(record);
    }
    const auto statusOn = [&](int i, const char *day) {
        StatusContext context;
        const Agreement &acting = ring.at((i + 1) % 3);
        context.incoming.append(incomingRelation(acting, acting.extras().relations.first()));
        return statusTimeline(ring.at(i), context).on(dayOf(QString::fromUtf8(day))).status;
    };
    QCOMPARE(statusOn(0, "1999-12-31"), Status::InForce);
    QCOMPARE(statusOn(0, "2000-01-01"), Status::Superseded);
    QCOMPARE(statusOn(1, "2006-01-01"), Status::Expired);
    QCOMPARE(statusOn(0, "2006-01-01"), Status::Superseded); // although its superseder expired
    QCOMPARE(statusOn(1, "2010-01-01"), Status::Expired);
    QCOMPARE(statusOn(2, "2026-01-01"),
             Status::Superseded); // by the record of 1990, which superseded it before it began
}

void TstStatusTimeline::isSmall()
{
    static_assert(sizeof(StatusRun) <= 24);
    static_assert(sizeof(ReasonCode) <= 8);
    const StatusTimeline nothing;
    QVERIFY(nothing.isEmpty());
    QCOMPARE(nothing.on(0).status, Status::None);
}

TREATYBOOK_TEST(TstStatusTimeline)
#include "tst_statustimeline.moc"
