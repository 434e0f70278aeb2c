#pragma once

#include "timeline/style.h"

#include <QPalette>

namespace Treatybook {

/// What View ▸ Appearance offers. Qt 6.4 does not follow every desktop's dark setting, so people may choose.
enum class Appearance { System, Light, Dark };

/// Gives the application our style and its light or dark palette. GUI thread; may be called again at any time.
void applyAppearance(Appearance appearance);
/// Key for settings, and back; System for what is unknown.
QString appearanceKey(Appearance appearance);
Appearance appearanceOfKey(const QString &key);

QPalette themePalette(bool dark);

/// Colours beyond the roles of a palette: lines, dim text, as-of line, status tones. The same as the timeline's.
TimelineStyle lookOf(const QPalette &palette);
/// Behind what is selected or switched on; text on it keeps its colour.
QColor softAccent(const QPalette &palette);
/// Behind words that a search found.
QColor foundColor(const QPalette &palette);

} // namespace Treatybook
