#pragma once

#include "domain/daynumber.h"

namespace Treatybook::Test {

inline Day day(int year, int month = 1, int number = 1)
{
    return dayNumber(year, month, number);
}

} // namespace Treatybook::Test
