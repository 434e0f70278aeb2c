#include "randomitems.h"
#include "support/testregistry.h"
#include "timeline/scene.h"

#include <QTest>

using namespace Treatybook;

class TstScene : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowInViewOnceAndNoOther();
    void costFollowsPixels();
    void hitTestAgreesWithTheRectangles();
    void axisIsOverTheChart();
    void extremes_data();
    void extremes();
};

namespace {

/// The part under a point, by asking every rectangle of every row.
SceneHit naiveHit(const Scene &scene, QPointF point)
{
    const QSizeF size = scene.frame().size;
    const QRectF chart = scene.frame().chart();
    if (point.x() < 0 || point.y() < 0 || point.x() >= size.width() || point.y() >= size.height())
        return {};
    if (point.y() < chart.top())
        return {SceneHit::Part::Axis};
    for (int i = 0; i < scene.rows().size(); ++i) {
        const SceneRow &row = scene.rows().at(i);
        if (point.y() < row.band.top() || point.y() >= row.band.bottom())
            continue;
        if (point.x() < chart.left())
            return {SceneHit::Part::Title, i};
        int mark = -1;
        for (int m = 0; m < row.marks.size(); ++m) {
            if (row.marks.at(m).rect.adjusted(-2, -2, 2, 2).contains(point))
                mark = m;
        }
        if (mark >= 0)
            return {SceneHit::Part::Mark, i, mark};
        if (row.bar.adjusted(-2, -2, 2, 2).contains(point) || row.outline.contains(point))
            return {SceneHit::Part::Bar, i};
        const bool onCaption = row.captionRect.contains(point) || row.toneRect.contains(point);
        return {onCaption ? SceneHit::Part::Caption : SceneHit::Part::Row, i};
    }
    return {};
}

} // namespace

void TstScene::everyRowInViewOnceAndNoOther()
{
    Test::RandomItems random(11);
    for (int round = 0; round < 300; ++round) {
        QList<Slot> records;
        for (int i = random.number(200); i > 0; --i)
            records.append(Slot(records.size() * 3));
        std::shuffle(records.begin(), records.end(), std::mt19937(quint32(round)));
        SceneFrame frame = random.frame(QSizeF(900, random.real(1, 900)));
        frame.scrollY = random.real(0, double(records.size()) * frame.rowHeight);
        const Scene scene(
            records, [&](Slot) { return random.item(); }, frame);

        QList<Slot> expected;
        for (int i = 0; i < records.size(); ++i) {
            const double top = frame.axisHeight + i * frame.rowHeight - frame.scrollY;
            if (top + frame.rowHeight > frame.axisHeight && top < frame.size.height() &&
                frame.size.height() > frame.axisHeight)
                expected.append(records.at(i));
        }
        QList<Slot> shown;
        for (const SceneRow &row : scene.rows()) {
            shown.append(row.slot);
            QCOMPARE(records.at(row.row), row.slot);
            QCOMPARE(scene.rowOf(row.slot), &row);
        }
        QCOMPARE(shown, expected);
        QVERIFY(!scene.rowOf(1)); // no slot of ours
    }
}

void TstScene::costFollowsPixels()
{
    QList<Slot> records(100000);
    std::iota(records.begin(), records.end(), Slot(0));
    Test::RandomItems random(12);
    SceneFrame frame = random.frame(QSizeF(1600, 900));
    frame.scrollY = 50000 * frame.rowHeight;
    int asked = 0;
    const Scene scene(
        records,
        [&](Slot) {
            ++asked;
            return random.item();
        },
        frame);
    QVERIFY(asked <= 900 / 28 + 2);
    QCOMPARE(scene.rows().first().row, 50000);
}

void TstScene::hitTestAgreesWithTheRectangles()
{
    Test::RandomItems random(13);
    std::map<SceneHit::Part, int> seen;
    for (int round = 0; round < 200; ++round) {
        QList<Slot> records(random.number(40));
        std::iota(records.begin(), records.end(), Slot(0));
        SceneFrame frame = random.frame(QSizeF(random.real(100, 1600), random.real(60, 700)));
        frame.scrollY = random.real(0, 300);
        const Scene scene(
            records, [&](Slot) { return random.item(); }, frame);
        QList<QPointF> points;
        for (int i = 0; i < 60; ++i)
            points.append({random.real(-20, frame.size.width() + 20), random.real(-20, frame.size.height() + 20)});
        for (const SceneRow &row : scene.rows()) { // corners and middles, where mistakes are
            points.append({row.bar.center(), row.bar.topLeft(), row.bar.bottomRight() + QPointF(1, 1)});
            points.append(row.captionRect.center());
            for (const Mark &mark : row.marks)
                points.append(mark.rect.center());
        }
        for (const QPointF &point : std::as_const(points)) {
            const SceneHit hit = scene.hitTest(point);
            QCOMPARE(hit, naiveHit(scene, point));
            ++seen[hit.part];
        }
    }
    for (const auto part : {SceneHit::Part::None, SceneHit::Part::Axis, SceneHit::Part::Title, SceneHit::Part::Row,
                            SceneHit::Part::Bar, SceneHit::Part::Mark, SceneHit::Part::Caption})
        QVERIFY2(seen[part] > 20, qPrintable(QString::number(static_cast<int>(part))));
}

void TstScene::axisIsOverTheChart()
{
    Test::RandomItems random(14);
    const SceneFrame frame = random.frame(QSizeF(1200, 400));
    QCOMPARE(frame.chart().left(), frame.gutterWidth);
    QCOMPARE(frame.chart().right(), 1200.0);
    const Scene scene({}, {}, frame);
    QVERIFY(!scene.axis().minor.isEmpty());
    QVERIFY(scene.rows().isEmpty());
    const Tick &tick = scene.axis().minor.last();
    QCOMPARE(frame.x(tick.day), frame.gutterWidth + tick.x);
}

void TstScene::extremes_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("1 × 1") << QSizeF(1, 1);
    QTest::newRow("8000 × 200") << QSizeF(8000, 200);
    QTest::newRow("usual") << QSizeF(1600, 900);
}

void TstScene::extremes()
{
    QFETCH(QSizeF, size);
    QList<TimelineItem> items(6);
    items[0].title = QString(10000, u'm');
    items[0].span.start = {MinDay, MinDay};
    items[0].span.end = {MaxDay, MaxDay};
    items[1].title = QString::fromUtf8("👩‍👩‍👧‍👦").repeated(2000);
    items[1].span.start = items[1].span.end = {dayNumber(2000, 1, 1), dayNumber(2000, 1, 1)};
    items[2].span.start = {dayNumber(2020, 1, 1), dayNumber(2020, 1, 1)}; // written backwards
    items[2].span.end = {dayNumber(2010, 1, 1), dayNumber(2010, 1, 1)};
    items[3].span.start = {NoDay, dayNumber(2020, 1, 1)};
    items[3].span.end = {NoDay, dayNumber(2021, 1, 1)};
    items[4].span.start = {dayNumber(2020, 1, 1), NoDay};
    items[4].span.openEnd = true;
    items[5].span.start = {MinDay, MaxDay};
    items[5].span.end = {NoDay, NoDay};
    items[5].points = {{PointKind::Ending, {NoDay, MaxDay}, 0}, {PointKind::Entry, {MinDay, NoDay}, 1}};
    const QList<Slot> records{0, 1, 2, 3, 4, 5};
    for (const double density : {1e-9, 0.01, 1.0, 1e9}) {
        SceneFrame frame = SceneFrame::suited(size, QFont());
        frame.scale = Scale(dayNumber(2015, 1, 1), density, frame.chart().width());
        const Scene scene(
            records, [&](Slot slot) { return items.at(slot); }, frame);
        for (const SceneRow &row : scene.rows()) {
            const QRectF all = row.signs() | row.captionRect;
            QVERIFY(std::isfinite(all.left()) && std::isfinite(all.right()));
            QVERIFY(all.width() < size.width() + 100);
            for (const Piece &piece : row.pieces)
                QVERIFY(piece.rect.width() >= 0);
        }
    }
}

TREATYBOOK_TEST(TstScene)
#include "tst_scene.moc"
