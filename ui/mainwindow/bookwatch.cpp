#include "ui/mainwindow/bookwatch.h"

#include <QFileInfo>
#include <QSet>

namespace Treatybook {

BookWatch::BookWatch(const QString &path, QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(350);
    connect(&m_pause, &QTimer::timeout, this, &BookWatch::stirred);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (!m_pause.isActive())
            m_pause.start();
    });
    // Of the link and of what it leads to.
    const QSet<QString> folders{QFileInfo(path).absolutePath(), QFileInfo(QFileInfo(path).canonicalFilePath()).path()};
    m_watcher.addPaths(folders.values());
}

} // namespace Treatybook
