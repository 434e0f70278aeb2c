#include "exchange/importmap.h"

#include "domain/tr.h"
#include "exchange/importtarget.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, 3> DateOrders{"dmy"_L1, "mdy"_L1, "ymd"_L1}; // in the order of DateOrder

Error wrongMap(const QString &message)
{
    return {ErrorKind::Invalid, tr("The map: %1").arg(message), {}};
}

Error wrongKind(const QString &place, const QString &wanted)
{
    return wrongMap(tr("“%1” should be %2.").arg(place, wanted));
}

Result<void> checkWords(const QJsonObject &object, const QString &place, const QStringList &known)
{
    for (const QString &word : object.keys()) {
        if (known.contains(word))
            continue;
        const QString nearest = nearestWord(word, known);
        const QString what = place.isEmpty() ? u"“%1”"_s.arg(word) : tr("“%1” of “%2”").arg(word, place);
        return wrongMap(nearest.isEmpty() ? tr("%1 is unknown. Known are: %2.").arg(what, known.join(u", "_s))
                                          : tr("%1 is unknown; did you mean “%2”?").arg(what, nearest));
    }
    return {};
}

Result<QString> readText(const QJsonObject &object, const QString &word)
{
    const QJsonValue value = object.value(word);
    if (value.isUndefined() || value.isString())
        return value.toString();
    return wrongKind(word, tr("a text in quotes"));
}

Result<std::optional<DateOrder>> readOrder(const QJsonObject &object)
{
    const auto word = readText(object, u"date_order"_s);
    if (!word)
        return word.error();
    const auto order = dateOrderOf(*word);
    if (!order && !word->isEmpty())
        return wrongKind(u"date_order"_s, tr("dmy, mdy or ymd"));
    return order;
}

Result<ImportMap::Column> readColumn(const QString &header, const QJsonValue &value)
{
    ImportMap::Column column;
    if (value.isNull())
        return column;
    if (value.isString()) {
        column.key = value.toString();
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        if (const auto known =
                checkWords(object, header, {u"key"_s, u"date_order"_s, u"list_separator"_s, u"values"_s});
            !known)
            return known.error();
        const auto key = readText(object, u"key"_s);
        const auto separator = readText(object, u"list_separator"_s);
        const auto order = readOrder(object);
        if (!key)
            return key.error();
        if (!separator)
            return separator.error();
        if (!order)
            return order.error();
        column.key = *key;
        column.listSeparator = *separator;
        column.dateOrder = *order;
        if (object.contains("values"_L1) && !object.value("values"_L1).isObject())
            return wrongKind(u"values"_s, tr("an object of cells and what they stand for"));
        const QJsonObject values = object.value("values"_L1).toObject();
        for (auto it = values.begin(); it != values.end(); ++it) {
            if (!it.value().isString())
                return wrongKind(it.key(), tr("a text in quotes"));
            column.values.insert(it.key(), it.value().toString());
        }
    } else {
        return wrongKind(header, tr("a key, an object with a “key”, or null to leave the column out"));
    }
    if (column.key.isEmpty())
        return wrongKind(header, tr("a key, an object with a “key”, or null to leave the column out"));
    return column;
}

Result<void> readColumns(ImportMap &map, const QJsonValue &value)
{
    if (!value.isObject())
        return wrongKind(u"columns"_s, tr("an object of headers and keys"));
    map.columns.emplace();
    const QJsonObject columns = value.toObject();
    for (auto it = columns.begin(); it != columns.end(); ++it) {
        const auto column = readColumn(it.key(), it.value());
        if (!column)
            return column.error();
        map.columns->insert(it.key().simplified(), *column);
    }
    return {};
}

Result<void> readFixed(ImportMap &map, const QJsonValue &value)
{
    if (!value.isObject())
        return wrongKind(u"fixed"_s, tr("an object of keys and values"));
    const QJsonObject fixed = value.toObject();
    for (auto it = fixed.begin(); it != fixed.end(); ++it) {
        if (!it.value().isString())
            return wrongKind(it.key(), tr("a text in quotes"));
        map.fixed.append({it.key(), it.value().toString()});
    }
    return {};
}

} // namespace

std::optional<DateOrder> dateOrderOf(QStringView word)
{
    for (size_t i = 0; i < DateOrders.size(); ++i) {
        if (word == DateOrders[i])
            return static_cast<DateOrder>(i);
    }
    return std::nullopt;
}

QString dateOrderWord(DateOrder order)
{
    return DateOrders[static_cast<size_t>(order)];
}

Result<ImportMap> ImportMap::fromJson(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const auto line = json.left(problem.offset).count('\n') + 1;
        return wrongMap(Treatybook::tr("line %1 is no JSON: %2.").arg(line).arg(problem.errorString()));
    }
    if (!document.isObject())
        return wrongMap(Treatybook::tr("it should be an object: {\"columns\": {…}}."));
    const QJsonObject root = document.object();
    const QStringList known{u"columns"_s, u"fixed"_s, u"date_order"_s, u"list_separator"_s, u"match"_s, u"raw"_s};
    if (const auto checked = checkWords(root, {}, known); !checked)
        return checked.error();
    ImportMap map;
    if (root.contains("columns"_L1)) {
        if (const auto read = readColumns(map, root.value("columns"_L1)); !read)
            return read.error();
    }
    if (root.contains("fixed"_L1)) {
        if (const auto read = readFixed(map, root.value("fixed"_L1)); !read)
            return read.error();
    }
    const auto order = readOrder(root);
    const auto separator = readText(root, u"list_separator"_s);
    const auto match = readText(root, u"match"_s);
    if (!order)
        return order.error();
    if (!separator)
        return separator.error();
    if (!match)
        return match.error();
    map.dateOrder = *order;
    map.listSeparator = *separator;
    map.match = *match;
    if (const QJsonValue raw = root.value("raw"_L1); !raw.isUndefined()) {
        if (!raw.isBool())
            return wrongKind(u"raw"_s, Treatybook::tr("true or false"));
        map.raw = raw.toBool();
    }
    return map;
}

QByteArray ImportMap::toJson() const
{
    QJsonObject root;
    const auto putText = [](QJsonObject &object, const QString &word, const QString &text) {
        if (!text.isEmpty())
            object.insert(word, text);
    };
    if (columns) {
        QJsonObject object;
        for (auto it = columns->cbegin(); it != columns->cend(); ++it) {
            QJsonObject details;
            if (it->dateOrder)
                details.insert("date_order"_L1, dateOrderWord(*it->dateOrder));
            putText(details, u"list_separator"_s, it->listSeparator);
            QJsonObject values;
            for (auto value = it->values.cbegin(); value != it->values.cend(); ++value)
                values.insert(value.key(), value.value());
            if (!values.isEmpty())
                details.insert("values"_L1, values);
            const QJsonValue key = it->key.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(it->key);
            if (!details.isEmpty())
                details.insert("key"_L1, key);
            object.insert(it.key(), details.isEmpty() ? key : QJsonValue(details));
        }
        root.insert("columns"_L1, object);
    }
    QJsonObject fixedValues;
    for (const Fixed &value : fixed)
        fixedValues.insert(value.key, value.value);
    if (!fixedValues.isEmpty())
        root.insert("fixed"_L1, fixedValues);
    putText(root, u"date_order"_s, dateOrder ? dateOrderWord(*dateOrder) : QString());
    putText(root, u"list_separator"_s, listSeparator);
    putText(root, u"match"_s, match);
    if (raw)
        root.insert("raw"_L1, *raw);
    return QJsonDocument(root).toJson();
}

} // namespace Treatybook
