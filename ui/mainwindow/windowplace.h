#pragma once

#include <QList>
#include <QRect>

namespace Treatybook {

/// Where a window goes that was at `wanted`, when these are the free areas of the screens, the main one first: there, if
/// enough of its upper edge can be seen and grasped, else in the middle of the main screen; never larger than its
/// screen.
QRect visiblePlace(const QRect &wanted, const QList<QRect> &screens);

/// The size of a window that was never placed.
QSize usualSize(const QRect &screen);

} // namespace Treatybook
