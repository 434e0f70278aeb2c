#include "domain/decimal.h"

#include "domain/digit.h"
#include "domain/tr.h"

#include <QLocale>
#include <QtNumeric>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace Treatybook {

namespace {

qint64 powerOfTen(int exponent)
{
    static constexpr auto powers = [] {
        std::array<qint64, Decimal::MaxScale + 1> values{1};
        for (size_t i = 1; i < values.size(); ++i)
            values[i] = values[i - 1] * 10;
        return values;
    }();
    return powers.at(static_cast<size_t>(exponent));
}

Error invalid(const char *message, QStringView text)
{
    return {ErrorKind::Invalid, tr(message), text.toString()};
}

/// Names what is wrong with a text that is not digits with a point.
Error diagnose(QStringView text)
{
    const auto any = [text](auto condition) { return std::any_of(text.begin(), text.end(), condition); };
    if (text.isEmpty())
        return invalid(QT_TRANSLATE_NOOP("Treatybook", "A number is missing."), text);
    if (any([](QChar c) { return c.isDigit() && !isDigit(c); }))
        return invalid(QT_TRANSLATE_NOOP("Treatybook", "Numbers are written with the digits 0 to 9."), text);
    if (any([](QChar c) { return c == u'e' || c == u'E'; }) && isDigit(text.back()))
        return invalid(QT_TRANSLATE_NOOP("Treatybook", "Exponents are not supported; write all digits."), text);
    const auto isSeparator = [](QChar c) { return c == u',' || c == u'\'' || c == u'\u2019' || c.isSpace(); };
    if (any(isSeparator) || text.count(u'.') > 1)
        return invalid(QT_TRANSLATE_NOOP("Treatybook", "Numbers are written without thousands separators and with a "
                                                       "point before the fraction, such as 1234.50."),
                       text);
    return invalid(QT_TRANSLATE_NOOP("Treatybook", "This is no number; write digits such as 1234 or -12.50."), text);
}

int threeWay(qint64 a, qint64 b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

struct Digits {
    quint64 whole;
    QString fraction; ///< as many digits as the scale
};

/// Of the absolute value, which for the least number fits only without a sign.
Digits digitsOf(qint64 unscaled, int scale)
{
    const quint64 bits = static_cast<quint64>(unscaled);
    const quint64 magnitude = unscaled < 0 ? 0 - bits : bits;
    const auto unit = static_cast<quint64>(powerOfTen(scale));
    if (scale == 0)
        return {magnitude, {}};
    return {magnitude / unit, QString::number(magnitude % unit).rightJustified(scale, u'0')};
}

} // namespace

Decimal::Decimal(qint64 unscaled, int scale) : m_unscaled(unscaled), m_scale(static_cast<quint8>(scale)), m_null(false)
{
    Q_ASSERT(scale >= 0 && scale <= MaxScale);
}

Result<Decimal> Decimal::parse(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    const QStringView number = text.sliced(negative ? 1 : 0);
    const qsizetype point = number.indexOf(u'.');
    const bool isShaped = !number.isEmpty() && isDigit(number.front()) && isDigit(number.back()) &&
                          std::all_of(number.begin(), number.end(), [](QChar c) { return isDigit(c) || c == u'.'; }) &&
                          number.count(u'.') <= 1;
    if (!isShaped)
        return diagnose(text);

    const qsizetype scale = point < 0 ? 0 : number.size() - point - 1;
    if (scale > MaxScale)
        return invalid(QT_TRANSLATE_NOOP("Treatybook", "At most 18 digits may stand after the point."), text);
    qint64 unscaled = 0; // counted downwards when negative, for the least number has no positive twin
    for (const QChar c : number) {
        if (c == u'.')
            continue;
        const qint64 digit = c.unicode() - u'0';
        if (qMulOverflow(unscaled, qint64(10), &unscaled) ||
            (negative ? qSubOverflow(unscaled, digit, &unscaled) : qAddOverflow(unscaled, digit, &unscaled)))
            return invalid(QT_TRANSLATE_NOOP("Treatybook", "The number is too long; about 18 digits fit."), text);
    }
    return Decimal(unscaled, static_cast<int>(scale));
}

QString Decimal::text() const
{
    if (m_null)
        return {};
    const Digits digits = digitsOf(m_unscaled, m_scale);
    QString text = QString::number(digits.whole);
    if (m_unscaled < 0)
        text.prepend(u'-');
    if (m_scale > 0)
        text += u'.' + digits.fraction;
    return text;
}

QString Decimal::display(const QLocale &locale) const
{
    if (m_null)
        return {};
    const Digits digits = digitsOf(m_unscaled, m_scale);
    QString text = locale.toString(digits.whole);
    if (m_unscaled < 0)
        text.prepend(locale.negativeSign());
    if (m_scale > 0) {
        text += locale.decimalPoint();
        for (const QChar digit : digits.fraction)
            text += locale.toString(digit.digitValue());
    }
    return text;
}

int Decimal::compare(const Decimal &a, const Decimal &b)
{
    if (a.m_null || b.m_null)
        return threeWay(a.m_null, b.m_null);
    const qint64 unitA = powerOfTen(a.m_scale);
    const qint64 unitB = powerOfTen(b.m_scale);
    if (const int order = threeWay(a.m_unscaled / unitA, b.m_unscaled / unitB))
        return order;
    // Fractions at the greatest scale are below 10^18, so they cannot overflow.
    return threeWay(a.m_unscaled % unitA * powerOfTen(MaxScale - a.m_scale),
                    b.m_unscaled % unitB * powerOfTen(MaxScale - b.m_scale));
}

Result<Decimal> Decimal::add(const Decimal &a, const Decimal &b)
{
    if (a.m_null || b.m_null)
        return a.m_null ? b : a;
    const int scale = std::max(a.m_scale, b.m_scale);
    qint64 alignedA = 0;
    qint64 alignedB = 0;
    qint64 sum = 0;
    if (qMulOverflow(a.m_unscaled, powerOfTen(scale - a.m_scale), &alignedA) ||
        qMulOverflow(b.m_unscaled, powerOfTen(scale - b.m_scale), &alignedB) || qAddOverflow(alignedA, alignedB, &sum))
        return Error{ErrorKind::Invalid,
                     Treatybook::tr("The sum of %1 and %2 is too long; about 18 digits fit.").arg(a.text(), b.text()),
                     {}};
    return Decimal(sum, scale);
}

} // namespace Treatybook
