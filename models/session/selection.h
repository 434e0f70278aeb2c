#pragma once

#include "session/columns.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace Treatybook {

/// Which records are selected, and which one is current: shared by table, timeline and form. Records that a filter
/// hides stay selected; removed ones leave. GUI thread.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const QSet<Slot> &selected() const { return m_selected; }
    qsizetype count() const { return m_selected.size(); }
    bool contains(Slot slot) const { return m_selected.contains(slot); }
    /// The record with the focus, shown in the form; it need not be selected.
    std::optional<Slot> current() const { return m_current; }

    /// Replaces both; one signal each, and only where something differs.
    void set(const QSet<Slot> &selected, std::optional<Slot> current);
    void select(Slot slot) { set({slot}, slot); }
    void setCurrent(std::optional<Slot> current) { set(m_selected, current); }
    /// Selects it or not, and makes it current.
    void toggle(Slot slot);
    void clear() { set({}, std::nullopt); }
    /// They are gone from the book.
    void drop(const QList<Slot> &removed);

Q_SIGNALS:
    void changed();
    void currentChanged();

private:
    QSet<Slot> m_selected;
    std::optional<Slot> m_current;
};

} // namespace Treatybook
