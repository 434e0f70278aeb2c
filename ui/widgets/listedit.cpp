#include "ui/widgets/listedit.h"

#include "domain/field.h"
#include "domain/fold.h"
#include "ui/widgets/undofallthrough.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QSet>
#include <QStringListModel>

#include <tuple>

namespace Treatybook {

using namespace Qt::StringLiterals;

ListEdit::ListEdit(const Vocabulary *vocabulary, Language language, QWidget *parent)
    : MarkedLineEdit(parent), m_vocabulary(vocabulary), m_language(language), m_completer(new QCompleter(this))
{
    setToolTip(tr("Several are separated by “;”. Alt+Up and Alt+Down move one."));
    UndoFallThrough::install(this);
    m_completer->setModel(new QStringListModel(m_completer));
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this); // not setCompleter(): that completes the whole line
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &ListEdit::complete);
    connect(this, &QLineEdit::textEdited, this, &ListEdit::offer);
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

void ListEdit::setSuggestions(std::function<QStringList()> source)
{
    m_source = std::move(source);
    m_labels.clear();
}

void ListEdit::focusInEvent(QFocusEvent *event)
{
    MarkedLineEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        m_labels.clear(); // the book may have changed
}

void ListEdit::gatherOffers()
{
    m_folded.clear();
    for (int index = 0; m_vocabulary && index < m_vocabulary->size(); ++index)
        m_labels.append(m_vocabulary->label(index, m_language));
    QSet<QString> known(m_labels.begin(), m_labels.end());
    for (const QString &text : m_source ? m_source() : QStringList()) {
        const QString label = labelOf(text);
        if (!known.contains(label)) {
            known.insert(label);
            m_labels.append(label);
        }
    }
    for (const QString &label : std::as_const(m_labels))
        m_folded.append(' ' + fold(label));
}

void ListEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isOpen = m_completer->popup()->isVisible();
    const auto key = event->key();
    if (isOpen && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape || key == Qt::Key_Tab)) {
        event->ignore(); // the list of offers takes it
        return;
    }
    if (key == Qt::Key_Backspace && event->modifiers() == Qt::NoModifier && removeItemBefore())
        return;
    if ((key == Qt::Key_Up || key == Qt::Key_Down) && event->modifiers() == Qt::AltModifier &&
        moveItem(key == Qt::Key_Up ? -1 : 1))
        return;
    MarkedLineEdit::keyPressEvent(event);
}

void ListEdit::mouseDoubleClickEvent(QMouseEvent *event)
{
    MarkedLineEdit::mouseDoubleClickEvent(event);
    const auto [start, end] = itemAt(cursorPositionAt(event->position().toPoint()));
    const QString item = text().mid(start, end - start);
    const auto lead = static_cast<int>(item.size() - QStringView(item).trimmed().size());
    setSelection(start + qMin(lead, 1), end - start - qMin(lead, 1));
}

QString ListEdit::labelOf(const QString &item) const
{
    const auto index = m_vocabulary ? m_vocabulary->indexOfKey(item) : std::nullopt;
    return index ? m_vocabulary->label(*index, m_language) : item;
}

std::pair<int, int> ListEdit::itemAt(int position) const
{
    const QString line = text();
    const int size = static_cast<int>(line.size());
    int start = 0, at = 0;
    for (; at < size; ++at) {
        if (line[at] == u'\\')
            ++at;
        else if (line[at] == u';') {
            if (at >= position)
                return {start, at};
            start = at + 1;
        }
    }
    return {start, size};
}

/// As if it had been typed, so that it can be undone.
void ListEdit::replaceText(int start, int end, const QString &text)
{
    setSelection(start, end - start);
    insert(text);
}

bool ListEdit::removeItemBefore()
{
    const int cursor = cursorPosition();
    if (isReadOnly() || hasSelectedText() || cursor < 2 || text().mid(cursor - 2, 2) != "; "_L1)
        return false;
    const auto [start, end] = itemAt(cursor - 2);
    if (end != cursor - 2)
        return false; // that one belongs to a text
    replaceText(start, cursor, start == 0 ? QString() : u" "_s);
    return true;
}

bool ListEdit::moveItem(int step)
{
    if (isReadOnly())
        return false;
    const QString line = text();
    int index = 0;
    for (auto [start, end] = itemAt(0); end < cursorPosition() && end < line.size();
         std::tie(start, end) = itemAt(end + 1))
        ++index;
    QStringList items = splitList(line);
    const int target = index + step;
    if (index >= items.size() || target < 0 || target >= items.size())
        return false;
    items.move(index, target);
    replaceText(0, static_cast<int>(line.size()), joinList(items));
    setCursorPosition(static_cast<int>(joinList(items.mid(0, target + 1)).size()));
    m_completer->popup()->hide();
    return true;
}

/// Entries that have a word which begins as the text under the cursor, but for those that are there.
void ListEdit::offer()
{
    if (m_labels.isEmpty())
        gatherOffers();
    constexpr qsizetype Most = 50;
    const int start = itemAt(cursorPosition()).first;
    const QByteArray begun = ' ' + fold(text().mid(start, cursorPosition() - start));
    QStringList offers;
    if (begun.size() > 1) {
        const QStringList present = splitList(text());
        for (qsizetype index = 0; index < m_labels.size() && offers.size() < Most; ++index) {
            if (m_folded.at(index).contains(begun) && !present.contains(m_labels.at(index)))
                offers.append(m_labels.at(index));
        }
    }
    static_cast<QStringListModel *>(m_completer->model())->setStringList(offers);
    if (offers.isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void ListEdit::complete(const QString &label)
{
    const auto [start, end] = itemAt(cursorPosition());
    replaceText(start, end, (start > 0 ? u" "_s : QString()) + joinList({label}));
    m_completer->popup()->hide();
}

} // namespace Treatybook
