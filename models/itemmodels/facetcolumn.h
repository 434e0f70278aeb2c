#pragma once

#include "domain/facet.h"
#include "session/agreementstore.h"

#include <QHash>

#include <map>
#include <span>
#include <vector>

namespace Treatybook {

/// The values of a facet that is not always shown, in flat arrays as those of Columns; made when it is first asked
/// for, since it costs some memory. Records have few different sets of values: a slot has the number of its set.
class FacetColumn
{
public:
    /// Of Place, Officer, Language, Role or SourceKind.
    FacetColumn(const AgreementStore &store, Facet facet) : m_store(store), m_facet(facet) {}
    static bool isFor(Facet facet);

    /// The slots of `change` have their new values.
    void update(const StoreChange &change);
    /// Every record may be another; names keep their numbers.
    void forgetRecords() { m_sets.clear(); }
    /// Reads the records that it does not know yet.
    void complete();

    /// Each value once: the index in the vocabulary of the facet, or the number of a name. After complete().
    std::span<const quint32> at(Slot slot) const
    {
        const Place &place = m_places[m_sets[slot]];
        return std::span(m_items).subspan(place.first, place.count);
    }
    const Text &nameAt(quint32 number) const { return m_names[number]; }
    std::optional<quint32> numberOf(const Text &name) const;
    quint32 nameCount() const { return static_cast<quint32>(m_names.size()); }

private:
    struct Place {
        quint32 first = 0;
        quint32 count = 0;
    };

    quint32 setOf(const Agreement &record);
    void addNumber(quint32 number);
    void addName(const Text &name);

    const AgreementStore &m_store;
    Facet m_facet;
    std::vector<quint32> m_sets; ///< by slot
    std::vector<Place> m_places; ///< by set
    std::vector<quint32> m_items;
    std::map<std::vector<quint32>, quint32> m_known; ///< the number of a set; QList compares empty ones by null
    std::vector<quint32> m_scratch;
    std::vector<Text> m_names;
    QHash<Text, quint32> m_numbers;
};

} // namespace Treatybook
