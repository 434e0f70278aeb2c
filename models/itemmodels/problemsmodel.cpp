#include "itemmodels/problemsmodel.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace Treatybook {

using namespace Qt::StringLiterals;

ProblemsModel::ProblemsModel(AgreementTableModel &records, QObject *parent)
    : QAbstractItemModel(parent), m_records(records), m_scan([this](Slot slot) { look(slot); })
{
    connect(&m_scan, &SlotScan::progressed, this, &ProblemsModel::follow);
    connect(&records.session(), &Session::changed, this, &ProblemsModel::applyChange);
    connect(&records.session(), &Session::loaded, this, [this] { m_scan.addAll(m_records.store()); });
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
    connect(&m_soon, &QTimer::timeout, this, &ProblemsModel::follow);
    m_scan.addAll(records.store());
}

void ProblemsModel::applyChange(const StoreChange &change)
{
    m_scan.add(change.added + change.changed + change.removed + change.affected);
    for (const Slot slot : change.changed)
        m_scan.add(m_records.store().incoming(slot)); // they look at the other record's term
}

void ProblemsModel::look(Slot slot)
{
    const AgreementStore &store = m_records.store();
    const auto graveOnes = [](const QList<Issue> &issues) {
        return static_cast<int>(
            std::ranges::count_if(issues, [](const Issue &i) { return i.severity() != Severity::Hint; }));
    };
    m_total -= graveOnes(m_issues.take(slot));
    if (!store.isLive(slot))
        return;
    QList<Issue> issues = store.issues(slot);
    if (!m_withHints)
        issues.removeIf([](const Issue &issue) { return issue.severity() == Severity::Hint; });
    m_total += graveOnes(issues);
    if (!issues.isEmpty())
        m_issues.insert(slot, issues);
}

void ProblemsModel::follow()
{
    std::map<IssueCode, QList<Problem>> byCode;
    for (auto issues = m_issues.cbegin(); issues != m_issues.cend(); ++issues) {
        if (m_onlyShown && m_records.rowOf(issues.key()) < 0)
            continue;
        for (const Issue &issue : *issues)
            byCode[issue.code].append({issues.key(), issue});
    }
    QList<Group> groups;
    for (auto &[code, problems] : byCode) {
        std::ranges::sort(problems, {},
                          [](const Problem &p) { return std::tuple(p.slot, p.issue.field, p.issue.item); });
        groups.append({code, problems});
    }
    std::ranges::stable_sort(groups, {}, [](const Group &group) { return severityOf(group.code); });
    if (groups != m_groups) {
        beginResetModel();
        m_groups = groups;
        endResetModel();
    }
    Q_EMIT totalChanged();
}

void ProblemsModel::setWithHints(bool with)
{
    if (with == m_withHints)
        return;
    m_withHints = with;
    m_scan.addAll(m_records.store());
}

void ProblemsModel::setOnlyShown(bool only)
{
    m_onlyShown = only;
    follow();
}

/// Groups have the id 0, problems the number of their group, from 1.
QModelIndex ProblemsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex ProblemsModel::parent(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() > 0 ? createIndex(static_cast<int>(index.internalId()) - 1, 0)
                                                     : QModelIndex();
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    return parent.internalId() == 0 && parent.column() == 0
               ? static_cast<int>(m_groups.at(parent.row()).problems.size())
               : 0;
}

int ProblemsModel::columnCount(const QModelIndex &) const
{
    return Sentence + 1;
}

const ProblemsModel::Problem *ProblemsModel::problemAt(const QModelIndex &index) const
{
    return index.internalId() == 0
               ? nullptr
               : &m_groups.at(static_cast<qsizetype>(index.internalId()) - 1).problems.at(index.row());
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Problem *problem = problemAt(index);
    if (!problem) {
        const Group &group = m_groups.at(index.row());
        if (role == SeverityRole)
            return static_cast<int>(severityOf(group.code));
        if (role == Qt::DisplayRole && index.column() == Title)
            return tr("%1: %2 (%3)", "Warning: Sources disagree (2)")
                .arg(severityText(severityOf(group.code)), issueName(group.code),
                     m_records.locale().toString(group.problems.size()));
        return {};
    }
    const Agreement &record = m_records.store().record(problem->slot);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Title ? record->title.toString().left(AgreementTableModel::LongestCell)
                                       : issueText(problem->issue, record, m_records.locale());
    case SlotRole:
        return problem->slot;
    case FieldRole:
        return static_cast<int>(problem->issue.field);
    case SeverityRole:
        return static_cast<int>(problem->issue.severity());
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return section == Title ? tr("Record") : tr("Problem");
}

} // namespace Treatybook
