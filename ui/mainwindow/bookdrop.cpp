#include "ui/mainwindow/bookdrop.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace Treatybook {

using namespace Qt::StringLiterals;

BookDrop::BookDrop(QWidget &window) : QObject(&window)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

QString BookDrop::bookOf(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const QString path = urls.first().toLocalFile();
    return path.endsWith(".treatybook"_L1, Qt::CaseInsensitive) ? path : QString();
}

bool BookDrop::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event); // a QDragEnterEvent is one too
    const QString path = bookOf(drop->mimeData());
    if (path.isEmpty())
        return QObject::eventFilter(watched, event);
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop) // the source waits for its answer: first that, then the book
        QMetaObject::invokeMethod(this, [this, path] { Q_EMIT bookRequested(path); }, Qt::QueuedConnection);
    return true;
}

} // namespace Treatybook
