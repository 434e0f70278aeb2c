#pragma once

#include "timeline/item.h"
#include "timeline/scale.h"

namespace Treatybook {

/// The days that the signs of a record take, acts included; what packs lines and finds families of days asks for it.
struct Reach {
    static constexpr double SignRoom = 8; ///< pixels that a sign may take on either side of its day
    static constexpr double Fringe = 36;  ///< pixels of a side that has no bound

    Day first = NoDay, last = NoDay;
    Day lastKnown = NoDay;                        ///< `last` but for an end that nobody recorded
    bool isOpenLeft = false, isOpenRight = false; ///< fades out there
    bool isStartOpen = false;                     ///< begins then or later: fades in after it
    bool isEndless = false;                       ///< an arrow to the right edge

    bool isDated() const { return first != NoDay; }
    /// All that is drawn lies between them; infinite where it has no end.
    double left(const Scale &scale) const;
    double right(const Scale &scale) const;
    /// Its end is not recorded, or it has none: from the last day known on it only goes on.
    bool hasTail() const { return isEndless || last > lastKnown; }
    /// As right(), of a tail no more than says that there is one.
    double rightOfStump(const Scale &scale) const;
    bool operator==(const Reach &) const = default;
};

/// An end that nobody recorded is drawn until `today`.
Reach reachOf(const Span &span, const QList<TimelinePoint> &points, Day today);

} // namespace Treatybook
