#pragma once

#include "domain/query.h"
#include "itemmodels/rankcolumn.h"
#include "itemmodels/sortkey.h"

#include <map>

namespace Treatybook {

/// Which records a query leaves and in which order they stand, as of a day. Keeps all records in order, so that a
/// filter needs no sorting, and follows the store change by change. Knows nothing of views.
class VisibleRows
{
public:
    explicit VisibleRows(const AgreementStore &store) : m_store(store) {}

    void setSort(const QList<SortKey> &keys);
    const QList<SortKey> &sortKeys() const { return m_sort; }
    void setAsOf(Day day);
    void setLocale(const QLocale &locale);
    /// After a change of a few records; the slots of `change` have their new values.
    void update(const StoreChange &change);
    /// After anything else.
    void reset();

    /// The records that the query leaves, in order.
    QList<Slot> visible(const Query &query);
    /// The same from what a wider query left, in its order.
    QList<Slot> narrowed(const QList<Slot> &hits, const Query &query) const
    {
        return m_store.searchText().filter(hits, query);
    }
    /// The order hangs on the day.
    bool isSortedByDay() const;

private:
    struct Key {
        const RankColumn *ranks;
        bool descending;
    };

    RankColumn &ranks(Field field);
    std::vector<Key> keys();
    static bool isBefore(const std::vector<Key> &keys, Slot a, Slot b);

    const AgreementStore &m_store;
    QList<SortKey> m_sort;
    Day m_asOf = NoDay;
    QLocale m_locale;
    std::map<Field, RankColumn> m_ranks; ///< made when first asked for
    QList<Slot> m_all;
    bool m_isSorted = false;
};

} // namespace Treatybook
