#include "ui/widgets/textlink.h"

#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace Treatybook {

constexpr int Margin = 4;

TextLink::TextLink(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Maximum, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize TextLink::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * Margin + 2, fontMetrics().height() + 6};
}

int TextLink::heightForWidth(int width) const
{
    const QRect room(0, 0, width - 2 * Margin, QWIDGETSIZE_MAX);
    return fontMetrics().boundingRect(room, Qt::TextWordWrap, text()).height() + 6;
}

void TextLink::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(lookOf(palette()).accent) : Qt::NoPen);
        painter.setBrush(softAccent(palette()));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    painter.setPen(lookOf(palette()).accent);
    painter.drawText(rect().adjusted(Margin, 0, -Margin, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap,
                     text());
}

void TextLink::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace Treatybook
