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
/// Beside a title or in a legend: which category; the signs differ in shape.
void paintCategory(QPainter &painter, QPointF centre, double size, int category, const QColor &color);
/// The record stands in several groups: two small squares, one behind the other.
void paintStack(QPainter &painter, QPointF centre, double size, const QColor &color, const QColor &ground);
/// How many more there are than fit, in a pill.
void paintBadge(QPainter &painter, const QRectF &pill, const QString &text, const QFont &font,
                const TimelineStyle &style);
/// At the end of a bar that does not end there.
void paintGoesOn(QPainter &painter, QPointF tip, const QColor &color);
/// On a bar: what happened on that day.
void paintPoint(QPainter &painter, QPointF centre, double size, PointKind kind, const QColor &color,
                const QColor &ground);
void paintDiamond(QPainter &painter, QPointF centre, double size, const QColor &color);

} // namespace Glyphs

} // namespace Treatybook
