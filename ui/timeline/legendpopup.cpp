#include "ui/timeline/legendpopup.h"

#include "ui/timeline/timelineview.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QScreen>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 380, Margin = 14;

} // namespace

LegendPopup::LegendPopup(const Legend &legend, QWidget *parent) : QFrame(parent, Qt::Popup), m_legend(legend)
{
    setObjectName(u"timeline.legend"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Legend"));
    setAccessibleDescription(legend.texts().join(u"\n"_s));
    resize(Width, qRound(legend.heightFor(Width - 2 * Margin)) + 2 * Margin);
}

void LegendPopup::open(const TimelineView &view, const QRect &place, QWidget *parent)
{
    auto *popup = new LegendPopup(view.legend(), parent);
    const QRect screen = parent->screen()->availableGeometry();
    QPoint corner(place.right() - popup->width(), place.bottom() + 4);
    corner.setX(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - popup->width())));
    corner.setY(std::clamp(corner.y(), screen.top(), std::max(screen.top(), screen.bottom() - popup->height())));
    popup->move(corner);
    popup->show();
}

void LegendPopup::paintEvent(QPaintEvent *)
{
    const TimelineStyle style = lookOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), style.ground);
    painter.setPen(style.line);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    m_legend.paint(painter, QPointF(Margin, Margin), width() - 2 * Margin, style);
}

} // namespace Treatybook
