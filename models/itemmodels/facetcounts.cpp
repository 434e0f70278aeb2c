#include "itemmodels/facetcounts.h"

#include <algorithm>

namespace Treatybook {

static_assert(FacetCount <= 16, "a bit each");

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
    for (auto &[facet, column] : m_columns)
        column.update(change);
    m_isMarked = false;
}

void FacetCounts::reset()
{
    m_statuses.forgetAll();
    for (auto &[facet, column] : m_columns)
        column.forgetRecords();
    m_isMarked = false;
}

bool FacetCounts::hangsOnDay() const
{
    return isChosen(Facet::Status);
}

bool FacetCounts::isChosen(Facet facet) const
{
    return std::ranges::find(m_choices, facet, &FacetChoice::facet) != m_choices.end();
}

FacetColumn &FacetCounts::column(Facet facet)
{
    FacetColumn &column = m_columns.try_emplace(facet, m_store, facet).first->second;
    column.complete();
    return column;
}

const FacetColumn *FacetCounts::knownColumn(Facet facet) const
{
    const auto known = m_columns.find(facet);
    return known == m_columns.end() ? nullptr : &known->second;
}

void FacetCounts::keepOnly(const QList<Facet> &facets)
{
    std::erase_if(m_columns,
                  [&](const auto &entry) { return !facets.contains(entry.first) && !isChosen(entry.first); });
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
    case Facet::TermKind:
    case Facet::Confidence:
    case Facet::Handling:
    case Facet::StatusOverride:
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
    case Facet::Role:
    case Facet::Place:
    case Facet::Language:
    case Facet::Officer:
    case Facet::SourceKind:
        return run([&own = column(facet)](Slot slot, auto use) { std::ranges::for_each(own.at(slot), use); });
    }
}

const FacetCounts::Marks &FacetCounts::marks()
{
    if (m_isMarked && m_marks.size() == m_store.slotCount())
        return m_marks;
    m_marks.assign(m_store.slotCount(), 0);
    constexpr quint8 Wanted = 1, Excluded = 2;
    for (const FacetChoice &choice : std::as_const(m_choices)) {
        if (FacetColumn::isFor(choice.facet))
            column(choice.facet); // before its names are asked for
        std::vector<quint8> askedFor(numberCount(choice.facet));
        for (const auto &[values, asked] : {std::pair(&choice.values, Wanted), std::pair(&choice.excluded, Excluded)}) {
            for (const QString &value : *values) {
                if (const auto number = numberOf(choice.facet, value))
                    askedFor[*number] = asked;
            }
        }
        const quint8 fitting = choice.values.isEmpty() ? quint8() : Wanted;
        withValues(choice.facet, [&](auto eachValue) {
            for (Slot slot = 0; slot < m_marks.size(); ++slot) {
                quint8 found = 0;
                eachValue(slot, [&](quint32 number) { found |= askedFor[number]; });
                if (found != fitting)
                    m_marks[slot] |= bitOf(choice.facet);
            }
        });
    }
    m_isMarked = true;
    return m_marks;
}

FacetCounts::Counts FacetCounts::count(const std::vector<bool> &isHit, const QList<Facet> &facets)
{
    Marks marks = this->marks();
    marks.resize(qMin(marks.size(), isHit.size()));
    for (Slot slot = 0; slot < marks.size(); ++slot)
        marks[slot] = isHit[slot] ? marks[slot] : ~quint16();
    Counts counts;
    for (const Facet facet : facets) {
        std::vector<quint32> &own = counts[static_cast<size_t>(facet)];
        const auto others = static_cast<quint16>(~bitOf(facet));
        withValues(facet, [&](auto eachValue) {
            own.resize(numberCount(facet));
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
    if (const Vocabulary *vocabulary = facetInfo(facet).vocabulary())
        return static_cast<quint32>(vocabulary->size());
    if (FacetColumn::isFor(facet))
        return knownColumn(facet) ? knownColumn(facet)->nameCount() : 0;
    return m_store.columns().nameCount();
}

QString FacetCounts::valueOf(Facet facet, quint32 number) const
{
    if (facet == Facet::Decade)
        return decadeText(static_cast<int>(number) + MinDecade);
    if (const Vocabulary *vocabulary = facetInfo(facet).vocabulary())
        return vocabulary->key(static_cast<int>(number));
    if (FacetColumn::isFor(facet))
        return knownColumn(facet) ? knownColumn(facet)->nameAt(number).toString() : QString();
    return m_store.columns().nameAt(number).toString();
}

std::optional<quint32> FacetCounts::numberOf(Facet facet, const QString &value) const
{
    const auto unsignedOf = [](std::optional<int> index, int least) {
        return index && *index >= least ? std::optional(static_cast<quint32>(*index - least)) : std::nullopt;
    };
    if (facet == Facet::Decade)
        return unsignedOf(decadeOfText(value), MinDecade);
    if (const Vocabulary *vocabulary = facetInfo(facet).vocabulary())
        return unsignedOf(vocabulary->indexOfKey(value), 0);
    if (FacetColumn::isFor(facet))
        return knownColumn(facet) ? knownColumn(facet)->numberOf(Text(value)) : std::nullopt;
    return m_store.columns().numberOf(Text(value));
}

} // namespace Treatybook
