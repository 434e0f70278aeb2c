#include "timeline/arrangement.h"

#include "timeline/blockpacking.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace Treatybook {

namespace {

constexpr double BlockMargin = 4;

bool isDensity(size_t group, const ArrangementRequest &request)
{
    if (request.choices.encoding != Encoding::Auto)
        return request.choices.encoding == Encoding::Density;
    return group < request.dense.size() && request.dense[group];
}

double halfWindowDays(const ArrangementRequest &request)
{
    return request.metrics.width / request.pixelsPerDay / 2;
}

} // namespace

GroupMeasures::GroupMeasures(std::vector<LaneMeasure> all) : measures(std::move(all)), order(measures.size())
{
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::stable_sort(order, {}, [this](size_t i) { return measures[i].reach.first; });
}

int halfWindow(const ArrangementRequest &request, double firstDay)
{
    return int(std::floor(firstDay / halfWindowDays(request)));
}

std::vector<bool> denseGroups(const Grouping &grouping, const ArrangementRequest &request, int halfWindow)
{
    std::vector<bool> dense(size_t(grouping.groups.size()));
    if (request.choices.encoding != Encoding::Auto)
        return dense;
    const double width = request.metrics.width, half = halfWindowDays(request), from = (halfWindow - 1) * half;
    constexpr double room = Arrangement::PixelsPerItem;
    for (size_t i = 0; i < dense.size(); ++i) {
        const TimelineGroup &group = grouping.groups.at(qsizetype(i));
        if (double(group.firsts.size()) * room <= width || request.choices.hidden.contains(group.key))
            continue;
        const auto first = std::ranges::lower_bound(group.firsts, from);
        const auto last = std::ranges::upper_bound(first, group.firsts.end(), from + 5 * half);
        dense[i] = mostWithin({first, last}, 2 * half) * room > width;
    }
    return dense;
}

int mostWithin(std::span<const Day> days, double window)
{
    size_t first = 0, most = 0;
    for (size_t i = 0; i < days.size(); ++i) {
        while (double(days[i]) - days[first] > window)
            ++first;
        most = std::max(most, i - first + 1);
    }
    return int(most);
}

bool Arrangement::isInRows(qsizetype count, Encoding encoding, const ArrangementMetrics &metrics)
{
    if (encoding != Encoding::Auto)
        return encoding == Encoding::Rows;
    return double(count) * metrics.rowHeight <= metrics.page;
}

Arrangement Arrangement::rows(const QList<Slot> &records, double rowHeight)
{
    Arrangement arrangement;
    arrangement.m_rows = records;
    arrangement.m_rowHeight = rowHeight;
    arrangement.m_height = double(records.size()) * rowHeight;
    return arrangement;
}

Arrangement::Arrangement(const QList<Slot> &records, const Grouping &grouping, const MeasureSource &measures,
                         const ArrangementRequest &request, const Arrangement *like)
{
    if (isInRows(records.size(), request.choices.encoding, request.metrics)) {
        *this = rows(records, request.metrics.rowHeight);
        return;
    }
    m_isRows = false;
    m_rowHeight = request.metrics.rowHeight;
    m_headHeight = request.metrics.headHeight;
    std::vector<int> room; // of packBlock()
    const auto packed = [&](int group) -> const Block * {
        if (!like)
            return nullptr;
        const auto found = std::ranges::lower_bound(like->m_blocks, group, {}, &Block::group);
        return found != like->m_blocks.end() && found->group == group && found->shape == BlockShape::Lanes ? &*found
                                                                                                           : nullptr;
    };
    for (int i = 0; i < grouping.groups.size(); ++i) {
        const TimelineGroup &group = grouping.groups.at(i);
        if (request.choices.hidden.contains(group.key))
            continue;
        Block block;
        block.group = i;
        if (request.choices.collapsed.contains(group.key))
            block.shape = BlockShape::Collapsed;
        else if (isDensity(size_t(i), request))
            block.shape = BlockShape::Density;
        else if (const Block *known = packed(i))
            block = *known;
        else
            packBlock(block, group, measures(i), request, room);
        addBlock(std::move(block), request.metrics);
    }
}

/// Below the others.
void Arrangement::addBlock(Block block, const ArrangementMetrics &metrics)
{
    block.top = m_height;
    switch (block.shape) {
    case BlockShape::Collapsed:
        block.height = metrics.headHeight > 0 ? metrics.headHeight : metrics.rowHeight;
        break;
    case BlockShape::Density:
        block.height = metrics.headHeight + metrics.densityHeight;
        break;
    default: {
        const auto lines = double(block.lanes.size() + (block.hasBadges() ? 1 : 0));
        block.height = metrics.headHeight + std::max(metrics.groupHeight, lines * metrics.rowHeight + 2 * BlockMargin);
    }
    }
    m_height += block.height;
    m_blocks.push_back(std::move(block));
}

double Arrangement::badgeTop(const Block &block) const
{
    return block.top + m_headHeight + BlockMargin;
}

double Arrangement::laneTop(const Block &block, size_t lane) const
{
    return badgeTop(block) + (double(lane) + (block.hasBadges() ? 1 : 0)) * m_rowHeight;
}

std::optional<double> Arrangement::topOf(Slot slot) const
{
    if (m_isRows) {
        const qsizetype row = m_rows.indexOf(slot);
        return row < 0 ? std::nullopt : std::optional(double(row) * m_rowHeight);
    }
    const auto place = placeOf(slot);
    return place ? std::optional(laneTop(m_blocks[place->block], place->lane)) : std::nullopt;
}

std::optional<Arrangement::Place> Arrangement::placeOf(Slot slot) const
{
    for (size_t block = 0; block < m_blocks.size(); ++block) {
        const auto &lanes = m_blocks[block].lanes;
        for (size_t lane = 0; lane < lanes.size(); ++lane) {
            if (const auto found = std::ranges::find(lanes[lane], slot); found != lanes[lane].end())
                return Place{block, lane, size_t(found - lanes[lane].begin())};
        }
    }
    return std::nullopt;
}

std::optional<Day> Arrangement::cutOf(Slot slot) const
{
    const auto place = placeOf(slot);
    const size_t first = place ? place->block : 0, end = place ? first + 1 : m_blocks.size();
    for (size_t i = first; i < end; ++i) {
        const std::vector<Ongoing> &ongoing = m_blocks[i].ongoing;
        if (const auto found = std::ranges::find(ongoing, slot, &Ongoing::slot); found != ongoing.end())
            return found->since;
    }
    return std::nullopt;
}

std::optional<Slot> Arrangement::neighbour(const Place &place, int step) const
{
    const std::vector<Slot> &line = m_blocks[place.block].lanes[place.lane];
    const auto index = static_cast<qsizetype>(place.index) + step;
    return index < 0 || index >= qsizetype(line.size()) ? std::nullopt : std::optional(line[size_t(index)]);
}

std::optional<Slot> Arrangement::nearestOnLine(const Place &place, int step,
                                               const std::function<double(Slot)> &dayOf) const
{
    const double day = dayOf(m_blocks[place.block].lanes[place.lane][place.index]);
    auto block = static_cast<qsizetype>(place.block), lane = static_cast<qsizetype>(place.lane) + step;
    while (block >= 0 && block < qsizetype(m_blocks.size())) {
        const auto &lanes = m_blocks[size_t(block)].lanes;
        for (; lane >= 0 && lane < qsizetype(lanes.size()); lane += step) {
            const std::vector<Slot> &line = lanes[size_t(lane)];
            if (!line.empty())
                return *std::ranges::min_element(line, {}, [&](Slot slot) { return std::abs(dayOf(slot) - day); });
        }
        block += step;
        if (block >= 0 && block < qsizetype(m_blocks.size()))
            lane = step > 0 ? 0 : qsizetype(m_blocks[size_t(block)].lanes.size()) - 1;
    }
    return std::nullopt;
}

} // namespace Treatybook
