#include "ui/widgets/choicebox.h"

#include <QAbstractItemView>
#include <QWheelEvent>

namespace Treatybook {

static QList<ChoiceBox::Choice> entries(const Vocabulary &vocabulary, Language language)
{
    QList<ChoiceBox::Choice> choices;
    for (int index = 0; index < vocabulary.size(); ++index) {
        const QString key = vocabulary.key(index);
        choices.append({key, key.isEmpty() ? ChoiceBox::tr("(not set)") : vocabulary.label(index, language)});
    }
    return choices;
}

ChoiceBox::ChoiceBox(const Vocabulary &vocabulary, Language language, QWidget *parent)
    : ChoiceBox(entries(vocabulary, language), parent)
{
}

ChoiceBox::ChoiceBox(const QList<Choice> &choices, QWidget *parent) : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMaxVisibleItems(24);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    setChoices(choices);
    setPlaceholderText(tr("(no longer there)"));
    connect(this, &QComboBox::activated, this, [this](int index) {
        m_key = m_choices.at(index).key;
        Q_EMIT edited();
    });
}

void ChoiceBox::setChoices(const QList<Choice> &choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    clear();
    for (const Choice &choice : choices)
        addItem(choice.label);
    setKey(m_key);
}

void ChoiceBox::setKey(const QString &key)
{
    m_key = key;
    const auto known =
        std::find_if(m_choices.cbegin(), m_choices.cend(), [&key](const Choice &choice) { return choice.key == key; });
    setCurrentIndex(known == m_choices.cend() ? -1 : static_cast<int>(known - m_choices.cbegin()));
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace Treatybook
