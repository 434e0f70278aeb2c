#pragma once

#include "timeline/colouring.h"
#include "timeline/grouping.h"

#include <QJsonObject>
#include <QSet>

namespace Treatybook {

/// How records are shown.
enum class Encoding : quint8 {
    Auto,   ///< rows while all fit, else lanes, and density where a record has too few pixels
    Rows,   ///< one below the other, in the order of the table
    Lanes,  ///< in groups, side by side where days allow it
    Density ///< counts over time, a strip a group
};

struct EncodingInfo {
    Encoding encoding{};
    const char *key;   ///< settings, views, command line
    const char *label; ///< English, for translation in context "Treatybook"
};
std::span<const EncodingInfo> encodingTable();

/// What somebody chose to see. A value; in settings and views it is JSON, of which what is not understood is the usual.
struct TimelineChoices {
    Encoding encoding = Encoding::Auto;
    GroupBy groupBy = GroupBy::MainSubject;
    ColourBy colourBy = ColourBy::Status;
    QSet<QString> collapsed, hidden; ///< keys of groups

    static TimelineChoices fromJson(const QJsonObject &json);
    /// Empty if all is as usual.
    QJsonObject toJson() const;
    bool operator==(const TimelineChoices &) const = default;
};

} // namespace Treatybook
