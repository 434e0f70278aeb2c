#include "itemmodels/facetcounts.h"

#include <algorithm>

namespace Treatybook {

static_assert(FacetCount < 16, "a bit each, and one for the words");

static constexpr quint16 bitOf(Facet facet)
{
    return static_cast<quint16>(1u << static_cast<unsigned>(facet));
}

void FacetCounts::setChoices(const QList<FacetChoice> &choices)
{
    m_choices = choices;
    m_isMarked = false;
}

void FacetCounts::setAsOf(Day day)
{
    m_statuses.setDay(day);
    if (hangsOnDay())
        m_isMarked = false;
}

void FacetCounts::update(const StoreChange &change)
{
    m_statuses.forget(change);
    m_isMarked = false;
}

void FacetCounts::reset()
{
    m_statuses.forgetAll();
    m_isMarked = false;
}

bool FacetCounts::hangsOnDay() const
{
    return std::ranges::any_of(m_choices, [](const FacetChoice &choice) { return choice.facet == Facet::Status; });
}

/// Calls `run` with a function that gives the numbers of a slot's values to another: one loop a facet, with nothing to
/// decide within.
template <class Run>
void FacetCounts::withValues(Facet facet, Run run)
{
    const Columns &columns = m_store.columns();
    switch (facet) {
    case Facet::Nature:
    case Facet::Kind:
        return run([all = columns.choices(facetInfo(facet).field)](Slot slot, auto use) { use(quint32(all[slot])); });
    case Facet::Status:
        return run([all = m_statuses.all()](Slot slot, auto use) { use(quint32(all[slot])); });
    case Facet::Subject:
        return run([&columns](Slot slot, auto use) { std::ranges::for_each(columns.subjects(slot), use); });
    case Facet::Participant:
        return run([&columns](Slot slot, auto use) { std::ranges::for_each(columns.participants(slot), use); });
    case Facet::Tag:
        return run([&columns](Slot slot, auto use) { std::ranges::for_each(columns.tags(slot), use); });
    case Facet::Decade:
        return run([&columns](Slot slot, auto use) {
            const Decades decades = columns.decades(slot);
            for (int decade = decades.first; decade <= decades.last; ++decade)
                use(static_cast<quint32>(decade - MinDecade));
        });
    }
}

const FacetCounts::Marks &FacetCounts::marks()
{
    if (m_isMarked && m_marks.size() == m_store.slotCount())
        return m_marks;
    m_marks.assign(m_store.slotCount(), 0);
    for (const FacetChoice &choice : std::as_const(m_choices)) {
        std::vector<bool> wanted(numberCount(choice.facet));
        for (const QString &value : choice.values) {
            if (const auto number = numberOf(choice.facet, value))
                wanted[*number] = true;
        }
        withValues(choice.facet, [&](auto eachValue) {
            for (Slot slot = 0; slot < m_marks.size(); ++slot) {
                bool found = false;
                eachValue(slot, [&](quint32 number) { found |= wanted[number]; });
                if (!found)
                    m_marks[slot] |= bitOf(choice.facet);
            }
        });
    }
    m_isMarked = true;
    return m_marks;
}

FacetCounts::Counts FacetCounts::count(const std::vector<bool> &isHit)
{
    Marks marks = this->marks();
    marks.resize(qMin(marks.size(), isHit.size()));
    for (Slot slot = 0; slot < marks.size(); ++slot)
        marks[slot] = isHit[slot] ? marks[slot] : ~quint16();
    Counts counts;
    for (const FacetInfo &info : facetTable()) {
        std::vector<quint32> &own = counts[static_cast<size_t>(info.facet)];
        own.resize(numberCount(info.facet));
        const auto others = static_cast<quint16>(~bitOf(info.facet));
        withValues(info.facet, [&](auto eachValue) {
            for (Slot slot = 0; slot < marks.size(); ++slot) {
                if ((marks[slot] & others) == 0)
                    eachValue(slot, [&own](quint32 number) { ++own[number]; });
            }
        });
    }
    return counts;
}

quint32 FacetCounts::numberCount(Facet facet) const
{
    if (facet == Facet::Decade)
        return static_cast<quint32>(MaxDecade - MinDecade + 1);
    const FieldInfo &field = fieldInfo(facetInfo(facet).field);
    const bool closed = field.type == FieldType::Choice || field.type == FieldType::Computed;
    return closed ? static_cast<quint32>(field.vocabulary->size()) : m_store.columns().nameCount();
}

QString FacetCounts::valueOf(Facet facet, quint32 number) const
{
    if (facet == Facet::Decade)
        return decadeText(static_cast<int>(number) + MinDecade);
    const FieldInfo &field = fieldInfo(facetInfo(facet).field);
    const bool closed = field.type == FieldType::Choice || field.type == FieldType::Computed;
    return closed ? field.vocabulary->key(static_cast<int>(number)) : m_store.columns().nameAt(number).toString();
}

std::optional<quint32> FacetCounts::numberOf(Facet facet, const QString &value) const
{
    const auto unsignedOf = [](std::optional<int> index, int least) {
        return index && *index >= least ? std::optional(static_cast<quint32>(*index - least)) : std::nullopt;
    };
    if (facet == Facet::Decade)
        return unsignedOf(decadeOfText(value), MinDecade);
    const FieldInfo &field = fieldInfo(facetInfo(facet).field);
    if (field.type == FieldType::Choice || field.type == FieldType::Computed)
        return unsignedOf(field.vocabulary->indexOfKey(value), 0);
    return m_store.columns().numberOf(Text(value));
}

} // namespace Treatybook
