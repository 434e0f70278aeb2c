#include "ui/widgets/listedit.h"

#include "domain/field.h"
#include "ui/widgets/undofallthrough.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace Treatybook {

using namespace Qt::StringLiterals;

ListEdit::ListEdit(const Vocabulary *vocabulary, Language language, QWidget *parent)
    : QLineEdit(parent), m_vocabulary(vocabulary), m_language(language)
{
    setToolTip(tr("Several are separated by “;”"));
    UndoFallThrough::install(this);
    if (m_vocabulary)
        setSuggestions({});
}

void ListEdit::setItems(const QStringList &items)
{
    QStringList labels;
    for (const QString &item : items)
        labels.append(labelOf(item));
    const int cursor = cursorPosition();
    setText(joinList(labels));
    setCursorPosition(hasFocus() ? cursor : 0);
}

QStringList ListEdit::items() const
{
    QStringList result;
    for (const QString &text : splitList(text())) {
        const auto index = m_vocabulary ? m_vocabulary->indexOf(text) : std::nullopt;
        const QString item = index ? m_vocabulary->key(*index) : text;
        if (!result.contains(item))
            result.append(item);
    }
    return result;
}

void ListEdit::setSuggestions(const QStringList &suggestions)
{
    QStringList labels;
    for (int index = 0; m_vocabulary && index < m_vocabulary->size(); ++index)
        labels.append(m_vocabulary->label(index, m_language));
    for (const QString &suggestion : suggestions) {
        if (const QString label = labelOf(suggestion); !labels.contains(label))
            labels.append(label);
    }
    if (!m_completer) {
        m_completer = new QCompleter(this);
        m_completer->setModel(new QStringListModel(m_completer));
        m_completer->setCaseSensitivity(Qt::CaseInsensitive);
        m_completer->setFilterMode(Qt::MatchContains);
        m_completer->setWidget(this); // not setCompleter(): that completes the whole line
        connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &ListEdit::complete);
        connect(this, &QLineEdit::textEdited, this, &ListEdit::offer);
    }
    static_cast<QStringListModel *>(m_completer->model())->setStringList(labels);
}

void ListEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isOpen = m_completer && m_completer->popup()->isVisible();
    const auto key = event->key();
    if (isOpen && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape || key == Qt::Key_Tab)) {
        event->ignore(); // the list of offers takes it
        return;
    }
    QLineEdit::keyPressEvent(event);
}

QString ListEdit::labelOf(const QString &item) const
{
    const auto index = m_vocabulary ? m_vocabulary->indexOfKey(item) : std::nullopt;
    return index ? m_vocabulary->label(*index, m_language) : item;
}

qsizetype ListEdit::itemStart() const
{
    return cursorPosition() == 0 ? 0 : text().lastIndexOf(u';', cursorPosition() - 1) + 1;
}

void ListEdit::offer()
{
    const QString begun = text().mid(itemStart(), cursorPosition() - itemStart()).trimmed();
    m_completer->setCompletionPrefix(begun);
    if (begun.isEmpty() || m_completer->completionCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete();
}

void ListEdit::complete(const QString &label)
{
    const qsizetype start = itemStart();
    const QString before = start > 0 ? u" "_s : QString();
    setSelection(static_cast<int>(start), cursorPosition() - static_cast<int>(start));
    insert(before + joinList({label}));
    m_completer->popup()->hide();
}

} // namespace Treatybook
