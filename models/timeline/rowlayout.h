#pragma once

#include "timeline/scene.h"

namespace Treatybook {

/// Lays one record out in the band that starts at `top`.
SceneRow layOutRow(Slot slot, int row, double top, TimelineItem item, const SceneFrame &frame);

/// A line that a record shares with others.
struct LinePlace {
    double top = 0;
    double left = 0, right = 0;  ///< pixels of the scene at which its neighbours begin
    QString previous;            ///< title of the link before it in a chain, whose words need not be said again
    bool isElsewhereToo = false; ///< it stands in other groups as well
    bool isCut = false;          ///< its tail ends where the next one begins
};

/// Lays one record out on such a line: its title stands on the bar or beside it.
SceneRow layOutOnLine(Slot slot, TimelineItem item, const LinePlace &place, const SceneFrame &frame);

} // namespace Treatybook
