#include "randomitems.h"
#include "support/testregistry.h"
#include "timeline/rowlayout.h"

#include <QTest>

#include <cmath>

using namespace Treatybook;

/// What is drawn is the span and nothing else.
class TstRowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void barIsTheSpan();
    void uncertainPartsFade();
    void everySignIsPlaced();
    void captionsAndTitlesKeepTheirPlace();
    void openEnd();
    void unknownEnd();
    void hollowIsPale();
    void laterThanTodayIsPaler();
    void outlineOfTheTermBeforeSignature();
    void yearOnlyDateIsAYearWide();
    void exactDayIsADiamond();
    void eventPeriodIsSlim();
    void certainNowhere();
    void oneDayIsNoBar();
    void undated();
    void outOfSight();
    void ownDateIsNoSecondSign();
    void manyPointsOfOnePixelAreOne();
    void titlesStandOnBarsWithoutGutter();

private:
    static SceneFrame yearsFrame(int from, int to);
    static SceneRow row(const Span &span, const SceneFrame &frame, const QList<TimelinePoint> &points = {});
};

namespace {

constexpr double Close = 1e-6;

DayRange on(int year, int month = 1, int day = 1)
{
    return {dayNumber(year, month, day), dayNumber(year, month, day)};
}

DayRange all(int year)
{
    return {dayNumber(year, 1, 1), dayNumber(year, 12, 31)};
}

QRectF unite(const SceneRow &row, PieceKind kind)
{
    QRectF united;
    for (const Piece &piece : row.pieces) {
        if (piece.kind == kind)
            united |= piece.rect;
    }
    return united;
}

} // namespace

SceneFrame TstRowLayout::yearsFrame(int from, int to)
{
    SceneFrame frame = SceneFrame::suited(QSizeF(1400, 400), QFont());
    frame.today = dayNumber(2026, 1, 1);
    frame.scale = Scale::fitting(dayNumber(from, 1, 1), dayNumber(to, 12, 31), frame.chart().width(), 0);
    return frame;
}

SceneRow TstRowLayout::row(const Span &span, const SceneFrame &frame, const QList<TimelinePoint> &points)
{
    TimelineItem item;
    item.title = QStringLiteral("Title");
    item.answer = QStringLiteral("In force");
    item.span = span;
    item.points = points;
    item.tone = span.event ? Tone::Event : Tone::InForce;
    return layOutRow(7, 0, frame.axisHeight, item, frame);
}

void TstRowLayout::barIsTheSpan()
{
    Test::RandomItems random(1);
    int bars = 0;
    for (int i = 0; i < 4000; ++i) {
        const Span span = random.span();
        if (span.start == span.end)
            continue; // one day, not a bar
        const SceneFrame frame = random.frame(QSizeF(random.real(480, 2400), 300));
        const SceneRow laid = row(span, frame);
        if (laid.shape != RowShape::Bar && laid.shape != RowShape::Hollow && laid.shape != RowShape::Period)
            continue;
        if (span.start.latest == NoDay || span.end.earliest == NoDay || span.end.latest == NoDay)
            continue;
        // The window of it that is in sight.
        const QRectF chart = frame.chart();
        const double from = frame.x(span.start.latest), until = frame.x(span.end.earliest + 1.0);
        const double last = frame.x(span.end.latest + 1.0);
        if (until - from < 6)
            continue; // shorter ones are widened so that they can be seen
        ++bars;
        const QRectF core = unite(laid, PieceKind::Core) & chart;
        const double left = std::clamp(from, chart.left(), chart.right());
        const double right = std::clamp(until, chart.left(), chart.right());
        if (right > left) {
            QVERIFY(std::abs(core.left() - left) < Close);
            QVERIFY(std::abs(core.right() - right) < Close);
        } else {
            QVERIFY(core.isEmpty());
        }
        const double first = span.start.earliest == NoDay ? from - 36 : frame.x(span.start.earliest);
        const QRectF bar = laid.bar & chart;
        QVERIFY(std::abs(bar.left() - std::max(first, chart.left())) < Close);
        QVERIFY(std::abs(bar.right() - std::min(last, chart.right())) < Close);
    }
    QVERIFY(bars > 300);
}

void TstRowLayout::uncertainPartsFade()
{
    Span span;
    span.start = all(2014);
    span.end = {dayNumber(2016, 1, 1), dayNumber(2018, 12, 31)};
    const SceneFrame frame = yearsFrame(2010, 2020);
    const SceneRow laid = row(span, frame);
    QCOMPARE(laid.shape, RowShape::Bar);
    QCOMPARE(laid.pieces.size(), 3);
    const Piece &rising = laid.pieces.at(0), &core = laid.pieces.at(1), &falling = laid.pieces.at(2);
    QVERIFY(rising.kind == PieceKind::Fringe && core.kind == PieceKind::Core && falling.kind == PieceKind::Fringe);
    QVERIFY(rising.from < 0.1 && rising.to == 1);
    QVERIFY(core.from == 1 && core.to == 1);
    QVERIFY(falling.from == 1 && falling.to < 0.1);
    QVERIFY(std::abs(rising.rect.right() - core.rect.left()) < Close);
    QVERIFY(std::abs(core.rect.right() - falling.rect.left()) < Close);
    QVERIFY(std::abs(rising.rect.left() - frame.x(dayNumber(2014, 1, 1))) < Close);
    QVERIFY(std::abs(core.rect.left() - frame.x(dayNumber(2014, 12, 31))) < Close);
    QVERIFY(std::abs(core.rect.right() - frame.x(dayNumber(2016, 1, 2))) < Close);
    QVERIFY(std::abs(falling.rect.right() - frame.x(dayNumber(2019, 1, 1))) < Close);
}

void TstRowLayout::everySignIsPlaced()
{
    Test::RandomItems random(2);
    for (int i = 0; i < 4000; ++i) {
        const SceneFrame frame = random.frame(QSizeF(random.real(100, 2400), 300));
        const TimelineItem item = random.item();
        const SceneRow laid = layOutRow(1, 0, frame.axisHeight, item, frame);
        const QRectF band = laid.band, chart = frame.chart();
        const QRectF signs = laid.signs();
        // In sight, to the left, to the right, or without a date: exactly one of them.
        const int places = int(!signs.isNull()) + int(laid.liesLeft) + int(laid.liesRight) + int(item.isUndated());
        QCOMPARE(places, 1);
        if (signs.isNull())
            continue;
        QVERIFY(signs.top() >= band.top() && signs.bottom() <= band.bottom() + 1);
        // Coordinates stay small however far the bar reaches.
        QVERIFY(signs.left() >= chart.left() - 40 && signs.right() <= chart.right() + 40);
        for (const Piece &piece : laid.pieces) {
            QVERIFY(piece.from >= 0 && piece.from <= 1 && piece.to >= 0 && piece.to <= 1);
            QVERIFY(laid.bar.adjusted(-Close, -Close, Close, Close).contains(piece.rect));
        }
        for (qsizetype p = 1; p < laid.pieces.size(); ++p)
            QVERIFY(std::abs(laid.pieces.at(p).rect.left() - laid.pieces.at(p - 1).rect.right()) < 1e-3);
    }
}

void TstRowLayout::captionsAndTitlesKeepTheirPlace()
{
    Test::RandomItems random(3);
    int beside = 0, inside = 0;
    for (int i = 0; i < 4000; ++i) {
        const SceneFrame frame = random.frame(QSizeF(random.real(100, 2400), 300));
        const SceneRow laid = layOutRow(1, 0, frame.axisHeight, random.item(), frame);
        if (!laid.title.isEmpty()) {
            QVERIFY(QFontMetricsF(frame.font).horizontalAdvance(laid.title) <= laid.titleRect.width());
            QVERIFY(laid.titleRect.right() <= frame.gutterWidth);
        }
        if (laid.caption.isEmpty())
            continue;
        const QRectF box = laid.captionRect;
        const QFontMetricsF font(laid.bar.intersects(box) ? frame.boldFont() : frame.smallFont());
        QVERIFY(font.horizontalAdvance(laid.caption) <= box.width() + 1);
        QVERIFY(box.left() >= frame.chart().left() - Close && box.right() <= frame.chart().right() + Close);
        if (laid.bar.intersects(box)) {
            ++inside;
            QVERIFY(laid.bar.left() <= box.left() && laid.bar.right() >= box.right());
            for (const Piece &piece : laid.pieces)
                QVERIFY(piece.kind != PieceKind::Fringe || !piece.rect.intersects(box));
        } else {
            ++beside;
            for (const Mark &mark : laid.marks)
                QVERIFY(!mark.rect.intersects(box));
        }
    }
    QVERIFY(beside > 200 && inside > 200);
}

void TstRowLayout::openEnd()
{
    Span span;
    span.start = on(2020, 4, 1);
    span.openEnd = true;
    const SceneFrame frame = yearsFrame(2010, 2035);
    const SceneRow laid = row(span, frame);
    QVERIFY(laid.endless);
    QVERIFY(laid.bar.right() > frame.chart().right());
    QVERIFY(unite(laid, PieceKind::Fringe).isNull());
}

void TstRowLayout::unknownEnd()
{
    Span span;
    span.start = on(2004);
    span.unknownEnd = true;
    span.end.earliest = dayNumber(2010, 6, 30); // attested on that day
    const SceneFrame frame = yearsFrame(2000, 2035);
    const SceneRow laid = row(span, frame);
    QVERIFY(!laid.endless);
    QVERIFY(std::abs(unite(laid, PieceKind::Core).right() - frame.x(dayNumber(2010, 7, 1))) < Close);
    const QRectF possible = unite(laid, PieceKind::Possible);
    QVERIFY(std::abs(possible.left() - frame.x(dayNumber(2010, 7, 1))) < Close);
    QVERIFY(std::abs(possible.right() - frame.x(frame.today + 1)) < Close);
    for (const Piece &piece : laid.pieces)
        QVERIFY(piece.kind == PieceKind::Core || piece.from < 0.5);
}

void TstRowLayout::hollowIsPale()
{
    Span span;
    span.start = on(2011, 6, 1);
    span.unknownEnd = true;
    span.hollow = true;
    const SceneRow laid = row(span, yearsFrame(2010, 2030));
    QCOMPARE(laid.shape, RowShape::Hollow);
    QVERIFY(!laid.pieces.isEmpty());
    for (const Piece &piece : laid.pieces)
        QVERIFY(piece.from < 0.2 && piece.to < 0.2);
    QVERIFY(!laid.captionOnTone);
}

void TstRowLayout::laterThanTodayIsPaler()
{
    Span span;
    span.start = on(2025);
    span.end = on(2028, 12, 31);
    const SceneFrame frame = yearsFrame(2020, 2030);
    const SceneRow laid = row(span, frame);
    QCOMPARE(laid.pieces.size(), 2);
    QCOMPARE(laid.pieces.at(0).from, 1.0);
    QVERIFY(laid.pieces.at(1).from < 0.5);
    QVERIFY(std::abs(laid.pieces.at(1).rect.left() - frame.x(frame.today + 1)) < Close);
}

void TstRowLayout::outlineOfTheTermBeforeSignature()
{
    Span span;
    span.start = on(2021, 9, 20);
    span.end = on(2022, 12, 31);
    span.outline = {dayNumber(2020, 1, 1), dayNumber(2021, 9, 19)};
    const SceneFrame frame = yearsFrame(2018, 2024);
    const SceneRow laid = row(span, frame);
    QVERIFY(std::abs(laid.outline.left() - frame.x(dayNumber(2020, 1, 1))) < Close);
    QVERIFY(std::abs(laid.outline.right() - laid.bar.left()) < Close);
}

void TstRowLayout::yearOnlyDateIsAYearWide()
{
    Span span;
    span.start = span.end = all(2020);
    span.point = true;
    const SceneFrame frame = yearsFrame(2010, 2025);
    const SceneRow laid = row(span, frame);
    QCOMPARE(laid.shape, RowShape::Range);
    QVERIFY(std::abs(laid.bar.left() - frame.x(dayNumber(2020, 1, 1))) < Close);
    QVERIFY(std::abs(laid.bar.right() - frame.x(dayNumber(2021, 1, 1))) < Close);

    Span bar;
    bar.start = on(2011);
    bar.end = on(2022);
    const SceneRow marked = row(bar, frame, {{PointKind::Signature, all(2014), 0}, {PointKind::Consent, on(2015), 1}});
    QCOMPARE(marked.marks.size(), 2);
    QVERIFY(marked.marks.at(0).isRange);
    QVERIFY(std::abs(marked.marks.at(0).rect.width() -
                     (frame.x(dayNumber(2015, 1, 1)) - frame.x(dayNumber(2014, 1, 1)))) < Close);
    QVERIFY(!marked.marks.at(1).isRange);
    QVERIFY(std::abs(marked.marks.at(1).rect.center().x() - frame.x(dayNumber(2015, 1, 1) + 0.5)) < Close);
}

void TstRowLayout::exactDayIsADiamond()
{
    Span span;
    span.start = span.end = on(2021, 9, 20);
    span.point = true;
    for (const SceneFrame &frame : {yearsFrame(2010, 2025), yearsFrame(2021, 2021)}) {
        const SceneRow laid = row(span, frame);
        QCOMPARE(laid.shape, RowShape::Diamond);
        QVERIFY(std::abs(laid.bar.center().x() - frame.x(dayNumber(2021, 9, 20) + 0.5)) < Close);
    }
}

void TstRowLayout::eventPeriodIsSlim()
{
    Span span;
    span.event = true;
    span.start = on(2011, 9, 18);
    span.end = on(2012, 9, 20);
    const SceneRow laid = row(span, yearsFrame(2010, 2015));
    QCOMPARE(laid.shape, RowShape::Period);
    QVERIFY(laid.bar.height() < laid.band.height() / 2);
    span.end = on(2011, 9, 20);
    QCOMPARE(row(span, yearsFrame(2000, 2025)).shape, RowShape::Diamond); // three days would not be seen
}

void TstRowLayout::certainNowhere()
{
    Span span; // it may have ended before it is known to have begun
    span.start = {dayNumber(2014, 1, 1), dayNumber(2018, 1, 1)};
    span.end = {dayNumber(2015, 1, 1), dayNumber(2020, 1, 1)};
    const SceneFrame frame = yearsFrame(2010, 2025);
    const SceneRow laid = row(span, frame);
    QVERIFY(unite(laid, PieceKind::Core).isNull());
    QVERIFY(std::abs(laid.bar.left() - frame.x(dayNumber(2014, 1, 1))) < Close);
    QVERIFY(std::abs(laid.bar.right() - frame.x(dayNumber(2020, 1, 2))) < Close);
}

void TstRowLayout::oneDayIsNoBar()
{
    Span gift; // given on some day of 2020
    gift.start = gift.end = all(2020);
    QCOMPARE(row(gift, yearsFrame(2010, 2025)).shape, RowShape::Range);
    gift.start = gift.end = on(2020, 8, 5);
    QCOMPARE(row(gift, yearsFrame(2010, 2025)).shape, RowShape::Diamond);
}

void TstRowLayout::undated()
{
    const SceneRow laid = row(Span(), yearsFrame(2010, 2025));
    QCOMPARE(laid.shape, RowShape::None);
    QVERIFY(laid.signs().isNull());
    QVERIFY(!laid.liesLeft && !laid.liesRight);
    QCOMPARE(laid.caption, QStringLiteral("no date"));
}

void TstRowLayout::outOfSight()
{
    Span span;
    span.start = on(1950);
    span.end = on(1960);
    const SceneRow left = row(span, yearsFrame(2010, 2025));
    QVERIFY(left.liesLeft && !left.liesRight && left.signs().isNull());
    const SceneRow right = row(span, yearsFrame(1900, 1920));
    QVERIFY(right.liesRight && !right.liesLeft && right.signs().isNull());
}

void TstRowLayout::ownDateIsNoSecondSign()
{
    Span span;
    span.start = span.end = on(2021, 9, 20);
    span.point = true;
    const SceneRow laid = row(span, yearsFrame(2010, 2025),
                              {{PointKind::Signature, on(2021, 9, 20), -1}, {PointKind::Delivery, on(2022), 0}});
    QCOMPARE(laid.marks.size(), 1);
    QCOMPARE(laid.marks.first().point.kind, PointKind::Delivery);
}

void TstRowLayout::manyPointsOfOnePixelAreOne()
{
    Span span;
    span.start = on(2011);
    span.openEnd = true;
    QList<TimelinePoint> points;
    for (int i = 0; i < 1000; ++i)
        points.append({PointKind::Delivery, on(2014, 3, 3), i});
    QCOMPARE(row(span, yearsFrame(2010, 2025), points).marks.size(), 1);
}

void TstRowLayout::titlesStandOnBarsWithoutGutter()
{
    Span span;
    span.start = on(2011);
    span.end = on(2024);
    SceneFrame frame = SceneFrame::suited(QSizeF(300, 200), QFont());
    QCOMPARE(frame.gutterWidth, 0.0);
    frame.today = dayNumber(2026, 1, 1);
    frame.scale = Scale::fitting(dayNumber(2010, 1, 1), dayNumber(2025, 1, 1), 300);
    const SceneRow laid = row(span, frame);
    QCOMPARE(laid.caption, QStringLiteral("Title"));
    QVERIFY(laid.title.isEmpty());
}

TREATYBOOK_TEST(TstRowLayout)
#include "tst_rowlayout.moc"
