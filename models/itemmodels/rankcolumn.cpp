#include "itemmodels/rankcolumn.h"

#include <algorithm>

namespace Treatybook {

void RankColumn::build(const AgreementStore &store)
{
    m_order.clear();
    m_ranks.assign(store.slotCount(), Last);
    for (Slot slot = 0; slot < store.slotCount(); ++slot) {
        if (store.isLive(slot) && !m_values.isEmpty(slot))
            m_order.push_back(slot);
    }
    if (m_values.isText())
        sortByKey([this](Slot slot) { return m_values.textKey(slot); },
                  [](const QCollatorSortKey &a, const QCollatorSortKey &b) { return a.compare(b) < 0; });
    else if (m_values.isNumber())
        sortByKey([this](Slot slot) { return *m_values.number(slot); }, std::less());
    else
        std::ranges::sort(m_order, [this](Slot a, Slot b) { return m_values.compare(a, b) < 0; });
    giveRanks();
}

/// Works out every value once, not at every comparison.
template <class KeyOf, class Before>
void RankColumn::sortByKey(KeyOf keyOf, Before before)
{
    std::vector<std::pair<decltype(keyOf(Slot())), Slot>> keys;
    keys.reserve(m_order.size());
    for (const Slot slot : m_order)
        keys.emplace_back(keyOf(slot), slot);
    std::ranges::sort(keys, [&](const auto &a, const auto &b) { return before(a.first, b.first); });
    std::ranges::transform(keys, m_order.begin(), [](const auto &key) { return key.second; });
}

void RankColumn::giveRanks()
{
    quint32 rank = 0;
    for (size_t i = 0; i < m_order.size(); ++i) {
        if (i > 0 && m_values.compare(m_order[i - 1], m_order[i]) != 0)
            ++rank;
        m_ranks[m_order[i]] = rank;
    }
}

void RankColumn::remove(Slot slot)
{
    if (slot >= m_ranks.size() || m_ranks[slot] == Last)
        return;
    m_ranks[slot] = Last;
    m_order.erase(std::ranges::find(m_order, slot));
}

void RankColumn::insert(Slot slot)
{
    if (slot >= m_ranks.size())
        m_ranks.resize(slot + 1, Last);
    if (m_values.isEmpty(slot))
        return;
    const auto before = [this](Slot a, Slot b) { return m_values.compare(a, b) < 0; };
    const auto place = std::lower_bound(m_order.begin(), m_order.end(), slot, before);
    const bool equalsNext = place != m_order.end() && m_values.compare(slot, *place) == 0;
    const quint32 rank = place == m_order.end() ? (m_order.empty() ? 0 : m_ranks[m_order.back()] + 1) : m_ranks[*place];
    if (!equalsNext && place != m_order.end()) { // makes room
        for (quint32 &other : m_ranks)
            other += other != Last && other >= rank;
    }
    m_ranks[slot] = rank;
    m_order.insert(place, slot);
}

} // namespace Treatybook
