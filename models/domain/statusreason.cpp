#include "domain/statusreason.h"

#include "domain/renewal.h"
#include "domain/sides.h"
#include "domain/statusrules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Treatybook {

namespace {

/// Makes the clauses of one reason; the rules are evaluated again for the day, so that runs need no words.
class ReasonWriter
{
    Q_DECLARE_TR_FUNCTIONS(Treatybook)

public:
    ReasonWriter(const Agreement &agreement, const StatusContext &context, const StatusRun &run, Day day,
                 const QLocale &locale, ItemId participant)
        : m_agreement(agreement)
        , m_context(context)
        , m_run(run)
        , m_day(day)
        , m_locale(locale)
        , m_rules(agreement, context, participant, BoundMode::Latest)
    {
    }

    QStringList clauses() const
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

private:
    QString cause() const;
    QString endingCause(Reason reason, int index, Day first) const;
    QString lifeCause() const;
    QString termEndCause(int index, Day first) const;
    QString termClause() const;
    QString dateClause() const;
    QString ratifiedClause() const;
    QStringList laterEndings() const;
    QStringList relations() const;

    QString text(const Edtf &value) const { return displayText(value, m_locale); }
    QString text(Day day) const { return text(Edtf::read(dayText(day))); }
    const Action *action(int index) const
    {
        return index >= 0 && index < m_agreement->actions.size() ? &m_agreement->actions.at(index) : nullptr;
    }
    /// As well as it is known.
    QString actDate(int index) const
    {
        const Action *act = action(index);
        if (!act)
            return {};
        return text(act->effective.isDated() ? act->effective : act->date);
    }
    QString actor(int index) const
    {
        const Action *act = action(index);
        const Participant *who = act ? findParticipant(m_agreement, act->participant) : nullptr;
        return who ? who->name.toString() : QString();
    }
    QString otherTitle(int index) const
    {
        return index >= 0 && index < m_context.incoming.size() ? m_context.incoming.at(index).title.toString()
                                                               : QString();
    }

    const Agreement &m_agreement;
    const StatusContext &m_context;
    const StatusRun &m_run;
    Day m_day;
    const QLocale &m_locale;
    StatusRules m_rules;
};

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

/// "signed 20 September 2021", by what `date` is called for such a record.
QString ReasonWriter::dateClause() const
{
    const int index = m_rules.facts().concluded.first.index;
    const QString date = index >= 0 ? actDate(index) : text(m_agreement->date);
    if (date.isEmpty())
        return {};
    switch (m_rules.facts().shape) {
    case StatusShape::Statement:
        return tr("issued %1").arg(date);
    case StatusShape::Offer:
    case StatusShape::Gift:
        return tr("announced %1").arg(date);
    case StatusShape::Undertaking:
        return tr("agreed %1").arg(date);
    case StatusShape::Award:
        return tr("presented %1").arg(date);
    default:
        return tr("signed %1").arg(date);
    }
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

QString ReasonWriter::endingCause(Reason reason, int index, Day first) const
{
    switch (reason) {
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
        return termEndCause(index, first);
    default:
        return {};
    }
}

QString ReasonWriter::lifeCause() const
{
    const ReasonCode &code = m_run.reason;
    const QStringList dated{dateClause(), termClause()};
    const auto since = [&](const QString &sentence) { return sentence.arg(text(code.day)); };
    switch (code.reason) {
    case Reason::Suspended:
        return tr("suspended since %1").arg(code.day == NoDay ? actDate(code.index) : text(code.day));
    case Reason::SuspendedByOther:
        return tr("suspended by %1").arg(otherTitle(code.index));
    case Reason::EnteredIntoForce:
        return code.day == NoDay ? tr("entry into force recorded") : since(tr("in force since %1"));
    case Reason::PresumedInEffect:
        return tr("presumed from its term, as its nature is not determined");
    case Reason::ObligationOpen:
        return tr("an obligation is open");
    case Reason::DeliveriesShort:
    case Reason::PartlyDelivered:
        return tr("deliveries fall short of what was agreed");
    case Reason::NothingRecorded:
        return code.day == NoDay ? tr("nothing recorded") : since(tr("nothing recorded since %1"));
    case Reason::AllDone:
        return tr("everything recorded as due is done");
    case Reason::DeliveryNotRecorded:
        return dateClause().isEmpty() ? tr("delivery not recorded") : tr("%1; delivery not recorded").arg(dateClause());
    case Reason::Delivered:
        return code.day == NoDay ? tr("delivered") : since(tr("last act %1"));
    case Reason::ProvisionallyApplied:
        return code.day == NoDay ? tr("provisionally applied") : since(tr("provisionally applied since %1"));
    case Reason::Ratified:
        return ratifiedClause();
    case Reason::TakesEffect:
        return code.day == NoDay ? tr("not known when it takes effect") : since(tr("takes effect on %1"));
    case Reason::EntryNotRecorded:
        return tr("entry into force not recorded");
    case Reason::TookEffect:
        return dated.at(0).isEmpty() || dated.at(1).isEmpty() ? dated.join(QString())
                                                              : tr("%1, %2").arg(dated.at(0), dated.at(1));
    default:
        return dateClause();
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
        return dateClause().isEmpty() ? tr("nothing concluded by then") : dateClause();
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
    const QString ended = endingCause(code.reason, code.index, code.day);
    return ended.isEmpty() ? lifeCause() : ended;
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
            clauses.append(endingCause(ending.reason, ending.index, ending.day));
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
        const Edtf &begins = relation.effective.isDated() ? relation.effective
                             : relation.inForce.isDated() ? relation.inForce
                                                          : relation.date;
        if (!begins.isDated() || vagueDay(begins).hi > m_day)
            continue;
        if (relation.kind == RelationKind::Succeeds)
            clauses.append(tr("succeeded by %1").arg(relation.title.toString()));
        else if (relation.kind == RelationKind::Supersedes && relation.partly)
            clauses.append(tr("superseded in part by %1").arg(relation.title.toString()));
    }
    return clauses;
}

} // namespace

QString statusReason(const Agreement &agreement, const StatusContext &context, const StatusRun &run, Day day,
                     const QLocale &locale, ItemId participant)
{
    if (run.status == Status::None)
        return {};
    const ReasonWriter writer(agreement, context, run, day, locale, participant);
    const QString status = statusText(run, languageOf(locale));
    const QString why = writer.clauses().join("; "_L1);
    return why.isEmpty() ? status : QCoreApplication::translate("Treatybook", "%1: %2").arg(status, why);
}

} // namespace Treatybook
