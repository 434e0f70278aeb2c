#pragma once

#include <QFontMetricsF>
#include <QString>

namespace Treatybook {

/// One line of at most `width` pixels: control characters as blanks, an ellipsis where it was cut, never within a
/// letter and its marks. Empty where not even one letter fits. Cost does not grow with the length of the text.
QString fittingText(const QString &text, const QFontMetricsF &font, double width);

/// What tells a title from one before it: without the words that both begin with. The whole title where they begin
/// differently, or where nothing would be left.
QString distinctPart(const QString &title, const QString &previous);

} // namespace Treatybook
