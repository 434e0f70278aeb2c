#pragma once

#include "domain/edtfsyntax.h"
#include "domain/field.h"
#include "domain/span.h"
#include "timeline/ticks.h"

#include <optional>

namespace Treatybook {

enum class BarEnd : quint8 { Start, End };

/// An end of a bar that somebody may move, and the date field that it comes from.
struct DateHandle {
    BarEnd end{};
    Field field{};
    bool isWhole = false;              ///< the date is all there is of it: of an event or a deed on a day
    Day edge = NoDay;                  ///< of a start the first day that it may be, of an end the last
    Day least = MinDay, most = MaxDay; ///< where the other end stops it
    bool operator==(const DateHandle &) const = default;
};

/// None where the end is open or unknown, comes from an act, a relation or a renewal, or is one of a set of dates.
std::optional<DateHandle> dateHandle(const Agreement &agreement, const StatusContext &context, BarEnd end);

/// As exact as what the finer row of an axis shows: a day, a month or a year.
EdtfDate::Precision precisionOf(TickUnit minorUnit);

/// How somebody moves an end.
struct DateMove {
    EdtfDate::Precision precision = EdtfDate::Precision::ToYear;
    /// A day on purpose, also within the period that was known.
    bool byDay = false;
};

/// What the field becomes when the end is moved to the day: as exact as the move and no more, a qualifier and unknown
/// digits of the year kept, the other end as it was written. The same value while the day lies in the period that the
/// date already names.
Edtf movedTo(Day day, const DateHandle &handle, const Edtf &value, const DateMove &move);
/// The same for one period later (1) or earlier (-1).
Edtf movedBy(int step, const DateHandle &handle, const Edtf &value, EdtfDate::Precision precision);

/// The record with another value in that field.
Agreement withDate(const Agreement &agreement, Field field, const Edtf &value);

/// An act that says the same as the field, and which nobody asked to change; null if there is none.
const Action *actRepeating(const Agreement &agreement, Field field);

} // namespace Treatybook
