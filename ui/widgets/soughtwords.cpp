#include "ui/widgets/soughtwords.h"

#include "domain/fold.h"

#include <QFontMetricsF>
#include <QTextLayout>

namespace Treatybook {

namespace {

bool isWordUnit(QChar unit)
{
    return unit.isLetterOrNumber() || unit.isMark() || unit.isSurrogate();
}

struct Word {
    qsizetype start = 0, end = 0;
    QByteArray folded;
};

QList<Word> wordsOf(QStringView text)
{
    QList<Word> words;
    for (qsizetype start = 0; start < text.size(); ++start) {
        if (!isWordUnit(text[start]))
            continue;
        qsizetype end = start;
        while (end < text.size() && isWordUnit(text[end]))
            ++end;
        words.append({start, end, fold(text.mid(start, end - start))});
        start = end;
    }
    return words;
}

/// Where the phrase ends that begins with the word at `at`; the last of its words may only be begun. -1 if it is not
/// there.
qsizetype endOfPhrase(QStringView text, const QList<Word> &words, qsizetype at, const QByteArrayList &phrase)
{
    if (words.size() - at < phrase.size())
        return -1;
    for (qsizetype i = 0; i + 1 < phrase.size(); ++i) {
        if (words[at + i].folded != phrase[i])
            return -1;
    }
    const Word &word = words[at + phrase.size() - 1];
    if (!word.folded.startsWith(phrase.last()))
        return -1;
    qsizetype end = word.start + 1;
    while (end < word.end &&
           (fold(text.mid(word.start, end - word.start)).size() < phrase.last().size() || text[end].isMark()))
        ++end;
    return end;
}

} // namespace

SoughtWords::SoughtWords(const Query &query)
{
    for (const QByteArray &text : query.wantedTexts()) {
        if (const QByteArray phrase = text.simplified(); !phrase.isEmpty())
            m_phrases.append(phrase.split(' '));
    }
}

QList<FoundRange> SoughtWords::foundIn(const QString &text) const
{
    QList<FoundRange> ranges;
    if (isEmpty())
        return ranges;
    const QList<Word> words = wordsOf(text);
    qsizetype marked = 0;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const qsizetype start = std::max(words[at].start, marked);
        for (const QByteArrayList &phrase : m_phrases)
            marked = std::max(marked, endOfPhrase(text, words, at, phrase));
        if (marked > start)
            ranges.append({start, marked - start});
    }
    return ranges;
}

QList<QRectF> foundRects(const QString &text, const QList<FoundRange> &ranges, const QFont &font, qreal width,
                         Qt::LayoutDirection direction)
{
    QList<QRectF> rects;
    if (ranges.isEmpty())
        return rects;
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setTextDirection(direction);
    option.setWrapMode(width > 0 ? QTextOption::WordWrap : QTextOption::NoWrap);
    QTextLayout layout(QString(text).replace(u'\n', QChar::LineSeparator), font);
    layout.setTextOption(option);
    layout.beginLayout();
    constexpr qreal Endless = 1 << 20;
    const qreal leading = QFontMetricsF(font).leading();
    qreal top = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width > 0 ? width : Endless);
        for (const FoundRange &range : ranges) {
            const int first = std::max(static_cast<int>(range.start), line.textStart());
            const int last =
                std::min(static_cast<int>(range.start + range.length), line.textStart() + line.textLength());
            if (first > last || (first == last && range.length > 0))
                continue;
            const qreal one = line.cursorToX(first);
            const qreal other = line.cursorToX(last);
            rects.append(QRectF(std::min(one, other), top, std::abs(other - one), line.height()));
        }
        top += line.height() + leading;
    }
    layout.endLayout();
    return rects;
}

} // namespace Treatybook
