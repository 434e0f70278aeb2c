#include "timeline/labels.h"

#include <QTextBoundaryFinder>

namespace Treatybook {

namespace {

constexpr qsizetype MostCharacters = 400; ///< more than any bar can show

QString singleLine(const QString &text)
{
    QString line = text.left(MostCharacters + 1).simplified();
    if (text.size() <= MostCharacters)
        return line;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, line);
    letters.setPosition(line.size());
    line.truncate(qMax(qsizetype(0), letters.toPreviousBoundary()));
    return line + QChar(0x2026);
}

} // namespace

QString fittingText(const QString &text, const QFontMetricsF &font, double width)
{
    const QString line = singleLine(text);
    if (font.horizontalAdvance(line) <= width)
        return line;
    const QString shortened = font.elidedText(line, Qt::ElideRight, width);
    // One ellipsis alone says nothing.
    return shortened.size() > 1 && font.horizontalAdvance(shortened) <= width ? shortened : QString();
}

QString distinctPart(const QString &title, const QString &previous)
{
    qsizetype word = 0; // where the first word that differs begins
    for (qsizetype i = 0; i < title.size() && i < previous.size() && title.at(i) == previous.at(i); ++i) {
        if (title.at(i).isSpace())
            word = i + 1;
    }
    return word < title.size() ? title.mid(word) : title;
}

} // namespace Treatybook
