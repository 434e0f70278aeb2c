#pragma once

#include "domain/field.h"

namespace Treatybook::PartTables {

/// One table a part; the field table refers to them.
extern const PartInfo titles, identifiers, participants, persons, quantities, actions, relations, sources, obligations,
    attachments, ownFields;

} // namespace Treatybook::PartTables
