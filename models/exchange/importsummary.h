#pragma once

#include "exchange/importplan.h"

namespace Treatybook {

/// What an import does, or would do, in lines for people: how the file was read, counts, warnings by kind, notes.
QStringList importSummary(const ImportPlan &plan);

/// Where each column goes: "signed_event_date → date".
QStringList importColumns(const ImportPlan &plan);

} // namespace Treatybook
