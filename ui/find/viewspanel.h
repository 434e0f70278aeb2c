#pragma once

#include "domain/savedview.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QAction)
QT_FORWARD_DECLARE_CLASS(QListView)
QT_FORWARD_DECLARE_CLASS(QModelIndex)

namespace Treatybook {

class Session;
class ViewListModel;

/// The saved views of a book, above the facets. A click or Enter looks at the book so; F2 renames, dragging, Alt+Up and
/// Alt+Down move, Delete deletes; all of it can be undone.
class ViewsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ViewsPanel(Session &session, QWidget *parent = nullptr);

    ViewListModel &views() const { return *m_views; }
    /// The button beside the heading does it.
    void setSaveAction(QAction *action);
    /// Marks it; -1 none.
    void setCurrent(qsizetype row);
    /// Saves it under a name that is free, which can be changed at once.
    void add(const SavedView &view);

Q_SIGNALS:
    void viewChosen(const Treatybook::SavedView &view);
    /// The view in that row shall become what is shown now.
    void replaceRequested(qsizetype row);
    void failed(const Treatybook::Error &error);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildMenu(bool isWritable);
    void follow();
    void followCurrent();
    void choose(const QModelIndex &index);
    void move(int from, int to);
    void setKeepsDay(bool keeps);
    int row() const;

    ViewListModel *m_views;
    QListView *m_list;
    QWidget *m_heading;
    QAction *m_keepsDay = nullptr; ///< of the current row; none where nothing can be changed
    int m_place = -1;              ///< the current row while the list is made anew
    qsizetype m_current = -1;      ///< the view that is shown
    QString m_renaming;            ///< the view to rename as soon as it is there
};

} // namespace Treatybook
