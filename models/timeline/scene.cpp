#include "timeline/scene.h"

#include "timeline/grouplayout.h"
#include "timeline/rowlayout.h"

#include <cmath>

namespace Treatybook {

namespace {

QFont smaller(QFont font)
{
    constexpr double share = 0.92;
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(1, qRound(font.pixelSize() * share)));
    else
        font.setPointSizeF(font.pointSizeF() * share);
    return font;
}

QFont bolder(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

SceneFonts::SceneFonts(const QFont &plain)
    : font(plain), small(smaller(plain)), bold(bolder(small)), text(font), smallText(small), boldText(bold)
{
}

SceneFrame SceneFrame::suited(QSizeF size, const QFont &font)
{
    SceneFrame frame;
    frame.size = size;
    frame.font = font;
    const QFontMetricsF metrics(font);
    frame.rowHeight = std::max(28.0, std::ceil(metrics.height() * 1.7));
    frame.axisHeight = 2 * std::max(22.0, std::ceil(metrics.height() * 1.35));
    const double letters = metrics.averageCharWidth() * 32;
    frame.gutterWidth = size.width() < 460 ? 0 : std::floor(std::min(letters, size.width() * 0.3));
    return frame;
}

const SceneFonts &SceneFrame::fonts() const
{
    if (!m_fonts || m_fonts->font != font)
        m_fonts = std::make_shared<const SceneFonts>(font);
    return *m_fonts;
}

void SceneFrame::shareFonts(std::shared_ptr<const SceneFonts> &kept)
{
    if (kept && kept->font == font)
        m_fonts = kept;
    fonts();
    kept = m_fonts;
}

QRectF SceneRow::signs() const
{
    QRectF all = bar | outline;
    for (const Mark &mark : marks)
        all |= mark.rect;
    return all;
}

Scene::Scene(const QList<Slot> &records, const ItemSource &items, const SceneFrame &frame) : m_frame(frame)
{
    m_axis = axisTicks(frame.scale, frame.fonts().smallText.metrics(), frame.fonts().boldText.metrics(), frame.locale);
    layOutRows(records, items);
}

Scene::Scene(const Arrangement &arrangement, const Grouping &grouping, const ItemSource &items,
             const DensitySource &densities, const SceneFrame &frame)
    : m_frame(frame)
{
    m_axis = axisTicks(frame.scale, frame.fonts().smallText.metrics(), frame.fonts().boldText.metrics(), frame.locale);
    if (arrangement.isRows()) {
        layOutRows(arrangement.rowRecords(), items);
        return;
    }
    GroupLayout layout(arrangement, grouping, items, densities, m_frame);
    layout.run();
    m_rows = std::move(layout.rows);
    m_groups = std::move(layout.groups);
}

void Scene::layOutRows(const QList<Slot> &records, const ItemSource &items)
{
    const QRectF chart = m_frame.chart();
    auto row = static_cast<qsizetype>(std::floor(m_frame.scrollY / m_frame.rowHeight));
    row = std::max(row, qsizetype(0));
    for (; row < records.size() && chart.height() > 0; ++row) {
        const double top = chart.top() + double(row) * m_frame.rowHeight - m_frame.scrollY;
        if (top >= chart.bottom())
            break;
        m_rows.append(layOutRow(records.at(row), static_cast<int>(row), top, items(records.at(row)), m_frame));
    }
}

const SceneRow *Scene::rowOf(Slot slot) const
{
    for (const SceneRow &row : m_rows) {
        if (row.slot == slot)
            return &row;
    }
    return nullptr;
}

SceneHit Scene::hitTest(QPointF point) const
{
    constexpr double reach = 2; // pixels: signs are small and hands are not
    const QRectF chart = m_frame.chart();
    if (!QRectF(QPointF(), m_frame.size).contains(point))
        return {};
    if (point.y() < chart.top())
        return {SceneHit::Part::Axis};
    const bool isInLanes = !m_groups.isEmpty();
    for (int index = 0; index < m_rows.size(); ++index) {
        const SceneRow &row = m_rows.at(index);
        if (point.y() < row.band.top() || point.y() >= row.band.bottom())
            continue;
        if (isInLanes &&
            (point.x() < std::max(chart.left(), row.band.left() - reach) || point.x() >= row.band.right() + reach))
            continue;
        if (point.x() < chart.left())
            return {SceneHit::Part::Title, index};
        for (qsizetype i = row.marks.size() - 1; i >= 0; --i) { // the last one painted lies on top
            if (row.marks.at(i).rect.adjusted(-reach, -reach, reach, reach).contains(point))
                return {SceneHit::Part::Mark, index, static_cast<int>(i)};
        }
        if (row.bar.adjusted(-reach, -reach, reach, reach).contains(point) || row.outline.contains(point))
            return {SceneHit::Part::Bar, index};
        if (row.captionRect.contains(point) || row.toneRect.contains(point))
            return {SceneHit::Part::Caption, index};
        if (!isInLanes)
            return {SceneHit::Part::Row, index};
    }
    return isInLanes ? hitGroup(point) : SceneHit();
}

SceneHit Scene::hitGroup(QPointF point) const
{
    for (int index = 0; index < m_groups.size(); ++index) {
        const SceneGroup &group = m_groups.at(index);
        if (group.head.contains(point))
            return {SceneHit::Part::Group, index};
        for (int badge = 0; badge < group.badges.size(); ++badge) {
            if (group.badges.at(badge).rect.contains(point))
                return {SceneHit::Part::Badge, index, badge};
        }
        if ((group.density && group.density->rect.contains(point)) || (group.heat && group.heat->rect.contains(point)))
            return {SceneHit::Part::Strip, index};
    }
    return {};
}

} // namespace Treatybook
