#pragma once

#include <QFileSystemWatcher>
#include <QTimer>

namespace Treatybook {

/// Says a moment after something happened in the folder of a file, at most three times a second: our own journals come
/// and go there too. Never opens the file.
class BookWatch : public QObject
{
    Q_OBJECT

public:
    explicit BookWatch(const QString &path, QObject *parent = nullptr);

Q_SIGNALS:
    void stirred();

private:
    QFileSystemWatcher m_watcher;
    QTimer m_pause;
};

} // namespace Treatybook
