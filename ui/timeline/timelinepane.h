#pragma once

#include "itemmodels/agreementtablemodel.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QHBoxLayout)

namespace Treatybook {

class PlainLabel;
class TimelineModes;
class TimelineOverview;
class TimelineView;
class UndatedTray;
class WindowCommands;

/// The timeline with its title and tool bar, which shows the view's actions, overview, tray of undated records and
/// ranges. Knows nothing of the window.
class TimelinePane : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePane(AgreementTableModel &model, QWidget *parent = nullptr);

    TimelineView &timeline() const { return *m_timeline; }
    TimelineModes &modes() const { return *m_modes; }
    TimelineOverview &overview() const { return *m_overview; }
    WindowCommands &windows() const { return *m_windows; }

Q_SIGNALS:
    /// Show only what was in force or under way within these days: possibly, or certainly.
    void filterRequested(const Treatybook::DayRange &days, bool certainly);
    /// A date that was dragged is not stored; `again` tries the same change once more.
    void failed(const Treatybook::Error &error, const std::function<void()> &again);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QHBoxLayout *buildBar();

    TimelineView *m_timeline;
    TimelineModes *m_modes;
    TimelineOverview *m_overview;
    UndatedTray *m_tray;
    WindowCommands *m_windows;
    PlainLabel *m_title = nullptr;
};

} // namespace Treatybook
