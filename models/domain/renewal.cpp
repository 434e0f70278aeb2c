#include "domain/renewal.h"

namespace Treatybook {

Renewal Renewal::of(const Agreement &agreement)
{
    const AgreementExtras &extras = agreement.extras();
    Renewal renewal{extras.renewalMonths, extras.noticeMonths.value_or(0)};
    if (renewal.periodMonths && *renewal.periodMonths <= 0)
        renewal.periodMonths.reset();
    return renewal;
}

Day Renewal::lastDayOfNotice(Day last) const
{
    if (last == Always || last == Never)
        return last;
    const Day deadline = addMonths(last + 1, -noticeMonths);
    return deadline == Always ? Always : deadline - 1;
}

Day Renewal::renewed(Day last, int count) const
{
    if (last == Always || last == Never || !periodMonths)
        return last;
    constexpr int Years = MaxYear - MinYear + 1;
    const qint64 months = std::min<qint64>(qint64(*periodMonths) * count, Years * 12);
    const Day firstOut = addMonths(last + 1, static_cast<int>(months));
    return firstOut == Never ? Never : firstOut - 1;
}

int Renewal::countFrom(Day last, Day day) const
{
    if (last >= day)
        return 0;
    const CivilDate from = civilDate(last);
    const CivilDate to = civilDate(std::min(day, MaxDay));
    const int months = (to.year - from.year) * 12 + to.month - from.month;
    int count = std::max(0, months / *periodMonths - 1);
    while (renewed(last, count) < std::min(day, MaxDay))
        ++count;
    return count;
}

Day Renewal::firstEndFrom(Day last, Day day) const
{
    return !periodMonths || last == Always || last == Never ? last : renewed(last, countFrom(last, day));
}

Day Renewal::endAfterNotice(Day last, Day notice, BoundMode mode) const
{
    if (notice == Never)
        return Never;
    if (last == Always || last == Never || notice <= lastDayOfNotice(last))
        return last;
    if (!periodMonths)
        return mode == BoundMode::Latest ? Never : std::max(last, notice);
    int count = countFrom(last, addMonths(notice, noticeMonths));
    // Months differ in length: the estimate may be a period off.
    while (count > 0 && lastDayOfNotice(renewed(last, count - 1)) >= notice)
        --count;
    while (lastDayOfNotice(renewed(last, count)) < notice)
        ++count;
    return renewed(last, count);
}

} // namespace Treatybook
