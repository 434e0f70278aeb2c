#pragma once

#include "itemmodels/agreementtablemodel.h"
#include "timeline/scale.h"
#include "timeline/scene.h"
#include "timeline/style.h"

#include <QAbstractScrollArea>
#include <QPixmap>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QTimer)

namespace Treatybook
{

class TimelineCard;

/// The visible records as rows of bars over time, in the order of the model; selection and current record are those of
/// the session. Only what is in view is laid out. Its actions (zoom, fit, today) are in actions() for the window to
/// show. GUI thread.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(AgreementTableModel &model, QWidget *parent = nullptr);
    ~TimelineView() override;

    const Scale &scale() const { return m_scale; }
    /// Light or dark; follows the palette until it is set.
    void setTimelineStyle(const TimelineStyle &style);
    /// The day of the today line; the system's date until it is set.
    void setToday(Day day);

    /// Shows all instruments, or all events where there are no instruments.
    void fit();
    void fitRecord(Slot slot);
    /// About the middle of the chart, or about a place of the viewport.
    void zoom(double factor, std::optional<double> x = std::nullopt);
    void pan(double pixels);
    void showToday();

    /// Where the record's signs are, in coordinates of viewport(); its row if it has none in view; null if the row is
    /// filtered out or scrolled away.
    QRect recordRect(Slot slot) const;
    /// The card that hover and focus show.
    const TimelineCard &card() const { return *m_card; }

    QSize sizeHint() const override { return {900, 360}; }
    QSize minimumSizeHint() const override { return {240, 120}; }

Q_SIGNALS:
    /// Enter, or a double click in the column of titles: open the record.
    void activated(Treatybook::Slot slot);
    /// The as-of line was dragged to that day.
    void asOfRequested(Treatybook::Day day);
    /// Zoomed or panned.
    void windowChanged();
