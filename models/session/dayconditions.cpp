#include "session/conditions.h"

#include "domain/factday.h"
#include "domain/fold.h"
#include "domain/span.h"

#include <QDateTime>

#include <algorithm>

namespace Treatybook {

namespace {

/// The days asked for, both inclusive.
bool isWithin(const VagueDay &value, const VagueDay &asked)
{
    return asked.lo <= value.lo && value.hi <= asked.hi;
}

/// `start` to `end`, each of which may be vague, has a day in common with `asked`.
bool overlaps(const VagueDay &start, const VagueDay &end, const VagueDay &asked, bool certainly)
{
    return certainly ? start.hi <= asked.hi && asked.lo <= end.lo : start.lo <= asked.hi && asked.lo <= end.hi;
}

/// A day within the range, of a date that may mean several.
bool isDate(const Edtf &value, const VagueDay &asked, bool certainly)
{
    if (!value.isDated())
        return false;
    if (certainly)
        return isWithin(vagueDay(value), asked) && !value.isQualified();
    if (!vagueDay(value).overlaps(asked))
        return false;
    return std::ranges::any_of(value.choices(), [&](const DayRange &days) { return vagueDay(days).overlaps(asked); });
}

bool isTerm(const Edtf &term, const VagueDay &asked, bool certainly)
{
    return term.isDated() && overlaps(termStart(term), termEnd(term), asked, certainly) &&
           !(certainly && term.isQualified());
}

/// Where the extent, which is kept for every record, says that it cannot be, the span need not be worked out.
bool mayOverlap(const Extent &extent, const VagueDay &asked)
{
    return extent.first != NoDay && (extent.last == NoDay || extent.last >= asked.lo);
}

bool isActive(const AgreementStore &store, Slot slot, const VagueDay &asked, bool certainly)
{
    if (!mayOverlap(store.columns().extent(slot), asked))
        return false;
    const Span span = spanOf(store.record(slot), store.context(slot));
    if (!span.isDated())
        return false;
    VagueDay end = vagueDay(span.end);
    if (span.openEnd)
        end.lo = end.hi = Never;
    return overlaps(vagueDay(span.start), end, asked, certainly) &&
           !(certainly && (span.startApproximate || span.endApproximate));
}

bool hasEnded(const AgreementStore &store, Slot slot, const VagueDay &asked, bool certainly)
{
    if (store.columns().extent(slot).last == NoDay)
        return false;
    const Span span = spanOf(store.record(slot), store.context(slot));
    if (span.point || span.openEnd || span.unknownEnd || span.end.latest == NoDay)
        return false;
    const VagueDay end = vagueDay(span.end);
    return certainly ? isWithin(end, asked) && !span.endApproximate : end.overlaps(asked);
}

bool isOfDecade(Decades decades, int decade, bool certainly)
{
    return certainly ? decades.first == decade && decades.last == decade
                     : decades.first <= decade && decade <= decades.last;
}

/// On the calendar of the person at the window. What was changed before the part of the log that was read, was changed
/// before all days that can be told.
bool wasChanged(qint64 time, const VagueDay &asked)
{
    const Day day = time == 0 ? Always : static_cast<Day>(QDateTime::fromSecsSinceEpoch(time).date().toJulianDay());
    return asked.lo <= day && day <= asked.hi;
}

bool isAmount(const Decimal &amount, const QueryCondition &asked)
{
    if (amount.isNull())
        return false;
    if (!asked.least.isNull()) {
        const int order = Decimal::compare(amount, asked.least);
        if (order < 0 || (order == 0 && asked.isAbove))
            return false;
    }
    if (!asked.most.isNull()) {
        const int order = Decimal::compare(amount, asked.most);
        if (order > 0 || (order == 0 && asked.isBelow))
            return false;
    }
    return true;
}

bool hasQuantity(const Agreement &record, const QueryCondition &asked)
{
    return std::ranges::any_of(record.extras().quantities, [&](const Quantity &quantity) {
        return isAmount(quantity.amount, asked) && fold(quantity.unit.toString()).contains(asked.needle);
    });
}

bool hasNumber(const QString &text, const QueryCondition &asked)
{
    const auto number = Decimal::parse(text);
    return number && isAmount(*number, asked);
}

} // namespace

ConditionTest dayTest(const QueryScope &scope, const QueryCondition &condition)
{
    const AgreementStore &store = scope.store;
    const VagueDay asked = vagueDay(condition.days);
    const bool certainly = scope.reading == Reading::Certain;
    const auto test = [](std::function<bool(Slot)> holds) { return ConditionTest{std::move(holds), {}}; };
    switch (condition.subject) {
    case QuerySubject::Date:
        return test([=, &store, edtf = fieldInfo(condition.field).edtf](Slot slot) {
            return isDate(edtf(store.record(slot)), asked, certainly);
        });
    case QuerySubject::Term:
        return test([=, &store](Slot slot) { return isTerm(store.record(slot)->term, asked, certainly); });
    case QuerySubject::Active:
        return test([=, &store](Slot slot) { return isActive(store, slot, asked, certainly); });
    case QuerySubject::Ended:
        return test([=, &store](Slot slot) { return hasEnded(store, slot, asked, certainly); });
    case QuerySubject::Decade:
        return test([=, &store, decade = condition.number](Slot slot) {
            return isOfDecade(store.columns().decades(slot), decade, certainly);
        });
    case QuerySubject::Changed:
        return test([=, &store](Slot slot) { return wasChanged(store.changedAt(slot), asked); });
    case QuerySubject::Undated:
        return test([&store](Slot slot) { return store.columns().extent(slot).first == NoDay; });
    case QuerySubject::Number:
        return test([&store, condition, &field = fieldInfo(condition.field)](Slot slot) {
            return hasNumber(field.text(store.record(slot)), condition);
        });
    case QuerySubject::Quantity:
        return test([&store, condition](Slot slot) { return hasQuantity(store.record(slot), condition); });
    default:
        return {};
    }
}

} // namespace Treatybook
