#include "timeline/item.h"

#include "domain/statusreason.h"

#include <algorithm>

namespace Treatybook {

namespace {

bool isDated(const DayRange &range)
{
    return range.earliest != NoDay || range.latest != NoDay;
}

Day sortDay(const DayRange &range)
{
    return range.earliest != NoDay ? range.earliest : range.latest;
}

void include(std::optional<DayRange> &all, const DayRange &more)
{
    if (!all)
        all = more;
    else
        all = DayRange{std::min(all->earliest, more.earliest), std::max(all->latest, more.latest)};
}

/// The record's own date becomes a point unless an act of that kind says the same.
void addOwnDate(QList<TimelinePoint> &points, PointKind kind, const Edtf &date)
{
    if (date.kind() != Edtf::Kind::Instant)
        return;
    const DayRange when = date.instant();
    const bool repeated = std::any_of(points.cbegin(), points.cend(), [&](const TimelinePoint &point) {
        return point.kind == kind && point.when == when;
    });
    if (!repeated)
        points.append({kind, when, -1});
}

} // namespace

PointKind pointKindOf(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Adoption:
    case ActionKind::Initialling:
    case ActionKind::Signature:
    case ActionKind::DefinitiveSignature:
    case ActionKind::SignatureAdReferendum:
    case ActionKind::ExchangeOfNotes:
    case ActionKind::Announcement:
    case ActionKind::Issue:
        return PointKind::Signature;
    case ActionKind::DomesticApproval:
    case ActionKind::CompletionNotice:
    case ActionKind::Ratification:
    case ActionKind::Acceptance:
    case ActionKind::Approval:
    case ActionKind::Accession:
    case ActionKind::Succession:
    case ActionKind::FormalConfirmation:
        return PointKind::Consent;
    case ActionKind::ProvisionalApplication:
    case ActionKind::EntryIntoForce:
    case ActionKind::Resumption:
    case ActionKind::Revival:
        return PointKind::Entry;
    case ActionKind::Delivery:
    case ActionKind::Payment:
    case ActionKind::Implementation:
        return PointKind::Delivery;
    case ActionKind::EndOfProvisionalApplication:
    case ActionKind::Suspension:
    case ActionKind::NoticeOfDenunciation:
    case ActionKind::NoticeOfNonRenewal:
    case ActionKind::Denunciation:
    case ActionKind::Withdrawal:
    case ActionKind::Termination:
    case ActionKind::Expiry:
    case ActionKind::Supersession:
    case ActionKind::Abandonment:
        return PointKind::Ending;
    default:
        return PointKind::Other;
    }
}

QList<TimelinePoint> pointsOf(const Agreement &agreement)
{
    QList<TimelinePoint> points;
    for (int i = 0; i < agreement->actions.size(); ++i) {
        const Action &action = agreement->actions.at(i);
        const Edtf &date = action.date.isDated() ? action.date : action.effective;
        if (isDated(date.instant()))
            points.append({pointKindOf(action.kind), date.instant(), i});
    }
    // An event is its date; an instrument's date is something that happened to it.
    if (!agreement.isEvent()) {
        addOwnDate(points, PointKind::Signature, agreement->date);
        addOwnDate(points, PointKind::Entry, agreement->inForce);
    }
    std::stable_sort(points.begin(), points.end(),
                     [](const TimelinePoint &a, const TimelinePoint &b) { return sortDay(a.when) < sortDay(b.when); });
    return points;
}

TimelineItem itemOf(const Agreement &agreement, const StatusContext &context, const StatusRun &run,
                    const QLocale &locale)
{
    TimelineItem item;
    item.title = agreement.label().toString();
    item.span = spanOf(agreement, context);
    item.answer = item.span.event ? displayText(agreement->date, locale) : statusText(run, languageOf(locale));
    item.points = pointsOf(agreement);
    item.tone = toneOf(run.status, item.span.event);
    return item;
}

ItemSource storeItems(const AgreementStore &store, Day asOf, const QLocale &locale)
{
    return [&store, asOf, locale](Slot slot) {
        return itemOf(store.record(slot), store.context(slot), store.timeline(slot).on(asOf), locale);
    };
}

std::optional<DayRange> extentOf(const AgreementStore &store, const QList<Slot> &records, Day today)
{
    std::optional<DayRange> instruments, events;
    for (const Slot slot : records) {
        const Extent &own = store.columns().extent(slot);
        if (own.event && instruments)
            continue;
        if (const auto extent = own.on(today))
            include(own.event ? events : instruments, *extent);
    }
    return instruments ? instruments : events;
}

bool isAnyWithin(const AgreementStore &store, const QList<Slot> &records, Day today, DayRange window)
{
    bool isAnyDated = false;
    for (const Slot slot : records) {
        const auto extent = store.columns().extent(slot).on(today);
        if (extent && extent->latest >= window.earliest && extent->earliest <= window.latest)
            return true;
        isAnyDated = isAnyDated || extent;
    }
    return !isAnyDated;
}

} // namespace Treatybook
