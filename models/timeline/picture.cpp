#include "timeline/picture.h"

#include "timeline/labels.h"
#include "timeline/legend.h"
#include "timeline/scenepainter.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace Treatybook {

namespace {

constexpr double Margin = 24;
constexpr double MostPixels = 32000; ///< a side; Qt paints images up to 32,767
constexpr double LeastWidth = 320;
constexpr qint64 MostArea = 256'000'000; ///< a gigabyte

DayRange fittedWindow(const PictureInput &input)
{
    std::optional<DayRange> all;
    for (const Slot slot : input.records) {
        const auto extent = Extent(input.items(slot).span).on(input.today);
        if (extent)
            all = all ? DayRange{std::min(all->earliest, extent->earliest), std::max(all->latest, extent->latest)}
                      : extent;
    }
    const Day middle = input.asOf != NoDay ? input.asOf : input.today != NoDay ? input.today : dayNumber(2000, 1, 1);
    return all.value_or(DayRange{middle - 1826, middle + 1826});
}

QString subtitle(const PictureInput &input)
{
    QStringList parts{
        QCoreApplication::translate("Treatybook", "%n record(s)", nullptr, static_cast<int>(input.records.size()))};
    if (!input.filterWords.isEmpty())
        parts.append(input.filterWords);
    if (input.asOf != NoDay)
        parts.append(QCoreApplication::translate("Treatybook", "as of %1")
                         .arg(displayText(Edtf::read(dayText(input.asOf)), input.locale)));
    if (!input.side.isEmpty())
        parts.append(QCoreApplication::translate("Treatybook", "for %1", "in whose view statuses are").arg(input.side));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

Result<QImage> timelineImage(const PictureInput &input)
{
    const double width = std::max(input.width, LeastWidth);
    const double inner = width - 2 * Margin;
    QFont titleFont = input.font;
    titleFont.setPointSizeF(std::max(1.0, QFontInfo(input.font).pointSizeF() * 1.5));
    titleFont.setWeight(QFont::DemiBold);
    const double titleHeight = std::ceil(QFontMetricsF(titleFont).height() * 1.2);
    const double subtitleHeight = std::ceil(QFontMetricsF(input.font).height() * 1.6);
    const double head = Margin + titleHeight + subtitleHeight;

    SceneFrame frame = SceneFrame::suited(QSizeF(inner, 0), input.font);
    frame.size.setHeight(frame.axisHeight + double(input.records.size()) * frame.rowHeight);
    frame.asOf = input.asOf;
    frame.today = input.today;
    frame.locale = input.locale;

    const double scale = std::clamp(input.scale, 0.25, 8.0);
    const double roughHeight = (head + frame.size.height() + 8 * frame.rowHeight) * scale;
    if (roughHeight > MostPixels || width * scale > MostPixels || qint64(roughHeight * width * scale) > MostArea)
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate("Treatybook",
                                                 "%n record(s) do not fit into one picture. Filter them, or choose "
                                                 "a smaller scale.",
                                                 nullptr, static_cast<int>(input.records.size())),
                     {}};

    const DayRange window = input.window ? *input.window : fittedWindow(input);
    frame.scale = Scale::fitting(window.earliest, window.latest, frame.chart().width());
    const Scene scene(input.records, input.items, frame);
    const Legend legend(scene.rows(), frame);
    const double legendHeight = legend.heightFor(inner);
    const double height = head + frame.size.height() + Margin / 2 + legendHeight + Margin;

    QImage image(QSizeF(width * scale, height * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return Error{ErrorKind::Full,
                     QCoreApplication::translate("Treatybook", "There is not enough memory for this picture."),
                     {}};
    image.setDevicePixelRatio(scale);
    image.fill(input.style.ground);
    QPainter painter(&image);
    painter.setFont(titleFont);
    painter.setPen(input.style.text);
    painter.drawText(QRectF(Margin, Margin / 2, inner, titleHeight), Qt::AlignVCenter,
                     fittingText(input.title, QFontMetricsF(titleFont), inner));
    painter.setFont(input.font);
    painter.setPen(input.style.dim);
    painter.drawText(QRectF(Margin, Margin / 2 + titleHeight, inner, subtitleHeight), Qt::AlignVCenter,
                     fittingText(subtitle(input), QFontMetricsF(input.font), inner));

    painter.save();
    painter.translate(Margin, head);
    const ScenePainter scenePainter(scene, input.style);
    scenePainter.paintRows(painter);
    scenePainter.paintLines(painter);
    painter.setPen(QPen(input.style.line, 1));
    painter.drawRect(QRectF(QPointF(), frame.size).adjusted(-0.5, -0.5, 0.5, 0.5));
    painter.restore();
    legend.paint(painter, QPointF(Margin, head + frame.size.height() + Margin / 2), inner, input.style);
    return image;
}

} // namespace Treatybook
