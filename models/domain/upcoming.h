#pragma once

#include "domain/statustimeline.h"

#include <QLocale>

#include <optional>

namespace Treatybook {

/// Something that the record lets one foresee.
struct Upcoming {
    enum class Kind : quint8 {
        TakesEffect,
        EndTakesEffect,
        SuspensionEnds,
        LastDayOfNotice,
        Renews,
        TermEnds,
        ObligationDue
    };

    Kind kind{};
    Day day = NoDay; ///< the last that it may be
    ItemId item{};   ///< action or obligation
    bool operator==(const Upcoming &) const = default;
};

/// What the record foresees for the days after `day` up to and including `until`, by day; obligations overdue on `day`
/// come first with their old days. Nothing for instruments that have ended by then.
QList<Upcoming> upcoming(const Agreement &agreement, const StatusContext &context, Day day, Day until);

/// The next of them, for the field `next_step`: an overdue obligation only if nothing lies ahead.
std::optional<Upcoming> nextStep(const Agreement &agreement, const StatusContext &context, Day day);

/// "Term ends 31 December 2022", "Overdue since 31 December 2020: book on the history".
QString upcomingText(const Upcoming &step, const Agreement &agreement, Day day, const QLocale &locale);

} // namespace Treatybook
