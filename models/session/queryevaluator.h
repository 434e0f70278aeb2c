#pragma once

#include "domain/query.h"
#include "session/conditions.h"

namespace Treatybook {

/// Finds the records of an open book that a query asks for, as of a day. What takes long is shared among threads, and
/// waited for.
class QueryEvaluator
{
public:
    QueryEvaluator(const AgreementStore &store, Day asOf, const QLocale &locale)
        : m_store(store), m_asOf(asOf), m_locale(locale)
    {
    }

    /// All records that match, in ascending order of slots; all there are if the query asks for nothing.
    std::vector<Slot> search(const Query &query) const;
    /// Those of `slots`, which are in ascending order.
    std::vector<Slot> filter(const std::vector<Slot> &slots, const Query &query) const;

private:
    using Slots = std::vector<Slot>;

    Slots all() const;
    Slots matching(const QueryNode &node, const Slots &among, Reading reading) const;
    Slots matchingAll(const QList<QueryNode> &nodes, Slots among, Reading reading) const;
    Slots matchingAny(const QList<QueryNode> &nodes, const Slots &among, Reading reading) const;
    Slots having(const QueryTerm &term, const Slots &among) const;
    Slots meeting(const QueryCondition &condition, Slots among, Reading reading) const;

    const AgreementStore &m_store;
    Day m_asOf;
    QLocale m_locale;
};

} // namespace Treatybook
