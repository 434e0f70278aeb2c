#pragma once

#include <QObject>
#include <QPoint>

QT_FORWARD_DECLARE_CLASS(QListView)
QT_FORWARD_DECLARE_CLASS(QMouseEvent)

namespace Treatybook {

/// Lets the rows of a list be dragged to another place in it with the mouse: a line shows where the row would go, Esc
/// lets it be. Whoever owns the rows moves them.
class RowDrag : public QObject
{
    Q_OBJECT

public:
    /// Child of the list, which has its model.
    explicit RowDrag(QListView *list);

Q_SIGNALS:
    /// The row is to be at that place afterwards.
    void dropped(int from, int to);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    bool drag(const QMouseEvent &event);
    void showPlace(const QPoint &point);
    void stop();

    QListView *m_list;
    QWidget *m_line = nullptr; ///< there while a row is dragged
    QPoint m_start;
    int m_from = -1; ///< the row that was pressed
    int m_gap = 0;   ///< rows above the place where it would go, itself among them
};

} // namespace Treatybook
