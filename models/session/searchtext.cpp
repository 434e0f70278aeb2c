#include "session/searchtext.h"

#include <algorithm>

namespace Treatybook {

void SearchText::resize(Slot slotCount)
{
    m_own.resize(slotCount);
    m_links.resize(slotCount);
}

void SearchText::set(Slot slot, const FoldedText &text)
{
    m_own.set(slot, text.own);
    QList<quint32> links;
    links.reserve(text.shared.size());
    for (const QByteArray &shared : text.shared)
        links.append(number(shared));
    m_links.set(slot, links);
}

/// Texts that no record has any more stay: there are few, and they come back with undo.
quint32 SearchText::number(const QByteArray &shared)
{
    const auto known = m_numbers.constFind(shared);
    if (known != m_numbers.constEnd())
        return *known;
    const quint32 number = m_shared.count();
    m_shared.resize(number + 1);
    m_shared.set(number, shared);
    m_numbers.insert(shared, number);
    return number;
}

FoldedText SearchText::at(Slot slot) const
{
    FoldedText text{m_own.at(slot).toByteArray(), {}};
    for (const quint32 number : m_links.at(slot))
        text.shared.append(m_shared.at(number).toByteArray());
    return text;
}

std::vector<SearchText::Sought> SearchText::seek(const QList<QueryTerm> &terms) const
{
    std::vector<Sought> all;
    for (const QueryTerm &term : terms) {
        Sought sought{term, std::vector<bool>(m_shared.count()), false};
        for (const quint32 number : m_shared.find(term))
            sought.shared[number] = sought.anyShared = true;
        all.push_back(std::move(sought));
    }
    return all;
}

bool SearchText::has(Slot slot, const Sought &sought) const
{
    if (sought.anyShared &&
        std::ranges::any_of(m_links.at(slot), [&](quint32 number) { return sought.shared[number]; }))
        return true;
    return m_own.contains(slot, sought.term);
}

bool SearchText::matches(Slot slot, const std::vector<Sought> &sought) const
{
    return std::ranges::all_of(sought, [&](const Sought &one) { return has(slot, one) != one.term.excluded; });
}

bool SearchText::matches(Slot slot, const QList<QueryTerm> &terms) const
{
    return matches(slot, seek(terms));
}

std::vector<Slot> SearchText::find(const Sought &sought) const
{
    std::vector<quint8> isFound(m_own.count());
    for (const Slot slot : m_own.find(sought.term))
        isFound[slot] = true;
    std::vector<Slot> slots;
    for (Slot slot = 0; slot < m_own.count(); ++slot) {
        const auto links = sought.anyShared ? m_links.at(slot) : std::span<const quint32>();
        if (isFound[slot] || std::ranges::any_of(links, [&](quint32 number) { return sought.shared[number]; }))
            slots.push_back(slot);
    }
    return slots;
}

std::vector<Slot> SearchText::search(const QList<QueryTerm> &terms) const
{
    if (terms.isEmpty())
        return {};
    const std::vector<Sought> sought = seek(terms);
    const Sought *longest = nullptr; // likely the one with the fewest hits
    for (const Sought &one : sought) {
        if (!one.term.excluded && (!longest || one.term.needle.size() > longest->term.needle.size()))
            longest = &one;
    }
    std::vector<Slot> slots;
    if (longest) {
        slots = find(*longest);
        if (sought.size() == 1)
            return slots;
    } else {
        for (Slot slot = 0; slot < m_own.count(); ++slot) {
            if (!m_own.at(slot).isEmpty() || !m_links.at(slot).empty())
                slots.push_back(slot);
        }
    }
    std::erase_if(slots, [&](Slot slot) { return !matches(slot, sought); });
    return slots;
}

std::vector<Slot> SearchText::filter(std::span<const Slot> slots, const QList<QueryTerm> &terms) const
{
    const std::vector<Sought> sought = seek(terms);
    std::vector<Slot> result;
    std::ranges::copy_if(slots, std::back_inserter(result), [&](Slot slot) { return matches(slot, sought); });
    return result;
}

} // namespace Treatybook
