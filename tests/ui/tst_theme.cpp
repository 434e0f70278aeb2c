#include "ui/widgets/theme.h"

#include "support/testregistry.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

namespace {

struct Named {
    const char *name;
    QColor color;
};

void check(const Named &front, const Named &back, double least)
{
    const double found = contrast(front.color, back.color);
    if (found < least)
        QTest::qFail(qPrintable(u"%1 on %2: %3 instead of %4"_s.arg(QLatin1StringView(front.name), QLatin1StringView(back.name))
                                    .arg(found).arg(least)), __FILE__, __LINE__);
}

/// Every pixel of the icon in that size, as ink.
QImage drawn(const QIcon &icon, double scale)
{
    const int side = qRound(16 * scale);
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    icon.paint(&painter, QRect(0, 0, 16, 16));
    return image;
}

/// How much of the ink lies in pixels that are neither full nor empty.
double softness(const QImage &image)
{
    double all = 0, soft = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const int alpha = qAlpha(image.pixel(x, y));
            all += alpha;
            soft += alpha > 20 && alpha < 235 ? alpha : 0;
        }
    }
    return all > 0 ? soft / all : 1;
}

} // namespace

class TstTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void textIsReadable()
    {
        QFETCH(bool, dark);
        const QPalette palette = themePalette(dark);
        const TimelineStyle look = lookOf(palette);
        QCOMPARE(look, dark ? TimelineStyle::dark() : TimelineStyle::light());
        const auto color = [&](QPalette::ColorRole role) { return palette.color(role); };
        const auto disabled = [&](QPalette::ColorRole role) { return palette.color(QPalette::Disabled, role); };
        const Named window{"window", color(QPalette::Window)}, ground{"ground", look.ground}, band{"band", look.band},
            selected{"selected", softAccent(palette)}, found{"found", foundColor(palette)};
        const QList<Named> grounds{window, ground, band, {"base", color(QPalette::Base)},
                                   {"alternate", color(QPalette::AlternateBase)}, {"button", color(QPalette::Button)}};
        const QList<Named> banners{{"information", look.blend(look.accent, 0.1)}, {"warning", look.blend(look.asOf, 0.1)}};

        for (const Named &on : grounds + banners + QList<Named>{selected}) {
            check({"text", look.text}, on, 4.5);
            check({"dim text", look.dim}, on, 4.5);
            check({"accent", look.accent}, on, 3); // focus frames, marks
            check({"as of", look.asOf}, on, 3);
        }
        check({"text", look.text}, found, 4.5);
        for (const Named &on : grounds) {
            for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::Link,
                                    QPalette::LinkVisited, QPalette::BrightText, QPalette::PlaceholderText})
                check({"role", color(role)}, on, 4.5);
            for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
                check({"disabled text", disabled(role)}, on, 3); // records open for reading are read so
        }
        check({"tip", color(QPalette::ToolTipText)}, {"tip", color(QPalette::ToolTipBase)}, 4.5);
        check({"highlighted", color(QPalette::HighlightedText)}, {"highlight", color(QPalette::Highlight)}, 4.5);
        for (const double strength : {1.0, 0.94, 0.88}) // at rest, under the pointer, pressed
            check({"main button", look.onTone}, {"main button", look.blend(look.accent, strength)}, 4.5);
        check({"as-of pill", look.onTone}, {"as-of pill", look.asOf}, 4.5);
        for (const QColor &tone : look.tones) {
            check({"on a bar or pill", look.onTone}, {"tone", tone}, 4.5);
            for (const Named &on : {ground, band, window, selected})
                check({"bar or sign", tone}, on, 3);
        }
    }

    void appearanceIsKeptByKey()
    {
        for (const Appearance appearance : {Appearance::System, Appearance::Light, Appearance::Dark})
            QCOMPARE(appearanceOfKey(appearanceKey(appearance)), appearance);
        QCOMPARE(appearanceOfKey(u"purple"_s), Appearance::System);
    }

    void iconsFollowThePaletteAndScale()
    {
        for (int number = 0; number <= static_cast<int>(Icon::Sample); ++number) {
            const QIcon sign = icon(static_cast<Icon>(number));
            applyAppearance(Appearance::Light);
            QCOMPARE(inkOf(sign, 1), QApplication::palette().color(QPalette::ButtonText));
            applyAppearance(Appearance::Dark);
            QCOMPARE(inkOf(sign, 1), QApplication::palette().color(QPalette::ButtonText));
            QCOMPARE(sign.pixmap(QSize(16, 16), 3).width(), 48);
        }
        applyAppearance(Appearance::Light);
    }

    void iconsAreDrawnAtEachScale_data()
    {
        QTest::addColumn<double>("scale");
        for (const double scale : {1.5, 2.0, 3.0})
            QTest::addRow("%.1f", scale) << scale;
    }
    void iconsAreDrawnAtEachScale()
    {
        QFETCH(double, scale);
        for (int number = 0; number <= static_cast<int>(Icon::Sample); ++number) {
            const QIcon sign = icon(static_cast<Icon>(number));
            const QImage sharp = drawn(sign, scale);
            QImage stretched = drawn(sign, 1);
            stretched = stretched.scaled(sharp.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            QVERIFY2(softness(sharp) < softness(stretched) - 0.1, QByteArray::number(number));
            QCOMPARE(sign.pixmap(QSize(16, 16), scale).width(), qRound(16 * scale));
        }
    }

private:
    /// The colour of the most solid pixel; without any the icon is empty.
    static QColor inkOf(const QIcon &icon, qreal ratio)
    {
        const QImage image = icon.pixmap(QSize(32, 32), ratio).toImage();
        QColor ink(0, 0, 0, 0);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > ink.alpha())
                    ink = image.pixelColor(x, y);
            }
        }
        return ink;
    }
};

TREATYBOOK_TEST(TstTheme)
#include "tst_theme.moc"
