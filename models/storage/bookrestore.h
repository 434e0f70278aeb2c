#pragma once

#include "domain/result.h"

namespace Treatybook {

/// Puts a copy of `backup` in the place of the book at `path`, and the present file (damaged or not, or none) aside
/// under a new name in the same folder: that name, empty if there was no file. Verified before; an interruption leaves
/// the old or the new book. The book must not be open in this process.
/// Errors: Busy (somebody has the book open), Invalid (the backup is the book itself), Damaged, Newer, Foreign, Empty,
/// Missing of the backup; Denied, Full, Exists, Lost of the place. Blocks; any thread.
Result<QString> restoreBook(const QString &backup, const QString &path);

} // namespace Treatybook
