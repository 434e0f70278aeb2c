#include "session/computedfields.h"

#include "domain/bound.h"
#include "domain/span.h"
#include "domain/statusreason.h"
#include "domain/tr.h"
#include "domain/upcoming.h"

#include <QDateTime>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

QString dayForPeople(Day day, const QLocale &locale)
{
    return displayText(Edtf::read(dayText(day)), locale);
}

QString endForPeople(const Span &span, const QLocale &locale)
{
    const auto [earliest, latest] = span.end;
    if (span.point)
        return {};
    if (span.openEnd)
        return tr("open");
    if (latest == NoDay)
        return earliest == NoDay ? QString() : tr("not before %1").arg(dayForPeople(earliest, locale));
    if (earliest == latest)
        return dayForPeople(latest, locale);
    if (earliest == NoDay)
        return tr("by %1").arg(dayForPeople(latest, locale));
    return displayText(Edtf::read(u"[%1..%2]"_s.arg(dayText(earliest), dayText(latest))), locale);
}

/// EDTF of the last day.
QString endForPrograms(const Span &span)
{
    const auto [earliest, latest] = span.end;
    if (span.point)
        return {};
    if (span.openEnd)
        return u".."_s;
    if (earliest == latest)
        return dayText(latest);
    return u"[%1..%2]"_s.arg(dayText(earliest), dayText(latest));
}

QStringList boundNames(const AgreementStore &store, Slot slot, Day asOf, const StatusContext &context)
{
    const Agreement &record = store.record(slot);
    const QList<ItemId> bound = boundParticipants(record, context, store.timeline(slot).on(asOf), asOf);
    QStringList names;
    for (const Participant &participant : record->participants) {
        const QString name = (participant.name.isEmpty() ? participant.body : participant.name).toString();
        if (bound.contains(participant.id) && !names.contains(name))
            names.append(name);
    }
    return names;
}

QDateTime changedAt(const AgreementStore &store, Slot slot)
{
    return QDateTime::fromSecsSinceEpoch(store.changedAt(slot), Qt::UTC);
}

/// Empty for what does without: thousands of records may point at one.
StatusContext contextFor(Field field, const AgreementStore &store, Slot slot)
{
    return field == Field::Status || field == Field::Changed ? StatusContext() : store.context(slot);
}

QString textWith(const StatusContext &context, const AgreementStore &store, Slot slot, Field field, Day asOf,
                 const QLocale &locale)
{
    const Agreement &record = store.record(slot);
    switch (field) {
    case Field::Status:
        return statusText(store.timeline(slot).on(asOf), languageOf(locale));
    case Field::StatusReason:
        return statusReason(record, context, store.timeline(slot).on(asOf), asOf, locale);
    case Field::Ends:
        return endForPeople(spanOf(record, context), locale);
    case Field::NextStep: {
        const auto step = nextStep(record, context, asOf);
        return step ? upcomingText(*step, record, asOf, locale) : QString();
    }
    case Field::Bound:
        return boundNames(store, slot, asOf, context).join(u", "_s);
    case Field::Changed:
        return store.changedAt(slot) == 0 ? QString()
                                          : locale.toString(changedAt(store, slot).toLocalTime(), QLocale::ShortFormat);
    default:
        return {};
    }
}

} // namespace

QString computedText(const AgreementStore &store, Slot slot, Field field, Day asOf, const QLocale &locale)
{
    return textWith(contextFor(field, store, slot), store, slot, field, asOf, locale);
}

QString computedValue(const AgreementStore &store, Slot slot, Field field, Day asOf)
{
    return computedValue(store, slot, field, asOf, contextFor(field, store, slot));
}

QString computedValue(const AgreementStore &store, Slot slot, Field field, Day asOf, const StatusContext &context)
{
    switch (field) {
    case Field::Status:
        return Vocabularies::statuses.key(static_cast<int>(store.timeline(slot).on(asOf).status));
    case Field::Ends:
        return endForPrograms(spanOf(store.record(slot), context));
    case Field::Bound:
        return joinList(boundNames(store, slot, asOf, context));
    case Field::Changed:
        return store.changedAt(slot) == 0 ? QString() : changedAt(store, slot).toString(Qt::ISODate);
    default:
        return textWith(context, store, slot, field, asOf, QLocale(QLocale::English));
    }
}

std::optional<qint64> computedOrder(const AgreementStore &store, Slot slot, Field field, Day asOf)
{
    const auto known = [](Day day) { return day == NoDay ? std::nullopt : std::optional<qint64>(day); };
    switch (field) {
    case Field::Status: {
        const Status status = store.timeline(slot).on(asOf).status;
        return status == Status::None ? std::nullopt : std::optional<qint64>(static_cast<int>(status));
    }
    case Field::Ends: {
        const Span span = spanOf(store.record(slot), store.context(slot));
        if (span.point)
            return std::nullopt;
        if (span.openEnd)
            return MaxDay + 1;
        return known(span.end.latest != NoDay ? span.end.latest : span.end.earliest);
    }
    case Field::NextStep: {
        const auto step = nextStep(store.record(slot), store.context(slot), asOf);
        return step ? known(step->day) : std::nullopt;
    }
    case Field::Changed:
        return store.changedAt(slot) == 0 ? std::nullopt : std::optional(store.changedAt(slot));
    default:
        return std::nullopt;
    }
}

bool isOrderedByText(Field computed)
{
    return computed == Field::StatusReason || computed == Field::Bound;
}

} // namespace Treatybook
