#pragma once

#include "domain/repository.h"

#include <optional>

namespace Treatybook {

/// Changes that nobody could tell the outcome of yet. The same change done again keeps its id, so that the store never
/// takes it twice, and one that turned out to be stored is not done again.
class Doubts
{
public:
    bool isEmpty() const { return m_open.isEmpty(); }
    const ChangeSet &first() const { return m_open.first(); }

    void add(const ChangeSet &set);
    /// It is known now: stored, with this receipt, or not.
    void settle(const QUuid &id, const std::optional<Receipt> &receipt);
    /// With the records that it adds, which the log leaves out.
    std::optional<ChangeSet> find(const QUuid &id) const;

    /// The receipt if that very change turned out to be stored; tells it once, to the next who asks.
    std::optional<Receipt> takeReceipt(const ChangeSet &set);
    /// The id of that very change, if it turned out not to be stored, else that of `set`; tells it once too.
    QUuid takeId(const ChangeSet &set);

private:
    struct Settled {
        ChangeSet set;
        Receipt receipt;
    };

    QList<ChangeSet> m_open;
    std::optional<Settled> m_stored;
    std::optional<ChangeSet> m_absent;
};

} // namespace Treatybook
