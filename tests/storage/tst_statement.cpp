#include "storage/statement.h"

#include "storage/database.h"
#include "storage/migrations.h"
#include "support/testregistry.h"

#include <QTest>
#include <QVariant>

#include <limits>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void failureHalfWayIsNotTheEnd();
    void emptyIsNotNull();
    void wrongSqlIsTold();
    void badTextIsRefused_data();
    void badTextIsRefused();

private:
    std::unique_ptr<Database> m_database;
};

void TstStatement::init()
{
    auto database = Database::openInMemory();
    QVERIFY(database);
    m_database = std::move(*database);
    QVERIFY(Migrations::run(*m_database));
}

void TstStatement::failureHalfWayIsNotTheEnd()
{
    // The second row has no absolute value.
    Statement rows(*m_database, u"SELECT abs(column1) FROM (VALUES (-1), (?), (-3))"_s);
    const auto first = rows.bind(std::numeric_limits<qint64>::min()).next();
    QVERIFY(first && *first);
    QCOMPARE(rows.number(0), 1);
    const auto second = rows.next();
    QVERIFY(!second);
    QVERIFY2(second.error().detail.contains(u"overflow"_s), qPrintable(second.error().detail));
}

void TstStatement::emptyIsNotNull()
{
    Statement row(*m_database, u"SELECT ? IS NULL, ? IS NULL, ? IS NULL, ? IS NULL, ?"_s);
    row.bind(QString()).bind(u""_s).bind(QByteArray()).bind(std::optional<qint64>()).bind(u""_s);
    const auto found = row.next();
    QVERIFY(found && *found);
    QCOMPARE(row.number(0), 0);
    QCOMPARE(row.number(1), 0);
    QCOMPARE(row.number(2), 0);
    QCOMPARE(row.number(3), 1);
    QVERIFY(!row.text(4).isNull());
}

void TstStatement::wrongSqlIsTold()
{
    Statement row(*m_database, u"SELECT a FROM nowhere WHERE a = ?"_s);
    const auto done = row.bind(qint64{1}).run();
    QVERIFY(!done);
    QVERIFY2(done.error().detail.contains(u"nowhere"_s), qPrintable(done.error().detail));
}

void TstStatement::badTextIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("NUL") << u"a\0b"_s;
    QTest::newRow("high surrogate") << (u"a"_s + QChar(0xD83D));
    QTest::newRow("low surrogate") << (QChar(0xDE00) + u"a"_s);
}

void TstStatement::badTextIsRefused()
{
    QFETCH(QString, text);
    Statement row(*m_database, u"INSERT INTO setting (key, value) VALUES (?, ?)"_s);
    const auto written = row.bind(u"key"_s).bind(text).run();
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Invalid);
    QCOMPARE(m_database->value(u"SELECT count(*) FROM setting"_s)->toInt(), 0);
}

TREATYBOOK_TEST(TstStatement)
#include "tst_statement.moc"
