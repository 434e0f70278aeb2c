#include "itemmodels/agreementtablemodel.h"

#include "itemmodels/rowsteps.h"
#include "session/computedfields.h"

#include <QDate>

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

/// More changed records than these are announced by one layout change.
static constexpr qsizetype FewRows = 50;

static bool isNumber(FieldType type)
{
    return type == FieldType::Number || type == FieldType::Decimal;
}

AgreementTableModel::AgreementTableModel(Session &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_rows(session.store())
    , m_asOf(static_cast<Day>(QDate::currentDate().toJulianDay()))
{
    m_rows.setAsOf(m_asOf);
    connect(&session, &Session::changed, this, &AgreementTableModel::applyChange);
    connect(&session, &Session::loaded, this, &AgreementTableModel::followSession);
    followSession();
}

void AgreementTableModel::followSession()
{
    m_followed = store().count();
    m_rows.reset();
    setOrder(m_rows.visible(query()));
    announceAll();
}

void AgreementTableModel::setFields(const QList<Field> &fields)
{
    for (int column = columnCount() - 1; column >= 0; --column) {
        if (fields.contains(m_fields.at(column)))
            continue;
        beginRemoveColumns({}, column, column);
        m_fields.removeAt(column);
        endRemoveColumns();
    }
    for (int column = 0; column < fields.size(); ++column) {
        const auto old = static_cast<int>(m_fields.indexOf(fields.at(column)));
        if (old == column)
            continue;
        if (old < 0) {
            beginInsertColumns({}, column, column);
            m_fields.insert(column, fields.at(column));
            endInsertColumns();
        } else {
            beginMoveColumns({}, old, old, {}, column);
            m_fields.move(old, column);
            endMoveColumns();
        }
    }
}

void AgreementTableModel::setFilter(const Filter &filter)
{
    const bool same = filter == m_filter;
    const bool isSorted = filter.query().sortKeys() == query().sortKeys() || filter.query().sortKeys().isEmpty();
    m_filter = filter; // typed or chosen differently, it may ask for the same
    if (same)
        return;
    if (!isSorted)
        m_rows.setSort(query().sortKeys());
    m_rows.setChoices(filter.choices());
    setOrder(m_rows.visible(query()));
    Q_EMIT filterChanged();
}

void AgreementTableModel::setQuery(const Query &query)
{
    Filter filter = m_filter;
    filter.setQuery(query);
    setFilter(filter);
}

void AgreementTableModel::setSort(const QList<SortKey> &keys)
{
    if (keys == sortKeys())
        return;
    m_rows.setSort(keys);
    setOrder(m_rows.visible(query()));
}

void AgreementTableModel::sort(int column, Qt::SortOrder order)
{
    setSort(column < 0 ? QList<SortKey>() : QList<SortKey>{{m_fields.at(column), order}});
}

void AgreementTableModel::setAsOf(Day day)
{
    if (day == m_asOf)
        return;
    m_asOf = day;
    m_rows.setAsOf(day);
    if (m_rows.hangsOnDay())
        setOrder(m_rows.visible(query()));
    announceStatus(0, rowCount() - 1);
    if (const auto column = static_cast<int>(m_fields.indexOf(Field::Status)); column >= 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, column, column);
    Q_EMIT asOfChanged(day);
}

void AgreementTableModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    m_rows.setLocale(locale);
    setOrder(m_rows.visible(query()));
    announceAll();
    if (!m_fields.isEmpty())
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int AgreementTableModel::rowOf(Slot slot) const
{
    return slot < m_rowOf.size() ? m_rowOf[slot] : -1;
}

QString AgreementTableModel::text(Slot slot, Field field) const
{
    return fieldInfo(field).isStored() ? displayText(store().record(slot), field, m_locale)
                                       : computedText(store(), slot, field, m_asOf, m_locale);
}

int AgreementTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int AgreementTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

QVariant AgreementTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Slot slot = slotAt(index.row());
    const Field field = m_fields.at(index.column());
    switch (role) {
    case Qt::DisplayRole: {
        QString cell = text(slot, field).left(LongestCell);
        return cell.replace(u'\n', u' ');
    }
    case Qt::ToolTipRole:
        return toolTip(slot, field);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isNumber(fieldInfo(field).type) ? Qt::AlignRight : Qt::AlignLeft));
    case SlotRole:
        return slot;
    case IdRole:
        return store().record(slot).id();
    case StatusRole:
        return static_cast<int>(statusOf(slot).status);
    case CertainRole:
        return statusOf(slot).certain;
    case WholeTextRole:
        return text(slot, field);
    default:
        return {};
    }
}

/// Tool tips understand markup: what a record says must not be taken for it.
QString AgreementTableModel::toolTip(Slot slot, Field field) const
{
    QString plain = text(slot, field == Field::Status ? Field::StatusReason : field);
    if (plain.isEmpty())
        return {};
    if (plain.size() > LongestToolTip)
        plain = plain.left(LongestToolTip) + u'…';
    return u"<p>%1</p>"_s.arg(plain.toHtmlEscaped().replace(u'\n', "<br>"_L1));
}

QVariant AgreementTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section < rowCount() ? QVariant(section + 1) : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    const Field field = m_fields.at(section);
    if (field == Field::Status)
        return tr("Status on %1").arg(displayText(Edtf::read(dayText(m_asOf)), m_locale));
    return fieldInfo(field).labelText();
}

void AgreementTableModel::applyChange(const StoreChange &change)
{
    if (!m_session.isLoaded()) {
        m_rows.reset();
        if (store().count() >= 2 * m_followed) // not at every page: each would sort all records again
            followSession();
        return;
    }
    const qsizetype size = change.added.size() + change.changed.size() + change.removed.size() + change.affected.size();
    if (size > FewRows)
        followSession();
    else
        applySteps(change);
}

void AgreementTableModel::applySteps(const StoreChange &change)
{
    m_rows.update(change);
    m_rowOf.resize(store().slotCount(), -1);
    const QList<Slot> touched = change.added + change.changed + change.removed + change.affected;
    for (const RowStep &step : rowSteps(m_order, m_rows.visible(query()), touched))
        takeStep(step);
    for (const Slot slot : change.changed) {
        if (const int row = rowOf(slot); row >= 0 && !m_fields.isEmpty())
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    for (const Slot slot : change.affected) {
        if (const int row = rowOf(slot); row >= 0)
            announceStatus(row, row);
    }
}

void AgreementTableModel::takeStep(const RowStep &step)
{
    switch (step.type) {
    case RowStep::Type::Remove:
        beginRemoveRows({}, step.from, step.from);
        m_order.removeAt(step.from);
        m_rowOf[step.slot] = -1;
        numberRows(step.from, m_order.size() - 1);
        endRemoveRows();
        break;
    case RowStep::Type::Move:
        // Qt counts the destination with the row still in its old place.
        beginMoveRows({}, step.from, step.from, {}, step.to > step.from ? step.to + 1 : step.to);
        m_order.move(step.from, step.to);
        numberRows(qMin(step.from, step.to), qMax(step.from, step.to));
        endMoveRows();
        break;
    case RowStep::Type::Insert:
        beginInsertRows({}, step.to, step.to);
        m_order.insert(step.to, step.slot);
        numberRows(step.to, m_order.size() - 1);
        endInsertRows();
        break;
    }
}

void AgreementTableModel::numberRows(qsizetype first, qsizetype last)
{
    for (qsizetype row = first; row <= last; ++row)
        m_rowOf[m_order.at(row)] = static_cast<int>(row);
}

void AgreementTableModel::setOrder(const QList<Slot> &order)
{
    if (std::ranges::equal(order, m_order)) // == of two empty lists hands null to memcmp
        return;
    // Without the hint the heading lays its columns out anew, and that looks as if a person had sized them.
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<Slot> kept;
    for (const QModelIndex &old : before)
        kept.append(slotAt(old.row()));
    m_order = order;
    m_rowOf.assign(store().slotCount(), -1);
    numberRows(0, m_order.size() - 1);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = rowOf(kept.at(i));
        after.append(row < 0 ? QModelIndex() : index(row, before.at(i).column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void AgreementTableModel::announceStatus(int firstRow, int lastRow)
{
    const auto isComputed = [](Field field) { return !fieldInfo(field).isStored(); };
    const auto first = std::ranges::find_if(m_fields, isComputed);
    if (first == m_fields.end() || lastRow < firstRow)
        return;
    const auto last = std::find_if(m_fields.rbegin(), m_fields.rend(), isComputed);
    Q_EMIT dataChanged(index(firstRow, static_cast<int>(first - m_fields.begin())),
                       index(lastRow, static_cast<int>(m_fields.rend() - last) - 1),
                       {Qt::DisplayRole, Qt::ToolTipRole, StatusRole, CertainRole, WholeTextRole});
}

void AgreementTableModel::announceAll()
{
    if (!m_order.isEmpty() && !m_fields.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace Treatybook
