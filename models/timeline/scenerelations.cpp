#include "timeline/scenerelations.h"

#include "timeline/labels.h"

#include <QSet>

namespace Treatybook {

namespace {

/// Where the record's bar is drawn, or would be if the chart were larger; null if it has no place.
QRectF placeOf(Slot slot, const Scene &scene, Arranger &arranger, const AgreementStore &store)
{
    const SceneFrame &frame = scene.frame();
    const SceneRow *row = scene.rowOf(slot);
    if (row && !row->signs().isNull())
        return row->bar.isNull() ? row->signs() : row->bar;
    const auto top = arranger.arrangement(frame).topOf(slot);
    const auto extent = store.columns().extent(slot).on(frame.today);
    if (!top || !extent)
        return {};
    const double left = frame.x(extent->earliest);
    double right = frame.x(extent->latest + 1.0);
    if (const auto cut = arranger.arrangement(frame).cutOf(slot))
        right = std::min(right, frame.x(*cut));
    const double y = frame.chart().top() + *top - frame.scrollY;
    return QRectF(left, y + frame.rowHeight * 0.15, std::max(1.0, right - left), frame.rowHeight * 0.64);
}

/// A sign of where it is beyond the edge.
QString arrowTo(const QRectF &place, const QRectF &chart)
{
    if (place.right() <= chart.left())
        return QStringLiteral("◂ ");
    if (place.left() >= chart.right())
        return QStringLiteral("▸ ");
    return place.top() < chart.top() ? QStringLiteral("▴ ") : QStringLiteral("▾ ");
}

} // namespace

RelationRoutes relationRoutes(const Scene &scene, Arranger &arranger, const AgreementStore &store,
                              const QList<Slot> &records)
{
    QList<RelationLink> links;
    for (const Slot slot : records)
        links += relationsOf(store, slot);
    std::ranges::sort(links);
    const auto repeated = std::ranges::unique(links);
    links.erase(repeated.begin(), repeated.end());

    QList<RouteRequest> requests;
    for (const RelationLink &link : std::as_const(links)) {
        const QRectF from = placeOf(link.from, scene, arranger, store), to = placeOf(link.to, scene, arranger, store);
        if (!from.isNull() && !to.isNull())
            requests.append({link, from, to});
    }
    if (requests.isEmpty())
        return {};
    QList<QRectF> bars;
    for (const SceneRow &row : scene.rows()) {
        bars.append(row.bar.isNull() ? row.signs() : row.bar);
        if (!row.captionRect.isNull())
            bars.append(row.captionRect);
    }
    const SceneFrame &frame = scene.frame();
    return RelationRoutes::of(requests, bars, frame.chart(), frame.smallFont(), frame.locale);
}

EdgePill edgePill(const Scene &scene, Arranger &arranger, const AgreementStore &store, Slot slot)
{
    const SceneFrame &frame = scene.frame();
    const QRectF chart = frame.chart();
    const QRectF place = placeOf(slot, scene, arranger, store);
    if (place.isNull() || place.intersects(chart) || chart.width() < 120 || chart.height() < frame.rowHeight)
        return {};
    EdgePill pill;
    const QFontMetricsF &font = frame.fonts().boldText.metrics();
    pill.text = arrowTo(place, chart) +
                fittingText(store.record(slot).label().toString(), font, std::min(220.0, chart.width() / 2));
    const double width = font.horizontalAdvance(pill.text) + 20, height = font.height() + 6;
    const QPointF centre(std::clamp(place.center().x(), chart.left() + width / 2 + 6, chart.right() - width / 2 - 6),
                         std::clamp(place.center().y(), chart.top() + height / 2 + 6, chart.bottom() - height / 2 - 6));
    pill.rect = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height);
    return pill;
}

} // namespace Treatybook
