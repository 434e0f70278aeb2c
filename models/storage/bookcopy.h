#pragma once

#include "domain/result.h"

namespace Treatybook {

class Database;

/// A consistent copy in a new file, checked before it gets its name. Exists, Missing (folder), Denied, Full, Busy, or
/// Damaged if the book itself does not pass the check; then there is no new file.
Result<void> copyBook(Database &source, const QString &path);

} // namespace Treatybook
