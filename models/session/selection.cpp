#include "session/selection.h"

namespace Treatybook {

void Selection::set(const QSet<Slot> &selected, std::optional<Slot> current)
{
    const bool otherSet = selected != m_selected;
    const bool otherCurrent = current != m_current;
    m_selected = selected;
    m_current = current;
    if (otherCurrent)
        Q_EMIT currentChanged();
    if (otherSet)
        Q_EMIT changed();
}

void Selection::toggle(Slot slot)
{
    QSet<Slot> selected = m_selected;
    if (!selected.remove(slot))
        selected.insert(slot);
    set(selected, slot);
}

void Selection::drop(const QList<Slot> &removed)
{
    QSet<Slot> selected = m_selected;
    std::optional<Slot> current = m_current;
    for (const Slot slot : removed) {
        selected.remove(slot);
        if (current == slot)
            current.reset();
    }
    set(selected, current);
}

} // namespace Treatybook
