#include "ui/timeline/timelineoverview.h"

#include "domain/rangeterm.h"
#include "ui/timeline/timelineview.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr double BarHeight = 28;
constexpr double Gap = 4;        ///< pixels above the bars
constexpr double LeastBar = 2;   ///< pixels: one of ten thousand is seen
constexpr double KeyStep = 0.15; ///< of the window, as in the timeline

} // namespace

TimelineOverview::TimelineOverview(AgreementTableModel &model, TimelineView &timeline, QWidget *parent)
    : QWidget(parent), m_model(model), m_timeline(timeline)
{
    setObjectName(u"timeline.overview"_s);
    setAccessibleName(tr("Overview of the timeline"));
    setToolTip(tr("All records that are shown, and how many begin when.\n"
                  "Drag the frame or its handles, click where to go, turn the wheel to zoom, double click to fit."));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_nextFrame.setSingleShot(true);
    m_nextFrame.setInterval(16);
    connect(&m_nextFrame, &QTimer::timeout, this, &TimelineOverview::tellWindow);
    connectModel();
}

void TimelineOverview::connectModel()
{
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &TimelineOverview::recount);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TimelineOverview::recount);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &TimelineOverview::recount);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &TimelineOverview::recount);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &TimelineOverview::recount);
    connect(&m_timeline, &TimelineView::windowChanged, this, [this] {
        if (!m_nextFrame.isActive())
            m_nextFrame.start();
    });
}

/// With the next frame: the table shows first what somebody types.
void TimelineOverview::recount()
{
    m_countedOn = NoDay;
    if (!m_nextFrame.isActive())
        m_nextFrame.start();
}

void TimelineOverview::tellWindow()
{
    update();
    const Scale &window = m_timeline.scale();
    const DayRange days{window.wholeDayAt(0), window.wholeDayAt(window.width())};
    setAccessibleDescription(
        //: %1 is a range of days
        tr("The timeline shows %1. Left and Right move it, plus and minus zoom, Home and End go to the first and the "
           "last records, Ctrl with Left and Right moves where it begins, Shift where it ends.")
            .arg(rangeInWords(days, m_model.locale())));
}

const Overview &TimelineOverview::overview() const
{
    const Day today = m_timeline.today();
    if (m_countedOn != today || m_overview.scale().width() != std::max(1, width())) {
        m_overview = Overview(m_model.store().columns(), m_model.visibleSlots(), today, width());
        m_countedOn = today;
    }
    return m_overview;
}

OverviewFrame TimelineOverview::frame() const
{
    return OverviewFrame(overview().scale(), m_timeline.scale());
}

QFont TimelineOverview::smallFont() const
{
    return SceneFrame::suited(size(), font()).smallFont();
}

QRectF TimelineOverview::barArea() const
{
    return {0, 1 + Gap, double(width()), BarHeight};
}

QSize TimelineOverview::sizeHint() const
{
    const double labels = std::ceil(QFontMetricsF(smallFont()).height());
    return {400, qCeil(1 + 2 * Gap + BarHeight + labels + 2)};
}

void TimelineOverview::paintEvent(QPaintEvent *)
{
    const TimelineStyle style = lookOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), style.band);
    painter.fillRect(QRectF(0, 0, width(), 1), style.line);
    const OverviewFrame window = frame();
    const QRectF area = barArea();
    painter.fillRect(QRectF(window.left, area.top(), window.right - window.left, area.height()),
                     style.blend(style.accent, 0.14));
    paintBars(painter, style);
    paintLabels(painter, style);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter, style);
}

void TimelineOverview::paintBars(QPainter &painter, const TimelineStyle &style) const
{
    const QRectF area = barArea();
    const double unit = (area.height() - 3) / std::max(1, overview().most());
    for (const OverviewBar &bar : overview().bars()) {
        const double gap = bar.right - bar.left > 3 ? 1 : 0;
        const double height = std::max(LeastBar, bar.count() * unit);
        const QRectF all(bar.left, area.bottom() - height, std::max(1.0, bar.right - bar.left - gap), height);
        QRectF instruments = all;
        instruments.setTop(all.bottom() - height * bar.instruments / bar.count());
        painter.fillRect(all, style.tone(Tone::Event));
        painter.fillRect(instruments, style.blend(style.accent, 0.7));
    }
}

void TimelineOverview::paintLabels(QPainter &painter, const TimelineStyle &style) const
{
    const double bottom = barArea().bottom();
    painter.fillRect(QRectF(0, bottom, width(), 1), style.line);
    painter.setFont(smallFont());
    painter.setPen(style.dim);
    const QFontMetricsF metrics(painter.font());
    for (const Tick &label : overview().labels(metrics, m_model.locale())) {
        painter.fillRect(QRectF(std::round(label.x), bottom, 1, Gap), style.dim);
        painter.drawText(QPointF(label.labelX, bottom + Gap + metrics.ascent()), label.label);
    }
}

void TimelineOverview::paintFrame(QPainter &painter, const TimelineStyle &style) const
{
    const OverviewFrame window = frame();
    const QRectF area = barArea();
    const bool isMarked = hasFocus();
    const double pen = isMarked ? 2 : 1;
    const QRectF frame(window.left, area.top() - 1, window.right - window.left, area.height() + 2);
    painter.setPen(QPen(style.accent, pen));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2));
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.accent);
    for (const double x : {window.left, window.right}) {
        const double inside = std::clamp(x, 2.5, std::max(2.5, width() - 2.5));
        painter.drawRoundedRect(QRectF(inside - 2.5, frame.center().y() - 7, 5, 14), 2, 2);
    }
    if (isMarked) { // round the whole, as of any other input
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style.accent, 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

bool TimelineOverview::event(QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

void TimelineOverview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

void TimelineOverview::move(const Scale &window, WindowMove how)
{
    m_timeline.setScale(window, how);
    update();
}

void TimelineOverview::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const OverviewFrame window = frame();
    m_pressed = event->position().x();
    m_dragged = window.partAt(m_pressed);
    if (m_dragged == Part::Outside) {
        move(m_timeline.scale().centred(overview().scale().dayAt(m_pressed)), WindowMove::Step);
        m_dragged = Part::Inside;
    }
    m_windowBefore = m_timeline.scale();
    m_grip = m_pressed - (m_dragged == Part::First ? window.left : window.right);
    showCursor(m_pressed);
}

void TimelineOverview::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    if (!(event->buttons() & Qt::LeftButton) || x == m_pressed)
        return showCursor(x);
    const Scale &strip = overview().scale();
    if (m_dragged == Part::First)
        move(withFirstDay(m_windowBefore, strip.dayAt(x - m_grip)));
    else if (m_dragged == Part::Last)
        move(withLastDay(m_windowBefore, strip.dayAt(x - m_grip)));
    else if (m_dragged == Part::Inside)
        move(m_windowBefore.panned((x - m_pressed) / strip.pixelsPerDay() * m_windowBefore.pixelsPerDay()));
}

void TimelineOverview::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragged = Part::Outside;
    showCursor(event->position().x());
}

void TimelineOverview::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_timeline.fit();
}

void TimelineOverview::showCursor(double x)
{
    const Part part = m_dragged != Part::Outside ? m_dragged : frame().partAt(x);
    const bool isHandle = part == Part::First || part == Part::Last;
    setCursor(isHandle                    ? Qt::SizeHorCursor
              : part == Part::Outside     ? Qt::ArrowCursor
              : m_dragged == Part::Inside ? Qt::ClosedHandCursor
                                          : Qt::OpenHandCursor);
}

void TimelineOverview::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const QPoint turned = event->angleDelta();
    const double steps = (turned.y() != 0 ? turned.y() : turned.x()) / 120.0;
    const Scale &window = m_timeline.scale();
    if (event->modifiers() & Qt::ShiftModifier)
        return move(window.panned(-steps * 0.1 * window.width()));
    const double x = window.x(overview().scale().dayAt(event->position().x()));
    move(window.zoomed(std::pow(1.25, steps), x >= 0 && x <= window.width() ? x : window.width() / 2));
}

bool TimelineOverview::stepBy(int key, Qt::KeyboardModifiers modifiers)
{
    const Scale &window = m_timeline.scale();
    const double days = (window.lastDay() - window.firstDay()) * KeyStep * (key == Qt::Key_Left ? -1 : 1);
    const Qt::KeyboardModifiers pressed = modifiers & ~Qt::KeypadModifier;
    if (pressed == Qt::NoModifier)
        move(window.panned(days * window.pixelsPerDay()));
    else if (pressed == Qt::ShiftModifier)
        move(withLastDay(window, window.lastDay() + days));
    else if (pressed == Qt::ControlModifier)
        move(withFirstDay(window, window.firstDay() + days));
    else
        return false;
    return true;
}

void TimelineOverview::keyPressEvent(QKeyEvent *event)
{
    const Scale &window = m_timeline.scale();
    const DayRange extent = overview().extent().value_or(DayRange{m_timeline.today(), m_timeline.today()});
    const double half = (window.lastDay() - window.firstDay()) / 2;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (stepBy(event->key(), event->modifiers()))
            return;
        break;
    case Qt::Key_Home:
        return move(window.centred(extent.earliest + half), WindowMove::Step);
    case Qt::Key_End:
        return move(window.centred(extent.latest + 1 - half), WindowMove::Step);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return move(window.zoomed(1.5, window.width() / 2));
    case Qt::Key_Minus:
        return move(window.zoomed(1 / 1.5, window.width() / 2));
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace Treatybook
