#pragma once

#include "domain/field.h"

#include <QJsonValue>
#include <QWidget>

#include <functional>

namespace Treatybook {

class ColumnInput;
class PlainLabel;
class SoughtWords;

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
    void setValue(const QJsonValue &value);
    /// What the input holds; exactly what was set wherever the person did not edit.
    QJsonValue value() const;
    void setReadOnly(bool readOnly);
    /// What a list offers besides its vocabulary.
    void setSuggestions(std::function<QStringList()> source);
    void setSought(const SoughtWords &words);
    /// Empty takes it away. `isHint`: worth knowing rather than wrong.
    void setMessage(const QString &text, bool isHint);

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    const FieldInfo &m_info;
    ColumnInput *m_input;
    PlainLabel *m_message;
};

} // namespace Treatybook
