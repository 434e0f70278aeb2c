#pragma once

#include "exchange/importplan.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <optional>

namespace Treatybook {

/// What an import has to say before it is done: what was assumed of the file as a whole, then row by row.
class ImportFindings : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Severity, Row, Place, Value, Reason, ColumnCount };

    explicit ImportFindings(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setPlan(const ImportPlan &plan);
    /// Of one kind only; none: all.
    void showOnly(std::optional<ImportCode> code);
    /// Rows at the top that concern the file as a whole: their sentence stands in Row, for all columns after it.
    int noteCount() const { return m_only ? 0 : static_cast<int>(m_notes.size()); }
    /// There are more findings of this kind than are kept.
    bool isCut() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString note(int row, int column) const;
    QString cell(const ImportIssue &issue, int column) const;

    QStringList m_headers;
    QStringList m_notes;         ///< of the file as a whole
    QList<ImportIssue> m_issues; ///< all that are kept
    QHash<ImportCode, qint64> m_counts;
    std::optional<ImportCode> m_only;
    QList<qsizetype> m_shown; ///< indexes in m_issues
};

} // namespace Treatybook
