#include "itemmodels/visiblerows.h"

#include "session/queryevaluator.h"

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
    m_facets.setAsOf(day);
    std::erase_if(m_ranks, [](const auto &entry) { return !fieldInfo(entry.first).isStored(); });
    if (isSortedByDay())
        m_isSorted = false;
    if (m_isFoundByDay)
        m_found.reset();
}

void VisibleRows::setLocale(const QLocale &locale)
{
    m_locale = locale;
    reset();
}

void VisibleRows::reset()
{
    m_facets.reset();
    m_ranks.clear();
    m_isSorted = false;
    m_found.reset();
}

bool VisibleRows::isSortedByDay() const
{
    return std::ranges::any_of(m_sort, [](const SortKey &key) { return !fieldInfo(key.field).isStored(); });
}

bool VisibleRows::hangsOnDay() const
{
    return isSortedByDay() || m_facets.hangsOnDay() || m_isFoundByDay;
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
    m_facets.update(change);
    m_found.reset();
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

void VisibleRows::sortAll()
{
    if (m_isSorted)
        return;
    m_all.clear();
    for (Slot slot = 0; slot < m_store.slotCount(); ++slot) {
        if (m_store.isLive(slot))
            m_all.append(slot);
    }
    const std::vector<Key> order = keys();
    std::sort(m_all.begin(), m_all.end(), [&](Slot a, Slot b) { return isBefore(order, a, b); });
    m_isSorted = true;
}

void VisibleRows::find(const Query &query)
{
    if (m_found == query)
        return;
    const QueryEvaluator evaluator(m_store, m_asOf, m_locale);
    std::vector<Slot> hits;
    // To search the hits again pays while they are few: the texts of the whole book lie in one piece.
    if (m_found && query.narrows(*m_found) && m_hitCount < m_store.count() / 16) {
        for (Slot slot = 0; slot < m_isHit.size(); ++slot) {
            if (m_isHit[slot])
                hits.push_back(slot);
        }
        hits = evaluator.filter(hits, query);
    } else if (query.isEmpty()) {
        hits.assign(m_all.begin(), m_all.end());
    } else {
        hits = evaluator.search(query);
    }
    m_isHit.assign(m_store.slotCount(), false);
    for (const Slot slot : hits)
        m_isHit[slot] = true;
    m_hitCount = static_cast<qsizetype>(hits.size());
    m_found = query;
    m_isFoundByDay = query.hangsOnDay();
}

QList<Slot> VisibleRows::visible(const Query &query)
{
    sortAll();
    find(query);
    if (query.isEmpty() && !m_facets.isNarrowing())
        return m_all;
    const FacetCounts::Marks &marks = m_facets.marks();
    QList<Slot> left;
    std::ranges::copy_if(m_all, std::back_inserter(left), [&](Slot slot) { return m_isHit[slot] && marks[slot] == 0; });
    return left;
}

} // namespace Treatybook
