#pragma once

#include "domain/result.h"
#include "exchange/timelinereport.h"

#include <QByteArray>

namespace Treatybook {

/// The timeline of exactly the given records as PDF (PDF/A-1b, A4 landscape), as wide as the page and over as many
/// pages as it is high. Axis and group names stand on every page, the legend on the last; no line is cut. Heads and
/// feet are those of the list. Needs a QGuiApplication.
Result<QByteArray> pdfTimelineBytes(const ReportInput &input, const TimelineOptions &options);
/// The same, written through the guarded writer.
Result<void> exportPdfTimeline(const ReportInput &input, const TimelineOptions &options, const QString &path);

} // namespace Treatybook
