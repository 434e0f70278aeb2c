#pragma once

#include "domain/repository.h"

#include <QList>
#include <QUuid>

namespace Treatybook {

/// Where we stand in the change log: which edits can be undone and which done again, with their texts. The log itself
/// stays in the store; a step only knows the entry to invert. A value, moved by what is committed.
class UndoHistory
{
public:
    struct Step {
        QUuid edit;  ///< the change that the person made
        QUuid entry; ///< the log entry that did, undid or redid it last: its inverse is the next move
        QString text;
    };

    /// From the newest entries of the log, newest first.
    void rebuild(const QList<LogEntry> &newestFirst);
    /// After a commit of ours.
    void committed(const ChangeSet &set, Cursor cursor);
    /// The log goes on with this entry; to be told of every one in order once it is known, our own included. What
    /// others did is not ours to undo, but the place is remembered.
    void passed(const QUuid &entry, Cursor cursor);
    /// Gives up the next undo or redo: what it changed was changed again elsewhere.
    void voidStep(bool undo);

    bool canUndo() const { return !m_done.isEmpty(); }
    bool canRedo() const { return !m_undone.isEmpty(); }
    QString undoText() const { return canUndo() ? m_done.last().text : QString(); }
    QString redoText() const { return canRedo() ? m_undone.last().text : QString(); }
    /// The next undo or redo, which must be possible.
    const Step &next(bool undo) const { return undo ? m_done.last() : m_undone.last(); }

    /// The log entry that follows this one as far as we know, for Repository::history(before); 0 if it is the newest.
    Cursor cursorAfter(const QUuid &entry) const;

private:
    struct Place {
        QUuid entry;
        Cursor cursor = 0;
    };

    static constexpr qsizetype Longest = 1000; ///< steps and places kept

    void fold(const QUuid &id, const QString &text, ChangeSet::Origin origin, const QUuid &refersTo);

    QList<Step> m_done, m_undone;
    QList<Place> m_log; ///< oldest first
};

} // namespace Treatybook
