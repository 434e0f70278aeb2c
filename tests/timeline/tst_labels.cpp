#include "support/testregistry.h"
#include "timeline/labels.h"
#include "timeline/measuredfont.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTextBoundaryFinder>

#include <cmath>

using namespace Treatybook;

class TstLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
    void keepsWhatFits();
    void controlCharactersBecomeBlanks();
    void distinctPart_data();
    void distinctPart();
    void whatIsRememberedIsTheSame();
};

/// Asked again and again, for more texts than are kept.
void TstLabels::whatIsRememberedIsTheSame()
{
    const QFontMetricsF font{QFont()};
    const MeasuredFont measured{QFont()};
    for (int i = 0; i < 9000; ++i) {
        const QString text = QStringLiteral("Agreement %1 on trade").arg(i * 37 % 3001);
        QCOMPARE(measured.width(text), font.horizontalAdvance(text));
        const double room = 10 + i % 7 * 23.4;
        QCOMPARE(measured.fitting(text, room), fittingText(text, font, std::floor(room)));
    }
}

void TstLabels::distinctPart_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("previous");
    QTest::addColumn<QString>("part");
    const auto plan = QStringLiteral("Defence plan 2017–2019");
    QTest::newRow("years") << plan << QStringLiteral("Defence plan 2014–2016") << QStringLiteral("2017–2019");
    QTest::newRow("same word begins") << QStringLiteral("Plan 2020") << QStringLiteral("Plan 2021")
                                      << QStringLiteral("2020");
    QTest::newRow("nothing in common") << plan << QStringLiteral("Trade agreement") << plan;
    QTest::newRow("half a word") << QStringLiteral("Defences") << QStringLiteral("Defence")
                                 << QStringLiteral("Defences");
    QTest::newRow("the same") << plan << plan << QStringLiteral("2017–2019");
    QTest::newRow("longer") << QStringLiteral("Defence plan") << QStringLiteral("Defence plan 2014–2016")
                            << QStringLiteral("plan");
    QTest::newRow("ends with a blank") << QStringLiteral("Plan ") << QStringLiteral("Plan 2")
                                       << QStringLiteral("Plan ");
    QTest::newRow("empty") << QString() << plan << QString();
}

void TstLabels::distinctPart()
{
    QFETCH(QString, title);
    QFETCH(QString, previous);
    QFETCH(QString, part);
    QCOMPARE(Treatybook::distinctPart(title, previous), part);
}

void TstLabels::fits_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("Agreement on developing defence cooperation");
    QTest::newRow("marks") << QString::fromUtf8("e\u0301").repeated(60);
    QTest::newRow("Vietnamese") << QString::fromUtf8("Hiệp định về hợp tác quốc phòng giữa hai nước");
    QTest::newRow("emoji") << QString::fromUtf8("👩‍👩‍👧‍👦🇻🇳🇨🇺").repeated(30);
    QTest::newRow("10,000") << QString(10000, u'm');
    QTest::newRow("10,000 marks on one letter") << QStringLiteral("a") + QString(10000, QChar(0x0301));
    QTest::newRow("empty") << QString();
    QTest::newRow("right to left") << QString::fromUtf8("اتفاقية بشأن التعاون الدفاعي بين البلدين");
}

void TstLabels::fits()
{
    QFETCH(QString, text);
    const QFontMetricsF font{QFont()};
    for (double width = 0; width < 400; width += 7) {
        QString shown = fittingText(text, font, width);
        QVERIFY(font.horizontalAdvance(shown) <= width);
        if (!shown.endsWith(QChar(0x2026)))
            continue;
        // What is left of it ends where a letter with its marks ends.
        shown.chop(1);
        if (shown.endsWith(QChar(0x200d))) // Qt joins the ellipsis to Arabic letters
            shown.chop(1);
        QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
        letters.setPosition(shown.size());
        QVERIFY2(letters.isAtBoundary(), qPrintable(shown));
        QVERIFY(text.startsWith(shown.trimmed()));
    }
}

void TstLabels::keepsWhatFits()
{
    const QFontMetricsF font{QFont()};
    const QString text = QStringLiteral("Trade agreement");
    QCOMPARE(fittingText(text, font, font.horizontalAdvance(text)), text);
    QVERIFY(fittingText(text, font, font.horizontalAdvance(text) - 1).endsWith(QChar(0x2026)));
    QCOMPARE(fittingText(text, font, 1), QString());
}

void TstLabels::controlCharactersBecomeBlanks()
{
    const QFontMetricsF font{QFont()};
    QCOMPARE(fittingText(QStringLiteral(" one\n\ttwo "), font, 500), QStringLiteral("one two"));
}

TREATYBOOK_TEST(TstLabels)
#include "tst_labels.moc"
