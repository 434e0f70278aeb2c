#include "itemmodels/visiblerows.h"

#include <algorithm>

namespace Treatybook {

void VisibleRows::setSort(const QList<SortKey> &keys)
{
    m_sort = keys;
    m_isSorted = false;
}

void VisibleRows::setAsOf(Day day)
{
    m_asOf = day;
    std::erase_if(m_ranks, [](const auto &entry) { return !fieldInfo(entry.first).isStored(); });
    if (isSortedByDay())
        m_isSorted = false;
}

void VisibleRows::setLocale(const QLocale &locale)
{
    m_locale = locale;
    reset();
}

void VisibleRows::reset()
{
    m_ranks.clear();
    m_isSorted = false;
}

bool VisibleRows::isSortedByDay() const
{
    return std::ranges::any_of(m_sort, [](const SortKey &key) { return !fieldInfo(key.field).isStored(); });
}

RankColumn &VisibleRows::ranks(Field field)
{
    auto known = m_ranks.find(field);
    if (known == m_ranks.end()) {
        known = m_ranks.emplace(field, RankColumn(SortValues(m_store, field, m_asOf, m_locale))).first;
        known->second.build(m_store);
    }
    return known->second;
}

std::vector<VisibleRows::Key> VisibleRows::keys()
{
    std::vector<Key> keys;
    for (const SortKey &key : m_sort)
        keys.push_back({&ranks(key.field), key.order == Qt::DescendingOrder});
    keys.push_back({&ranks(Field::Id), false});
    return keys;
}

bool VisibleRows::isBefore(const std::vector<Key> &keys, Slot a, Slot b)
{
    for (const Key &key : keys) {
        const quint32 left = key.ranks->at(a);
        const quint32 right = key.ranks->at(b);
        if (left != right)
            return key.descending && left != RankColumn::Last && right != RankColumn::Last ? right < left
                                                                                           : left < right;
    }
    return false;
}

void VisibleRows::update(const StoreChange &change)
{
    const QList<Slot> stale = change.changed + change.removed + change.affected;
    const QList<Slot> fresh = change.added + change.changed + change.affected;
    for (auto &[field, column] : m_ranks) {
        for (const Slot slot : stale)
            column.remove(slot);
        for (const Slot slot : fresh)
            column.insert(slot);
    }
    if (!m_isSorted)
        return;
    m_all.removeIf([&](Slot slot) { return stale.contains(slot); });
    const std::vector<Key> order = keys();
    for (const Slot slot : fresh) {
        const auto before = [&](Slot a, Slot b) { return isBefore(order, a, b); };
        m_all.insert(std::lower_bound(m_all.begin(), m_all.end(), slot, before), slot);
    }
}

QList<Slot> VisibleRows::visible(const Query &query)
{
    if (!m_isSorted) {
        m_all.clear();
        for (Slot slot = 0; slot < m_store.slotCount(); ++slot) {
            if (m_store.isLive(slot))
                m_all.append(slot);
        }
        const std::vector<Key> order = keys();
        std::sort(m_all.begin(), m_all.end(), [&](Slot a, Slot b) { return isBefore(order, a, b); });
        m_isSorted = true;
    }
    if (query.isEmpty())
        return m_all;
    std::vector<bool> isHit(m_store.slotCount());
    for (const Slot slot : m_store.searchText().search(query))
        isHit[slot] = true;
    QList<Slot> hits;
    std::ranges::copy_if(m_all, std::back_inserter(hits), [&](Slot slot) { return isHit[slot]; });
    return hits;
}

} // namespace Treatybook
