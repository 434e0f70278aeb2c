#pragma once

#include "domain/result.h"

#include <QString>

QT_FORWARD_DECLARE_CLASS(QLocale)

namespace Treatybook {

/// An exact decimal number: a 64-bit integer and how many of its digits stand after the point (0 to 18). Never a
/// double. "5.10" keeps its zero, and equals 5.1. Null is no number, and is not 0.
class Decimal
{
public:
    static constexpr int MaxScale = 18;

    Decimal() = default;
    /// `unscaled` / 10^`scale`; `scale` is 0 to MaxScale.
    Decimal(qint64 unscaled, int scale);
    /// Digits with an optional leading `-` and an optional `.` between digits; nothing else. The error tells why.
    static Result<Decimal> parse(QStringView text);

    bool isNull() const { return m_null; }
    qint64 unscaled() const { return m_unscaled; }
    int scale() const { return m_scale; }

    /// What parse() reads; empty if null. No leading zeros, and no minus before zero.
    QString text() const;
    /// For people: grouped, with the point and digits of the locale.
    QString display(const QLocale &locale) const;

    /// Total order by value, below, at or above 0; null comes last.
    static int compare(const Decimal &a, const Decimal &b);
    friend bool operator==(const Decimal &a, const Decimal &b) { return compare(a, b) == 0; }

    /// The sum, with the longer fraction of the two; null adds nothing. An error if it does not fit.
    static Result<Decimal> add(const Decimal &a, const Decimal &b);

private:
    qint64 m_unscaled = 0;
    quint8 m_scale = 0;
    bool m_null = true;
};

} // namespace Treatybook

Q_DECLARE_TYPEINFO(Treatybook::Decimal, Q_RELOCATABLE_TYPE);
