#pragma once

#include "domain/filter.h"
#include "itemmodels/facetcolumn.h"
#include "session/statuscolumn.h"

#include <array>
#include <map>
#include <vector>

namespace Treatybook {

/// Which records the chosen facet values leave, and how many records every value would: of those that pass the words
/// and all other facets. Works on flat arrays alone; values are numbers, valueOf() gives their text. Knows nothing of
/// views.
class FacetCounts
{
public:
    /// By facet and number of the value; nothing of a facet that was not counted.
    using Counts = std::array<std::vector<quint32>, FacetCount>;
    /// Per slot a bit for every facet in which it has none of the wanted values, or one of the excluded.
    using Marks = std::vector<quint16>;

    explicit FacetCounts(const AgreementStore &store) : m_store(store), m_statuses(store) {}

    void setChoices(const QList<FacetChoice> &choices);
    void setAsOf(Day day);
    /// After a change of a few records.
    void update(const StoreChange &change);
    /// After anything else.
    void reset();

    bool isNarrowing() const { return !m_choices.isEmpty(); }
    /// What is left hangs on the day.
    bool hangsOnDay() const;
    /// By slot; 0 where every facet is passed.
    const Marks &marks();
    /// `isHit` says by slot whether the record is there and the words match; slots beyond it are not counted.
    Counts count(const std::vector<bool> &isHit, const QList<Facet> &facets);

    /// Gives back the memory of facets that are neither of these nor chosen.
    void keepOnly(const QList<Facet> &facets);

    // Of facets that were counted, or are chosen and marked.
    /// Empty if the number stands for no value that people would choose.
    QString valueOf(Facet facet, quint32 number) const;
    std::optional<quint32> numberOf(Facet facet, const QString &value) const;

private:
    bool isChosen(Facet facet) const;
    FacetColumn &column(Facet facet);
    const FacetColumn *knownColumn(Facet facet) const;
    quint32 numberCount(Facet facet) const;
    template <class Run>
    void withValues(Facet facet, Run run);

    const AgreementStore &m_store;
    StatusColumn m_statuses;
    std::map<Facet, FacetColumn> m_columns; ///< made when first asked for
    QList<FacetChoice> m_choices;
    Marks m_marks;
    bool m_isMarked = false;
};

} // namespace Treatybook
