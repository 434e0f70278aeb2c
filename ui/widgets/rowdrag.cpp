#include "ui/widgets/rowdrag.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QMouseEvent>

namespace Treatybook {

RowDrag::RowDrag(QListView *list) : QObject(list), m_list(list)
{
    list->installEventFilter(this);
    list->viewport()->installEventFilter(this);
    connect(list->model(), &QAbstractItemModel::modelReset, this, &RowDrag::stop); // they are other rows now
}

bool RowDrag::eventFilter(QObject *object, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto *press = static_cast<QMouseEvent *>(event);
        m_start = press->position().toPoint();
        m_from = press->button() == Qt::LeftButton ? m_list->indexAt(m_start).row() : -1;
        return false;
    }
    case QEvent::MouseMove:
        return object == m_list->viewport() && drag(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonRelease: {
        const int from = m_from, to = m_gap > from ? m_gap - 1 : m_gap;
        const bool wasDragged = m_line;
        stop();
        if (wasDragged && to != from)
            Q_EMIT dropped(from, to);
        return wasDragged; // else it would be a click on the row
    }
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
        if (!m_line || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
            return false;
        event->accept();
        if (event->type() == QEvent::KeyPress)
            stop();
        return true;
    case QEvent::FocusOut:
        if (object == m_list)
            stop();
        return false;
    default:
        return false;
    }
}

/// True while a row is dragged.
bool RowDrag::drag(const QMouseEvent &event)
{
    const QPoint point = event.position().toPoint();
    if (m_from < 0 || !(event.buttons() & Qt::LeftButton))
        return false;
    if (!m_line && (point - m_start).manhattanLength() < QApplication::startDragDistance())
        return false;
    showPlace(point);
    return true;
}

void RowDrag::showPlace(const QPoint &point)
{
    if (!m_line) {
        m_line = new QWidget(m_list->viewport());
        m_line->setObjectName(m_list->objectName() + QStringLiteral(".place"));
        m_line->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_line->setAutoFillBackground(true);
        m_line->setPalette(QPalette(lookOf(m_list->palette()).accent));
        m_list->viewport()->setCursor(Qt::ClosedHandCursor);
    }
    const int rows = m_list->model()->rowCount();
    const QModelIndex under = m_list->indexAt(QPoint(0, point.y()));
    if (under.isValid())
        m_gap = under.row() + (point.y() > m_list->visualRect(under).center().y() ? 1 : 0);
    else
        m_gap = point.y() < 0 ? 0 : rows;
    const QModelIndex edge = m_list->model()->index(qMin(m_gap, rows - 1), 0);
    m_list->scrollTo(edge); // of a list with more rows than it shows
    const QRect row = m_list->visualRect(edge);
    constexpr int Thickness = 2; // pixels
    const int top = m_gap < rows ? row.top() : row.bottom() + 1 - Thickness;
    m_line->setGeometry(6, qMax(0, top - 1), m_list->viewport()->width() - 12, Thickness);
    m_line->show();
}

void RowDrag::stop()
{
    m_from = -1;
    if (!m_line)
        return;
    delete m_line;
    m_line = nullptr;
    m_list->viewport()->unsetCursor();
}

} // namespace Treatybook
