#include "itemmodels/changesmodel.h"

#include "domain/factday.h"
#include "domain/statusreason.h"

namespace Treatybook {

ChangesModel::ChangesModel(AgreementTableModel &records, QObject *parent)
    : QAbstractTableModel(parent), m_records(records)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(60);
    connect(&m_soon, &QTimer::timeout, this, &ChangesModel::follow);
    connect(&records, &AgreementTableModel::asOfChanged, this, &ChangesModel::soon);
    connect(&records, &QAbstractItemModel::layoutChanged, this, &ChangesModel::soon);
    connect(&records.session(), &Session::changed, this, [this](const StoreChange &change) {
        if (!change.removed.isEmpty()) { // their slots may be others' next
            beginResetModel();
            m_rows.clear();
            endResetModel();
        }
        soon();
    });
    connect(&records.session(), &Session::loaded, this, &ChangesModel::soon);
}

Day ChangesModel::since() const
{
    return m_since.value_or(addMonths(m_records.asOf(), -12));
}

void ChangesModel::soon()
{
    if (m_isActive)
        m_soon.start();
}

void ChangesModel::setSince(std::optional<Day> day)
{
    m_since = day;
    if (m_isActive)
        follow();
}

void ChangesModel::setOnlyShown(bool only)
{
    m_onlyShown = only;
    if (m_isActive)
        follow();
}

void ChangesModel::setActive(bool active)
{
    m_isActive = active;
    if (active)
        follow();
}

void ChangesModel::follow()
{
    const AgreementStore &store = m_records.store();
    QList<Slot> records = m_records.visibleSlots();
    if (!m_onlyShown) {
        records.clear();
        for (Slot slot = 0; slot < store.slotCount(); ++slot) {
            if (store.isLive(slot))
                records.append(slot);
        }
    }
    const QList<StatusChange> rows = statusChanges(store, records, since(), m_records.asOf());
    if (rows != m_rows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    Q_EMIT followed();
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Why + 1;
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != SlotRole))
        return {};
    const StatusChange &change = m_rows.at(index.row());
    if (role == SlotRole)
        return change.slot;
    const AgreementStore &store = m_records.store();
    const Agreement &record = store.record(change.slot);
    const QLocale &locale = m_records.locale();
    switch (index.column()) {
    case When:
        return change.after.first == NoDay ? QString() : displayText(Edtf::read(dayText(change.after.first)), locale);
    case Title:
        return record->title.toString().left(AgreementTableModel::LongestCell);
    case Change:
        return tr("%1 → %2", "a status, and the one after it")
            .arg(statusText(change.before, languageOf(locale)), statusText(change.after, languageOf(locale)));
    default:
        return statusReason(record, store.context(change.slot), change.after, m_records.asOf(), locale);
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case When:
        return tr("Since");
    case Title:
        return tr("Record");
    case Change:
        return tr("Change of status");
    default:
        return tr("Why");
    }
}

} // namespace Treatybook
