#include "domain/edtf.h"

#include "support/testregistry.h"

#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Treatybook;

namespace {

/// Spanish, for two patterns: enough to see that words come from translations and months from the locale.
class SpanishPatterns : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *comment, int) const override
    {
        const QByteArray text(source);
        const QByteArray note(comment);
        if (text == "%1 %2 %3" && note == "day, month, year")
            return u"%1 de %2 de %3"_s;
        if (text == "between %1 and %2")
            return u"entre el %1 y el %2"_s;
        return {};
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TstEdtfDisplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void english_data();
    void english();
    void isTranslated();
    void textsWithPercentSigns();
    void longSets();
};

void TstEdtfDisplay::english_data()
{
    QTest::addColumn<QString>("shown");

    QTest::newRow("2004") << u"2004"_s;
    QTest::newRow("2021-09") << u"September 2021"_s;
    QTest::newRow("2021-09-20") << u"20 September 2021"_s;
    QTest::newRow("2021-09-02") << u"2 September 2021"_s;
    QTest::newRow("2004-XX") << u"2004"_s;
    QTest::newRow("2004-XX-XX") << u"2004"_s;
    QTest::newRow("2004-06-XX") << u"June 2004"_s;
    QTest::newRow("2004-1X") << u"between October and December 2004"_s;
    QTest::newRow("2004-06-1X") << u"between 10 and 19 June 2004"_s;
    QTest::newRow("2004-06-3X") << u"30 June 2004"_s;
    QTest::newRow("201X") << u"2010s"_s;
    QTest::newRow("201X-XX") << u"2010s"_s;
    QTest::newRow("200X") << u"between 2000 and 2009"_s;
    QTest::newRow("20XX") << u"between 2000 and 2099"_s;
    QTest::newRow("20XX~") << u"about 2000–2099"_s;
    QTest::newRow("201X~") << u"about 2010s"_s;
    QTest::newRow("-201X") << u"between 2020 BC and 2011 BC"_s;
    // Years before 1 and with few digits.
    QTest::newRow("-0043") << u"44 BC"_s;
    QTest::newRow("0000") << u"1 BC"_s;
    QTest::newRow("-0043-03-15") << u"15 March 44 BC"_s;
    QTest::newRow("0014-08") << u"August AD 14"_s;
    QTest::newRow("0843-08") << u"August 843"_s;
    // Qualifiers.
    QTest::newRow("2004~") << u"about 2004"_s;
    QTest::newRow("2004?") << u"2004, uncertain"_s;
    QTest::newRow("2004-06%") << u"about June 2004, uncertain"_s;
    // Intervals.
    QTest::newRow("2014/2016") << u"2014–2016"_s;
    QTest::newRow("2021-09-18/2021-09-20") << u"18–20 September 2021"_s;
    QTest::newRow("2021-09-18/2021-10-20") << u"18 September – 20 October 2021"_s;
    QTest::newRow("2021-09-18/2022-09-20") << u"18 September 2021 – 20 September 2022"_s;
    QTest::newRow("2021-06/2021-08") << u"June–August 2021"_s;
    QTest::newRow("2021-06/2022-06") << u"June 2021 – June 2022"_s;
    QTest::newRow("2004-02-01/2005") << u"1 February 2004 – 2005"_s;
    QTest::newRow("2004/2005-02-01") << u"2004 – 1 February 2005"_s;
    QTest::newRow("2004/2004") << u"2004"_s;
    QTest::newRow("-0043/0014") << u"44 BC – AD 14"_s;
    QTest::newRow("2014/..") << u"since 2014"_s;
    QTest::newRow("2014/") << u"from 2014, end unknown"_s;
    QTest::newRow("../2014") << u"until 2014"_s;
    QTest::newRow("/2014-03") << u"until March 2014, start unknown"_s;
    QTest::newRow("2014~/2016") << u"from about 2014 to 2016"_s;
    QTest::newRow("2014/2016?") << u"from 2014 to 2016 (uncertain)"_s;
    QTest::newRow("2014?/..") << u"since 2014 (uncertain)"_s;
    QTest::newRow("201X/2020") << u"from 2010s to 2020"_s;
    // One of a set.
    QTest::newRow("[2021-09-18..2021-09-20]") << u"between 18 and 20 September 2021"_s;
    QTest::newRow("[2021-09-18..2021-10-20]") << u"between 18 September and 20 October 2021"_s;
    QTest::newRow("[2014..2016]") << u"between 2014 and 2016"_s;
    QTest::newRow("[2014~..2016]") << u"between about 2014 and 2016"_s;
    QTest::newRow("[..2021-09-20]") << u"by 20 September 2021"_s;
    QTest::newRow("[..2021-08]") << u"by August 2021"_s;
    QTest::newRow("[..20XX]") << u"by 2099"_s;
    QTest::newRow("[1991..]") << u"1991 or later"_s;
    QTest::newRow("[1667,1668]") << u"1667 or 1668"_s;
    QTest::newRow("[1667,1668,1670..1672]") << u"1667, 1668 or 1670–1672"_s;
    QTest::newRow("[1760-01,1760-02,1760-12..]") << u"January 1760, February 1760 or December 1760 or later"_s;
    QTest::newRow("[2004?]") << u"2004, uncertain"_s;
    QTest::newRow("[2004?,2005]") << u"2004 (uncertain) or 2005"_s;
    // As written.
    QTest::newRow("2004-13-45") << u"2004-13-45"_s;
    QTest::newRow(" 2004") << u" 2004"_s;
    QTest::newRow("") << u""_s;
}

void TstEdtfDisplay::english()
{
    QFETCH(QString, shown);
    const Edtf value = Edtf::read(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(displayText(value, QLocale(QLocale::English)), shown);
}

void TstEdtfDisplay::isTranslated()
{
    SpanishPatterns spanish;
    QVERIFY(QCoreApplication::installTranslator(&spanish));
    const QLocale locale(QLocale::Spanish);
    QCOMPARE(displayText(Edtf::read(u"2021-09-20"), locale), u"20 de septiembre de 2021"_s);
    QCOMPARE(displayText(Edtf::read(u"[2021-09-18..2021-09-20]"), locale),
             u"entre el 18 y el 20 de septiembre de 2021"_s);
    QCoreApplication::removeTranslator(&spanish);
    QCOMPARE(displayText(Edtf::read(u"2021-09"), QLocale(QLocale::Vietnamese)), u"Tháng 9 2021"_s);
}

void TstEdtfDisplay::textsWithPercentSigns()
{
    QCOMPARE(displayText(Edtf::read(u"%1 %2 2004"), QLocale::c()), u"%1 %2 2004"_s);
}

void TstEdtfDisplay::longSets()
{
    QStringList years(50'000, u"1667"_s);
    const QString shown = displayText(Edtf::read(u'[' + years.join(u',') + u']'), QLocale::c());
    QVERIFY(shown.startsWith("1667, 1667"_L1));
    QVERIFY(shown.endsWith("1667 or 1667"_L1));
}

TREATYBOOK_TEST(TstEdtfDisplay)
#include "tst_edtfdisplay.moc"
