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

/// A prepared statement: bind values in order, then run() or next(); again() for the next use. Ends the statement when
/// destroyed, so that no half-read result keeps others from writing. An error while preparing or binding is told by
/// run() or next(). Goes to SQLite itself: QSqlQuery takes longer to bind a value than SQLite to store it.
///
/// No two may use the same SQL text at a time.
class Statement
{
public:
    Statement(Database &database, const QString &sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    /// Ends the use that was; all values are bound anew.
    Statement &again();

    /// Null and empty text are both stored as ''. Text with NUL or an unpaired surrogate is refused (Invalid).
    Statement &bind(const QString &text);
    /// The same, of UTF-8 that `append` appends to the array that it is given.
    template <class Append>
    Statement &bindUtf8(Append append)
    {
        Value &value = room();
        append(value.bytes);
        return bindText(value);
    }
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
    /// SQLite reads texts and bytes where they are.
    struct Value {
        QByteArray bytes;
        bool isEmptyText = false; ///< as which it is bound already
    };

    /// Of the next parameter, its bytes empty, with the memory that an earlier use took.
    Value &room();
    /// The same, for what is no text.
    Value &otherRoom();
    Statement &bindText(Value &value);

    Database &m_database;
    sqlite3_stmt *m_statement = nullptr; ///< null if it could not be prepared
    std::optional<Error> m_error;
    std::vector<Value> m_values; ///< by parameter, kept from use to use
    size_t m_next = 0;
    bool m_isAtEnd = false;
};

} // namespace Treatybook
