#pragma once

#include "randomitems.h"
#include "timeline/arrangement.h"

#include <map>

namespace Treatybook::Test {

/// Dated records in groups, made up without a store: some stand in several groups, some follow one another in chains,
/// and the last group is a family with levels.
struct RandomGroups {
    std::vector<TimelineItem> items; ///< by slot
    std::vector<LaneMeasure> measures;
    QList<Slot> records; ///< by their first day
    Grouping grouping;

    RandomGroups(RandomItems &random, int count, int groupCount)
    {
        const Day today = dayNumber(1990, 1, 1);
        while (int(items.size()) < count) {
            TimelineItem item = random.item();
            if (item.isUndated())
                continue;
            measures.push_back(
                {reachOf(item.span, item.points, today), reachOf(item.span, {}, today), float(random.real(20, 230))});
            items.push_back(std::move(item));
        }
        for (Slot slot = 0; slot < Slot(count); ++slot)
            records.append(slot);
        std::ranges::stable_sort(records, {}, [this](Slot slot) { return measures[slot].reach.first; });
        grouping.copies.resize(size_t(count));
        grouping.chains.resize(size_t(count), -1);
        std::vector<quint8> levels(size_t(count), 0);
        for (Slot slot = 0; slot < Slot(count); ++slot) {
            if (random.chance(30))
                grouping.chains[slot] = random.number(1 + count / 6);
            levels[slot] = quint8((grouping.chains[slot] >= 0 ? grouping.chains[slot] : random.number(9)) % 3);
        }
        for (int i = 0; i < groupCount; ++i) {
            TimelineGroup group;
            group.key = QStringLiteral("group %1").arg(i);
            group.label = QStringLiteral("Group %1").arg(i);
            const bool isFamily = i + 1 == groupCount;
            for (const Slot slot : std::as_const(records)) {
                if (int(slot) % groupCount != i && !random.chance(10))
                    continue;
                group.records.append(slot);
                group.firsts.push_back(measures[slot].reach.first);
                group.chains.push_back(grouping.chains[slot]);
                if (isFamily)
                    group.levels.push_back(levels[slot]);
                ++grouping.copies[slot];
            }
            grouping.groups.append(group);
        }
    }

    MeasureSource measure() const
    {
        return [this, group = std::make_shared<GroupMeasures>()](int index) -> const GroupMeasures & {
            std::vector<LaneMeasure> all;
            for (const Slot slot : grouping.groups.at(index).records)
                all.push_back(measures[slot]);
            return *group = GroupMeasures(std::move(all));
        };
    }
    ItemSource itemSource() const
    {
        return [this](Slot slot) { return items[slot]; };
    }
};

} // namespace Treatybook::Test
