#pragma once

#include "timeline/scene.h"

namespace Treatybook {

/// Lays one record out in the band that starts at `top`.
SceneRow layOutRow(Slot slot, int row, double top, TimelineItem item, const SceneFrame &frame);

} // namespace Treatybook
