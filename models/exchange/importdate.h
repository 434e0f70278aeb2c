#pragma once

#include "domain/datereader.h"

namespace Treatybook {

/// What a date in a cell means: EDTF, or three numbers in the order that was chosen.
DateReading readCellDate(const QString &text, FieldType type, std::optional<DateOrder> order);

} // namespace Treatybook
