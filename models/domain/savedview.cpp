#include "domain/savedview.h"

#include "domain/fold.h"
#include "domain/querycondition.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

static const auto NameKey = u"name"_s, QueryKey = u"query"_s, SortKeyText = u"sort"_s, FieldsKey = u"columns"_s,
                  WidthsKey = u"widths"_s, AsOfKey = u"as_of"_s, Today = u"today"_s, TimelineKey = u"timeline"_s;

QString SavedView::name() const
{
    return m_json.value(NameKey).toString();
}

QString SavedView::query() const
{
    return m_json.value(QueryKey).toString();
}

QList<SortKey> SavedView::sort() const
{
    const auto keys = readSort(m_json.value(SortKeyText).toString());
    return keys ? *keys : QList<SortKey>{{Field::Date}};
}

QList<SavedView::Column> SavedView::columns() const
{
    constexpr int Widest = 10000;
    QList<Column> columns;
    const QJsonArray keys = m_json.value(FieldsKey).toArray(), widths = m_json.value(WidthsKey).toArray();
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const FieldInfo *info = findField(keys.at(i).toString());
        if (info && std::ranges::find(columns, info->field, &Column::field) == columns.end())
            columns.append({info->field, qBound(0, widths.at(i).toInt(), Widest)});
    }
    return columns;
}

QList<Field> SavedView::fields() const
{
    QList<Field> fields;
    for (const Column &column : columns())
        fields.append(column.field);
    return fields;
}

bool SavedView::keepsDay() const
{
    return !m_json.contains(AsOfKey);
}

std::optional<Day> SavedView::asOf() const
{
    return parseDay(m_json.value(AsOfKey).toString());
}

QJsonObject SavedView::timeline() const
{
    return m_json.value(TimelineKey).toObject();
}

void SavedView::setName(const QString &name)
{
    m_json.insert(NameKey, name);
}

void SavedView::setQuery(const QString &query)
{
    m_json.insert(QueryKey, query);
}

void SavedView::setSort(const QList<SortKey> &keys)
{
    m_json.insert(SortKeyText, sortText(keys));
}

void SavedView::setColumns(const QList<Column> &columns)
{
    QJsonArray keys, widths;
    for (const Column &column : columns) {
        keys.append(fieldInfo(column.field).keyText());
        widths.append(column.width);
    }
    m_json.insert(FieldsKey, keys);
    m_json.insert(WidthsKey, widths);
}

void SavedView::keepDay()
{
    m_json.remove(AsOfKey);
}

void SavedView::setAsOf(std::optional<Day> day)
{
    m_json.insert(AsOfKey, day ? dayText(*day) : Today);
}

void SavedView::setTimeline(const QJsonObject &choices)
{
    if (choices.isEmpty())
        m_json.remove(TimelineKey);
    else
        m_json.insert(TimelineKey, choices);
}

QList<SavedView> readViews(const QString &setting)
{
    QList<SavedView> views;
    for (const QJsonValue &value : QJsonDocument::fromJson(setting.toUtf8()).array()) {
        if (const SavedView view(value.toObject()); !view.name().isEmpty())
            views.append(view);
    }
    return views;
}

QString writeViews(const QList<SavedView> &views)
{
    QJsonArray array;
    for (const SavedView &view : views)
        array.append(view.json());
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

qsizetype findView(const QList<SavedView> &views, const QString &name)
{
    for (qsizetype i = 0; i < views.size(); ++i) {
        if (views.at(i).name() == name)
            return i;
    }
    for (qsizetype i = 0; i < views.size(); ++i) {
        if (fold(views.at(i).name()) == fold(name))
            return i;
    }
    return -1;
}

QString freeViewName(const QList<SavedView> &views, const QString &name)
{
    QString free = name;
    for (int number = 2; findView(views, free) >= 0; ++number)
        free = u"%1 %2"_s.arg(name).arg(number);
    return free;
}

QString sortText(const QList<SortKey> &keys)
{
    QStringList texts;
    for (const SortKey &key : keys)
        texts.append((key.order == Qt::DescendingOrder ? u"-"_s : QString()) + fieldInfo(key.field).keyText());
    return texts.join(u',');
}

} // namespace Treatybook
