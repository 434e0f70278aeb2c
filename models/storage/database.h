#pragma once

#include "domain/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QString>

#include <memory>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;
class QSqlQuery;

namespace Treatybook {

/// One hardened SQLite connection and its prepared statements; belongs to the thread that opened it. Every setting is
/// read back. SQL texts come from constants and from the field tables, never from data.
class Database
{
public:
    enum class Mode {
        ReadOnly,
        ReadOnlyUnlocked, ///< in a folder that knows no locks
        ReadWrite, ///< of an existing file
        Create     ///< a new file where there is none
    };

    static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);
    static Result<std::unique_ptr<Database>> openInMemory();
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// One statement without values or rows.
    Result<void> execute(const QString &sql);
    /// Several statements: the text of a migration.
    Result<void> executeScript(const QByteArray &sql);
    /// First column of the first row; invalid if there is none.
    Result<QVariant> value(const QString &sql);
    /// The cached statement of that text, ready for values. Use it through Statement.
    Result<sqlite3_stmt *> prepare(const QString &sql);

    bool isInTransaction() const;
    /// The error of the last call that failed, for people.
    Error lastError() const;
    sqlite3 *handle() const { return m_handle; }

private:
    Database();
    static Result<std::unique_ptr<Database>> openAddress(const QString &address, bool inMemory);
    Result<void> harden(bool inMemory);
    Error errorOf(const QSqlQuery &query) const;

    QString m_name; ///< of the connection, unique in the process
    QSqlDatabase m_connection;
    sqlite3 *m_handle = nullptr;
    std::unordered_map<QString, sqlite3_stmt *> m_prepared;
};

} // namespace Treatybook
