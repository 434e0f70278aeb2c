#pragma once

#include "domain/upcoming.h"
#include "itemmodels/agreementtablemodel.h"
#include "itemmodels/slotscan.h"

namespace Treatybook {

/// What the records foresee for the days after the as-of day, and what is overdue: a row each, by day. Follows the day,
/// the records and the filter; of a large book it is worked out while the window is idle. An obligation can be ticked
/// as done, on the as-of day. GUI thread.
class UpcomingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, What, Title };
    enum Role { SlotRole = Qt::UserRole, OverdueRole };

    static constexpr int FarthestDays = 365;

    explicit UpcomingModel(AgreementTableModel &records, QObject *parent = nullptr);

    /// How far ahead the rows go; at most FarthestDays.
    void setDays(int days);
    int days() const { return m_days; }
    /// Of the records that the filter leaves, or of all.
    void setOnlyShown(bool only);
    bool isOnlyShown() const { return m_onlyShown; }
    /// Of the whole book, within so many days; overdue ones too.
    int countWithin(int days) const;
    bool isDone() const { return m_scan.isDone(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Ticks an obligation: one step of undo.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// Of the whole book.
    void countChanged();
    void failed(const Treatybook::Error &error);

private:
    struct Row {
        Slot slot = 0;
        Upcoming step;
        bool operator==(const Row &) const = default;
    };

    void look(Slot slot);
    void lookAtAll();
    void applyChange(const StoreChange &change);
    void follow();

    AgreementTableModel &m_records;
    SlotScan m_scan;
    QTimer m_dayRests; ///< while the day is dragged nothing is worked out
    QTimer m_soon;     ///< other records are shown; not at every keystroke
    QHash<Slot, QList<Upcoming>> m_steps;
    QList<Row> m_rows;
    int m_days = FarthestDays;
    bool m_onlyShown = false;
};

} // namespace Treatybook
