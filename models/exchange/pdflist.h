#pragma once

#include "domain/result.h"
#include "exchange/report.h"

#include <QByteArray>

namespace Treatybook {

/// The list as PDF (PDF/A-1b, A4 landscape): a table of exactly the given records and fields with its header on every
/// page, cells wrapped and never cut; a row taller than a page goes on on the next. Every page bears the title, the filter
/// in words, the as-of day, the count, the time of printing and "page x of y". Needs a QGuiApplication.
Result<QByteArray> pdfListBytes(const ReportInput &input);
/// The same, written through the guarded writer.
Result<void> exportPdfList(const ReportInput &input, const QString &path);

} // namespace Treatybook
