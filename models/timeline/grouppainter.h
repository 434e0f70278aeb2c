#pragma once

#include "timeline/scene.h"

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace Treatybook {

/// Paints what a scene has of groups: for ScenePainter, which sets clip and smoothing.
class GroupPainter
{
public:
    GroupPainter(const Scene &scene, const TimelineStyle &style)
        : m_scene(scene), m_frame(scene.frame()), m_style(style), m_chart(scene.frame().chart())
    {
    }

    /// Densities and heat, under everything else.
    void paintStrips(QPainter &painter) const;
    void paintBadges(QPainter &painter) const;
    /// Names and counts, with the ground that they stand on.
    void paintHeads(QPainter &painter) const;

private:
    void paintHead(QPainter &painter, const SceneGroup &group) const;

    const Scene &m_scene;
    const SceneFrame &m_frame;
    const TimelineStyle &m_style;
    QRectF m_chart;
};

} // namespace Treatybook
