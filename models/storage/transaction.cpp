#include "storage/transaction.h"

#include "storage/database.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

Transaction::~Transaction()
{
    // After a failed COMMIT SQLite has often rolled back by itself. A failure to roll back is seen by the next
    // statement.
    if (m_begun && m_database.isInTransaction())
        static_cast<void>(m_database.execute(u"ROLLBACK"_s));
}

Result<void> Transaction::begin(Kind kind)
{
    const auto begun = m_database.execute(kind == Kind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    m_begun = begun.hasValue();
    return begun;
}

Result<void> Transaction::commit()
{
    return m_database.execute(u"COMMIT"_s);
}

} // namespace Treatybook
