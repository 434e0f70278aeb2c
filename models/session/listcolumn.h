#pragma once

#include <QList>

#include <span>
#include <vector>

namespace Treatybook {

/// A short list of numbers for every slot, all in one flat array: counting over it touches no record. A list that
/// changes is appended and its old place void; when half is void the array is written anew.
class ListColumn
{
public:
    void resize(size_t slotCount) { m_places.resize(slotCount); }
    std::span<const quint32> at(size_t slot) const
    {
        const Place &place = m_places[slot];
        return std::span(m_items).subspan(place.first, place.count);
    }
    void set(size_t slot, const QList<quint32> &items);
    /// Room taken, void places included.
    size_t itemCount() const { return m_items.size(); }

private:
    struct Place {
        quint32 first = 0;
        quint32 count = 0;
    };

    void compact();

    std::vector<quint32> m_items;
    std::vector<Place> m_places;
    size_t m_void = 0;
};

} // namespace Treatybook
