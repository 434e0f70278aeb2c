#include "timeline/arrangement.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace Treatybook {

namespace {

constexpr double BlockMargin = 4;
constexpr double BadgeWidth = 64; ///< badges that are closer than that become one

/// The items of one level, with the record of each.
struct Level {
    std::vector<LaneItem> items;
    std::vector<Slot> records;
    std::vector<Day> firsts;
    /// By chain: its first and last link, and how far the acts of any link hang over.
    struct Chain {
        size_t first = 0, last = 0;
        double left = 0, right = 0;
    };
    std::unordered_map<int, Chain> chains;
};

/// Counts the item that was added last.
void extendChain(Level &level, const Reach &reach, const Scale &scale)
{
    const size_t own = level.items.size() - 1;
    const Level::Chain added{own, own, reach.left(scale), reach.right(scale)};
    const auto [known, isNew] = level.chains.try_emplace(level.items[own].chain, added);
    if (isNew)
        return;
    Level::Chain &chain = known->second;
    if (level.items[own].left < level.items[chain.first].left)
        chain.first = own;
    if (level.items[own].left >= level.items[chain.last].left)
        chain.last = own;
    chain.left = std::min(chain.left, added.left);
    chain.right = std::max(chain.right, added.right);
}

/// Links of a chain stand end to end: their acts may hang over among them, and their titles make do with the bar.
LaneItem itemOf(const LaneMeasure &size, int chain, bool isFollowed, const Scale &scale)
{
    LaneItem item;
    item.chain = chain;
    if (chain >= 0 && size.bar.isDated() && !size.bar.isOpenLeft) {
        item.left = scale.x(size.bar.first);
        item.right = scale.x(size.bar.last + 1.0);
        // Short ones are drawn wider than they last.
        const double missing = std::max(0.0, 2 * Reach::SignRoom - (item.right - item.left));
        item.left -= missing / 2;
        item.right += missing / 2;
        if (size.bar.isOpenRight || size.bar.isStartOpen || size.bar.isEndless)
            item.right = size.bar.right(scale);
    } else {
        item.left = size.reach.left(scale);
        item.right = size.reach.right(scale);
    }
    if (isFollowed || !std::isfinite(item.right))
        return item;
    // A title that does not fit on its bar stands right of it.
    const double label = double(size.label);
    if (item.right - item.left < label + 2 * Arrangement::LabelGap)
        item.right += label + Arrangement::LabelGap;
    item.right += Arrangement::LabelGap;
    return item;
}

std::vector<Level> levelsOf(const TimelineGroup &group, const MeasureSource &measure, const Scale &scale)
{
    std::unordered_map<int, Slot> lastOfChain;
    for (size_t i = 0; i < group.chains.size(); ++i) {
        if (group.chains[i] >= 0)
            lastOfChain[group.chains[i]] = group.records.at(qsizetype(i));
    }
    std::vector<Level> levels;
    for (qsizetype i = 0; i < group.records.size(); ++i) {
        const Slot slot = group.records.at(i);
        const size_t level = group.levels.empty() ? 0 : group.levels[size_t(i)];
        if (level >= levels.size())
            levels.resize(level + 1);
        const LaneMeasure size = measure(slot);
        const int chain = group.chains.empty() ? -1 : group.chains[size_t(i)];
        levels[level].items.push_back(itemOf(size, chain, chain >= 0 && lastOfChain[chain] != slot, scale));
        levels[level].records.push_back(slot);
        levels[level].firsts.push_back(size.reach.first);
        if (chain >= 0)
            extendChain(levels[level], size.reach, scale);
    }
    for (Level &level : levels) { // nobody else stands where acts of the chain are
        for (const auto &[number, chain] : level.chains) {
            level.items[chain.first].left = std::min(level.items[chain.first].left, chain.left);
            level.items[chain.last].right = std::max(level.items[chain.last].right, chain.right);
        }
    }
    return levels;
}

/// By their left edge: open beginnings reach further left than their first day.
void sort(Level &level)
{
    std::vector<size_t> order(level.items.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto byLeft = [&](size_t a, size_t b) { return level.items[a].left < level.items[b].left; };
    if (std::ranges::is_sorted(order, byLeft))
        return;
    std::ranges::stable_sort(order, byLeft);
    Level sorted;
    for (const size_t i : order) {
        sorted.items.push_back(level.items[i]);
        sorted.records.push_back(level.records[i]);
        sorted.firsts.push_back(level.firsts[i]);
    }
    level = std::move(sorted);
}

bool isMostlyInBadges(const Block &block, const TimelineGroup &group)
{
    qsizetype badged = 0;
    for (const Overflow &overflow : block.overflow)
        badged += overflow.records.size();
    return 2 * badged > group.records.size();
}

} // namespace

int mostWithin(const std::vector<Day> &days, double window)
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

Arrangement::Arrangement(const QList<Slot> &records, const Grouping &grouping, const MeasureSource &measure,
                         const ArrangementRequest &request)
{
    if (isInRows(records.size(), request.choices.encoding, request.metrics)) {
        *this = rows(records, request.metrics.rowHeight);
        return;
    }
    m_isRows = false;
    m_rowHeight = request.metrics.rowHeight;
    m_headHeight = request.metrics.headHeight;
    for (int i = 0; i < grouping.groups.size(); ++i) {
        if (!request.choices.hidden.contains(grouping.groups.at(i).key))
            addBlock(i, grouping.groups.at(i), measure, request);
    }
}

void Arrangement::addBlock(int index, const TimelineGroup &group, const MeasureSource &measure,
                           const ArrangementRequest &request)
{
    const ArrangementMetrics &metrics = request.metrics;
    Block block;
    block.group = index;
    block.top = m_height;
    const double window = metrics.width / request.pixelsPerDay;
    if (request.choices.collapsed.contains(group.key))
        block.shape = BlockShape::Collapsed;
    else if (request.choices.encoding == Encoding::Density)
        block.shape = BlockShape::Density;
    else if (request.choices.encoding == Encoding::Auto &&
             double(group.records.size()) * PixelsPerItem > metrics.width &&
             mostWithin(group.firsts, window) * PixelsPerItem > metrics.width)
        block.shape = BlockShape::Density;
    else
        pack(block, group, measure, request);
    if (!request.opensBadges && request.choices.encoding == Encoding::Auto && isMostlyInBadges(block, group)) {
        block.shape = BlockShape::Density;
        block.lanes.clear();
        block.overflow.clear();
    }

    switch (block.shape) {
    case BlockShape::Collapsed:
        block.height = metrics.headHeight > 0 ? metrics.headHeight : metrics.rowHeight;
        break;
    case BlockShape::Density:
        block.height = metrics.headHeight + metrics.densityHeight;
        break;
    default: {
        const auto lines = double(block.lanes.size() + (block.overflow.empty() ? 0 : 1));
        block.height = metrics.headHeight + std::max(metrics.groupHeight, lines * metrics.rowHeight + 2 * BlockMargin);
    }
    }
    m_height += block.height;
    m_blocks.push_back(std::move(block));
}

void Arrangement::pack(Block &block, const TimelineGroup &group, const MeasureSource &measure,
                       const ArrangementRequest &request) const
{
    block.shape = BlockShape::Lanes;
    // Where the window stands does not matter, and so neither does the first day of this scale.
    const Scale scale(0, request.pixelsPerDay, request.metrics.width);
    std::vector<std::pair<double, std::pair<Day, Slot>>> left;
    for (qsizetype i = 0; i < group.records.size(); ++i) {
        if (group.chains.empty() || group.chains[size_t(i)] < 0)
            continue;
        const LaneMeasure size = measure(group.records.at(i));
        if (!size.bar.isDated())
            continue;
        block.daysBefore = std::max(block.daysBefore, size.bar.first - size.reach.first);
        block.daysAfter = std::max(block.daysAfter, size.reach.last - size.bar.last);
    }
    for (Level &level : levelsOf(group, measure, scale)) {
        sort(level);
        const int offset = int(block.lanes.size());
        const LanePacking packing = packLanes(level.items, MostLanes - offset);
        block.lanes.resize(size_t(offset + packing.laneCount));
        for (size_t i = 0; i < level.items.size(); ++i) {
            if (packing.lanes[i] >= 0)
                block.lanes[size_t(offset + packing.lanes[i])].push_back(level.records[i]);
            else
                left.push_back({scale.x(level.firsts[i]), {level.firsts[i], level.records[i]}});
        }
    }
    std::ranges::stable_sort(left, {}, [](const auto &item) { return item.first; });
    double until = std::numeric_limits<double>::lowest();
    for (const auto &[x, item] : left) {
        if (x > until) {
            block.overflow.push_back({{}, item.first});
            until = x + BadgeWidth;
        }
        block.overflow.back().records.append(item.second);
    }
}

double Arrangement::laneTop(const Block &block, size_t lane) const
{
    return block.top + m_headHeight + BlockMargin + double(lane) * m_rowHeight;
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
