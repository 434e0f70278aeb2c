#include "session/agreementstore.h"

#include "domain/tr.h"

#include <algorithm>

namespace Treatybook {

LoadedRecord::LoadedRecord(const StoredRecord &record, TextSearch search)
    : stored(record)
    , text(search == TextSearch::Ready ? foldedText(stored.record) : FoldedText())
    , timeline(statusTimeline(stored.record, {}))
    , extent(spanOf(stored.record, {}))
{
}

std::optional<Slot> AgreementStore::slotOf(const QUuid &id) const
{
    const auto found = m_slots.constFind(id);
    return found == m_slots.constEnd() ? std::nullopt : std::optional(*found);
}

StatusContext AgreementStore::context(Slot slot) const
{
    StatusContext context;
    const QUuid &id = record(slot).id();
    for (const Slot other : incoming(slot)) {
        for (const Relation &relation : record(other).extras().relations) {
            if (relation.other == id)
                context.incoming.append(incomingRelation(record(other), relation));
        }
    }
    return context;
}

QList<Issue> AgreementStore::issues(Slot slot) const
{
    return validate(record(slot), [this](const QUuid &id) { return find(id); });
}

const Agreement *AgreementStore::find(const QUuid &id) const
{
    const auto slot = slotOf(id);
    return slot ? &record(*slot) : nullptr;
}

QList<Slot> AgreementStore::incoming(Slot slot) const
{
    QList<QUuid> ids = m_incoming.value(record(slot).id());
    // Whatever the order in which the book was read, so that two reports of it are equal.
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    QList<Slot> slots;
    slots.reserve(ids.size());
    for (const QUuid &id : std::as_const(ids))
        slots.append(m_slots.value(id));
    return slots;
}

Result<void> AgreementStore::check(const ChangeSet &set)
{
    const auto conflict = [](const char *text) { return Error{ErrorKind::Conflict, tr(text), {}}; };
    QHash<QUuid, Agreement> touched; // a record may be named more than once
    QSet<QUuid> removed;
    for (const Change &change : set.changes) {
        const auto slot = slotOf(change.id);
        const bool exists = touched.contains(change.id) || (slot && !removed.contains(change.id));
        switch (change.type) {
        case Change::Type::Add:
            if (exists)
                return conflict(QT_TRANSLATE_NOOP("Treatybook", "The record is in the book already."));
            touched.insert(change.id, *change.record);
            break;
        case Change::Type::Remove:
            if (!exists)
                return conflict(QT_TRANSLATE_NOOP("Treatybook", "The record was removed in the meantime."));
            if (!touched.remove(change.id) && version(*slot) != change.baseVersion)
                return conflict(QT_TRANSLATE_NOOP("Treatybook", "The record was changed in the meantime."));
            removed.insert(change.id);
            break;
        case Change::Type::Patch: {
            if (!exists)
                return conflict(QT_TRANSLATE_NOOP("Treatybook", "The record was removed in the meantime."));
            auto result =
                patched(touched.contains(change.id) ? touched[change.id] : record(*slot), change.steps, m_pool);
            if (!result)
                return result.error();
            touched.insert(change.id, *result);
            break;
        }
        case Change::Type::Setting:
            if (setting(change.settingChange.key) != change.settingChange.before)
                return conflict(QT_TRANSLATE_NOOP("Treatybook", "The setting was changed in the meantime."));
            break;
        }
    }
    return {};
}

ChangeSet AgreementStore::rebased(ChangeSet set)
{
    QHash<QUuid, Agreement> touched; // an earlier change of the set may have a say in what is removed
    for (Change &change : set.changes) {
        const auto slot = slotOf(change.id);
        if (!slot)
            continue;
        change.baseVersion = version(*slot);
        const Agreement now = touched.value(change.id, record(*slot));
        if (change.type == Change::Type::Remove)
            change.record = now;
        else if (change.type == Change::Type::Patch)
            touched.insert(change.id, [&] {
                const auto result = patched(now, change.steps, m_pool);
                return result ? *result : now;
            }());
    }
    return set;
}

StoreChange AgreementStore::apply(const ChangeSet &set, const QHash<QUuid, qint64> &versions, qint64 time,
                                  const QHash<QUuid, LoadedRecord> &added, Unknown &unknown)
{
    StoreChange result;
    QSet<QUuid> seen;
    for (const Change &change : set.changes) {
        const qint64 version = versions.value(change.id);
        const auto slot = slotOf(change.id);
        switch (change.type) {
        case Change::Type::Add:
            if (const auto known = added.constFind(change.id); slot)
                break;
            else if (known != added.constEnd())
                put(*known, result);
            else
                unknown.records.insert(change.id);
            break;
        case Change::Type::Remove:
            if (slot)
                drop(*slot, result);
            break;
        case Change::Type::Patch:
            applyPatch(change, version, seen.contains(change.id), result, unknown);
            break;
        case Change::Type::Setting: {
            const SettingChange &setting = change.settingChange;
            unknown.settings |= this->setting(setting.key) != setting.before;
            if (setting.after.isNull())
                m_settings.remove(setting.key);
            else
                m_settings.insert(setting.key, setting.after);
            result.settings = true;
            break;
        }
        }
        seen.insert(change.id);
        setChangedAt(change.id, time);
    }
    finish(result);
    return result;
}

void AgreementStore::applyPatch(const Change &change, qint64 version, bool again, StoreChange &result, Unknown &unknown)
{
    const auto slot = slotOf(change.id);
    if (slot && !again && m_rows[*slot].version >= version)
        return;
    // Each commit raises the version of a record by one: a gap means that somebody else wrote in between.
    const bool next = slot && (again || m_rows[*slot].version + 1 == version);
    auto record = next ? patched(m_rows[*slot].record, change.steps, m_pool) : Result<Agreement>(Error());
    if (record && !unknown.records.contains(change.id))
        put(LoadedRecord(StoredRecord{*record, version}), result);
    else
        unknown.records.insert(change.id);
}

StoreChange AgreementStore::load(const QList<LoadedRecord> &records)
{
    StoreChange result;
    for (const LoadedRecord &loaded : records) {
        const auto slot = slotOf(loaded.stored.record.id());
        if (!slot || m_rows[*slot].version < loaded.stored.version)
            put(loaded, result);
    }
    return result;
}

StoreChange AgreementStore::refresh(const LoadedRecord &record)
{
    StoreChange result = load({record});
    finish(result);
    return result;
}

void AgreementStore::finishLoading()
{
    m_neighbours.clear();
    for (auto target = m_incoming.keyBegin(); target != m_incoming.keyEnd(); ++target) {
        if (const auto slot = slotOf(*target))
            refreshStatus(*slot);
    }
}

void AgreementStore::setChangedAt(const QUuid &id, qint64 time)
{
    if (const auto slot = slotOf(id))
        m_rows[*slot].changedAt = qMax(m_rows[*slot].changedAt, time);
}

Slot AgreementStore::newSlot()
{
    if (!m_vacant.isEmpty())
        return m_vacant.takeLast();
    m_rows.emplace_back();
    m_columns.resize(slotCount());
    m_searchText.resize(slotCount());
    return slotCount() - 1;
}

void AgreementStore::put(const LoadedRecord &loaded, StoreChange &change)
{
    const Agreement &record = loaded.stored.record;
    const auto known = slotOf(record.id());
    const Slot slot = known ? *known : newSlot();
    (known ? change.changed : change.added).append(slot);
    Row &row = m_rows[slot];
    if (known)
        link(row.record, false);
    m_slots.insert(record.id(), slot);
    row.record = record;
    row.version = loaded.stored.version;
    const ItemId own = m_side.in(record);
    row.timeline = own == ItemId::None ? loaded.timeline : statusTimeline(record, {}, own);
    row.live = true;
    m_columns.set(slot, record);
    m_columns.setExtent(slot, loaded.extent);
    m_searchText.set(slot, loaded.text);
    link(record, true);
    if (m_incoming.contains(record.id()))
        m_neighbours.insert(record.id());
}

void AgreementStore::drop(Slot slot, StoreChange &change)
{
    link(m_rows[slot].record, false);
    m_slots.remove(m_rows[slot].record.id());
    m_rows[slot] = {};
    m_columns.clear(slot);
    m_searchText.clear(slot);
    change.changed.removeAll(slot);
    if (!change.added.removeAll(slot))
        change.removed.append(slot);
    m_dropped.append(slot);
}

/// Keeps the reverse index, and notes whose status may differ now: the records on both ends of the relations.
void AgreementStore::link(const Agreement &record, bool present)
{
    for (const Relation &relation : record.extras().relations) {
        QList<QUuid> &sources = m_incoming[relation.other];
        if (present)
            sources.append(record.id());
        else
            sources.removeOne(record.id());
        if (sources.isEmpty())
            m_incoming.remove(relation.other);
        m_neighbours.insert(relation.other);
    }
    for (const QUuid &source : m_incoming.value(record.id()))
        m_neighbours.insert(source);
}

void AgreementStore::refreshStatus(Slot slot)
{
    const Agreement &record = m_rows[slot].record;
    const StatusContext said = context(slot);
    m_rows[slot].timeline = statusTimeline(record, said, m_side.in(record));
    m_columns.setExtent(slot, Extent(spanOf(record, said)));
}

/// Statuses differ only where one side or the other has a view of its own.
StoreChange AgreementStore::setSide(const OurSide &side)
{
    StoreChange change;
    const OurSide before = std::exchange(m_side, side);
    for (Slot slot = 0; slot < slotCount(); ++slot) {
        const Agreement &record = m_rows[slot].record;
        if (!m_rows[slot].live || before.in(record) == m_side.in(record))
            continue;
        refreshStatus(slot);
        change.affected.append(slot);
    }
    return change;
}

/// Works out the statuses of the neighbours, and names every slot once.
void AgreementStore::finish(StoreChange &change)
{
    const QSet<Slot> added(change.added.begin(), change.added.end());
    QSet<Slot> changed(change.changed.begin(), change.changed.end());
    changed.subtract(added);
    change.changed = changed.values();
    for (const QUuid &id : std::exchange(m_neighbours, {})) {
        const auto slot = slotOf(id);
        if (!slot)
            continue;
        refreshStatus(*slot);
        if (!added.contains(*slot) && !changed.contains(*slot))
            change.affected.append(*slot);
    }
    for (QList<Slot> *list : {&change.changed, &change.affected})
        std::sort(list->begin(), list->end());
    m_vacant.append(std::exchange(m_dropped, {}));
}

} // namespace Treatybook
