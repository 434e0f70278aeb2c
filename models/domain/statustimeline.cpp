#include "domain/statustimeline.h"

#include "domain/statusrules.h"

#include <algorithm>

namespace Treatybook {

StatusContext::Incoming incomingRelation(const Agreement &from, const Relation &relation)
{
    return {relation.kind,      relation.confidence, relation.partly, from.id(), from->title,
            relation.effective, from->inForce,       from->date,      from->term};
}

bool isInForce(Status status)
{
    return status == Status::InForce || status == Status::InEffect || status == Status::BeingPerformed;
}

bool isInForce(const StatusRun &run, bool orPossibly)
{
    if (orPossibly)
        return isInForce(run.status) || isInForce(run.possibly);
    return isInForce(run.status) && run.certain;
}

const StatusRun &StatusTimeline::on(Day day) const
{
    static const StatusRun nothing;
    if (m_runs.empty())
        return nothing;
    const auto after = std::upper_bound(m_runs.cbegin(), m_runs.cend(), day,
                                        [](Day value, const StatusRun &run) { return value < run.first; });
    return after == m_runs.cbegin() ? m_runs.front() : *(after - 1);
}

StatusTimeline statusTimeline(const Agreement &agreement, const StatusContext &context, ItemId participant)
{
    if (agreement.isEvent())
        return StatusTimeline({StatusRun()});
    if (agreement->statusOverride != Status::None) {
        StatusRun run;
        run.status = agreement->statusOverride;
        run.reason.reason = Reason::Override;
        return StatusTimeline({run});
    }

    const StatusRules latest(agreement, context, participant, BoundMode::Latest);
    const StatusRules earliest(agreement, context, participant, BoundMode::Earliest);
    QVarLengthArray<Day, 64> days;
    days.append(NoDay);
    days.append(latest.days().constData(), latest.days().size());
    days.append(earliest.days().constData(), earliest.days().size());
    std::sort(days.begin(), days.end());
    const auto end = std::unique(days.begin(), days.end());

    QVarLengthArray<StatusRun, 32> runs;
    for (auto day = days.begin(); day != end && *day <= MaxDay; ++day) {
        const StatusRules::Answer answer = latest.on(*day);
        const StatusRules::Answer other = earliest.on(*day);
        StatusRun run{*day, answer.status, answer.possibly, true, answer.reason};
        if (other.status != answer.status)
            run.possibly = other.status;
        run.certain = run.possibly == Status::None && !answer.doubtful;
        if (!runs.isEmpty()) {
            StatusRun same = runs.back();
            same.first = run.first;
            if (same == run)
                continue;
        }
        runs.append(run);
    }
    return StatusTimeline(std::vector<StatusRun>(runs.cbegin(), runs.cend()));
}

} // namespace Treatybook
