#include "storage/migrations.h"

#include "domain/tr.h"
#include "storage/database.h"
#include "storage/documentfile.h"
#include "storage/statement.h"
#include "storage/transaction.h"

#include <QFile>
#include <QVariant>

#include <algorithm>

/// Outside the namespace, as the macro asks: a static library drops resources that nobody names.
static void initResources()
{
    Q_INIT_RESOURCE(sql);
}

namespace Treatybook::Migrations {

using namespace Qt::StringLiterals;

const Scripts &scripts()
{
    static const Scripts all = [] {
        initResources();
        Scripts found;
        for (;;) {
            QFile script(u":/sql/%1.sql"_s.arg(found.size() + 1, 4, 10, '0'_L1));
            if (!script.open(QIODevice::ReadOnly))
                return found;
            found.append(script.readAll());
        }
    }();
    return all;
}

int latest()
{
    return static_cast<int>(scripts().size());
}

static Result<void> runScripts(Database &database, qsizetype from, const Scripts &all)
{
    for (qsizetype index = from; index < all.size(); ++index) {
        if (auto done = database.executeScript(all.at(index)); !done)
            return done;
    }
    return database.execute(u"PRAGMA user_version = %1"_s.arg(all.size()));
}

Result<void> run(Database &database, const Scripts &all)
{
    Transaction transaction(database);
    if (auto begun = transaction.begin(Transaction::Kind::Write); !begun)
        return begun;
    if (auto done = runScripts(database, 0, all); !done)
        return done;
    if (auto set = database.execute(u"PRAGMA application_id = %1"_s.arg(DocumentFile::ApplicationId)); !set)
        return set;
    return transaction.commit();
}

static Result<qsizetype> versionOf(Database &database)
{
    const auto version = database.value(u"PRAGMA user_version"_s);
    return version ? Result<qsizetype>(version->toLongLong()) : version.error();
}

Result<void> upgrade(Database &database, const Scripts &all)
{
    Transaction transaction(database);
    if (auto begun = transaction.begin(Transaction::Kind::Write); !begun)
        return begun;
    const auto version = versionOf(database);
    if (!version)
        return version.error();
    if (auto done = runScripts(database, *version, all); !done)
        return done;
    if (auto right = checkSchema(database, all); !right)
        return right;
    return transaction.commit();
}

static Result<QStringList> schemaOf(Database &database)
{
    QStringList lines;
    Statement rows(database, u"SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"_s);
    for (;;) {
        const auto more = rows.next();
        if (!more)
            return more.error();
        if (!*more)
            return lines;
        lines.append(QStringList{rows.text(0), rows.text(1), rows.text(2), rows.text(3)}.join('\n'_L1));
    }
}

static Result<QStringList> schemaAfter(const Scripts &all)
{
    const auto database = Database::openInMemory();
    if (!database)
        return database.error();
    if (const auto done = run(**database, all); !done)
        return done.error();
    return schemaOf(**database);
}

static Result<QStringList> newestSchema()
{
    static const Result<QStringList> newest = schemaAfter(scripts());
    return newest;
}

Result<void> checkSchema(Database &database, const Scripts &all)
{
    const auto version = versionOf(database);
    if (!version)
        return version.error();
    const bool newest = *version == latest() && all == scripts();
    const auto expected = newest ? newestSchema() : schemaAfter(all.first(std::clamp<qsizetype>(*version, 0, all.size())));
    if (!expected)
        return expected.error();
    const auto found = schemaOf(database);
    if (!found)
        return found.error();
    if (*found != *expected)
        return Error{ErrorKind::Damaged,
                     Treatybook::tr("The tables of the book were changed by another program, "
                                    "so it is not opened. Go back to a backup."),
                     {}};
    return {};
}

} // namespace Treatybook::Migrations
