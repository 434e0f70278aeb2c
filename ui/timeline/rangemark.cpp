#include "ui/timeline/rangemark.h"

#include "domain/rangeterm.h"
#include "ui/timeline/timelineview.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

QColor translucent(QColor color, float strength)
{
    color.setAlphaF(strength);
    return color;
}

} // namespace

RangeMark::RangeMark(TimelineView &timeline) : QWidget(timeline.viewport()), m_timeline(timeline)
{
    setObjectName(u"timeline.range"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
}

void RangeMark::setDays(const std::optional<DayRange> &days)
{
    m_days = days;
    setGeometry(m_timeline.viewport()->rect());
    setVisible(days.has_value());
    update();
}

QRectF RangeMark::place() const
{
    if (!m_days)
        return {};
    const SceneFrame &frame = m_timeline.scene().frame();
    const QRectF chart = frame.chart();
    const double left = std::clamp(frame.x(m_days->earliest), chart.left(), chart.right());
    const double right = std::clamp(frame.x(double(m_days->latest) + 1), chart.left(), chart.right());
    return {left, 0, right - left, chart.bottom()};
}

void RangeMark::paintEvent(QPaintEvent *)
{
    const QRectF range = place();
    if (!m_days || range.isEmpty())
        return;
    const TimelineStyle style = lookOf(palette());
    const SceneFrame &frame = m_timeline.scene().frame();
    const QRectF chart = frame.chart();
    QRectF axis = range, below = range;
    axis.setBottom(chart.top());
    below.setTop(chart.top());
    QPainter painter(this);
    painter.fillRect(axis, translucent(style.accent, 0.28F));
    painter.fillRect(below, translucent(style.accent, 0.09F));
    for (const double x : {range.left(), range.right() - 1})
        painter.fillRect(QRectF(std::round(x), 0, 1, range.height()), style.accent);

    // The days stand in the upper row of the axis, as the as-of day does.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(frame.boldFont());
    const QFontMetricsF metrics(painter.font());
    const QString text = rangeInWords(*m_days, frame.locale);
    const double width = metrics.horizontalAdvance(text) + 16, height = frame.axisHeight / 2 - 3;
    const double x = std::clamp(range.center().x() - width / 2, chart.left() + 2,
                                std::max(chart.left() + 2, chart.right() - width - 2));
    const QRectF pill(x, 2, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.accent);
    painter.drawRoundedRect(pill, height / 2, height / 2);
    painter.setPen(style.onTone);
    painter.drawText(pill, Qt::AlignCenter, text);
}

} // namespace Treatybook
