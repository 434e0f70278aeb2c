#pragma once

#include "timeline/legend.h"

#include <QFrame>

namespace Treatybook {

class TimelineView;

/// Explains the signs that the timeline shows now. A popup: Escape or a click elsewhere closes it.
class LegendPopup : public QFrame
{
    Q_OBJECT

public:
    /// Below `place`, in coordinates of the screen; it deletes itself.
    static void open(const TimelineView &view, const QRect &place, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    LegendPopup(const Legend &legend, QWidget *parent);

    Legend m_legend;
};

} // namespace Treatybook
