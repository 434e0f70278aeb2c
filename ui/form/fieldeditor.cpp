#include "ui/form/fieldeditor.h"

#include "ui/widgets/choicebox.h"
#include "ui/widgets/edtfedit.h"
#include "ui/widgets/listedit.h"
#include "ui/widgets/longtextedit.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/textedit.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

QStringList toStrings(const QJsonArray &array)
{
    QStringList items;
    for (const QJsonValue &item : array)
        items.append(item.toString());
    return items;
}

} // namespace

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
    : QWidget(parent), m_info(info), m_message(new PlainLabel(this))
{
    QWidget *input = makeInput(locale);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(input);
    layout->addWidget(m_message);
    setFocusProxy(input);
    m_message->setWordWrap(true);
    m_message->setObjectName(u"message.%1"_s.arg(info.keyText()));
    m_message->hide();
}

void FieldEditor::setMessage(const QString &text, bool isHint)
{
    m_message->setText(text);
    m_message->setRole(isHint ? QPalette::PlaceholderText : QPalette::BrightText);
    m_message->setVisible(!text.isEmpty());
}

template <class Input>
void FieldEditor::bind(Input *input)
{
    m_set = [input](const QJsonValue &value) { input->setText(value.toString()); };
    m_get = [input] { return QJsonValue(input->text()); };
    m_setReadOnly = [input](bool readOnly) { input->setReadOnly(readOnly); };
    connect(input, &Input::edited, this, &FieldEditor::edited);
}

QWidget *FieldEditor::makeInput(const QLocale &locale)
{
    const QString name = u"form.%1"_s.arg(m_info.keyText());
    const QString label = m_info.labelText();
    const auto named = [&](QWidget *input) {
        input->setObjectName(name);
        input->setAccessibleName(label);
    };
    switch (m_info.type) {
    case FieldType::LongText: {
        auto *input = new LongTextEdit(this);
        bind(input);
        named(input);
        return input;
    }
    case FieldType::Date:
    case FieldType::Interval: {
        const auto meaning = m_info.type == FieldType::Interval ? EdtfEdit::Meaning::Term : EdtfEdit::Meaning::Instant;
        auto *input = new EdtfEdit(meaning, locale, this);
        bind(input);
        named(input->findChild<QLineEdit *>());
        return input;
    }
    case FieldType::Choice: {
        auto *input = new ChoiceBox(*m_info.vocabulary, languageOf(locale), this);
        m_set = [input](const QJsonValue &value) { input->setKey(value.toString()); };
        m_get = [input] { return QJsonValue(input->key()); };
        m_setReadOnly = [input](bool readOnly) { input->setEnabled(!readOnly); };
        connect(input, &ChoiceBox::edited, this, &FieldEditor::edited);
        named(input);
        return input;
    }
    case FieldType::List: {
        auto *input = new ListEdit(m_info.vocabulary, languageOf(locale), this);
        m_set = [input](const QJsonValue &value) { input->setItems(toStrings(value.toArray())); };
        m_get = [input] { return QJsonValue(QJsonArray::fromStringList(input->items())); };
        m_setReadOnly = [input](bool readOnly) { input->setReadOnly(readOnly); };
        connect(input, &QLineEdit::textEdited, this, &FieldEditor::edited);
        named(input);
        return input;
    }
    case FieldType::Flag: {
        auto *input = new QCheckBox(this);
        m_set = [input](const QJsonValue &value) { input->setChecked(value.toString() == "true"_L1); };
        m_get = [input] { return QJsonValue(input->isChecked() ? u"true"_s : QString()); };
        m_setReadOnly = [input](bool readOnly) { input->setEnabled(!readOnly); };
        connect(input, &QCheckBox::clicked, this, &FieldEditor::edited);
        named(input);
        return input;
    }
    default: {
        auto *input = new TextEdit(this);
        bind(input);
        input->setInputName(name, label);
        if (m_info.type == FieldType::Number)
            input->lineEdit()->setValidator(
                new QRegularExpressionValidator(QRegularExpression(u"[0-9]{0,5}"_s), input->lineEdit()));
        return input;
    }
    }
}

} // namespace Treatybook
