#include "bench/measures.h"

#include "bench/bench.h"
#include "session/session.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace Treatybook::Bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype RemovedAtOnce = 1000;

/// One value in one row, as durable as the program's own commits.
double bareCommit(const QString &path, const QUuid &id, int runs)
{
    double taken = 0;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"bareCommit"_s);
        database.setDatabaseName(path);
        if (!database.open())
            stop(u"the copy of the book cannot be opened"_s);
        QSqlQuery query(database);
        const auto run = [&](const QString &sql) {
            if (!query.exec(sql))
                stop(sql);
            query.finish();
        };
        run(u"PRAGMA journal_mode = DELETE"_s);
        run(u"PRAGMA synchronous = EXTRA"_s);
        run(u"PRAGMA secure_delete = ON"_s);
        taken = medianOf(runs, [&](int number) {
            run(u"BEGIN IMMEDIATE"_s);
            query.prepare(u"UPDATE agreement SET notes = ? WHERE id = ?"_s);
            query.addBindValue(u"Saved %1"_s.arg(number));
            query.addBindValue(id.toString(QUuid::WithoutBraces));
            if (!query.exec() || query.numRowsAffected() != 1)
                stop(u"the copy of the book cannot be changed"_s);
            query.finish();
            run(u"COMMIT"_s);
        });
    }
    QSqlDatabase::removeDatabase(u"bareCommit"_s);
    return taken;
}

} // namespace

void measureChanges(Session &session, const QString &copy, int runs)
{
    const AgreementStore &store = session.store();
    const QUuid id = store.record(0).id();
    const double floor = bareCommit(copy, id, runs);
    print(
        "save one edit",
        medianOf(runs,
                 [&](int run) { awaitResult(session.setField(id, Field::Notes, u"Saved %1"_s.arg(run), u"Edit"_s)); }),
        floor, "10");

    ChangeSet set(u"Remove"_s);
    for (Slot slot = 0; slot < store.slotCount() && set.changes.size() < RemovedAtOnce; ++slot) {
        if (store.isLive(slot))
            set.changes.append(Change::remove(store.record(slot), store.version(slot)));
    }
    const double removal = milliseconds([&] { awaitResult(session.execute(set)); });
    const double undo = milliseconds([&] { awaitResult(session.undo()); });
    print("remove up to 1000 records, with a backup", removal, 0, "-");
    print("undo that", undo, 0, "-");
}

} // namespace Treatybook::Bench
