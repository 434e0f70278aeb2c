#pragma once

#include "domain/agreement.h"

#include <optional>

namespace Treatybook {

/// An exact day that may be one of the Julian calendar: before 1752, or before a participant's State changed its
/// calendar (Russia in 1918, Greece in 1923, others). Nothing is ever converted by guess; this is for a hint.
bool isOldStyleLikely(const Agreement &agreement, const Edtf &date);

/// The day of a date in the Julian calendar, from the year 1 on; nothing if there is no such date. Years begin in
/// January.
std::optional<Day> dayOfJulianDate(int year, int month, int day);

} // namespace Treatybook
