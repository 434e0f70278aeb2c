#include "exchange/report.h"

#include "exchange/partcell.h"
#include "session/computedfields.h"

namespace Treatybook {

QString reportText(const ReportInput &input, Slot slot, Field field)
{
    return fieldInfo(field).isStored() ? displayText(input.store.record(slot), field, input.locale)
                                       : computedText(input.store, slot, field, input.asOf, input.locale);
}

QString exchangeText(const ReportInput &input, Slot slot, Field field)
{
    const FieldInfo &info = fieldInfo(field);
    if (info.part)
        return partCell(input.store.record(slot), *info.part);
    if (info.isStored())
        return info.text(input.store.record(slot));
    return computedValue(input.store, slot, field, input.asOf);
}

QList<Field> exchangeFields()
{
    QList<Field> fields;
    for (const FieldInfo &info : fieldTable()) {
        if (info.field != Field::Changed)
            fields.append(info.field);
    }
    return fields;
}

QList<Field> listFields()
{
    return {Field::Title, Field::Kind, Field::Participants, Field::Date, Field::Term, Field::Status};
}

} // namespace Treatybook
