#pragma once

#include "domain/result.h"
#include "exchange/report.h"

#include <QByteArray>

namespace Treatybook {

/// Spreadsheet: UTF-8 with BOM, and one apostrophe before a cell that a spreadsheet could take for a formula (it starts
/// with any number of apostrophes followed by = + - @, their full-width forms, tab, CR or LF); reading takes exactly one
/// away again. Raw: UTF-8 as it is.
enum class CsvMode { Spreadsheet, Raw };

/// RFC 4180 with CRLF line ends; the header is the keys of the fields. Lists are joined as in joinList(), parts as in
/// partcell.h.
QByteArray csvBytes(const ReportInput &input, CsvMode mode);
/// The same, written through the guarded writer: a failure leaves the old file as it was.
Result<void> exportCsv(const ReportInput &input, const QString &path, CsvMode mode = CsvMode::Spreadsheet);

/// A table of texts for people, its heading first, in spreadsheet mode; as guarded as the other. `openBook` is the book
/// that it may not overwrite.
Result<void> exportCsvTable(const QList<QStringList> &rows, const QString &path, const QString &openBook);

/// Puts or takes away the apostrophe of the spreadsheet mode; unguarded(guarded(x)) == x.
QString guarded(const QString &cell);
QString unguarded(const QString &cell);

/// Appends a row as it is, its cells in quotes where they need them.
void appendCsvRow(QByteArray &out, const QStringList &cells);

} // namespace Treatybook
