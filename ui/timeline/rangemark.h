#pragma once

#include "domain/daynumber.h"

#include <QWidget>

#include <optional>

namespace Treatybook {

class TimelineView;

/// Paints a range of days over the timeline: translucent over axis and chart, with its days written on the axis. Lies
/// on the viewport and lets the mouse through.
class RangeMark : public QWidget
{
    Q_OBJECT

public:
    explicit RangeMark(TimelineView &timeline);

    const std::optional<DayRange> &days() const { return m_days; }
    void setDays(const std::optional<DayRange> &days);
    /// From the left edge to the right one, in the viewport, as far as the window shows it; maybe empty.
    QRectF place() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TimelineView &m_timeline;
    std::optional<DayRange> m_days;
};

} // namespace Treatybook
