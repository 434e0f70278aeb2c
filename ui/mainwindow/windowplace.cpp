#include "ui/mainwindow/windowplace.h"

namespace Treatybook {

/// What a window manager adds at the top.
static constexpr int TitleBar = 40;

QRect visiblePlace(const QRect &wanted, const QList<QRect> &screens)
{
    if (screens.isEmpty())
        return wanted;
    for (const QRect &screen : screens) {
        const QRect there(wanted.topLeft(), wanted.size().boundedTo(screen.size()));
        const QRect seen = QRect(there.left(), there.top(), there.width(), TitleBar) & screen;
        if (seen.width() >= qMin(160, there.width()) && seen.height() >= TitleBar / 2)
            return there;
    }
    QRect place(QPoint(), wanted.size().boundedTo(screens.first().size()));
    place.moveCenter(screens.first().center());
    return place;
}

QSize usualSize(const QRect &screen)
{
    return QSize(1440, 900).boundedTo(screen.size() - QSize(0, TitleBar));
}

} // namespace Treatybook
