#include "app/verbs/verbs.h"
#include "domain/tr.h"

#include "storage/book.h"
#include "storage/bookrestore.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

Result<void> runBackup(const CommandLine &command)
{
    const auto book = openBook(command.file, {.readOnly = true, .executor = BookOptions::Executor::Direct});
    if (!book)
        return book.error();
    return (*book)->copyTo(command.to).result();
}

Result<void> runRestore(const CommandLine &command)
{
    const auto aside = restoreBook(command.data, command.file);
    if (!aside)
        return aside.error();
    if (aside->isEmpty())
        return {};
    return writeOut((tr("The file that was there is now %1").arg(*aside) + u'\n').toUtf8());
}

} // namespace Treatybook
