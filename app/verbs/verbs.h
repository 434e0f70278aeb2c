#pragma once

#include "app/commandline.h"

namespace Treatybook {

// One function a verb; what they print goes to standard output, an Error is one line on standard error and exit status 1.

Result<void> runNew(const Command &command);
Result<void> runSample(const Command &command);
Result<void> runList(const Command &command);
Result<void> runExport(const Command &command);

/// Makes a new book that holds the sample. Exists if there is such a file.
Result<void> createSample(const QString &path);

/// Bytes on standard output; a full disk or closed pipe is an Error.
Result<void> writeOut(const QByteArray &bytes);

} // namespace Treatybook
