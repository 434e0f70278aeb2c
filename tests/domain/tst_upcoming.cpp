#include "domain/upcoming.h"

#include "recordbuilder.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;
using Kinds = ActionKind;

class TstUpcoming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
};

void TstUpcoming::steps_data()
{
    QTest::addColumn<Agreement>("record");
    QTest::addColumn<QByteArray>("day");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QString>("next");
    const auto row = [](const char *name, const char *day, const Agreement &record, const QStringList &expected,
                        const QString &next) { QTest::newRow(name) << record << QByteArray(day) << expected << next; };
    const auto plan = [](const char *date, const char *term) {
        return RecordBuilder(Nature::NonBinding, Kind::CooperationPlan).date(date).term(term);
    };

    row("term ends", "2021-10-01", plan("2021-09-20", "2020/2022"), {}, u"Term ends 31 December 2022"_s);
    row("term ends within a year", "2022-10-01", plan("2021-09-20", "2020/2022"), {u"Term ends 31 December 2022"_s},
        u"Term ends 31 December 2022"_s);
    row("last day of the term", "2022-12-31", plan("2021-09-20", "2020/2022"), {u"Term ends 31 December 2022"_s},
        u"Term ends 31 December 2022"_s);
    row("term is over", "2023-01-01", plan("2021-09-20", "2020/2022").obligation("2030"), {}, QString());
    row("not concluded yet", "2021-01-01", plan("2021-09-20", "2020/2022"), {}, QString());
    row("takes effect", "2019-12-15", plan("2019-12-01", "2020/2022"), {u"Takes effect 1 January 2020"_s},
        u"Takes effect 1 January 2020"_s);
    row("last day of notice, renewal", "2016-01-01", plan("2014-01-01", "2014/2016").tacitRenewal(6, 12),
        {u"Last day to give notice 30 June 2016"_s, u"Renewed tacitly after 31 December 2016"_s},
        u"Last day to give notice 30 June 2016"_s);
    row("later renewal", "2020-08-01", plan("2014-01-01", "2014/2016").tacitRenewal(6, 12),
        {u"Renewed tacitly after 31 December 2020"_s}, u"Renewed tacitly after 31 December 2020"_s);
    row("notice was given", "2016-08-01",
        plan("2014-01-01", "2014/2016").tacitRenewal(6, 12).act(Kinds::NoticeOfNonRenewal, "2016-06-01"),
        {u"Term ends 31 December 2016"_s}, u"Term ends 31 December 2016"_s);
    row("denunciation takes effect", "2000-06-01",
        RecordBuilder(Nature::Treaty).inForce("1990-01-01").act(Kinds::Denunciation, "2000-05-05", "2001-05-05"),
        {u"Ends with effect from 5 May 2001"_s}, u"Ends with effect from 5 May 2001"_s);
    row("denunciation not given yet", "2000-05-04",
        RecordBuilder(Nature::Treaty).inForce("1990-01-01").act(Kinds::Denunciation, "2000-05-05", "2001-05-05"), {},
        QString());
    row("suspended until", "2000-06-01",
        RecordBuilder(Nature::Treaty).inForce("1990-01-01").act(Kinds::Suspension, "2000-05-05", "", "2000-12-31"),
        {u"Suspended until 31 December 2000"_s}, u"Suspended until 31 December 2000"_s);
    row("obligations", "2020-06-01",
        RecordBuilder(Nature::Contract)
            .date("2020-01-01")
            .obligation("2020-12")
            .obligation("2020-03")
            .obligation("2020-04", "2020-04-01"),
        {u"Overdue since 31 March 2020: Report"_s, u"Due 31 December 2020: Report"_s},
        u"Due 31 December 2020: Report"_s);
    row("only overdue", "2020-06-01", RecordBuilder(Nature::Contract).date("2020-01-01").obligation("2020-03"),
        {u"Overdue since 31 March 2020: Report"_s}, u"Overdue since 31 March 2020: Report"_s);
    row("event", "2020-06-01", RecordBuilder(Nature::Event).date("2021"), {}, QString());
}

void TstUpcoming::steps()
{
    QFETCH(Agreement, record);
    QFETCH(QByteArray, day);
    QFETCH(QStringList, expected);
    QFETCH(QString, next);
    const QLocale english(QLocale::English);
    const Day on = *parseDay(QString::fromLatin1(day));

    QStringList found;
    for (const Upcoming &step : upcoming(record, {}, on, on + 365))
        found.append(upcomingText(step, record, on, english));
    QCOMPARE(found, expected);
    const auto step = nextStep(record, {}, on);
    QCOMPARE(step ? upcomingText(*step, record, on, english) : QString(), next);
}

TREATYBOOK_TEST(TstUpcoming)
#include "tst_upcoming.moc"
