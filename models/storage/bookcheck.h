#pragma once

#include "domain/result.h"

#include <QStringList>

namespace Treatybook {

/// Looks through a whole book, changing nothing: SQLite's own checks, the schema, every value of every record,
/// relations to records that never were in the book, and the change log. A sentence each for what is wrong, with its
/// place; at most a few hundred. Errors as of openBook(): the file as a whole cannot be looked at. Blocks; any thread.
Result<QStringList> checkBook(const QString &path);

} // namespace Treatybook
