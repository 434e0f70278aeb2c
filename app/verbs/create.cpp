#include "app/verbs/verbs.h"
#include "domain/tr.h"

#include "exchange/jsonrecords.h"
#include "storage/book.h"

namespace Treatybook {

Result<void> runNew(const CommandLine &command)
{
    return createBook(command.file);
}

Result<void> createSample(const QString &path)
{
    const auto sample = sampleRecords();
    if (!sample)
        return sample.error();
    auto set = additions(*sample, tr("Sample: Viet Nam – Cuba"));
    set.refersTo = set.id; // Undo does not empty the book
    return writeBook(path, set); // whole or not at all, whenever the program is killed
}

Result<void> runSample(const CommandLine &command)
{
    return createSample(command.file);
}

} // namespace Treatybook
