#pragma once

#include "timeline/arrangement.h"

namespace Treatybook {

/// Puts the records of a group on the lines of its block and into badges, or makes a density of it.
///
/// In a register whose treaties have no recorded end the first ones would hold all lines for ever after: then their
/// tails give way, and every record has its name where it begins. `room` is empty, or what was given for another group
/// of the same grouping.
void packBlock(Block &block, const TimelineGroup &group, const GroupMeasures &own, const ArrangementRequest &request,
               std::vector<int> &room);

} // namespace Treatybook
