#include "timeline/blockpacking.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace Treatybook {

namespace {

constexpr double BadgeWidth = 64; ///< badges that are closer than that become one

/// The chains of one group, numbered from 0 on, so that tables hold what is known of them.
struct GroupChains {
    std::vector<int> numbers;  ///< by record; -1: of none
    std::vector<size_t> lasts; ///< by chain: its last record

    /// `known` is empty room by chain of the grouping, kept from group to group.
    GroupChains(const TimelineGroup &group, std::vector<int> &known) : numbers(size_t(group.records.size()), -1)
    {
        std::vector<size_t> met;
        for (size_t i = 0; i < group.chains.size(); ++i) {
            if (group.chains[i] < 0)
                continue;
            const auto chain = static_cast<size_t>(group.chains[i]);
            if (known.size() <= chain)
                known.resize(chain + 1, -1);
            if (known[chain] < 0) {
                known[chain] = int(lasts.size());
                lasts.emplace_back();
                met.push_back(chain);
            }
            numbers[i] = known[chain];
            lasts[size_t(known[chain])] = i;
        }
        for (const size_t chain : met)
            known[chain] = -1;
    }
};

/// The items of one level, with the index in the group of each.
struct Level {
    std::vector<LaneItem> items;
    std::vector<size_t> records;
    /// Its first and last link, and how far the acts of any link hang over.
    struct Chain {
        size_t first = 0, last = 0;
        double left = 0, right = 0;
        bool isThere = false;
    };
    std::vector<Chain> chains;  ///< by number; some are of other levels
    std::vector<size_t> strays; ///< items that may stand out of their order

    void reserve(size_t count)
    {
        items.reserve(count);
        records.reserve(count);
    }
};

/// Whether a bar whose end nobody knows keeps its line, or only until another one needs it.
enum class Tails : bool { Keep, GiveWay };

double rightOf(const Reach &reach, Tails tails, const Scale &scale)
{
    return tails == Tails::GiveWay ? reach.rightOfStump(scale) : reach.right(scale);
}

/// Counts the item that was added last.
void extendChain(Level &level, const Reach &reach, Tails tails, const Scale &scale)
{
    const size_t own = level.items.size() - 1;
    const auto number = static_cast<size_t>(level.items[own].chain);
    if (level.chains.size() <= number)
        level.chains.resize(number + 1);
    Level::Chain &chain = level.chains[number];
    const Level::Chain added{own, own, reach.left(scale), rightOf(reach, tails, scale), true};
    if (!std::exchange(chain.isThere, true)) {
        chain = added;
        return;
    }
    if (level.items[own].left < level.items[chain.first].left)
        chain.first = own;
    if (level.items[own].left >= level.items[chain.last].left)
        chain.last = own;
    chain.left = std::min(chain.left, added.left);
    chain.right = std::max(chain.right, added.right);
}

/// Links of a chain stand end to end: their acts may hang over among them, and their titles make do with the bar.
LaneItem itemOf(const LaneMeasure &size, int chain, bool isFollowed, Tails tails, const Scale &scale)
{
    LaneItem item;
    item.chain = chain;
    item.hasTail = tails == Tails::GiveWay && size.reach.hasTail();
    if (!item.hasTail)
        tails = Tails::Keep; // acts may be known after the day until which a bar is drawn
    if (chain >= 0 && size.bar.isDated() && !size.bar.isOpenLeft) {
        item.left = scale.x(size.bar.first);
        item.right = scale.x(size.bar.last + 1.0);
        // Short ones are drawn wider than they last.
        const double missing = std::max(0.0, 2 * Reach::SignRoom - (item.right - item.left));
        item.left -= missing / 2;
        item.right += missing / 2;
        if (size.bar.isOpenRight || size.bar.isStartOpen || size.bar.isEndless)
            item.right = rightOf(size.bar, tails, scale);
    } else {
        item.left = size.reach.left(scale);
        item.right = rightOf(size.reach, tails, scale);
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

std::vector<Level> packedLevels(const TimelineGroup &group, const GroupChains &chains, const GroupMeasures &own,
                                Tails tails, const Scale &scale)
{
    std::vector<Level> levels(1);
    if (group.levels.empty())
        levels.front().reserve(own.order.size());
    for (const size_t i : own.order) {
        const size_t at = group.levels.empty() ? 0 : group.levels[i];
        if (at >= levels.size())
            levels.resize(at + 1);
        Level &level = levels[at];
        const LaneMeasure &size = own.measures[i];
        const int chain = chains.numbers[i];
        level.items.push_back(itemOf(size, chain, chain >= 0 && chains.lasts[size_t(chain)] != i, tails, scale));
        level.records.push_back(i);
        if (chain >= 0 || size.reach.isOpenLeft)
            level.strays.push_back(level.items.size() - 1);
        if (chain >= 0)
            extendChain(level, size.reach, tails, scale);
    }
    for (Level &level : levels) { // nobody else stands where acts of the chain are
        for (const Level::Chain &chain : level.chains) {
            if (!chain.isThere)
                continue;
            level.items[chain.first].left = std::min(level.items[chain.first].left, chain.left);
            level.items[chain.last].right = std::max(level.items[chain.last].right, chain.right);
        }
    }
    return levels;
}

/// By their left edge. All but the strays are in order already, as records are by their first day.
void sort(Level &level)
{
    if (level.strays.empty())
        return;
    const auto isLess = [&](size_t a, size_t b) {
        return std::pair(level.items[a].left, a) < std::pair(level.items[b].left, b);
    };
    std::vector<size_t> others, order(level.items.size());
    others.reserve(level.items.size() - level.strays.size());
    for (size_t i = 0, stray = 0; i < level.items.size(); ++i) {
        if (stray < level.strays.size() && level.strays[stray] == i)
            ++stray;
        else
            others.push_back(i);
    }
    std::ranges::sort(level.strays, isLess);
    std::ranges::merge(others, level.strays, order.begin(), isLess);
    Level sorted;
    sorted.reserve(order.size());
    for (const size_t i : order) {
        sorted.items.push_back(level.items[i]);
        sorted.records.push_back(level.records[i]);
    }
    level = std::move(sorted);
}

/// Whether the next one on the line begins before the tail would end.
bool isCutShort(const Reach &reach, const Reach &next, const Scale &scale)
{
    return reach.hasTail() && reach.right(scale) > next.left(scale);
}

/// Puts the records of the group on at most so many lines, and into badges.
void pack(Block &block, const TimelineGroup &group, const GroupChains &chains, const GroupMeasures &own,
          const ArrangementRequest &request, Tails tails, int mostLanes)
{
    block.shape = BlockShape::Lanes;
    block.lanes.clear();
    block.overflow.clear();
    block.ongoing.clear();
    // Where the window stands does not matter, and so neither does the first day of this scale.
    const Scale scale(0, request.pixelsPerDay, request.metrics.width);
    for (size_t i = 0; i < own.measures.size(); ++i) {
        const LaneMeasure &size = own.measures[i];
        if (chains.numbers[i] < 0 || !size.bar.isDated())
            continue;
        block.daysBefore = std::max(block.daysBefore, size.bar.first - size.reach.first);
        block.daysAfter = std::max(block.daysAfter, size.reach.last - size.bar.last);
    }
    const auto addOngoing = [&](Day since, double gap, size_t record) {
        const Reach &reach = own.measures[record].reach;
        const Day until = reach.isEndless ? MaxDay : reach.last;
        block.ongoing.push_back({since, float(gap), until, group.records.at(qsizetype(record))});
    };
    block.cutsTails = tails == Tails::GiveWay;
    std::vector<bool> isPlaced(own.measures.size());
    std::vector<size_t> latest; // by line: the record that stands last on it
    for (Level &level : packedLevels(group, chains, own, tails, scale)) {
        sort(level);
        const int offset = int(block.lanes.size());
        const LanePacking packing = packLanes(level.items, mostLanes - offset);
        block.lanes.resize(size_t(offset + packing.laneCount));
        latest.assign(size_t(packing.laneCount), own.measures.size());
        for (size_t i = 0; i < level.items.size(); ++i) {
            if (packing.lanes[i] < 0)
                continue;
            const auto lane = static_cast<size_t>(packing.lanes[i]);
            const size_t record = level.records[i], last = std::exchange(latest[lane], record);
            isPlaced[record] = true;
            block.lanes[size_t(offset) + lane].push_back(group.records.at(qsizetype(record)));
            if (tails == Tails::Keep || last == own.measures.size())
                continue;
            const Reach &before = own.measures[last].reach, &after = own.measures[record].reach;
            if (!isCutShort(before, after, scale))
                continue;
            // Acts of a link in a chain may hang over the bar before.
            if (const Day known = own.measures[last].bar.lastKnown; known >= after.first)
                addOngoing(known + 1, 0, last);
            else
                addOngoing(after.first, scale.x(after.first) - after.left(scale) + Arrangement::CutGap, last);
        }
    }
    double until = std::numeric_limits<double>::lowest();
    for (const size_t i : own.order) {
        if (isPlaced[i])
            continue;
        const Day first = own.measures[i].reach.first;
        if (const double x = scale.x(first); x > until) {
            block.overflow.push_back({{}, first});
            until = x + BadgeWidth;
        }
        block.overflow.back().records.append(group.records.at(qsizetype(i)));
        addOngoing(block.overflow.back().first, 0, i);
    }
    std::ranges::stable_sort(block.ongoing, {}, &Ongoing::since);
}

bool isMostlyInBadges(const Block &block, const TimelineGroup &group)
{
    qsizetype badged = 0;
    for (const Overflow &overflow : block.overflow)
        badged += overflow.records.size();
    return 2 * badged > group.records.size();
}

/// How many records outside of chains go on for ever, or until today.
struct TailCounts {
    int endless = 0, unknown = 0;
    bool isAny = false; ///< in chains as well

    TailCounts(const GroupMeasures &own, const GroupChains &chains)
    {
        for (size_t i = 0; i < own.measures.size(); ++i) {
            if (!own.measures[i].reach.hasTail())
                continue;
            isAny = true;
            if (chains.numbers[i] < 0)
                ++(own.measures[i].reach.isEndless ? endless : unknown);
        }
    }
};

} // namespace

void packBlock(Block &block, const TimelineGroup &group, const GroupMeasures &own, const ArrangementRequest &request,
               std::vector<int> &room)
{
    const GroupChains chains(group, room);
    const TailCounts counts(own, chains);
    for (const Tails tails : {Tails::Keep, Tails::GiveWay}) {
        // All meet on the last day.
        const bool isHopeless = std::max(counts.endless, counts.unknown) > Arrangement::MostLanes;
        if (tails == Tails::Keep ? isHopeless && request.limitsLines : !counts.isAny)
            continue;
        pack(block, group, chains, own, request, tails, Arrangement::MostLanes);
        if (block.overflow.empty())
            return;
        if (request.limitsLines || isMostlyInBadges(block, group))
            continue;
        // As many as all need; while a line is left no tail would give way.
        constexpr int unlimited = std::numeric_limits<int>::max();
        for (int most = tails == Tails::Keep ? unlimited : Arrangement::MostLanes; !block.overflow.empty();) {
            most = most > unlimited / 2 ? unlimited : 2 * most;
            pack(block, group, chains, own, request, tails, most);
        }
        return;
    }
    if (isMostlyInBadges(block, group) && !request.opensBadges && request.choices.encoding == Encoding::Auto) {
        block.shape = BlockShape::Density;
        block.lanes.clear();
        block.overflow.clear();
        block.ongoing.clear();
    }
}

} // namespace Treatybook
