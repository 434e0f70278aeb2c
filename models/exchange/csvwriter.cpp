#include "exchange/csvwriter.h"

#include "exchange/safefile.h"

#include <QtConcurrent>

#include <algorithm>
#include <array>
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
    if (!cell.starts_with(' ') && !cell.ends_with(' ') && cell.find_first_of("\",\r\n") == cell.npos)
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
    for (qsizetype i = 0; i < input.fields.size(); ++i) {
        if (i > 0)
            out.append(',');
        const qsizetype start = out.size();
        appendExchangeText(out, input, slot, input.fields.at(i));
        if (mode == CsvMode::Spreadsheet && startsLikeFormula(QByteArrayView(out).sliced(start)))
            out.insert(start, '\'');
        quoteFrom(out, start);
    }
    out.append("\r\n");
}

static constexpr QByteArrayView ByteOrderMark = "\xEF\xBB\xBF";

QByteArray csvBytes(const ReportInput &input, CsvMode mode)
{
    constexpr qsizetype ChunkSize = 500;
    const auto rows = [&](qsizetype first) {
        QByteArray out;
        out.reserve(ChunkSize * 600);
        for (qsizetype i = first; i < qMin(first + ChunkSize, input.records.size()); ++i)
            appendRecord(out, input, input.records.at(i), mode);
        return out;
    };
    QList<qsizetype> chunks;
    for (qsizetype first = 0; first < input.records.size(); first += ChunkSize)
        chunks.append(first);
    QByteArray out;
    out.reserve(input.records.size() * 600);
    if (mode == CsvMode::Spreadsheet)
        out.append(ByteOrderMark);
    QStringList head;
    for (const Field field : input.fields)
        head.append(fieldInfo(field).keyText());
    appendCsvRow(out, head);
    // Nobody changes the store while its own thread waits here.
    return QtConcurrent::blockingMappedReduced<QByteArray>(
        chunks, rows, [](QByteArray &all, const QByteArray &chunk) { all.append(chunk); }, std::move(out),
        QtConcurrent::OrderedReduce);
}

Result<void> exportCsv(const ReportInput &input, const QString &path, CsvMode mode)
{
    return writeFile(path, csvBytes(input, mode), input.openBook);
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
