#include "ui/widgets/theme.h"

#include "ui/widgets/flatstyle.h"

#include <QApplication>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

bool systemIsDark()
{
    QApplication::setPalette(QPalette()); // takes ours away, so that the desktop's shows
    return isDark(QApplication::palette());
}

} // namespace

QPalette themePalette(bool dark)
{
    const TimelineStyle look = dark ? TimelineStyle::dark() : TimelineStyle::light();
    const QColor window(dark ? 0x1b1e24 : 0xf5f6f8);

    QPalette palette(look.text, window, look.line, look.grid, look.line, look.text, look.text, look.ground, window);
    palette.setColor(QPalette::Button, window);
    palette.setColor(QPalette::ButtonText, look.text);
    palette.setColor(QPalette::AlternateBase, look.band);
    palette.setColor(QPalette::PlaceholderText, look.dim);
    palette.setColor(QPalette::ToolTipBase, look.ground);
    palette.setColor(QPalette::ToolTipText, look.text);
    palette.setColor(QPalette::Highlight, look.accent);
    palette.setColor(QPalette::HighlightedText, look.onTone);
    palette.setColor(QPalette::BrightText, look.asOf); // what is to be noticed: warnings, another day than today
    palette.setColor(QPalette::Link, look.accent);
    palette.setColor(QPalette::LinkVisited, look.tone(Tone::Act));
    palette.setColor(QPalette::Shadow, dark ? QColor(0x0c0e12) : QColor(0xb4bac4));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, look.blend(look.dim, 0.8));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, look.blend(look.accent, 0.35));
    return palette;
}

void applyAppearance(Appearance appearance)
{
    if (!qobject_cast<FlatStyle *>(QApplication::style()))
        QApplication::setStyle(new FlatStyle);
    const bool dark = appearance == Appearance::System ? systemIsDark() : appearance == Appearance::Dark;
    QApplication::setPalette(themePalette(dark));
}

QString appearanceKey(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return u"light"_s;
    case Appearance::Dark:
        return u"dark"_s;
    case Appearance::System:
        break;
    }
    return u"system"_s;
}

Appearance appearanceOfKey(const QString &key)
{
    if (key == "light"_L1)
        return Appearance::Light;
    return key == "dark"_L1 ? Appearance::Dark : Appearance::System;
}

TimelineStyle lookOf(const QPalette &palette)
{
    return isDark(palette) ? TimelineStyle::dark() : TimelineStyle::light();
}

QColor softAccent(const QPalette &palette)
{
    const TimelineStyle look = lookOf(palette);
    return look.blend(look.accent, isDark(palette) ? 0.15 : 0.13);
}

QColor foundColor(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x6b5500) : QColor(0xfde68a);
}

} // namespace Treatybook
