#pragma once

#include "session/agreementstore.h"

#include <span>
#include <vector>

namespace Treatybook {

/// How many of something hold on each day, as steps: a level from a day until the day before the next step.
class DayLevels
{
public:
    DayLevels() = default;
    /// `starts` are first days, NoDay meaning since ever; `ends` are last days. What has no end is in `starts` alone.
    DayLevels(std::vector<Day> starts, std::vector<Day> ends);

    int at(Day day) const;
    /// The highest level on any day from `first` to `last`, both included.
    int most(Day first, Day last) const;

private:
    size_t stepOn(Day day) const;

    static constexpr size_t Block = 64;
    std::vector<Day> m_days; ///< strictly rising, the first NoDay
    std::vector<int> m_levels;
    std::vector<int> m_blocks; ///< the highest level of every `Block` steps
};

/// When the records of a group begin, last and are in force. Made once in O(n log n); every question after that is a
/// binary search. In force is what the status runs say, so that a suspension leaves a gap.
class DensityDays
{
public:
    struct Record {
        DayRange days;                            ///< from its first to its last day; both NoDay if undated
        const StatusTimeline *timeline = nullptr; ///< null: never in force
    };

    DensityDays() = default;
    explicit DensityDays(std::span<const Record> records);
    /// `today` ends what has no known end.
    DensityDays(const AgreementStore &store, std::span<const Slot> records, Day today);

    /// Dated records.
    int count() const { return static_cast<int>(m_firsts.size()); }
    /// Those whose first day lies from `first` to `last`, both included.
    int begun(Day first, Day last) const;
    /// Those that last on some day from `first` to `last`.
    int present(Day first, Day last) const;
    /// Certainly in force, and possibly (certain ones included).
    const DayLevels &inForce() const { return m_inForce; }
    const DayLevels &possiblyInForce() const { return m_possibly; }

private:
    std::vector<Day> m_firsts, m_lasts; ///< sorted
    DayLevels m_inForce, m_possibly;
};

} // namespace Treatybook
