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
/// Removes what interrupted work left in the folder more than a day ago.
void discardOld(const QString &folder);

/// A small file with these bytes in place of what has that name; after a failure the old one is there or, if only the
/// folder could not be synced, the new one.
Result<void> replace(const QString &path, const QByteArray &bytes);
/// The folder, readable by its owner only if `isPrivate`; it may be there already. Its parent must exist.
Result<void> makeFolder(const QString &path, bool isPrivate);
/// Puts the finished `temporary` in the place of `target`, which gets the name `aside` (nobody has it yet) with its
/// content and time. At every moment, and after a crash, the name `target` has the one or the other.
Result<void> exchange(const QString &temporary, const QString &target, const QString &aside);

} // namespace Treatybook::DurableFile
