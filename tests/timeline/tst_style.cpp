#include "colourvision.h"
#include "support/testregistry.h"
#include "timeline/glyphs.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Treatybook;

class TstStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastOfKnownColours();
    void colours_data();
    void colours();
    void sightsOfKnownColours();
    void coloursStayApart_data();
    void coloursStayApart();
    void signsDiffer();
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

namespace {

// Distances in OKLab. Side by side 0.02 is noticed; bars are compared across the window.
constexpr double ApartNormally = 0.1, ApartColourBlind = 0.06;

bool areApart(const QColor &a, const QColor &b)
{
    return std::all_of(Test::AllSights.begin(), Test::AllSights.end(), [&](Test::Sight sight) {
        return Test::distance(a, b, sight) >= (sight == Test::Sight::Normal ? ApartNormally : ApartColourBlind);
    });
}

using Paint = std::function<void(QPainter &, const TimelineStyle &)>;

/// What a sign of 12 pixels covers, whatever its colour: 0 to 255 a pixel.
QList<int> shapeOf(const Paint &paint)
{
    TimelineStyle style = TimelineStyle::light();
    style.tones.fill(Qt::black);
    style.categories.fill(Qt::black);
    QImage image(16, 16, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, style);
    painter.end();
    QList<int> shape;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            shape.append(255 - qGray(image.pixel(x, y)));
    }
    return shape;
}

/// In whole pixels.
double difference(const QList<int> &a, const QList<int> &b)
{
    double sum = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        sum += std::abs(a.at(i) - b.at(i));
    return sum / 255;
}

} // namespace

void TstStyle::sightsOfKnownColours()
{
    using enum Test::Sight;
    for (const Test::Sight sight : Test::AllSights) {
        QVERIFY(std::abs(Test::distance(Qt::black, Qt::white, sight) - 1) < 0.001);
        QVERIFY(Test::distance(QColor(0x808080), QColor(0x828282), sight) < 0.02);
    }
    // The classic confusion of red and green, which the third kind does not have.
    const QColor red(0xb04020), green(0x6a7018);
    QVERIFY(Test::distance(red, green, Normal) > 0.15);
    QVERIFY(Test::distance(red, green, Deuteranopia) < 0.5 * Test::distance(red, green, Normal));
    QVERIFY(Test::distance(red, green, Tritanopia) > 0.15);
    QVERIFY(!areApart(QColor(0x2458b3), QColor(0x5b4bb2))); // blue and violet to a deuteranope
}

void TstStyle::coloursStayApart_data()
{
    colours_data();
}

void TstStyle::coloursStayApart()
{
    QFETCH(bool, dark);
    const TimelineStyle style = dark ? TimelineStyle::dark() : TimelineStyle::light();
    for (size_t i = 0; i < style.categories.size(); ++i) {
        for (size_t j = 0; j < i; ++j)
            QVERIFY2(areApart(style.categories.at(i), style.categories.at(j)),
                     qPrintable(QStringLiteral("%1 and %2").arg(j).arg(i)));
    }
    // What is over and what is unknown are both grey: nothing that asks for a look.
    for (size_t i = 0; i < style.tones.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
            const bool bothGrey = j == static_cast<size_t>(Tone::Over) && i == static_cast<size_t>(Tone::Unknown);
            QVERIFY2(bothGrey || areApart(style.tones.at(i), style.tones.at(j)),
                     qPrintable(QStringLiteral("%1 and %2").arg(j).arg(i)));
        }
    }
}

void TstStyle::signsDiffer()
{
    const QPointF centre(8, 8);
    QList<QList<int>> tones, categories;
    for (size_t i = 0; i < ToneCount; ++i)
        tones.append(shapeOf([&](QPainter &painter, const TimelineStyle &style) {
            Glyphs::paintTone(painter, centre, 12, static_cast<Tone>(i), style);
        }));
    for (int i = 0; i < CategoryCount; ++i)
        categories.append(shapeOf([&](QPainter &painter, const TimelineStyle &style) {
            Glyphs::paintCategory(painter, centre, 12, i, style.category(i));
        }));
    for (const QList<QList<int>> &signs : {tones, categories}) {
        for (qsizetype i = 0; i < signs.size(); ++i) {
            QVERIFY(difference(signs.at(i), QList<int>(256)) > 15); // it is seen at all
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY2(difference(signs.at(i), signs.at(j)) > 12,
                         qPrintable(
                             QStringLiteral("%1 and %2: %3").arg(j).arg(i).arg(difference(signs.at(i), signs.at(j)))));
        }
    }
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
        for (const QColor &category : style.categories)
            QVERIFY2(contrast(category, ground) >= 3, qPrintable(category.name()));
        // The bars and curves of a density strip, and the text beside its curve and its arrows.
        QVERIFY(contrast(style.quiet(), ground) >= 3);
        QVERIFY(contrast(style.accent, ground) >= 4.5);
    }
    for (const QColor &color : {style.accent, style.asOf})
        QVERIFY2(contrast(style.onTone, color) >= 4.5, qPrintable(color.name()));
    QList<QColor> filled(style.tones.cbegin(), style.tones.cend());
    filled.append(QList<QColor>(style.categories.cbegin(), style.categories.cend()));
    for (const QColor &tone : std::as_const(filled)) {
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
