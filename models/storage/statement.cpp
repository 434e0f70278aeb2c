#include "storage/statement.h"

#include "domain/recordjson.h"
#include "storage/database.h"

#include <sqlite3.h>

namespace Treatybook {

Statement::Statement(Database &database, const QString &sql) : m_database(database)
{
    const auto statement = database.prepare(sql);
    if (statement)
        m_statement = *statement;
    else
        m_error = statement.error();
    m_values.reserve(32);
}

Statement::~Statement()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

Statement &Statement::again()
{
    if (!m_statement)
        return *this;
    sqlite3_reset(m_statement);
    m_error.reset();
    m_next = 0;
    m_isAtEnd = false;
    return *this;
}

void Statement::check(int code)
{
    if (code != SQLITE_OK && !m_error)
        m_error = m_database.lastError();
}

Statement::Value &Statement::room()
{
    if (m_next == m_values.size())
        m_values.emplace_back();
    Value &value = m_values[m_next++];
    value.bytes.resize(0);
    return value;
}

Statement::Value &Statement::otherRoom()
{
    Value &value = room();
    value.isEmptyText = false;
    return value;
}

Statement &Statement::bindText(Value &value)
{
    const QByteArray &text = value.bytes;
    if (value.isEmptyText && text.isEmpty()) // as most columns of most rows are, and remain from use to use
        return *this;
    if (text.contains('\0'))
        m_error = Error{ErrorKind::Invalid, textProblem(QString::fromUtf8(text)), {}};
    if (!m_error)
        check(sqlite3_bind_text64(m_statement, int(m_next), text.isEmpty() ? "" : text.constData(),
                                  static_cast<sqlite3_uint64>(text.size()), SQLITE_STATIC, SQLITE_UTF8));
    value.isEmptyText = text.isEmpty() && !m_error;
    return *this;
}

Statement &Statement::bind(const QString &text)
{
    if (const QString problem = textProblem(text); !problem.isEmpty())
        m_error = Error{ErrorKind::Invalid, problem, {}};
    return bindUtf8([&](QByteArray &utf8) { utf8.append(text.toUtf8()); });
}

Statement &Statement::bind(qint64 number)
{
    otherRoom();
    if (!m_error)
        check(sqlite3_bind_int64(m_statement, int(m_next), number));
    return *this;
}

Statement &Statement::bind(std::optional<qint64> number)
{
    if (number)
        return bind(*number);
    otherRoom();
    if (!m_error)
        check(sqlite3_bind_null(m_statement, int(m_next)));
    return *this;
}

Statement &Statement::bind(const QUuid &id)
{
    return bindUtf8([&](QByteArray &utf8) { utf8.append(id.toByteArray(QUuid::WithoutBraces)); });
}

Statement &Statement::bind(const QByteArray &bytes)
{
    QByteArray &kept = otherRoom().bytes;
    kept = bytes;
    // Without a pointer it would be NULL.
    if (!m_error)
        check(sqlite3_bind_blob64(m_statement, int(m_next), kept.constData() ? kept.constData() : "",
                                  static_cast<sqlite3_uint64>(kept.size()), SQLITE_STATIC));
    return *this;
}

Result<void> Statement::run()
{
    const auto done = next();
    return done ? Result<void>() : done.error();
}

Result<bool> Statement::next()
{
    if (m_error)
        return *m_error;
    if (m_isAtEnd) // another step would start anew
        return false;
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        m_isAtEnd = true;
        return false;
    default:
        return m_database.lastError();
    }
}

int Statement::changed() const
{
    return sqlite3_changes(m_database.handle());
}

QByteArrayView Statement::utf8(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return {utf8, static_cast<qsizetype>(sqlite3_column_bytes(m_statement, column))};
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QUuid Statement::id(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QUuid::fromString(QLatin1StringView(text, sqlite3_column_bytes(m_statement, column)));
}

QByteArray Statement::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
}

} // namespace Treatybook
