#include "exchange/csvwriter.h"

#include "exchange/safefile.h"

#include <QStringEncoder>
#include <QtConcurrent>

#include <algorithm>
#include <string_view>

namespace Treatybook {

using namespace Qt::StringLiterals;

/// Where the text after its leading apostrophes starts with what a spreadsheet takes for a formula.
static bool startsLikeFormula(const QString &cell)
{
    static constexpr QStringView Starters = u"=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n";
    const auto first = std::find_if(cell.begin(), cell.end(), [](QChar c) { return c != u'\''; });
    return first != cell.end() && Starters.contains(*first);
}

QString guarded(const QString &cell)
{
    return startsLikeFormula(cell) ? u'\'' + cell : cell;
}

QString unguarded(const QString &cell)
{
    return cell.startsWith(u'\'') && startsLikeFormula(cell) ? cell.mid(1) : cell;
}

void appendCsvCell(QByteArray &out, const QString &cell)
{
    if (cell.isEmpty())
        return;
    const qsizetype start = out.size();
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    out.resize(start + encoder.requiredSpace(cell.size()));
    const char *end = encoder.appendToBuffer(out.data() + start, cell);
    out.truncate(end - out.constData());
    const std::string_view utf8(out.constData() + start, static_cast<std::size_t>(out.size() - start));
    if (!utf8.starts_with(' ') && !utf8.ends_with(' ') && utf8.find_first_of("\",\r\n") == utf8.npos)
        return;
    const QByteArray plain = out.sliced(start).replace('"', "\"\"");
    out.truncate(start);
    out.append('"').append(plain).append('"');
}

template <class T, class CellOf>
static void appendRow(QByteArray &out, const QList<T> &columns, CellOf cellOf)
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (i > 0)
            out.append(',');
        appendCsvCell(out, cellOf(columns.at(i)));
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
        for (qsizetype i = first; i < qMin(first + ChunkSize, input.records.size()); ++i) {
            const Slot slot = input.records.at(i);
            appendRow(out, input.fields, [&](Field field) {
                const QString cell = exchangeText(input, slot, field);
                return mode == CsvMode::Spreadsheet ? guarded(cell) : cell;
            });
        }
        return out;
    };
    QList<qsizetype> chunks;
    for (qsizetype first = 0; first < input.records.size(); first += ChunkSize)
        chunks.append(first);
    QByteArray out;
    out.reserve(input.records.size() * 600);
    if (mode == CsvMode::Spreadsheet)
        out.append(ByteOrderMark);
    appendRow(out, input.fields, [](Field field) { return fieldInfo(field).keyText(); });
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
    for (const QStringList &row : rows)
        appendRow(out, row, guarded);
    return writeFile(path, out, openBook);
}

} // namespace Treatybook
