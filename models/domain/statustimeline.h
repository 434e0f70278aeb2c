#pragma once

#include "domain/statuscontext.h"

#include <span>
#include <vector>

namespace Treatybook {

/// Why a status is what it is; statusreason.h has the words.
enum class Reason : quint8 {
    None,
    Override,
    NoDate,
    Ahead,
    Proposed,
    Negotiated,
    Adopted,
    Abandoned,
    NeverConcluded,
    Terminated,
    Denounced,
    Withdrawn,
    TerminatedByOther,
    SupersededByOther,
    Superseded,
    ExpiryRecorded,
    TermEnded,
    Suspended,
    SuspendedByOther,
    EnteredIntoForce,
    TookEffect,
    PresumedInEffect,
    ObligationOpen,
    DeliveriesShort,
    NothingRecorded,
    AllDone,
    Issued,
    Announced,
    Agreed,
    DeliveryNotRecorded,
    PartlyDelivered,
    Delivered,
    Presented,
    ProvisionallyApplied,
    Ratified,
    TakesEffect,
    EntryNotRecorded
};

/// Compact, so that a hundred thousand records keep theirs: words are made only when shown.
struct ReasonCode {
    Reason reason = Reason::None;
    qint16 index = -1; ///< row of the action or incoming relation that decides, if one does
    Day day = NoDay;   ///< that `reason` speaks of
    bool operator==(const ReasonCode &) const = default;
};

/// From `first` until the day before the next run.
struct StatusRun {
    Day first = NoDay; ///< NoDay in the first run: since ever
    Status status = Status::None;
    Status possibly = Status::None; ///< what it may be as well; None if nothing else
    bool certain = true;            ///< nothing else is possible, and no doubtful or unconfirmed date decided
    ReasonCode reason;
    bool operator==(const StatusRun &) const = default;
};

/// The status of one record on every day: runs in strictly rising order, of which neighbours differ. Never empty unless
/// default-made.
class StatusTimeline
{
public:
    StatusTimeline() = default;
    explicit StatusTimeline(std::vector<StatusRun> runs) : m_runs(std::move(runs)) {}

    const std::vector<StatusRun> &runs() const & { return m_runs; }
    void runs() const && = delete; // a loop over a temporary would outlive it
    bool isEmpty() const { return m_runs.empty(); }
    /// Binary search. A default-made timeline answers Status::None.
    const StatusRun &on(Day day) const;
    bool operator==(const StatusTimeline &) const = default;

private:
    std::vector<StatusRun> m_runs;
};

/// Of the instrument, or of one of its participants. Rules: domain design, "Status on any day"; VCLT 54–59, 65–68, 70.
/// Every date is taken at its latest bound for the answer, at its earliest for what is possible besides. Cost grows
/// with the number of acts and relations, not of days.
StatusTimeline statusTimeline(const Agreement &agreement, const StatusContext &context,
                              ItemId participant = ItemId::None);

/// In force, In effect or Being performed.
bool isInForce(Status status);
/// Certainly so; with `orPossibly` also what is not certain or only possible.
bool isInForce(const StatusRun &run, bool orPossibly);

} // namespace Treatybook
