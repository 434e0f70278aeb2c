#pragma once

#include "timeline/arranger.h"
#include "timeline/legend.h"
#include "timeline/picture.h"

namespace Treatybook {

/// A timeline laid out at a width in device-independent pixels, as high as it needs to be, for pictures and pages.
/// Every record is drawn, stands in a badge or a strip, or is counted among the facts: with a window given, what lies
/// outside it is left out and counted.
class PictureLayout
{
public:
    PictureLayout(const PictureInput &input, double width);

    /// What is shown and how, in a few words each; the filter, which may be long, comes last.
    QStringList facts();
    bool isRows() const { return m_arrangement.isRows(); }
    /// What lies in these days.
    qsizetype recordCount() const { return m_records.size(); }
    double axisHeight() const { return m_frame.axisHeight; }
    /// Of all lines and groups, without the axis.
    double height() const;
    /// Where the content can be cut: between rows, groups, and lines of a group, so that its name fits on either side.
    /// Ascending; the last is height().
    QList<double> breaks() const;
    /// Axis and the part of the content between two heights.
    Scene scene(double from, double until);
    void paint(QPainter &painter, double from, double until);
    /// Of all that is drawn.
    Legend legend();

private:
    void chooseRecords();
    void widenGutter();
    void leaveRoomForTitles();
    Reach reachOf(Slot slot) const;

    const PictureInput &m_input;
    Arranger m_arranger;
    SceneFrame m_frame;
    Arrangement m_arrangement;
    QList<Slot> m_records; ///< within the window
    DayRange m_window;
    int m_outside = 0; ///< records left out
};

} // namespace Treatybook
