#pragma once

#include "domain/changeset.h"

#include <QMap>

namespace Treatybook {

/// What somebody typed into one record and has not saved: for each touched field the value it began from and the value
/// now. A field that is typed back is no longer touched, so it is never rewritten.
class Draft
{
public:
    bool isEmpty() const { return m_values.isEmpty(); }
    qsizetype count() const { return m_values.size(); }
    bool contains(Field field) const { return m_values.contains(field); }
    QList<Field> fields() const { return m_values.keys(); }
    QJsonValue value(Field field) const { return m_values.value(field).after; }

    /// `stored` is what the record holds now; it counts only if the field was not touched before.
    void set(Field field, const QJsonValue &stored, const QJsonValue &value);

    /// The record as it would be; values that no store takes are left out.
    Agreement appliedTo(const Agreement &record) const;
    /// Why a field cannot be saved; a sentence for people, empty if it can.
    QString problem(Field field) const;

    /// One step a touched field.
    PatchSteps steps() const;
    /// These were saved; what was typed meanwhile stays.
    void settle(const PatchSteps &saved);
    /// Starts from what the record holds now, so that saving overwrites what others wrote.
    void rebase(const Agreement &record);

private:
    struct Value {
        QJsonValue before, after;
    };
    void drop(Field field) { m_values.remove(field); }

    QMap<Field, Value> m_values;
};

} // namespace Treatybook
