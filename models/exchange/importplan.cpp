#include "exchange/importplan.h"

#include "domain/tr.h"
#include "exchange/csvreader.h"
#include "exchange/importfile.h"
#include "exchange/importplanner.h"

#include <QElapsedTimer>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr int SampleRows = 200;

/// Asks a few times a second whether to go on.
class Pace
{
public:
    explicit Pace(const ImportProgress &progress) : m_progress(progress) { m_clock.start(); }

    bool goOn(qint64 done, qint64 total)
    {
        if (!m_progress || m_clock.elapsed() < 100)
            return true;
        m_clock.restart();
        return m_progress(done, total);
    }

private:
    const ImportProgress &m_progress;
    QElapsedTimer m_clock;
};

struct Row {
    qint64 number = 0;
    QStringList cells;
};

/// The header, and some rows after it.
Result<QList<Row>> readHead(CsvReader &reader, int rows)
{
    QList<Row> head;
    while (head.size() <= rows) {
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (!head.isEmpty() || !reader.isBlank())
            head.append({reader.row(), reader.cells()});
    }
    if (head.isEmpty())
        return Error{ErrorKind::Empty, tr("The file has no rows."), {}};
    return head;
}

QList<QStringList> cellsOf(const QList<Row> &rows)
{
    QList<QStringList> cells;
    for (const Row &row : rows)
        cells.append(row.cells);
    return cells;
}

} // namespace

Result<ImportPreview> readImportPreview(const QString &path, int rows, std::optional<char> delimiter)
{
    const auto file = ImportFile::open(path);
    if (!file)
        return file.error();
    const auto format = detectCsvFormat((*file)->device(), delimiter);
    if (!format)
        return format.error();
    CsvReader reader((*file)->device(), *format);
    auto head = readHead(reader, rows);
    if (!head)
        return head.error();
    ImportPreview preview;
    preview.format = *format;
    preview.rawHeader = head->takeFirst().cells;
    preview.header = uniqueHeaders(preview.rawHeader, preview.format.notes);
    preview.rows = cellsOf(*head);
    return preview;
}

Result<ImportPlan> planImport(const ImportRequest &request, const QList<StoredRecord> &present,
                              const ImportProgress &progress)
{
    const auto file = ImportFile::open(request.path);
    if (!file)
        return file.error();
    QFile &device = (*file)->device();
    const auto format = detectCsvFormat(device, request.delimiter);
    if (!format)
        return format.error();
    CsvReader reader(device, *format);
    auto head = readHead(reader, SampleRows);
    if (!head)
        return head.error();
    const Row header = head->takeFirst();
    const auto layout = ImportLayout::bind(header.cells, cellsOf(*head), request.map, request.options);
    if (!layout)
        return layout.error();

    ImportPlanner planner(*layout, present);
    Pace pace(progress);
    for (const Row &row : std::as_const(*head))
        planner.add(row.number, row.cells);
    for (;;) {
        if (!pace.goOn(reader.position(), device.size()))
            return Error{ErrorKind::Invalid, tr("The import was cancelled; nothing was changed."), {}};
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        planner.add(reader.row(), reader.cells());
    }
    if (const auto same = (*file)->checkUnchanged(); !same)
        return same.error();
    ImportPlan plan = planner.finish(request.path, header.cells);
    if (plan.rows == 0)
        return Error{ErrorKind::Empty, tr("The file has a header, but no rows."), {}};
    plan.format = *format;
    plan.issues.tally(ImportCode::LooseQuote, reader.looseQuotes());
    return plan;
}

} // namespace Treatybook
