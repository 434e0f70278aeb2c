#include "timeline/grouplayout.h"

#include "domain/tr.h"
#include "timeline/rowlayout.h"

#include <algorithm>
#include <ranges>

namespace Treatybook {

namespace {

constexpr double GutterIndent = 24, GutterInset = 8;
constexpr double BadgeHeight = 18;

/// Where the record's signs begin and end in the scene, by the code that packed them.
Reach reachOf(const TimelineItem &item, const SceneFrame &frame)
{
    return Treatybook::reachOf(item.span, item.points, frame.today);
}

} // namespace

void GroupLayout::run()
{
    const std::vector<Block> &blocks = m_arrangement.blocks();
    const auto first = std::ranges::partition_point(
        blocks, [&](const Block &block) { return sceneY(block.bottom()) <= m_chart.top(); });
    for (auto block = first; block != blocks.end() && sceneY(block->top) < m_chart.bottom(); ++block)
        layOutGroup(*block);
}

void GroupLayout::layOutGroup(const Block &block)
{
    const TimelineGroup &content = m_grouping.groups.at(block.group);
    SceneGroup group;
    group.group = block.group;
    group.shape = block.shape;
    group.band = QRectF(0, sceneY(block.top), m_frame.size.width(), block.height);
    group.head = headOf(group);
    group.label = m_frame.fonts().boldText.fitting(content.label, group.head.width() - GutterIndent - GutterInset);
    group.count = Treatybook::tr("%n record(s)", nullptr, int(content.records.size()));
    layOutStrip(block, group);
    groups.append(group);

    for (size_t line = 0; line < block.lanes.size(); ++line) {
        const double top = sceneY(m_arrangement.laneTop(block, line));
        if (isInSight(top, m_frame.rowHeight))
            layOutLine(block, block.lanes[line], top);
    }
    layOutBadges(block, groups.last());
}

void GroupLayout::layOutStrip(const Block &block, SceneGroup &group) const
{
    const double top = group.band.top() + m_arrangement.headHeight();
    DensityFrame strip{QRectF(m_chart.left(), top, m_chart.width(), group.band.bottom() - top), m_frame.scale,
                       m_frame.smallFont(), m_frame.locale};
    if (block.shape == BlockShape::Density) {
        strip.rect.adjust(0, 2, 0, -1);
        group.density = DensityStrip::of(m_densities(block.group), strip);
    } else if (block.shape == BlockShape::Collapsed && m_frame.gutterWidth > 0) {
        strip.rect.adjust(0, 6, 0, -7);
        group.heat = HeatStrip::of(m_densities(block.group), strip);
    }
}

void GroupLayout::layOutLine(const Block &block, const std::vector<Slot> &line, double top)
{
    struct Near {
        Slot slot = 0;
        TimelineItem item;
        double left = 0, right = 0;       ///< of all its signs
        double barLeft = 0, barRight = 0; ///< which keep apart, so that they are in order
        bool hasTail = false;
    };
    const auto place = [&](Slot slot) {
        Near near;
        near.slot = slot;
        near.item = m_items(slot);
        const Reach reach = reachOf(near.item, m_frame);
        near.left = m_frame.gutterWidth + reach.left(m_frame.scale);
        near.right = m_frame.gutterWidth + reach.right(m_frame.scale);
        const Reach bar = Treatybook::reachOf(near.item.span, {}, m_frame.today);
        const bool mayHangOver = m_grouping.chainOf(slot) >= 0 && bar.isDated();
        near.barLeft = mayHangOver ? m_frame.gutterWidth + bar.left(m_frame.scale) : near.left;
        near.barRight = mayHangOver ? m_frame.gutterWidth + bar.right(m_frame.scale) : near.right;
        near.hasTail = reach.hasTail();
        return near;
    };
    // Where tails give way, the next one begins before they end.
    const auto barRight = [&](size_t i) {
        const double own = place(line[i]).barRight;
        return !block.cutsTails || i + 1 == line.size() ? own : std::min(own, place(line[i + 1]).barLeft);
    };
    // Acts of what lies beyond the window may hang over into it.
    const double before = block.daysBefore * m_frame.scale.pixelsPerDay() + Reach::Fringe;
    const double after = block.daysAfter * m_frame.scale.pixelsPerDay() + Reach::Fringe;
    const auto indices = std::views::iota(0, int(line.size()));
    const int first =
        *std::ranges::partition_point(indices, [&](int i) { return barRight(size_t(i)) + after <= m_chart.left(); });
    double free = m_chart.left();
    std::optional<Near> next;
    int chain = -1; // of the one before, whose title is
    QString title;
    for (auto slot = line.begin() + first; slot != line.end(); ++slot) {
        Near now = next ? std::move(*next) : place(*slot);
        next.reset();
        if (now.barLeft - before >= m_chart.right())
            break;
        const int ownChain = m_grouping.chainOf(now.slot);
        if (slot + 1 != line.end())
            next = place(*(slot + 1));
        LinePlace where{top, free, next ? next->left : m_chart.right(), {}, m_grouping.copiesOf(now.slot) > 1};
        where.isCut = next && block.cutsTails && now.hasTail && now.right > next->left;
        if (ownChain >= 0 && ownChain == chain)
            where.previous = title;
        chain = ownChain;
        title = now.item.title;
        SceneRow row = layOutOnLine(now.slot, std::move(now.item), where, m_frame);
        if (row.signs().isNull())
            continue;
        row.group = int(groups.size()) - 1;
        free = std::max(free, row.band.right());
        rows.append(std::move(row));
    }
}

void GroupLayout::layOutBadges(const Block &block, SceneGroup &group) const
{
    const double top = sceneY(m_arrangement.badgeTop(block));
    if (!block.hasBadges() || !isInSight(top, m_frame.rowHeight))
        return;
    const MeasuredFont &font = m_frame.fonts().boldText;
    const auto add = [&](double left, const QString &text, const QList<Slot> &records, Day first) {
        const QRectF rect(left, top + (m_frame.rowHeight - BadgeHeight) / 2, font.width(text) + 12, BadgeHeight);
        group.badges.append({rect, text, records, first == NoDay, first});
        return rect.right();
    };
    double free = m_chart.left() + 2; // no badge covers another one
    if (const QList<Slot> earlier = goingOn(block); !earlier.isEmpty())
        //: so many records more that began before the window and go on in it
        free =
            add(free, Treatybook::tr("+%1 from before").arg(m_frame.locale.toString(earlier.size())), earlier, NoDay) +
            2;
    for (const Overflow &overflow : block.overflow) {
        //: so many records more than there is room for
        const QString text = Treatybook::tr("+%1").arg(m_frame.locale.toString(overflow.records.size()));
        const double left = m_frame.x(overflow.first);
        if (overflow.first > m_frame.scale.firstDay() && left < m_chart.right()) // else it is counted already
            free = add(std::max(left, free), text, overflow.records, overflow.first) + 2;
    }
}

/// What goes on into the window without being drawn there, the latest first.
QList<Slot> GroupLayout::goingOn(const Block &block) const
{
    constexpr double mostBefore = 2 * Reach::Fringe; // pixels
    const Scale &scale = m_frame.scale;
    QList<Slot> slots;
    for (auto ongoing = std::ranges::upper_bound(block.ongoing, scale.dayAt(mostBefore), {}, &Ongoing::since);
         ongoing != block.ongoing.begin();) {
        --ongoing;
        if (scale.x(ongoing->since) <= double(ongoing->before) && ongoing->until >= scale.firstDay())
            slots.append(ongoing->slot);
    }
    return slots;
}

/// The name slides along its group, so that it can be read as long as anything of the group can.
QRectF GroupLayout::headOf(const SceneGroup &group) const
{
    const bool isLine = m_frame.gutterWidth <= 0;
    const double height = isLine ? m_arrangement.headHeight() : std::min(m_frame.rowHeight * 1.6, group.band.height());
    const double top = std::min(std::max(group.band.top(), m_chart.top()), group.band.bottom() - height);
    return {0, top, isLine ? m_frame.size.width() : m_frame.gutterWidth, height};
}

} // namespace Treatybook
