#include "storage/bookrestore.h"
#include "storage/testbook.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Treatybook;

namespace {

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

/// Every answer is told at once, so that whoever kills this process knows what was acknowledged.
void commit(Repository &repository, const ChangeSet &set, const QString &what)
{
    const auto receipt = repository.commit(set).result();
    if (receipt)
        say(u"stored %1 %2"_s.arg(what, set.changes.first().id.toString(QUuid::WithoutBraces)));
    else
        say(u"failed %1 %2 %3"_s.arg(what, set.changes.first().id.toString(QUuid::WithoutBraces))
                .arg(static_cast<int>(receipt.error().kind)));
}

int writeRecords(const QString &path)
{
    const auto opened = openBook(path, {false, true, BookOptions::Executor::Direct, u"child"_s});
    if (!opened)
        return 3;
    Repository &repository = **opened;
    const Agreement record = Test::fullRecord(1);
    commit(repository, Test::addition(record), u"add"_s);
    commit(repository,
           Test::edited({record, 1},
                        [](Agreement &a) {
                            a.edit().title = u"edited"_s;
                            a.edit().sources.removeFirst();
                        }),
           u"edit"_s);
    return 0;
}

int hold(const QString &path)
{
    const auto opened = openBook(path);
    if (!opened)
        return 3;
    say((*opened)->capabilities().readOnly ? (*opened)->capabilities().readOnlyReason : u"writing"_s);
    QTextStream(stdin).readLine(); // until the parent lets go
    return 0;
}

int copy(const QString &path, const QString &target)
{
    const auto opened = openBook(path, {true, true, BookOptions::Executor::Direct, {}});
    const auto copied = opened ? (*opened)->copyTo(target).result() : Result<void>(opened.error());
    if (!copied)
        say(u"failed %1"_s.arg(static_cast<int>(copied.error().kind)));
    return copied ? 0 : 4;
}

int backUp(const QString &path)
{
    const auto opened = openBook(path, {false, true, BookOptions::Executor::Direct, {}});
    if (!opened || (*opened)->capabilities().readOnly)
        return 3;
    const auto backup = (*opened)->backUp(BackupReason::Asked).result();
    say(backup ? u"stored"_s : u"failed %1"_s.arg(static_cast<int>(backup.error().kind)));
    return backup ? 0 : 4;
}

int restore(const QString &backup, const QString &path)
{
    const auto restored = restoreBook(backup, path);
    say(restored ? *restored : u"failed %1"_s.arg(static_cast<int>(restored.error().kind)));
    return restored ? 0 : 4;
}

int create(const QString &path)
{
    const auto created = createBook(path);
    if (!created)
        say(u"failed %1"_s.arg(static_cast<int>(created.error().kind)));
    return created ? 0 : 4;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const QString verb = arguments.value(1), path = arguments.value(2);
    if (verb == "write"_L1)
        return writeRecords(path);
    if (verb == "hold"_L1)
        return hold(path);
    if (verb == "copy"_L1)
        return copy(path, arguments.value(3));
    if (verb == "backup"_L1)
        return backUp(path);
    if (verb == "restore"_L1)
        return restore(path, arguments.value(3));
    return verb == "create"_L1 ? create(path) : 2;
}
