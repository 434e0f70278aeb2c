#include "exchange/pdftimeline.h"

#include "exchange/pdfdocument.h"
#include "exchange/safefile.h"
#include "timeline/picturelayout.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr double LayoutWidth = 1250;   ///< of a page, in pixels of the layout
constexpr int FontPixels = 13;         ///< of them: 8 points on the paper
constexpr double Foot = 22;            ///< points
constexpr double LegendGap = 12;

/// A part of the content, between two heights.
struct Slice {
    double from = 0, until = 0;
};

/// As much as fits on each page, cut where the layout allows it.
QList<Slice> slicesOf(const QList<double> &breaks, double room)
{
    QList<Slice> slices{{0, 0}};
    for (const double at : breaks) {
        Slice &page = slices.last();
        if (at - page.from <= room || page.until == page.from)
            page.until = at;
        else
            slices.append({page.until, at});
    }
    return slices;
}

/// Makes room below the last page's part; on a page of its own if the part cannot be split.
void makeRoom(QList<Slice> &slices, const QList<double> &breaks, double room, double needed)
{
    const Slice last = slices.last();
    if (last.until - last.from + needed <= room)
        return;
    for (const double at : breaks) {
        if (at > last.from && at < last.until && last.until - at + needed <= room) {
            slices.last().until = at;
            slices.append({at, last.until});
            return;
        }
    }
    slices.append({last.until, last.until});
}

QFont fontOf(QFont font)
{
    font.setPixelSize(FontPixels);
    font.setHintingPreference(QFont::PreferNoHinting); // widths are those on the paper
    return font;
}

} // namespace

Result<QByteArray> pdfTimelineBytes(const ReportInput &input, const TimelineOptions &options)
{
    PictureInput picture = pictureOf(input, options);
    picture.font = fontOf(picture.font);
    PictureLayout layout(picture, LayoutWidth);
    const Legend legend = layout.legend();
    PdfDocument document(input.title, layout.facts());

    const double unit = document.area().width() / LayoutWidth;
    const double room =
        (document.area().height() - document.head() - document.points(Foot)) / unit - layout.axisHeight();
    const QList<double> breaks = layout.breaks();
    QList<Slice> slices = slicesOf(breaks, room);
    makeRoom(slices, breaks, room, LegendGap + legend.heightFor(LayoutWidth));

    QPainter &painter = document.painter();
    for (qsizetype page = 0; page < slices.size(); ++page) {
        document.startPage(page, slices.size(), input.locale);
        const Slice &slice = slices.at(page);
        painter.save();
        painter.translate(document.area().topLeft() + QPointF(0, document.head()));
        painter.scale(unit, unit);
        double bottom = 0;
        if (slice.until > slice.from) {
            layout.paint(painter, slice.from, slice.until);
            bottom = layout.axisHeight() + slice.until - slice.from + LegendGap;
        }
        if (page + 1 == slices.size())
            legend.paint(painter, QPointF(0, bottom), LayoutWidth, picture.style);
        painter.restore();
    }
    return document.finish();
}

Result<void> exportPdfTimeline(const ReportInput &input, const TimelineOptions &options, const QString &path)
{
    const auto bytes = pdfTimelineBytes(input, options);
    if (!bytes)
        return bytes.error();
    return writeFile(path, *bytes, input.openBook);
}

} // namespace Treatybook
