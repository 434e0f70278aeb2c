#pragma once

#include "timeline/colouring.h"
#include "timeline/scene.h"

#include <functional>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace Treatybook {

/// What a picture shows besides rows of records.
struct LegendContent {
    const Colouring *colouring = nullptr; ///< null: by status
    bool density = false;                 ///< bars of what begins
    bool certainCurve = false, possibleCurve = false;
    bool heat = false;          ///< a group that is folded up
    bool relations = false;     ///< arrows
    bool severalGroups = false; ///< a record stands in several groups
    bool badges = false;        ///< "+37"
};

/// Explains the signs that a set of records uses, and no others; samples are painted by the code that paints bars.
class Legend
{
public:
    Legend(const QList<SceneRow> &rows, const SceneFrame &frame, const LegendContent &content = {});

    /// Of the entries in order, for whoever cannot see them.
    QStringList texts() const;
    /// Height that the entries take when they flow within this width.
    double heightFor(double width) const { return flow(nullptr, width, nullptr); }
    void paint(QPainter &painter, QPointF topLeft, double width, const TimelineStyle &style) const;

private:
    /// Paints into a rectangle of the sample's width and a line's height.
    using Sample = std::function<void(QPainter &, const QRectF &, const TimelineStyle &)>;

    struct Entry {
        QString text;
        double width = 0; ///< of the sample
        Sample paint;
    };

    void addColours(const QList<SceneRow> &rows, const Colouring *colouring);
    void addBars(const QList<SceneRow> &rows);
    void addContent(const LegendContent &content);
    void add(const QString &text, double width, const Sample &paint) { m_entries.append({text, width, paint}); }
    /// Returns the height; paints if there is a painter.
    double flow(QPainter *painter, double width, const TimelineStyle *style) const;

    QList<Entry> m_entries;
    QFont m_font;
};

} // namespace Treatybook
