#include "storage/migrations.h"

#include "storage/database.h"
#include "storage/documentfile.h"
#include "storage/statement.h"
#include "storage/transaction.h"

#include <QCoreApplication>
#include <QFile>

/// Outside the namespace, as the macro asks: a static library drops resources that nobody names.
static void initResources()
{
    Q_INIT_RESOURCE(sql);
}

namespace Treatybook::Migrations {

using namespace Qt::StringLiterals;

static QString scriptPath(int number)
{
    return u":/sql/%1.sql"_s.arg(number, 4, 10, '0'_L1);
}

int latest()
{
    static const int number = [] {
        initResources();
        int last = 0;
        while (QFile::exists(scriptPath(last + 1)))
            ++last;
        return last;
    }();
    return number;
}

Result<void> run(Database &database)
{
    Transaction transaction(database);
    if (auto begun = transaction.begin(Transaction::Kind::Write); !begun)
        return begun;
    for (int number = 1; number <= latest(); ++number) {
        QFile script(scriptPath(number));
        if (!script.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Missing, script.errorString(), script.fileName()};
        if (auto done = database.executeScript(script.readAll()); !done)
            return done;
    }
    for (const QString &pragma : {u"PRAGMA application_id = %1"_s.arg(DocumentFile::ApplicationId),
                                  u"PRAGMA user_version = %1"_s.arg(latest())}) {
        if (auto set = database.execute(pragma); !set)
            return set;
    }
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

static Result<QStringList> expectedSchema()
{
    const auto database = Database::openInMemory();
    if (!database)
        return database.error();
    if (const auto done = run(**database); !done)
        return done.error();
    return schemaOf(**database);
}

Result<void> checkSchema(Database &database)
{
    static const Result<QStringList> expected = expectedSchema();
    if (!expected)
        return expected.error();
    const auto found = schemaOf(database);
    if (!found)
        return found.error();
    if (*found != *expected)
        return Error{ErrorKind::Damaged,
                     QCoreApplication::translate("Treatybook",
                                                 "The tables of the book were changed by another program, "
                                                 "so it is not opened. Go back to a backup."),
                     {}};
    return {};
}

} // namespace Treatybook::Migrations
