#include "ui/form/partitems.h"

#include "domain/recordjson.h"
#include "domain/tr.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

QStringList texts(const QJsonArray &array)
{
    QStringList items;
    for (const QJsonValue &item : array)
        items.append(item.toString());
    return items;
}

QString wholeNumberProblem(const QString &text)
{
    bool ok = text.isEmpty();
    const qint64 number = ok ? 0 : text.toLongLong(&ok);
    return ok && number >= 0 ? QString()
                             : tr("“%1” is no whole number; write digits only, such as 12.").arg(text.left(40));
}

} // namespace

QString cellText(const QJsonValue &cell)
{
    return cell.isArray() ? joinList(texts(cell.toArray())) : cell.toString();
}

QJsonValue cellValue(const ColumnInfo &column, const QString &text)
{
    if (text.isEmpty())
        return QJsonValue::Undefined;
    return column.type == FieldType::List ? QJsonValue(QJsonArray::fromStringList(splitList(text))) : QJsonValue(text);
}

QString cellProblem(const ColumnInfo &column, const QString &text)
{
    if (const QString problem = textProblem(text); !problem.isEmpty())
        return problem;
    switch (column.type) {
    case FieldType::Decimal:
        if (!text.isEmpty() && !Decimal::parse(text))
            return tr("“%1” is no number; write digits with a point, such as 1500 or 2.5.").arg(text.left(40));
        return {};
    case FieldType::Number:
    case FieldType::Item:
        return wholeNumberProblem(text);
    case FieldType::Record:
        if (!text.isEmpty() && QUuid::fromString(text).isNull())
            return tr("No record, or more than one, is called “%1”; choose one of those offered.").arg(text.left(80));
        return {};
    case FieldType::Choice:
        if (!text.isEmpty() && !column.vocabulary->indexOfKey(text))
            return tr("“%1” is none of the choices.").arg(text.left(40));
        return {};
    default:
        return {};
    }
}

QString itemsProblem(const FieldInfo &part, const QJsonArray &items)
{
    for (qsizetype row = 0; row < items.size(); ++row) {
        const QJsonObject item = items.at(row).toObject();
        for (const ColumnInfo &column : part.part->columns) {
            const QString problem = cellProblem(column, cellText(item.value(column.keyText())));
            if (!problem.isEmpty())
                return tr("%1 %2, %3: %4", "Quantity 2, Amount: what is wrong")
                    .arg(tr(part.part->itemLabel), QString::number(row + 1), column.labelText(), problem);
        }
    }
    return {};
}

QJsonObject newItem(const PartInfo &part, ItemId id)
{
    QJsonObject item{{u"id"_s, static_cast<qint64>(id)}};
    for (const ColumnInfo &column : part.columns) {
        if (column.type == FieldType::Choice && !column.vocabulary->key(0).isEmpty())
            item.insert(column.keyText(), column.vocabulary->key(0));
    }
    return item;
}

bool isBlank(const PartInfo &part, const QJsonObject &item)
{
    return item == newItem(part, static_cast<ItemId>(item.value("id"_L1).toInteger()));
}

void setItems(Agreement &record, const FieldInfo &part, const QJsonArray &items)
{
    const PartInfo &table = *part.part;
    Pool pool;
    for (qsizetype row = table.count(record) - 1; row >= 0; --row)
        table.remove(record, row);
    for (qsizetype row = 0; row < items.size(); ++row) {
        const QJsonObject item = items.at(row).toObject();
        table.insert(record, row, static_cast<ItemId>(item.value("id"_L1).toInteger()));
        for (size_t column = 0; column < table.columns.size(); ++column) {
            const ColumnInfo &info = table.columns[column];
            const QString text = cellText(item.value(info.keyText()));
            if (!text.isEmpty() && cellProblem(info, text).isEmpty())
                table.setCell(record, row, static_cast<qsizetype>(column), text, pool);
        }
    }
}

PatchSteps itemSteps(const FieldInfo &part, const QJsonArray &before, const QJsonArray &after)
{
    Agreement old, now;
    setItems(old, part, before);
    setItems(now, part, after);
    return difference(old, now);
}

QJsonArray withSteps(QJsonArray items, const PatchSteps &steps)
{
    for (const PatchStep &step : steps) {
        const auto same = [&step](const QJsonValue &item) {
            return item["id"_L1].toInteger() == static_cast<qint64>(step.item);
        };
        if (const auto found = std::find_if(items.begin(), items.end(), same); found != items.end())
            items.erase(found);
        if (!step.after.isNull())
            items.insert(std::clamp<qsizetype>(step.to, 0, items.size()), step.after);
    }
    return items;
}

} // namespace Treatybook
