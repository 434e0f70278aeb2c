#pragma once

#include "domain/factday.h"
#include "domain/statusshape.h"
#include "domain/statustimeline.h"

#include <QVarLengthArray>

namespace Treatybook {

/// The dates and acts of one record, which must outlive it, resolved for one bound of every vague date and for the
/// instrument or one participant; statusrules.h answers from them. `days` holds every day on which an answer may
/// change.
class StatusFacts
{
public:
    /// Brings the instrument to an end from `day`, the first day out, until a revival.
    struct Ending {
        Day day = Never;
        Status status = Status::None;
        Reason reason = Reason::None;
        bool doubtful = false;
        qint16 index = -1;
        Day cancelled = Never;
        bool holdsOn(Day other) const { return day <= other && other < cancelled; }
    };
    /// The end of the term as known from `from` on: extensions move it.
    struct TermEnd {
        Day from = Always;
        Day last = Never; ///< inclusive
        bool doubtful = false;
        qint16 index = -1;
        Day cancelled = Never;
    };
    struct Period {
        Day from = Never;
        Day until = Never; ///< the first day after
        bool doubtful = false;
        Reason reason = Reason::None;
        qint16 index = -1;
        bool contains(Day day) const { return from <= day && day < until; }
    };

    StatusFacts(const Agreement &agreement, const StatusContext &context, ItemId participant, BoundMode mode);

    BoundMode mode;
    StatusShape shape;
    bool isGroup = false;
    bool isPresumed = false;    ///< in effect only because an instrument of undetermined nature has a term
    bool hasStatedTerm = false; ///< its term is over some day, or never
    Milestone concluded;
    Fact effect; ///< entry into force, or start of effect
    Status effectStatus = Status::InForce;
    Milestone proposed, negotiated, adopted, abandoned;
    Milestone consent;        ///< a first ratification or its like
    Day allConsented = Never; ///< both sides of a bilateral instrument did
    Day lastDated = Always;   ///< some date lies ahead until then

    QVarLengthArray<Ending, 4> endings;
    QVarLengthArray<TermEnd, 2> termEnds; ///< by `from`; empty without a term
    QVarLengthArray<Period, 2> suspensions, provisional;
    QVarLengthArray<Day, 32> days;

    /// Null if there is no end of a term on that day.
    const TermEnd *termEndOn(Day day) const;

private:
    void resolveOwnConsent();
    void resolveStages();
    void resolveSigning();
    void resolveEffect();
    void resolveConclusion(const Fact &entry);
    void resolveConsents();
    void resolveTerm();
    void resolveEndings();
    void resolvePeriods();
    void resolveRevivals();
    void resolveDays();

    Fact signingActs(bool ownOnly) const;
    Fact entryActs() const;
    Fact statedOrActs(const Edtf &stated, const Fact &acts) const;
    void addTermEnd(Day from, const Fact &last);
    void addActEnding(const Action &action, qsizetype row);
    void addEnding(const Fact &fact, Status status, Reason reason);
    void addPeriod(QVarLengthArray<Period, 2> &periods, const Fact &from, const Edtf &until, ActionKind endedBy,
                   Reason reason);
    void addDay(Day day);

    Fact at(qsizetype row) const;
    Fact incomingDay(qsizetype row) const;
    bool isOwn(const Action &action) const;
    bool concerns(const Action &action) const;
    bool isRevoked(const Action &action, Day takesEffect) const;

    const Agreement &m_agreement;
    const StatusContext &m_context;
    ItemId m_participant;
    bool m_multilateral = false;
    bool m_ownView = false;     ///< of a participant whose acts count for itself alone
    Milestone m_ownConsent;     ///< recorded only in such a view
    bool m_joinedLater = false; ///< that consent is an accession or a succession, without signature
    Fact m_signing;
};

} // namespace Treatybook
