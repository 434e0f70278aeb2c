#include "support/days.h"
#include "support/testregistry.h"
#include "timeline/datedrag.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;
using Precision = EdtfDate::Precision;

namespace {

Agreement record(Nature nature, const QString &date, const QString &inForce, const QString &term)
{
    Agreement agreement(QUuid::createUuid());
    agreement.edit().nature = nature;
    agreement.edit().date = Edtf::read(date);
    agreement.edit().inForce = Edtf::read(inForce);
    agreement.edit().term = Edtf::read(term);
    return agreement;
}

Action act(ActionKind kind, const QString &date)
{
    Action action;
    action.id = ItemId(1);
    action.kind = kind;
    action.date = Edtf::read(date);
    return action;
}

/// "term", "date" …; empty where that end cannot be moved.
QString sourceOf(const Agreement &agreement, BarEnd end)
{
    const auto handle = dateHandle(agreement, {}, end);
    return handle ? fieldInfo(handle->field).keyText() : QString();
}

QString moved(const QString &value, Field field, BarEnd end, Day target, const DateMove &move)
{
    return movedTo(target, {end, field}, Edtf::read(value), move).text();
}

constexpr DateMove ByDay{Precision::ToYear, true}, ToDay{Precision::ToDay}, ToMonth{Precision::ToMonth},
    ToYear{Precision::ToYear};

} // namespace

class TstDateDrag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheFieldOfAnEnd_data();
    void findsTheFieldOfAnEnd();
    void actsAreNotMoved();
    void takesThePrecisionOfTheAxis();
    void movesADate_data();
    void movesADate();
    void aNeighbouringPeriodIsOneStepAway_data();
    void aNeighbouringPeriodIsOneStepAway();
    void stopsAtTheOtherEnd();
    void namesTheActThatStays();
    void anyDateStaysReadableAndItsOtherEndUntouched();
};

void TstDateDrag::findsTheFieldOfAnEnd_data()
{
    QTest::addColumn<Nature>("nature");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("inForce");
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    const auto row = [](const char *name, Nature nature, const QString &date, const QString &inForce,
                        const QString &term, const QString &start, const QString &end) {
        QTest::newRow(name) << nature << date << inForce << term << start << end;
    };
    row("plan", Nature::NonBinding, u"2017-03-23"_s, {}, u"2017/2019"_s, u"date"_s, u"term"_s);
    row("plan of a year", Nature::NonBinding, u"2014"_s, {}, u"2014/2016"_s, u"date"_s, u"term"_s);
    row("signed before its term", Nature::NonBinding, u"2016-11"_s, {}, u"2017/2019"_s, u"term"_s, u"term"_s);
    row("term of one year", Nature::NonBinding, u"2016-11"_s, {}, u"2017"_s, u"term"_s, u"term"_s);
    row("term alone", Nature::NonBinding, {}, {}, u"2017/2019"_s, u"term"_s, u"term"_s);
    row("in force", Nature::Treaty, u"2011"_s, u"2012-05-01"_s, {}, u"in_force"_s, {});
    row("signed only", Nature::Treaty, u"2011-02-03"_s, {}, {}, u"date"_s, {});
    row("no end", Nature::NonBinding, u"2011"_s, {}, u"2011/.."_s, u"date"_s, {});
    row("end not known", Nature::NonBinding, u"2011"_s, {}, u"2011/"_s, u"date"_s, {});
    row("one of a set", Nature::NonBinding, u"[2011,2013]"_s, {}, {}, {}, {});
    row("event", Nature::Event, u"2021-09-18/2021-09-20"_s, {}, {}, u"date"_s, u"date"_s);
    row("event on a day", Nature::Event, u"1960-12-02"_s, {}, {}, u"date"_s, {});
    row("event since then", Nature::Event, u"1960/.."_s, {}, {}, u"date"_s, {});
    row("event by then", Nature::Event, u"../1960"_s, {}, {}, {}, u"date"_s);
    row("undated", Nature::Treaty, {}, {}, {}, {}, {});
    row("unread", Nature::Treaty, u"in the spring"_s, {}, {}, {}, {});
}

void TstDateDrag::findsTheFieldOfAnEnd()
{
    QFETCH(Nature, nature);
    QFETCH(QString, date);
    QFETCH(QString, inForce);
    QFETCH(QString, term);
    const Agreement agreement = record(nature, date, inForce, term);
    QTEST(sourceOf(agreement, BarEnd::Start), "start");
    QTEST(sourceOf(agreement, BarEnd::End), "end");
}

/// An end that an act brought about does not follow a field that says the same by chance.
void TstDateDrag::actsAreNotMoved()
{
    Agreement agreement = record(Nature::Treaty, u"2011-02-03"_s, {}, {});
    agreement.edit().actions.append(act(ActionKind::EntryIntoForce, u"2011-02-03"_s));
    QCOMPARE(sourceOf(agreement, BarEnd::Start), QString());

    agreement = record(Nature::NonBinding, u"2017"_s, {}, u"2017/2019"_s);
    agreement.edit().actions.append(act(ActionKind::Termination, u"2018-06-01"_s));
    QCOMPARE(sourceOf(agreement, BarEnd::End), QString());

    // The day of the signature is known better than the field says.
    agreement = record(Nature::NonBinding, u"2017"_s, {}, {});
    agreement.edit().actions.append(act(ActionKind::Signature, u"2017-03-23"_s));
    QCOMPARE(sourceOf(agreement, BarEnd::Start), QString());

    agreement = record(Nature::NonBinding, u"2017"_s, {}, u"2017/2019"_s);
    agreement.edit().termKind = TermKind::TacitRenewal;
    QCOMPARE(sourceOf(agreement, BarEnd::End), QString());
}

void TstDateDrag::takesThePrecisionOfTheAxis()
{
    QCOMPARE(precisionOf(TickUnit::Days), Precision::ToDay);
    QCOMPARE(precisionOf(TickUnit::Weeks), Precision::ToDay);
    QCOMPARE(precisionOf(TickUnit::Months), Precision::ToMonth);
    QCOMPARE(precisionOf(TickUnit::Quarters), Precision::ToMonth);
    QCOMPARE(precisionOf(TickUnit::Years), Precision::ToYear);
    QCOMPARE(precisionOf(TickUnit::FiveMillennia), Precision::ToYear);
}

void TstDateDrag::movesADate_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<Field>("field");
    QTest::addColumn<BarEnd>("end");
    QTest::addColumn<Day>("target");
    QTest::addColumn<DateMove>("move");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &value, Field field, BarEnd end, Day target, const DateMove &move,
                        const QString &expected) {
        const QString name = u"%1 to %2 %3"_s.arg(value, dayText(target), expected);
        QTest::newRow(qPrintable(name)) << value << field << end << target << move << expected;
    };
    const BarEnd start = BarEnd::Start, end = BarEnd::End;
    // As exact as the zoom.
    row(u"2017-03-23"_s, Field::Date, start, Test::day(2018, 5, 6), ToYear, u"2018"_s);
    row(u"2017-03-23"_s, Field::Date, start, Test::day(2018, 5, 6), ToMonth, u"2018-05"_s);
    row(u"2017-03-23"_s, Field::Date, start, Test::day(2018, 5, 6), ToDay, u"2018-05-06"_s);
    row(u"2017"_s, Field::Date, start, Test::day(2018, 5, 6), ByDay, u"2018-05-06"_s);
    row(u"-0043-03-15"_s, Field::Date, start, Test::day(-50, 5, 6), ToMonth, u"-0050-05"_s);
    row(u"-0043-03-15"_s, Field::Date, start, Test::day(-50, 5, 6), ToYear, u"-0050"_s);
    row(u"-0043-03-15"_s, Field::Date, start, Test::day(20, 5, 6), ToDay, u"0020-05-06"_s);
    // Back where it was.
    row(u"2017-03-23"_s, Field::Date, start, Test::day(2017, 12, 31), ToYear, u"2017-03-23"_s);
    row(u"2017-03-23"_s, Field::Date, start, Test::day(2017, 3, 1), ToMonth, u"2017-03-23"_s);
    row(u"2017"_s, Field::Date, start, Test::day(2017, 6, 1), ToMonth, u"2017"_s);
    row(u"2017"_s, Field::Date, start, Test::day(2017, 6, 1), ToDay, u"2017"_s);
    row(u"2017"_s, Field::Date, start, Test::day(2017, 1, 1), ByDay, u"2017"_s);
    row(u"2017"_s, Field::Date, start, Test::day(2017, 6, 1), ByDay, u"2017-06-01"_s); // on purpose
    row(u"2017/2019"_s, Field::Term, end, Test::day(2019, 12, 31), ByDay, u"2017/2019"_s);
    // The other end stays as it was written.
    row(u"2017/2019"_s, Field::Term, end, Test::day(2021, 3, 4), ToYear, u"2017/2021"_s);
    row(u"2017-03~/2019"_s, Field::Term, end, Test::day(2021, 3, 4), ToMonth, u"2017-03~/2021-03"_s);
    row(u"2017/2019-06-30?"_s, Field::Term, start, Test::day(2016, 3, 4), ToDay, u"2016-03-04/2019-06-30?"_s);
    row(u"2017/.."_s, Field::Term, start, Test::day(2016, 3, 4), ToYear, u"2016/.."_s);
    row(u"2017/"_s, Field::Term, start, Test::day(2016, 3, 4), ToYear, u"2016/"_s);
    row(u"../2017"_s, Field::Term, end, Test::day(2016, 3, 4), ToYear, u"../2016"_s);
    row(u"2021-09-18/2021-09-20"_s, Field::Date, end, Test::day(2021, 9, 22), ToDay, u"2021-09-18/2021-09-22"_s);
    // A term of one period has two ends.
    row(u"2017"_s, Field::Term, end, Test::day(2018, 3, 4), ToYear, u"2017/2018"_s);
    row(u"2017~"_s, Field::Term, start, Test::day(2016, 3, 4), ToYear, u"2016~/2017~"_s);
    // What is not sure does not become sure.
    row(u"2017~"_s, Field::Date, start, Test::day(2018, 3, 4), ToYear, u"2018~"_s);
    row(u"2017?"_s, Field::Date, start, Test::day(2018, 3, 4), ToMonth, u"2018-03?"_s);
    row(u"2017-03%"_s, Field::Date, start, Test::day(2018, 3, 4), ToDay, u"2018-03-04%"_s);
    row(u"201X"_s, Field::Date, start, Test::day(2015, 3, 4), ToDay, u"201X"_s);
    row(u"201X"_s, Field::Date, start, Test::day(2024, 3, 4), ToDay, u"202X"_s);
    row(u"19XX"_s, Field::Date, start, Test::day(2024, 3, 4), ToYear, u"20XX"_s);
    row(u"201X~"_s, Field::Date, start, Test::day(2024, 3, 4), ToYear, u"202X~"_s);
    row(u"201X"_s, Field::Date, start, Test::day(2024, 3, 4), ByDay, u"2024-03-04"_s);
    row(u"2016/2018-XX"_s, Field::Term, end, Test::day(2020, 3, 4), ToYear, u"2016/2020-XX"_s);
    row(u"2018-06-XX"_s, Field::Date, start, Test::day(2020, 3, 4), ToMonth, u"2020-03-XX"_s);
    // Not moved at all.
    row(u"[2011,2013]"_s, Field::Date, start, Test::day(2020, 3, 4), ToYear, u"[2011,2013]"_s);
    row(u"in the spring"_s, Field::Date, start, Test::day(2020, 3, 4), ToYear, u"in the spring"_s);
    row(u"2017/.."_s, Field::Term, end, Test::day(2020, 3, 4), ToYear, u"2017/.."_s);
    row(u"9999"_s, Field::Date, start, MinDay, ToDay, u"-9999-01-01"_s);
}

void TstDateDrag::movesADate()
{
    QFETCH(QString, value);
    QFETCH(Field, field);
    QFETCH(BarEnd, end);
    QFETCH(Day, target);
    QFETCH(DateMove, move);
    QTEST(moved(value, field, end, target, move), "expected");
}

void TstDateDrag::aNeighbouringPeriodIsOneStepAway_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<Precision>("precision");
    QTest::addColumn<QString>("earlier");
    QTest::addColumn<QString>("later");
    QTest::newRow("year") << u"2017"_s << Precision::ToYear << u"2016"_s << u"2018"_s;
    QTest::newRow("year by months") << u"2017"_s << Precision::ToMonth << u"2016-12"_s << u"2018-01"_s;
    QTest::newRow("day by years") << u"2017-03-23"_s << Precision::ToYear << u"2016"_s << u"2018"_s;
    QTest::newRow("day by months") << u"2017-03-23?"_s << Precision::ToMonth << u"2017-02?"_s << u"2017-04?"_s;
    QTest::newRow("day") << u"2017-03-01"_s << Precision::ToDay << u"2017-02-28"_s << u"2017-03-02"_s;
    QTest::newRow("decade") << u"201X"_s << Precision::ToMonth << u"200X"_s << u"202X"_s;
    QTest::newRow("change of era") << u"0000"_s << Precision::ToYear << u"-0001"_s << u"0001"_s;
    QTest::newRow("last year") << u"9999"_s << Precision::ToYear << u"9998"_s << u"9999"_s;
    QTest::newRow("first day") << u"-9999-01-01"_s << Precision::ToDay << u"-9999-01-01"_s << u"-9999-01-02"_s;
}

void TstDateDrag::aNeighbouringPeriodIsOneStepAway()
{
    QFETCH(QString, value);
    QFETCH(Precision, precision);
    const DateHandle handle{BarEnd::Start, Field::Date};
    QTEST(movedBy(-1, handle, Edtf::read(value), precision).text(), "earlier");
    QTEST(movedBy(1, handle, Edtf::read(value), precision).text(), "later");
}

void TstDateDrag::stopsAtTheOtherEnd()
{
    const Agreement plan = record(Nature::NonBinding, u"2017-03-23"_s, {}, u"2017/2019"_s);
    const auto end = dateHandle(plan, {}, BarEnd::End), start = dateHandle(plan, {}, BarEnd::Start);
    QVERIFY(end && start);
    QCOMPARE(movedTo(Test::day(2010), *end, plan->term, ToDay).text(), u"2017/2017-03-23"_s);
    QCOMPARE(movedTo(Test::day(2010), *end, plan->term, ToYear).text(), u"2017/2017"_s);
    QCOMPARE(movedTo(Test::day(2030), *start, plan->date, ToDay).text(), u"2019-12-31"_s);

    const Agreement visit = record(Nature::Event, u"2021-09-18/2021-09-20"_s, {}, {});
    QCOMPARE(movedTo(Test::day(2010), *dateHandle(visit, {}, BarEnd::End), visit->date, ToDay).text(),
             u"2021-09-18/2021-09-18"_s);
    QCOMPARE(movedTo(Test::day(2030), *dateHandle(visit, {}, BarEnd::Start), visit->date, ToMonth).text(),
             visit->date.text());

    const Agreement ties = record(Nature::Event, u"1960-12-02"_s, {}, {});
    QCOMPARE(movedTo(Test::day(2030), *dateHandle(ties, {}, BarEnd::Start), ties->date, ToDay).text(), u"2030-01-01"_s);
}

void TstDateDrag::namesTheActThatStays()
{
    Agreement agreement = record(Nature::NonBinding, u"2017-03-23"_s, u"2017-04-01"_s, {});
    agreement.edit().actions.append(act(ActionKind::Signature, u"2017-03-23"_s));
    const Action *signature = actRepeating(agreement, Field::Date);
    QVERIFY(signature);
    QCOMPARE(signature->kind, ActionKind::Signature);
    QVERIFY(!actRepeating(agreement, Field::InForce));
    agreement.edit().date = Edtf::read(u"2017-03-24"_s);
    QVERIFY(!actRepeating(agreement, Field::Date));
    QVERIFY(!actRepeating(agreement, Field::Term));
}

void TstDateDrag::anyDateStaysReadableAndItsOtherEndUntouched()
{
    QRandomGenerator random(6);
    const auto date = [&random] {
        QString text = dayText(random.bounded(MinDay, MaxDay));
        const QList<int> cuts{0, 3, 6};
        text.chop(cuts.at(random.bounded(3)));
        return text + QStringList{u""_s, u"~"_s, u"?"_s, u"%"_s}.at(random.bounded(4));
    };
    int changes = 0;
    for (int i = 0; i < 5000; ++i) {
        QString one = date(), other = date();
        if (Edtf::read(one).instant().earliest > Edtf::read(other).instant().latest)
            std::swap(one, other);
        const QStringList shapes{one, one + u'/' + other, one + u"/.."_s, one + u'/', u"../"_s + other, u'/' + other};
        const QString value = shapes.at(random.bounded(6));
        const BarEnd end = random.bounded(2) ? BarEnd::Start : BarEnd::End;
        const Nature nature = random.bounded(2) ? Nature::Event : Nature::NonBinding;
        const Agreement before =
            nature == Nature::Event ? record(nature, value, {}, {}) : record(nature, {}, {}, value);
        const auto handle = dateHandle(before, {}, end);
        if (!handle)
            continue;
        const DateMove move{static_cast<Precision>(random.bounded(3)), random.bounded(4) == 0};
        const Day target = random.bounded(MinDay, MaxDay);
        const Edtf &old = fieldInfo(handle->field).edtf(before);
        const Edtf now = movedTo(target, *handle, old, move);
        QVERIFY2(now.isDated(), qPrintable(now.text()));
        QCOMPARE(movedTo(handle->edge, *handle, old, move), old);
        if (now == old)
            continue;
        ++changes;
        const auto handleNow = dateHandle(withDate(before, handle->field, now), {}, end);
        QVERIFY2(handleNow, qPrintable(old.text() + u" → "_s + now.text()));
        if (value.contains(u'/')) {
            const qsizetype slash = value.indexOf(u'/'), slashNow = now.text().indexOf(u'/');
            if (end == BarEnd::Start)
                QCOMPARE(now.text().sliced(slashNow), value.sliced(slash));
            else
                QCOMPARE(now.text().first(slashNow), value.first(slash));
        }
        QCOMPARE(end == BarEnd::Start ? now.startQualified() : now.endQualified(),
                 end == BarEnd::Start ? old.startQualified() : old.endQualified());
        if (!move.byDay && target >= handle->least && target <= handle->most) {
            const DayRange place = end == BarEnd::Start ? now.start() : now.end();
            QVERIFY(place.earliest <= target && target <= place.latest);
        }
    }
    QVERIFY(changes > 1200);
}

TREATYBOOK_TEST(TstDateDrag)
#include "tst_datedrag.moc"
