#include "domain/quantitysums.h"

#include "domain/tr.h"
#include "domain/vocabularies.h"

#include <QLocale>

#include <algorithm>
#include <map>
#include <tuple>

namespace Treatybook {

/// Null if it does not fit.
static Decimal sumOrNone(const Decimal &a, const Decimal &b)
{
    const auto both = Decimal::add(a, b);
    return both ? *both : Decimal();
}

void QuantitySums::add(const Agreement &record)
{
    std::map<std::tuple<Stance, QString, ItemId>, Decimal> bySource;
    for (const Quantity &quantity : record.extras().quantities) {
        if (quantity.amount.isNull())
            continue;
        const auto [place, isNew] = bySource.try_emplace(
            {quantity.stance, quantity.unit.toString().simplified(), quantity.source}, quantity.amount);
        if (!isNew && !place->second.isNull())
            place->second = sumOrNone(place->second, quantity.amount);
    }
    QList<QuantitySum> own; // one source after the other, as the map has them
    for (const auto &[key, amount] : bySource) {
        const auto &[stance, unit, source] = key;
        if (own.isEmpty() || own.last().stance != stance || own.last().unit != unit) {
            own.append({stance, unit, amount, false});
        } else if (QuantitySum &other = own.last(); other.amount != amount) {
            other.isMost = true;
            if (Decimal::compare(amount, other.amount) > 0) // null, too large, is above all
                other.amount = amount;
        }
    }
    for (const QuantitySum &more : own) {
        const auto place = std::ranges::lower_bound(m_sums, std::tie(more.stance, more.unit), {}, [](const QuantitySum &s) {
            return std::tie(s.stance, s.unit);
        });
        if (place == m_sums.end() || place->stance != more.stance || place->unit != more.unit) {
            m_sums.insert(place, more);
            continue;
        }
        place->isMost = place->isMost || more.isMost;
        place->amount =
            place->amount.isNull() || more.amount.isNull() ? Decimal() : sumOrNone(place->amount, more.amount);
    }
}

QString QuantitySums::inWords(const QLocale &locale, qsizetype most) const
{
    QStringList words;
    for (const QuantitySum &one : m_sums.first(std::min(most, m_sums.size()))) {
        QString amount = one.amount.isNull() ? Treatybook::tr("too many to add up") : one.amount.display(locale);
        if (one.isMost && !one.amount.isNull())
            amount = Treatybook::tr("up to %1", "a sum that may be less").arg(amount);
        const QString stance = Vocabularies::stances.label(static_cast<int>(one.stance), languageOf(locale)).toLower();
        words.append(QStringList{stance, amount, one.unit}.join(u' ').simplified());
    }
    if (m_sums.size() > most)
        words.append(QStringLiteral("…"));
    return words.join(QStringLiteral("; "));
}

} // namespace Treatybook
