#include "ui/widgets/soughtwords.h"

#include "domain/fold.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>
#include <iterator>
#include <utility>

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

/// A text as the search sees it, folded as a whole: "Viet Nam" and "co-operation" are one word each there. Words are
/// told apart by its blanks only, so letters are counted without blanks to find them again in the text.
class FoldedLetters
{
public:
    explicit FoldedLetters(QStringView text) : m_text(text), m_words(wordsOf(text)), m_folded(' ' + fold(text) + ' ')
    {
        QByteArray single;
        for (Word &word : m_words) {
            word.folded.replace(' ', QByteArray());
            m_firstLetters.append(single.size());
            single += word.folded;
        }
        if (QByteArray whole = m_folded; whole.replace(' ', QByteArray()) != single)
            m_folded
                .clear(); // a rule of the fold that goes over words: nothing is marked rather than the wrong letters
    }

    const QByteArray &folded() const { return m_folded; }

    /// What the bytes of folded() stand for.
    FoundRange range(qsizetype begin, qsizetype end) const
    {
        const auto isLetter = [](char c) { return c != ' '; };
        const qsizetype first = std::count_if(m_folded.begin(), m_folded.begin() + begin, isLetter);
        const qsizetype last = first + std::count_if(m_folded.begin() + begin, m_folded.begin() + end, isLetter) - 1;
        const qsizetype start = placeOf(first, false);
        return {start, placeOf(last, true) - start};
    }

private:
    /// Before the letter, or behind it and its marks.
    qsizetype placeOf(qsizetype letter, bool isBehind) const
    {
        const auto after = std::upper_bound(m_firstLetters.begin(), m_firstLetters.end(), letter);
        const qsizetype index = after - m_firstLetters.begin() - 1;
        const Word &word = m_words.at(index);
        const qsizetype wanted = letter - m_firstLetters.at(index) + 1;
        qsizetype place = word.start;
        const auto letters = [&](qsizetype end) {
            return fold(m_text.mid(word.start, end - word.start)).replace(' ', QByteArray()).size();
        };
        while (place < word.end && letters(place + 1) < wanted)
            ++place;
        if (!isBehind)
            return place > word.start && m_text[place].isLowSurrogate() ? place - 1 : place;
        ++place;
        while (place < word.end && (m_text[place].isMark() || m_text[place].isLowSurrogate()))
            ++place;
        return std::min(place, word.end);
    }

    QStringView m_text;
    QList<Word> m_words;
    QList<qsizetype> m_firstLetters; ///< of each word, counted in bytes without blanks
    QByteArray m_folded;             ///< with a blank before and behind
};

} // namespace

SoughtWords::SoughtWords(const Query &query)
{
    for (const Query::Wanted &wanted : query.wanted()) {
        if (!wanted.text.trimmed().isEmpty() && !m_wanted.contains(wanted))
            m_wanted.append(wanted);
    }
}

SoughtWords SoughtWords::in(Field field) const
{
    SoughtWords words;
    std::ranges::copy_if(m_wanted, std::back_inserter(words.m_wanted),
                         [field](const Query::Wanted &wanted) { return wanted.field.value_or(field) == field; });
    return words;
}

QList<FoundRange> SoughtWords::foundIn(const QString &text) const
{
    QList<FoundRange> found;
    if (isEmpty())
        return found;
    const FoldedLetters letters(text);
    for (const Query::Wanted &wanted : m_wanted) {
        const QByteArray &sought = wanted.text;
        const QByteArray &folded = letters.folded();
        for (qsizetype at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + 1))
            found.append(letters.range(at, at + sought.size()));
    }
    std::ranges::sort(found, {}, &FoundRange::start);
    QList<FoundRange> ranges;
    for (const FoundRange &one : std::as_const(found)) {
        const qsizetype end = one.start + one.length;
        if (ranges.isEmpty() || one.start > ranges.last().start + ranges.last().length)
            ranges.append(one);
        else
            ranges.last().length = std::max(ranges.last().length, end - ranges.last().start);
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
