#include "timeline/densitydays.h"

#include "timeline/item.h"

#include <algorithm>
#include <array>
#include <limits>

namespace Treatybook {

namespace {

/// By radix: six lists are sorted whenever records are grouped anew, and at 100,000 records comparing took 50 ms.
void sortDays(std::vector<Day> &days)
{
    if (days.size() < 2000)
        return std::sort(days.begin(), days.end());
    constexpr unsigned bits = 11;
    constexpr size_t buckets = size_t(1) << bits;
    std::vector<Day> sorted(days.size());
    for (unsigned shift = 0; shift < 32; shift += bits) {
        const auto digit = [shift](Day day) {
            return ((static_cast<quint32>(day) ^ 0x80000000U) >> shift) & (buckets - 1);
        };
        std::array<size_t, buckets + 1> place{};
        for (const Day day : days)
            ++place[digit(day) + 1];
        for (size_t i = 1; i < buckets; ++i)
            place[i] += place[i - 1];
        for (const Day day : days)
            sorted[place[digit(day)]++] = day;
        days.swap(sorted);
    }
}

int countUpTo(const std::vector<Day> &sorted, Day day)
{
    return static_cast<int>(std::upper_bound(sorted.cbegin(), sorted.cend(), day) - sorted.cbegin());
}

int countBefore(const std::vector<Day> &sorted, Day day)
{
    return static_cast<int>(std::lower_bound(sorted.cbegin(), sorted.cend(), day) - sorted.cbegin());
}

/// First and last days of the times in force of one kind.
struct Times {
    std::vector<Day> starts, ends;

    void add(const StatusTimeline &timeline, bool orPossibly)
    {
        bool isOn = false;
        for (const StatusRun &run : timeline.runs()) {
            if (isInForce(run, orPossibly) == isOn)
                continue;
            if (isOn)
                ends.push_back(run.first - 1);
            else
                starts.push_back(run.first);
            isOn = !isOn;
        }
    }
};

DayRange daysOf(const AgreementStore &store, Slot slot, Day today)
{
    if (const auto days = store.columns().extent(slot).on(today))
        return *days;
    // No span, yet acts on known days: the record begins with the first of them.
    DayRange days;
    for (const TimelinePoint &point : pointsOf(store.record(slot))) {
        const Day first = point.when.earliest != NoDay ? point.when.earliest : point.when.latest;
        const Day last = point.when.latest != NoDay ? point.when.latest : first;
        days.earliest = days.earliest == NoDay ? first : std::min(days.earliest, first);
        days.latest = std::max(days.latest, last);
    }
    return days;
}

std::vector<DensityDays::Record> recordsOf(const AgreementStore &store, std::span<const Slot> slots, Day today)
{
    std::vector<DensityDays::Record> records;
    records.reserve(slots.size());
    for (const Slot slot : slots)
        records.push_back({daysOf(store, slot, today), &store.timeline(slot)});
    return records;
}

} // namespace

DayLevels::DayLevels(std::vector<Day> starts, std::vector<Day> ends)
{
    sortDays(starts);
    sortDays(ends);
    m_days.reserve(starts.size() + ends.size() + 1);
    m_levels.reserve(m_days.capacity());
    m_days.push_back(NoDay);
    m_levels.push_back(0);
    constexpr Day Never = std::numeric_limits<Day>::max();
    int level = 0;
    auto start = starts.cbegin();
    auto end = ends.cbegin();
    while (start != starts.cend() || end != ends.cend()) {
        const Day day = std::min(start != starts.cend() ? *start : Never, end != ends.cend() ? *end + 1 : Never);
        for (; start != starts.cend() && *start == day; ++start)
            ++level;
        for (; end != ends.cend() && *end + 1 == day; ++end)
            --level;
        if (m_days.back() != day) {
            m_days.push_back(day);
            m_levels.push_back(level);
        } else {
            m_levels.back() = level;
        }
    }
    for (size_t i = 0; i < m_levels.size(); i += Block) {
        const auto from = m_levels.cbegin() + static_cast<std::ptrdiff_t>(i);
        const auto until = m_levels.cbegin() + static_cast<std::ptrdiff_t>(std::min(i + Block, m_levels.size()));
        m_blocks.push_back(*std::max_element(from, until));
    }
}

size_t DayLevels::stepOn(Day day) const
{
    return static_cast<size_t>(std::upper_bound(m_days.cbegin(), m_days.cend(), day) - m_days.cbegin()) - 1;
}

int DayLevels::at(Day day) const
{
    return m_days.empty() ? 0 : m_levels[stepOn(day)];
}

int DayLevels::most(Day first, Day last) const
{
    if (m_days.empty() || last < first)
        return 0;
    const size_t until = stepOn(last) + 1;
    int most = 0;
    for (size_t i = stepOn(first); i < until;) {
        const bool isWholeBlock = i % Block == 0 && i + Block <= until;
        most = std::max(most, isWholeBlock ? m_blocks[i / Block] : m_levels[i]);
        i += isWholeBlock ? Block : 1;
    }
    return most;
}

DensityDays::DensityDays(std::span<const Record> records)
{
    m_firsts.reserve(records.size());
    m_lasts.reserve(records.size());
    Times certain, possible;
    for (Times *times : {&certain, &possible}) {
        times->starts.reserve(records.size());
        times->ends.reserve(records.size());
    }
    for (const Record &record : records) {
        if (record.days.earliest != NoDay) {
            m_firsts.push_back(record.days.earliest);
            m_lasts.push_back(record.days.latest);
        }
        if (record.timeline) {
            certain.add(*record.timeline, false);
            possible.add(*record.timeline, true);
        }
    }
    sortDays(m_firsts);
    sortDays(m_lasts);
    m_inForce = DayLevels(std::move(certain.starts), std::move(certain.ends));
    m_possibly = DayLevels(std::move(possible.starts), std::move(possible.ends));
}

DensityDays::DensityDays(const AgreementStore &store, std::span<const Slot> records, Day today)
    : DensityDays(recordsOf(store, records, today))
{
}

int DensityDays::begun(Day first, Day last) const
{
    return std::max(0, countUpTo(m_firsts, last) - countBefore(m_firsts, first));
}

int DensityDays::present(Day first, Day last) const
{
    return last < first ? 0 : countUpTo(m_firsts, last) - countBefore(m_lasts, first);
}

} // namespace Treatybook
