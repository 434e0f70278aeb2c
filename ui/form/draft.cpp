#include "ui/form/draft.h"

#include "domain/recordjson.h"

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

Agreement Draft::appliedTo(const Agreement &record) const
{
    Agreement result = record;
    Pool pool;
    for (auto [field, value] : m_values.asKeyValueRange())
        (void)setFieldFromJson(result, field, value.after, pool).hasValue();
    return result;
}

QString Draft::problem(Field field) const
{
    Agreement scratch;
    Pool pool;
    const auto result = setFieldFromJson(scratch, field, value(field), pool);
    return result ? QString() : result.error().message;
}

PatchSteps Draft::steps() const
{
    PatchSteps steps;
    for (auto [field, value] : m_values.asKeyValueRange())
        steps.append({field, ItemId::None, value.before, value.after});
    return steps;
}

void Draft::settle(const PatchSteps &saved)
{
    for (const PatchStep &step : saved) {
        const auto known = m_values.find(step.field);
        if (known == m_values.end())
            m_values.insert(step.field, {step.after, step.before}); // typed back while it was being saved
        else if (known->after == step.after)
            m_values.erase(known);
        else
            known->before = step.after;
    }
}

void Draft::rebase(const Agreement &record)
{
    const QMap<Field, Value> values = m_values;
    for (auto [field, value] : values.asKeyValueRange()) {
        drop(field);
        set(field, fieldToJson(record, field), value.after);
    }
}

} // namespace Treatybook
