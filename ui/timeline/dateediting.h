#pragma once

#include "ui/timeline/datehandles.h"

#include <QObject>
#include <QPointer>

QT_FORWARD_DECLARE_CLASS(QAction)
QT_FORWARD_DECLARE_CLASS(QMouseEvent)

namespace Treatybook {

class EditBand;

/// The mode in which dates are changed on a timeline, by dragging the ends of bars or by keys; off until somebody
/// switches it on. A change is as exact as what the axis shows, and one step of undo.
class DateEditing : public QObject
{
    Q_OBJECT

public:
    DateEditing(AgreementTableModel &model, TimelineView &timeline, QObject *parent);

    /// Switches the mode; disabled where nothing can be written.
    QAction *action() const { return m_action; }
    bool isOn() const { return m_isOn; }
    /// A line that says so, there while the mode is on.
    QWidget *makeBand(QWidget *parent);

Q_SIGNALS:
    /// A change was not stored; `again` tries the same one once more.
    void failed(const Treatybook::Error &error, const std::function<void()> &again);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    struct Drag {
        DateHandles::Placed at;
        Agreement before;
        qint64 version = 0;
        double grip = 0; ///< pixels from the middle of the edge's day to the pointer
        double pressed = 0;
        bool isMoving = false;
        Edtf value;
    };

    void addKeys();
    void follow();
    void setOn(bool on);
    void forget();
    bool press(QMouseEvent *event);
    bool move(QMouseEvent *event);
    bool release(QMouseEvent *event);
    bool takesEscape(QEvent *event);
    void dragTo(double x, bool byDay);
    void endDrag();
    void step(BarEnd end, int direction);
    std::optional<DateHandles::Placed> placedOf(Slot slot, BarEnd end) const;
    void show(const DateHandles::Placed &at, const Agreement &before, const Edtf &value);
    void tell(const QString &text);
    bool isBeingStored(Slot slot) const;
    void change(Slot slot, const DateHandle &handle, const Agreement &before, qint64 version, const Edtf &value);
    void commit(const ChangeSet &set, Slot slot, qint64 version);

    AgreementTableModel &m_model;
    TimelineView &m_timeline;
    DateHandles *m_handles;
    QAction *m_action;
    QList<QAction *> m_keys;
    QPointer<EditBand> m_band;
    bool m_isOn = false;
    std::optional<Drag> m_drag;
    /// The record whose change is under way and its version until then: not yet what it will be.
    std::optional<std::pair<Slot, qint64>> m_storing;
};

} // namespace Treatybook
