#pragma once

#include "domain/result.h"
#include "timeline/item.h"

#include <QFont>
#include <QImage>
#include <QSizeF>

namespace Treatybook {

/// What a picture of the timeline says and how large it is.
struct PictureInput {
    QList<Slot> records; ///< a row each, all of them
    ItemSource items;
    std::optional<DayRange> window; ///< what the axis shows; fitted to all records unless given
    QString title;                  ///< of the book
    QString filterWords;            ///< empty when everything is shown
    Day asOf = NoDay, today = NoDay;
    QString side; ///< in whose view; empty: nobody's
    QLocale locale;
    QFont font;
    TimelineStyle style = TimelineStyle::light();
    double width = 1600; ///< device-independent pixels; the height follows the rows
    double scale = 2;    ///< pixels of the image per device-independent pixel
};

/// The timeline as a picture that stands alone: title, filter in words, as-of day, axis, rows with their titles,
/// legend. Needs a QGuiApplication. Error: Invalid, when the rows are more than an image can hold.
Result<QImage> timelineImage(const PictureInput &input);

} // namespace Treatybook
