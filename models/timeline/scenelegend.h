#pragma once

#include "timeline/legend.h"

namespace Treatybook {

/// The legend of what a scene shows; `arrows` when relations are drawn over it.
Legend legendOf(const Scene &scene, const Colouring &colouring, bool arrows);

} // namespace Treatybook
