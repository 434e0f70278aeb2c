#pragma once

#include "domain/changeset.h"
#include "domain/ourside.h"
#include "domain/repository.h"
#include "domain/statustimeline.h"
#include "domain/validation.h"
#include "session/columns.h"
#include "session/searchtext.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace Treatybook {

/// What a change did to the store, by slot; views update from it alone. `affected` are records that were not changed
/// themselves but whose status hangs on one that was, or on our side.
struct StoreChange {
    QList<Slot> added, changed, removed, affected;
    bool settings = false;
    bool isEmpty() const
    {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty() && affected.isEmpty() && !settings;
    }
};

/// Whether words will be sought in what is read: a report without any does not wait until all texts are folded.
enum class TextSearch : quint8 { Ready, Unused };

/// A stored record with what can be worked out of it alone, in any thread.
struct LoadedRecord {
    explicit LoadedRecord(const StoredRecord &record, TextSearch search = TextSearch::Ready);

    StoredRecord stored;
    FoldedText text;
    StatusTimeline timeline; ///< of the instrument; this and the extent as if no other record spoke of it
    Extent extent;
};

/// All records of the open book in memory, each in a dense slot, with what filter, sort, status and timeline ask for.
/// Only Session changes it; everybody else reads. GUI thread.
class AgreementStore
{
public:
    /// One past the highest slot; some below may be vacant.
    Slot slotCount() const { return static_cast<Slot>(m_rows.size()); }
    qsizetype count() const { return m_slots.size(); }
    bool isLive(Slot slot) const { return slot < slotCount() && m_rows[slot].live; }

    /// Of a vacant slot an empty record.
    const Agreement &record(Slot slot) const { return m_rows[slot].record; }
    qint64 version(Slot slot) const { return m_rows[slot].version; }
    std::optional<Slot> slotOf(const QUuid &id) const;
    /// When it was last changed, in seconds since 1970 UTC; 0 if that lies further back than the part of the log that
    /// was read.
    qint64 changedAt(Slot slot) const { return m_rows[slot].changedAt; }

    const Columns &columns() const { return m_columns; }
    const SearchText &searchText() const { return m_searchText; }
    /// As our side sees it, if there is one.
    const StatusTimeline &timeline(Slot slot) const { return m_rows[slot].timeline; }
    /// Whose view all statuses take.
    const OurSide &side() const { return m_side; }
    /// What other records say of this one.
    StatusContext context(Slot slot) const;
    /// What validation finds in the record as it is kept.
    QList<Issue> issues(Slot slot) const;
    /// The record that a relation names; null if the book has none. For validate().
    const Agreement *find(const QUuid &id) const;
    /// Records with a relation to this one, each once.
    QList<Slot> incoming(Slot slot) const;

    QString setting(const QString &key) const { return m_settings.value(key); }
    const QHash<QString, QString> &settings() const { return m_settings; }

private:
    friend class Session;

    struct Row {
        Agreement record;
        StatusTimeline timeline;
        qint64 version = 0;
        qint64 changedAt = 0;
        bool live = false;
    };

    /// What only the repository can tell: records that the log adds without their content, or that a change does not
    /// fit because others changed them in between.
    struct Unknown {
        QSet<QUuid> records;
        bool settings = false;
    };

    /// Whether every change fits what is here; Conflict if not. Nothing is changed.
    Result<void> check(const ChangeSet &set);
    /// The same changes, based on what is here: versions, and the records that removals take with them.
    ChangeSet rebased(ChangeSet set);
    /// The one mutator: a committed change with the versions that it led to, at a time in seconds since 1970. `added`
    /// are the additions whose record is known. Changes that are here already are passed over.
    StoreChange apply(const ChangeSet &set, const QHash<QUuid, qint64> &versions, qint64 time,
                      const QHash<QUuid, LoadedRecord> &added, Unknown &unknown);
    /// Records as the repository has them now; of a newer version than here, or not here at all.
    StoreChange load(const QList<LoadedRecord> &records);
    StoreChange refresh(const LoadedRecord &record);
    /// Once, after the last page of a book: statuses that other records have a say in.
    void finishLoading();
    StoreChange setSide(const OurSide &side);
    void setSettings(const QHash<QString, QString> &settings) { m_settings = settings; }
    void setChangedAt(const QUuid &id, qint64 time);

    void applyPatch(const Change &change, qint64 version, bool again, StoreChange &result, Unknown &unknown);
    void put(const LoadedRecord &loaded, StoreChange &change);
    Slot newSlot();
    void drop(Slot slot, StoreChange &change);
    void link(const Agreement &record, bool present);
    void finish(StoreChange &change);
    void refreshStatus(Slot slot);

    std::vector<Row> m_rows;
    QList<Slot> m_vacant;
    QList<Slot> m_dropped; ///< by the change under way; vacant after it, so that no slot is removed and added in one
    QHash<QUuid, Slot> m_slots;
    QHash<QUuid, QList<QUuid>> m_incoming; ///< target id → ids of the records that point at it, once a relation
    QSet<QUuid> m_neighbours;              ///< whose status is to be worked out again
    Columns m_columns;
    SearchText m_searchText;
    QHash<QString, QString> m_settings;
    OurSide m_side;
    Pool m_pool;
};

} // namespace Treatybook
