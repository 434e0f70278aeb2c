#pragma once

#include "itemmodels/agreementtablemodel.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTableView>

namespace Treatybook {

class AgreementDelegate;
class ColumnMenu;
class TableColumns;
class EmptyNote;

/// The visible records as a table. Its selection is that of the session: what a filter hides stays selected there. A
/// click on a heading sorts, with Shift it adds a key.
class AgreementTable : public QTableView
{
    Q_OBJECT

public:
    explicit AgreementTable(AgreementTableModel &model, QWidget *parent = nullptr);

    /// Records with unsaved text, which are marked.
    void setDrafts(const QSet<QUuid> &drafts);
    /// The selected rows, visible ones in their order, below the headings.
    QList<QStringList> selectedCells() const;
    /// Goes to the next record whose title begins so.
    void keyboardSearch(const QString &letters) override;

    TableColumns &columns() const { return *m_columns; }
    /// Chooses them; also for the menu bar.
    ColumnMenu *columnMenu() const { return m_columnMenu; }
    /// Orders the model, and shows it in the headings.
    void setSort(const QList<SortKey> &keys);

    QSize sizeHint() const override { return {900, 320}; }

Q_SIGNALS:
    /// Enter or double click on the current record.
    void recordActivated();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void sortBy(int column);
    void showSort();
    void reduceSelection();
    void refillSelection();
    void takeSelection();
    void scrollToCurrent();

    AgreementTableModel &m_model;
    AgreementDelegate *m_delegate;
    TableColumns *m_columns;
    ColumnMenu *m_columnMenu;
    EmptyNote *m_empty;
    QString m_typed; ///< to find a title
    QElapsedTimer m_typing;
    bool m_syncing = false; ///< the selection is being set from the session, or a layout change is under way
};

} // namespace Treatybook
