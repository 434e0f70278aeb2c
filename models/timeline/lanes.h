#pragma once

#include <span>
#include <vector>

namespace Treatybook {

/// What one thing takes of a line, in pixels at the zoom of the packing, its label included.
struct LaneItem {
    double left = 0, right = 0;
    int chain = -1; ///< things of one chain share a line where they do not overlap; small numbers, -1: of none
    bool hasTail = false; ///< something of it goes on behind `right`, on a line that nobody else needs
};

/// Where everything stands.
struct LanePacking {
    std::vector<int> lanes; ///< by item; -1 where no line had room
    int laneCount = 0;
};

/// Puts things that are sorted by their left edge on the fewest lines on which no two overlap, the upper lines first.
/// Costs O(n log lanes). Beyond `mostLanes` lines what has no room stays without one. Tails give way only where there
/// would be no room otherwise, the one first that lasted longest.
LanePacking packLanes(std::span<const LaneItem> items, int mostLanes);

} // namespace Treatybook
