#pragma once

#include "domain/result.h"

#include <QStringList>

namespace Treatybook {

/// Rows of cells on standard output: on a terminal below headings and cut to its width, else a whole line a row with
/// tabs between the cells and no headings. Control characters, which could command a terminal, become blanks.
Result<void> printTable(const QStringList &headings, const QList<QStringList> &rows);

} // namespace Treatybook
