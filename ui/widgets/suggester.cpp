#include "ui/widgets/suggester.h"

#include "ui/widgets/plainlabel.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QStandardItemModel>

namespace Treatybook {

constexpr int TextRole = Qt::UserRole;
constexpr int KeyRole = Qt::UserRole + 1;

Suggester::Suggester(QLineEdit *line, Source source)
    : QCompleter(line), m_line(line), m_source(std::move(source)), m_offers(new QStandardItemModel(this))
{
    setModel(m_offers);
    setCompletionMode(UnfilteredPopupCompletion); // the source has filtered
    setCompletionRole(TextRole);
    setMaxVisibleItems(10);
    line->setCompleter(this);
    connect(line, &QLineEdit::textEdited, this, &Suggester::ask);
    connect(this, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        const QString text = index.data(TextRole).toString();
        m_line->setText(text);
        Q_EMIT chosen(text, index.data(KeyRole).toString());
    });
}

void Suggester::offer()
{
    fill(m_line->text());
    if (m_offers->rowCount() > 0)
        complete();
}

void Suggester::ask(const QString &typed)
{
    if (typed.trimmed().isEmpty())
        m_offers->clear();
    else
        fill(typed);
    if (m_offers->rowCount() == 0)
        popup()->hide();
}

void Suggester::fill(const QString &typed)
{
    m_offers->clear();
    for (const Suggestion &suggestion : m_source(typed)) {
        auto *item = new QStandardItem(shortened(suggestion.label));
        item->setData(suggestion.text, TextRole);
        item->setData(suggestion.key, KeyRole);
        m_offers->appendRow(item);
    }
}

} // namespace Treatybook
