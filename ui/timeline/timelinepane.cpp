#include "ui/timeline/timelinepane.h"

#include "ui/timeline/asofsteps.h"
#include "ui/timeline/dateediting.h"
#include "ui/timeline/timelinemodes.h"
#include "ui/timeline/timelineoverview.h"
#include "ui/timeline/timelinerange.h"
#include "ui/timeline/timelineview.h"
#include "ui/timeline/undatedtray.h"
#include "ui/timeline/windowcommands.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace Treatybook {

using namespace Qt::StringLiterals;

static constexpr int Roomy = 640; ///< pixels from which on the tray has room for words
static constexpr int Wide = 880;  ///< … and the bar for a title

TimelinePane::TimelinePane(AgreementTableModel &model, QWidget *parent)
    : QWidget(parent)
    , m_timeline(new TimelineView(model, this))
    , m_modes(new TimelineModes(*m_timeline))
    , m_overview(new TimelineOverview(model, *m_timeline, this))
    , m_tray(new UndatedTray(model, this))
    , m_windows(new WindowCommands(*m_timeline, this))
{
    new AsOfSteps(model, *m_timeline, this);
    auto *dates = new DateEditing(model, *m_timeline, this); // before the ranges, whose Esc comes first
    connect(dates, &DateEditing::failed, this, &TimelinePane::failed);
    auto *range = new TimelineRange(model, *m_timeline, this);
    connect(range, &TimelineRange::filterRequested, this, &TimelinePane::filterRequested);
    for (QAction *action : m_windows->actions()) // for the overview as well
        addAction(action);
    setTabOrder(m_timeline, m_tray);
    setTabOrder(m_tray, m_overview);

    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(buildBar());
    layout->addWidget(dates->makeBand(this));
    layout->addWidget(m_timeline, 1);
    auto *strip = new QHBoxLayout;
    strip->setSpacing(0);
    strip->addWidget(m_tray);
    strip->addWidget(m_overview, 1);
    layout->addLayout(strip);
}

void TimelinePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_tray->setCompact(width() < Roomy);
    m_title->setVisible(width() >= Wide);
    m_modes->setRoom(width());
}

QHBoxLayout *TimelinePane::buildBar()
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 4, 8, 4);
    bar->setSpacing(2);
    m_title = new PlainLabel(tr("Timeline"), this);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->hide(); // until there is room
    bar->addWidget(m_title);
    bar->addSpacing(8);
    bar->addWidget(m_modes->makeBar(this));
    bar->addStretch();
    const QHash<QString, Icon> icons{{u"timeline.edit"_s, Icon::Edit},
                                     {u"timeline.zoomIn"_s, Icon::ZoomIn},
                                     {u"timeline.zoomOut"_s, Icon::ZoomOut},
                                     {u"timeline.fit"_s, Icon::Fit},
                                     {u"timeline.today"_s, Icon::Today}};
    for (QAction *action : m_timeline->actions()) {
        const auto sign = icons.constFind(action->objectName());
        if (sign == icons.constEnd())
            continue;
        action->setIcon(icon(*sign));
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        bar->addWidget(button);
    }
    return bar;
}

} // namespace Treatybook
