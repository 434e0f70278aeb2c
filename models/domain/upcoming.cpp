#include "domain/upcoming.h"

#include "domain/renewal.h"
#include "domain/statusrules.h"
#include "domain/tr.h"

namespace Treatybook {

namespace {

void addTermSteps(QList<Upcoming> &steps, const Agreement &agreement, const StatusFacts &facts, Day day)
{
    const StatusFacts::TermEnd *end = facts.termEndOn(day);
    if (!end)
        return;
    if (end->last != Always && end->last != Never) {
        steps.append({Upcoming::Kind::TermEnds, end->last, {}});
        return;
    }
    const Day stated = termEnd(agreement->term).hi;
    if (agreement->termKind != TermKind::TacitRenewal || stated == Never || stated == Always)
        return;
    const Renewal renewal = Renewal::of(agreement);
    const Day next = renewal.firstEndFrom(stated, day);
    if (next == Never)
        return;
    steps.append({Upcoming::Kind::LastDayOfNotice, renewal.lastDayOfNotice(next), {}});
    steps.append({Upcoming::Kind::Renews, next, {}});
}

void addActSteps(QList<Upcoming> &steps, const Agreement &agreement, const StatusFacts &facts, Day day)
{
    const auto &actions = agreement->actions;
    for (const StatusFacts::Ending &ending : facts.endings) {
        if (ending.index < 0 || ending.index >= actions.size() || ending.reason == Reason::TerminatedByOther ||
            ending.reason == Reason::SupersededByOther)
            continue;
        const Action &action = actions.at(ending.index);
        const bool knownAhead = action.date.isDated() && vagueDay(action.date).hi <= day;
        if (knownAhead && ending.day > day && ending.day != Never)
            steps.append({Upcoming::Kind::EndTakesEffect, ending.day, action.id});
    }
    for (const StatusFacts::Period &period : facts.suspensions) {
        const bool own = period.reason == Reason::Suspended && period.index >= 0 && period.index < actions.size();
        if (own && period.contains(day) && period.until != Never)
            steps.append({Upcoming::Kind::SuspensionEnds, period.until - 1, actions.at(period.index).id});
    }
}

} // namespace

QList<Upcoming> upcoming(const Agreement &agreement, const StatusContext &context, Day day, Day until)
{
    QList<Upcoming> steps;
    if (agreement.isEvent())
        return steps;
    const StatusRules rules(agreement, context, ItemId::None, BoundMode::Latest);
    const StatusFacts &facts = rules.facts();
    if (!facts.concluded.reachedBy(day) || rules.endingOn(day).status != Status::None)
        return steps;

    if (facts.effect.recorded && facts.effect.day > day)
        steps.append({Upcoming::Kind::TakesEffect, facts.effect.day, {}});
    addTermSteps(steps, agreement, facts, day);
    addActSteps(steps, agreement, facts, day);
    steps.removeIf([day](const Upcoming &step) { return step.day < day; });

    for (const Obligation &obligation : agreement.extras().obligations) {
        const Fact done = makeFact(obligation.done, BoundMode::Latest);
        const Fact due = makeFact(obligation.due, BoundMode::Latest);
        if (due.dated && !done.happenedBy(day))
            steps.append({Upcoming::Kind::ObligationDue, due.day, obligation.id});
    }
    steps.removeIf([until](const Upcoming &step) { return step.day > until || step.day > MaxDay; });
    std::stable_sort(steps.begin(), steps.end(), [](const Upcoming &a, const Upcoming &b) { return a.day < b.day; });
    return steps;
}

std::optional<Upcoming> nextStep(const Agreement &agreement, const StatusContext &context, Day day)
{
    const QList<Upcoming> steps = upcoming(agreement, context, day, MaxDay);
    const auto ahead = std::find_if(steps.cbegin(), steps.cend(), [day](const Upcoming &s) { return s.day >= day; });
    if (ahead != steps.cend())
        return *ahead;
    return steps.isEmpty() ? std::nullopt : std::optional(steps.first());
}

QString upcomingText(const Upcoming &step, const Agreement &agreement, Day day, const QLocale &locale)
{
    const QString when = displayText(Edtf::read(dayText(step.day)), locale);
    switch (step.kind) {
    case Upcoming::Kind::TakesEffect:
        return tr("Takes effect %1").arg(when);
    case Upcoming::Kind::EndTakesEffect:
        return tr("Ends with effect from %1").arg(when);
    case Upcoming::Kind::SuspensionEnds:
        return tr("Suspended until %1").arg(when);
    case Upcoming::Kind::LastDayOfNotice:
        return tr("Last day to give notice %1").arg(when);
    case Upcoming::Kind::Renews:
        return tr("Renewed tacitly after %1").arg(when);
    case Upcoming::Kind::TermEnds:
        return tr("Term ends %1").arg(when);
    case Upcoming::Kind::ObligationDue:
        break;
    }
    QString what;
    for (const Obligation &obligation : agreement.extras().obligations) {
        if (obligation.id == step.item)
            what = obligation.what.toString();
    }
    return (step.day < day ? tr("Overdue since %1: %2") : tr("Due %1: %2")).arg(when, what);
}

} // namespace Treatybook
