#include "timeline/routes.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace Treatybook {

namespace {

constexpr double Corner = 4, HeadLength = 6, HeadWidth = 6, LineWidth = 1.5;

QPointF towards(QPointF from, QPointF to, double distance)
{
    const QLineF line(from, to);
    return line.length() <= distance ? to : line.pointAt(distance / line.length());
}

/// The line up to the back of its head, with rounded corners.
QPainterPath pathOf(const QPolygonF &points)
{
    QPainterPath path(points.first());
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const QPointF corner = points.at(i);
        const double room =
            std::min(QLineF(points.at(i - 1), corner).length(), QLineF(corner, points.at(i + 1)).length()) / 2;
        path.lineTo(towards(corner, points.at(i - 1), std::min(Corner, room)));
        path.quadTo(corner, towards(corner, points.at(i + 1), std::min(Corner, room)));
    }
    path.lineTo(towards(points.last(), points.at(points.size() - 2), HeadLength - 1));
    return path;
}

QPolygonF headOf(const QPolygonF &points)
{
    const QPointF tip = points.last();
    const QPointF back = towards(tip, points.at(points.size() - 2), HeadLength);
    const QPointF along = (tip - back) / std::max(1.0, QLineF(tip, back).length());
    const QPointF across(-along.y() * HeadWidth / 2, along.x() * HeadWidth / 2);
    return QPolygonF({tip, back + across, back - across});
}

} // namespace

void RelationRoutes::paint(QPainter &painter, const TimelineStyle &style, const QFont &font, int emphasised) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto paintArrow = [&](const RelationRoute &route, double width) {
        const QPainterPath path = pathOf(route.points);
        // A seam of ground shows which of two crossing lines goes on, and parts the arrow from bars.
        for (const QPen &pen : {QPen(style.ground, width + 2), QPen(style.accent, width)}) {
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            painter.drawPath(path);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.accent);
        painter.drawPolygon(headOf(route.points));
    };
    for (int i = 0; i < routes.size(); ++i) {
        if (i != emphasised)
            paintArrow(routes.at(i), LineWidth);
    }
    if (emphasised >= 0 && emphasised < routes.size())
        paintArrow(routes.at(emphasised), LineWidth + 1);

    painter.setFont(font);
    const auto paintLabel = [&](const QRectF &rect, const QString &text) {
        if (rect.isNull())
            return;
        painter.fillRect(rect, style.ground);
        painter.setPen(style.accent);
        painter.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, text);
    };
    for (const RelationRoute &route : routes)
        paintLabel(route.labelRect, route.label);
    paintLabel(hiddenRect, hiddenLabel);
    if (!hiddenRect.isNull()) {
        painter.setPen(QPen(style.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(hiddenRect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
    painter.restore();
}

} // namespace Treatybook
