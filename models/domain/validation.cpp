#include "domain/validation.h"

#include "domain/factday.h"
#include "domain/oldstyle.h"
#include "domain/sides.h"
#include "domain/statusshape.h"

#include <QHash>

namespace Treatybook {

namespace {

using Issues = QList<Issue>;

bool certainlyBefore(const VagueDay &a, const VagueDay &b)
{
    return a.hi < b.lo;
}

void checkUnread(Issues &issues, const Agreement &agreement)
{
    for (const FieldInfo &info : fieldTable()) {
        if (info.edtf && info.edtf(agreement).isUnread())
            issues.append({info.field, {}, IssueCode::UnreadDate});
    }
    const auto check = [&issues](Field field, ItemId item, std::initializer_list<const Edtf *> values) {
        if (std::any_of(values.begin(), values.end(), [](const Edtf *value) { return value->isUnread(); }))
            issues.append({field, item, IssueCode::UnreadDate});
    };
    for (const Action &action : agreement->actions)
        check(Field::Actions, action.id, {&action.date, &action.effective, &action.until});
    for (const Relation &relation : agreement.extras().relations)
        check(Field::Relations, relation.id, {&relation.effective});
    for (const Source &source : agreement->sources)
        check(Field::Sources, source.id, {&source.date, &source.accessed});
    for (const Obligation &obligation : agreement.extras().obligations)
        check(Field::Obligations, obligation.id, {&obligation.due, &obligation.done});
}

void checkOrder(Issues &issues, const Agreement &agreement)
{
    const VagueDay date = vagueDay(agreement->date);
    const VagueDay inForce = vagueDay(agreement->inForce);
    const VagueDay first = termStart(agreement->term);
    const VagueDay last = termEnd(agreement->term);
    if (certainlyBefore(inForce, date))
        issues.append({Field::InForce, {}, IssueCode::InForceBeforeSignature});
    if (certainlyBefore(last, first) || certainlyBefore(last, date) || certainlyBefore(last, inForce))
        issues.append({Field::Term, {}, IssueCode::EndBeforeStart});
    else if (first.lo != Always && certainlyBefore(first, date))
        issues.append({Field::Term, {}, IssueCode::SignedAfterTermBegan});

    for (const Action &action : agreement->actions) {
        const bool ends = action.kind == ActionKind::Termination || action.kind == ActionKind::Denunciation ||
                          action.kind == ActionKind::Withdrawal || action.kind == ActionKind::Expiry ||
                          action.kind == ActionKind::Supersession;
        const VagueDay day = vagueDay(whenOf(action));
        if (certainlyBefore(vagueDay(action.until), day) ||
            (ends && (certainlyBefore(day, date) || certainlyBefore(day, inForce))))
            issues.append({Field::Actions, action.id, IssueCode::EndBeforeStart});
    }
}

void checkParticipants(Issues &issues, const Agreement &agreement)
{
    const auto &all = agreement->participants;
    for (auto one = all.cbegin(); one != all.cend(); ++one) {
        const bool twice = std::any_of(all.cbegin(), one, [one](const Participant &other) {
            return isSameState(*one, other) && one->body == other.body && one->role == other.role;
        });
        if (twice)
            issues.append({Field::Participants, one->id, IssueCode::SameParticipantTwice});
    }
    if (all.isEmpty())
        issues.append({Field::Participants, {}, IssueCode::NoParticipant});
}

bool isOutside(const Edtf &term, const Edtf &parent)
{
    if (!term.isDated() || !parent.isDated())
        return false;
    const bool endKnown = !term.hasUnknownEnd() && !parent.hasUnknownEnd();
    const bool startKnown = !term.hasUnknownStart() && !parent.hasUnknownStart();
    return (startKnown && certainlyBefore(termStart(term), termStart(parent))) ||
           (endKnown && certainlyBefore(termEnd(parent), termEnd(term)));
}

void checkRelations(Issues &issues, const Agreement &agreement, const RecordLookup &lookup)
{
    for (const Relation &relation : agreement.extras().relations) {
        if (relation.other == agreement.id()) {
            issues.append({Field::Relations, relation.id, IssueCode::RelationToItself});
            continue;
        }
        if (relation.kind != RelationKind::Implements && relation.kind != RelationKind::PartOf)
            continue;
        const Agreement *parent = lookup ? lookup(relation.other) : nullptr;
        if (parent && isOutside(agreement->term, (*parent)->term))
            issues.append({Field::Relations, relation.id, IssueCode::OutsideParentTerm});
    }
}

/// No act of the kind lies within the bounds of the stated field: the last of them is named.
template <class IsKind>
void checkAgainstActs(Issues &issues, const Agreement &agreement, Field field, const Edtf &stated, IsKind isKind)
{
    if (!stated.isDated())
        return;
    ItemId other{};
    for (const Action &action : agreement->actions) {
        if (!isKind(action) || !whenOf(action).isDated())
            continue;
        if (vagueDay(stated).overlaps(vagueDay(whenOf(action))))
            return;
        other = action.id;
    }
    if (other != ItemId::None)
        issues.append({field, other, IssueCode::DisagreesWithActions});
}

void checkActs(Issues &issues, const Agreement &agreement)
{
    const bool multilateral = isMultilateral(agreement);
    checkAgainstActs(issues, agreement, Field::Date, agreement->date,
                     [&](const Action &action) { return isSigningAct(action.kind, shapeOf(agreement)); });
    checkAgainstActs(issues, agreement, Field::InForce, agreement->inForce, [&](const Action &action) {
        return action.kind == ActionKind::EntryIntoForce && (!multilateral || action.participant == ItemId::None);
    });

    const auto &actions = agreement->actions;
    const bool moved = agreement->termKind == TermKind::TacitRenewal ||
                       std::any_of(actions.cbegin(), actions.cend(), [](const Action &action) {
                           return action.kind == ActionKind::Extension || action.kind == ActionKind::Revival;
                       });
    if (!agreement->term.isDated() || agreement->term.hasUnknownEnd() || moved)
        return;
    VagueDay last = termEnd(agreement->term);
    last.hi = dayAfter(last.hi); // an expiry is dated to the last day or to the first day after
    for (const Action &action : actions) {
        if (action.kind == ActionKind::Expiry && whenOf(action).isDated() && !last.overlaps(vagueDay(whenOf(action))))
            issues.append({Field::Term, action.id, IssueCode::DisagreesWithActions});
    }
}

/// Dates disagree when their bounds do not overlap, other values when they are written differently. A value that is no
/// date can only be told to be that of a field if its source supports nothing else.
bool disagree(const Text &a, const Text &b, bool dates)
{
    if (!dates)
        return a.toString().trimmed().compare(b.toString().trimmed(), Qt::CaseInsensitive) != 0;
    const Edtf first = Edtf::read(a.toString());
    const Edtf second = Edtf::read(b.toString());
    return first.isDated() && second.isDated() && !vagueDay(first).overlaps(vagueDay(second));
}

void checkSources(Issues &issues, const Agreement &agreement)
{
    struct Value {
        const FieldInfo *field;
        const Text *text;
    };
    QList<Value> values;
    QList<Field> told;
    for (const Source &source : agreement->sources) {
        if (source.value.isEmpty())
            continue;
        for (const Text &key : source.supports) {
            const FieldInfo *field = findField(key.toString());
            if (!field || !field->isScalar() || told.contains(field->field))
                continue;
            const bool dates = field->edtf;
            if (!dates && source.supports.size() > 1)
                continue;
            const bool differs = std::any_of(values.cbegin(), values.cend(), [&](const Value &other) {
                return other.field == field && disagree(*other.text, source.value, dates);
            });
            if (differs) {
                issues.append({field->field, source.id, IssueCode::SourcesDisagree});
                told.append(field->field);
            }
            values.append({field, &source.value});
        }
    }
    if (agreement->sources.isEmpty())
        issues.append({Field::Sources, {}, IssueCode::NoSource});

    const auto &quantities = agreement.extras().quantities;
    for (auto one = quantities.cbegin(); one != quantities.cend(); ++one) {
        const bool differs = std::any_of(quantities.cbegin(), one, [one](const Quantity &other) {
            return one->source != other.source && one->stance == other.stance && one->unit == other.unit &&
                   !one->amount.isNull() && !other.amount.isNull() && one->amount != other.amount;
        });
        if (differs)
            issues.append({Field::Quantities, one->id, IssueCode::SourcesDisagree});
    }
}

void checkDates(Issues &issues, const Agreement &agreement)
{
    const auto &actions = agreement->actions;
    const bool dated =
        !agreement->date.isEmpty() || !agreement->inForce.isEmpty() || !agreement->term.isEmpty() ||
        std::any_of(actions.cbegin(), actions.cend(), [](const Action &action) { return !whenOf(action).isEmpty(); });
    if (!dated)
        issues.append({Field::Date, {}, IssueCode::NoDate});
    if (isOldStyleLikely(agreement, agreement->date))
        issues.append({Field::Date, {}, IssueCode::OldStyleLikely});
    if (isOldStyleLikely(agreement, agreement->inForce))
        issues.append({Field::InForce, {}, IssueCode::OldStyleLikely});
    for (const Action &action : actions) {
        if (isOldStyleLikely(agreement, action.date) || isOldStyleLikely(agreement, action.effective))
            issues.append({Field::Actions, action.id, IssueCode::OldStyleLikely});
    }
}

} // namespace

Severity severityOf(IssueCode code)
{
    switch (code) {
    case IssueCode::NoTitle:
    case IssueCode::UnreadDate:
        return Severity::Error;
    case IssueCode::InForceBeforeSignature:
    case IssueCode::EndBeforeStart:
    case IssueCode::SameParticipantTwice:
    case IssueCode::RelationToItself:
    case IssueCode::OutsideParentTerm:
    case IssueCode::DisagreesWithActions:
    case IssueCode::SourcesDisagree:
        return Severity::Warning;
    case IssueCode::SignedAfterTermBegan:
    case IssueCode::NoParticipant:
    case IssueCode::NoSource:
    case IssueCode::NoDate:
    case IssueCode::OldStyleLikely:
        break;
    }
    return Severity::Hint;
}

QList<Issue> validate(const Agreement &agreement, const RecordLookup &lookup)
{
    Issues issues;
    if (agreement->title.toString().trimmed().isEmpty())
        issues.append({Field::Title, {}, IssueCode::NoTitle});
    checkUnread(issues, agreement);
    checkDates(issues, agreement);
    checkOrder(issues, agreement);
    checkParticipants(issues, agreement);
    checkActs(issues, agreement);
    checkRelations(issues, agreement, lookup);
    checkSources(issues, agreement);
    std::stable_sort(issues.begin(), issues.end(), [](const Issue &a, const Issue &b) { return a.field < b.field; });
    return issues;
}

} // namespace Treatybook
