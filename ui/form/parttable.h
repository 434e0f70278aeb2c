#pragma once

#include "ui/form/partdelegate.h"

#include <QTableView>

namespace Treatybook {

class PartModel;

/// The items of a part as a small table, edited in place. It is as high as its rows, up to a limit; the wheel scrolls
/// it only while it has the focus. Tab leaves it, and goes from cell to cell while one edits.
class PartTable : public QTableView
{
    Q_OBJECT

public:
    explicit PartTable(PartModel &model, QWidget *parent = nullptr);

    /// Opens the empty row at the end.
    void addItem();
    void removeCurrent();
    void moveCurrent(int step);
    /// Closes an open editor and keeps what was typed.
    void finishEditing() { m_delegate->finish(PartDelegate::Next::Stay); }
    /// Columns for the room there is; after the content changed.
    void fitColumns();
    /// The row of an item; -1 if there is none or the new row is current.
    int currentItem() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    /// Another record was pressed.
    void recordRequested(const QUuid &id);
    void currentItemChanged();
    void detailsRequested();

protected:
    bool event(QEvent *event) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    enum class Command { None, Edit, Add, Remove, Up, Down, Details, Toggle, Open, Undo, Redo };

    Command commandOf(const QKeyEvent *event) const;
    void finished(int row, PartDelegate::Next next);
    bool editNextTo(const QModelIndex &index, bool forward);
    void setTall(int row, int height);
    void openLink(const QModelIndex &index);
    bool isLink(const QModelIndex &index) const;

    PartModel &m_model;
    PartShape m_shape;
    PartDelegate *m_delegate;
    int m_tallRow = -1; ///< that is edited
};

} // namespace Treatybook
