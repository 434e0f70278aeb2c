#include "storage/statement.h"

#include "domain/recordjson.h"
#include "storage/database.h"

#include <QSqlError>
#include <QVariant>

namespace Treatybook {

Statement::Statement(Database &database, const QString &sql) : m_database(database)
{
    const auto query = database.prepare(sql);
    if (query)
        m_query = *query;
    else
        m_error = query.error();
}

Statement::~Statement()
{
    if (m_query)
        m_query->finish();
}

void Statement::bindValue(const QVariant &value)
{
    if (m_query)
        m_query->bindValue(m_next++, value);
}

Statement &Statement::bind(const QString &text)
{
    if (const QString problem = textProblem(text); !problem.isEmpty())
        m_error = Error{ErrorKind::Invalid, problem, {}};
    // A null QString would be bound as NULL.
    bindValue(text.isNull() ? QStringLiteral("") : text);
    return *this;
}

Statement &Statement::bind(qint64 number)
{
    bindValue(number);
    return *this;
}

Statement &Statement::bind(std::optional<qint64> number)
{
    bindValue(number ? QVariant(*number) : QVariant());
    return *this;
}

Statement &Statement::bind(const QUuid &id)
{
    bindValue(id.toString(QUuid::WithoutBraces));
    return *this;
}

Statement &Statement::bind(const QByteArray &bytes)
{
    // A null QByteArray would be bound as NULL.
    bindValue(bytes.isNull() ? QByteArray("", 0) : bytes);
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
    if (!m_running && !m_query->exec())
        return m_database.errorOf(*m_query);
    m_running = true;
    if (m_query->next())
        return true;
    // The end of the rows and a failure on the way look alike to the caller of QSqlQuery::next().
    if (m_query->lastError().isValid())
        return m_database.errorOf(*m_query);
    return false;
}

} // namespace Treatybook
