#include "itemmodels/facetmodel.h"

#include "domain/fold.h"
#include "itemmodels/agreementtablemodel.h"

#include <QDate>

#include <algorithm>
#include <numeric>

namespace Treatybook {

using namespace Qt::StringLiterals;

static constexpr qsizetype LongestLabel = 200; ///< characters

/// What stands in an order of its own reads better whole.
static constexpr qsizetype fewOf(Facet facet)
{
    return facet == Facet::Status || facet == Facet::Decade ? FacetModel::FewValues * 3 / 2 : FacetModel::FewValues;
}

/// Milliseconds. The table is painted before the counts are made.
static constexpr int OneFrame = 16;

FacetModel::FacetModel(AgreementTableModel &records, QObject *parent)
    : QAbstractItemModel(parent), m_records(records), m_collator(records.locale())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_timer.setSingleShot(true);
    m_timer.setInterval(OneFrame);
    connect(&m_timer, &QTimer::timeout, this, qOverload<>(&FacetModel::refresh));
    // Not put off by what follows, or the counts would stand still while somebody drags the as-of day.
    const auto refreshSoon = [this] {
        if (!m_timer.isActive())
            m_timer.start();
    };
    connect(&records, &AgreementTableModel::filterChanged, this, refreshSoon);
    connect(&records, &AgreementTableModel::asOfChanged, this, refreshSoon);
    connect(&records, &QAbstractItemModel::layoutChanged, this, refreshSoon);
    connect(&records, &QAbstractItemModel::rowsInserted, this, refreshSoon);
    connect(&records, &QAbstractItemModel::rowsRemoved, this, refreshSoon);
    connect(&records, &QAbstractItemModel::dataChanged, this, refreshSoon);
    connect(&records, &QAbstractItemModel::modelReset, this, refreshSoon);
    connect(&records.session(), &Session::changed, this, refreshSoon); // also where no row shows it
    connect(&records.session(), &Session::loaded, this, refreshSoon);
    refresh();
}

const FacetModel::Item *FacetModel::itemAt(const QModelIndex &index) const
{
    return index.internalId() == 0 ? nullptr : &section(facetOf(index)).items.at(index.row());
}

Facet FacetModel::facetOf(const QModelIndex &index) const
{
    return static_cast<Facet>(index.internalId() == 0 ? static_cast<quintptr>(index.row()) : index.internalId() - 1);
}

FacetModel::Row FacetModel::rowOf(const QModelIndex &index) const
{
    const Item *item = itemAt(index);
    return item ? item->row : Row::Heading;
}

QModelIndex FacetModel::valueIndex(Facet facet, const QString &value) const
{
    const QList<Item> &items = section(facet).items;
    const auto found =
        std::ranges::find_if(items, [&](const Item &item) { return item.row == Row::Value && item.value == value; });
    return found == items.end() ? QModelIndex() : index(static_cast<int>(found - items.begin()), 0, headingOf(facet));
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr());
}

QModelIndex FacetModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(facetOf(index)), 0, quintptr());
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return FacetCount;
    return parent.internalId() == 0 ? static_cast<int>(section(facetOf(parent)).items.size()) : 0;
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (rowOf(index) == Row::Heading)
        return flags;
    return rowOf(index) == Row::Value ? flags | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren
                                      : flags | Qt::ItemNeverHasChildren;
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == FacetRole)
        return static_cast<int>(facetOf(index));
    if (role == RowRole)
        return static_cast<int>(rowOf(index));
    const Item *item = itemAt(index);
    if (!item) {
        const Section &own = section(facetOf(index));
        if (role == ChosenCountRole)
            return own.chosen;
        const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole;
        return isText ? own.heading : QVariant();
    }
    const bool isValue = item->row == Row::Value;
    switch (role) {
    case Qt::DisplayRole:
        return item->label;
    case Qt::AccessibleTextRole:
        return isValue ? tr("%1, %n record(s)", "value of a facet", item->count).arg(item->label) : item->label;
    case Qt::ToolTipRole: // tool tips understand markup
        return isValue ? u"<p>%1</p>"_s.arg(item->label.toHtmlEscaped()) : QVariant();
    case Qt::CheckStateRole:
        return isValue ? QVariant(item->chosen ? Qt::Checked : Qt::Unchecked) : QVariant();
    case ValueRole:
        return item->value;
    case CountRole:
        return item->count;
    case ShareRole:
        return item->share;
    default:
        return {};
    }
}

bool FacetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || rowOf(index) != Row::Value)
        return false;
    if ((value.toInt() == Qt::Checked) != itemAt(index)->chosen)
        toggle(index);
    return true;
}

void FacetModel::setShowsAll(Facet facet, bool all)
{
    section(facet).all = all;
    section(facet).needle.clear();
    refresh();
}

void FacetModel::setNeedle(Facet facet, const QString &text)
{
    section(facet).needle = text;
    refresh();
}

void FacetModel::narrowTo(const QModelIndex &value)
{
    Filter filter = m_records.filter();
    filter.narrowTo(facetOf(value), itemAt(value)->value);
    m_records.setFilter(filter);
}

void FacetModel::toggle(const QModelIndex &value)
{
    Filter filter = m_records.filter();
    filter.toggle(facetOf(value), itemAt(value)->value);
    m_records.setFilter(filter);
}

void FacetModel::clear(Facet facet)
{
    Filter filter = m_records.filter();
    filter.clear(facet);
    m_records.setFilter(filter);
}

void FacetModel::refresh()
{
    m_timer.stop();
    if (m_collator.locale() != m_records.locale()) {
        m_collator.setLocale(m_records.locale());
        for (Section &own : m_sections)
            own.labels.clear();
    }
    const FacetCounts::Counts counts = m_records.facetCounts();
    for (const FacetInfo &info : facetTable())
        refresh(info.facet, counts[static_cast<size_t>(info.facet)]);
    Q_EMIT refreshed();
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
    const QString heading =
        facet == Facet::Status ? tr("Status on %1").arg(shortDay(m_records.asOf())) : facetInfo(facet).labelText();
    const auto chosen = static_cast<int>(m_records.filter().values(facet).size());
    if (heading == own.heading && chosen == own.chosen)
        return;
    own.heading = heading;
    own.chosen = chosen;
    Q_EMIT dataChanged(headingOf(facet), headingOf(facet));
}

const FacetModel::Label &FacetModel::label(Facet facet, quint32 number)
{
    QHash<quint32, Label> &labels = section(facet).labels;
    auto known = labels.constFind(number);
    if (known == labels.constEnd()) {
        QString text = facetValueLabel(facet, m_records.facets().valueOf(facet, number), m_records.locale());
        text = text.left(LongestLabel).replace(u'\n', u' ');
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
    const auto fits = [&](quint32 number) {
        const QString text = label(facet, number).text;
        return !text.isEmpty() && (needle.isEmpty() || fold(text).contains(needle));
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
    for (const QString &value : m_records.filter().values(facet)) {
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
    const QStringList chosen = m_records.filter().values(facet);
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
                      double(counts[number]) / largest, chosen.contains(value)});
    }
    for (const QString &value : chosen) { // of no record
        if (!m_records.facets().numberOf(facet, value))
            items.append(
                {Row::Value, value, facetValueLabel(facet, value, m_records.locale()).left(LongestLabel), 0, 0, true});
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
