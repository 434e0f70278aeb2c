#pragma once

#include "domain/dateinterpreter.h"

namespace Treatybook {

/// Why a text was not read.
QString sentence(DateProblem problem);
/// What is to be said about a text that was: the notes of DateInterpreter, in sentences; empty for none.
QString sentences(int notes, QStringView text);

} // namespace Treatybook
