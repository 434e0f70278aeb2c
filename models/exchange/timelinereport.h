#pragma once

#include "exchange/report.h"
#include "timeline/picture.h"

namespace Treatybook {

/// How the timeline of a report is shown.
struct TimelineOptions {
    TimelineChoices choices;
    bool inGroups = false; ///< even if they are few, unless rows are chosen
    DayRange window;  ///< a side that is NoDay fits the records
    PictureSize size; ///< of PNG
};

/// The picture of a report's records, as of today's date where "today" is drawn. Needs a QGuiApplication.
PictureInput pictureOf(const ReportInput &input, const TimelineOptions &options);

} // namespace Treatybook
