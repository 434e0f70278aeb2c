#pragma once

#include "ui/timeline/windowhistory.h"

#include <QObject>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QAction)

namespace Treatybook {

class TimelineView;

/// Back and forward through the windows of a timeline, as commands of the view.
class WindowCommands : public QObject
{
    Q_OBJECT

public:
    /// Milliseconds, see WindowHistory.
    using Clock = std::function<qint64()>;

    explicit WindowCommands(TimelineView &timeline, QObject *parent);
    /// For tests; the system's otherwise.
    QList<QAction *> actions() const { return {m_back, m_forward}; }
    void setClock(const Clock &clock) { m_clock = clock; }

private:
    void note(WindowMove move);
    void show(const std::optional<Scale> &window);
    void update();

    TimelineView &m_timeline;
    Clock m_clock;
    WindowHistory m_history;
    QAction *m_back;
    QAction *m_forward;
    bool m_isGoing = false; ///< the change of the window comes from here
};

} // namespace Treatybook
