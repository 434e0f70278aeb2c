#pragma once

#include "timeline/item.h"

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace Treatybook {

/// The signs that make colours readable without seeing them. All are drawn into a square about `centre`.
namespace Glyphs {

/// Beside a title: what the status is.
void paintTone(QPainter &painter, QPointF centre, double size, Tone tone, const TimelineStyle &style);
/// The same in a colour that stands out from what is under it.
void paintTone(QPainter &painter, QPointF centre, double size, Tone tone, const QColor &color);
/// On a bar: what happened on that day.
void paintPoint(QPainter &painter, QPointF centre, double size, PointKind kind, const QColor &color,
                const QColor &ground);
/// Two squares, one behind the other: it stands in several groups.
void paintElsewhere(QPainter &painter, const QRectF &box, const QColor &color);
void paintDiamond(QPainter &painter, QPointF centre, double size, const QColor &color);

} // namespace Glyphs

} // namespace Treatybook
