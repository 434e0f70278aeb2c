#include "domain/span.h"

#include "domain/statusrules.h"

namespace Treatybook {

namespace {

/// The two modes may change places, as when a notice counts only if it is early.
DayRange between(Day a, Day b)
{
    const auto [earliest, latest] = std::minmax(a, b);
    return {earliest == Never ? NoDay : earliest, latest == Never ? NoDay : latest};
}

/// The latest day on which a source shows it standing; NoDay if none does.
Day lastAttested(const Agreement &agreement)
{
    Day day = NoDay;
    for (const Action &action : agreement->actions) {
        if (action.kind == ActionKind::Attested)
            day = std::max(day, action.date.instant().earliest);
    }
    return day;
}

Span spanOfEvent(const Agreement &agreement)
{
    const Edtf &date = agreement->date;
    Span span;
    span.event = true;
    span.start = date.start();
    span.end = date.end();
    span.openEnd = date.hasOpenEnd();
    span.unknownEnd = date.hasUnknownEnd();
    span.point = date.kind() == Edtf::Kind::Instant;
    span.startApproximate = date.startQualified();
    span.endApproximate = date.endQualified();
    if (span.unknownEnd)
        span.end.earliest = lastAttested(agreement);
    return span;
}

/// Both ends of one record as one bound mode has them; `last` is inclusive.
struct Ends {
    Fact first;
    Day last = Never;
    bool doubtfulEnd = false;
};

Ends endsOf(const Agreement &agreement, const StatusRules &rules)
{
    const StatusFacts &facts = rules.facts();
    Ends ends;
    ends.first = facts.effect;
    if (!ends.first.recorded || !facts.concluded.first.dated) {
        ends.first = facts.concluded.first;
        const Day start = termStart(agreement->term).in(facts.mode);
        if (facts.hasStatedTerm && start != Always)
            ends.first = laterOf(ends.first.dated ? ends.first : Fact(),
                                 {start, true, true, agreement->term.startQualified(), -1});
    }
    if (const StatusFacts::Ending ending = rules.endingOn(MaxDay); ending.status != Status::None) {
        ends.last = ending.day == Always ? Always : ending.day - 1;
        ends.doubtfulEnd = ending.doubtful;
    }
    if (const auto performance = rules.performanceOn(MaxDay)) {
        const bool done = facts.shape == StatusShape::Gift ? performance->delivered && !performance->fallsShort
                                                           : performance->isDone();
        if (done && performance->lastAct != NoDay)
            ends.last = std::min(ends.last, performance->lastAct);
    }
    return ends;
}

/// Done on a day rather than lasting.
bool isDeed(StatusShape shape)
{
    return shape == StatusShape::Statement || shape == StatusShape::Offer || shape == StatusShape::Undertaking ||
           shape == StatusShape::Award || shape == StatusShape::Gift;
}

} // namespace

Span spanOf(const Agreement &agreement, const StatusContext &context)
{
    if (agreement.isEvent())
        return spanOfEvent(agreement);

    const StatusRules latest(agreement, context, ItemId::None, BoundMode::Latest);
    const StatusRules earliest(agreement, context, ItemId::None, BoundMode::Earliest);
    const StatusFacts &facts = latest.facts();
    const Ends late = endsOf(agreement, latest);
    const Ends early = endsOf(agreement, earliest);
    const Edtf &term = agreement->term;

    Span span;
    span.start = between(early.first.day, late.first.day);
    span.startApproximate = late.first.doubtful;
    const bool isUndated = span.start == DayRange() && early.last == Never && late.last == Never;
    if (isUndated)
        return span;

    const auto performance = latest.performanceOn(MaxDay);
    const bool deliveries = performance && performance->delivered;
    span.point = isDeed(facts.shape) && !facts.hasStatedTerm && early.last == Never && !deliveries;
    if (span.point) {
        span.end = span.start;
        span.endApproximate = span.startApproximate;
        return span;
    }
    span.hollow = !facts.concluded.first.dated || (facts.shape == StatusShape::Treaty && !facts.effect.recorded);

    // An end before the start comes from a signature after the term: it then lasted no longer than its first day.
    const auto notBefore = [](Day last, Day first) { return first == Never ? last : std::max(last, first); };
    span.end = between(notBefore(early.last, early.first.day), notBefore(late.last, late.first.day));
    span.endApproximate = late.doubtfulEnd || early.doubtfulEnd;
    if (early.last == Never && late.last == Never) {
        span.openEnd = facts.hasStatedTerm && (term.hasOpenEnd() || agreement->termKind == TermKind::TacitRenewal);
        span.openEnd |= agreement->termKind == TermKind::Indefinite;
        span.end.earliest = span.openEnd ? NoDay : lastAttested(agreement);
    }
    span.unknownEnd = span.end.latest == NoDay && !span.openEnd;

    const Day termFirst = termStart(term).lo;
    if (facts.hasStatedTerm && termFirst != Always && span.start.earliest != NoDay && termFirst < span.start.earliest)
        span.outline = {termFirst, span.start.earliest - 1};
    return span;
}

Extent::Extent(const Span &span) : first(span.start.earliest), last(span.end.latest), event(span.event)
{
    attested = span.end.earliest;
    for (const Day known : {span.start.latest, attested, last}) {
        if (first == NoDay)
            first = known;
    }
}

std::optional<DayRange> Extent::on(Day today) const
{
    if (first == NoDay)
        return {};
    const Day end = last == NoDay ? std::max(today, attested) : last;
    return DayRange{std::min(first, end), std::max(first, end)};
}

} // namespace Treatybook
