#pragma once

#include "timeline/datedrag.h"
#include "ui/timeline/timelineview.h"

#include <QHash>

#include <array>

namespace Treatybook {

/// The ends of bars that can be dragged, painted over the timeline; while one is dragged also where the bar would be,
/// and a bubble with what the field becomes. Lies on the viewport and lets the mouse through.
class DateHandles : public QWidget
{
    Q_OBJECT

public:
    /// One handle in sight, in coordinates of the viewport.
    struct Placed {
        Slot slot{};
        DateHandle handle;
        QRectF rect; ///< what is painted
        QRectF bar;  ///< of its row
    };
    /// What would become of a record.
    struct Preview {
        Placed at;
        Agreement after;
        QString text; ///< for the bubble
    };

    explicit DateHandles(TimelineView &timeline);

    /// Of all rows in sight.
    QList<Placed> placed() const;
    std::optional<Placed> at(QPointF place) const;
    std::optional<DateHandle> handleOf(Slot slot, BarEnd end) const;
    void forget() { m_known.clear(); } ///< records changed

    void setPreview(const std::optional<Preview> &preview);
    const std::optional<Preview> &preview() const { return m_preview; }
    /// Null without a preview.
    QRectF bubble() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintPreview(QPainter &painter, const TimelineStyle &style) const;

    TimelineView &m_timeline;
    using Ends = std::array<std::optional<DateHandle>, 2>;
    mutable QHash<Slot, Ends> m_known; ///< to find them takes the rules of status
    std::optional<Preview> m_preview;
};

} // namespace Treatybook
