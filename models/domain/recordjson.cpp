#include "domain/recordjson.h"

#include "domain/tr.h"

#include <QJsonArray>
#include <QSet>

namespace Treatybook {

using namespace Qt::StringLiterals;

static Error unreadable(const QString &place, const QString &value)
{
    return {ErrorKind::Invalid, tr("“%1” is no value for %2.").arg(value.left(80), place), {}};
}

/// Numbers and truth values are accepted where people write them without quotes.
static QString textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : QString();
    case QJsonValue::Double:
        return QString::number(value.toInteger());
    default:
        return value.toString();
    }
}

static QJsonArray toArray(const QString &cell)
{
    return QJsonArray::fromStringList(splitList(cell));
}

static Result<QString> cellText(const ColumnInfo &column, const QString &place, const QJsonValue &value)
{
    QString text;
    const auto problemOf = [&](const QString &said) {
        const QString problem = textProblem(said);
        return problem.isEmpty() ? std::nullopt
                                 : std::optional(Error{ErrorKind::Invalid, u"%1: %2"_s.arg(place, problem), {}});
    };
    if (value.isArray()) {
        if (column.type != FieldType::List)
            return unreadable(place, u"[…]"_s);
        QStringList items;
        for (const QJsonValue &item : value.toArray()) {
            items.append(item.toString());
            if (const auto problem = problemOf(items.last())) // joined they are UTF-8, which has no halves
                return *problem;
        }
        text = joinList(items);
    } else if (value.isObject()) {
        return unreadable(place, u"{…}"_s);
    } else {
        text = textOf(value);
    }
    if (const auto problem = problemOf(text))
        return *problem;
    return text;
}

QString textProblem(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isNull())
            return tr("The text holds a NUL character at position %1, which cannot be kept. Remove it.").arg(i + 1);
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (text[i].isSurrogate())
            return tr("The text holds half a character (an unpaired surrogate) at position %1. Remove it.").arg(i + 1);
    }
    return {};
}

QJsonObject itemToJson(const Agreement &agreement, const PartInfo &part, qsizetype row)
{
    QJsonObject object;
    object.insert("id"_L1, static_cast<qint64>(part.idAt(agreement, row)));
    for (size_t column = 0; column < part.columns.size(); ++column) {
        const QString text = part.cell(agreement, row, static_cast<qsizetype>(column));
        if (text.isEmpty())
            continue;
        const ColumnInfo &info = part.columns[column];
        object.insert(info.keyText(), info.type == FieldType::List ? QJsonValue(toArray(text)) : QJsonValue(text));
    }
    return object;
}

QJsonValue fieldToJson(const Agreement &agreement, Field field)
{
    const FieldInfo &info = fieldInfo(field);
    if (info.part) {
        QJsonArray items;
        for (qsizetype row = 0; row < info.part->count(agreement); ++row)
            items.append(itemToJson(agreement, *info.part, row));
        return items;
    }
    if (!info.isScalar())
        return QJsonValue::Undefined;
    const QString text = info.text(agreement);
    return info.type == FieldType::List ? QJsonValue(toArray(text)) : QJsonValue(text);
}

Result<void> setItemFromJson(Agreement &agreement, const PartInfo &part, qsizetype row, const QJsonObject &item,
                             Pool &pool)
{
    for (const QString &key : item.keys()) {
        const auto known = [&](const ColumnInfo &column) { return column.keyText() == key; };
        if (key != "id"_L1 && std::none_of(part.columns.begin(), part.columns.end(), known))
            return Error{ErrorKind::Invalid, tr("“%1” has no column “%2”.").arg(tr(part.itemLabel), key), {}};
    }
    for (size_t column = 0; column < part.columns.size(); ++column) {
        const ColumnInfo &info = part.columns[column];
        if (info.vocabulary && info.type == FieldType::Choice && !item.contains(info.keyText())) {
            part.setCell(agreement, row, static_cast<qsizetype>(column), info.vocabulary->key(0), pool);
            continue;
        }
        const QString place = u"%1 %2.%3"_s.arg(tr(part.itemLabel)).arg(row + 1).arg(info.keyText());
        const auto text = cellText(info, place, item.value(info.keyText()));
        if (!text)
            return text.error();
        if (!part.setCell(agreement, row, static_cast<qsizetype>(column), *text, pool))
            return unreadable(place, *text);
    }
    return {};
}

Result<void> setFieldFromJson(Agreement &agreement, Field field, const QJsonValue &value, Pool &pool)
{
    const FieldInfo &info = fieldInfo(field);
    const QString place = info.keyText();
    if (!info.part) {
        const auto text = cellText(info, place, value);
        if (!text)
            return text.error();
        if (!info.isScalar() || !info.setText(agreement, *text, pool))
            return unreadable(place, *text);
        return {};
    }
    if (!value.isArray())
        return unreadable(place, textOf(value));
    info.part->clear(agreement);
    for (const QJsonValue &item : value.toArray()) {
        const qint64 id = item.toObject().value("id"_L1).toInteger();
        if (id <= 0)
            return Error{ErrorKind::Invalid, tr("An item of %1 has no id.").arg(place), {}};
        const qsizetype row = info.part->count(agreement);
        info.part->insert(agreement, row, static_cast<ItemId>(id));
        if (auto set = setItemFromJson(agreement, *info.part, row, item.toObject(), pool); !set)
            return set;
    }
    return {};
}

QJsonObject recordToJson(const Agreement &agreement)
{
    QJsonObject object;
    for (const FieldInfo &info : fieldTable()) {
        if (!info.isStored())
            continue;
        const QJsonValue value = fieldToJson(agreement, info.field);
        if (!(value.isArray() ? value.toArray().isEmpty() : value.toString().isEmpty()))
            object.insert(info.keyText(), value);
    }
    return object;
}

Result<void> checkItemIds(const Agreement &agreement)
{
    QSet<qint64> seen;
    for (const FieldInfo &info : fieldTable()) {
        for (qsizetype row = 0; info.part && row < info.part->count(agreement); ++row) {
            const auto id = static_cast<qint64>(info.part->idAt(agreement, row));
            if (seen.contains(id))
                return Error{ErrorKind::Invalid, tr("The item id %1 is used twice, again in %2.").arg(id).arg(info.keyText()), {}};
            seen.insert(id);
        }
    }
    return {};
}

Result<Agreement> recordFromJson(const QJsonObject &object, Pool &pool)
{
    Agreement agreement;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const FieldInfo *info = findField(it.key());
        if (!info || !info->isStored() || info->keyText() != it.key())
            return Error{ErrorKind::Invalid, tr("There is no field “%1”.").arg(it.key()), {}};
        if (const auto set = setFieldFromJson(agreement, info->field, it.value(), pool); !set)
            return set.error();
    }
    if (agreement.id().isNull())
        return Error{ErrorKind::Invalid, tr("The record has no id."), {}};
    if (const auto unique = checkItemIds(agreement); !unique)
        return unique.error();
    return agreement;
}

} // namespace Treatybook
