#include "ui/reports/exporter.h"

#include "exchange/csvwriter.h"
#include "exchange/pdflist.h"
#include "exchange/pdftimeline.h"
#include "exchange/timelinepng.h"
#include "ui/mainwindow/bookview.h"
#include "ui/timeline/timelineview.h"
#include "ui/widgets/dialogs.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>

namespace Treatybook {

using namespace Qt::StringLiterals;

Exporter::Exporter(Dialogs &dialogs, QObject *parent) : QObject(parent), m_dialogs(dialogs) {}

ReportInput shownRecords(const BookView &book)
{
    const AgreementTableModel &model = book.model();
    return {.store = model.store(),
            .records = model.visibleSlots(),
            .fields = model.fields(),
            .asOf = model.asOf(),
            .locale = model.locale(),
            .title = book.name(),
            .filterWords = model.filter().inWords(model.locale()),
            .openBook = book.path()};
}

/// The timeline as the book shows it; all of it, where the window was not moved.
static TimelineOptions shownTimeline(const BookView &book)
{
    const TimelineView &timeline = book.timeline();
    TimelineOptions options;
    options.choices = timeline.choices();
    options.inGroups = !timeline.isInRows();
    if (timeline.isInRows())
        options.choices.encoding = Encoding::Rows;
    if (!timeline.isFitted())
        options.window = {timeline.scale().wholeDayAt(0), timeline.scale().wholeDayAt(timeline.scale().width())};
    return options;
}

static Result<void> exportTimeline(const ReportInput &input, const BookView &book, const QString &path)
{
    return path.endsWith(".pdf"_L1, Qt::CaseInsensitive) ? exportPdfTimeline(input, shownTimeline(book), path)
                                                         : exportTimelinePng(input, shownTimeline(book), path);
}

void Exporter::exportShown(Format format, const BookView &book)
{
    ReportInput input = shownRecords(book);
    Dialogs::FileQuestion question;
    question.folder = QFileInfo(book.path()).absolutePath();
    const auto count = static_cast<int>(input.records.size());
    switch (format) {
    case Format::Csv:
        input.fields = exchangeFields();
        question.title = tr("Export %n record(s) as CSV", nullptr, count);
        question.filter = tr("CSV (*.csv)");
        question.suffix = u"csv"_s;
        break;
    case Format::Pdf:
        question.title = tr("Export the list of %n record(s) as PDF", nullptr, count);
        question.filter = tr("PDF (*.pdf)");
        question.suffix = u"pdf"_s;
        break;
    case Format::Png:
        question.title = tr("Export the timeline of %n record(s) as a picture", nullptr, count);
        question.filter = tr("PNG picture (*.png);;PDF (*.pdf)");
        question.suffix = u"png"_s;
        break;
    }
    question.name = u"%1.%2"_s.arg(book.name(), question.suffix);
    const QString path = m_dialogs.askSaveFile(book.window(), question, true);
    if (path.isEmpty())
        return;

    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const auto result = format == Format::Csv   ? exportCsv(input, path)
                        : format == Format::Pdf ? exportPdfList(input, path)
                                                : exportTimeline(input, book, path);
    QGuiApplication::restoreOverrideCursor();
    tell(result, tr("%n record(s) written to %1.", nullptr, count), path);
}

void Exporter::exportList(const QString &name, const QList<QStringList> &rows, const BookView &book)
{
    const QString path = m_dialogs.askSaveFile(book.window(),
                                               {tr("Save the list “%1” as CSV").arg(name),
                                                QFileInfo(book.path()).absolutePath(), name + u".csv"_s,
                                                tr("CSV (*.csv)"), u"csv"_s},
                                               true);
    if (!path.isEmpty())
        tell(exportCsvTable(rows, path, book.path()),
             tr("%n line(s) written to %1.", nullptr, static_cast<int>(rows.size()) - 1), path);
}

/// `what` has a place for the file.
void Exporter::tell(const Result<void> &result, const QString &what, const QString &path)
{
    if (result)
        Q_EMIT done(what.arg(QDir::toNativeSeparators(path)));
    else
        Q_EMIT failed(result.error());
}

} // namespace Treatybook
