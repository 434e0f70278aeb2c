#include "itemmodels/facetcolumn.h"

#include <algorithm>

namespace Treatybook {

bool FacetColumn::isFor(Facet facet)
{
    switch (facet) {
    case Facet::Place:
    case Facet::Officer:
    case Facet::Language:
    case Facet::Role:
    case Facet::SourceKind:
        return true;
    default:
        return false;
    }
}

void FacetColumn::update(const StoreChange &change)
{
    for (const QList<Slot> *slots : {&change.removed, &change.changed, &change.added}) {
        for (const Slot slot : *slots) {
            if (slot < m_sets.size())
                m_sets[slot] = setOf(m_store.record(slot));
        }
    }
}

void FacetColumn::complete()
{
    m_sets.reserve(m_store.slotCount());
    for (auto slot = static_cast<Slot>(m_sets.size()); slot < m_store.slotCount(); ++slot)
        m_sets.push_back(setOf(m_store.record(slot)));
}

std::optional<quint32> FacetColumn::numberOf(const Text &name) const
{
    const auto known = m_numbers.constFind(name);
    return known == m_numbers.constEnd() ? std::nullopt : std::optional(*known);
}

quint32 FacetColumn::setOf(const Agreement &record)
{
    m_scratch.clear();
    switch (m_facet) {
    case Facet::Place:
        addName(record->place);
        break;
    case Facet::Officer:
        addName(record.extras().officer);
        break;
    case Facet::Language:
        for (const Text &language : record.extras().languages)
            addName(language);
        break;
    case Facet::Role:
        for (const Participant &participant : record->participants)
            addNumber(static_cast<quint32>(participant.role));
        break;
    case Facet::SourceKind:
        for (const Source &source : record->sources)
            addNumber(static_cast<quint32>(source.kind));
        break;
    default:
        break;
    }
    std::ranges::sort(m_scratch);
    const auto known = m_known.find(m_scratch);
    if (known != m_known.end())
        return known->second;
    m_places.push_back({static_cast<quint32>(m_items.size()), static_cast<quint32>(m_scratch.size())});
    m_items.insert(m_items.end(), m_scratch.cbegin(), m_scratch.cend());
    return m_known.emplace(m_scratch, static_cast<quint32>(m_places.size() - 1)).first->second;
}

void FacetColumn::addNumber(quint32 number)
{
    if (std::ranges::find(m_scratch, number) == m_scratch.end())
        m_scratch.push_back(number);
}

void FacetColumn::addName(const Text &name)
{
    if (name.isEmpty())
        return;
    auto known = m_numbers.constFind(name);
    if (known == m_numbers.constEnd()) {
        m_names.push_back(name);
        known = m_numbers.insert(name, static_cast<quint32>(m_names.size() - 1));
    }
    addNumber(*known);
}

} // namespace Treatybook
