#pragma once

#include "domain/field.h"
#include "domain/result.h"

namespace Treatybook {

// A part in one CSV cell. Items are separated by "; ", an item's id and columns by "|" in the order of its part table,
// empty columns at the end left out: "1|Viet Nam|VN||side; 2|Cuba|CU||side". A backslash stands before ";", "|" and
// itself where they belong to a text; "\n" is a line end.

void appendPartCell(QByteArray &utf8, const Agreement &agreement, const PartInfo &part);

/// Replaces the part by what the cell says. The Error names the item and what is wrong; the part may then hold some of
/// it, and nothing else is changed. Items without an id get a new one.
Result<void> readPartCell(Agreement &agreement, const PartInfo &part, QStringView cell, Pool &pool);

} // namespace Treatybook
