#pragma once

#include "domain/span.h"
#include "domain/statustimeline.h"
#include "session/agreementstore.h"
#include "timeline/style.h"

#include <QList>
#include <QLocale>

#include <functional>
#include <optional>

namespace Treatybook {

/// What a point on a bar stands for; each has a sign of its own.
enum class PointKind : quint8 {
    Signature, ///< and its like: announcement, issue, adoption, exchange of notes
    Consent,   ///< ratification, acceptance, approval, accession, domestic approval …
    Entry,     ///< into force, provisional application, resumption
    Delivery,  ///< or payment or a step of implementation
    Ending,    ///< and what leads to it: notice, denunciation, suspension, expiry
    Other
};
inline constexpr int PointKindCount = 6;

/// An act, on a day within the range.
struct TimelinePoint {
    PointKind kind{};
    DayRange when;
    int action = -1; ///< index in the record's actions; -1 for a date of the record itself
    bool operator==(const TimelinePoint &) const = default;
};

/// What the timeline draws of a record, in days. A value made for the rows in view only.
struct TimelineItem {
    QString title;  ///< short title, else title
    QString answer; ///< the status on the day in words; of an event its date as known
    Span span;
    QList<TimelinePoint> points; ///< by their earliest day
    Tone tone = Tone::Unknown;
    int category = -1; ///< gives the colour instead of the tone; see Colouring

    /// Of its bar and signs.
    const QColor &colour(const TimelineStyle &style) const
    {
        return category < 0 ? style.tone(tone) : style.category(category);
    }
    bool isUndated() const { return !span.isDated() && points.isEmpty(); }
};

PointKind pointKindOf(ActionKind kind);
/// All dated acts of a record, and its own dates where no act repeats them.
QList<TimelinePoint> pointsOf(const Agreement &agreement);

TimelineItem itemOf(const Agreement &agreement, const StatusContext &context, const StatusRun &run,
                    const QLocale &locale);

/// Gives the item of a slot.
using ItemSource = std::function<TimelineItem(Slot)>;
/// Items of a store, which must outlive the function, as of a day.
ItemSource storeItems(const AgreementStore &store, Day asOf, const QLocale &locale);

/// The days of all instruments among the records, or of all events where there is no dated instrument.
std::optional<DayRange> extentOf(const AgreementStore &store, const QList<Slot> &records, Day today);
/// Something of the records lies in the window, or none of them is dated.
bool isAnyWithin(const AgreementStore &store, const QList<Slot> &records, Day today, DayRange window);

} // namespace Treatybook
