#include "timeline/grouppainter.h"

#include "timeline/crisp.h"
#include "timeline/glyphs.h"

#include <QPainter>

namespace Treatybook {

void GroupPainter::paintHeads(QPainter &painter) const
{
    if (m_scene.groups().isEmpty())
        return;
    const QRectF under(0, m_chart.top(), m_frame.size.width(), m_chart.height());
    painter.save();
    painter.setClipRect(under, Qt::IntersectClip);
    const bool hasGutter = m_frame.gutterWidth > 0;
    if (hasGutter)
        painter.fillRect(QRectF(0, m_chart.top(), m_chart.left(), m_chart.height()), m_style.band);
    for (const SceneGroup &group : m_scene.groups()) {
        if (!hasGutter)
            painter.fillRect(group.head, m_style.band);
        painter.setPen(QPen(m_style.line, 1));
        painter.drawLine(QPointF(0, crisp(group.band.bottom() - 1)),
                         QPointF(hasGutter ? m_chart.left() : under.right(), crisp(group.band.bottom() - 1)));
        paintHead(painter, group);
    }
    if (hasGutter) {
        painter.setPen(QPen(m_style.line, 1));
        painter.drawLine(QPointF(crisp(m_chart.left() - 1), m_chart.top()),
                         QPointF(crisp(m_chart.left() - 1), m_chart.bottom()));
    }
    painter.restore();
}

void GroupPainter::paintHead(QPainter &painter, const SceneGroup &group) const
{
    constexpr double indent = 24;
    const QFontMetricsF &bold = m_frame.fonts().boldText.metrics(), &small = m_frame.fonts().smallText.metrics();
    // Name and count below each other where there is room, else side by side.
    const double lines = bold.height() + small.height();
    const bool isTall = group.head.height() >= lines && m_frame.gutterWidth > 0;
    const QRectF text = group.head.adjusted(indent, 0, -6, 0);
    const double top = isTall ? text.top() + (text.height() - lines) / 2 : text.top();
    const double height = isTall ? bold.height() : text.height();

    painter.setPen(QPen(m_style.dim, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF centre(13, top + height / 2);
    painter.drawPolyline(group.shape == BlockShape::Collapsed
                             ? QPolygonF({centre + QPointF(-2, -4), centre + QPointF(2, 0), centre + QPointF(-2, 4)})
                             : QPolygonF({centre + QPointF(-4, -2), centre + QPointF(0, 2), centre + QPointF(4, -2)}));
    painter.setFont(m_frame.boldFont());
    painter.setPen(m_style.text);
    painter.drawText(QRectF(text.left(), top, text.width(), height), Qt::AlignVCenter | Qt::TextDontClip, group.label);
    painter.setFont(m_frame.smallFont());
    painter.setPen(m_style.dim);
    if (isTall)
        painter.drawText(QRectF(text.left(), top + height, text.width(), small.height()), Qt::AlignVCenter,
                         group.count);
    else if (bold.horizontalAdvance(group.label) + small.horizontalAdvance(group.count) + 12 < text.width())
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, group.count);
}

void GroupPainter::paintStrips(QPainter &painter) const
{
    for (const SceneGroup &group : m_scene.groups()) {
        if (group.density)
            group.density->paint(painter, m_style);
        if (group.heat)
            group.heat->paint(painter, m_style.accent, m_style);
    }
}

void GroupPainter::paintBadges(QPainter &painter) const
{
    for (const SceneGroup &group : m_scene.groups()) {
        for (const SceneBadge &badge : group.badges)
            Glyphs::paintBadge(painter, badge.rect, badge.text, m_frame.boldFont(), m_style);
    }
}

} // namespace Treatybook
