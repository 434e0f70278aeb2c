#include "domain/changeset.h"

#include "domain/parttable.h"
#include "domain/recordjson.h"
#include "domain/tr.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

/// Removals first, then additions and changes in the order of the target, then moves by position: applying the steps one
/// after the other gives the target order.
static void partDifference(PatchSteps &steps, const FieldInfo &info, const Agreement &before, const Agreement &after)
{
    const PartInfo &part = *info.part;
    QList<ItemId> order; // as it stands while the steps are applied
    for (qsizetype row = 0; row < part.count(before); ++row)
        order.append(part.idAt(before, row));
    for (qsizetype row = part.count(before) - 1; row >= 0; --row) {
        const ItemId id = part.idAt(before, row);
        if (part.rowOf(after, id) < 0) {
            steps.append({info.field, id, itemToJson(before, part, row), QJsonValue::Null, static_cast<int>(row), 0});
            order.removeAt(row);
        }
    }
    for (qsizetype row = 0; row < part.count(after); ++row) {
        const ItemId id = part.idAt(after, row);
        const qsizetype old = part.rowOf(before, id);
        const QJsonValue value = itemToJson(after, part, row);
        const QJsonValue was = old < 0 ? QJsonValue(QJsonValue::Null) : itemToJson(before, part, old);
        const qsizetype stands = order.indexOf(id);
        if (old < 0) {
            steps.append({info.field, id, was, value, 0, static_cast<int>(row)});
            order.insert(row, id);
        } else if (value != was || stands != row) {
            steps.append({info.field, id, was, value, static_cast<int>(stands), static_cast<int>(row)});
            order.move(stands, row);
        }
    }
}

PatchSteps difference(const Agreement &before, const Agreement &after)
{
    PatchSteps steps;
    if (before.isSharedWith(after))
        return steps;
    for (const FieldInfo &info : fieldTable()) {
        if (info.part) {
            partDifference(steps, info, before, after);
        } else if (info.isScalar() && info.field != Field::Id && info.text(before) != info.text(after)) {
            steps.append({info.field, {}, fieldToJson(before, info.field), fieldToJson(after, info.field)});
        }
    }
    return steps;
}

static Error conflict(const FieldInfo &info)
{
    return {ErrorKind::Conflict, tr("“%1” was changed elsewhere in the meantime.").arg(info.labelText()),
            info.keyText()};
}

static Result<void> applyItem(Agreement &agreement, const FieldInfo &info, const PatchStep &step, Pool &pool)
{
    const PartInfo &part = *info.part;
    const qsizetype row = part.rowOf(agreement, step.item);
    const QJsonValue now = row < 0 ? QJsonValue(QJsonValue::Null) : itemToJson(agreement, part, row);
    if (now != step.before)
        return conflict(info);
    if (row >= 0)
        part.remove(agreement, row);
    if (step.after.isNull())
        return {};
    // Another item may have come or gone meanwhile; the end of the list is then near enough.
    const qsizetype target = std::clamp<qsizetype>(step.to, 0, part.count(agreement));
    part.insert(agreement, target, step.item);
    return setItemFromJson(agreement, part, target, step.after.toObject(), pool);
}

Result<Agreement> patched(const Agreement &agreement, const PatchSteps &steps, Pool &pool)
{
    Agreement result = agreement;
    for (const PatchStep &step : steps) {
        const FieldInfo &info = fieldInfo(step.field);
        if (info.part) {
            if (const auto applied = applyItem(result, info, step, pool); !applied)
                return applied.error();
            continue;
        }
        if (fieldToJson(result, step.field) != step.before)
            return conflict(info);
        if (const auto set = setFieldFromJson(result, step.field, step.after, pool); !set)
            return set.error();
    }
    return result;
}

PatchSteps inverse(const PatchSteps &steps)
{
    PatchSteps result;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        result.append({step->field, step->item, step->after, step->before, step->to, step->from});
    return result;
}

static Change inverse(const Change &change)
{
    Change result = change;
    switch (change.type) {
    case Change::Type::Add:
        result.type = Change::Type::Remove;
        break;
    case Change::Type::Remove:
        result.type = Change::Type::Add;
        break;
    case Change::Type::Patch:
        result.steps = inverse(change.steps);
        break;
    case Change::Type::Setting:
        std::swap(result.settingChange.before, result.settingChange.after);
        break;
    }
    return result;
}

ChangeSet inverse(const ChangeSet &set)
{
    ChangeSet result(set.text);
    result.origin = set.origin == ChangeSet::Origin::Undo ? ChangeSet::Origin::Redo : ChangeSet::Origin::Undo;
    result.refersTo = set.origin == ChangeSet::Origin::Edit ? set.id : set.refersTo;
    for (auto change = set.changes.rbegin(); change != set.changes.rend(); ++change)
        result.changes.append(inverse(*change));
    return result;
}

static QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// QJsonValue makes an empty text of a null QString, which would be another setting.
static QJsonValue textOrNull(const QString &text)
{
    return text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject changeToJson(const Change &change)
{
    switch (change.type) {
    case Change::Type::Add:
        return {{u"add"_s, idText(change.id)}};
    case Change::Type::Remove:
        return {{u"remove"_s, idText(change.id)},
                {u"record"_s, change.record ? QJsonValue(recordToJson(*change.record)) : QJsonValue()}};
    case Change::Type::Setting:
        return {{u"setting"_s, change.settingChange.key},
                {u"before"_s, textOrNull(change.settingChange.before)},
                {u"after"_s, textOrNull(change.settingChange.after)}};
    case Change::Type::Patch:
        break;
    }
    QJsonArray steps;
    for (const PatchStep &step : change.steps) {
        QJsonObject object{{u"field"_s, fieldInfo(step.field).keyText()}, {u"before"_s, step.before}, {u"after"_s, step.after}};
        if (step.item != ItemId::None) {
            object.insert(u"item"_s, static_cast<qint64>(step.item));
            object.insert(u"from"_s, step.from);
            object.insert(u"to"_s, step.to);
        }
        steps.append(object);
    }
    return {{u"patch"_s, idText(change.id)}, {u"steps"_s, steps}};
}

static Error unreadableLog(const QString &what)
{
    return {ErrorKind::Damaged, tr("An entry of the change log cannot be read."), what};
}

Result<Change> changeFromJson(const QJsonObject &object, Pool &pool)
{
    Change change;
    if (object.contains("setting"_L1)) {
        const auto textOrNull = [&](QLatin1StringView key) {
            return object.value(key).isString() ? object.value(key).toString() : QString();
        };
        return Change::setting({object.value("setting"_L1).toString(), textOrNull("before"_L1), textOrNull("after"_L1)});
    }
    for (const auto &[key, type] : {std::pair{"add"_L1, Change::Type::Add}, std::pair{"remove"_L1, Change::Type::Remove},
                                    std::pair{"patch"_L1, Change::Type::Patch}}) {
        if (!object.contains(key))
            continue;
        change.type = type;
        change.id = QUuid::fromString(object.value(key).toString());
    }
    if (change.id.isNull())
        return unreadableLog(u"no record id"_s);
    if (change.type == Change::Type::Remove) {
        auto record = recordFromJson(object.value("record"_L1).toObject(), pool);
        if (!record)
            return unreadableLog(record.error().message);
        change.record = *record;
    }
    for (const QJsonValue &value : object.value("steps"_L1).toArray()) {
        const QJsonObject step = value.toObject();
        const FieldInfo *info = findField(step.value("field"_L1).toString());
        if (!info || !info->isStored())
            return unreadableLog(step.value("field"_L1).toString());
        change.steps.append({info->field, static_cast<ItemId>(step.value("item"_L1).toInteger()),
                             step.value("before"_L1), step.value("after"_L1), step.value("from"_L1).toInt(),
                             step.value("to"_L1).toInt()});
    }
    return change;
}

} // namespace Treatybook
