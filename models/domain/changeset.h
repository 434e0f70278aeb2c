#pragma once

#include "domain/agreement.h"
#include "domain/field.h"
#include "domain/result.h"

#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace Treatybook {

/// One value that changes, in the generic form of recordjson.h. For a part, `item` names the item; null before means
/// it is added, null after that it is removed; `from` and `to` are where it stands in the list just before and after this step.
struct PatchStep {
    Field field{};
    ItemId item{};
    QJsonValue before, after;
    int from = 0, to = 0;
    bool operator==(const PatchStep &) const = default;
};

using PatchSteps = QList<PatchStep>;

/// A setting of the book (a saved view, "our side", own subjects): text before and after, null meaning none.
struct SettingChange {
    QString key, before, after;
    bool operator==(const SettingChange &) const = default;
};

struct Change {
    enum class Type : quint8 { Add, Remove, Patch, Setting };

    static Change add(const Agreement &record) { return {Type::Add, record.id(), 0, record, {}, {}}; }
    /// The whole record goes along, so that the removal can be undone.
    static Change remove(const Agreement &record, qint64 version)
    {
        return {Type::Remove, record.id(), version, record, {}, {}};
    }
    static Change patch(const QUuid &id, qint64 version, PatchSteps steps)
    {
        return {Type::Patch, id, version, {}, std::move(steps), {}};
    }
    static Change setting(SettingChange setting) { return {Type::Setting, {}, 0, {}, {}, std::move(setting)}; }

    Type type = Type::Add;
    QUuid id;
    qint64 baseVersion = 0; ///< the version that the author saw
    std::optional<Agreement> record;
    PatchSteps steps;
    SettingChange settingChange;
};

/// What one action of a person changes, all or nothing. `id` is made by the client, so that after a lost answer the
/// store can be asked whether it holds it.
struct ChangeSet {
    enum class Origin : quint8 { Edit, Undo, Redo };

    ChangeSet() = default;
    explicit ChangeSet(QString what) : id(QUuid::createUuid()), text(std::move(what)) {}

    QUuid id;
    QString text; ///< for people: "Change title of …"
    Origin origin = Origin::Edit;
    QUuid refersTo; ///< of Undo and Redo: the change that is undone or done again
    QList<Change> changes;
};

/// The steps that turn `before` into `after` (same id).
PatchSteps difference(const Agreement &before, const Agreement &after);

/// Applies the steps. Conflict if a field or item no longer holds `before`; nothing is then changed. Fields that the
/// patch does not name may differ.
Result<Agreement> patched(const Agreement &agreement, const PatchSteps &steps, Pool &pool);

PatchSteps inverse(const PatchSteps &steps);
/// Undoes `set` (or does it again, if it is itself an undo); a new id, base versions left to the caller.
ChangeSet inverse(const ChangeSet &set);

/// The lean form of the change log: nothing but the id for an addition, the record for a removal, the steps for a patch.
QJsonObject changeToJson(const Change &change);
Result<Change> changeFromJson(const QJsonObject &object, Pool &pool);

} // namespace Treatybook
