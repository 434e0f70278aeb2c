#include "domain/decimal.h"

#include "support/testregistry.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Treatybook;

namespace {

Decimal decimal(const QString &text)
{
    return Decimal::parse(text).value();
}

/// An integer that no test value overflows: 38 digits.
__extension__ using Wide = __int128;

Wide wide(const Decimal &value)
{
    Wide result = value.unscaled();
    for (int i = value.scale(); i < Decimal::MaxScale; ++i)
        result *= 10;
    return result;
}

/// Of every size and scale, often close to another.
Decimal anyDecimal(QRandomGenerator &random)
{
    const auto bits = static_cast<qint64>(random.generate64()) >> random.bounded(64);
    return Decimal(bits, random.bounded(Decimal::MaxScale + 1));
}

} // namespace

class TstDecimal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void textRoundTrip();
    void nullIsNotZero();
    void order_data();
    void order();
    void orderAgreesWithWideIntegers();
    void sums_data();
    void sums();
    void sumsOverflow_data();
    void sumsOverflow();
    void sumsAgreeWithWideIntegers();
    void display_data();
    void display();
    void isCompact();
};

void TstDecimal::accepted_data()
{
    QTest::addColumn<qint64>("unscaled");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QString>("text");

    constexpr qint64 Most = std::numeric_limits<qint64>::max();
    constexpr qint64 Least = std::numeric_limits<qint64>::min();
    QTest::newRow("0") << qint64(0) << 0 << u"0"_s;
    QTest::newRow("5") << qint64(5) << 0 << u"5"_s;
    QTest::newRow("5.10") << qint64(510) << 2 << u"5.10"_s;
    QTest::newRow("-12.50") << qint64(-1250) << 2 << u"-12.50"_s;
    QTest::newRow("0.05") << qint64(5) << 2 << u"0.05"_s;
    QTest::newRow("-0.05") << qint64(-5) << 2 << u"-0.05"_s;
    QTest::newRow("007") << qint64(7) << 0 << u"7"_s;
    QTest::newRow("-0") << qint64(0) << 0 << u"0"_s;
    QTest::newRow("-0.00") << qint64(0) << 2 << u"0.00"_s;
    QTest::newRow("1.000") << qint64(1000) << 3 << u"1.000"_s;
    QTest::newRow("9223372036854775807") << Most << 0 << u"9223372036854775807"_s;
    QTest::newRow("-9223372036854775808") << Least << 0 << u"-9223372036854775808"_s;
    QTest::newRow("9.223372036854775807") << Most << 18 << u"9.223372036854775807"_s;
    QTest::newRow("-9.223372036854775808") << Least << 18 << u"-9.223372036854775808"_s;
    QTest::newRow("0.000000000000000001") << qint64(1) << 18 << u"0.000000000000000001"_s;
    QTest::newRow("00000000000000000000000000001") << qint64(1) << 0 << u"1"_s;
    QTest::newRow("12345678901234567.89") << qint64(1234567890123456789) << 2 << u"12345678901234567.89"_s;
}

void TstDecimal::accepted()
{
    QFETCH(qint64, unscaled);
    QFETCH(int, scale);
    QFETCH(QString, text);
    const auto parsed = Decimal::parse(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    QVERIFY(!parsed->isNull());
    QCOMPARE(parsed->unscaled(), unscaled);
    QCOMPARE(parsed->scale(), scale);
    QCOMPARE(parsed->text(), text);
}

void TstDecimal::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");

    const auto rows = [](const QStringList &texts, const QString &reason) {
        for (const QString &text : texts)
            QTest::newRow(qPrintable(text)) << text << reason;
    };
    rows({QString()}, u"missing"_s);
    rows({u"1,000"_s, u"1,5"_s, u"1 000"_s, u"1.000.000"_s, u"1'000"_s, u"1’000"_s, u"1\u00a0000"_s, u"1\u202f000"_s,
          u" 5"_s, u"5 "_s, u"5\n"_s, u"5 t"_s},
         u"thousands separators"_s);
    rows({u"1e3"_s, u"1E3"_s, u"1.5e-3"_s}, u"Exponents"_s);
    rows({u"٥"_s, u"1２"_s}, u"digits 0 to 9"_s);
    rows({u"9223372036854775808"_s, u"-9223372036854775809"_s, u"99999999999999999999"_s, u"9.223372036854775808"_s,
          u"92233720368547758070"_s},
         u"too long"_s);
    rows({u"0.0000000000000000001"_s, u"1.0000000000000000000"_s}, u"18 digits"_s);
    rows({u"-"_s, u"+5"_s, u"--5"_s, u"5-"_s, u".5"_s, u"5."_s, u"."_s, u"-.5"_s, u"0x10"_s, u"five"_s, u"$5"_s,
          u"inf"_s, u"nan"_s, u"5\0"_s, u"½"_s, u"−5"_s, u"1-2"_s, u"one"_s},
         u"no number"_s);
}

void TstDecimal::refused()
{
    QFETCH(QString, text);
    QFETCH(QString, reason);
    const auto parsed = Decimal::parse(text);
    QVERIFY2(!parsed, "accepted");
    QVERIFY2(parsed.error().message.contains(reason), qPrintable(parsed.error().message));
}

void TstDecimal::textRoundTrip()
{
    QRandomGenerator random(1);
    for (int i = 0; i < 5000; ++i) {
        const Decimal value = anyDecimal(random);
        const auto again = Decimal::parse(value.text());
        QVERIFY2(again, qPrintable(value.text()));
        QCOMPARE(again->unscaled(), value.unscaled());
        QCOMPARE(again->scale(), value.scale());
    }
}

void TstDecimal::nullIsNotZero()
{
    QVERIFY(Decimal().isNull());
    QCOMPARE(Decimal().text(), QString());
    QCOMPARE(Decimal().display(QLocale::c()), QString());
    QVERIFY(Decimal() == Decimal());
    QVERIFY(!(Decimal() == decimal(u"0"_s)));
    QVERIFY(Decimal::compare(Decimal(), decimal(u"9223372036854775807"_s)) > 0);
    QCOMPARE(Decimal::add(Decimal(), decimal(u"5.10"_s)).value().text(), u"5.10"_s);
    QCOMPARE(Decimal::add(decimal(u"5.10"_s), Decimal()).value().text(), u"5.10"_s);
    QVERIFY(Decimal::add(Decimal(), Decimal()).value().isNull());
}

void TstDecimal::order_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("expected");

    QTest::newRow("zeros at the end") << u"5.10"_s << u"5.1"_s << 0;
    QTest::newRow("zero") << u"0"_s << u"0.000"_s << 0;
    QTest::newRow("fractions") << u"5.09"_s << u"5.1"_s << -1;
    QTest::newRow("negative fractions") << u"-5.09"_s << u"-5.1"_s << 1;
    QTest::newRow("about zero") << u"-0.5"_s << u"0.4"_s << -1;
    QTest::newRow("smallest step") << u"0.000000000000000001"_s << u"0"_s << 1;
    QTest::newRow("far scales") << u"9223372036854775807"_s << u"9.223372036854775807"_s << 1;
    QTest::newRow("least") << u"-9223372036854775808"_s << u"-9.223372036854775808"_s << -1;
    QTest::newRow("neighbours") << u"9223372036854775806"_s << u"9223372036854775807"_s << -1;
}

void TstDecimal::order()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, expected);
    QCOMPARE(Decimal::compare(decimal(a), decimal(b)), expected);
    QCOMPARE(Decimal::compare(decimal(b), decimal(a)), -expected);
    QCOMPARE(decimal(a) == decimal(b), expected == 0);
}

void TstDecimal::orderAgreesWithWideIntegers()
{
    QRandomGenerator random(2);
    for (int i = 0; i < 20'000; ++i) {
        const Decimal a = anyDecimal(random);
        const Decimal b = anyDecimal(random);
        const int expected = wide(a) < wide(b) ? -1 : wide(a) > wide(b) ? 1 : 0;
        QCOMPARE(Decimal::compare(a, b), expected);
        QCOMPARE(Decimal::compare(a, a), 0);
    }
}

void TstDecimal::sums_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("sum");

    QTest::newRow("whole") << u"900000"_s << u"150000"_s << u"1050000"_s;
    QTest::newRow("scales") << u"5.10"_s << u"0.905"_s << u"6.005"_s;
    QTest::newRow("tenths") << u"0.1"_s << u"0.2"_s << u"0.3"_s;
    QTest::newRow("to zero") << u"-5.10"_s << u"5.1"_s << u"0.00"_s;
    QTest::newRow("to the most") << u"9223372036854775806"_s << u"1"_s << u"9223372036854775807"_s;
    QTest::newRow("to the least") << u"-9223372036854775807"_s << u"-1"_s << u"-9223372036854775808"_s;
    QTest::newRow("the extremes") << u"9223372036854775807"_s << u"-9223372036854775808"_s << u"-1"_s;
}

void TstDecimal::sums()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QString, sum);
    QCOMPARE(Decimal::add(decimal(a), decimal(b)).value().text(), sum);
    QCOMPARE(Decimal::add(decimal(b), decimal(a)).value().text(), sum);
}

void TstDecimal::sumsOverflow_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");

    QTest::newRow("past the most") << u"9223372036854775807"_s << u"1"_s;
    QTest::newRow("past the least") << u"-9223372036854775808"_s << u"-1"_s;
    QTest::newRow("no room for the fraction") << u"9223372036854775807"_s << u"0.5"_s;
}

void TstDecimal::sumsOverflow()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    const auto sum = Decimal::add(decimal(a), decimal(b));
    QVERIFY(!sum);
    QVERIFY(sum.error().message.contains(a));
    QVERIFY(!Decimal::add(decimal(b), decimal(a)));
}

void TstDecimal::sumsAgreeWithWideIntegers()
{
    QRandomGenerator random(3);
    int added = 0;
    for (int i = 0; i < 20'000; ++i) {
        const Decimal a = anyDecimal(random);
        const Decimal b = anyDecimal(random);
        const auto sum = Decimal::add(a, b);
        const auto reverse = Decimal::add(b, a);
        QCOMPARE(sum.hasValue(), reverse.hasValue());
        Wide unit = 1;
        for (int scale = std::max(a.scale(), b.scale()); scale < Decimal::MaxScale; ++scale)
            unit *= 10;
        const Wide expected = (wide(a) + wide(b)) / unit;
        const Wide most = std::numeric_limits<qint64>::max();
        if (!sum) {
            // Either the sum or one of its terms does not fit at the longer scale.
            const auto fits = [&](Wide value) { return value / unit <= most && value / unit >= -most - 1; };
            QVERIFY(!fits(wide(a) + wide(b)) || !fits(wide(a)) || !fits(wide(b)));
            continue;
        }
        ++added;
        QCOMPARE(sum->text(), reverse->text());
        QVERIFY(Wide(sum->unscaled()) == expected);
        QCOMPARE(sum->scale(), std::max(a.scale(), b.scale()));
    }
    QVERIFY2(added > 2000, qPrintable(QString::number(added)));
}

void TstDecimal::display_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");

    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QLocale german(QLocale::German, QLocale::Germany);
    const QLocale vietnamese(QLocale::Vietnamese, QLocale::Vietnam);
    QTest::newRow("whole") << english << u"10000000"_s << u"10,000,000"_s;
    QTest::newRow("money") << english << u"1234567.50"_s << u"1,234,567.50"_s;
    QTest::newRow("below one") << english << u"-0.05"_s << u"-0.05"_s;
    QTest::newRow("negative") << english << u"-1234.5"_s << u"-1,234.5"_s;
    QTest::newRow("German") << german << u"1234567.50"_s << u"1.234.567,50"_s;
    QTest::newRow("Vietnamese") << vietnamese << u"5000000.1"_s << u"5.000.000,1"_s;
    QTest::newRow("most") << english << u"9223372036854775807"_s << u"9,223,372,036,854,775,807"_s;
    QTest::newRow("least") << english << u"-9223372036854775808"_s << u"-9,223,372,036,854,775,808"_s;
    QTest::newRow("all digits kept") << english << u"12345678901234567.89"_s << u"12,345,678,901,234,567.89"_s;
}

void TstDecimal::display()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(decimal(text).display(locale), shown);
}

void TstDecimal::isCompact()
{
    QCOMPARE(sizeof(Decimal), size_t(16));
}

TREATYBOOK_TEST(TstDecimal)
#include "tst_decimal.moc"
