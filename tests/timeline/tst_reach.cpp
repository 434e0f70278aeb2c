#include "randomitems.h"
#include "support/testregistry.h"
#include "timeline/reach.h"
#include "timeline/rowlayout.h"

#include <QTest>

#include <cmath>

using namespace Treatybook;

/// What packs the lines knows of everything that is drawn on them.
class TstReach : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAllSignsOfARow();
    void holdsAllSignsOnALine();
    void isOfDaysAndNothingElse();
    void undated();
    void endless();
    void unknownEndLastsUntilToday();
};

namespace {

DayRange inYear(int year)
{
    return {dayNumber(year, 1, 1), dayNumber(year, 1, 1)};
}

/// How far the drawn signs reach beyond what was foretold; captions have room of their own.
double excess(const SceneRow &row, const SceneFrame &frame)
{
    const Reach reach = reachOf(row.item.span, row.item.points, frame.today);
    QList<QRectF> signs{row.bar, row.outline};
    for (const Piece &piece : row.pieces)
        signs.append(piece.rect);
    for (const Mark &mark : row.marks)
        signs.append(mark.rect);
    double most = 0;
    for (const QRectF &sign : std::as_const(signs)) {
        if (sign.isNull())
            continue;
        most = std::max(most, frame.gutterWidth + reach.left(frame.scale) - sign.left());
        if (!reach.isEndless)
            most = std::max(most, sign.right() - frame.gutterWidth - reach.right(frame.scale));
    }
    return most;
}

} // namespace

void TstReach::holdsAllSignsOfARow()
{
    Test::RandomItems random(31);
    int drawn = 0;
    for (int i = 0; i < 20000; ++i) {
        const SceneFrame frame = random.frame(QSizeF(random.real(300, 2400), 300));
        const SceneRow row = layOutRow(1, 0, frame.axisHeight, random.item(), frame);
        drawn += !row.signs().isNull();
        QVERIFY2(excess(row, frame) < 1e-6, qPrintable(QString::number(excess(row, frame))));
    }
    QVERIFY(drawn > 2000);
}

void TstReach::holdsAllSignsOnALine()
{
    Test::RandomItems random(32);
    int drawn = 0;
    for (int i = 0; i < 10000; ++i) {
        const SceneFrame frame = random.frame(QSizeF(random.real(300, 2400), 300));
        const LinePlace place{frame.axisHeight, random.real(0, 500), random.real(500, 2400), {}, random.chance(50)};
        const SceneRow row = layOutOnLine(1, random.item(), place, frame);
        drawn += !row.signs().isNull();
        QVERIFY2(excess(row, frame) < 1e-6, qPrintable(QString::number(excess(row, frame))));
    }
    QVERIFY(drawn > 1000);
}

void TstReach::isOfDaysAndNothingElse()
{
    Test::RandomItems random(33);
    for (int i = 0; i < 5000; ++i) {
        const TimelineItem item = random.item();
        const Day today = random.day();
        const Reach reach = reachOf(item.span, item.points, today);
        QCOMPARE(reach.isDated(), !item.isUndated());
        QList<Day> days;
        for (const Day day : {item.span.start.earliest, item.span.start.latest, item.span.end.earliest,
                              item.span.end.latest, item.span.outline.earliest, item.span.outline.latest})
            days.append(day);
        for (const TimelinePoint &point : item.points)
            days.append({point.when.earliest, point.when.latest});
        const auto isNoDay = [](Day day) { return day == NoDay; };
        days.removeIf(isNoDay);
        QCOMPARE(reach.lastKnown, days.isEmpty() ? NoDay : *std::ranges::max_element(days));
        if (item.span.isDated() && item.span.unknownEnd && !item.span.point)
            days.append(today);
        days.removeIf(isNoDay);
        if (days.isEmpty())
            continue;
        QCOMPARE(reach.first, *std::ranges::min_element(days));
        QCOMPARE(reach.last, *std::ranges::max_element(days));
    }
}

void TstReach::undated()
{
    QVERIFY(!reachOf(Span(), {}, dayNumber(2020, 1, 1)).isDated());
    QVERIFY(reachOf(Span(), {{PointKind::Delivery, inYear(2020), 0}}, NoDay).isDated());
}

void TstReach::endless()
{
    Span span;
    span.start = inYear(2011);
    span.openEnd = true;
    const Reach reach = reachOf(span, {}, dayNumber(2020, 1, 1));
    QVERIFY(reach.isEndless);
    QVERIFY(std::isinf(reach.right(Scale(0, 1, 1000))));
    QCOMPARE(reach.last, dayNumber(2011, 1, 1));
}

void TstReach::unknownEndLastsUntilToday()
{
    Span span;
    span.start = inYear(2011);
    span.unknownEnd = true;
    const Reach reach = reachOf(span, {}, dayNumber(2020, 1, 1));
    QCOMPARE(reach.last, dayNumber(2020, 1, 1));
    QVERIFY(reach.isOpenRight && !reach.isEndless);
    QCOMPARE(reachOf(span, {}, NoDay).last, dayNumber(2011, 1, 1));
}

TREATYBOOK_TEST(TstReach)
#include "tst_reach.moc"
