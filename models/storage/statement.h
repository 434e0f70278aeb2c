#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QUuid>

#include <optional>

namespace Treatybook {

class Database;

/// One use of a prepared statement: bind values in order, then run() or next(). Ends the statement when destroyed, so
/// that no half-read result keeps others from writing. An error while preparing or binding is told by run() or next().
class Statement
{
public:
    Statement(Database &database, const QString &sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    /// Null and empty text are both stored as ''. Text with NUL or an unpaired surrogate is refused (Invalid).
    Statement &bind(const QString &text);
    Statement &bind(qint64 number);
    Statement &bind(std::optional<qint64> number); ///< NULL if there is none
    Statement &bind(const QUuid &id);              ///< lower case, no braces
    Statement &bind(const QByteArray &bytes);

    Result<void> run();
    /// True: a row is there to read; false: no more rows.
    Result<bool> next();
    /// Rows that run() changed.
    int changed() const { return m_query->numRowsAffected(); }

    QString text(int column) const { return m_query->value(column).toString(); }
    qint64 number(int column) const { return m_query->value(column).toLongLong(); }
    bool isNull(int column) const { return m_query->isNull(column); }
    QUuid id(int column) const { return QUuid::fromString(text(column)); }
    QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }

private:
    void bindValue(const QVariant &value);

    Database &m_database;
    QSqlQuery *m_query = nullptr;
    std::optional<Error> m_error;
    int m_next = 0;
    bool m_running = false;
};

} // namespace Treatybook
