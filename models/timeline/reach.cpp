#include "timeline/reach.h"

#include <algorithm>
#include <limits>

namespace Treatybook {

namespace {

void include(Reach &reach, Day day)
{
    if (day == NoDay)
        return;
    reach.first = reach.first == NoDay ? day : std::min(reach.first, day);
    reach.last = reach.last == NoDay ? day : std::max(reach.last, day);
}

void include(Reach &reach, const DayRange &range)
{
    include(reach, range.earliest);
    include(reach, range.latest);
}

} // namespace

double Reach::left(const Scale &scale) const
{
    return scale.x(first) - (isOpenLeft ? Fringe : 0) - SignRoom;
}

double Reach::right(const Scale &scale) const
{
    if (isEndless)
        return std::numeric_limits<double>::infinity();
    return scale.x(last + 1.0) + (isOpenRight ? Fringe : 0) + (isStartOpen ? Fringe : 0) + SignRoom;
}

double Reach::rightOfStump(const Scale &scale) const
{
    return hasTail() ? std::min(right(scale), scale.x(lastKnown + 1.0) + Fringe + SignRoom) : right(scale);
}

Reach reachOf(const Span &span, const QList<TimelinePoint> &points, Day today)
{
    Reach reach;
    if (span.isDated()) {
        include(reach, span.start);
        include(reach, span.end);
        include(reach, span.outline);
        reach.isOpenLeft = span.start.earliest == NoDay;
        reach.isOpenRight = span.end.latest == NoDay;
        reach.isStartOpen = span.start.earliest != NoDay && span.start.latest == NoDay;
        reach.isEndless = span.openEnd && span.end.latest == NoDay;
    }
    for (const TimelinePoint &point : points) {
        include(reach, point.when);
        reach.isOpenLeft = reach.isOpenLeft || point.when.earliest == NoDay;
        reach.isOpenRight = reach.isOpenRight || point.when.latest == NoDay;
    }
    reach.lastKnown = reach.last;
    if (span.isDated() && span.unknownEnd && today != NoDay && !span.point)
        include(reach, today);
    return reach;
}

} // namespace Treatybook
