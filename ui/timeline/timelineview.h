#pragma once

#include "itemmodels/agreementtablemodel.h"
#include "timeline/arranger.h"
#include "timeline/legend.h"
#include "ui/timeline/relationoverlay.h"
#include "ui/timeline/scaleglide.h"
#include "ui/timeline/windowhistory.h"

#include <QAbstractScrollArea>
#include <QPixmap>
#include <QTimer>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QHelpEvent)

namespace Treatybook {

class TimelineCard;

/// The visible records as bars over time, in rows in the order of the model, or in groups; selection and current record
/// are those of the session. Only what is in view is laid out. Its actions are in actions() for the window to show. GUI
/// thread.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// How the picture comes to another window.
    enum class Pace { Smooth, Immediate };

    explicit TimelineView(AgreementTableModel &model, QWidget *parent = nullptr);

    AgreementTableModel &model() const { return m_model; }
    /// The window asked for last; the picture may still be on the way to it, see scene().
    const Scale &scale() const { return m_scale; }
    /// The picture glides there by a step, and is there at once by what follows a hand or a size.
    void setScale(const Scale &scale, WindowMove move = WindowMove::Step);
    /// The window is still the one of fit().
    bool isFitted() const { return m_fitted; }
    /// The day of the today line; the system's date until it is set.
    void setToday(Day day);
    Day today() const;
    /// A new command, in actions(); its keys hold while the timeline has the focus.
    QAction *makeAction(const QString &name, const QString &text, const QString &tip, const QList<QKeySequence> &keys);

    /// Encoding, groups, and which of them are collapsed or hidden.
    const TimelineChoices &choices() const { return m_arranger.choices(); }
    void setChoices(const TimelineChoices &choices);
    /// The groups of now; none while all stands in rows.
    const Grouping &grouping() const;
    bool isInRows() const;

    /// Of the current record, if it stands in groups that are in view; none in rows.
    std::optional<QString> currentGroup() const;
    void toggleGroup(const QString &key);
    void hideGroup(const QString &key);

    /// Shows all instruments among the visible records, or all events where there are no instruments.
    void fit(WindowMove move = WindowMove::Step);
    void fitRecord(Slot slot);
    /// About the middle of the chart, or about a place of the viewport.
    void zoom(double factor, std::optional<double> x = std::nullopt, Pace pace = Pace::Smooth);
    void pan(double pixels, Pace pace = Pace::Immediate);
    void showToday();
    /// The picture is where it was on its way to: for whoever takes hold of something in it.
    void settle();

    /// Where the record's signs are, in coordinates of viewport(); its row if it has none in the window; null if it is
    /// filtered out or scrolled away.
    QRect recordRect(Slot slot) const;
    /// Of the as-of day in the axis, where it can be dragged; null out of the window.
    QRect asOfRect() const;
    /// As it is drawn now.
    const Scene &scene() const;
    /// Arrows of the current and the hovered record, or of all that are in view.
    const RelationRoutes &relations() const;
    void showAllRelations(bool all);
    Legend legend() const;
    /// Nearer, so that the records of a badge find lines of their own.
    void openBadge(const SceneBadge &badge);
    /// What the records of a badge are called, the first dozen of them.
    QString badgeText(const SceneBadge &badge) const;
    /// The card goes away, until the pointer or the keys come to another record.
    void hideCard();

    QSize sizeHint() const override { return {900, 360}; }
    QSize minimumSizeHint() const override { return {120, 90}; }

Q_SIGNALS:
    /// Enter, or a double click on a title: open the record.
    void activated(Treatybook::Slot slot);
    /// The as-of line was dragged to that day, or the axis double clicked there.
    void asOfRequested(Treatybook::Day day);
    /// Zoomed or panned: another window is asked for.
    void windowChanged(Treatybook::WindowMove move);
    /// The picture shows other days than before, perhaps on its way to the window.
    void pictureMoved();
    void choicesChanged();
    /// The context menu is wanted; `group` is the key of what is under the pointer, or of the current record.
    void menuRequested(const QPoint &globalPosition, const std::optional<QString> &group);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    enum class Drag { None, Press, Pan, AsOf };

    void addActions();
    void connectModel();

    void moveWindow(const Scale &scale, WindowMove move, Pace pace);
    SceneFrame frame() const;
    /// Rows, order, colours or window changed: lay out anew before the next paint.
    void invalidate();
    void followOrder();
    void forgetRecords();
    const SceneRow *anchorRow() const;
    void feedArranger() const;
    void arrangeAnew();
    void updateScrollBar();
    void keepSomethingInSight();
    void followSelection();
    EdgePill currentPill() const;
    void paintPill(QPainter &painter) const;
    void showEmptyText(QPainter &painter, const SceneFrame &frame) const;

    Selection &selection() const { return m_model.session().selection(); }
    std::optional<Slot> slotAt(const SceneHit &hit) const;
    Day dayAt(QPointF position) const; ///< in the picture of now
    /// Selects as lists do: plain, Ctrl toggles, Shift takes all rows of the table from the anchor on.
    void choose(Slot slot, Qt::KeyboardModifiers modifiers);
    void moveCurrent(int rows, Qt::KeyboardModifiers modifiers);
    bool moveInLanes(QKeyEvent *event);
    void reach(Slot slot, Qt::KeyboardModifiers modifiers);
    void scrollTo(Slot slot);
    void bringIntoWindow(Slot slot);
    int rowsPerPage() const;

    bool follow(QPointF position);

    void hover(QPointF position);
    void showCard();
    QStringList otherGroups(const SceneRow &row) const;
    bool tellBadge(const QHelpEvent &event);
    void dragTo(QMouseEvent *event);

    AgreementTableModel &m_model;
    Scale m_scale;
    ScaleGlide m_glide; ///< to m_scale
    std::optional<Day> m_today;
    bool m_fitted = false; ///< the window is still the one of fit(): it follows size and loading

    mutable std::shared_ptr<const SceneFonts> m_fonts;
    mutable Arranger m_arranger;
    mutable Scene m_scene;
    mutable bool m_sceneValid = false;
    mutable quint64 m_sceneNumber = 0;
    mutable RelationOverlay m_relations;
    bool m_allRelations = false;
    QPixmap m_layer; ///< rows and axis, painted once a layout
    bool m_layerValid = false;

    Drag m_drag = Drag::None;
    QPointF m_pressed, m_lastDrag;
    std::optional<Slot> m_hovered, m_described; ///< under the pointer; on the card
    std::optional<Slot> m_anchor;               ///< where a Shift selection starts
    quint64 m_arranged = 0;                     ///< the arrangement that the scroll bar knows
    TimelineCard *m_card;
    QTimer m_nextFrame;
    QTimer m_cardTimer;
    QPointF m_pointer;
};

} // namespace Treatybook
