#pragma once

#include "domain/agreement.h"

namespace Treatybook {

/// An exact day that may be one of the Julian calendar: before 1752, or before a participant's State changed its
/// calendar (Russia in 1918, Greece in 1923, others). Nothing is ever converted by guess; this is for a hint.
bool isOldStyleLikely(const Agreement &agreement, const Edtf &date);

} // namespace Treatybook
