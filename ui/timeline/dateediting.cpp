#include "ui/timeline/dateediting.h"

#include "domain/vocabularies.h"
#include "domain/whendone.h"
#include "ui/timeline/editband.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace Treatybook {

using namespace Qt::StringLiterals;

DateEditing::DateEditing(AgreementTableModel &model, TimelineView &timeline, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_timeline(timeline)
    , m_handles(new DateHandles(timeline))
    , m_action(timeline.makeAction(u"timeline.edit"_s, tr("Edit dates by dragging"),
                                   tr("Let the ends of bars be dragged to change their dates"), {Qt::Key_D}))
{
    m_action->setCheckable(true);
    connect(m_action, &QAction::toggled, this, &DateEditing::setOn);
    addKeys();
    timeline.installEventFilter(this);
    timeline.viewport()->installEventFilter(this);
    Session &session = model.session();
    connect(&session, &Session::loaded, this, &DateEditing::follow);
    connect(&session, &Session::changed, this, &DateEditing::forget);
    connect(&session.selection(), &Selection::currentChanged, this, [this] {
        if (!m_drag)
            m_handles->setPreview({});
    });
    follow();
}

void DateEditing::addKeys()
{
    struct Key {
        QString name, text, tip;
        QKeySequence keys;
        BarEnd end;
        int step;
    };
    for (const Key &key :
         {Key{u"dates.endEarlier"_s, tr("End earlier"), tr("Let the current record end one step of the axis earlier"),
              Qt::CTRL | Qt::SHIFT | Qt::Key_Left, BarEnd::End, -1},
          Key{u"dates.endLater"_s, tr("End later"), tr("Let the current record end one step of the axis later"),
              Qt::CTRL | Qt::SHIFT | Qt::Key_Right, BarEnd::End, 1},
          Key{u"dates.startEarlier"_s, tr("Start earlier"),
              tr("Let the current record start one step of the axis earlier"), Qt::ALT | Qt::SHIFT | Qt::Key_Left,
              BarEnd::Start, -1},
          Key{u"dates.startLater"_s, tr("Start later"), tr("Let the current record start one step of the axis later"),
              Qt::ALT | Qt::SHIFT | Qt::Key_Right, BarEnd::Start, 1}}) {
        QAction *action = m_timeline.makeAction(key.name, key.text, key.tip, {key.keys});
        action->setEnabled(false);
        connect(action, &QAction::triggered, this, [this, key] { step(key.end, key.step); });
        m_keys.append(action);
    }
}

QWidget *DateEditing::makeBand(QWidget *parent)
{
    auto *band = new EditBand(parent);
    connect(band, &EditBand::left, this, [this] { m_action->setChecked(false); });
    m_band = band;
    return band;
}

void DateEditing::follow()
{
    const Session &session = m_model.session();
    m_action->setEnabled(session.isLoaded() && !session.capabilities().readOnly);
    if (!m_action->isEnabled())
        m_action->setChecked(false);
}

void DateEditing::setOn(bool on)
{
    m_isOn = on;
    endDrag();
    m_timeline.hideCard();
    for (QAction *key : std::as_const(m_keys))
        key->setEnabled(on);
    m_handles->setGeometry(m_timeline.viewport()->rect());
    m_handles->lower(); // under what is shown over the timeline
    m_handles->setVisible(on);
    if (m_band)
        m_band->setVisible(on);
    m_timeline.viewport()->unsetCursor();
    if (on)
        m_timeline.setFocus(Qt::OtherFocusReason); // for Esc
}

/// Records are others now, maybe the one in hand.
void DateEditing::forget()
{
    m_handles->forget();
    if (m_drag)
        endDrag();
    if (const auto shown = m_handles->preview()) {
        const auto at = placedOf(shown->at.slot, shown->at.handle.end);
        m_handles->setPreview(at ? std::optional(DateHandles::Preview{*at, shown->after, shown->text}) : std::nullopt);
    }
    m_handles->update();
}

bool DateEditing::eventFilter(QObject *object, QEvent *event)
{
    if (!m_isOn)
        return false;
    if (object == &m_timeline)
        return takesEscape(event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        return press(static_cast<QMouseEvent *>(event));
    case QEvent::MouseMove:
        return move(static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonRelease:
        return release(static_cast<QMouseEvent *>(event));
    case QEvent::Resize:
        m_handles->setGeometry(m_timeline.viewport()->rect());
        return false;
    default:
        return false;
    }
}

bool DateEditing::press(QMouseEvent *event)
{
    m_timeline.settle();
    const auto handle = m_handles->at(event->position());
    m_handles->setPreview({});
    if (event->button() != Qt::LeftButton || !handle || isBeingStored(handle->slot))
        return m_drag.has_value();
    m_timeline.hideCard();
    const AgreementStore &store = m_model.store();
    const double edge = m_timeline.scene().frame().x(handle->handle.edge + 0.5);
    m_drag = Drag{*handle,
                  store.record(handle->slot),
                  store.version(handle->slot),
                  event->position().x() - edge,
                  event->position().x(),
                  false,
                  {}};
    m_drag->value = fieldInfo(handle->handle.field).edtf(m_drag->before);
    return true;
}

bool DateEditing::move(QMouseEvent *event)
{
    if (m_drag) {
        dragTo(event->position().x(), event->modifiers() & Qt::AltModifier);
        return true;
    }
    if (event->buttons() != Qt::NoButton || !m_handles->at(event->position()))
        return false; // the view has its own cursors
    m_timeline.hideCard();
    m_timeline.viewport()->setCursor(Qt::SizeHorCursor);
    return true;
}

void DateEditing::dragTo(double x, bool byDay)
{
    m_drag->isMoving = m_drag->isMoving || std::abs(x - m_drag->pressed) >= QApplication::startDragDistance();
    if (!m_drag->isMoving)
        return;
    const Scene &scene = m_timeline.scene();
    const Day day = scene.frame().scale.wholeDayAt(x - m_drag->grip - scene.frame().chart().left());
    const DateHandle &handle = m_drag->at.handle;
    const DateMove how{precisionOf(scene.axis().minorUnit), byDay};
    m_drag->value = movedTo(day, handle, fieldInfo(handle.field).edtf(m_drag->before), how);
    show(m_drag->at, m_drag->before, m_drag->value);
}

bool DateEditing::release(QMouseEvent *event)
{
    if (!m_drag)
        return false;
    if (event->button() != Qt::LeftButton)
        return true;
    const Drag drag = *m_drag;
    endDrag();
    change(drag.at.slot, drag.at.handle, drag.before, drag.version, drag.value);
    return true;
}

void DateEditing::endDrag()
{
    m_drag.reset();
    m_handles->setPreview({});
    m_timeline.viewport()->unsetCursor();
}

bool DateEditing::takesEscape(QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return false;
    event->accept(); // it also clears the search of the window
    if (event->type() == QEvent::KeyPress) {
        if (m_drag)
            endDrag();
        else
            m_action->setChecked(false);
    }
    return true;
}

std::optional<DateHandles::Placed> DateEditing::placedOf(Slot slot, BarEnd end) const
{
    for (const DateHandles::Placed &placed : m_handles->placed()) {
        if (placed.slot == slot && placed.handle.end == end)
            return placed;
    }
    return {};
}

void DateEditing::step(BarEnd end, int direction)
{
    const auto current = m_model.session().selection().current();
    if (!current || m_model.rowOf(*current) < 0 || isBeingStored(*current) || m_drag)
        return;
    m_timeline.hideCard();
    // A date that is all there is has one end only.
    auto handle = m_handles->handleOf(*current, end);
    if (const auto start = m_handles->handleOf(*current, BarEnd::Start); !handle && start && start->isWhole)
        handle = start;
    if (!handle)
        return tell(end == BarEnd::Start
                        ? tr("No date of its own says when this record starts; open it to change that.")
                        : tr("No date of its own says when this record ends; open it to change that."));
    const Agreement before = m_model.store().record(*current);
    const Edtf value = movedBy(direction, *handle, fieldInfo(handle->field).edtf(before),
                               precisionOf(m_timeline.scene().axis().minorUnit));
    const qint64 version = m_model.store().version(*current);
    const auto placed = placedOf(*current, handle->end);
    change(*current, *handle, before, version, value);
    if (placed)
        show(*placed, before, value);
}

/// "Term: 2017/2020", and which act will not go along.
void DateEditing::show(const DateHandles::Placed &at, const Agreement &before, const Edtf &value)
{
    const Field field = at.handle.field;
    QString text = tr("%1: %2", "field: value").arg(fieldInfo(field).labelText(), value.text());
    if (value == fieldInfo(field).edtf(before))
        text += u'\n' + tr("as it was");
    else if (const Action *act = actRepeating(before, field))
        text += u'\n' +
                tr("The act “%1” keeps its date.")
                    .arg(Vocabularies::actionKinds.label(static_cast<int>(act->kind), languageOf(m_model.locale())));
    if (m_handles->preview() && m_handles->preview()->text == text)
        return;
    m_handles->setPreview(DateHandles::Preview{at, withDate(before, field, value), text});
    QAccessibleEvent alert(m_handles, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void DateEditing::tell(const QString &text)
{
    if (m_band)
        m_band->tell(text);
}

bool DateEditing::isBeingStored(Slot slot) const
{
    return m_storing == std::pair(slot, m_model.store().version(slot));
}

void DateEditing::change(Slot slot, const DateHandle &handle, const Agreement &before, qint64 version,
                         const Edtf &value)
{
    if (value == fieldInfo(handle.field).edtf(before))
        return;
    const QString what = handle.isWhole                ? tr("Change the date of “%1” by dragging")
                         : handle.end == BarEnd::Start ? tr("Change the start of “%1” by dragging")
                                                       : tr("Change the end of “%1” by dragging");
    ChangeSet set(what.arg(before.label().toString().left(80)));
    set.changes.append(Change::patch(before.id(), version, difference(before, withDate(before, handle.field, value))));
    commit(set, slot, version);
}

void DateEditing::commit(const ChangeSet &set, Slot slot, qint64 version)
{
    m_storing = {slot, version};
    whenDone(m_model.session().execute(set), this, [=, this](const Result<Receipt> &result) {
        if (m_storing == std::pair(slot, version))
            m_storing.reset();
        if (!result) {
            m_handles->setPreview({});                                                // it is not so
            Q_EMIT failed(result.error(), [=, this] { commit(set, slot, version); }); // under the same id
        }
    });
}

} // namespace Treatybook
