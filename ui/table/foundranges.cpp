#include "ui/table/foundranges.h"

#include "domain/fold.h"

namespace Treatybook {

namespace {

QByteArrayList wantedWords(const Query &query)
{
    QByteArrayList words;
    for (const QByteArray &text : query.wantedTexts())
        words.append(text.simplified().split(' '));
    words.removeAll(QByteArray());
    return words;
}

bool isWordUnit(QChar unit)
{
    return unit.isLetterOrNumber() || unit.isMark() || unit.isSurrogate();
}

/// How much of the word the fold of `wanted` covers; 0 if the word does not start with it.
qsizetype coveredLength(QStringView word, const QByteArrayList &wanted)
{
    const QByteArray folded = fold(word);
    qsizetype covered = 0;
    for (const QByteArray &start : wanted) {
        if (!folded.startsWith(start))
            continue;
        qsizetype length = 1;
        while (length < word.size() && (fold(word.left(length)).size() < start.size() || word[length].isMark()))
            ++length;
        covered = qMax(covered, length);
    }
    return covered;
}

} // namespace

QList<FoundRange> foundRanges(const QString &text, const Query &query)
{
    const QByteArrayList wanted = wantedWords(query);
    QList<FoundRange> ranges;
    if (wanted.isEmpty())
        return ranges;
    for (qsizetype start = 0; start < text.size();) {
        if (!isWordUnit(text[start])) {
            ++start;
            continue;
        }
        qsizetype end = start;
        while (end < text.size() && isWordUnit(text[end]))
            ++end;
        if (const qsizetype length = coveredLength(QStringView(text).mid(start, end - start), wanted); length > 0)
            ranges.append({start, length});
        start = end;
    }
    return ranges;
}

} // namespace Treatybook
