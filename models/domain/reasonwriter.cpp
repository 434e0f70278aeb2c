#include "domain/reasonwriter.h"

#include "domain/renewal.h"
#include "domain/sides.h"

namespace Treatybook {

QStringList ReasonWriter::clauses() const
{
    QStringList all{cause()};
    if (m_run.reason.reason != Reason::Override) {
        all += laterEndings();
        all += relations();
        if (!m_run.certain && m_run.possibly == Status::None && m_run.reason.reason != Reason::NothingRecorded)
            all += tr("a date is doubtful or unconfirmed");
    }
    all.removeAll(QString());
    return all;
}

const Action *ReasonWriter::action(int index) const
{
    return index >= 0 && index < m_agreement->actions.size() ? &m_agreement->actions.at(index) : nullptr;
}

QString ReasonWriter::actDate(int index) const
{
    const Action *act = action(index);
    return act ? text(whenOf(*act)) : QString();
}

QString ReasonWriter::actor(int index) const
{
    const Action *act = action(index);
    const Participant *who = act ? findParticipant(m_agreement, act->participant) : nullptr;
    return who ? who->name.toString() : QString();
}

QString ReasonWriter::otherTitle(int index) const
{
    const bool known = index >= 0 && index < m_context.incoming.size();
    return known ? m_context.incoming.at(index).title.toString() : QString();
}

QString ReasonWriter::termClause() const
{
    const StatusFacts::TermEnd *end = m_rules.facts().termEndOn(m_day);
    if (!end)
        return {};
    const QString term = m_agreement->term.text();
    const Day stated = termEnd(m_agreement->term).hi;
    if (m_agreement->termKind == TermKind::TacitRenewal && stated < m_day) {
        const Day until = Renewal::of(m_agreement).firstEndFrom(stated, m_day);
        return until >= m_day ? tr("renewed tacitly until %1, no notice recorded").arg(text(until))
                              : tr("renewed tacitly, no notice recorded");
    }
    if (end->from != Always && end->last != Never)
        return tr("extended until %1").arg(text(end->last));
    return term.isEmpty() ? QString() : tr("term %1 not over").arg(term);
}

/// A day that is the latest bound of a vague date is said as that date: "2020" rather than 31 December 2020.
QString ReasonWriter::knownAs(Day day) const
{
    const auto means = [day](const Edtf &value) { return value.isDated() && vagueDay(value).hi == day; };
    for (const Edtf *value : {&m_agreement->date, &m_agreement->inForce}) {
        if (means(*value))
            return text(*value);
    }
    for (const Action &act : m_agreement->actions) {
        if (means(whenOf(act)))
            return text(whenOf(act));
    }
    for (const Obligation &obligation : m_agreement.extras().obligations) {
        if (means(obligation.done))
            return text(obligation.done);
    }
    return text(day);
}

QString ReasonWriter::concludedOn() const
{
    const int index = m_rules.facts().concluded.first.index;
    return index >= 0 ? actDate(index) : text(m_agreement->date);
}

QString ReasonWriter::ratifiedClause() const
{
    QStringList names;
    const auto &actions = m_agreement->actions;
    for (qsizetype row = 0; row < actions.size(); ++row) {
        const Action &act = actions.at(row);
        if (!isConsent(act.kind) || makeFact(act, row, BoundMode::Latest).day > m_day)
            continue;
        if (const QString name = actor(static_cast<int>(row)); !name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    if (names.isEmpty())
        return tr("ratified, not yet in force");
    return tr("ratified by %1, not yet in force").arg(m_locale.createSeparatedList(names));
}

QString ReasonWriter::termEndCause(int index, Day first) const
{
    const Action *act = action(index);
    if (act && act->kind == ActionKind::NoticeOfNonRenewal)
        return tr("not renewed after the notice of %1, term ended %2").arg(actDate(index), text(first - 1));
    if (act)
        return tr("extended term ended %1").arg(text(first - 1));
    const QString term = m_agreement->term.text();
    return term.isEmpty() ? tr("extended term ended %1").arg(text(first - 1)) : tr("term %1 ended").arg(term);
}

QString ReasonWriter::endingCause(const StatusFacts::Ending &ending) const
{
    const int index = ending.index;
    switch (ending.reason) {
    case Reason::Terminated:
        return tr("terminated %1").arg(actDate(index)).trimmed();
    case Reason::Denounced:
        return actor(index).isEmpty() ? tr("denounced with effect from %1").arg(actDate(index))
                                      : tr("denounced by %1 with effect from %2").arg(actor(index), actDate(index));
    case Reason::Withdrawn:
        return actor(index).isEmpty() ? tr("withdrawn with effect from %1").arg(actDate(index))
                                      : tr("withdrawal of %1 with effect from %2").arg(actor(index), actDate(index));
    case Reason::TerminatedByOther:
        return tr("terminated by %1").arg(otherTitle(index));
    case Reason::SupersededByOther:
        return tr("superseded by %1").arg(otherTitle(index));
    case Reason::Superseded:
        return tr("superseded %1").arg(actDate(index)).trimmed();
    case Reason::ExpiryRecorded:
        return tr("expired %1").arg(actDate(index)).trimmed();
    case Reason::TermEnded:
        return termEndCause(index, ending.day);
    default:
        return {};
    }
}

/// Where the status itself is the verb, its cause is no more than a date or a name: "Terminated: 5 May 2000".
QString ReasonWriter::leadingCause() const
{
    const ReasonCode &code = m_run.reason;
    switch (code.reason) {
    case Reason::Terminated:
    case Reason::Superseded:
    case Reason::ExpiryRecorded:
        return actDate(code.index);
    case Reason::TerminatedByOther:
    case Reason::SupersededByOther:
    case Reason::SuspendedByOther:
        return tr("by %1").arg(otherTitle(code.index));
    case Reason::Issued:
    case Reason::Announced:
    case Reason::Agreed:
    case Reason::Presented:
        return concludedOn();
    case Reason::Delivered:
        return code.day == NoDay ? QString() : knownAs(code.day);
    case Reason::Suspended:
    case Reason::EnteredIntoForce:
    case Reason::ProvisionallyApplied:
        return code.day == NoDay ? QString() : tr("since %1").arg(knownAs(code.day));
    default:
        return endingCause({code.day, m_run.status, code.reason, false, code.index, Never});
    }
}

QString ReasonWriter::lifeCause() const
{
    const ReasonCode &code = m_run.reason;
    switch (code.reason) {
    case Reason::PresumedInEffect:
        return tr("presumed from its term, as its nature is not determined");
    case Reason::ObligationOpen:
        return tr("an obligation is open");
    case Reason::DeliveriesShort:
    case Reason::PartlyDelivered:
        return tr("deliveries fall short of what was agreed");
    case Reason::NothingRecorded:
        return code.day == NoDay ? tr("nothing recorded") : tr("nothing recorded since %1").arg(knownAs(code.day));
    case Reason::AllDone:
        return tr("everything recorded as due is done");
    case Reason::DeliveryNotRecorded:
        return concludedOn().isEmpty() ? tr("delivery not recorded")
                                       : tr("%1; delivery not recorded").arg(concludedOn());
    case Reason::Ratified:
        return ratifiedClause();
    case Reason::TakesEffect:
        return code.day == NoDay ? tr("not known when it takes effect") : tr("takes effect %1").arg(knownAs(code.day));
    case Reason::EntryNotRecorded:
        return tr("entry into force not recorded");
    case Reason::TookEffect: {
        const QString concluded = concludedOn().isEmpty() ? QString() : tr("signed %1").arg(concludedOn());
        const QString term = termClause();
        return concluded.isEmpty() || term.isEmpty() ? concluded + term : tr("%1, %2").arg(concluded, term);
    }
    default:
        return {};
    }
}

QString ReasonWriter::cause() const
{
    const ReasonCode &code = m_run.reason;
    switch (code.reason) {
    case Reason::Override: {
        const QString why = m_agreement.extras().statusOverrideReason.toString();
        return why.isEmpty() ? tr("set by hand") : tr("set by hand: %1").arg(why);
    }
    case Reason::NoDate:
        return tr("nothing shows when it was concluded");
    case Reason::Ahead:
        return concludedOn().isEmpty() ? tr("nothing concluded by then") : tr("dated %1").arg(concludedOn());
    case Reason::Proposed:
        return tr("proposal of %1").arg(actDate(code.index));
    case Reason::Negotiated:
        return tr("negotiation of %1").arg(actDate(code.index));
    case Reason::Adopted:
        return tr("text adopted %1").arg(actDate(code.index));
    case Reason::Abandoned:
        return tr("abandoned %1").arg(actDate(code.index));
    case Reason::NeverConcluded:
        return tr("term %1 ended without conclusion").arg(m_agreement->term.text());
    default:
        break;
    }
    const QString leading = leadingCause();
    return leading.isEmpty() ? lifeCause() : leading;
}

QStringList ReasonWriter::laterEndings() const
{
    QStringList clauses;
    const StatusFacts::Ending decides = m_rules.endingOn(m_day);
    if (decides.status == Status::None || !m_rules.facts().concluded.reachedBy(m_day))
        return clauses;
    for (const StatusFacts::Ending &ending : m_rules.facts().endings) {
        const bool same = ending.reason == decides.reason && ending.index == decides.index;
        if (!same && ending.holdsOn(m_day))
            clauses.append(endingCause(ending));
    }
    const StatusFacts::TermEnd *end = m_rules.facts().termEndOn(m_day);
    if (decides.reason != Reason::TermEnded && end && end->last != Always && end->last < m_day)
        clauses.append(termEndCause(end->index, end->last + 1));
    return clauses;
}

/// Who succeeded is named only once that has begun.
QStringList ReasonWriter::relations() const
{
    QStringList clauses;
    for (const StatusContext::Incoming &relation : m_context.incoming) {
        const Edtf &begins = beginOf(relation);
        if (!begins.isDated() || vagueDay(begins).hi > m_day)
            continue;
        if (relation.kind == RelationKind::Succeeds)
            clauses.append(tr("succeeded by %1").arg(relation.title.toString()));
        else if (relation.kind == RelationKind::Supersedes && relation.partly)
            clauses.append(tr("superseded in part by %1").arg(relation.title.toString()));
    }
    return clauses;
}

} // namespace Treatybook
