#include "domain/renewal.h"
#include "domain/sides.h"
#include "domain/statusfacts.h"

#include "domain/sides.h"

namespace Treatybook {

const StatusFacts::TermEnd *StatusFacts::termEndOn(Day day) const
{
    const TermEnd *found = nullptr;
    for (const TermEnd &end : termEnds) {
        if (end.from > day)
            break;
        found = &end;
    }
    return found;
}

/// VCLT 68: a notice may be revoked at any time before it takes effect.
bool StatusFacts::isRevoked(const Action &action, Day takesEffect) const
{
    const Day given = vagueDay(action.date).in(mode);
    const auto &actions = m_agreement->actions;
    for (qsizetype row = 0; row < actions.size(); ++row) {
        const Action &other = actions.at(row);
        if (other.kind != ActionKind::RevocationOfNotice)
            continue;
        const bool anyones = other.participant == ItemId::None || action.participant == ItemId::None;
        if (!anyones && other.participant != action.participant)
            continue;
        const Day revoked = makeFact(other, row, mode).day;
        if (given <= revoked && revoked < takesEffect)
            return true;
    }
    return false;
}

/// `last` is an end as stated or extended; tacit renewals without timely notice move it on.
void StatusFacts::addTermEnd(Day from, const Fact &last)
{
    TermEnd end{from, last.day, last.doubtful, last.index, Never};
    if (m_agreement->termKind == TermKind::TacitRenewal && last.day != Always && last.day != Never) {
        const Renewal renewal = Renewal::of(m_agreement);
        end.last = Never;
        const auto &actions = m_agreement->actions;
        for (qsizetype row = 0; row < actions.size(); ++row) {
            const Action &action = actions.at(row);
            if (action.kind != ActionKind::NoticeOfNonRenewal || !concerns(action))
                continue;
            const Fact notice = at(row);
            const Day ends = renewal.endAfterNotice(last.day, notice.day, mode);
            if (ends < end.last && !isRevoked(action, dayAfter(ends))) {
                end.last = ends;
                end.doubtful = last.doubtful || notice.doubtful;
                end.index = notice.index;
            }
        }
    }
    termEnds.append(end);
}

void StatusFacts::resolveTerm()
{
    const Edtf &term = m_agreement->term;
    const auto &actions = m_agreement->actions;
    Fact last{Never, true, true, term.endQualified(), -1};
    if (hasStatedTerm) {
        last.day = termEnd(term).in(mode);
        if (term.hasUnknownEnd() && mode == BoundMode::Earliest) {
            last.day = termStart(term).lo;
            for (const Action &action : actions) {
                if (action.kind == ActionKind::Attested && action.date.isDated())
                    last.day = std::max(last.day, action.date.instant().earliest);
            }
        }
        addTermEnd(Always, last);
    }

    struct Extension {
        Fact from, last;
        bool anew;
    };
    QVarLengthArray<Extension, 2> extensions;
    const auto add = [&](const Fact &from, const Fact &until, bool anew) {
        // An extension until nobody knows when: at the earliest it moves nothing.
        if (until.dated || mode == BoundMode::Latest)
            extensions.append({from, until, anew});
    };
    for (qsizetype row = 0; row < actions.size(); ++row) {
        const Action &action = actions.at(row);
        const bool anew = action.kind == ActionKind::Revival;
        if (action.kind != ActionKind::Extension && (!anew || action.until.isEmpty()))
            continue;
        const Fact from = at(row);
        Fact until = makeFact(action.until, mode);
        until.doubtful |= from.doubtful;
        until.index = from.index;
        add(from, until, anew);
    }
    for (qsizetype row = 0; row < m_context.incoming.size(); ++row) {
        const StatusContext::Incoming &relation = m_context.incoming.at(row);
        if (relation.kind != RelationKind::Extends)
            continue;
        const bool known = relation.term.isDated() && !relation.term.hasUnknownEnd();
        const Fact from = incomingDay(row);
        add(from,
            {known ? termEnd(relation.term).in(mode) : Never, true, known,
             from.doubtful || relation.term.endQualified(), -1},
            false);
    }
    std::stable_sort(extensions.begin(), extensions.end(),
                     [](const Extension &a, const Extension &b) { return a.from.day < b.from.day; });
    for (const Extension &extension : extensions) {
        Fact moved = extension.last;
        if (!extension.anew && hasStatedTerm)
            moved.day = std::max(moved.day, last.day);
        last = moved;
        addTermEnd(extension.from.day, moved);
    }
}

void StatusFacts::addEnding(const Fact &fact, Status status, Reason reason)
{
    endings.append({fact.day, status, reason, fact.doubtful, fact.index, Never});
}

void StatusFacts::addActEnding(const Action &action, qsizetype row)
{
    Fact fact = at(row);
    switch (action.kind) {
    case ActionKind::Termination:
        addEnding(fact, Status::Terminated, Reason::Terminated);
        break;
    case ActionKind::Denunciation:
    case ActionKind::Withdrawal: {
        if (m_multilateral && !(m_ownView && isOwn(action)))
            break;
        const bool denounced = action.kind == ActionKind::Denunciation;
        // A notice alone ends nothing, and nobody knows when a denunciation without effective date took effect.
        if (denounced && !action.effective.isDated() && mode == BoundMode::Latest)
            fact.day = Never;
        if (!isRevoked(action, fact.day))
            addEnding(fact, Status::Terminated, denounced ? Reason::Denounced : Reason::Withdrawn);
        break;
    }
    case ActionKind::Supersession:
        addEnding(fact, Status::Superseded, Reason::Superseded);
        break;
    case ActionKind::Expiry:
        addEnding(fact, Status::Expired, Reason::ExpiryRecorded);
        break;
    default:
        break;
    }
}

void StatusFacts::resolveEndings()
{
    const auto &actions = m_agreement->actions;
    for (qsizetype row = 0; row < actions.size(); ++row)
        addActEnding(actions.at(row), row);
    for (qsizetype row = 0; row < m_context.incoming.size(); ++row) {
        const StatusContext::Incoming &relation = m_context.incoming.at(row);
        if (relation.kind == RelationKind::Terminates)
            addEnding(incomingDay(row), Status::Terminated, Reason::TerminatedByOther);
        else if (relation.kind == RelationKind::Supersedes && !relation.partly)
            addEnding(incomingDay(row), Status::Superseded, Reason::SupersededByOther);
    }
}

void StatusFacts::addPeriod(QVarLengthArray<Period, 2> &periods, const Fact &from, const Edtf &until,
                            ActionKind endedBy, Reason reason)
{
    Period period{from.day, Never, from.doubtful, reason, from.index};
    if (!until.isEmpty())
        period.until = dayAfter(vagueDay(until).in(mode));
    const auto &actions = m_agreement->actions;
    for (qsizetype row = 0; row < actions.size(); ++row) {
        if (actions.at(row).kind != endedBy || !concerns(actions.at(row)))
            continue;
        if (const Fact end = at(row); end.day >= from.day)
            period.until = std::min(period.until, end.day);
    }
    periods.append(period);
}

void StatusFacts::resolvePeriods()
{
    const auto &actions = m_agreement->actions;
    for (qsizetype row = 0; row < actions.size(); ++row) {
        const Action &action = actions.at(row);
        if (!concerns(action))
            continue;
        if (action.kind == ActionKind::Suspension)
            addPeriod(suspensions, at(row), action.until, ActionKind::Resumption, Reason::Suspended);
        else if (action.kind == ActionKind::ProvisionalApplication)
            addPeriod(provisional, at(row), action.until, ActionKind::EndOfProvisionalApplication,
                      Reason::ProvisionallyApplied);
    }
    for (qsizetype row = 0; row < m_context.incoming.size(); ++row) {
        if (m_context.incoming.at(row).kind == RelationKind::Suspends)
            addPeriod(suspensions, incomingDay(row), {}, ActionKind::Resumption, Reason::SuspendedByOther);
    }
}

void StatusFacts::resolveRevivals()
{
    const auto revive = [this](Day day) {
        for (Ending &ending : endings) {
            if (day >= ending.day)
                ending.cancelled = std::min(ending.cancelled, day);
        }
        for (TermEnd &end : termEnds) {
            if (day > end.last)
                end.cancelled = std::min(end.cancelled, day);
        }
    };
    const auto &actions = m_agreement->actions;
    for (qsizetype row = 0; row < actions.size(); ++row) {
        const Action &action = actions.at(row);
        if (action.kind == ActionKind::Revival)
            revive(at(row).day);
        if (!m_ownConsent.first.recorded || !isConsent(action.kind) || !isOwn(action))
            continue;
        const Day again = at(row).day; // who withdrew may come back
        for (Ending &ending : endings) {
            if ((ending.reason == Reason::Denounced || ending.reason == Reason::Withdrawn) && again > ending.day)
                ending.cancelled = std::min(ending.cancelled, again);
        }
    }
}

void StatusFacts::addDay(Day day)
{
    if (day != Always && day != Never)
        days.append(day);
}

void StatusFacts::resolveDays()
{
    for (const Milestone *milestone : {&concluded, &proposed, &negotiated, &adopted, &abandoned, &consent}) {
        addDay(milestone->first.day);
        addDay(milestone->sure);
    }
    addDay(effect.day);
    addDay(allConsented);
    for (const Ending &ending : endings) {
        addDay(ending.day);
        addDay(ending.cancelled);
    }
    for (const TermEnd &end : termEnds) {
        addDay(end.from);
        addDay(dayAfter(end.last));
        addDay(end.cancelled);
    }
    for (const auto *periods : {&suspensions, &provisional}) {
        for (const Period &period : *periods) {
            addDay(period.from);
            addDay(period.until);
        }
    }

    const auto dated = [this](const Edtf &value) {
        if (value.isDated())
            lastDated = std::max(lastDated, vagueDay(value).in(mode));
    };
    dated(m_agreement->date);
    dated(m_agreement->inForce);
    for (const Action &action : m_agreement->actions) {
        dated(action.date);
        dated(action.effective);
        dated(action.until);
    }
    if (hasStatedTerm) {
        const Edtf &term = m_agreement->term;
        const bool ends = !term.hasOpenEnd() && !term.hasUnknownEnd();
        lastDated = std::max(lastDated, ends ? termEnd(term).in(mode) : termStart(term).in(mode));
    }
    addDay(lastDated);
}

} // namespace Treatybook
