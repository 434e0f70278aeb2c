#pragma once

#include "itemmodels/agreementtablemodel.h"
#include "session/statuschanges.h"

#include <QTimer>

namespace Treatybook {

/// Which records have another status on the as-of day than on an earlier (or later) day: from what to what and why.
/// Follows day, filter and records while it is active, a moment after them. GUI thread.
class ChangesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Title, Change, Why };
    enum Role { SlotRole = Qt::UserRole };

    explicit ChangesModel(AgreementTableModel &records, QObject *parent = nullptr);

    /// The day to compare with; nothing means a year before the as-of day, whichever that is.
    void setSince(std::optional<Day> day);
    Day since() const;
    /// Of the records that the filter leaves, or of all.
    void setOnlyShown(bool only);
    /// Nobody looks: nothing is worked out.
    void setActive(bool active);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void followed();

private:
    void soon();
    void follow();

    AgreementTableModel &m_records;
    QTimer m_soon;
    std::optional<Day> m_since;
    QList<StatusChange> m_rows;
    bool m_onlyShown = false;
    bool m_isActive = false;
};

} // namespace Treatybook
