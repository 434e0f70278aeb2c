#include "ui/form/draft.h"

#include "domain/recordjson.h"
#include "ui/form/partitems.h"

namespace Treatybook {

void Draft::set(Field field, const QJsonValue &stored, const QJsonValue &value)
{
    const auto known = m_values.find(field);
    const QJsonValue before = known == m_values.end() ? stored : known->before;
    if (before == value)
        drop(field);
    else
        m_values.insert(field, {before, value});
}

void Draft::follow(const Agreement &record)
{
    const QMap<Field, Value> values = m_values;
    for (auto [field, value] : values.asKeyValueRange()) {
        if (!fieldInfo(field).part || !problem(field).isEmpty())
            continue;
        const QJsonValue stored = fieldToJson(record, field);
        if (stored == value.before)
            continue;
        Pool pool;
        if (const auto merged = patched(record, stepsOf(field, value), pool)) {
            drop(field);
            set(field, stored, fieldToJson(*merged, field));
        }
    }
}

Agreement Draft::appliedTo(const Agreement &record) const
{
    Agreement result = record;
    Pool pool;
    for (auto [field, value] : m_values.asKeyValueRange()) {
        if (fieldInfo(field).part)
            setItems(result, fieldInfo(field), value.after.toArray());
        else
            (void)setFieldFromJson(result, field, value.after, pool).hasValue();
    }
    return result;
}

QString Draft::problem(Field field) const
{
    if (fieldInfo(field).part)
        return itemsProblem(fieldInfo(field), value(field).toArray());
    Agreement scratch;
    Pool pool;
    const auto result = setFieldFromJson(scratch, field, value(field), pool);
    return result ? QString() : result.error().message;
}

PatchSteps Draft::stepsOf(Field field, const Value &value)
{
    if (fieldInfo(field).part)
        return itemSteps(fieldInfo(field), value.before.toArray(), value.after.toArray());
    return {{field, ItemId::None, value.before, value.after}};
}

PatchSteps Draft::steps() const
{
    PatchSteps steps;
    for (auto [field, value] : m_values.asKeyValueRange())
        steps += stepsOf(field, value);
    return steps;
}

void Draft::settle(const Draft &saved)
{
    for (auto [field, value] : saved.m_values.asKeyValueRange()) {
        const auto known = m_values.find(field);
        if (known == m_values.end())
            m_values.insert(field, {value.after, value.before}); // typed back while it was being saved
        else if (known->after == value.after)
            m_values.erase(known);
        else
            known->before = value.after;
    }
}

void Draft::rebase(const Agreement &record)
{
    const QMap<Field, Value> values = m_values;
    for (auto [field, value] : values.asKeyValueRange()) {
        const QJsonValue stored = fieldToJson(record, field);
        const bool merges = fieldInfo(field).part && problem(field).isEmpty();
        const QJsonValue mine =
            merges ? withSteps(stored.toArray(), stepsOf(field, value)) : value.after; // other items stay theirs
        drop(field);
        set(field, stored, mine);
    }
}

} // namespace Treatybook
