#pragma once

#include "domain/field.h"
#include "ui/widgets/soughtwords.h"

#include <QJsonValue>
#include <QWidget>

#include <functional>

namespace Treatybook {

class PartModel;

/// The input that fits the type of a column, in the form, in a cell of a list and in the details of an item alike.
/// Values are in the generic form of recordjson.h, but may be none of the column: what is typed stays as it is.
class ColumnInput : public QWidget
{
    Q_OBJECT

public:
    enum class Shape { Usual, Box }; ///< a box takes several lines of a text

    /// `part` is asked for other items and records; null where the column refers to none.
    ColumnInput(const ColumnInfo &info, const QLocale &locale, const PartModel *part, Shape shape = Shape::Usual,
                QWidget *parent = nullptr);

    ~ColumnInput() override { Q_EMIT ending(); }

    /// Emits nothing; the input forgets its own undo history.
    void setValue(const QJsonValue &value);
    /// What the input holds; exactly what was set wherever the person did not edit.
    QJsonValue value() const { return m_get(); }
    /// What a list offers besides its vocabulary; asked when one begins to type.
    void setSuggestions(std::function<QStringList()> source);
    /// Marked where a text shows them; dates and choices are not.
    void setSought(const SoughtWords &words);
    /// By the person, since a value was set.
    bool wasEdited() const { return m_wasEdited; }
    void setReadOnly(bool readOnly) { m_setReadOnly(readOnly); }
    /// The names that tests and screen readers find.
    void setInputName(const QString &objectName, const QString &accessibleName);
    /// The widget that has the keyboard.
    QWidget *focusTarget() const;

Q_SIGNALS:
    /// Before its parts go.
    void ending();
    /// By the person.
    void edited();
    /// One of the names that were offered; `code` goes with it.
    void countryChosen(const QString &name, const QString &code);

private:
    template <class Input>
    Input *bindText(Input *input);
    QWidget *makeInput(const QLocale &locale, const PartModel *part, Shape shape);
    QWidget *makeItemBox(const PartModel &part);
    QWidget *makeRecordLine(const PartModel &part);

    const ColumnInfo &m_info;
    std::function<void(const QJsonValue &)> m_set;
    std::function<QJsonValue()> m_get;
    std::function<void(bool)> m_setReadOnly;
    std::function<void(const SoughtWords &)> m_mark;
    std::function<void(const QString &, const QString &)> m_name;
    bool m_wasEdited = false;
    QWidget *m_input; ///< last: making it fills the functions
};

} // namespace Treatybook
