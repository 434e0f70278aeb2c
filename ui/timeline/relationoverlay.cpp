#include "ui/timeline/relationoverlay.h"

namespace Treatybook {

void RelationOverlay::show(const QList<Slot> &records, const Scene &scene, quint64 number, Arranger &arranger,
                           const AgreementStore &store)
{
    if (number == m_scene && records == m_records)
        return;
    m_scene = number;
    m_records = records;
    m_hovered = -1;
    m_routes = relationRoutes(scene, arranger, store, records);
}

bool RelationOverlay::hover(QPointF position)
{
    return std::exchange(m_hovered, m_routes.routeAt(position)) != m_hovered;
}

std::optional<Slot> RelationOverlay::otherEnd(QPointF position, std::optional<Slot> current) const
{
    const int index = m_routes.routeAt(position);
    if (index < 0)
        return {};
    const RelationLink &link = m_routes.routes.at(index).link;
    return current == link.to ? link.from : link.to;
}

void RelationOverlay::paint(QPainter &painter, const TimelineStyle &style, const QFont &font) const
{
    if (!m_routes.routes.isEmpty() || m_routes.hidden > 0)
        m_routes.paint(painter, style, font, m_hovered);
}

} // namespace Treatybook
