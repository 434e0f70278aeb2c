#include "session/undohistory.h"

#include <algorithm>

namespace Treatybook {

void UndoHistory::rebuild(const QList<LogEntry> &newestFirst)
{
    *this = {};
    for (auto entry = newestFirst.rbegin(); entry != newestFirst.rend(); ++entry)
        committed(entry->set, entry->cursor);
}

void UndoHistory::committed(const ChangeSet &set, Cursor cursor)
{
    passed(set.id, cursor);
    fold(set.id, set.text, set.origin, set.refersTo);
}

void UndoHistory::passed(const QUuid &entry, Cursor cursor)
{
    m_log.removeIf([&](const Place &place) { return place.entry == entry; });
    m_log.append({entry, cursor});
    if (m_log.size() > Longest)
        m_log.removeFirst();
}

void UndoHistory::fold(const QUuid &id, const QString &text, ChangeSet::Origin origin, const QUuid &refersTo)
{
    if (origin == ChangeSet::Origin::Edit && refersTo == id)
        return; // what the book began with
    if (origin == ChangeSet::Origin::Edit) {
        m_undone.clear();
        m_done.append({id, id, text});
    } else {
        QList<Step> &from = origin == ChangeSet::Origin::Undo ? m_done : m_undone;
        QList<Step> &to = origin == ChangeSet::Origin::Undo ? m_undone : m_done;
        from.removeIf([&](const Step &step) { return step.edit == refersTo; });
        to.append({refersTo, id, text});
    }
    if (m_done.size() > Longest)
        m_done.removeFirst();
}

void UndoHistory::voidStep(bool undo)
{
    (undo ? m_done : m_undone).removeLast();
}

Cursor UndoHistory::cursorAfter(const QUuid &entry) const
{
    const auto place = std::ranges::find(m_log, entry, &Place::entry);
    if (place == m_log.end() || std::next(place) == m_log.end())
        return 0;
    return std::next(place)->cursor;
}

} // namespace Treatybook
