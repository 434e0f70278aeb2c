#pragma once

#include "domain/field.h"

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QTableView)

namespace Treatybook {

class AgreementTableModel;

struct TableColumn {
    Field field;
    int width = 0; ///< 0: as wide as such a column likes to be
    bool operator==(const TableColumn &) const = default;
};

/// Which columns a table shows, in which order and how wide. As long as nobody chose, these are the usual ones, fitted
/// to the width of the window, where those that can be missed first step aside. Later the title takes what the others
/// leave. The fields of the model follow, so that a report has the columns that are shown.
class TableColumns : public QObject
{
    Q_OBJECT

public:
    TableColumns(QTableView &table, AgreementTableModel &model);

    /// Those that can be seen, from left to right.
    QList<TableColumn> columns() const;
    /// Nobody chose yet.
    bool isUsual() const { return !m_chosen; }
    /// As a person's choice; none means the usual ones.
    void setColumns(const QList<TableColumn> &columns);
    bool isShown(Field field) const;
    /// At the right end. The last column stays.
    void setShown(Field field, bool shown);
    /// The table has another width.
    void fit();

Q_SIGNALS:
    /// By a person.
    void changed();

private:
    void fitUsual();
    void fitTitle();
    void apply(const QList<TableColumn> &columns);
    void takeOrder();
    void takeWidth();
    int unit() const;

    QTableView &m_table;
    AgreementTableModel &m_model;
    bool m_chosen = false;
    bool m_applying = false;
};

} // namespace Treatybook
