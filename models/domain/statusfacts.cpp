#include "domain/statusfacts.h"

#include "domain/sides.h"

namespace Treatybook {

StatusFacts::StatusFacts(const Agreement &agreement, const StatusContext &context, ItemId participant, BoundMode bounds)
    : mode(bounds)
    , shape(shapeOf(agreement))
    , isGroup(agreement->kind == Kind::Group)
    , hasStatedTerm(agreement->term.isDated())
    , m_agreement(agreement)
    , m_context(context)
    , m_participant(participant)
    , m_multilateral(isMultilateral(agreement))
    , m_ownView(participant != ItemId::None && m_multilateral)
{
    resolveStages();
    resolveOwnConsent();
    resolveSigning();
    resolveEffect();
    resolveConsents();
    resolveTerm();
    resolveEndings();
    resolvePeriods();
    resolveRevivals();
    resolveDays();
}

/// An act whose day nobody knows cannot have been before the signing.
Fact StatusFacts::at(qsizetype row) const
{
    Fact fact = makeFact(m_agreement->actions.at(row), row, mode);
    if (!fact.dated && mode == BoundMode::Earliest && m_signing.recorded)
        fact.day = m_signing.day;
    return fact;
}

Fact StatusFacts::incomingDay(qsizetype row) const
{
    const StatusContext::Incoming &relation = m_context.incoming.at(row);
    Fact fact = makeFact(beginOf(relation), mode);
    if (!fact.recorded)
        fact.day = VagueDay().in(mode);
    fact.recorded = true;
    fact.doubtful |= relation.confidence == Confidence::Unconfirmed;
    fact.index = static_cast<qint16>(row);
    return fact;
}

bool StatusFacts::isOwn(const Action &action) const
{
    return isSameState(m_agreement, action.participant, m_participant);
}

/// In a multilateral instrument what one participant does counts for that participant only (VCLT 55).
bool StatusFacts::concerns(const Action &action) const
{
    return !m_multilateral || action.participant == ItemId::None || (m_ownView && isOwn(action));
}

void StatusFacts::resolveStages()
{
    const auto &actions = m_agreement->actions;
    for (qsizetype row = 0; row < actions.size(); ++row) {
        const Fact fact = makeFact(actions.at(row), row, mode);
        switch (actions.at(row).kind) {
        case ActionKind::Proposal:
            proposed.add(fact);
            break;
        case ActionKind::Negotiation:
            negotiated.add(fact);
            break;
        case ActionKind::Adoption:
        case ActionKind::Initialling:
            adopted.add(fact);
            break;
        case ActionKind::Abandonment:
            abandoned.add(fact);
            break;
        default:
            break;
        }
    }
}

void StatusFacts::resolveOwnConsent()
{
    if (!m_ownView)
        return;
    const auto &actions = m_agreement->actions;
    for (qsizetype row = 0; row < actions.size(); ++row) {
        if (isConsent(actions.at(row).kind) && isOwn(actions.at(row)))
            m_ownConsent.add(at(row));
    }
    if (m_ownConsent.first.recorded) {
        const ActionKind kind = actions.at(m_ownConsent.first.index).kind;
        m_joinedLater = kind == ActionKind::Accession || kind == ActionKind::Succession;
    }
}

/// Of a bilateral instrument the day on which the second side signed; of an exchange of notes the later note; else the
/// first signature.
Fact StatusFacts::signingActs(bool ownOnly) const
{
    Fact oneSide, otherSide, unnamed, notes, undated;
    ItemId one = ItemId::None;
    const auto &actions = m_agreement->actions;
    for (qsizetype row = 0; row < actions.size(); ++row) {
        const Action &action = actions.at(row);
        if (!isSigningAct(action.kind, shape) || (ownOnly && !isOwn(action)))
            continue;
        const Fact fact = makeFact(action, row, mode);
        const Participant *who = findParticipant(m_agreement, action.participant);
        if (!fact.dated) {
            undated = fact;
        } else if (action.kind == ActionKind::ExchangeOfNotes) {
            notes = laterOf(notes, fact);
        } else if (m_multilateral || !who || !isSide(who->role)) {
            unnamed = earlierOf(unnamed, fact);
        } else if (one == ItemId::None || isSameState(m_agreement, one, action.participant)) {
            one = action.participant;
            oneSide = earlierOf(oneSide, fact);
        } else {
            otherSide = earlierOf(otherSide, fact);
        }
    }
    const Fact dated = earlierOf(earlierOf(laterOf(oneSide, otherSide), unnamed), notes);
    return dated.recorded ? dated : undated;
}

/// A stated field wins; an act within its bounds that knows the day better does not disagree and is taken instead.
Fact StatusFacts::statedOrActs(const Edtf &stated, const Fact &acts) const
{
    if (stated.isEmpty() || (!stated.isDated() && acts.dated))
        return acts;
    const Fact fact = makeFact(stated, mode);
    if (!acts.dated || (acts.doubtful && !fact.doubtful))
        return fact;
    const Action &action = m_agreement->actions.at(acts.index);
    const VagueDay own = vagueDay(stated);
    const VagueDay act = vagueDay(whenOf(action));
    return own.overlaps(act) && act.width() < own.width() ? acts : fact;
}

void StatusFacts::resolveSigning()
{
    if (m_ownConsent.first.recorded) {
        m_signing = signingActs(true);
        const auto &actions = m_agreement->actions;
        const bool others = std::any_of(actions.cbegin(), actions.cend(), [this](const Action &action) {
            return isSigningAct(action.kind, shape) && action.participant != ItemId::None;
        });
        if (!m_signing.recorded && (others || m_joinedLater))
            m_signing = m_ownConsent.first;
        if (m_signing.recorded)
            return;
    }
    m_signing = statedOrActs(m_agreement->date, signingActs(false));
}

/// Named ones are those participants' own, of which the instrument takes the first if nothing better is recorded.
Fact StatusFacts::entryActs() const
{
    Fact whole, first;
    const auto &actions = m_agreement->actions;
    for (qsizetype row = 0; row < actions.size(); ++row) {
        if (actions.at(row).kind != ActionKind::EntryIntoForce)
            continue;
        first = earlierOf(first, at(row));
        if (!m_multilateral || actions.at(row).participant == ItemId::None)
            whole = earlierOf(whole, at(row));
    }
    return whole.recorded ? whole : first;
}

void StatusFacts::resolveEffect()
{
    Fact entry = statedOrActs(m_agreement->inForce, entryActs());
    if (m_ownConsent.first.recorded) {
        Fact own;
        const auto &actions = m_agreement->actions;
        for (qsizetype row = 0; row < actions.size(); ++row) {
            if (actions.at(row).kind == ActionKind::EntryIntoForce && isOwn(actions.at(row)))
                own = earlierOf(own, at(row));
        }
        entry = own.recorded ? own : entry.recorded ? laterOf(entry, m_ownConsent.first) : Fact();
    }
    resolveConclusion(entry);

    const bool undetermined = shape == StatusShape::Treaty && m_agreement->nature == Nature::Undetermined;
    const bool takesEffect = shape == StatusShape::Arrangement || shape == StatusShape::Contract;
    effectStatus = takesEffect ? Status::InEffect : Status::InForce;
    effect = entry;
    if (entry.recorded || !(takesEffect || (undetermined && hasStatedTerm)))
        return;
    effectStatus = Status::InEffect;
    isPresumed = undetermined;
    effect = m_signing.recorded ? m_signing : concluded.first;
    const Day start = termStart(m_agreement->term).in(mode);
    if (effect.recorded && hasStatedTerm && start != Always)
        effect = laterOf(effect, {start, true, true, m_agreement->term.startQualified(), -1});
}

void StatusFacts::resolveConclusion(const Fact &entry)
{
    concluded.add(m_signing);
    concluded.add(entry);
    const auto &actions = m_agreement->actions;
    for (qsizetype row = 0; row < actions.size(); ++row) {
        const Action &action = actions.at(row);
        if (action.kind == ActionKind::Delivery ||
            (action.kind == ActionKind::ProvisionalApplication && concerns(action)))
            concluded.add(at(row));
        if (m_signing.recorded)
            continue;
        if (isConsent(action.kind) && (!m_ownConsent.first.recorded || isOwn(action)))
            concluded.add(at(row));
        if (action.kind == ActionKind::Attested) {
            Fact fact = at(row); // it stood by then
            fact.day = mode == BoundMode::Latest ? fact.day : Always;
            concluded.add(fact);
        }
    }
    // A term and nothing else: nobody recorded when it was concluded, nor that it was still under way.
    const bool underWay = proposed.first.recorded || negotiated.first.recorded || adopted.first.recorded;
    const Day start = termStart(m_agreement->term).lo;
    if (!concluded.first.recorded && !underWay && hasStatedTerm && start != Always)
        concluded.add({mode == BoundMode::Latest ? Never : start, true, false, false, -1});
}

void StatusFacts::resolveConsents()
{
    const auto &actions = m_agreement->actions;
    const auto isRatification = [](const Action &action) {
        return isConsent(action.kind) && action.kind != ActionKind::DefinitiveSignature;
    };
    for (qsizetype row = 0; row < actions.size(); ++row) {
        if (isRatification(actions.at(row)))
            consent.add(at(row));
    }
    if (m_multilateral || !consent.first.recorded)
        return;
    Day all = Always;
    bool several = false;
    const Participant *first = nullptr;
    for (const Participant &participant : m_agreement->participants) {
        if (!isSide(participant.role))
            continue;
        several = several || (first && !isSameState(*first, participant));
        first = first ? first : &participant;
        Day own = Never;
        for (qsizetype row = 0; row < actions.size(); ++row) {
            if (isRatification(actions.at(row)) &&
                isSameState(m_agreement, actions.at(row).participant, participant.id))
                own = std::min(own, at(row).day);
        }
        all = std::max(all, own);
    }
    allConsented = several ? all : Never;
}

} // namespace Treatybook
