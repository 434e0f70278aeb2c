#pragma once

#include "domain/result.h"
#include "exchange/timelinereport.h"

namespace Treatybook {

/// The timeline of exactly the given records as a picture, with title, filter in words, as-of day, axis and legend,
/// written through the guarded writer. Needs a QGuiApplication.
Result<void> exportTimelinePng(const ReportInput &input, const TimelineOptions &options, const QString &path);

} // namespace Treatybook
