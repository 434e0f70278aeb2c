#include "ui/timeline/timelinerange.h"

#include "timeline/daysteps.h"
#include "ui/timeline/rangebar.h"
#include "ui/timeline/rangemark.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace Treatybook {

using namespace Qt::StringLiterals;

TimelineRange::TimelineRange(AgreementTableModel &model, TimelineView &timeline, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_timeline(timeline)
    , m_mark(new RangeMark(timeline))
    , m_bar(new RangeBar(timeline.viewport()))
{
    addCommands();
    timeline.installEventFilter(this);
    timeline.viewport()->installEventFilter(this);
    connect(&timeline, &TimelineView::pictureMoved, this, &TimelineRange::follow);
    connect(m_bar, &RangeBar::left, this, &TimelineRange::clear);
    connect(m_bar, &RangeBar::zoomRequested, this, [this] {
        const DayRange days = *marked();
        clear();
        zoomTo(days);
    });
    connect(m_bar, &RangeBar::filterRequested, this, [this](bool certainly) {
        const DayRange days = *marked();
        clear();
        Q_EMIT filterRequested(days, certainly);
    });
}

void TimelineRange::addCommands()
{
    m_zoomToSelection =
        m_timeline.makeAction(u"timeline.zoomToSelection"_s, tr("Zoom to the selected records"),
                              tr("Let the timeline show the whole of the selected records"), {Qt::Key_Z});
    connect(m_zoomToSelection, &QAction::triggered, this, &TimelineRange::zoomToSelection);
    const auto update = [this] { m_zoomToSelection->setEnabled(m_model.session().selection().count() > 0); };
    connect(&m_model.session().selection(), &Selection::changed, this, update);
    update();

    QAction *filter = m_timeline.makeAction(
        u"timeline.filterToWindow"_s, tr("Filter to what the window shows"),
        tr("Show only records that were in force or under way within the days that the timeline shows"), {Qt::Key_F});
    connect(filter, &QAction::triggered, this, [this] {
        const Scale &window = m_timeline.scale();
        const Day last = static_cast<Day>(std::min(double(MaxDay), std::ceil(window.lastDay()) - 1));
        const Day first = window.wholeDayAt(0);
        Q_EMIT filterRequested({first, std::max(first, last)}, false);
    });
}

const std::optional<DayRange> &TimelineRange::marked() const
{
    return m_mark->days();
}

bool TimelineRange::eventFilter(QObject *object, QEvent *event)
{
    if (object == &m_timeline)
        return takesEscape(event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(static_cast<QMouseEvent *>(event));
    case QEvent::MouseMove:
        return drag(static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonRelease:
        return release(static_cast<QMouseEvent *>(event));
    case QEvent::Resize:
        follow();
        return false;
    default:
        return false;
    }
}

bool TimelineRange::press(QMouseEvent *event)
{
    m_timeline.settle();
    const QPointF place = event->position();
    const QRectF chart = m_timeline.scene().frame().chart();
    const bool isOnAxis = place.y() < chart.top() && place.x() >= chart.left();
    const bool isOnPill = m_timeline.asOfRect().adjusted(-2, -2, 2, 2).contains(place.toPoint());
    if (event->button() != Qt::LeftButton || !isOnAxis || isOnPill)
        return false;
    clear();
    m_pressed = place.x();
    return true;
}

bool TimelineRange::drag(QMouseEvent *event)
{
    if (!m_pressed)
        return false;
    const double x = event->position().x();
    m_isDragging = m_isDragging || std::abs(x - *m_pressed) >= QApplication::startDragDistance();
    if (m_isDragging) {
        const bool byDays = event->modifiers() & Qt::AltModifier;
        const TickUnit unit = byDays ? TickUnit::Days : m_timeline.scene().axis().minorUnit;
        m_mark->setDays(wholeSteps(unit, dayAt(*m_pressed), dayAt(x)));
    }
    return true;
}

bool TimelineRange::release(QMouseEvent *event)
{
    if (!m_pressed || event->button() != Qt::LeftButton)
        return false;
    m_pressed.reset();
    if (std::exchange(m_isDragging, false)) {
        m_bar->show();
        follow();
        m_bar->startChoosing();
    }
    return true;
}

bool TimelineRange::takesEscape(QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || !marked() || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return false;
    if (event->type() == QEvent::KeyPress)
        clear();
    event->accept(); // it also clears the search of the window
    return true;
}

Day TimelineRange::dayAt(double x) const
{
    const SceneFrame &frame = m_timeline.scene().frame();
    const QRectF chart = frame.chart();
    return frame.scale.wholeDayAt(std::clamp(x - chart.left(), 0.0, chart.width() - 1));
}

void TimelineRange::zoomTo(const DayRange &days)
{
    m_timeline.setScale(Scale::fitting(days.earliest, days.latest, m_timeline.scale().width()));
}

std::optional<DayRange> TimelineRange::selectedDays() const
{
    std::optional<DayRange> all;
    for (const Slot slot : m_model.session().selection().selected()) {
        const auto own = m_model.store().columns().extent(slot).on(m_timeline.today());
        if (!own || m_model.rowOf(slot) < 0)
            continue;
        all = all ? DayRange{std::min(all->earliest, own->earliest), std::max(all->latest, own->latest)} : *own;
    }
    return all;
}

void TimelineRange::zoomToSelection()
{
    if (const auto days = selectedDays())
        zoomTo(*days);
}

/// Window or size changed: mark and bar go along.
void TimelineRange::follow()
{
    if (!marked())
        return;
    m_mark->setDays(marked());
    if (m_bar->isHidden())
        return;
    m_bar->adjustSize();
    const QRectF chart = m_timeline.scene().frame().chart();
    const double right = std::max(0.0, chart.right() - m_bar->width() - 2);
    const double x =
        std::clamp(m_mark->place().center().x() - m_bar->width() / 2.0, std::min(chart.left() + 2, right), right);
    m_bar->move(qRound(x), qRound(chart.top()) + 6);
    m_bar->raise();
}

void TimelineRange::clear()
{
    m_mark->setDays({});
    if (m_bar->isHidden())
        return;
    if (const QWidget *focused = m_bar->window()->focusWidget(); focused && m_bar->isAncestorOf(focused))
        m_timeline.setFocus(Qt::PopupFocusReason);
    m_bar->hide();
}

} // namespace Treatybook
