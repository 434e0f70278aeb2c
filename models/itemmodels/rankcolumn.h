#pragma once

#include "itemmodels/sortvalues.h"

#include <vector>

namespace Treatybook {

/// For every slot the place of its value among all values of one field, so that sorting compares numbers only. Equal
/// values have equal ranks. A changed record finds its new rank by a binary search; the others keep their order.
class RankColumn
{
public:
    static constexpr quint32 Last = ~quint32(0); ///< of empty values

    explicit RankColumn(const SortValues &values) : m_values(values) {}

    /// Of all live records.
    void build(const AgreementStore &store);
    quint32 at(Slot slot) const { return m_ranks[slot]; }

    /// To be called for all slots that changed before any of them is inserted again.
    void remove(Slot slot);
    void insert(Slot slot);

private:
    template <class KeyOf, class Before>
    void sortByKey(KeyOf keyOf, Before before);
    void giveRanks();

    SortValues m_values;
    std::vector<Slot> m_order; ///< without the empty ones
    std::vector<quint32> m_ranks;
};

} // namespace Treatybook
