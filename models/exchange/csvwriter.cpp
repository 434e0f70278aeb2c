#include "exchange/csvwriter.h"

#include "exchange/safefile.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

/// Where the text after its leading apostrophes starts with what a spreadsheet takes for a formula.
static bool startsLikeFormula(const QString &cell)
{
    static const QString Starters = u"=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n"_s;
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
    const QByteArray utf8 = cell.toUtf8();
    const bool quoted = utf8.startsWith(' ') || utf8.endsWith(' ')
                        || std::any_of(utf8.begin(), utf8.end(),
                                       [](char c) { return c == '"' || c == ',' || c == '\r' || c == '\n'; });
    if (!quoted) {
        out.append(utf8);
        return;
    }
    out.append('"');
    for (const char c : utf8) {
        if (c == '"')
            out.append('"');
        out.append(c);
    }
    out.append('"');
}

QByteArray csvBytes(const ReportInput &input, CsvMode mode)
{
    QByteArray out;
    out.reserve(input.records.size() * 600);
    if (mode == CsvMode::Spreadsheet)
        out.append("\xEF\xBB\xBF");
    const auto appendRow = [&](auto &&cellOf) {
        for (qsizetype i = 0; i < input.fields.size(); ++i) {
            if (i > 0)
                out.append(',');
            appendCsvCell(out, cellOf(input.fields.at(i)));
        }
        out.append("\r\n");
    };
    appendRow([](Field field) { return fieldInfo(field).keyText(); });
    for (const Slot slot : input.records) {
        appendRow([&](Field field) {
            const QString cell = exchangeText(input, slot, field);
            return mode == CsvMode::Spreadsheet ? guarded(cell) : cell;
        });
    }
    return out;
}

Result<void> exportCsv(const ReportInput &input, const QString &path, CsvMode mode)
{
    return writeFile(path, csvBytes(input, mode), input.openBook);
}

} // namespace Treatybook
