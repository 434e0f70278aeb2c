#pragma once

#include "app/commandline.h"

namespace Treatybook {

// One function a verb; what they print goes to standard output, an Error is one line on standard error and exit status 1.

Result<void> runNew(const CommandLine &command);
Result<void> runSample(const CommandLine &command);
Result<void> runList(const CommandLine &command);
/// Which records have another status on the as-of day than on an earlier one.
Result<void> runChanges(const CommandLine &command);
/// What the records foresee for the next days.
Result<void> runUpcoming(const CommandLine &command);
/// What validation has to say of the records; an Error if there are errors among it.
Result<void> runProblems(const CommandLine &command);
Result<void> runExport(const CommandLine &command);
/// Good rows go in although others are rejected, which standard error says; an Error if none goes in.
Result<void> runImport(const CommandLine &command);

/// A checked copy of the book in a new file.
Result<void> runBackup(const CommandLine &command);
/// A checked copy in the place of the book, which is put aside under a name that is printed.
Result<void> runRestore(const CommandLine &command);
/// Prints what is wrong with the book; an Error if anything is.
Result<void> runCheck(const CommandLine &command);

/// Makes a new book that holds the sample. Exists if there is such a file.
Result<void> createSample(const QString &path);

/// Bytes on standard output; a full disk or closed pipe is an Error.
Result<void> writeOut(const QByteArray &bytes);

} // namespace Treatybook
