#include "domain/span.h"

#include "recordbuilder.h"
#include "statusreference.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;
using Kinds = ActionKind;

class TstSpan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spans_data();
    void spans();
    void boundsAreInOrder();
};

static QString rangeText(const DayRange &range)
{
    if (range == DayRange())
        return u"-"_s;
    return range.earliest == range.latest ? dayText(range.earliest)
                                          : dayText(range.earliest) + u".."_s + dayText(range.latest);
}

/// "start | end | flags", the outline among the flags.
static QString spanText(const Span &span)
{
    QStringList parts{rangeText(span.start), rangeText(span.end)};
    QStringList flags;
    const auto flag = [&flags](bool on, const QString &name) {
        if (on)
            flags.append(name);
    };
    flag(span.openEnd, u"open"_s);
    flag(span.unknownEnd, u"unknown"_s);
    flag(span.hollow, u"hollow"_s);
    flag(span.point, u"point"_s);
    flag(span.event, u"event"_s);
    flag(span.startApproximate, u"start~"_s);
    flag(span.endApproximate, u"end~"_s);
    flag(span.outline != DayRange(), u"outline "_s + rangeText(span.outline));
    return parts.join(u" | "_s) + u" | "_s + flags.join(u' ');
}

void TstSpan::spans_data()
{
    QTest::addColumn<Agreement>("record");
    QTest::addColumn<QList<StatusContext::Incoming>>("incoming");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Agreement &record, const QString &expected,
                        const QList<StatusContext::Incoming> &relations = {}) {
        QTest::newRow(name) << record << relations << expected;
    };
    const RecordBuilder undetermined(Nature::Undetermined);
    const RecordBuilder treaty(Nature::Treaty);
    const auto plan = [](const char *date, const char *term) {
        return RecordBuilder(Nature::NonBinding, Kind::CooperationPlan).date(date).term(term);
    };

    row("plan", plan("2014", "2014/2016"), u"2014-01-01..2014-12-31 | 2016-12-31 | "_s);
    row("plan signed inside its term", plan("2021-09-20", "2020/2022"),
        u"2021-09-20 | 2022-12-31 | outline 2020-01-01..2021-09-19"_s);
    row("plan signed before its term", plan("2019-12-01", "2020/2022"), u"2020-01-01 | 2022-12-31 | "_s);
    row("signed after its term", plan("2023-05-01", "2020/2022"),
        u"2023-05-01 | 2023-05-01 | outline 2020-01-01..2023-04-30"_s);
    row("term alone", plan("", "2020/2022"), u"2020-01-01 | 2022-12-31 | hollow"_s);
    row("signed 2004", RecordBuilder(undetermined).date("2004"), u"2004-01-01..2004-12-31 | - | unknown hollow"_s);
    row("in force", RecordBuilder(treaty).date("1990-01-01").inForce("1991-01-01"), u"1991-01-01 | - | unknown"_s);
    row("terminated", RecordBuilder(treaty).inForce("1991-01-01").act(Kinds::Termination, "2000-05-05"),
        u"1991-01-01 | 2000-05-04 | "_s);
    row("terminated in a year", RecordBuilder(treaty).inForce("1991-01-01").act(Kinds::Termination, "2000"),
        u"1991-01-01 | 1999-12-31..2000-12-30 | "_s);
    row("perhaps terminated", RecordBuilder(treaty).inForce("1991-01-01").act(Kinds::Denunciation, "2000-05-05"),
        u"1991-01-01 | 2000-05-04.. | unknown"_s);
    row("superseded", RecordBuilder(treaty).inForce("1991-01-01"), u"1991-01-01 | 1999-12-31 | "_s,
        {incoming(RelationKind::Supersedes, "Next", "2000-01-01")});
    row("succeeded", RecordBuilder(treaty).inForce("1991-01-01"), u"1991-01-01 | - | unknown"_s,
        {incoming(RelationKind::Succeeds, "Next", "2000-01-01")});
    row("open term", plan("2014-01-01", "2014/.."), u"2014-01-01 | - | open"_s);
    row("unknown end of term", plan("2014-01-01", "2014/"), u"2014-01-01 | 2014-01-01.. | unknown"_s);
    row("attested", plan("2014-01-01", "2014/").act(Kinds::Attested, "2020"), u"2014-01-01 | 2020-01-01.. | unknown"_s);
    row("tacitly renewed", plan("2014-01-01", "2014/2016").tacitRenewal(6, 12), u"2014-01-01 | - | open"_s);
    row("extended", plan("2014-01-01", "2014/2016").act(Kinds::Extension, "2016-10-01", "", "2018-06-30"),
        u"2014-01-01 | 2018-06-30 | "_s);
    row("about", plan("2013-01-01", "2014~/2016?"), u"2014-01-01 | 2016-12-31 | start~ end~"_s);
    row("performed contract",
        RecordBuilder(Nature::Contract).date("2020-01-01").quantity(5, "t").deliver("2021-03-01", 5, "t"),
        u"2020-01-01 | 2021-03-01 | "_s);
    row("contract being performed",
        RecordBuilder(Nature::Contract).date("[2021-09-18..2021-09-20]").quantity(5, "t").deliver("2021-09-24", 2, "t"),
        u"2021-09-18..2021-09-20 | - | unknown"_s);
    row("donation", RecordBuilder(Nature::Unilateral, Kind::Donation).date("2020"),
        u"2020-01-01..2020-12-31 | 2020-01-01..2020-12-31 | point"_s);
    row("donation delivered",
        RecordBuilder(Nature::Unilateral, Kind::Donation).date("2020-01-01").deliver("2020-03-01", 1, "t"),
        u"2020-01-01 | 2020-03-01 | "_s);
    row("award", RecordBuilder(Nature::Unilateral, Kind::Award).date("2021-09-20"),
        u"2021-09-20 | 2021-09-20 | point"_s);
    row("visit", RecordBuilder(Nature::Event, Kind::Visit).date("2021-09-18/2021-09-20"),
        u"2021-09-18 | 2021-09-20 | event"_s);
    row("anniversary", RecordBuilder(Nature::Event).date("2020"),
        u"2020-01-01..2020-12-31 | 2020-01-01..2020-12-31 | point event"_s);
    row("programme since 1960, attested", RecordBuilder(Nature::Event).date("1960/").act(Kinds::Attested, "2020"),
        u"1960-01-01..1960-12-31 | 2020-01-01.. | unknown event"_s);
    row("until 1975", RecordBuilder(Nature::Event).date("/1975"), u"- | 1975-01-01..1975-12-31 | event"_s);
    row("by then", RecordBuilder(undetermined).date("[..2021-09-20]"), u"..2021-09-20 | - | unknown hollow"_s);
    row("undated", undetermined, u"- | - | "_s);
}

void TstSpan::spans()
{
    QFETCH(Agreement, record);
    QFETCH(QList<StatusContext::Incoming>, incoming);
    QFETCH(QString, expected);
    const Span span = spanOf(record, {incoming});
    QCOMPARE(spanText(span), expected);
    QCOMPARE(span.isDated(), !expected.startsWith(u"- | -"_s));
}

void TstSpan::boundsAreInOrder()
{
    const auto inOrder = [](Day a, Day b) { return a == NoDay || b == NoDay || a <= b; };
    QRandomGenerator random(3);
    for (int i = 0; i < 3000; ++i) {
        const auto [record, context] = randomCase(random);
        const Span span = spanOf(record, context);
        QVERIFY(inOrder(span.start.earliest, span.start.latest));
        QVERIFY(inOrder(span.end.earliest, span.end.latest));
        QVERIFY(inOrder(span.start.earliest, span.end.latest));
        QVERIFY(!(span.openEnd && span.unknownEnd));
        QVERIFY(span.end.latest == NoDay || !(span.openEnd || span.unknownEnd));
        QVERIFY(inOrder(span.outline.earliest, span.outline.latest));
    }
}

TREATYBOOK_TEST(TstSpan)
#include "tst_span.moc"
