#include "storage/database.h"

#include "storage/sqlerror.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>
#include <QVariant>

#include <span>
#include <sqlite3.h>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

struct Setting {
    const char *set;
    const char *ask;
    const char *expected;
};

constexpr Setting Settings[] = {
    {"PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0"},
    {"PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1"},
    {"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1"},
    {"PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2"},
    {"PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1"},
};

// With a write-ahead log SQLite does not notice that the file was moved or replaced. EXTRA syncs the folder after the
// journal is gone; with FULL the last commit can come back undone after a power loss.
constexpr Setting FileSettings[] = {
    {"PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0"},
    {"PRAGMA journal_mode = DELETE", "PRAGMA journal_mode", "delete"},
    {"PRAGMA synchronous = EXTRA", "PRAGMA synchronous", "3"},
};

struct Switch {
    int option;
    int value;
};

// Views and triggers are off: a crafted file cannot run anything. Cascades of foreign keys work all the same.
constexpr Switch Switches[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
    {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
};

constexpr Switch Limits[] = {
    {SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024},
    {SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024},
    {SQLITE_LIMIT_ATTACHED, 1},
    {SQLITE_LIMIT_EXPR_DEPTH, 100},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 2000},
};

Error refusedSetting(const QString &what)
{
    return sqlError(SQLITE_ERROR, 0, u"SQLite does not accept: %1"_s.arg(what));
}

} // namespace

Database::Database() : m_name(u"treatybook-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)) {}

Database::~Database()
{
    for (const auto &[sql, statement] : m_prepared)
        sqlite3_finalize(statement);
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode)
{
    const auto modeText = mode == Mode::ReadOnly           ? "?mode=ro"_L1
                          : mode == Mode::ReadOnlyUnlocked ? "?mode=ro&nolock=1"_L1
                          : mode == Mode::ReadWrite        ? "?mode=rw"_L1
                                                           : "?mode=rwc"_L1;
    return openAddress(QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded()) + modeText, false);
}

Result<std::unique_ptr<Database>> Database::openInMemory()
{
    return openAddress(u":memory:"_s, true);
}

Result<std::unique_ptr<Database>> Database::openAddress(const QString &address, bool inMemory)
{
    std::unique_ptr<Database> database(new Database);
    QSqlDatabase &connection = database->m_connection;
    connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_name);
    connection.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"_s);
    connection.setDatabaseName(address);
    if (!connection.open()) {
        const QSqlError error = connection.lastError();
        return sqlError(error.nativeErrorCode().toInt(), 0, error.text());
    }
    const QVariant handle = connection.driver()->handle();
    Q_ASSERT(qstrcmp(handle.typeName(), "sqlite3*") == 0);
    database->m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    if (const auto hardened = database->harden(inMemory); !hardened)
        return hardened.error();
    return database;
}

Result<void> Database::harden(bool inMemory)
{
    for (const Switch &config : Switches) {
        int now = -1;
        if (sqlite3_db_config(m_handle, config.option, config.value, &now) != SQLITE_OK || now != config.value)
            return refusedSetting(u"db_config %1"_s.arg(config.option));
    }
    for (const Switch &limit : Limits)
        sqlite3_limit(m_handle, limit.option, limit.value);

    const auto apply = [this](std::span<const Setting> settings) -> Result<void> {
        for (const Setting &setting : settings) {
            if (const auto set = value(QLatin1StringView(setting.set)); !set)
                return set.error();
            const auto now = value(QLatin1StringView(setting.ask));
            if (!now)
                return now.error();
            if (now->toString() != QLatin1StringView(setting.expected))
                return refusedSetting(QLatin1StringView(setting.set));
        }
        return {};
    };
    const auto applied = apply(Settings);
    return applied && !inMemory ? apply(FileSettings) : applied;
}

Result<void> Database::execute(const QString &sql)
{
    const auto done = value(sql);
    return done ? Result<void>() : done.error();
}

Result<void> Database::executeScript(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK)
        return {};
    return lastError();
}

Result<QVariant> Database::value(const QString &sql)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return errorOf(query);
    return query.next() ? query.value(0) : QVariant();
}

Result<sqlite3_stmt *> Database::prepare(const QString &sql)
{
    if (const auto known = m_prepared.find(sql); known != m_prepared.end())
        return known->second;
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(m_handle, text.constData(), static_cast<int>(text.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr) != SQLITE_OK)
        return lastError();
    m_prepared.emplace(sql, statement);
    return statement;
}

bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

Error Database::lastError() const
{
    return sqlError(sqlite3_extended_errcode(m_handle), sqlite3_system_errno(m_handle),
                    QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

Error Database::errorOf(const QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    return sqlError(error.nativeErrorCode().toInt(), sqlite3_system_errno(m_handle), error.text());
}

} // namespace Treatybook
