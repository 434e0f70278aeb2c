#include "timeline/daysteps.h"

#include <algorithm>

namespace Treatybook {

DayRange wholeSteps(TickUnit unit, Day one, Day other)
{
    const auto [first, last] = std::minmax(one, other);
    return {std::max(MinDay, tickStart(unit, first)), std::min(MaxDay, nextTick(unit, tickStart(unit, last)) - 1)};
}

Day dayAfter(TickUnit unit, Day day)
{
    return std::min(MaxDay, nextTick(unit, tickStart(unit, day)));
}

Day dayBefore(TickUnit unit, Day day)
{
    return day <= MinDay ? MinDay : std::max(MinDay, tickStart(unit, day - 1));
}

} // namespace Treatybook
