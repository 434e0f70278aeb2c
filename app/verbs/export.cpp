#include "app/verbs/loadedbook.h"
#include "app/verbs/verbs.h"

#include "exchange/csvwriter.h"
#include "exchange/pdflist.h"
#include "exchange/pdftimeline.h"
#include "exchange/timelinepng.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

Result<void> runExport(const CommandLine &command)
{
    const auto book = LoadedBook::open(command);
    if (!book)
        return book.error();
    switch (command.format) {
    case CommandLine::Format::Pdf:
        return command.timeline ? exportPdfTimeline(book->report({}), command.drawing, command.to)
                                : exportPdfList(book->report(listFields()), command.to);
    case CommandLine::Format::Png:
        return exportTimelinePng(book->report({}), command.drawing, command.to);
    case CommandLine::Format::Csv:
        break;
    }
    const ReportInput input = book->report(exchangeFields());
    const CsvMode mode = command.raw ? CsvMode::Raw : CsvMode::Spreadsheet;
    return command.to == "-"_L1 ? writeOut(csvBytes(input, mode)) : exportCsv(input, command.to, mode);
}

} // namespace Treatybook
