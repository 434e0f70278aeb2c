#include "itemmodels/upcomingmodel.h"

#include "domain/whendone.h"

#include <algorithm>
#include <tuple>

namespace Treatybook {

using namespace Qt::StringLiterals;

UpcomingModel::UpcomingModel(AgreementTableModel &records, QObject *parent)
    : QAbstractTableModel(parent), m_records(records), m_scan([this](Slot slot) { look(slot); })
{
    m_dayRests.setSingleShot(true);
    m_dayRests.setInterval(150);
    connect(&m_dayRests, &QTimer::timeout, this, &UpcomingModel::lookAtAll);
    connect(&m_scan, &SlotScan::progressed, this, &UpcomingModel::follow);
    connect(&records, &AgreementTableModel::asOfChanged, &m_dayRests, qOverload<>(&QTimer::start));
    connect(&records.session(), &Session::changed, this, &UpcomingModel::applyChange);
    connect(&records.session(), &Session::loaded, this, &UpcomingModel::lookAtAll);
    const auto soon = [this] {
        if (m_onlyShown)
            m_soon.start();
    };
    connect(&records, &QAbstractItemModel::layoutChanged, this, soon);
    connect(&records, &QAbstractItemModel::modelReset, this, soon);
    connect(&records, &QAbstractItemModel::rowsInserted, this, soon);
    connect(&records, &QAbstractItemModel::rowsRemoved, this, soon);
    m_soon.setSingleShot(true);
    m_soon.setInterval(60);
    connect(&m_soon, &QTimer::timeout, this, &UpcomingModel::follow);
    lookAtAll();
}

void UpcomingModel::lookAtAll()
{
    m_scan.clear();
    m_scan.addAll(m_records.store()); // meanwhile the list shows what came next on the day before
    follow();
}

void UpcomingModel::applyChange(const StoreChange &change)
{
    m_scan.add(change.added + change.changed + change.removed + change.affected);
}

void UpcomingModel::look(Slot slot)
{
    m_steps.remove(slot);
    const AgreementStore &store = m_records.store();
    if (!store.isLive(slot))
        return;
    const Day day = m_records.asOf();
    const QList<Upcoming> steps = upcoming(store.record(slot), store.context(slot), day, day + FarthestDays);
    if (!steps.isEmpty())
        m_steps.insert(slot, steps);
}

void UpcomingModel::follow()
{
    QList<Row> rows;
    const Day until = m_records.asOf() + m_days;
    for (auto steps = m_steps.cbegin(); steps != m_steps.cend(); ++steps) {
        if (m_onlyShown && m_records.rowOf(steps.key()) < 0)
            continue;
        for (const Upcoming &step : *steps) {
            if (step.day <= until)
                rows.append({steps.key(), step});
        }
    }
    std::ranges::sort(rows, {}, [](const Row &row) { return std::tuple(row.step.day, row.slot, row.step.kind); });
    if (rows != m_rows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    Q_EMIT countChanged();
}

void UpcomingModel::setDays(int days)
{
    m_days = qBound(0, days, FarthestDays);
    follow();
}

void UpcomingModel::setOnlyShown(bool only)
{
    m_onlyShown = only;
    follow();
}

int UpcomingModel::countWithin(int days) const
{
    qsizetype count = 0;
    for (const QList<Upcoming> &steps : m_steps)
        count += std::ranges::count_if(steps, [&](const Upcoming &s) { return s.day <= m_records.asOf() + days; });
    return static_cast<int>(count);
}

int UpcomingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int UpcomingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Title + 1;
}

QVariant UpcomingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    const Agreement &record = m_records.store().record(row.slot);
    const bool isOverdue = row.step.day < m_records.asOf();
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case When: {
            const int days = row.step.day - m_records.asOf();
            return days < 0    ? tr("%Ln day(s) ago", nullptr, -days)
                   : days == 0 ? tr("on this day")
                               : tr("in %Ln day(s)", nullptr, days);
        }
        case What:
            return upcomingText(row.step, record, m_records.asOf(), m_records.locale());
        default:
            return record->title.toString().left(AgreementTableModel::LongestCell);
        }
    case Qt::CheckStateRole:
        return index.column() == What && row.step.kind == Upcoming::Kind::ObligationDue ? QVariant(Qt::Unchecked)
                                                                                        : QVariant();
    case SlotRole:
        return row.slot;
    case OverdueRole:
        return isOverdue;
    default:
        return {};
    }
}

QVariant UpcomingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case When:
        return tr("When");
    case What:
        return tr("What comes next");
    default:
        return tr("Record");
    }
}

Qt::ItemFlags UpcomingModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool canBeTicked = m_rows.at(index.row()).step.kind == Upcoming::Kind::ObligationDue &&
                             !m_records.session().capabilities().readOnly;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (canBeTicked ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

bool UpcomingModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || value.toInt() != Qt::Checked || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const Row row = m_rows.at(index.row());
    const Agreement &before = m_records.store().record(row.slot);
    Agreement after = before;
    for (Obligation &obligation : after.editExtras().obligations) {
        if (obligation.id == row.step.item)
            obligation.done = Edtf::read(dayText(m_records.asOf()));
    }
    ChangeSet set(tr("Tick an obligation of “%1”").arg(before.label().toString()));
    set.changes.append(Change::patch(before.id(), m_records.store().version(row.slot), difference(before, after)));
    whenDone(m_records.session().execute(set), this, [this](const Result<Receipt> &result) {
        if (!result)
            Q_EMIT failed(result.error());
    });
    return true;
}

} // namespace Treatybook
