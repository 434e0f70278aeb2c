#include "ui/form/columninput.h"

#include "domain/countries.h"
#include "ui/form/partmodel.h"
#include "ui/form/recordline.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/edtfedit.h"
#include "ui/widgets/listedit.h"
#include "ui/widgets/longtextedit.h"
#include "ui/widgets/suggester.h"
#include "ui/widgets/textedit.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostCountries = 12;

QStringList toStrings(const QJsonArray &array)
{
    QStringList items;
    for (const QJsonValue &item : array)
        items.append(item.toString());
    return items;
}

QList<Suggestion> countries(const QString &typed, Language language)
{
    QList<Suggestion> offers;
    for (const Country *country : Countries::begunBy(typed, language, MostCountries)) {
        const QString name = country->name(language);
        offers.append({country->code.isEmpty() ? name : u"%1 · %2"_s.arg(name, country->code), name, country->code});
    }
    return offers;
}

} // namespace

ColumnInput::ColumnInput(const ColumnInfo &info, const QLocale &locale, const PartModel *part, Shape shape,
                         QWidget *parent)
    : QWidget(parent), m_info(info), m_input(makeInput(locale, part, shape))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_input);
    setFocusProxy(focusTarget());
    connect(this, &ColumnInput::edited, this, [this] { m_wasEdited = true; });
}

void ColumnInput::setValue(const QJsonValue &value)
{
    m_set(value);
    m_wasEdited = false;
    setFocusProxy(focusTarget()); // a text may need another input
}

void ColumnInput::setInputName(const QString &objectName, const QString &accessibleName)
{
    if (m_name) {
        m_name(objectName, accessibleName);
        return;
    }
    m_input->setObjectName(objectName);
    m_input->setAccessibleName(accessibleName);
}

void ColumnInput::setSuggestions(std::function<QStringList()> source)
{
    if (auto *list = qobject_cast<ListEdit *>(m_input))
        list->setSuggestions(std::move(source));
}

void ColumnInput::setSought(const SoughtWords &words)
{
    if (m_mark)
        m_mark(words);
}

QWidget *ColumnInput::focusTarget() const
{
    QWidget *target = m_input;
    while (QWidget *proxy = target->focusProxy())
        target = proxy;
    return target;
}

template <class Input>
Input *ColumnInput::bindText(Input *input)
{
    m_set = [input](const QJsonValue &value) { input->setText(value.toString()); };
    m_get = [input] { return QJsonValue(input->text()); };
    m_setReadOnly = [input](bool readOnly) { input->setReadOnly(readOnly); };
    if constexpr (requires { input->setSought(SoughtWords()); })
        m_mark = [input](const SoughtWords &words) { input->setSought(words); };
    connect(input, &Input::edited, this, &ColumnInput::edited);
    return input;
}

QWidget *ColumnInput::makeInput(const QLocale &locale, const PartModel *part, Shape shape)
{
    switch (m_info.type) {
    case FieldType::LongText:
        return bindText(new LongTextEdit(this));
    case FieldType::Date:
    case FieldType::Interval: {
        const auto meaning = m_info.type == FieldType::Interval ? EdtfEdit::Meaning::Term : EdtfEdit::Meaning::Instant;
        auto *input = bindText(new EdtfEdit(meaning, locale, this));
        m_name = [input](const QString &objectName, const QString &accessibleName) {
            input->lineEdit()->setObjectName(objectName);
            input->lineEdit()->setAccessibleName(accessibleName);
        };
        return input;
    }
    case FieldType::Choice: {
        auto *input = new ChoiceBox(*m_info.vocabulary, languageOf(locale), this);
        m_set = [input](const QJsonValue &value) { input->setKey(value.toString()); };
        m_get = [input] { return QJsonValue(input->key()); };
        m_setReadOnly = [input](bool readOnly) { input->setEnabled(!readOnly); };
        connect(input, &ChoiceBox::edited, this, &ColumnInput::edited);
        return input;
    }
    case FieldType::List: {
        auto *input = new ListEdit(m_info.vocabulary, languageOf(locale), this);
        m_set = [input](const QJsonValue &value) { input->setItems(toStrings(value.toArray())); };
        m_get = [input] { return QJsonValue(QJsonArray::fromStringList(input->items())); };
        m_setReadOnly = [input](bool readOnly) { input->setReadOnly(readOnly); };
        m_mark = [input](const SoughtWords &words) { input->setSought(words); };
        connect(input, &QLineEdit::textEdited, this, &ColumnInput::edited);
        return input;
    }
    case FieldType::Flag: {
        auto *input = new QCheckBox(this);
        m_set = [input](const QJsonValue &value) { input->setChecked(value.toString() == "true"_L1); };
        m_get = [input] { return QJsonValue(input->isChecked() ? u"true"_s : QString()); };
        m_setReadOnly = [input](bool readOnly) { input->setEnabled(!readOnly); };
        connect(input, &QCheckBox::clicked, this, &ColumnInput::edited);
        return input;
    }
    case FieldType::Item:
        return makeItemBox(*part);
    case FieldType::Record:
        return makeRecordLine(*part);
    default:
        break;
    }
    if (shape == Shape::Box)
        return bindText(new LongTextEdit(this));
    auto *input = bindText(new TextEdit(this));
    m_name = [input](const QString &objectName, const QString &accessibleName) {
        input->setInputName(objectName, accessibleName);
    };
    if (m_info.type == FieldType::Number)
        input->lineEdit()->setValidator(
            new QRegularExpressionValidator(QRegularExpression(u"[0-9]{0,5}"_s), input->lineEdit()));
    if (part && part->info().field == Field::Participants && m_info.key == "name") {
        const Language language = languageOf(locale);
        auto *suggester =
            new Suggester(input->lineEdit(), [language](const QString &typed) { return countries(typed, language); });
        connect(suggester, &Suggester::chosen, this, &ColumnInput::countryChosen);
    }
    return input;
}

QWidget *ColumnInput::makeItemBox(const PartModel &part)
{
    auto *input = new ChoiceBox(part.choicesOf(m_info), this);
    m_set = [this, input, &part](const QJsonValue &value) {
        input->setChoices(part.choicesOf(m_info));
        input->setKey(value.toString());
    };
    m_get = [input] { return QJsonValue(input->key()); };
    m_setReadOnly = [input](bool readOnly) { input->setEnabled(!readOnly); };
    connect(input, &ChoiceBox::edited, this, &ColumnInput::edited);
    return input;
}

QWidget *ColumnInput::makeRecordLine(const PartModel &part)
{
    auto *input = new RecordLine(part.store(), this);
    m_set = [input](const QJsonValue &value) { input->setKey(value.toString()); };
    m_get = [input] { return QJsonValue(input->key()); };
    m_setReadOnly = [input](bool readOnly) { input->setReadOnly(readOnly); };
    connect(input, &RecordLine::edited, this, &ColumnInput::edited);
    return input;
}

} // namespace Treatybook
