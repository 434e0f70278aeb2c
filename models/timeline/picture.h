#pragma once

#include "domain/result.h"
#include "timeline/arrangement.h"

#include <QFont>
#include <QImage>

namespace Treatybook {

/// What a picture of the timeline shows and says.
struct PictureInput {
    static constexpr qsizetype MostRows = 40; ///< that Auto takes

    const AgreementStore &store;
    QList<Slot> records;       ///< in the order of the rows
    TimelineChoices choices{}; ///< Auto: rows of a few records, else groups, which become densities
                               ///< where badges would hold most of them: nobody can open one in a picture
    bool inGroups = false;     ///< Auto never takes rows
    bool limitsLines = false;  ///< of a group in lanes, as on the screen
    DayRange window{};         ///< what the axis shows; a side that is NoDay fits the records
    QString title{};           ///< of the book
    QString filterWords{};     ///< empty when everything is shown
    Day asOf = NoDay, today = NoDay;
    QLocale locale{};
    QFont font{};
    TimelineStyle style = TimelineStyle::light();
};

/// How large an image of it is.
struct PictureSize {
    static constexpr double LeastWidth = 320, MostWidth = 16000;
    static constexpr double LeastScale = 0.25, MostScale = 8;

    double width = 1600; ///< device-independent pixels; the height follows what there is to show
    /// Pixels of the image per device-independent pixel; unless given 2, or 1 where 2 is too large.
    std::optional<double> scale{};
};

/// The timeline as an image that stands alone: title, facts, axis, records, legend; see PictureLayout. Needs a
/// QGuiApplication. Error: Invalid, when it is more than an image can hold.
Result<QImage> timelineImage(const PictureInput &input, const PictureSize &size);

} // namespace Treatybook
