#include "session/listcolumn.h"

#include <algorithm>

namespace Treatybook {

void ListColumn::set(size_t slot, const QList<quint32> &items)
{
    Place &place = m_places[slot];
    if (std::ranges::equal(at(slot), items))
        return;
    m_void += place.count;
    place = {static_cast<quint32>(m_items.size()), static_cast<quint32>(items.size())};
    m_items.insert(m_items.end(), items.begin(), items.end());
    if (m_void > m_items.size() / 2)
        compact();
}

void ListColumn::compact()
{
    std::vector<quint32> kept;
    kept.reserve(m_items.size() - m_void);
    for (Place &place : m_places) {
        const auto first = m_items.begin() + static_cast<std::ptrdiff_t>(place.first);
        place.first = static_cast<quint32>(kept.size());
        kept.insert(kept.end(), first, first + static_cast<std::ptrdiff_t>(place.count));
    }
    m_items = std::move(kept);
    m_void = 0;
}

} // namespace Treatybook
