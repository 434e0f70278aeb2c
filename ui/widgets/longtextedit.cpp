#include "ui/widgets/longtextedit.h"

#include "ui/widgets/theme.h"
#include "ui/widgets/undofallthrough.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QtMath>

namespace Treatybook {

namespace {

/// What a document makes of the text: one '\n' for each kind of line end.
QString normalised(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (unit == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
            continue;
        const bool isBreak = unit == u'\r' || unit == QChar::ParagraphSeparator || unit == 0xfdd0 || unit == 0xfdd1;
        result.append(isBreak ? QChar(u'\n') : text[i]);
    }
    return result;
}

/// Wrapping takes time by the square of a paragraph's length: 40,000 letters without a blank took 1.5 s.
bool hasHugeParagraph(const QString &text)
{
    constexpr qsizetype Huge = 10'000;
    qsizetype start = 0;
    for (qsizetype end = text.indexOf(u'\n'); end >= 0; end = text.indexOf(u'\n', start)) {
        if (end - start > Huge)
            return true;
        start = end + 1;
    }
    return text.size() - start > Huge;
}

/// Where in `text` the first `count` characters of normalised(text) end.
qsizetype originalPosition(const QString &text, qsizetype count)
{
    qsizetype position = 0;
    for (; count > 0 && position < text.size(); --count) {
        if (text[position] == u'\r' && position + 1 < text.size() && text[position + 1] == u'\n')
            ++position;
        ++position;
    }
    return position;
}

} // namespace

LongTextEdit::LongTextEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    viewport()->setBackgroundRole(QPalette::Window); // as the other inputs
    UndoFallThrough::install(this);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &LongTextEdit::fitHeight);
    fitHeight();
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        markFound();
        if (!m_setting)
            Q_EMIT edited();
    });
}

void LongTextEdit::setText(const QString &text)
{
    m_setting = true;
    m_original = text;
    const int place = textCursor().position();
    setLineWrapMode(hasHugeParagraph(text) ? NoWrap : WidgetWidth);
    setPlainText(normalised(text));
    if (hasFocus()) {
        QTextCursor cursor = textCursor();
        cursor.setPosition(qMin(place, document()->characterCount() - 1));
        setTextCursor(cursor);
    }
    m_shown = shownText();
    m_setting = false;
}

QString LongTextEdit::text() const
{
    const QString now = shownText();
    if (now == m_shown)
        return m_original;
    const qsizetype shorter = qMin(now.size(), m_shown.size());
    qsizetype head = 0;
    while (head < shorter && now[head] == m_shown[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && now[now.size() - 1 - tail] == m_shown[m_shown.size() - 1 - tail])
        ++tail;
    return m_original.left(originalPosition(m_original, head)) + now.mid(head, now.size() - head - tail) +
           m_original.mid(originalPosition(m_original, m_shown.size() - tail));
}

void LongTextEdit::setSought(const SoughtWords &words)
{
    if (std::exchange(m_sought, words) != words)
        markFound();
}

void LongTextEdit::markFound()
{
    if (m_sought.isEmpty() && extraSelections().isEmpty())
        return;
    constexpr qsizetype Longest = 100'000; // a text is folded anew at every letter that is typed into it
    QList<QTextEdit::ExtraSelection> marks;
    for (const FoundRange &range : m_sought.foundIn(shownText().left(Longest))) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(static_cast<int>(range.start));
        mark.cursor.setPosition(static_cast<int>(range.start + range.length), QTextCursor::KeepAnchor);
        mark.format.setBackground(foundColor(palette()));
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void LongTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        markFound();
}

void LongTextEdit::fitHeight()
{
    const int lines = qBound(FewestLines, qRound(document()->documentLayout()->documentSize().height()), MostLines);
    setFixedHeight(fontMetrics().lineSpacing() * lines + qCeil(document()->documentMargin() * 2) + 2 * frameWidth() +
                   2);
}

QString LongTextEdit::shownText() const
{
    // The text of a block is what was put in; toPlainText() would turn no-break blanks into blanks.
    QString result;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block != document()->begin())
            result.append(u'\n');
        result.append(block.text());
    }
    return result;
}

} // namespace Treatybook
