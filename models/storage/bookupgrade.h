#pragma once

#include "storage/migrations.h"

namespace Treatybook {

class DocumentFile;

/// Brings the file of an older version of the program up to date: only after a verified backup was made, and all or
/// nothing. Does nothing if it is up to date. The caller holds the lock of the book.
Result<void> upgradeBook(const DocumentFile &file, const Migrations::Scripts &scripts = Migrations::scripts());

} // namespace Treatybook
