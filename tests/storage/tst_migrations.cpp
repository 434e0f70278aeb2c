#include "storage/migrations.h"

#include "storage/database.h"
#include "storage/documentfile.h"
#include "storage/statement.h"
#include "storage/statements.h"
#include "storage/testbook.h"
#include "support/testregistry.h"

#include <QTest>
#include <QVariant>

using namespace Treatybook;
using namespace Qt::StringLiterals;

static QStringList columnsOf(Database &database, const QString &table)
{
    QStringList columns;
    Statement rows(database, u"SELECT name FROM pragma_table_info(?) ORDER BY cid"_s);
    rows.bind(table);
    for (auto more = rows.next(); more && *more; more = rows.next())
        columns.append(rows.text(0));
    return columns;
}

class TstMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemaHasExactlyTheKeysOfTheTables();
    void everyTableIsKnown();
    void settingsOfTheConnection();
    void headerOfANewBook();
    void schemaCheck_data();
    void schemaCheck();
};

void TstMigrations::schemaHasExactlyTheKeysOfTheTables()
{
    const auto database = Database::openInMemory();
    QVERIFY(database && Migrations::run(**database));
    QStringList scalars{u"id"_s, u"version"_s, u"sort_day"_s};
    for (const FieldInfo *info : Statements::scalarFields())
        scalars.append(info->keyText());
    QCOMPARE(columnsOf(**database, u"agreement"_s), scalars);
    for (const FieldInfo *info : Statements::partFields()) {
        QStringList columns{u"record"_s, u"item"_s, u"position"_s};
        for (const ColumnInfo &column : info->part->columns)
            columns.append(column.keyText());
        QCOMPARE(columnsOf(**database, QString::fromLatin1(info->part->table.data())), columns);
    }
    QVERIFY(Statements::scalarFields().size() > 20);
    QCOMPARE(Statements::partFields().size(), 11);
}

void TstMigrations::everyTableIsKnown()
{
    const auto database = Database::openInMemory();
    QVERIFY(database && Migrations::run(**database));
    QStringList expected{u"agreement"_s,  u"change_entry"_s, u"change_log"_s,
                         u"blob_chunk"_s, u"setting"_s,      u"tombstone"_s};
    for (const FieldInfo *info : Statements::partFields())
        expected.append(QString::fromLatin1(info->part->table.data()));
    expected.sort();
    QStringList found, loose;
    Statement rows(**database, u"SELECT name, strict FROM pragma_table_list WHERE schema = 'main' "
                               "AND name NOT LIKE 'sqlite_%' ORDER BY name"_s);
    for (auto more = rows.next(); more && *more; more = rows.next()) {
        found.append(rows.text(0));
        if (rows.number(1) != 1)
            loose.append(rows.text(0));
    }
    QCOMPARE(found, expected);
    QCOMPARE(loose, QStringList()); // a table that is not STRICT takes a text for a number
}

void TstMigrations::settingsOfTheConnection()
{
    const Test::TestBook book;
    const auto database = Database::open(book.path(), Database::Mode::ReadWrite);
    QVERIFY(database);
    QCOMPARE((*database)->value(u"PRAGMA journal_mode"_s)->toString(), u"delete"_s);
    QCOMPARE((*database)->value(u"PRAGMA synchronous"_s)->toInt(), 3);
    QCOMPARE((*database)->value(u"PRAGMA foreign_keys"_s)->toInt(), 1);
    QCOMPARE((*database)->value(u"PRAGMA secure_delete"_s)->toInt(), 1);
    QCOMPARE((*database)->value(u"PRAGMA trusted_schema"_s)->toInt(), 0);
    QCOMPARE((*database)->value(u"PRAGMA busy_timeout"_s)->toInt(), 5000);
    const auto two = (*database)->execute(u"SELECT 1; SELECT 2"_s);
    QVERIFY(!two);
    static_cast<void>((*database)->execute(u"PRAGMA writable_schema = ON"_s));
    QVERIFY(!(*database)->execute(u"UPDATE sqlite_schema SET sql = ''"_s)); // defensive
    const auto missing = Database::open(book.folder() + u"/none"_s, Database::Mode::ReadWrite);
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::Denied);
    QVERIFY(!QFile::exists(book.folder() + u"/none"_s));
}

void TstMigrations::headerOfANewBook()
{
    const Test::TestBook book;
    const auto database = Database::open(book.path(), Database::Mode::ReadOnly);
    QVERIFY(database);
    QCOMPARE((*database)->value(u"PRAGMA application_id"_s)->toInt(), 0x5472426B);
    QCOMPARE((*database)->value(u"PRAGMA user_version"_s)->toInt(), Migrations::latest());
    QVERIFY(Migrations::latest() >= 1);
    QVERIFY(Migrations::checkSchema(**database));
}

void TstMigrations::schemaCheck_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("table") << u"CREATE TABLE extra (a)"_s;
    QTest::newRow("view") << u"CREATE VIEW extra AS SELECT * FROM agreement"_s;
    QTest::newRow("trigger") << u"CREATE TRIGGER extra AFTER INSERT ON agreement BEGIN DELETE FROM change_log; END"_s;
    QTest::newRow("index") << u"CREATE INDEX extra ON agreement (title)"_s;
    QTest::newRow("missing index") << u"DROP INDEX agreement_by_day"_s;
    QTest::newRow("column") << u"ALTER TABLE setting ADD COLUMN extra TEXT"_s;
    QTest::newRow("statistics") << u"ANALYZE"_s;
}

void TstMigrations::schemaCheck()
{
    QFETCH(QString, sql);
    const auto database = Database::openInMemory();
    QVERIFY(database && Migrations::run(**database));
    QVERIFY(Migrations::checkSchema(**database));
    QVERIFY((*database)->execute(sql));
    const auto checked = Migrations::checkSchema(**database);
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, ErrorKind::Damaged);
}

TREATYBOOK_TEST(TstMigrations)
#include "tst_migrations.moc"
