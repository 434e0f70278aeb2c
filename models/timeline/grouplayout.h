#pragma once

#include "timeline/scene.h"

namespace Treatybook {

/// Lays out the groups of an arrangement that are in view, and of their lines what lies in the window: costs follow the
/// pixels. For Scene.
class GroupLayout
{
public:
    GroupLayout(const Arrangement &arrangement, const Grouping &grouping, const ItemSource &items,
                const DensitySource &densities, const SceneFrame &frame)
        : m_arrangement(arrangement)
        , m_grouping(grouping)
        , m_items(items)
        , m_densities(densities)
        , m_frame(frame)
        , m_chart(frame.chart())
    {
    }

    void run();

    QList<SceneRow> rows;
    QList<SceneGroup> groups;

private:
    void layOutGroup(const Block &block);
    void layOutLine(const Block &block, const std::vector<Slot> &line, double top);
    void layOutStrip(const Block &block, SceneGroup &group) const;
    void layOutBadges(const Block &block, SceneGroup &group) const;
    QList<Slot> goingOn(const Block &block) const;
    QRectF headOf(const SceneGroup &group) const;
    double sceneY(double contentY) const { return m_chart.top() + contentY - m_frame.scrollY; }
    bool isInSight(double top, double height) const { return top < m_chart.bottom() && top + height > m_chart.top(); }

    const Arrangement &m_arrangement;
    const Grouping &m_grouping;
    const ItemSource &m_items;
    const DensitySource &m_densities;
    const SceneFrame &m_frame;
    QRectF m_chart;
};

} // namespace Treatybook
