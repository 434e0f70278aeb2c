#include "ui/mainwindow/windowplace.h"

namespace Treatybook {

/// What a window manager adds at the top.
static constexpr int TitleBar = 40;

QRect visiblePlace(const QRect &wanted, const QList<QRect> &screens)
{
    if (screens.isEmpty())
        return wanted;
    const QRect handle(wanted.left(), wanted.top(), wanted.width(), TitleBar);
    for (const QRect &screen : screens) {
        const QRect seen = handle & screen;
        if (seen.width() < qMin(160, wanted.width()) || seen.height() < TitleBar / 2)
            continue;
        return {wanted.topLeft(), wanted.size().boundedTo(screen.size())};
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
