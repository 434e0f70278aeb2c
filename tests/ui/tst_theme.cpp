#include "ui/widgets/theme.h"

#include "support/testregistry.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

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
        const auto color = [&](QPalette::ColorRole role) { return palette.color(role); };
        for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
            for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::Link,
                                    QPalette::BrightText, QPalette::PlaceholderText})
                QVERIFY2(contrast(color(role), color(ground)) >= 4.5, qPrintable(u"%1 on %2"_s.arg(role).arg(ground)));
        }
        QVERIFY(contrast(color(QPalette::HighlightedText), color(QPalette::Highlight)) >= 4.5);
        QVERIFY(contrast(color(QPalette::Text), softAccent(palette)) >= 4.5);
        QVERIFY(contrast(color(QPalette::Text), foundColor(palette)) >= 4.5);
        QCOMPARE(lookOf(palette), dark ? TimelineStyle::dark() : TimelineStyle::light());
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
