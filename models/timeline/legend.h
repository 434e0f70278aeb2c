#pragma once

#include "timeline/scene.h"

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace Treatybook {

/// Explains the signs that a set of records uses, and no others; samples are painted by the code that paints bars.
class Legend
{
public:
    Legend(const QList<SceneRow> &rows, const SceneFrame &frame);

    /// Height that the entries take when they flow within this width.
    double heightFor(double width) const { return flow(nullptr, width, nullptr); }
    void paint(QPainter &painter, QPointF topLeft, double width, const TimelineStyle &style) const;

private:
    struct Entry {
        std::optional<Tone> tone;       ///< the sign beside a title, or
        std::optional<PointKind> point; ///< the sign of an act, or
        Span sample;                    ///< a bar, on a scale of a pixel a day about day 0
        QString text;
    };

    /// Returns the height; paints if there is a painter.
    double flow(QPainter *painter, double width, const TimelineStyle *style) const;
    void paintSample(QPainter &painter, QPointF topLeft, const Entry &entry, const TimelineStyle &style) const;

    QList<Entry> m_entries;
    QFont m_font;
};

} // namespace Treatybook
