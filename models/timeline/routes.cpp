#include "timeline/routes.h"

#include "domain/tr.h"
#include "timeline/router.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace Treatybook {

namespace {

constexpr double HitDistance = 4;
constexpr double ArrowGap = 3; ///< between a label and its arrow

double gapBetween(const QRectF &a, const QRectF &b)
{
    const double x = std::max({0.0, a.left() - b.right(), b.left() - a.right()});
    const double y = std::max({0.0, a.top() - b.bottom(), b.top() - a.bottom()});
    return x + y;
}

bool isIn(const QRectF &chart, const QRectF &end)
{
    return end.right() > chart.left() && end.left() < chart.right() && end.bottom() > chart.top() &&
           end.top() < chart.bottom();
}

QString withArrow(const QString &word, const RelationRoute &route)
{
    const QPointF way = route.points.last() - route.points.first();
    const bool isUpright = std::abs(way.y()) > 12;
    const char16_t arrow = isUpright ? (way.y() < 0 ? u'↑' : u'↓') : (way.x() < 0 ? u'←' : u'→');
    return QStringLiteral("%1 %2").arg(word, QChar(arrow));
}

/// Beside the long lines of an arrow first, on either side.
QRectF labelPlace(const RelationRoute &route, QSizeF size, const QRectF &chart, const RectGrid &taken)
{
    QList<QLineF> lines;
    for (qsizetype i = 1; i < route.points.size(); ++i)
        lines.append({route.points.at(i - 1), route.points.at(i)});
    std::stable_sort(lines.begin(), lines.end(),
                     [](const QLineF &a, const QLineF &b) { return a.length() > b.length() + 0.5; });
    for (const QLineF &line : std::as_const(lines)) {
        const bool isUpright = std::abs(line.dx()) < std::abs(line.dy());
        for (const double share : {0.5, 0.3, 0.7, 0.15, 0.85}) {
            const QPointF point = line.pointAt(share);
            for (const int side : {-1, 1}) {
                QRectF place(QPointF(), size);
                const double away = side * (ArrowGap + (isUpright ? size.width() : size.height()) / 2);
                place.moveCenter(point + (isUpright ? QPointF(away, 0) : QPointF(0, away)));
                if (chart.contains(place) && taken.isFree(place))
                    return place;
            }
        }
    }
    return {};
}

double distance(QPointF point, const QLineF &line)
{
    const QRectF box = QRectF(line.p1(), line.p2()).normalized(); // level or upright
    return std::hypot(point.x() - std::clamp(point.x(), box.left(), box.right()),
                      point.y() - std::clamp(point.y(), box.top(), box.bottom()));
}

/// The clearest first: both ends in sight, then near to each other. Cuts off what is not drawn.
void chooseDrawn(QList<RouteRequest> &requests, const QRectF &chart)
{
    requests.removeIf([&](const RouteRequest &request) {
        return request.link.from == request.link.to || (!isIn(chart, request.from) && !isIn(chart, request.to));
    });
    const auto rank = [&](const RouteRequest &request) {
        const int outside = !isIn(chart, request.from) + !isIn(chart, request.to);
        return std::tuple(outside, gapBetween(request.from, request.to), request.link);
    };
    std::sort(requests.begin(), requests.end(),
              [&](const RouteRequest &a, const RouteRequest &b) { return rank(a) < rank(b); });
    if (requests.size() > RelationRoutes::MostDrawn)
        requests.resize(RelationRoutes::MostDrawn);
}

} // namespace

QList<RelationLink> relationsOf(const AgreementStore &store, Slot slot)
{
    QList<RelationLink> links;
    std::set<RelationLink> known;
    const auto add = [&](const RelationLink &link) {
        if (known.insert(link).second)
            links.append(link);
    };
    for (const Relation &relation : store.record(slot).extras().relations) {
        if (const auto other = store.slotOf(relation.other))
            add({relation.kind, slot, *other});
    }
    const QUuid &id = store.record(slot).id();
    for (const Slot other : store.incoming(slot)) {
        for (const Relation &relation : store.record(other).extras().relations) {
            if (relation.other == id)
                add({relation.kind, other, slot});
        }
    }
    return links;
}

RelationRoutes RelationRoutes::of(QList<RouteRequest> requests, const QList<QRectF> &bars, const QRectF &chart,
                                  const QFont &font, const QLocale &locale)
{
    RelationRoutes result;
    const auto wanted = static_cast<int>(requests.size());
    chooseDrawn(requests, chart);

    RectGrid taken(chart, bars);
    Router router(chart, taken, Track);
    for (const RouteRequest &request : std::as_const(requests)) {
        const QPolygonF points = router.route(request.from, request.to);
        if (!points.isEmpty())
            result.routes.append({request.link, points, {}, {}});
    }
    result.hidden = wanted - static_cast<int>(result.routes.size());

    const QFontMetricsF metrics(font);
    const auto sizeOf = [&](const QString &text) {
        return QSizeF(std::ceil(metrics.horizontalAdvance(text)) + 4, std::ceil(metrics.height()));
    };
    for (const QLineF &line : router.lines())
        taken.add(QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1));
    if (result.hidden > 0) {
        result.hiddenLabel = Treatybook::tr("+%n relation(s)", nullptr, result.hidden);
        const QSizeF size = sizeOf(result.hiddenLabel) + QSizeF(12, 4);
        result.hiddenRect = QRectF(chart.bottomRight() - QPointF(size.width() + 6, size.height() + 6), size);
        if (!chart.contains(result.hiddenRect))
            result.hiddenRect = {};
        taken.add(result.hiddenRect);
    }
    for (RelationRoute &route : result.routes) {
        const QString word = Vocabularies::relationKinds.label(static_cast<int>(route.link.kind), languageOf(locale));
        const QString label = withArrow(word, route);
        route.labelRect = labelPlace(route, sizeOf(label), chart, taken);
        if (route.labelRect.isNull())
            continue;
        route.label = label;
        taken.add(route.labelRect);
    }
    return result;
}

int RelationRoutes::routeAt(QPointF point) const
{
    int nearest = -1;
    double least = HitDistance;
    for (int i = 0; i < routes.size(); ++i) {
        const RelationRoute &route = routes.at(i);
        if (route.labelRect.contains(point))
            return i;
        for (qsizetype p = 1; p < route.points.size(); ++p) {
            const double away = distance(point, {route.points.at(p - 1), route.points.at(p)});
            if (away < least || (away <= least && nearest < 0)) {
                least = away;
                nearest = i;
            }
        }
    }
    return nearest;
}

} // namespace Treatybook
