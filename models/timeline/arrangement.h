#pragma once

#include "timeline/lanes.h"
#include "timeline/reach.h"
#include "timeline/timelinechoices.h"

#include <functional>
#include <span>

namespace Treatybook {

/// What packing asks of a record.
struct LaneMeasure {
    Reach reach;
    Reach bar;       ///< without acts: what may not overlap on the line of a chain
    float label = 0; ///< pixels that its title wants
};
/// The measures of a group's records, and the order of these by the first day that is drawn.
struct GroupMeasures {
    std::vector<LaneMeasure> measures; ///< in the order of the group
    std::vector<size_t> order;

    GroupMeasures() = default;
    explicit GroupMeasures(std::vector<LaneMeasure> all);
};
/// By index in the grouping; good until it is asked for another group.
using MeasureSource = std::function<const GroupMeasures &(int group)>;

/// Sizes in pixels that an arrangement keeps to.
struct ArrangementMetrics {
    double rowHeight = 28;
    double groupHeight = 44; ///< a group is at least as high: its name and count stand in the gutter
    double densityHeight = 64;
    double headHeight = 0; ///< of a line above each group, where there is no gutter
    double width = 1000;   ///< of the chart
    double page = 600;     ///< height of the chart
    bool operator==(const ArrangementMetrics &) const = default;
};

/// What the arrangement is asked for.
struct ArrangementRequest {
    TimelineChoices choices;
    double pixelsPerDay = 0.1;
    ArrangementMetrics metrics;
    bool opensBadges = true; ///< else, with Auto, a group of which badges would hold most becomes a density
    bool limitsLines = true; ///< else a group has as many as it wants, unless badges would hold most of it
    std::vector<bool> dense; ///< with Auto, by group: drawn as a density; see denseGroups()
    bool operator==(const ArrangementRequest &) const = default;
    /// Whether nothing else differs than which groups are dense.
    bool isLike(ArrangementRequest other) const
    {
        other.dense = dense;
        return *this == other;
    }
};

/// What a group is drawn as.
enum class BlockShape : quint8 { Rows, Lanes, Density, Collapsed };

/// Records that found no line, close together: drawn as a badge with their number.
struct Overflow {
    QList<Slot> records;
    Day first = NoDay; ///< of the first of them: where the badge stands
};

/// A record of which nothing is drawn from a day on although it goes on: its line is another one's, or it has none.
struct Ongoing {
    Day since = NoDay; ///< the first day of the next one on the line, or of its badge
    float before = 0;  ///< pixels left of that day from which on its tail is cut already
    Day until = NoDay;
    Slot slot{};
};

/// One group, placed.
struct Block {
    int group = 0; ///< in the grouping
    BlockShape shape{};
    double top = 0, height = 0;           ///< in the content, which starts at 0
    std::vector<std::vector<Slot>> lanes; ///< by line, from left to right
    Day daysBefore = 0, daysAfter = 0;    ///< acts lie so far before and after the bar of their link of a chain at most
    std::vector<Overflow> overflow;       ///< on a line of its own above the others, from left to right
    bool cutsTails = false;               ///< there are too few lines for all tails: some end where the next one begins
    std::vector<Ongoing> ongoing;         ///< by `since`

    bool hasBadges() const { return !ongoing.empty(); }
    double bottom() const { return top + height; }
};

/// Which record stands on which line: a value that depends on the zoom but not on the window, so that panning costs
/// nothing. Every record that is not hidden stands in a line, an overflow or a strip, once a group.
class Arrangement
{
public:
    static constexpr int MostLanes = 24; ///< of a group, its overflow apart
    static constexpr double LabelGap = 6;
    static constexpr double CutGap = 3;        ///< between a tail that was cut and the signs of the next one
    static constexpr double PixelsPerItem = 3; ///< with less than that a group becomes a density

    Arrangement() = default;
    /// Whether so many records are shown in rows.
    static bool isInRows(qsizetype count, Encoding encoding, const ArrangementMetrics &metrics);
    /// In rows, whatever the groups are.
    static Arrangement rows(const QList<Slot> &records, double rowHeight);
    /// `records` in the order of the table. `like` answers a request that isLike() this one, of the same records: the
    /// groups that stand in lines there and are not dense now are taken from there.
    Arrangement(const QList<Slot> &records, const Grouping &grouping, const MeasureSource &measures,
                const ArrangementRequest &request, const Arrangement *like = nullptr);

    bool isRows() const { return m_isRows; }
    const QList<Slot> &rowRecords() const { return m_rows; } ///< empty unless rows
    double rowHeight() const { return m_rowHeight; }
    const std::vector<Block> &blocks() const { return m_blocks; } ///< from top to bottom; empty if rows
    double height() const { return m_height; }
    double headHeight() const { return m_headHeight; }
    /// Of a line of a block, in the content.
    double laneTop(const Block &block, size_t lane) const;
    /// Of the line of its badges, above the others: below many lines nobody would see it.
    double badgeTop(const Block &block) const;

    /// Where a record stands among the lines.
    struct Place {
        size_t block = 0, lane = 0, index = 0;
    };

    /// The first place of the record from top to bottom; none if it is hidden, collapsed, in a badge or in a strip.
    std::optional<double> topOf(Slot slot) const;  ///< in the content
    std::optional<Place> placeOf(Slot slot) const; ///< not in rows
    /// From which day on nothing is drawn of it; none if it keeps its line.
    std::optional<Day> cutOf(Slot slot) const;
    /// The one before (-1) or after (1) on the same line.
    std::optional<Slot> neighbour(const Place &place, int step) const;
    /// On the next line above (-1) or below (1) that has records the one whose day is nearest.
    std::optional<Slot> nearestOnLine(const Place &place, int step, const std::function<double(Slot)> &dayOf) const;

private:
    void addBlock(Block block, const ArrangementMetrics &metrics);

    bool m_isRows = true;
    QList<Slot> m_rows;
    double m_rowHeight = 28;
    double m_headHeight = 0;
    std::vector<Block> m_blocks;
    double m_height = 0;
};

/// The most records that begin within a window of so many days, wherever the window stands. `days` are sorted.
int mostWithin(std::span<const Day> days, double window);

/// The number of half windows before the one that a window beginning on that day begins in.
int halfWindow(const ArrangementRequest &request, double firstDay);
/// With Auto, the groups whose records have too few pixels each in the windows that begin from half a window before
/// that half window until one after it: what somebody sees now or after a step.
std::vector<bool> denseGroups(const Grouping &grouping, const ArrangementRequest &request, int halfWindow);

} // namespace Treatybook
