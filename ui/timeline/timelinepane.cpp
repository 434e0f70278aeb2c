#include "ui/timeline/timelinepane.h"

#include "ui/timeline/timelinemodes.h"
#include "ui/timeline/timelineview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace Treatybook {

using namespace Qt::StringLiterals;

TimelinePane::TimelinePane(AgreementTableModel &model, QWidget *parent)
    : QWidget(parent), m_timeline(new TimelineView(model, this)), m_modes(new TimelineModes(*m_timeline))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(buildBar());
    layout->addWidget(m_timeline, 1);
}

QHBoxLayout *TimelinePane::buildBar()
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 4, 8, 4);
    bar->setSpacing(2);
    auto *title = new PlainLabel(tr("Timeline"), this);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    bar->addWidget(title);
    bar->addSpacing(10);
    bar->addWidget(m_modes->makeBar(this));
    bar->addStretch();
    const QHash<QString, Icon> icons{{u"timeline.zoomIn"_s, Icon::ZoomIn},
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
