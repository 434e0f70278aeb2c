#pragma once

#include "itemmodels/agreementtablemodel.h"
#include "timeline/overview.h"
#include "timeline/style.h"
#include "ui/timeline/windowhistory.h"

#include <QTimer>
#include <QWidget>

namespace Treatybook {

class TimelineView;

/// All visible records on a strip, how many begin when, and the window of the timeline as a frame that can be moved and
/// drawn out by mouse and keys. Counts are kept until records, filter, day or width change. GUI thread.
class TimelineOverview : public QWidget
{
    Q_OBJECT

public:
    TimelineOverview(AgreementTableModel &model, TimelineView &timeline, QWidget *parent = nullptr);

    /// As it is drawn now.
    const Overview &overview() const;
    OverviewFrame frame() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    using Part = OverviewFrame::Part;

    void connectModel();
    void recount();
    void tellWindow();
    QFont smallFont() const;
    QRectF barArea() const;
    void paintBars(QPainter &painter, const TimelineStyle &style) const;
    void paintLabels(QPainter &painter, const TimelineStyle &style) const;
    void paintFrame(QPainter &painter, const TimelineStyle &style) const;
    void showCursor(double x);
    void move(const Scale &window, WindowMove how = WindowMove::Glide);
    bool stepBy(int key, Qt::KeyboardModifiers modifiers);

    AgreementTableModel &m_model;
    TimelineView &m_timeline;
    mutable Overview m_overview;
    mutable Day m_countedOn = NoDay; ///< the counts hold for this day; NoDay: they are to be made anew
    QTimer m_nextFrame;
    Part m_dragged = Part::Outside;   ///< while a button is down
    Scale m_windowBefore;             ///< when the drag began
    double m_pressed = 0, m_grip = 0; ///< where, and how far from the edge that is dragged; pixels
};

} // namespace Treatybook
