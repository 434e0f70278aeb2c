#pragma once

#include "domain/result.h"

namespace Treatybook {

class Database;

/// All or nothing; rolls back when destroyed before commit() succeeded.
class Transaction
{
public:
    enum class Kind {
        Read, ///< one consistent state over several SELECTs
        Write ///< takes the write lock at once, waiting for it as long as the busy timeout
    };

    explicit Transaction(Database &database) : m_database(database) {}
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    Result<void> begin(Kind kind);
    /// A failure is no proof that nothing was stored.
    Result<void> commit();

private:
    Database &m_database;
    bool m_begun = false;
};

} // namespace Treatybook
