#include "ui/widgets/choicebox.h"

#include <QAbstractItemView>
#include <QWheelEvent>

namespace Treatybook {

ChoiceBox::ChoiceBox(const Vocabulary &vocabulary, Language language, QWidget *parent)
    : QComboBox(parent), m_vocabulary(vocabulary)
{
    for (int index = 0; index < vocabulary.size(); ++index)
        addItem(vocabulary.key(index).isEmpty() ? tr("(not set)") : vocabulary.label(index, language));
    setFocusPolicy(Qt::StrongFocus);
    setMaxVisibleItems(24);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    connect(this, &QComboBox::activated, this, &ChoiceBox::edited);
}

void ChoiceBox::setKey(const QString &key)
{
    setCurrentIndex(m_vocabulary.indexOfKey(key).value_or(0));
}

QString ChoiceBox::key() const
{
    return m_vocabulary.key(currentIndex());
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace Treatybook
