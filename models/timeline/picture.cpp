#include "timeline/picture.h"

#include "domain/tr.h"
#include "timeline/labels.h"
#include "timeline/picturelayout.h"

#include <QPainter>

#include <cmath>

namespace Treatybook {

namespace {

constexpr double Margin = 24;
constexpr double UsualScale = 2;
constexpr double MostPixels = 32000;     ///< a side; Qt paints images up to 32,767
constexpr double MostArea = 256'000'000; ///< a gigabyte
constexpr double RoughLegend = 8 * 28;   ///< height, before it is known

bool fits(double width, double height, double scale)
{
    return width * scale <= MostPixels && height * scale <= MostPixels && width * height * scale * scale <= MostArea;
}

double scaleOf(const PictureSize &size, double width, double height)
{
    if (size.scale)
        return std::clamp(*size.scale, PictureSize::LeastScale, PictureSize::MostScale);
    return fits(width, height, UsualScale) ? UsualScale : 1;
}

QFont titleFontOf(QFont font)
{
    font.setPointSizeF(std::max(1.0, QFontInfo(font).pointSizeF() * 1.5));
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

Result<QImage> timelineImage(const PictureInput &input, const PictureSize &size)
{
    const double width = std::clamp(size.width, PictureSize::LeastWidth, PictureSize::MostWidth);
    const double inner = width - 2 * Margin;
    const QFont titleFont = titleFontOf(input.font);
    const double titleHeight = std::ceil(QFontMetricsF(titleFont).height() * 1.2);
    const double factsHeight = std::ceil(QFontMetricsF(input.font).height() * 1.6);
    const double head = Margin + titleHeight + factsHeight;

    PictureLayout layout(input, inner);
    const double body = layout.axisHeight() + layout.height();
    const double scale = scaleOf(size, width, head + body + RoughLegend);
    if (!fits(width, head + body + RoughLegend, scale)) {
        if (!input.limitsLines && !layout.isRows()) {
            PictureInput lower = input;
            lower.limitsLines = true;
            return timelineImage(lower, size);
        }
        if (input.choices.encoding == Encoding::Auto && !layout.isRows()) {
            PictureInput denser = input;
            denser.choices.encoding = Encoding::Density;
            return timelineImage(denser, size);
        }
        return Error{ErrorKind::Invalid,
                     tr("%n record(s) do not fit into one picture. Filter them, or choose "
                        "a smaller scale.",
                        nullptr, static_cast<int>(layout.recordCount())),
                     {}};
    }
    const Legend legend = layout.legend();
    const double height = head + body + Margin / 2 + legend.heightFor(inner) + Margin;

    QImage image(QSizeF(width * scale, height * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return Error{ErrorKind::Full, tr("There is not enough memory for this picture."), {}};
    image.setDevicePixelRatio(scale);
    image.fill(input.style.ground);
    QPainter painter(&image);
    painter.setFont(titleFont);
    painter.setPen(input.style.text);
    painter.drawText(QRectF(Margin, Margin / 2, inner, titleHeight), Qt::AlignVCenter,
                     fittingText(input.title, QFontMetricsF(titleFont), inner));
    painter.setFont(input.font);
    painter.setPen(input.style.dim);
    painter.drawText(QRectF(Margin, Margin / 2 + titleHeight, inner, factsHeight), Qt::AlignVCenter,
                     fittingText(layout.facts().join(QStringLiteral(" · ")), QFontMetricsF(input.font), inner));
    painter.translate(Margin, head);
    layout.paint(painter, 0, layout.height());
    legend.paint(painter, QPointF(0, body + Margin / 2), inner, input.style);
    return image;
}

} // namespace Treatybook
