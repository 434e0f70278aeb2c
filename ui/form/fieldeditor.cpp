#include "ui/form/fieldeditor.h"

#include "ui/form/columninput.h"
#include "ui/widgets/plainlabel.h"

#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

bool FieldEditor::canEdit(const FieldInfo &info)
{
    switch (info.type) {
    case FieldType::Id:
    case FieldType::Item:
    case FieldType::Record:
    case FieldType::Part:
    case FieldType::Computed:
        return false;
    default:
        return true;
    }
}

FieldEditor::FieldEditor(const FieldInfo &info, const QLocale &locale, QWidget *parent)
    : QWidget(parent)
    , m_info(info)
    , m_input(new ColumnInput(info, locale, nullptr, ColumnInput::Shape::Usual, this))
    , m_message(new PlainLabel(this))
{
    m_input->setInputName(u"form.%1"_s.arg(info.keyText()), info.labelText());
    connect(m_input, &ColumnInput::edited, this, &FieldEditor::edited);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_input);
    layout->addWidget(m_message);
    setFocusProxy(m_input);
    m_message->setWordWrap(true);
    m_message->setObjectName(u"message.%1"_s.arg(info.keyText()));
    m_message->hide();
}

void FieldEditor::setValue(const QJsonValue &value)
{
    m_input->setValue(value);
}

QJsonValue FieldEditor::value() const
{
    return m_input->value();
}

void FieldEditor::setReadOnly(bool readOnly)
{
    m_input->setReadOnly(readOnly);
}

void FieldEditor::setSuggestions(std::function<QStringList()> source)
{
    m_input->setSuggestions(std::move(source));
}

void FieldEditor::setSought(const SoughtWords &words)
{
    m_input->setSought(words);
}

void FieldEditor::setMessage(const QString &text, bool isHint)
{
    m_message->setText(text);
    m_message->setRole(isHint ? QPalette::PlaceholderText : QPalette::BrightText);
    m_message->setVisible(!text.isEmpty());
}

} // namespace Treatybook
