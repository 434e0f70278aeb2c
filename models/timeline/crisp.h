#pragma once

#include <cmath>

namespace Treatybook {

/// Where a hairline of one pixel lies on the middle of its pixel.
inline double crisp(double x)
{
    return std::floor(x) + 0.5;
}

} // namespace Treatybook
