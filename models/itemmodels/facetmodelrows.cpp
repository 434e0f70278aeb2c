#include "domain/fold.h"
#include "itemmodels/agreementtablemodel.h"
#include "itemmodels/facetmodel.h"

#include <QDate>

#include <algorithm>
#include <numeric>

namespace Treatybook {

using namespace Qt::StringLiterals;

// What the model shows: counted, put in order, and brought into the rows in place.

static constexpr qsizetype LongestLabel = 200; ///< characters

/// What stands in an order of its own reads better whole.
static qsizetype fewOf(Facet facet)
{
    return facetInfo(facet).order == FacetOrder::ByValue ? FacetModel::FewValues * 3 / 2 : FacetModel::FewValues;
}

void FacetModel::refresh()
{
    m_timer.stop();
    if (m_collator.locale() != m_records.locale()) {
        m_collator.setLocale(m_records.locale());
        for (Section &own : m_sections)
            own.labels.clear();
    }
    QList<Facet> counted = m_shown; // and what narrows is to be seen
    for (const FacetChoice &choice : m_records.filter().choices()) {
        if (!counted.contains(choice.facet))
            counted.append(choice.facet);
    }
    const FacetCounts::Counts counts = m_records.facetCounts(counted);
    for (const FacetInfo &info : facetTable()) {
        if (counted.contains(info.facet))
            refresh(info.facet, counts[static_cast<size_t>(info.facet)]);
        else
            leaveOut(info.facet);
        setHeading(info.facet);
    }
    Q_EMIT refreshed();
}

/// When it is counted again its names may have other numbers; whether it is used cannot be told while others filter.
void FacetModel::leaveOut(Facet facet)
{
    Section &own = section(facet);
    setItems(facet, {});
    own.used = true;
    own.all = false;
    own.needle.clear();
    own.labels.clear();
}

/// With the month cut short, where the calendar of the locale has the day.
QString FacetModel::shortDay(Day day) const
{
    const QDate date = QDate::fromJulianDay(day);
    return date.year() > 0 ? m_records.locale().toString(date, u"d MMM yyyy"_s)
                           : displayText(Edtf::read(dayText(day)), m_records.locale());
}

void FacetModel::refresh(Facet facet, const std::vector<quint32> &counts)
{
    Section &own = section(facet);
    setItems(facet, itemsOf(facet, counts));
    const bool any = std::ranges::any_of(own.items, [](const Item &item) { return item.row == Row::Value; });
    own.used = any || (own.used && !m_records.filter().isEmpty()); // no value at all may be left by other filters
}

void FacetModel::setHeading(Facet facet)
{
    Section &own = section(facet);
    QString heading =
        facet == Facet::Status ? tr("Status on %1").arg(shortDay(m_records.asOf())) : facetInfo(facet).labelText();
    if (!own.used && m_shown.contains(facet))
        heading = tr("%1: none", "facet that no record has a value of").arg(heading);
    const auto chosen = static_cast<int>(m_records.filter().choice(facet).count());
    if (heading == own.heading && chosen == own.chosen)
        return;
    own.heading = heading;
    own.chosen = chosen;
    Q_EMIT dataChanged(headingOf(facet), headingOf(facet));
}

QString FacetModel::labelOf(Facet facet, const QString &value) const
{
    return facetValueLabel(facet, value, m_records.locale()).left(LongestLabel).replace(u'\n', u' ');
}

const FacetModel::Label &FacetModel::label(Facet facet, quint32 number)
{
    QHash<quint32, Label> &labels = section(facet).labels;
    auto known = labels.constFind(number);
    if (known == labels.constEnd()) {
        const QString text = labelOf(facet, m_records.facets().valueOf(facet, number));
        const QCollatorSortKey key = m_collator.sortKey(text);
        known = labels.insert(number, Label{text, key});
    }
    return *known;
}

/// The most frequent values, or all; chosen ones always. `total` counts what could be shown.
QList<quint32> FacetModel::shownNumbers(Facet facet, const std::vector<quint32> &counts, qsizetype &total)
{
    const Section &own = section(facet);
    const QByteArray needle = own.all ? fold(own.needle) : QByteArray();
    const auto fits = [&](quint32 number) { // a label takes time, and there may be thousands
        return needle.isEmpty() ? !m_records.facets().valueOf(facet, number).isEmpty()
                                : fold(label(facet, number).text).contains(needle);
    };
    QList<quint32> numbers;
    for (quint32 number = 0; number < counts.size(); ++number) {
        if (counts[number] > 0 && fits(number))
            numbers.append(number);
    }
    total = numbers.size();
    const auto moreFrequent = [&](quint32 a, quint32 b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : label(facet, a).key.compare(label(facet, b).key) < 0;
    };
    const qsizetype few = fewOf(facet);
    const qsizetype most = own.all ? MostValues : few + (total == few + 1 ? 1 : 0); // not “1 more”
    const auto end = numbers.begin() + qMin(total, most);
    std::partial_sort(numbers.begin(), end, numbers.end(), moreFrequent);
    numbers.erase(end, numbers.end());
    bool added = false;
    const FacetChoice choice = m_records.filter().choice(facet);
    for (const QString &value : choice.values + choice.excluded) {
        const auto number = m_records.facets().numberOf(facet, value);
        if (!number || numbers.contains(*number))
            continue;
        numbers.append(*number);
        total += counts[*number] > 0 && fits(*number) ? 0 : 1;
        added = true;
    }
    if (facetInfo(facet).order == FacetOrder::ByValue)
        std::ranges::sort(numbers);
    else if (added)
        std::ranges::sort(numbers, moreFrequent);
    return numbers;
}

QList<FacetModel::Item> FacetModel::itemsOf(Facet facet, const std::vector<quint32> &counts)
{
    const Section &own = section(facet);
    const FacetChoice choice = m_records.filter().choice(facet);
    qsizetype total = 0;
    const QList<quint32> numbers = shownNumbers(facet, counts, total);
    quint32 largest = 1;
    for (const quint32 number : numbers)
        largest = qMax(largest, counts[number]);
    QList<Item> items;
    if (own.all && (total > ManyValues || !own.needle.isEmpty()))
        items.append({.row = Row::Search, .value = {}, .label = tr("Search %1").arg(facetInfo(facet).labelText())});
    for (const quint32 number : numbers) {
        const QString value = m_records.facets().valueOf(facet, number);
        items.append({Row::Value, value, label(facet, number).text, static_cast<int>(counts[number]),
                      double(counts[number]) / largest, choice.values.contains(value),
                      choice.excluded.contains(value)});
    }
    for (const QString &value : choice.values + choice.excluded) { // of no record
        if (!m_records.facets().numberOf(facet, value))
            items.append({Row::Value, value, labelOf(facet, value), 0, 0, choice.values.contains(value),
                          choice.excluded.contains(value)});
    }
    if (own.all && (total > fewOf(facet) + 1 || !own.needle.isEmpty()))
        items.append({.row = Row::More, .value = {}, .label = tr("Fewer")});
    else if (!own.all && total > numbers.size())
        items.append({.row = Row::More,
                      .value = {},
                      .label = tr("%n more…", nullptr, static_cast<int>(total - numbers.size()))});
    return items;
}

/// In place: removes what is gone, orders what stays, inserts what is new, and tells what differs.
void FacetModel::setItems(Facet facet, const QList<Item> &items)
{
    QList<Item> &own = section(facet).items;
    if (own == items)
        return;
    const QModelIndex heading = headingOf(facet);
    const auto has = [](const QList<Item> &list, const Item &item) {
        return std::ranges::any_of(list, [&](const Item &other) { return other.isSameAs(item); });
    };
    for (auto last = static_cast<int>(own.size()) - 1; last >= 0; --last) {
        if (has(items, own.at(last)))
            continue;
        int first = last;
        while (first > 0 && !has(items, own.at(first - 1)))
            --first;
        beginRemoveRows(heading, first, last);
        own.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
    arrange(facet, items);
    for (int first = 0; first < items.size(); ++first) {
        if (first < own.size() && own.at(first).isSameAs(items.at(first)))
            continue;
        int last = first;
        while (last + 1 < items.size() && (first >= own.size() || !own.at(first).isSameAs(items.at(last + 1))))
            ++last;
        beginInsertRows(heading, first, last);
        for (int row = first; row <= last; ++row)
            own.insert(row, items.at(row));
        endInsertRows();
        first = last;
    }
    int firstOther = -1, lastOther = -1;
    for (int row = 0; row < own.size(); ++row) {
        if (own.at(row) == items.at(row))
            continue;
        own[row] = items.at(row);
        firstOther = firstOther < 0 ? row : firstOther;
        lastOther = row;
    }
    if (firstOther >= 0)
        Q_EMIT dataChanged(index(firstOther, 0, heading), index(lastOther, 0, heading));
}

/// Brings the items that stay into the order that they have in `items`.
void FacetModel::arrange(Facet facet, const QList<Item> &items)
{
    QList<Item> &own = section(facet).items;
    QList<int> from(own.size());
    std::iota(from.begin(), from.end(), 0);
    const auto placeOf = [&](int row) {
        return std::ranges::find_if(items, [&](const Item &item) { return item.isSameAs(own.at(row)); }) -
               items.begin();
    };
    QList<qsizetype> places;
    for (const int row : std::as_const(from))
        places.append(placeOf(row));
    if (std::ranges::is_sorted(places))
        return;
    std::ranges::sort(from, {}, [&](int row) { return places.at(row); });
    const QModelIndex heading = headingOf(facet);
    Q_EMIT layoutAboutToBeChanged({heading});
    QList<Item> arranged;
    for (const int row : std::as_const(from))
        arranged.append(own.at(row));
    own = arranged;
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &old : before)
        after.append(old.internalId() == 0 || facetOf(old) != facet
                         ? old
                         : index(static_cast<int>(from.indexOf(old.row())), 0, heading));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({heading});
}

} // namespace Treatybook
