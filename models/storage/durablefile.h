#pragma once

#include "domain/result.h"

namespace Treatybook::DurableFile {

// How a finished file gets its name so that it survives a power loss and replaces nothing. Not for a file that is open
// as a database in this process: closing the plain handle would drop its locks.

/// Whether a new file can be made there. Exists if anything has that name, even a broken link; Missing if there is no
/// such folder, Denied if nothing may be made in it.
Result<void> checkTarget(const QString &target);
/// A name beside `target` that nobody has, for a file that is not finished.
QString temporaryName(const QString &target);
/// Syncs `temporary`, gives it the name `target` and syncs the folder. Exists if something has got that name by now.
/// On failure `temporary` is removed.
Result<void> publish(const QString &temporary, const QString &target);
/// Removes an unfinished database and its journal.
void discard(const QString &temporary);

} // namespace Treatybook::DurableFile
