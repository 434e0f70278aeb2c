#include "app/verbs/verbs.h"

#include "exchange/jsonrecords.h"
#include "storage/book.h"

#include <QCoreApplication>
#include <QFile>

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
    if (const auto created = createBook(path); !created)
        return created.error();
    auto repository = openBook(path, {.executor = BookOptions::Executor::Direct});
    const auto fail = [&path](const Error &error) { // no half-filled book stays behind
        QFile::remove(path);
        return error;
    };
    if (!repository)
        return fail(repository.error());
    auto set = additions(*sample, QCoreApplication::translate("Treatybook", "Sample: Viet Nam – Cuba"));
    set.refersTo = set.id; // Undo does not empty the book
    const auto receipt = (*repository)->commit(set).result();
    if (!receipt) {
        repository->reset();
        return fail(receipt.error());
    }
    return {};
}

Result<void> runSample(const CommandLine &command)
{
    return createSample(command.file);
}

} // namespace Treatybook
