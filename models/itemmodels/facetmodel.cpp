#include "itemmodels/facetmodel.h"

#include "itemmodels/agreementtablemodel.h"

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

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
        return isValue ? accessibleText(*item) : item->label;
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
    case ExcludedRole:
        return item->excluded;
    default:
        return {};
    }
}

QString FacetModel::accessibleText(const Item &item)
{
    const QString label = item.excluded ? tr("not %1", "excluded value of a facet").arg(item.label) : item.label;
    return tr("%1, %n record(s)", "value of a facet", item.count).arg(label);
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

void FacetModel::setShown(const QList<Facet> &facets)
{
    if (facets == m_shown)
        return;
    m_shown = facets;
    m_records.keepOnlyFacets(facets);
    refresh();
    Q_EMIT shownChanged();
}

bool FacetModel::isVisible(Facet facet) const
{
    return section(facet).chosen > 0 || (m_shown.contains(facet) && (isUsed(facet) || !facetInfo(facet).isUsual));
}

template <class Change>
void FacetModel::changeFilter(Change change)
{
    Filter filter = m_records.filter();
    change(filter);
    m_records.setFilter(filter);
}

void FacetModel::narrowTo(const QModelIndex &value)
{
    changeFilter([&](Filter &filter) { filter.narrowTo(facetOf(value), itemAt(value)->value); });
}

void FacetModel::toggle(const QModelIndex &value)
{
    changeFilter([&](Filter &filter) { filter.toggle(facetOf(value), itemAt(value)->value); });
}

void FacetModel::toggleExcluded(const QModelIndex &value)
{
    changeFilter([&](Filter &filter) { filter.toggleExcluded(facetOf(value), itemAt(value)->value); });
}

void FacetModel::clear(Facet facet)
{
    changeFilter([&](Filter &filter) { filter.clear(facet); });
}

} // namespace Treatybook
