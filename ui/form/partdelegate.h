#pragma once

#include "ui/form/partshape.h"

#include <QJsonObject>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QStyledItemDelegate>

namespace Treatybook {

class ColumnInput;
class PartModel;

/// Paints the cells of a part table and makes their editors. What is typed goes into the model at every keystroke; Esc
/// takes it back. An editor that needs more room than its cell lies over the whole row, which grows with it.
class PartDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// What the person wants after an editor was closed.
    enum class Next { Stay, NextCell, PreviousCell, NewItem };

    PartDelegate(PartModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    /// Null if no editor is open.
    ColumnInput *editor() const;
    /// Closes the open editor, keeping what was typed.
    void finish(Next next);

Q_SIGNALS:
    void editorOpened(int row) const;
    /// The open editor wants another height.
    void editorResized(int height) const;
    void finished(int row, Next next) const;

private:
    bool keyPressed(QKeyEvent *event, bool inInput);
    bool hasNextInput() const;
    bool takesKey(const QKeyEvent *event) const;
    void cancel();
    QString told(int row) const;

    PartModel &m_model;
    PartShape m_shape;
    mutable QPointer<ColumnInput> m_editor;
    mutable QPersistentModelIndex m_index; ///< of the open editor
    mutable QJsonObject m_before;          ///< the item as it was; empty: there was none
};

} // namespace Treatybook
