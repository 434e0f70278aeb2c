#pragma once

#include "timeline/scenerelations.h"

namespace Treatybook {

/// The arrows over a timeline: of the records asked for, found anew only when they or the scene are others.
class RelationOverlay
{
public:
    /// `scene` is known by a number that changes with it.
    void show(const QList<Slot> &records, const Scene &scene, quint64 number, Arranger &arranger,
              const AgreementStore &store);
    const RelationRoutes &routes() const { return m_routes; }

    /// The arrow under the pointer, drawn stronger; -1 for none. True if it is another one.
    bool hover(QPointF position);
    int hovered() const { return m_hovered; }
    /// What lies at the other end of the arrow under a point, seen from `current`; none where there is no arrow.
    std::optional<Slot> otherEnd(QPointF position, std::optional<Slot> current) const;
    void paint(QPainter &painter, const TimelineStyle &style, const QFont &font) const;

private:
    RelationRoutes m_routes;
    QList<Slot> m_records;
    quint64 m_scene = 0;
    int m_hovered = -1;
};

} // namespace Treatybook
