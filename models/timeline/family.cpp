#include "timeline/family.h"

#include <numeric>

namespace Treatybook {

namespace {

enum class Bond : quint8 { None, Below, Next };

/// What a relation of the later record makes of the two.
Bond bondOf(RelationKind kind)
{
    switch (kind) {
    case RelationKind::Succeeds:
    case RelationKind::Supersedes:
    case RelationKind::Extends:
        return Bond::Next;
    case RelationKind::Amends:
    case RelationKind::Supplements:
    case RelationKind::Implements:
    case RelationKind::Terminates:
    case RelationKind::Suspends:
    case RelationKind::Enables:
    case RelationKind::PartOf:
        return Bond::Below;
    case RelationKind::Cites:
    case RelationKind::DoneDuring:
    case RelationKind::Related:
        break;
    }
    return Bond::None;
}

/// Sets that grow together; each is named by one of its members.
class Sets
{
public:
    explicit Sets(size_t size) : m_parents(size) { std::iota(m_parents.begin(), m_parents.end(), size_t(0)); }

    size_t find(size_t member)
    {
        while (m_parents[member] != member) {
            m_parents[member] = m_parents[m_parents[member]];
            member = m_parents[member];
        }
        return member;
    }
    void unite(size_t a, size_t b)
    {
        // The earlier one names the set, so that names follow time.
        const auto [low, high] = std::minmax({find(a), find(b)});
        m_parents[high] = low;
    }

private:
    std::vector<size_t> m_parents;
};

struct Links {
    explicit Links(size_t size) : families(size), chains(size), uppers(size) {}

    Sets families, chains;
    std::vector<std::vector<size_t>> uppers; ///< by record: what it carries out, amends …
};

constexpr int DeepestLevel = 6;

/// Below everything that it hangs on and that is earlier in time: rings end there.
std::vector<quint8> levelsOf(Links &links)
{
    std::vector<quint8> levels(links.uppers.size(), 0);
    for (int round = 0; round < DeepestLevel; ++round) {
        bool moved = false;
        for (size_t i = 0; i < levels.size(); ++i) {
            int level = levels[i];
            for (const size_t upper : links.uppers[i]) {
                if (upper < i)
                    level = std::max(level, levels[upper] + 1);
            }
            level = std::min(level, DeepestLevel);
            // A chain stands on one level.
            const size_t chain = links.chains.find(i);
            level = std::max(level, int(levels[chain]));
            moved = moved || level != levels[i] || level != levels[chain];
            levels[i] = levels[chain] = static_cast<quint8>(level);
        }
        if (!moved)
            break;
    }
    for (size_t i = 0; i < levels.size(); ++i) // rings of chains never come to rest
        levels[i] = levels[links.chains.find(i)];
    return levels;
}

Links linksOf(const AgreementStore &store, const QList<Slot> &records)
{
    std::vector<qint64> places(store.slotCount(), -1);
    for (qsizetype i = 0; i < records.size(); ++i)
        places[records.at(i)] = i;
    Links links(static_cast<size_t>(records.size()));
    for (size_t i = 0; i < links.uppers.size(); ++i) {
        for (const Relation &relation : store.record(records.at(qsizetype(i))).extras().relations) {
            const Bond bond = bondOf(relation.kind);
            const auto other = bond == Bond::None ? std::nullopt : store.slotOf(relation.other);
            const qint64 place = other ? places[*other] : -1;
            if (place < 0 || size_t(place) == i)
                continue;
            links.families.unite(i, size_t(place));
            if (bond == Bond::Next)
                links.chains.unite(i, size_t(place));
            else
                links.uppers[i].push_back(size_t(place));
        }
    }
    return links;
}

/// The number of each record's set; -1 for what is alone in it.
std::vector<int> numbersOf(Sets &sets, size_t count)
{
    std::vector<int> sizes(count, 0), numbers(count, -1);
    for (size_t i = 0; i < count; ++i)
        ++sizes[sets.find(i)];
    for (size_t i = 0; i < count; ++i) {
        if (const size_t set = sets.find(i); sizes[set] > 1)
            numbers[i] = static_cast<int>(set);
    }
    return numbers;
}

} // namespace

Kinship kinshipOf(const AgreementStore &store, const QList<Slot> &records)
{
    const auto count = static_cast<size_t>(records.size());
    Links links = linksOf(store, records);
    Kinship kinship;
    kinship.levels = levelsOf(links);
    kinship.families = numbersOf(links.families, count);
    kinship.chains = numbersOf(links.chains, count);
    return kinship;
}

} // namespace Treatybook
