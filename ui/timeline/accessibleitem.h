#pragma once

#include "ui/timeline/timelineview.h"

#include <QAccessible>
#include <QPointer>

namespace Treatybook {

/// What an item of the timeline is, wherever it is scrolled to.
struct TimelinePart {
    enum class Kind : quint8 { Group, Record, Badge };
    Kind kind{};
    QString group; ///< its key; empty in rows
    Slot slot{};   ///< of a record; of a badge the first record in it
    bool operator==(const TimelinePart &) const = default;
};
size_t qHash(const TimelinePart &part, size_t seed = 0);

/// All that is in sight, from top to bottom: group heads, each with its badges and records.
QList<TimelinePart> partsInSight(const TimelineView &view);

/// One item for screen readers: a group head that can be folded, a record that can be selected, a badge that can be
/// opened. Invalid while it is out of sight.
class AccessibleItem : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleItem(TimelineView &view, TimelinePart part) : m_view(&view), m_part(std::move(part)) {}

    const TimelinePart &part() const { return m_part; }

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    const SceneRow *row() const;
    const SceneGroup *group() const;
    const SceneBadge *badge() const;
    QString groupLabel() const;
    QString name() const;
    QString description() const;

    QPointer<TimelineView> m_view;
    TimelinePart m_part;
};

} // namespace Treatybook
