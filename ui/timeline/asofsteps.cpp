#include "ui/timeline/asofsteps.h"

#include "timeline/daysteps.h"
#include "ui/timeline/timelineview.h"

#include <QAction>

namespace Treatybook {

using namespace Qt::StringLiterals;

AsOfSteps::AsOfSteps(const AgreementTableModel &model, TimelineView &timeline, QObject *parent)
    : QObject(parent), m_model(model), m_timeline(timeline)
{
    const auto add = [this](const QString &name, const QString &text, const QString &tip, QKeySequence keys,
                            const std::function<Day()> &day) {
        QAction *action = m_timeline.makeAction(name, text, tip, {keys});
        connect(action, &QAction::triggered, this, [this, day] { request(day()); });
    };
    const auto step = [this] { return m_timeline.scene().axis().minorUnit; };
    add(u"timeline.asOfStepBack"_s, tr("As of a step earlier"), tr("Move the as-of day to the line of the axis before"),
        Qt::Key_BracketLeft, [=, this] { return dayBefore(step(), m_model.asOf()); });
    add(u"timeline.asOfStepOn"_s, tr("As of a step later"), tr("Move the as-of day to the next line of the axis"),
        Qt::Key_BracketRight, [=, this] { return dayAfter(step(), m_model.asOf()); });
    add(u"timeline.asOfDayBack"_s, tr("As of the day before"), tr("Move the as-of day to the day before"),
        Qt::CTRL | Qt::Key_BracketLeft, [this] { return dayBefore(TickUnit::Days, m_model.asOf()); });
    add(u"timeline.asOfDayOn"_s, tr("As of the day after"), tr("Move the as-of day to the day after"),
        Qt::CTRL | Qt::Key_BracketRight, [this] { return dayAfter(TickUnit::Days, m_model.asOf()); });
}

void AsOfSteps::request(Day day)
{
    const Scale &window = m_timeline.scale();
    if (day < window.firstDay() || day + 1 > window.lastDay())
        m_timeline.setScale(window.centred(day + 0.5), WindowMove::Glide);
    Q_EMIT m_timeline.asOfRequested(day);
}

} // namespace Treatybook
