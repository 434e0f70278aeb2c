#include "support/testregistry.h"
#include "timeline/style.h"

#include <QTest>

using namespace Treatybook;

class TstStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastOfKnownColours();
    void colours_data();
    void colours();
    void everyStatusHasItsTone();
    void blendIsOpaque();
};

void TstStyle::contrastOfKnownColours()
{
    QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    QVERIFY(std::abs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01); // the classic limit
}

void TstStyle::colours_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TstStyle::colours()
{
    QFETCH(bool, dark);
    const TimelineStyle style = dark ? TimelineStyle::dark() : TimelineStyle::light();
    for (const QColor &ground : {style.ground, style.band}) {
        QVERIFY(contrast(style.text, ground) >= 4.5);
        QVERIFY(contrast(style.dim, ground) >= 4.5);
        for (const QColor &tone : style.tones)
            QVERIFY2(contrast(tone, ground) >= 3, qPrintable(tone.name()));
    }
    for (const QColor &color : {style.accent, style.asOf})
        QVERIFY2(contrast(style.onTone, color) >= 4.5, qPrintable(color.name()));
    for (const QColor &tone : style.tones) {
        QVERIFY2(contrast(style.onTone, tone) >= 4.5, qPrintable(tone.name()));
        // Captions stand on paler parts too: later than today, possible, hollow.
        for (const double strength : {0.06, 0.13, 0.18, 0.4, 0.45})
            QVERIFY2(contrast(style.text, style.blend(tone, strength)) >= 4.5, qPrintable(tone.name()));
    }
}

void TstStyle::everyStatusHasItsTone()
{
    for (int i = 0; i < Vocabularies::statuses.size(); ++i) {
        const auto status = static_cast<Status>(i);
        const bool isUnknown = status == Status::None || status == Status::Unknown;
        QCOMPARE(toneOf(status, false) == Tone::Unknown, isUnknown);
        QCOMPARE(toneOf(status, true), Tone::Event);
    }
    QCOMPARE(toneOf(Status::InEffect, false), Tone::InForce);
    QCOMPARE(toneOf(Status::Signed, false), Tone::Signed);
    QCOMPARE(toneOf(Status::Superseded, false), Tone::Over);
    QCOMPARE(toneOf(Status::UnderNegotiation, false), Tone::Pending);
    QCOMPARE(toneOf(Status::BeingPerformed, false), Tone::Act);
}

void TstStyle::blendIsOpaque()
{
    const TimelineStyle style = TimelineStyle::light();
    QCOMPARE(style.blend(style.accent, 0).rgba(), style.ground.rgba());
    QCOMPARE(style.blend(style.accent, 1).rgba(), style.accent.rgba());
    QCOMPARE(style.blend(style.accent, 0.5).alpha(), 255);
}

TREATYBOOK_TEST(TstStyle)
#include "tst_style.moc"
