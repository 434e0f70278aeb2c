#include "domain/statusreason.h"

#include "statuscases.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;
using Kinds = ActionKind;

class TstStatusReason : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reasons_data();
    void reasons();
};

void TstStatusReason::reasons_data()
{
    QTest::addColumn<Agreement>("record");
    QTest::addColumn<QList<StatusContext::Incoming>>("incoming");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *day, const Agreement &record, const QString &expected,
                        const QList<StatusContext::Incoming> &relations = {}) {
        QTest::newRow(expected.toUtf8().constData()) << record << relations << QString::fromUtf8(day) << expected;
    };

    const auto next = incoming(RelationKind::Succeeds, "Defence cooperation plan 2020–2022", "2021-09-20");
    row("2021-10-01", plan("2017-03-23", "2017/2019"),
        u"Expired: term 2017/2019 ended; succeeded by Defence cooperation plan 2020–2022"_s, {next});
    row("2021-09-19", plan("2017-03-23", "2017/2019"), u"Expired: term 2017/2019 ended"_s, {next});
    row("2021-10-01", plan("2021-09-20", "2020/2022"),
        u"In effect: signed 20 September 2021, term 2020/2022 not over"_s);
    row("2020-12-31", plan("2021-09-20", "2020/2022").act(Kinds::Negotiation, "2020"),
        u"Under negotiation: negotiation of 2020"_s);
    row("2018-01-01", plan("2014-01-01", "2014/2016"), u"Expired: term 2014/2016 ended; superseded by Next"_s,
        {incoming(RelationKind::Supersedes, "Next", "2017-06-01")});
    row("2015-01-01", plan("2014-01-01", "2014/2016"), u"Superseded: by Next"_s,
        {incoming(RelationKind::Supersedes, "Next", "2015-01-01")});
    row("2026-01-01", vaccine(), u"Being performed (not certain): nothing recorded since 24 September 2021"_s);
    row("2021-10-01", vaccine(), u"Being performed: deliveries fall short of what was agreed"_s);
    row("2004-06-01", RecordBuilder(Nature::Undetermined).date("2004"), u"Not yet, possibly Signed: dated 2004"_s);
    row("2026-06-01", RecordBuilder(Nature::Undetermined).date("2004"),
        u"Signed, possibly In force: entry into force not recorded"_s);
    row("1992-01-01", treaty().date("1990").by(2, Kinds::Ratification, "1991"),
        u"Signed: ratified by Cuba, not yet in force"_s);
    row("1990-06-01", treaty().date("1990-01-01").inForce("1991-01-01"), u"Signed: takes effect 1 January 1991"_s);
    row("2022-01-01", donation("2021-09-20"), u"Announced: 20 September 2021; delivery not recorded"_s);
    row("2022-01-01", plan("2014-01-01", "2014/2016").tacitRenewal(6, 12),
        u"In effect: signed 1 January 2014, renewed tacitly until 31 December 2022, no notice recorded"_s);
    row("2000-01-01", treaty().inForce("1990-01-01").overridden(Status::Suspended), u"Suspended: set by hand"_s);
    row("2014-06-01", RecordBuilder(Nature::Undetermined).date("2014-01-01").term("2014/2016"),
        u"In effect: presumed from its term, as its nature is not determined"_s);
    row("2002-01-01", treaty().inForce("1990-01-01").by(1, Kinds::Denunciation, "2000-05-05", "2001-05-05"),
        u"Terminated: denounced by Viet Nam with effect from 5 May 2001"_s);
    row("2000-01-01", treaty().inForce("1990-01-01"), u"In force: since 1 January 1990; superseded in part by Next"_s,
        {incoming(RelationKind::Supersedes, "Next", "1999", "", true)});
    row("2001-01-01", treaty().inForce("1990-01-01").act(Kinds::Termination, "2000-05-05"),
        u"Terminated: 5 May 2000"_s);
    row("2021-01-01", donation("2020").quantity(3, "t").deliver("2020", 3, "t"), u"Delivered: 2020"_s);
    row("2021-01-01", RecordBuilder(Nature::Undetermined, Kind::Undertaking).date("2020"), u"Agreed: 2020"_s);
    row("2000-01-01", treaty().inForce("1990"), u"In force: since 1990"_s);
    row("1996-01-01", treaty().inForce("1990-01-01").act(Kinds::Suspension, "1995-02"),
        u"Suspended: since February 1995"_s);
    row("2022-01-01", plan("2014-01-01", "2014/2016").tacitRenewal(6, 12).act(Kinds::NoticeOfNonRenewal, "2017-01-05"),
        u"Expired: not renewed after the notice of 5 January 2017, term ended 31 December 2017"_s);
    row("2019-01-01", plan("2014-01-01", "2014/2016").act(Kinds::Extension, "2016-10", "", "2017"),
        u"Expired: extended term ended 31 December 2017"_s);
    row("2000-01-01", treaty().inForce("1990?"),
        u"In force (not certain): since 1990, uncertain; a date is doubtful or unconfirmed"_s);
    row("2000-01-01", RecordBuilder(Nature::Event).date("2000"), QString());
}

void TstStatusReason::reasons()
{
    QFETCH(Agreement, record);
    QFETCH(QList<StatusContext::Incoming>, incoming);
    QFETCH(QString, day);
    QFETCH(QString, expected);
    const StatusContext context{incoming};
    const StatusRun run = statusTimeline(record, context).on(dayOf(day));
    QCOMPARE(statusReason(record, context, run, dayOf(day), QLocale(QLocale::English)), expected);
}

TREATYBOOK_TEST(TstStatusReason)
#include "tst_statusreason.moc"
