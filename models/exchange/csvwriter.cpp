#include "exchange/csvwriter.h"

#include "exchange/safefile.h"

#include <QtConcurrent>

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

namespace Treatybook {

using namespace Qt::StringLiterals;

/// Where the text after its leading apostrophes starts with what a spreadsheet takes for a formula.
static bool startsLikeFormula(QByteArrayView cell)
{
    static constexpr std::array<std::string_view, 11> Starters{"=",  "+",      "-",      "@",      "\t",    "\r",
                                                               "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    while (cell.startsWith('\''))
        cell = cell.sliced(1);
    // Most cells begin with a letter or digit, and none of these is a starter.
    const auto isBetween = [&](char first, char last) { return cell[0] >= first && cell[0] <= last; };
    if (cell.isEmpty() || isBetween('0', '9') || isBetween('A', 'Z') || isBetween('a', 'z'))
        return false;
    return std::ranges::any_of(Starters, [&](std::string_view one) { return viewOf(cell).starts_with(one); });
}

QString guarded(const QString &cell)
{
    return startsLikeFormula(cell.toUtf8()) ? u'\'' + cell : cell;
}

QString unguarded(const QString &cell)
{
    return cell.startsWith(u'\'') && startsLikeFormula(cell.toUtf8()) ? cell.mid(1) : cell;
}

/// Quotes what was appended from `start` on, where readers need it.
static void quoteFrom(QByteArray &out, qsizetype start)
{
    const std::string_view cell = viewOf(QByteArrayView(out).sliced(start));
    const auto isSign = [](char c) { return c == '"' || c == ',' || c == '\r' || c == '\n'; };
    if (!cell.starts_with(' ') && !cell.ends_with(' ') && std::ranges::none_of(cell, isSign))
        return;
    const QByteArray plain = out.sliced(start).replace('"', "\"\"");
    out.truncate(start);
    out.append('"').append(plain).append('"');
}

void appendCsvRow(QByteArray &out, const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            out.append(',');
        const qsizetype start = out.size();
        out.append(cells.at(i).toUtf8());
        quoteFrom(out, start);
    }
    out.append("\r\n");
}

static void appendRecord(QByteArray &out, const ReportInput &input, Slot slot, CsvMode mode)
{
    const StatusContext context = input.store.context(slot);
    for (qsizetype i = 0; i < input.fields.size(); ++i) {
        if (i > 0)
            out.append(',');
        const qsizetype start = out.size();
        appendExchangeText(out, input, slot, input.fields.at(i), context);
        if (mode == CsvMode::Spreadsheet && startsLikeFormula(QByteArrayView(out).sliced(start)))
            out.insert(start, '\'');
        quoteFrom(out, start);
    }
    out.append("\r\n");
}

static constexpr QByteArrayView ByteOrderMark = "\xEF\xBB\xBF";

/// Gives the file piece by piece: all of it at once would take as much memory as the records.
static Result<void> writeCsv(const ReportInput &input, CsvMode mode,
                             const std::function<Result<void>(const QByteArray &)> &write)
{
    QByteArray head = mode == CsvMode::Spreadsheet ? ByteOrderMark.toByteArray() : QByteArray();
    QStringList keys;
    for (const Field field : input.fields)
        keys.append(fieldInfo(field).keyText());
    appendCsvRow(head, keys);
    if (const auto written = write(head); !written)
        return written;
    constexpr qsizetype ChunkSize = 200;
    const auto rows = [&](qsizetype first) {
        QByteArray out;
        out.reserve(ChunkSize * 800);
        for (qsizetype i = first; i < qMin(first + ChunkSize, input.records.size()); ++i)
            appendRecord(out, input, input.records.at(i), mode);
        return out;
    };
    QList<qsizetype> chunks;
    for (qsizetype first = 0; first < input.records.size(); first += ChunkSize)
        chunks.append(first);
    // Nobody changes the store while its own thread waits here.
    return QtConcurrent::blockingMappedReduced<Result<void>>(
        chunks, rows,
        [&](Result<void> &all, const QByteArray &chunk) {
            if (all)
                all = write(chunk);
        },
        QtConcurrent::OrderedReduce);
}

QByteArray csvBytes(const ReportInput &input, CsvMode mode)
{
    QByteArray out;
    out.reserve(input.records.size() * 800);
    (void)writeCsv(input, mode, [&](const QByteArray &chunk) {
        out.append(chunk);
        return Result<void>();
    });
    return out;
}

Result<void> exportCsv(const ReportInput &input, const QString &path, CsvMode mode)
{
    SafeFile file(path, input.openBook);
    if (const auto opened = file.open(); !opened)
        return opened;
    if (const auto written = writeCsv(input, mode, [&](const QByteArray &chunk) { return file.write(chunk); });
        !written)
        return written;
    return file.commit();
}

Result<void> exportCsvTable(const QList<QStringList> &rows, const QString &path, const QString &openBook)
{
    QByteArray out = ByteOrderMark.toByteArray();
    for (QStringList row : rows) {
        std::ranges::transform(row, row.begin(), guarded);
        appendCsvRow(out, row);
    }
    return writeFile(path, out, openBook);
}

} // namespace Treatybook
