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

    /// Takes over what others changed in other items of the parts that are touched here. Where they changed the same
    /// item, or something typed is no value, all stays as it is.
    void follow(const Agreement &record);

    /// The record as it would be; values that no store takes are left out.
    Agreement appliedTo(const Agreement &record) const;
    /// Why a field cannot be saved; a sentence for people, empty if it can.
    QString problem(Field field) const;

    /// One step a touched field, or a touched item of a part.
    PatchSteps steps() const;
    /// That was saved; what was typed meanwhile stays.
    void settle(const Draft &saved);
    /// Starts from what the record holds now, so that saving overwrites what others wrote.
    void rebase(const Agreement &record);

private:
    struct Value {
        QJsonValue before, after;
    };
    void drop(Field field) { m_values.remove(field); }
    static PatchSteps stepsOf(Field field, const Value &value);

    QMap<Field, Value> m_values;
};

} // namespace Treatybook
