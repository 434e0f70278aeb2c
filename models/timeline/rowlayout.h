#pragma once

#include "timeline/scene.h"

namespace Treatybook {

/// Lays one record out in the band that starts at `top`.
SceneRow layOutRow(Slot slot, int row, double top, TimelineItem item, const SceneFrame &frame);

/// Lays one record out on a line that it shares with others. Its title stands on the bar or beside it, between `left`
/// and `right`, pixels of the scene at which its neighbours begin.
SceneRow layOutOnLine(Slot slot, double top, TimelineItem item, double left, double right, const SceneFrame &frame);

} // namespace Treatybook
