#include "exchange/report.h"

#include "exchange/partcell.h"
#include "session/computedfields.h"

namespace Treatybook {

QString reportText(const ReportInput &input, Slot slot, Field field)
{
    return fieldInfo(field).isStored() ? displayText(input.store.record(slot), field, input.locale)
                                       : computedText(input.store, slot, field, input.asOf, input.locale);
}

void appendExchangeText(QByteArray &utf8, const ReportInput &input, Slot slot, Field field,
                        const StatusContext &context)
{
    const FieldInfo &info = fieldInfo(field);
    if (info.part)
        appendPartCell(utf8, input.store.record(slot), *info.part);
    else if (info.isStored())
        info.appendText(utf8, input.store.record(slot));
    else
        utf8.append(computedValue(input.store, slot, field, input.asOf, context).toUtf8());
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
