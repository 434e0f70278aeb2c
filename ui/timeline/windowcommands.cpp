#include "ui/timeline/windowcommands.h"

#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QElapsedTimer>

namespace Treatybook {

using namespace Qt::StringLiterals;

WindowCommands::WindowCommands(TimelineView &timeline, QObject *parent)
    : QObject(parent)
    , m_timeline(timeline)
    , m_back(timeline.makeAction(u"timeline.back"_s, tr("Back"), tr("Show what the timeline showed before"),
                                 {Qt::ALT | Qt::Key_Left}))
    , m_forward(timeline.makeAction(u"timeline.forward"_s, tr("Forward"), tr("Show again what you went back from"),
                                    {Qt::ALT | Qt::Key_Right}))
{
    for (QAction *action : actions())
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QElapsedTimer timer;
    timer.start();
    m_clock = [timer] { return timer.elapsed(); };
    connect(&timeline, &TimelineView::windowChanged, this, &WindowCommands::note);
    connect(m_back, &QAction::triggered, this, [this] { show(m_history.goBack(m_timeline.scale().width())); });
    connect(m_forward, &QAction::triggered, this, [this] { show(m_history.goForward(m_timeline.scale().width())); });
    m_history.note(timeline.scale(), WindowMove::Follow, m_clock());
    update();
}

void WindowCommands::note(WindowMove move)
{
    if (m_isGoing)
        return;
    m_history.note(m_timeline.scale(), move, m_clock());
    update();
}

void WindowCommands::show(const std::optional<Scale> &window)
{
    m_isGoing = true;
    if (window)
        m_timeline.setScale(*window);
    m_isGoing = false;
    update();
}

void WindowCommands::update()
{
    m_back->setEnabled(m_history.canGoBack());
    m_forward->setEnabled(m_history.canGoForward());
}

} // namespace Treatybook
