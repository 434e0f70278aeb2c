#include "ui/widgets/datechoices.h"

#include "ui/widgets/textlink.h"

#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

DateChoices::DateChoices(QWidget *input, const QLocale &locale, QWidget *parent)
    : QWidget(parent), m_input(input), m_locale(locale)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 2);
    layout->setSpacing(0);
    hide();
}

void DateChoices::show(const QList<DateReading::Alternative> &choices)
{
    m_choices = choices;
    while (m_links.size() < m_choices.size()) {
        const qsizetype number = m_links.size();
        auto *link = new TextLink(this);
        link->setObjectName(u"choice.%1"_s.arg(number));
        connect(link, &TextLink::clicked, this, [this, number] {
            if (number < m_choices.size())
                Q_EMIT chosen(QString(m_choices.at(number).value.text()));
        });
        layout()->addWidget(link);
        setTabOrder(m_links.isEmpty() ? m_input : m_links.last(), link);
        m_links.append(link);
    }
    for (qsizetype i = 0; i < m_links.size(); ++i) {
        const bool isUsed = i < m_choices.size();
        TextLink *link = m_links.at(i);
        link->setVisible(isUsed);
        if (!isUsed)
            continue;
        link->setText(textOf(m_choices.at(i)));
        link->setAccessibleName(tr("Read as %1").arg(link->text()));
        link->setToolTip(m_choices.at(i).value.text());
        link->updateGeometry();
    }
    setVisible(!m_choices.isEmpty());
}

QString DateChoices::textOf(const DateReading::Alternative &choice) const
{
    const QString date = choice.value.isEmpty() ? tr("No date: leave it empty") : displayText(choice.value, m_locale);
    return choice.words.isEmpty() || choice.value.isEmpty()
               ? date
               : tr("%1 (%2)", "date and its meaning").arg(date, choice.words);
}

} // namespace Treatybook
