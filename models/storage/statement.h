#pragma once

#include "domain/result.h"
#include "domain/text.h"

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

struct sqlite3_stmt;

namespace Treatybook {

class Database;

/// One use of a prepared statement: bind values in order, then run() or next(). Ends the statement when destroyed, so
/// that no half-read result keeps others from writing. An error while preparing or binding is told by run() or next().
/// Goes to SQLite itself: QSqlQuery takes longer to bind a value than SQLite to store it.
class Statement
{
public:
    Statement(Database &database, const QString &sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    /// Null and empty text are both stored as ''. Text with NUL or an unpaired surrogate is refused (Invalid).
    Statement &bind(const QString &text);
    Statement &bindUtf8(QByteArray text); ///< the same, of UTF-8 already
    Statement &bind(qint64 number);
    Statement &bind(std::optional<qint64> number); ///< NULL if there is none
    Statement &bind(const QUuid &id);              ///< lower case, no braces
    Statement &bind(const QByteArray &bytes);

    Result<void> run();
    /// True: a row is there to read; false: no more rows.
    Result<bool> next();
    /// Rows that run() changed.
    int changed() const;

    QString text(int column) const { return wholeText(utf8(column)); }
    QByteArrayView utf8(int column) const; ///< until the next row
    qint64 number(int column) const;
    bool isNull(int column) const;
    QUuid id(int column) const;
    QByteArray bytes(int column) const;

private:
    void check(int code);

    Database &m_database;
    sqlite3_stmt *m_statement = nullptr;
    std::optional<Error> m_error;
    std::vector<QByteArray> m_bound; ///< SQLite reads these where they are
    int m_next = 0;
    bool m_isAtEnd = false;
};

} // namespace Treatybook
