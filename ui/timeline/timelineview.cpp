#include "ui/timeline/timelineview.h"

#include "timeline/scenelegend.h"
#include "timeline/scenepainter.h"
#include "ui/timeline/accessibletimeline.h"
#include "ui/timeline/timelinecard.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QDate>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Treatybook {

TimelineView::TimelineView(AgreementTableModel &model, QWidget *parent)
    : QAbstractScrollArea(parent), m_model(model), m_arranger(model.store()), m_card(new TimelineCard(this))
{
    setObjectName(u"timeline"_s);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("The visible records as bars over time. The arrow keys choose a record, Ctrl with Left "
                                "and Right moves through time, plus and minus zoom, Enter opens."));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_nextFrame.setSingleShot(true);
    m_nextFrame.setInterval(16);
    connect(&m_nextFrame, &QTimer::timeout, this, &TimelineView::arrangeAnew);
    m_cardTimer.setSingleShot(true);
    connect(&m_cardTimer, &QTimer::timeout, this, &TimelineView::showCard);
    connect(&m_glide, &ScaleGlide::moved, this, [this] {
        m_sceneValid = m_layerValid = false; // the card of a record that is being brought here may come
        arrangeAnew();
        Q_EMIT pictureMoved();
    });
    addActions();
    connectModel();
    AccessibleTimeline::makeAccessible(*this);
}

void TimelineView::addActions()
{
    using Keys = QList<QKeySequence>;
    // Keys without Ctrl are the view's own: elsewhere they are letters that somebody types.
    const auto zoomIn = makeAction(u"timeline.zoomIn"_s, tr("Zoom in"), tr("Zoom in on the middle of the timeline"),
                                   Keys{Qt::Key_Plus, Qt::Key_Equal});
    const auto zoomOut =
        makeAction(u"timeline.zoomOut"_s, tr("Zoom out"), tr("Show more years of the timeline"), Keys{Qt::Key_Minus});
    const auto fitAll = makeAction(u"timeline.fit"_s, tr("Fit"), tr("Show all instruments of the timeline"),
                                   Keys{Qt::CTRL | Qt::Key_0});
    const auto toToday =
        makeAction(u"timeline.today"_s, tr("Today"), tr("Move the timeline to today"), Keys{Qt::Key_T});
    fitAll->setShortcutContext(Qt::WindowShortcut);
    connect(zoomIn, &QAction::triggered, this, [this] { zoom(1.5); });
    connect(zoomOut, &QAction::triggered, this, [this] { zoom(1 / 1.5); });
    connect(fitAll, &QAction::triggered, this, [this] { fit(); });
    connect(toToday, &QAction::triggered, this, &TimelineView::showToday);
}

QAction *TimelineView::makeAction(const QString &name, const QString &text, const QString &tip,
                                  const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setToolTip(tip);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    addAction(action);
    return action;
}

void TimelineView::connectModel()
{
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &TimelineView::followOrder);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TimelineView::forgetRecords);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &TimelineView::followOrder);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &TimelineView::followOrder);
    connect(&m_model, &QAbstractItemModel::rowsMoved, this, &TimelineView::followOrder);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &TimelineView::followOrder);
    connect(&m_model, &AgreementTableModel::asOfChanged, this, &TimelineView::invalidate);
    connect(&m_model, &AgreementTableModel::filterChanged, this, &TimelineView::keepSomethingInSight);
    connect(&m_model.session(), &Session::changed, this, &TimelineView::forgetRecords);
    connect(&m_model.session(), &Session::loaded, this, &TimelineView::forgetRecords);
    connect(&m_model.session(), &Session::loaded, this, [this] { fit(WindowMove::Follow); });
    connect(&selection(), &Selection::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&selection(), &Selection::currentChanged, this, &TimelineView::followSelection);
}

Day TimelineView::today() const
{
    return m_today.value_or(static_cast<Day>(QDate::currentDate().toJulianDay()));
}

void TimelineView::setToday(Day day)
{
    m_today = day;
    invalidate();
}

void TimelineView::setScale(const Scale &scale, WindowMove move)
{
    moveWindow(scale, move, move == WindowMove::Step ? Pace::Smooth : Pace::Immediate);
}

void TimelineView::moveWindow(const Scale &scale, WindowMove move, Pace pace)
{
    const Scale suited = scale.resized(frame().chart().width());
    m_fitted = false;
    if (suited == m_scale)
        return;
    m_scale = suited;
    hideCard();
    if (pace == Pace::Smooth && isVisible())
        m_glide.glideTo(m_scale);
    else
        m_glide.jumpTo(m_scale);
    Q_EMIT windowChanged(move);
}

void TimelineView::fit(WindowMove move)
{
    const auto extent = extentOf(m_model.store(), m_model.visibleSlots(), today());
    const DayRange window = extent.value_or(DayRange{today() - 3652, today() + 1826});
    setScale(Scale::fitting(window.earliest, window.latest, frame().chart().width()), move);
    m_fitted = true;
}

void TimelineView::fitRecord(Slot slot)
{
    if (const auto extent = m_model.store().columns().extent(slot).on(today())) {
        const double width = frame().chart().width();
        setScale(Scale::fitting(extent->earliest, extent->latest, width, width / 8));
    }
}

void TimelineView::zoom(double factor, std::optional<double> x, Pace pace)
{
    const QRectF chart = frame().chart();
    const double place = x ? *x - chart.left() : chart.width() / 2;
    // On the way from elsewhere something else is under the pointer than there will be: what is seen counts.
    if (const Scale &shown = m_glide.shown(); std::abs(shown.x(m_scale.dayAt(place)) - place) > 1)
        m_scale = shown;
    moveWindow(m_scale.zoomed(factor, place), WindowMove::Glide, pace);
}

void TimelineView::pan(double pixels, Pace pace)
{
    moveWindow(m_scale.panned(pixels), WindowMove::Glide, pace);
}

void TimelineView::settle()
{
    m_glide.finish();
}

void TimelineView::showToday()
{
    setScale(m_scale.centred(today() + 0.5));
}

SceneFrame TimelineView::frame() const
{
    SceneFrame frame = SceneFrame::suited(QSizeF(viewport()->size()), font());
    frame.shareFonts(m_fonts);
    frame.scale = m_glide.shown();
    frame.scrollY = verticalScrollBar()->value();
    frame.asOf = m_model.asOf();
    frame.today = today();
    frame.locale = m_model.locale();
    return frame;
}

const Scene &TimelineView::scene() const
{
    if (!m_sceneValid) {
        feedArranger();
        m_scene = m_arranger.scene(frame());
        m_sceneValid = true;
        ++m_sceneNumber;
    }
    return m_scene;
}

const RelationRoutes &TimelineView::relations() const
{
    const Scene &now = scene();
    QList<Slot> records;
    if (m_allRelations) {
        for (const SceneRow &row : now.rows())
            records.append(row.slot);
    } else {
        for (const auto &slot : {selection().current(), m_hovered}) {
            if (slot && !records.contains(*slot))
                records.append(*slot);
        }
    }
    m_relations.show(records, now, m_sceneNumber, m_arranger, m_model.store());
    return m_relations.routes();
}

void TimelineView::showAllRelations(bool all)
{
    m_allRelations = all;
    viewport()->update();
}

Legend TimelineView::legend() const
{
    const Scene &now = scene();
    return legendOf(now, m_arranger.colouring(), !relations().routes.isEmpty());
}

EdgePill TimelineView::currentPill() const
{
    const auto current = selection().current();
    return current ? edgePill(scene(), m_arranger, m_model.store(), *current) : EdgePill();
}

void TimelineView::feedArranger() const
{
    m_arranger.setRecords(m_model.visibleSlots());
    m_arranger.setDays(m_model.asOf(), today());
    m_arranger.setLocale(m_model.locale());
    m_arranger.setGoal(m_scale);
}

const Grouping &TimelineView::grouping() const
{
    feedArranger();
    return m_arranger.grouping();
}

bool TimelineView::isInRows() const
{
    feedArranger();
    return m_arranger.isInRows(frame());
}

void TimelineView::setChoices(const TimelineChoices &choices)
{
    if (choices == m_arranger.choices())
        return;
    const auto current = selection().current();
    const bool wasInSight = current && scene().rowOf(*current);
    m_arranger.setChoices(choices);
    verticalScrollBar()->setValue(0); // other groups, from the first one on
    invalidate();
    if (wasInSight)
        scrollTo(*current);
    Q_EMIT choicesChanged();
}

std::optional<QString> TimelineView::currentGroup() const
{
    const auto current = selection().current();
    const SceneRow *row = current ? scene().rowOf(*current) : nullptr;
    if (!row || row->group < 0)
        return {};
    return m_arranger.grouping().groups.at(scene().groups().at(row->group).group).key;
}

void TimelineView::toggleGroup(const QString &key)
{
    TimelineChoices changed = choices();
    if (!changed.collapsed.remove(key))
        changed.collapsed.insert(key);
    setChoices(changed);
}

void TimelineView::hideGroup(const QString &key)
{
    TimelineChoices changed = choices();
    changed.hidden.insert(key);
    setChoices(changed);
}

/// Records may be others, or what is known of them.
void TimelineView::forgetRecords()
{
    m_arranger.forgetRecords();
    invalidate();
}

/// Something else is to be drawn, now.
void TimelineView::invalidate()
{
    hideCard();
    m_sceneValid = m_layerValid = false;
    arrangeAnew();
}

/// Other rows: the table shows them first, while somebody types, and the bars come with the next frame.
void TimelineView::followOrder()
{
    hideCard();
    m_sceneValid = m_layerValid = false;
    if (!m_nextFrame.isActive())
        m_nextFrame.start();
}

/// What somebody looks at keeps its place while the lines about it change.
void TimelineView::arrangeAnew()
{
    m_nextFrame.stop();
    std::optional<std::pair<Slot, double>> anchor;
    const bool isAtTop = verticalScrollBar()->value() == 0;
    if (const SceneRow *row = m_scene.groups().isEmpty() || isAtTop ? nullptr : anchorRow())
        anchor = {row->slot, row->band.top() - m_scene.frame().chart().top()};
    feedArranger();
    const Arrangement &arranged = m_arranger.arrangement(frame());
    const bool isOther = std::exchange(m_arranged, m_arranger.generation()) != m_arranger.generation();
    updateScrollBar();
    if (const auto top = isOther && anchor && !arranged.isRows() ? arranged.topOf(anchor->first) : std::nullopt)
        verticalScrollBar()->setValue(qRound(*top - anchor->second));
    viewport()->update();
}

/// Under the pointer, else the current record, else the first in view.
const SceneRow *TimelineView::anchorRow() const
{
    for (const auto &slot : {m_hovered, selection().current()}) {
        if (const SceneRow *row = slot ? m_scene.rowOf(*slot) : nullptr)
            return row;
    }
    return m_scene.rows().isEmpty() ? nullptr : &m_scene.rows().first();
}

void TimelineView::updateScrollBar()
{
    const SceneFrame now = frame();
    const auto page = static_cast<int>(now.chart().height());
    const double height = m_arranger.arrangement(now).height();
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(height)) - page));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(static_cast<int>(now.rowHeight));
}

void TimelineView::keepSomethingInSight()
{
    followOrder();
    const DayRange window{m_scale.wholeDayAt(0), m_scale.wholeDayAt(m_scale.width())};
    if (!isAnyWithin(m_model.store(), m_model.visibleSlots(), today(), window))
        fit();
}

void TimelineView::followSelection()
{
    if (const auto current = selection().current())
        scrollTo(*current);
    viewport()->update();
}

void TimelineView::scrollTo(Slot slot)
{
    feedArranger();
    const SceneFrame now = frame();
    const auto place = m_arranger.arrangement(now).topOf(slot);
    if (!place)
        return;
    const double top = *place, bottom = top + now.rowHeight, page = now.chart().height();
    QScrollBar *bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(static_cast<int>(top));
    else if (bottom > bar->value() + page)
        bar->setValue(static_cast<int>(std::ceil(bottom - page)));
}

QRect TimelineView::recordRect(Slot slot) const
{
    const SceneRow *row = scene().rowOf(slot);
    if (!row)
        return {};
    const QRectF chart = scene().frame().chart();
    const QRectF signs = row->signs() & chart;
    return (signs.isEmpty() ? row->band & QRectF(viewport()->rect()) : signs).toAlignedRect();
}

QRect TimelineView::asOfRect() const
{
    return ScenePainter(scene(), lookOf(palette())).asOfPill().toAlignedRect();
}

void TimelineView::paintEvent(QPaintEvent *)
{
    const TimelineStyle style = lookOf(palette());
    const ScenePainter scenePainter(scene(), style);
    const double ratio = viewport()->devicePixelRatioF();
    const QSize pixels = (QSizeF(viewport()->size()) * ratio).toSize();
    if (!m_layerValid || m_layer.size() != pixels) {
        if (m_layer.size() != pixels) // a new one every frame would have to get its memory from the system every frame
            m_layer = QPixmap(pixels);
        m_layer.setDevicePixelRatio(ratio);
        QPainter painter(&m_layer);
        scenePainter.paintRows(painter);
        if (m_model.rowCount() == 0)
            showEmptyText(painter, scene().frame());
        m_layerValid = true;
    }
    QPainter painter(viewport());
    painter.drawPixmap(0, 0, m_layer);
    const Selection &chosen = selection();
    scenePainter.paintHighlights(
        painter, {[&chosen](Slot slot) { return chosen.contains(slot); }, chosen.current(), m_hovered, hasFocus()});
    relations();
    m_relations.paint(painter, style, scene().frame().smallFont());
    scenePainter.paintLines(painter);
    paintPill(painter);
}

/// The current record is there, beyond the edge.
void TimelineView::paintPill(QPainter &painter) const
{
    const EdgePill pill = currentPill();
    if (pill.rect.isNull())
        return;
    const TimelineStyle style = lookOf(palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.accent, 1.5));
    painter.setBrush(style.ground);
    painter.drawRoundedRect(pill.rect, pill.rect.height() / 2, pill.rect.height() / 2);
    painter.setPen(style.text);
    painter.setFont(scene().frame().boldFont());
    painter.drawText(pill.rect, Qt::AlignCenter, pill.text);
}

void TimelineView::showEmptyText(QPainter &painter, const SceneFrame &now) const
{
    painter.setPen(lookOf(palette()).dim);
    painter.setFont(font());
    const QString text = m_model.store().count() == 0 ? tr("No records yet") : tr("No record matches the filter");
    painter.drawText(QRectF(0, now.axisHeight, now.size.width(), now.chart().height()),
                     Qt::AlignCenter | Qt::TextWordWrap, text);
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_fitted || m_scale == Scale()) {
        fit(WindowMove::Follow);
    } else {
        m_scale = m_scale.resized(frame().chart().width());
        m_glide.jumpTo(m_scale);
    }
    invalidate();
}

void TimelineView::scrollContentsBy(int, int)
{
    hideCard();
    m_sceneValid = m_layerValid = false;
    viewport()->update();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        invalidate();
        break;
    default:
        break;
    }
}

} // namespace Treatybook
