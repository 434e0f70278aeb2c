#include "exchange/timelinereport.h"

#include <QDate>
#include <QGuiApplication>

namespace Treatybook {

PictureInput pictureOf(const ReportInput &input, const TimelineOptions &options)
{
    return {.store = input.store,
            .records = input.records,
            .choices = options.choices,
            .inGroups = options.inGroups,
            .window = options.window,
            .title = input.title,
            .filterWords = input.filterWords,
            .asOf = input.asOf,
            .today = static_cast<Day>(QDate::currentDate().toJulianDay()),
            .locale = input.locale,
            .font = QGuiApplication::font()};
}

} // namespace Treatybook
