#include "randomitems.h"
#include "support/booksession.h"
#include "support/testregistry.h"
#include "timeline/rectgrid.h"
#include "timeline/router.h"
#include "timeline/routes.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Treatybook;

class TstRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gridCountsLikeALoop();
    void relationsOfBothDirectionsOnce();
    void straightUpToWhatItImplements();
    void bracketBetweenNeighbours();
    void levelToWhatCameBefore();
    void leadsToTheEdge();
    void routesKeepTheRules();
    void orderOfRequestsDoesNotMatter();
    void thousandOnOneRecord();
    void ringAndOddInput();
    void hitsTheNearest();
    void paintsArrows();

private:
    void check(const RelationRoutes &routes, const QList<RouteRequest> &requests, const QList<QRectF> &bars,
               const QRectF &chart);
};

namespace {

const QRectF Chart(0, 0, 1000, 600);

RelationRoutes routesOf(const QList<RouteRequest> &requests, const QList<QRectF> &bars = {})
{
    return RelationRoutes::of(requests, bars, Chart, QFont(), QLocale::c());
}

QList<QLineF> linesOf(const RelationRoute &route)
{
    QList<QLineF> lines;
    for (qsizetype i = 1; i < route.points.size(); ++i)
        lines.append({route.points.at(i - 1), route.points.at(i)});
    return lines;
}

bool onEdgeOf(const QRectF &rect, QPointF point)
{
    const bool outside = !rect.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point);
    return !outside && !rect.adjusted(0.01, 0.01, -0.01, -0.01).contains(point);
}

/// Lanes of bars that do not overlap.
struct Lanes {
    QList<QRectF> bars;

    Lanes(Test::RandomItems &random, int lanes, double pitch = 34, double height = 20)
    {
        for (int lane = 0; lane < lanes; ++lane) {
            for (double x = random.real(-40, 60); x < Chart.right(); x += random.real(12, 150)) {
                const QRectF bar = QRectF(x, 10 + lane * pitch, random.real(3, 240), height) & Chart;
                x = bar.right() + random.real(0, 30);
                if (!bar.isEmpty())
                    bars.append(bar);
            }
        }
    }

    QList<RouteRequest> requests(Test::RandomItems &random, int count) const
    {
        QList<RouteRequest> requests;
        for (int i = 0; i < count; ++i) {
            const int from = random.number(static_cast<int>(bars.size())),
                      to = random.number(static_cast<int>(bars.size()));
            const RelationLink link{static_cast<RelationKind>(random.number(13)), static_cast<Slot>(from),
                                    static_cast<Slot>(to)};
            requests.append({link, bars.at(from), bars.at(to)});
            if (random.chance(15))
                requests.last().to = QRectF(random.real(-500, 1500), random.chance(50) ? -50 : 700, 40, 20);
        }
        return requests;
    }
};

} // namespace

void TstRoutes::gridCountsLikeALoop()
{
    Test::RandomItems random(1);
    for (int round = 0; round < 50; ++round) {
        QList<QRectF> rects;
        for (int i = random.number(100); i > 0; --i)
            rects.append({random.real(-100, 900), random.real(-100, 600), random.real(1, 300), random.real(1, 60)});
        const RectGrid grid(Chart, rects);
        for (int i = 0; i < 50; ++i) {
            const QRectF place(random.real(0, 900), random.real(0, 500), random.real(1, 100), random.real(1, 100));
            const QRectF except = rects.isEmpty() ? QRectF() : rects.at(random.number(static_cast<int>(rects.size())));
            const auto expected = std::count_if(rects.cbegin(), rects.cend(), [&](const QRectF &rect) {
                return rect.intersects(place) && rect.intersects(Chart) && rect != except;
            });
            QCOMPARE(grid.count(place, except), static_cast<int>(expected));
        }
    }
}

void TstRoutes::relationsOfBothDirectionsOnce()
{
    const auto session = Test::fakeSession();
    const auto record = [](const QList<std::pair<RelationKind, QUuid>> &relations) {
        Agreement agreement(QUuid::createUuid());
        int id = 1;
        for (const auto &[kind, other] : relations) {
            Relation relation;
            relation.id = static_cast<ItemId>(id++);
            relation.kind = kind;
            relation.other = other;
            agreement.editExtras().relations.append(relation);
        }
        return agreement;
    };
    using enum RelationKind;
    const Agreement root = record({}), lone = record({});
    const Agreement plan = record({{Implements, root.id()}, {Cites, root.id()}, {Implements, root.id()}});
    const Agreement next = record({{Implements, root.id()}, {Succeeds, plan.id()}, {Related, QUuid::createUuid()}});
    QVERIFY(Test::add(*session, {root, lone, plan, next}).hasValue());
    const AgreementStore &store = session->store();
    const auto slot = [&](const Agreement &agreement) { return store.slotOf(agreement.id()).value(); };

    using Links = QList<RelationLink>;
    QCOMPARE(relationsOf(store, slot(lone)), Links());
    QCOMPARE(relationsOf(store, slot(next)),
             Links({{Implements, slot(next), slot(root)}, {Succeeds, slot(next), slot(plan)}}));
    QCOMPARE(relationsOf(store, slot(plan)), Links({{Implements, slot(plan), slot(root)},
                                                    {Cites, slot(plan), slot(root)},
                                                    {Succeeds, slot(next), slot(plan)}}));
    const Links ofRoot = relationsOf(store, slot(root));
    QCOMPARE(ofRoot.size(), 3);
    for (const RelationLink &link : ofRoot)
        QCOMPARE(link.to, slot(root));
}

void TstRoutes::straightUpToWhatItImplements()
{
    const QRectF plan(300, 100, 100, 20), agreement(100, 40, 700, 20);
    const RelationRoutes routes = routesOf({{{RelationKind::Implements, 1, 2}, plan, agreement}}, {plan, agreement});
    QCOMPARE(routes.routes.size(), 1);
    const QPolygonF &points = routes.routes.first().points;
    QCOMPARE(points, QPolygonF({{306, 100}, {306, 60}}));
    QCOMPARE(routes.routes.first().label, QStringLiteral("implements ↑"));
    QCOMPARE(routes.hidden, 0);

    // A bar between them is passed by.
    const QRectF between(290, 70, 40, 20);
    const RelationRoutes around =
        routesOf({{{RelationKind::Implements, 1, 2}, plan, agreement}}, {plan, agreement, between});
    QCOMPARE(RectGrid(Chart, {between})
                 .count(QRectF(around.routes.first().points.first(), around.routes.first().points.last())
                            .normalized()
                            .adjusted(-1, -1, 1, 1)),
             0);
}

void TstRoutes::bracketBetweenNeighbours()
{
    const QRectF later(300, 100, 100, 20), before(200, 100, 100, 20);
    const RelationRoute route =
        routesOf({{{RelationKind::Succeeds, 1, 2}, later, before}}, {later, before}).routes.first();
    QCOMPARE(route.points.size(), 4);
    QVERIFY(route.points.at(1).y() > later.bottom());
    QCOMPARE(route.points.first().y(), later.bottom());
    QCOMPARE(route.points.last().y(), before.bottom());
    QVERIFY(route.points.last().x() > before.center().x());
    QCOMPARE(route.label, QStringLiteral("succeeds ←"));
}

void TstRoutes::levelToWhatCameBefore()
{
    const QRectF later(500, 100, 100, 20), before(200, 100, 100, 20), lower(200, 300, 100, 20);
    const RelationRoutes routes = routesOf({{{RelationKind::Succeeds, 1, 2}, later, before}}, {later, before});
    QCOMPARE(routes.routes.first().points, QPolygonF({{500, 110}, {300, 110}}));
    // In another line: one bend suffices.
    QCOMPARE(routesOf({{{RelationKind::Succeeds, 1, 2}, later, lower}}).routes.first().points.size(), 3);
}

void TstRoutes::leadsToTheEdge()
{
    const QRectF bar(500, 300, 100, 20);
    const auto tip = [&](const QRectF &other) {
        return routesOf({{{RelationKind::Amends, 1, 2}, bar, other}}, {bar}).routes.first().points.last();
    };
    QCOMPARE(tip(QRectF(520, -200, 30, 20)).y(), Chart.top());
    QCOMPARE(tip(QRectF(100, 900, 30, 20)).y(), Chart.bottom());
    QCOMPARE(tip(QRectF(-400, 300, 30, 20)).x(), Chart.left());
    QCOMPARE(tip(QRectF(QPointF(-1, 90), QSizeF())).x(), Chart.left());
    QVERIFY(Chart.contains(tip(QRectF(1400, 300, 30, 20)).toPoint() - QPoint(1, 0)));
    const RelationRoutes none =
        routesOf({{{RelationKind::Amends, 1, 2}, QRectF(-400, 300, 30, 20), QRectF(-600, 300, 30, 20)}});
    QVERIFY(none.routes.isEmpty());
    QCOMPARE(none.hidden, 1);
}

void TstRoutes::check(const RelationRoutes &routes, const QList<RouteRequest> &requests, const QList<QRectF> &bars,
                      const QRectF &chart)
{
    QCOMPARE(routes.routes.size() + routes.hidden, requests.size());
    QVERIFY(routes.routes.size() <= RelationRoutes::MostDrawn);
    QCOMPARE(routes.hiddenLabel.isEmpty(), routes.hidden == 0);
    QList<QRectF> labels{routes.hiddenRect};
    for (qsizetype i = 0; i < routes.routes.size(); ++i) {
        const RelationRoute &route = routes.routes.at(i);
        const auto request = std::find_if(requests.cbegin(), requests.cend(),
                                          [&](const RouteRequest &candidate) { return candidate.link == route.link; });
        QVERIFY(request != requests.cend());
        QVERIFY(route.points.size() >= 2 && route.points.size() <= 4);
        if (request->from.intersects(chart))
            QVERIFY(onEdgeOf(request->from & chart, route.points.first()));
        if (request->to.intersects(chart))
            QVERIFY(onEdgeOf(request->to & chart, route.points.last()));
        for (const QLineF &line : linesOf(route)) {
            QVERIFY(chart.adjusted(-1, -1, 1, 1).contains(line.p1()) &&
                    chart.adjusted(-1, -1, 1, 1).contains(line.p2()));
            QVERIFY(line.dx() == 0 || line.dy() == 0);
            QVERIFY(line.length() > 0);
            // Side by side with the lines of others: a track apart.
            for (qsizetype j = 0; j < i; ++j) {
                for (const QLineF &other : linesOf(routes.routes.at(j))) {
                    if ((line.dx() == 0) != (other.dx() == 0))
                        continue;
                    const bool upright = line.dx() == 0;
                    const double apart = upright ? line.x1() - other.x1() : line.y1() - other.y1();
                    const auto ends = [&](const QLineF &l) {
                        return upright ? std::minmax({l.y1(), l.y2()}) : std::minmax({l.x1(), l.x2()});
                    };
                    const auto [low, high] = ends(line);
                    const auto [otherLow, otherHigh] = ends(other);
                    QVERIFY(std::abs(apart) >= RelationRoutes::Track - 0.1 || low > otherHigh || otherLow > high);
                }
            }
        }
        QCOMPARE(route.label.isEmpty(), route.labelRect.isNull());
        if (route.labelRect.isNull())
            continue;
        QVERIFY(chart.contains(route.labelRect));
        QVERIFY(QFontMetricsF(QFont()).horizontalAdvance(route.label) <= route.labelRect.width());
        for (const QRectF &bar : bars)
            QVERIFY(!bar.intersects(route.labelRect));
        for (const QRectF &label : labels)
            QVERIFY(!label.intersects(route.labelRect));
        for (const RelationRoute &other : routes.routes) {
            for (const QLineF &line : linesOf(other))
                QVERIFY(!QRectF(line.p1(), line.p2())
                             .normalized()
                             .adjusted(-0.5, -0.5, 0.5, 0.5)
                             .intersects(route.labelRect));
        }
        labels.append(route.labelRect);
    }
}

void TstRoutes::routesKeepTheRules()
{
    Test::RandomItems random(2);
    int drawn = 0, asked = 0, labelled = 0;
    for (int round = 0; round < 120; ++round) {
        const Lanes lanes(random, 1 + random.number(17), random.chance(50) ? 28 : 36);
        const QList<RouteRequest> requests = lanes.requests(random, 1 + random.number(30));
        const RelationRoutes routes = routesOf(requests, lanes.bars);
        check(routes, requests, lanes.bars, Chart);
        if (QTest::currentTestFailed())
            return;
        asked += static_cast<int>(requests.size());
        drawn += static_cast<int>(routes.routes.size());
        for (const RelationRoute &route : routes.routes)
            labelled += !route.label.isEmpty();
    }
    QVERIFY2(drawn > asked * 8 / 10, qPrintable(QStringLiteral("%1 of %2").arg(drawn).arg(asked)));
    QVERIFY(labelled > 100);
}

void TstRoutes::orderOfRequestsDoesNotMatter()
{
    Test::RandomItems random(3);
    for (int round = 0; round < 30; ++round) {
        const Lanes lanes(random, 8);
        QList<RouteRequest> requests = lanes.requests(random, 90);
        // The same link twice with other rectangles would be two records in one slot.
        std::sort(requests.begin(), requests.end(), [](const auto &a, const auto &b) { return a.link < b.link; });
        requests.erase(std::unique(requests.begin(), requests.end(),
                                   [](const auto &a, const auto &b) { return a.link == b.link; }),
                       requests.end());
        const RelationRoutes once = routesOf(requests, lanes.bars);
        for (qsizetype i = requests.size() - 1; i > 0; --i)
            requests.swapItemsAt(i, random.number(static_cast<int>(i) + 1));
        const RelationRoutes again = routesOf(requests, lanes.bars);
        QCOMPARE(once.routes.size(), again.routes.size());
        for (qsizetype i = 0; i < once.routes.size(); ++i) {
            QCOMPARE(once.routes.at(i).link, again.routes.at(i).link);
            QCOMPARE(once.routes.at(i).points, again.routes.at(i).points);
            QCOMPARE(once.routes.at(i).labelRect, again.routes.at(i).labelRect);
        }
    }
}

void TstRoutes::thousandOnOneRecord()
{
    const QRectF hub(200, 290, 500, 20);
    QList<RouteRequest> requests;
    QList<QRectF> bars{hub};
    for (int i = 0; i < 1000; ++i) {
        const QRectF bar((i % 25) * 40, 10 + (i / 25) * 28, 30, 18);
        if (bar.intersects(hub))
            continue;
        if (bar.intersects(Chart))
            bars.append(bar);
        requests.append({{RelationKind::Implements, static_cast<Slot>(i + 1), 0}, bar, hub});
    }
    const RelationRoutes routes = routesOf(requests, bars);
    check(routes, requests, bars, Chart);
    QVERIFY(routes.routes.size() >= 30);
    QCOMPARE(routes.hiddenLabel, QStringLiteral("+%1 relation(s)").arg(routes.hidden));
    QVERIFY(!routes.hiddenRect.isNull());
}

void TstRoutes::ringAndOddInput()
{
    QList<RouteRequest> ring;
    QList<QRectF> bars;
    for (int i = 0; i < 6; ++i)
        bars.append({100.0 + 120 * i, 50.0 + 60 * (i % 3), 90, 20});
    for (int i = 0; i < 6; ++i)
        ring.append({{RelationKind::Supersedes, static_cast<Slot>(i), static_cast<Slot>((i + 1) % 6)},
                     bars.at(i),
                     bars.at((i + 1) % 6)});
    const RelationRoutes routes = routesOf(ring, bars);
    check(routes, ring, bars, Chart);
    QCOMPARE(routes.routes.size(), 6);

    // Both ways, with itself, on one place, of no size, and no room at all.
    const QRectF bar(100, 100, 80, 20);
    QList<RouteRequest> odd{{{RelationKind::Related, 1, 1}, bar, bar},
                            {{RelationKind::Related, 1, 2}, bar, bar},
                            {{RelationKind::Related, 2, 1}, bar, bar},
                            {{RelationKind::Cites, 3, 4}, {}, {}},
                            {{RelationKind::Cites, 3, 5}, QRectF(50, 50, 0, 0), QRectF(900, 500, 1, 1)},
                            {{RelationKind::Cites, 6, 7}, QRectF(0, 0, 1000, 600), QRectF(0, 0, 1000, 600)}};
    check(routesOf(odd, {bar}), odd, {bar}, Chart);
    for (const QRectF &chart : {QRectF(0, 0, 1, 1), QRectF(0, 0, 0, 0), QRectF(50, 40, 8000, 10)}) {
        const RelationRoutes small = RelationRoutes::of(ring, bars, chart, QFont(), QLocale::c());
        QCOMPARE(small.routes.size() + small.hidden, ring.size());
    }
    QVERIFY(routesOf({}).routes.isEmpty());
    QCOMPARE(routesOf({}).routeAt({5, 5}), -1);
}

void TstRoutes::hitsTheNearest()
{
    Test::RandomItems random(4);
    for (int round = 0; round < 30; ++round) {
        const Lanes lanes(random, 10);
        const RelationRoutes routes = routesOf(lanes.requests(random, 20), lanes.bars);
        for (int i = 0; i < routes.routes.size(); ++i) {
            const RelationRoute &route = routes.routes.at(i);
            if (!route.labelRect.isNull())
                QCOMPARE(routes.routeAt(route.labelRect.center()), i);
        }
        for (int i = 0; i < 100; ++i) {
            const QPointF point(random.real(0, 1000), random.real(0, 600));
            double least = 1e9;
            bool onLabel = false;
            for (const RelationRoute &route : routes.routes) {
                onLabel = onLabel || route.labelRect.contains(point);
                for (const QLineF &line : linesOf(route)) {
                    for (double share = 0; share <= 1; share += 1 / 512.0)
                        least = std::min(least, QLineF(point, line.pointAt(share)).length());
                }
            }
            if (onLabel || std::abs(least - 4) < 0.3)
                continue;
            QCOMPARE(routes.routeAt(point) >= 0, least < 4);
        }
    }
    const QRectF plan(300, 100, 100, 20), agreement(100, 40, 700, 20);
    const RelationRoutes one = routesOf({{{RelationKind::Implements, 1, 2}, plan, agreement}}, {plan, agreement});
    QCOMPARE(one.routeAt({303, 80}), 0);
    QCOMPARE(one.routeAt({310, 80}), 0);
    QCOMPARE(one.routeAt({500, 80}), -1);
}

void TstRoutes::paintsArrows()
{
    const QRectF plan(300, 100, 100, 20), agreement(100, 40, 700, 20);
    const RelationRoutes one = routesOf({{{RelationKind::Implements, 1, 2}, plan, agreement}}, {plan, agreement});
    const TimelineStyle style = TimelineStyle::light();
    for (const int emphasised : {-1, 0}) {
        QImage image(1000, 600, QImage::Format_RGB32);
        image.fill(style.ground);
        QPainter painter(&image);
        one.paint(painter, style, QFont(), emphasised);
        painter.end();
        QCOMPARE(image.pixelColor(306, 63), style.accent); // in the head
        QVERIFY(contrast(image.pixelColor(306, 85), style.ground) > 3);
        QCOMPARE(image.pixelColor(500, 300), style.ground);
    }
}

TREATYBOOK_TEST(TstRoutes)
#include "tst_routes.moc"
