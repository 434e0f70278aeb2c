#pragma once

#include "itemmodels/agreementtablemodel.h"

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QAction)
QT_FORWARD_DECLARE_CLASS(QMouseEvent)

namespace Treatybook {

class RangeBar;
class RangeMark;
class TimelineView;

/// Ranges of days on a timeline: marked by dragging on the axis, by whole steps of it or with Alt by days, then zoomed
/// to or filtered to. Adds the commands that do the same by keyboard for the window and for the selection.
class TimelineRange : public QObject
{
    Q_OBJECT

public:
    TimelineRange(AgreementTableModel &model, TimelineView &timeline, QObject *parent);

    const std::optional<DayRange> &marked() const;

Q_SIGNALS:
    /// Show only what was in force or under way within these days: possibly, or certainly.
    void filterRequested(const Treatybook::DayRange &days, bool certainly);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void addCommands();
    bool press(QMouseEvent *event);
    bool drag(QMouseEvent *event);
    bool release(QMouseEvent *event);
    bool takesEscape(QEvent *event);
    Day dayAt(double x) const;
    void zoomTo(const DayRange &days);
    void zoomToSelection();
    /// Of the selected records that are shown and dated.
    std::optional<DayRange> selectedDays() const;
    void follow();
    void clear();

    AgreementTableModel &m_model;
    TimelineView &m_timeline;
    RangeMark *m_mark;
    RangeBar *m_bar;
    QAction *m_zoomToSelection = nullptr;
    std::optional<double> m_pressed; ///< where in the viewport, while the button is down
    bool m_isDragging = false;
};

} // namespace Treatybook
