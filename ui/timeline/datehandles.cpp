#include "ui/timeline/datehandles.h"

#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr double Breadth = 7;   ///< of a handle
constexpr double HitMargin = 3; ///< pixels around it that a hand still hits
constexpr double Narrow = 24;   ///< a bar that has no room for two handles on its ends: they stand beside it
constexpr double Padding = 9;   ///< of the bubble

} // namespace

DateHandles::DateHandles(TimelineView &timeline) : QWidget(timeline.viewport()), m_timeline(timeline)
{
    setObjectName(u"timeline.handles"_s);
    setAccessibleName(tr("Dates that can be dragged"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
}

std::optional<DateHandle> DateHandles::handleOf(Slot slot, BarEnd end) const
{
    auto known = m_known.constFind(slot);
    if (known == m_known.cend()) {
        const AgreementStore &store = m_timeline.model().store();
        const Agreement &record = store.record(slot);
        known = m_known.insert(slot, {dateHandle(record, store.context(slot), BarEnd::Start),
                                      dateHandle(record, store.context(slot), BarEnd::End)});
    }
    return known->at(end == BarEnd::Start ? 0 : 1);
}

QList<DateHandles::Placed> DateHandles::placed() const
{
    const SceneFrame &frame = m_timeline.scene().frame();
    const QRectF chart = frame.chart();
    QList<Placed> all;
    for (const SceneRow &row : m_timeline.scene().rows()) {
        if (row.shape == RowShape::None)
            continue;
        const QRectF bar = row.bar.isNull() ? row.signs() : row.bar;
        for (const BarEnd end : {BarEnd::Start, BarEnd::End}) {
            const auto handle = handleOf(row.slot, end);
            const bool isSign = row.shape == RowShape::Diamond;
            if (!handle || (isSign && !handle->isWhole)) // too short to tell its ends: zoom in
                continue;
            const bool isStart = end == BarEnd::Start;
            const double x = frame.x(isStart ? handle->edge : handle->edge + 1.0);
            const double outwards = isSign                 ? bar.width() / 2 + Breadth / 2 + 1
                                    : bar.width() < Narrow ? Breadth / 2 + 1
                                                           : 0;
            const double centre = (isSign ? bar.center().x() : x) + (isStart ? -outwards : outwards);
            if (centre < chart.left() || centre > chart.right())
                continue;
            all.append(
                {row.slot, *handle, QRectF(centre - Breadth / 2, bar.top() - 2, Breadth, bar.height() + 4), bar});
        }
    }
    return all;
}

std::optional<DateHandles::Placed> DateHandles::at(QPointF place) const
{
    std::optional<Placed> nearest;
    for (const Placed &handle : placed()) {
        const auto distance = [&](const Placed &other) { return std::abs(other.rect.center().x() - place.x()); };
        if (handle.rect.adjusted(-HitMargin, -1, HitMargin, 1).contains(place) &&
            (!nearest || distance(handle) < distance(*nearest)))
            nearest = handle;
    }
    return nearest;
}

void DateHandles::setPreview(const std::optional<Preview> &preview)
{
    m_preview = preview;
    setAccessibleDescription(preview ? preview->text : QString());
    update();
}

QRectF DateHandles::bubble() const
{
    if (!m_preview)
        return {};
    const QRectF chart = m_timeline.scene().frame().chart();
    const QFontMetricsF metrics(font());
    const QSizeF text = metrics
                            .boundingRect(QRectF(0, 0, std::max(80.0, chart.width() - 2 * Padding), 400),
                                          Qt::TextWordWrap, m_preview->text)
                            .size();
    const double width = std::ceil(text.width()) + 2 * Padding, height = std::ceil(text.height()) + Padding;
    const QRectF bar = m_preview->at.bar;
    const double x = std::clamp(m_preview->at.rect.center().x() - width / 2, chart.left() + 2,
                                std::max(chart.left() + 2, chart.right() - width - 2));
    const double above = bar.top() - height - 8;
    return {x, above >= chart.top() ? above : bar.bottom() + 8, width, height};
}

void DateHandles::paintEvent(QPaintEvent *)
{
    const TimelineStyle style = lookOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(m_timeline.scene().frame().chart());
    for (const Placed &handle : placed()) {
        painter.setPen(QPen(style.accent, 1.4));
        painter.setBrush(style.ground);
        painter.drawRoundedRect(handle.rect, 2.5, 2.5);
        const QPointF centre = handle.rect.center();
        painter.drawLine(QPointF(centre.x(), centre.y() - 3), QPointF(centre.x(), centre.y() + 3));
    }
    painter.restore();
    if (m_preview)
        paintPreview(painter, style);
}

/// The bar as it would be, by the same rules as all bars.
void DateHandles::paintPreview(QPainter &painter, const TimelineStyle &style) const
{
    const SceneFrame &frame = m_timeline.scene().frame();
    const QRectF chart = frame.chart();
    const Span span = spanOf(m_preview->after, m_timeline.model().store().context(m_preview->at.slot));
    const QRectF bar = m_preview->at.bar;
    if (span.start.earliest != NoDay) {
        const double left = std::clamp(frame.x(span.start.earliest), chart.left() - 10, chart.right() + 10);
        const double right = span.end.latest == NoDay
                                 ? bar.right()
                                 : std::clamp(frame.x(span.end.latest + 1.0), chart.left() - 10, chart.right() + 10);
        painter.save();
        painter.setClipRect(chart);
        QPen pen(style.accent, 1.6);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        QColor tint = style.accent;
        tint.setAlphaF(0.14F);
        painter.setBrush(tint);
        painter.drawRoundedRect(QRectF(left, bar.top() - 1, std::max(3.0, right - left), bar.height() + 2), 3, 3);
        painter.restore();
    }
    const QRectF place = bubble();
    painter.setPen(QPen(style.accent, 1));
    painter.setBrush(style.ground);
    painter.drawRoundedRect(place, 6, 6);
    painter.setPen(style.text);
    painter.setFont(font());
    painter.drawText(place, Qt::AlignCenter | Qt::TextWordWrap, m_preview->text);
}

} // namespace Treatybook
