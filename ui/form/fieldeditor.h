#pragma once

#include "domain/field.h"

#include <QJsonValue>
#include <QWidget>

#include <functional>

namespace Treatybook {

class PlainLabel;

/// Edits one field of the record with the input that fits its type, and shows messages below it. Values are in the
/// generic form of recordjson.h. The input is named `form.<key>`.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    /// Whether there is an input for that type: all scalars but ids.
    static bool canEdit(const FieldInfo &info);

    explicit FieldEditor(const FieldInfo &info, const QLocale &locale, QWidget *parent = nullptr);

    Field field() const { return m_info.field; }
    const FieldInfo &info() const { return m_info; }

    /// Emits nothing; the input forgets its own undo history.
    void setValue(const QJsonValue &value) { m_set(value); }
    /// What the input holds; exactly what was set wherever the person did not edit.
    QJsonValue value() const { return m_get(); }
    void setReadOnly(bool readOnly) { m_setReadOnly(readOnly); }
    /// Empty takes it away. `isHint`: worth knowing rather than wrong.
    void setMessage(const QString &text, bool isHint);

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    template <class Input>
    void bind(Input *input);
    QWidget *makeInput(const QLocale &locale);

    const FieldInfo &m_info;
    PlainLabel *m_message = nullptr;
    std::function<void(const QJsonValue &)> m_set;
    std::function<QJsonValue()> m_get;
    std::function<void(bool)> m_setReadOnly;
};

} // namespace Treatybook
