#include "timeline/glyphs.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace Treatybook::Glyphs {

namespace {

QRectF square(QPointF centre, double size)
{
    return {centre.x() - size / 2, centre.y() - size / 2, size, size};
}

QPolygonF diamond(QPointF centre, double size)
{
    const double half = size / 2;
    return QPolygonF(
        {centre + QPointF(0, -half), centre + QPointF(half, 0), centre + QPointF(0, half), centre + QPointF(-half, 0)});
}

} // namespace

void paintTone(QPainter &painter, QPointF centre, double size, Tone tone, const TimelineStyle &style)
{
    paintTone(painter, centre, size, tone, style.tone(tone));
}

void paintTone(QPainter &painter, QPointF centre, double size, Tone tone, const QColor &color)
{
    const double line = size * 0.17;
    const QRectF ring = square(centre, size - line);
    painter.setPen(QPen(color, line));
    painter.setBrush(Qt::NoBrush);
    switch (tone) {
    case Tone::InForce:
        painter.setBrush(color);
        painter.drawEllipse(ring);
        break;
    case Tone::Signed:
        painter.drawEllipse(ring);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(square(centre, size * 0.4));
        break;
    case Tone::Pending:
        painter.setPen(QPen(color, line, Qt::CustomDashLine, Qt::FlatCap));
        {
            QPen dashes = painter.pen();
            dashes.setDashPattern({1.4, 1.3});
            painter.setPen(dashes);
        }
        painter.drawEllipse(ring);
        break;
    case Tone::Act:
        painter.drawEllipse(ring);
        painter.setBrush(color);
        painter.drawPie(ring, 90 * 16, 180 * 16);
        break;
    case Tone::Suspended:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRect(QRectF(centre.x() - size * 0.38, centre.y() - size / 2, size * 0.26, size));
        painter.drawRect(QRectF(centre.x() + size * 0.12, centre.y() - size / 2, size * 0.26, size));
        break;
    case Tone::Over:
        painter.drawEllipse(ring);
        break;
    case Tone::Unknown: {
        QFont font = painter.font();
        font.setPixelSize(qMax(1, qRound(size * 1.25)));
        font.setBold(true);
        painter.save();
        painter.setFont(font);
        painter.drawText(square(centre, size * 2), Qt::AlignCenter, QStringLiteral("?"));
        painter.restore();
        break;
    }
    case Tone::Event:
        paintDiamond(painter, centre, size * 1.15, color);
        break;
    }
}

void paintCategory(QPainter &painter, QPointF centre, double size, int category, const QColor &color)
{
    const double half = size / 2;
    const auto at = [&](double x, double y) { return centre + QPointF(x, y) * half; };
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (category) {
    case 0:
        painter.drawEllipse(square(centre, size));
        break;
    case 1:
        painter.drawRect(square(centre, size * 0.88));
        break;
    case 2:
        painter.drawPolygon(QPolygonF({at(0, -1), at(1.05, 0.9), at(-1.05, 0.9)}));
        break;
    case 3:
        painter.drawPolygon(diamond(centre, size * 1.2));
        break;
    case 4: // a cross
        painter.drawRect(QRectF(at(-1, -0.32), at(1, 0.32)));
        painter.drawRect(QRectF(at(-0.32, -1), at(0.32, 1)));
        break;
    case 5: // a ring
        painter.setPen(QPen(color, size * 0.24));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(square(centre, size * 0.76));
        break;
    case 6: // two bars
        painter.drawRect(QRectF(at(-1, -0.8), at(1, -0.2)));
        painter.drawRect(QRectF(at(-1, 0.25), at(1, 0.85)));
        break;
    case 7: { // a star
        QPolygonF star;
        for (int i = 0; i < 10; ++i) {
            const double angle = std::numbers::pi * i / 5, reach = i % 2 ? 0.46 : 1.15;
            star.append(at(reach * std::sin(angle), -reach * std::cos(angle)));
        }
        painter.drawPolygon(star);
        break;
    }
    default:
        painter.drawEllipse(square(centre, size * 0.45));
        break;
    }
}

void paintStack(QPainter &painter, QPointF centre, double size, const QColor &color, const QColor &ground)
{
    const double side = size * 0.66, shift = size * 0.17;
    painter.setPen(QPen(color, std::max(1.0, size * 0.12)));
    painter.setBrush(ground);
    painter.drawRect(square(centre + QPointF(shift, -shift), side));
    painter.setBrush(color);
    painter.drawRect(square(centre + QPointF(-shift, shift), side));
}

void paintBadge(QPainter &painter, const QRectF &pill, const QString &text, const QFont &font,
                const TimelineStyle &style)
{
    const QRectF box = pill.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(style.dim, 1));
    painter.setBrush(style.ground);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setPen(style.text);
    painter.setFont(font);
    painter.drawText(pill, Qt::AlignCenter | Qt::TextDontClip, text);
}

void paintGoesOn(QPainter &painter, QPointF tip, const QColor &color)
{
    painter.setPen(QPen(color, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({tip + QPointF(-4, -4.5), tip, tip + QPointF(-4, 4.5)}));
}

void paintPoint(QPainter &painter, QPointF centre, double size, PointKind kind, const QColor &color,
                const QColor &ground)
{
    painter.setPen(QPen(color, size * 0.22));
    painter.setBrush(ground);
    const QRectF box = square(centre, size * 0.8);
    switch (kind) {
    case PointKind::Signature:
        painter.drawEllipse(box);
        break;
    case PointKind::Consent:
        painter.drawRect(square(centre, size * 0.72));
        break;
    case PointKind::Entry:
        painter.setPen(QPen(ground, 1));
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF({centre + QPointF(-size * 0.55, size / 2),
                                       centre + QPointF(size * 0.55, size / 2), centre + QPointF(0, -size * 0.55)}));
        break;
    case PointKind::Delivery:
        painter.setPen(QPen(ground, 1));
        painter.setBrush(color);
        painter.drawEllipse(square(centre, size * 0.95));
        break;
    case PointKind::Ending: {
        const QRectF cross = square(centre, size * 0.66);
        for (const QPen &pen : {QPen(ground, size * 0.5), QPen(color, size * 0.24)}) {
            painter.setPen(pen);
            painter.drawLine(cross.topLeft(), cross.bottomRight());
            painter.drawLine(cross.bottomLeft(), cross.topRight());
        }
        break;
    }
    case PointKind::Other:
        painter.setPen(QPen(color, size * 0.18));
        painter.drawPolygon(diamond(centre, size * 0.9));
        break;
    }
}

void paintDiamond(QPainter &painter, QPointF centre, double size, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(diamond(centre, size));
}

} // namespace Treatybook::Glyphs
