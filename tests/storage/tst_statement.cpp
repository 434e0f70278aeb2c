#include "storage/statement.h"

#include "storage/database.h"
#include "storage/migrations.h"
#include "support/testregistry.h"

#include <QTest>
#include <QVariant>

#include <functional>
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
    void again();
    void againAfterAFailure();

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

/// What was bound before does not shine through, whatever kind it was of.
void TstStatement::again()
{
    const QList<std::function<void(Statement &)>> values{
        [](Statement &row) { row.bind(u""_s); },
        [](Statement &row) { row.bind(qint64{7}); },
        [](Statement &row) { row.bind(std::optional<qint64>()); },
        [](Statement &row) { row.bind(QByteArray("\1\0\2", 3)); },
        [](Statement &row) { row.bind(u"a text longer than any small buffer that may lie about"_s); },
        [](Statement &row) { row.bindUtf8([](QByteArray &utf8) { utf8.append("é").append("t"); }); },
        [](Statement &row) { row.bindUtf8([](QByteArray &) {}); },
        [](Statement &row) { row.bind(QUuid(u"00000000-0000-4000-8000-000000000001"_s)); },
    };
    const QStringList literals{u"''"_s,
                               u"7"_s,
                               u"NULL"_s,
                               u"X'010002'"_s,
                               u"'a text longer than any small buffer that may lie about'"_s,
                               u"'ét'"_s,
                               u"''"_s,
                               u"'00000000-0000-4000-8000-000000000001'"_s};
    Statement row(*m_database, u"SELECT quote(?), quote(?)"_s);
    for (int round = 0; round < 500; ++round) {
        const int a = round % int(values.size()), b = (round / int(values.size())) % int(values.size());
        row.again();
        values[a](row);
        values[b](row);
        const auto found = row.next();
        QVERIFY(found && *found);
        QCOMPARE(row.text(0), literals[a]);
        QCOMPARE(row.text(1), literals[b]);
    }
}

void TstStatement::againAfterAFailure()
{
    Statement row(*m_database, u"INSERT INTO setting (key, value) VALUES (?, ?)"_s);
    QCOMPARE(row.bind(u"key"_s).bind(QString(u'\0')).run().error().kind, ErrorKind::Invalid);
    QVERIFY(row.again().bind(u"key"_s).bind(u""_s).run());
    QVERIFY(!row.again().bind(u"key"_s).bind(u""_s).run()); // it is there
    QVERIFY(row.again().bind(u"other"_s).bind(u""_s).run());
    QCOMPARE(m_database->value(u"SELECT group_concat(key || value, ' ') FROM setting"_s)->toString(), u"key other"_s);
    Statement wrong(*m_database, u"SELECT a FROM nowhere"_s);
    QVERIFY(!wrong.run());
    QVERIFY(!wrong.again().run());
}

TREATYBOOK_TEST(TstStatement)
#include "tst_statement.moc"
