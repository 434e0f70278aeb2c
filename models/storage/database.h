#pragma once

#include "domain/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <memory>
#include <unordered_map>

struct sqlite3;

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
    /// The cached query of that text, ready for values. Use it through Statement.
    Result<QSqlQuery *> prepare(const QString &sql);

    bool isInTransaction() const;
    /// The error of the last failed call of `query`, for people.
    Error errorOf(const QSqlQuery &query) const;
    sqlite3 *handle() const { return m_handle; }

private:
    Database();
    static Result<std::unique_ptr<Database>> openAddress(const QString &address, bool inMemory);
    Result<void> harden(bool inMemory);

    QString m_name; ///< of the connection, unique in the process
    QSqlDatabase m_connection;
    sqlite3 *m_handle = nullptr;
    std::unordered_map<QString, QSqlQuery> m_prepared;
};

} // namespace Treatybook
