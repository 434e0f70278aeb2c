#include "session/doubts.h"

#include <algorithm>
#include <utility>

namespace Treatybook {

/// The same for whoever did it; ids and base versions aside.
static bool isSame(const ChangeSet &a, const ChangeSet &b)
{
    return a.origin == b.origin && a.refersTo == b.refersTo &&
           std::ranges::equal(a.changes, b.changes, [](const Change &x, const Change &y) {
               return x.type == y.type && x.id == y.id && x.record == y.record && x.steps == y.steps &&
                      x.settingChange == y.settingChange;
           });
}

void Doubts::add(const ChangeSet &set)
{
    if (!find(set.id))
        m_open.append(set);
}

void Doubts::settle(const QUuid &id, const std::optional<Receipt> &receipt)
{
    const auto set = find(id);
    if (!set)
        return;
    m_open.removeIf([&](const ChangeSet &open) { return open.id == id; });
    if (receipt)
        m_stored = {*set, *receipt};
    else
        m_absent = *set;
}

std::optional<ChangeSet> Doubts::find(const QUuid &id) const
{
    const auto found = std::ranges::find(m_open, id, &ChangeSet::id);
    return found == m_open.end() ? std::nullopt : std::optional(*found);
}

std::optional<Receipt> Doubts::takeReceipt(const ChangeSet &set)
{
    const auto stored = std::exchange(m_stored, std::nullopt);
    return stored && isSame(stored->set, set) ? std::optional(stored->receipt) : std::nullopt;
}

QUuid Doubts::takeId(const ChangeSet &set)
{
    // Only once: after it is stored and undone the same may be done anew.
    const auto absent = std::exchange(m_absent, std::nullopt);
    return absent && isSame(*absent, set) ? absent->id : set.id;
}

} // namespace Treatybook
