#pragma once

#include <QStringList>

QT_FORWARD_DECLARE_CLASS(QMimeData)

namespace Treatybook {

/// Rows of cells for the clipboard, headings first: as text with tabs between the cells, and as a table for programs
/// that take HTML. What a cell says is never taken for markup; tabs and line breaks in it become blanks.
QMimeData *tableMime(const QList<QStringList> &rows);

} // namespace Treatybook
