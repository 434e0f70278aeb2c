#pragma once

#include "timeline/ticks.h"

namespace Treatybook {

/// All steps of the axis that the days touch, whichever of the two is earlier; within the known years.
DayRange wholeSteps(TickUnit unit, Day one, Day other);

/// The first day of the next step, or of this or the former one; within the known years.
Day dayAfter(TickUnit unit, Day day);
Day dayBefore(TickUnit unit, Day day);

} // namespace Treatybook
