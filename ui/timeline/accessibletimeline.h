#pragma once

#include "ui/timeline/accessibleitem.h"

#include <QAccessibleWidget>
#include <QHash>

namespace Treatybook {

/// The timeline for screen readers: a list whose children are the items in sight, then the widgets in it.
class AccessibleTimeline : public QAccessibleWidget
{
public:
    explicit AccessibleTimeline(TimelineView &view);
    ~AccessibleTimeline() override;

    /// From now on this view has such an interface, and tells of its current record.
    static void makeAccessible(TimelineView &view);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    QAccessible::State state() const override;

private:
    /// Null while it is being destroyed.
    TimelineView *view() const;
    /// The items of now; interfaces of those that are gone end.
    const QList<TimelinePart> &parts() const;
    QAccessibleInterface *interfaceOf(const TimelinePart &part) const;
    int indexOfCurrent() const;
    void tellFocus() const;

    mutable QList<TimelinePart> m_parts;
    mutable QHash<TimelinePart, QAccessible::Id> m_ids; ///< of those that somebody asked for
};

} // namespace Treatybook
