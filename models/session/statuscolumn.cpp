#include "session/statuscolumn.h"

#include <algorithm>

namespace Treatybook {

void StatusColumn::forget(const StoreChange &change)
{
    for (const QList<Slot> *slots : {&change.added, &change.changed, &change.removed, &change.affected}) {
        for (const Slot slot : *slots) {
            if (slot < m_known.size())
                m_known[slot] = {};
        }
    }
}

std::span<const quint8> StatusColumn::all()
{
    m_known.resize(m_store.slotCount());
    m_statuses.resize(m_store.slotCount());
    for (Slot slot = 0; slot < m_known.size(); ++slot) {
        if (m_day < m_known[slot].first || m_day > m_known[slot].last)
            lookUp(slot);
    }
    return m_statuses;
}

void StatusColumn::lookUp(Slot slot)
{
    const std::vector<StatusRun> &runs = m_store.timeline(slot).runs();
    const auto next = std::ranges::upper_bound(runs, m_day, {}, &StatusRun::first);
    const bool before = next == runs.begin(); // of a vacant slot: there are no runs
    m_statuses[slot] = before ? quint8() : static_cast<quint8>(std::prev(next)->status);
    m_known[slot].first = before ? MinDay : std::prev(next)->first;
    m_known[slot].last = next == runs.end() ? MaxDay : next->first - 1;
}

} // namespace Treatybook
