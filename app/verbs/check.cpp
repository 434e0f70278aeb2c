#include "app/verbs/verbs.h"
#include "domain/tr.h"

#include "storage/bookcheck.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

/// A line a finding on standard output; an Error if there is one.
Result<void> runCheck(const CommandLine &command)
{
    const auto findings = checkBook(command.file);
    if (!findings)
        return findings.error();
    if (findings->isEmpty())
        return writeOut((tr("Nothing is wrong.") + u'\n').toUtf8());
    if (const auto written = writeOut((findings->join(u'\n') + u'\n').toUtf8()); !written)
        return written.error();
    return Error{ErrorKind::Damaged,
                 tr("%n thing(s) are wrong in this book. Restore a backup, and keep "
                    "the damaged file until it is in order.",
                    nullptr, static_cast<int>(findings->size())),
                 {}};
}

} // namespace Treatybook
