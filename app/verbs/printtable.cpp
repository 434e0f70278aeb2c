#include "app/verbs/printtable.h"

#include "app/verbs/verbs.h"
#include "domain/tr.h"

#include <QFile>

#include <algorithm>
#include <numeric>

#include <sys/ioctl.h>
#include <unistd.h>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

/// One line without control characters, which could command the terminal.
QString printable(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text;
}

int terminalWidth()
{
    winsize size{};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 100;
}

QString elided(const QString &text, qsizetype width)
{
    return text.size() <= width ? text : text.left(width - 1) + u'…';
}

/// Columns as wide as their texts, the widest ones cut until a line fits the terminal.
QString table(const QList<QStringList> &rows, qsizetype width)
{
    QList<qsizetype> widths(rows.first().size(), 0);
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row.at(i).size());
    }
    const auto total = [&] { return std::accumulate(widths.begin(), widths.end(), 2 * (widths.size() - 1)); };
    while (total() > width) {
        auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= 8)
            break;
        --*widest;
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += elided(row.at(i), widths.at(i)).leftJustified(widths.at(i) + 2);
        text += line.trimmed() + u'\n';
    }
    return text;
}

} // namespace

Result<void> writeOut(const QByteArray &bytes)
{
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.flush()) {
        return Error{ErrorKind::Full, tr("Standard output cannot be written: %1.").arg(out.errorString()), {}};
    }
    return {};
}

Result<void> printTable(const QStringList &headings, const QList<QStringList> &rows)
{
    QList<QStringList> lines;
    for (const QStringList &row : rows) {
        lines.append(QStringList());
        for (const QString &cell : row)
            lines.last().append(printable(cell));
    }
    if (isatty(STDOUT_FILENO) == 1) {
        lines.prepend(headings);
        return writeOut(table(lines, terminalWidth()).toUtf8());
    }
    QByteArray text;
    for (const QStringList &line : std::as_const(lines))
        text += line.join(u'\t').toUtf8() + '\n';
    return writeOut(text);
}

} // namespace Treatybook
