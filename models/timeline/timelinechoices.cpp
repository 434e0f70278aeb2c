#include "timeline/timelinechoices.h"

#include <QJsonArray>

#include <array>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Encodings{EncodingInfo{Encoding::Auto, "auto", QT_TRANSLATE_NOOP("Treatybook", "Auto")},
                               EncodingInfo{Encoding::Rows, "rows", QT_TRANSLATE_NOOP("Treatybook", "Rows")},
                               EncodingInfo{Encoding::Lanes, "lanes", QT_TRANSLATE_NOOP("Treatybook", "Lanes")},
                               EncodingInfo{Encoding::Density, "density", QT_TRANSLATE_NOOP("Treatybook", "Density")}};
constexpr auto Show = "show"_L1, Group = "groupBy"_L1, Colour = "colourBy"_L1, Collapsed = "collapsed"_L1,
               Hidden = "hidden"_L1;
constexpr qsizetype MostKeys = 1000; ///< of a file that somebody else wrote

QSet<QString> keysOf(const QJsonValue &value)
{
    QSet<QString> keys;
    for (const QJsonValue &key : value.toArray()) {
        if (key.isString() && keys.size() < MostKeys)
            keys.insert(key.toString());
    }
    return keys;
}

QJsonArray sorted(const QSet<QString> &keys)
{
    QStringList list = keys.values();
    list.sort();
    return QJsonArray::fromStringList(list);
}

} // namespace

std::span<const EncodingInfo> encodingTable()
{
    return Encodings;
}

TimelineChoices TimelineChoices::fromJson(const QJsonObject &json)
{
    TimelineChoices choices;
    for (const EncodingInfo &info : Encodings) {
        if (json.value(Show).toString() == QLatin1StringView(info.key))
            choices.encoding = info.encoding;
    }
    choices.groupBy = groupByOfKey(json.value(Group).toString()).value_or(choices.groupBy);
    choices.colourBy = colourByOfKey(json.value(Colour).toString()).value_or(choices.colourBy);
    choices.collapsed = keysOf(json.value(Collapsed));
    choices.hidden = keysOf(json.value(Hidden));
    return choices;
}

QJsonObject TimelineChoices::toJson() const
{
    const TimelineChoices usual;
    QJsonObject json;
    for (const EncodingInfo &info : Encodings) {
        if (info.encoding == encoding && encoding != usual.encoding)
            json.insert(Show, QLatin1StringView(info.key));
    }
    for (const GroupByInfo &info : groupByTable()) {
        if (info.by == groupBy && groupBy != usual.groupBy)
            json.insert(Group, QLatin1StringView(info.key));
    }
    for (const ColourByInfo &info : colourByTable) {
        if (info.value == colourBy && colourBy != usual.colourBy)
            json.insert(Colour, QLatin1StringView(info.key.data(), qsizetype(info.key.size())));
    }
    if (!collapsed.isEmpty())
        json.insert(Collapsed, sorted(collapsed));
    if (!hidden.isEmpty())
        json.insert(Hidden, sorted(hidden));
    return json;
}

} // namespace Treatybook
