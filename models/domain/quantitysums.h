#pragma once

#include "domain/agreement.h"

namespace Treatybook {

/// What several records have together, of one unit that was agreed, pledged, reported …
struct QuantitySum {
    Stance stance{};
    QString unit;
    Decimal amount;      ///< null: too large for a Decimal
    bool isMost = false; ///< it may be less: sources disagree somewhere
    bool operator==(const QuantitySum &) const = default;
};

/// Adds up the quantities of records, exactly. Units are the same if they are written the same: "MW" is not "mW".
/// What one source says of a record is added; what several say are other figures for the same, of which the largest
/// counts. Quantities without a number ("hundreds") add nothing.
class QuantitySums
{
public:
    void add(const Agreement &record);
    /// By stance, then unit.
    const QList<QuantitySum> &sums() const { return m_sums; }
    /// "agreed 5,000,000 doses; pledged up to 12,000 t": at most that many, with a "…" for the others.
    QString inWords(const QLocale &locale, qsizetype most) const;

private:
    QList<QuantitySum> m_sums;
};

} // namespace Treatybook
