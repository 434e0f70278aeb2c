#pragma once

#include "domain/filter.h"
#include "domain/sortkey.h"
#include "itemmodels/facetcounts.h"
#include "itemmodels/rankcolumn.h"

#include <map>

namespace Treatybook {

/// Which records a filter leaves and in which order they stand, as of a day. Keeps all records in order, so that a
/// filter needs no sorting, and follows the store change by change. Knows nothing of views.
class VisibleRows
{
public:
    explicit VisibleRows(const AgreementStore &store) : m_store(store), m_facets(store) {}

    void setSort(const QList<SortKey> &keys);
    const QList<SortKey> &sortKeys() const { return m_sort; }
    /// Narrows what visible() gives.
    void setChoices(const QList<FacetChoice> &choices) { m_facets.setChoices(choices); }
    void setAsOf(Day day);
    void setLocale(const QLocale &locale);
    /// After a change of a few records; the slots of `change` have their new values.
    void update(const StoreChange &change);
    /// After anything else.
    void reset();

    /// The records that the query and the chosen facet values leave, in order. The query is answered only if it is
    /// another than the last time, and only among the last hits if those are few and must hold the new ones.
    QList<Slot> visible(const Query &query);
    FacetCounts &facets() { return m_facets; }
    /// Of the records that visible() knew.
    FacetCounts::Counts facetCounts(const QList<Facet> &facets) { return m_facets.count(m_isHit, facets); }
    /// The order hangs on the day.
    bool isSortedByDay() const;
    /// The order or the filter does.
    bool hangsOnDay() const;

private:
    struct Key {
        const RankColumn *ranks;
        bool descending;
    };

    RankColumn &ranks(Field field);
    std::vector<Key> keys();
    void sortAll();
    void find(const Query &query);
    static bool isBefore(const std::vector<Key> &keys, Slot a, Slot b);

    const AgreementStore &m_store;
    FacetCounts m_facets;
    QList<SortKey> m_sort;
    Day m_asOf = NoDay;
    QLocale m_locale;
    std::map<Field, RankColumn> m_ranks; ///< made when first asked for
    QList<Slot> m_all;
    bool m_isSorted = false;
    std::optional<Query> m_found; ///< that m_isHit answers
    std::vector<bool> m_isHit;    ///< by slot, whatever the facets
    qsizetype m_hitCount = 0;
    bool m_isFoundByDay = false; ///< other hits on another day
};

} // namespace Treatybook
