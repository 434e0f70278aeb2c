#pragma once

#include "domain/query.h"

namespace Treatybook {

// A range of whole days, both ends known, as people and queries write it: by years if it is made of whole years, else
// each end as a month where it is that of a month.

/// "2014..2018", "2014-03..2018-02-05", "2014".
QString rangeValue(const DayRange &days);
/// "2014 – 2018", "March 2014 – 5 February 2018", "2014".
QString rangeInWords(const DayRange &days, const QLocale &locale);

/// What the query asks for, of records that were in force or under way within those days: possibly, or certainly. A
/// condition of that kind is replaced.
Query withActiveRange(const Query &query, const DayRange &days, bool certainly);

} // namespace Treatybook
