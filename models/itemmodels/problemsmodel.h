#pragma once

#include "domain/validation.h"
#include "itemmodels/agreementtablemodel.h"
#include "itemmodels/slotscan.h"

namespace Treatybook {

/// What validation has to say of the records: a row for every kind of problem with how often it is there, the gravest
/// first, and below it a row for each. Follows the records and the filter; a large book is looked at while the window
/// is idle. GUI thread.
class ProblemsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Title, Sentence };
    enum Role {
        SlotRole = Qt::UserRole, ///< of a problem
        FieldRole,               ///< int of enum Field, of a problem
        SeverityRole             ///< int of enum Severity
    };

    explicit ProblemsModel(AgreementTableModel &records, QObject *parent = nullptr);

    /// Hints as well: there may be one for each record, so they are kept only while somebody looks at them.
    void setWithHints(bool with);
    /// Of the records that the filter leaves, or of all.
    void setOnlyShown(bool only);
    /// Errors and warnings of the whole book.
    int total() const { return m_total; }
    bool isDone() const { return m_scan.isDone(); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void totalChanged();

private:
    struct Problem {
        Slot slot = 0;
        Issue issue;
        bool operator==(const Problem &) const = default;
    };
    struct Group {
        IssueCode code{};
        QList<Problem> problems;
        bool operator==(const Group &) const = default;
    };

    void look(Slot slot);
    void applyChange(const StoreChange &change);
    void follow();
    const Problem *problemAt(const QModelIndex &index) const;

    AgreementTableModel &m_records;
    SlotScan m_scan;
    QHash<Slot, QList<Issue>> m_issues;
    QList<Group> m_groups;
    QTimer m_soon; ///< other records are shown; not at every keystroke
    int m_total = 0;
    bool m_onlyShown = false;
    bool m_withHints = false;
};

} // namespace Treatybook
