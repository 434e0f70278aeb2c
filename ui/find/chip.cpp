#include "ui/find/chip.h"

#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace Treatybook {

using namespace Qt::StringLiterals;

static constexpr int LongestWords = 340; ///< pixels

Chip::Chip(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
}

void Chip::setWords(const QString &words)
{
    const QString shown = shortened(words).replace(u'\n', u' ');
    if (shown == text())
        return;
    setText(shown);
    setAccessibleName(tr("Filter: %1").arg(shown));
    setAccessibleDescription(tr("Space goes to its place, Delete takes it away"));
    setToolTip(plainToolTip(shown));
    updateGeometry();
    update();
}

QFont Chip::boldFont() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    return bold;
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(boldFont());
    return {qMin(metrics.horizontalAdvance(text()), LongestWords) + 12 + metrics.height() + 8, metrics.height() + 8};
}

QSize Chip::minimumSizeHint() const
{
    return {60, sizeHint().height()};
}

QRect Chip::crossRect() const
{
    return QStyle::visualRect(layoutDirection(), rect(), QRect(width() - height(), 0, height(), height()));
}

void Chip::paintEvent(QPaintEvent *)
{
    const TimelineStyle look = lookOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = height() / 2.0;
    painter.setPen(hasFocus() ? QPen(look.accent, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(softAccent(palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), radius, radius);

    const QRect cross = crossRect();
    painter.setFont(boldFont());
    painter.setPen(look.accent);
    QRect words = rect().adjusted(12, 0, -12, 0);
    if (layoutDirection() == Qt::LeftToRight)
        words.setRight(cross.left() + 2);
    else
        words.setLeft(cross.right() - 2);
    painter.drawText(words, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine),
                     QFontMetrics(painter.font()).elidedText(text(), Qt::ElideRight, words.width()));

    const QPointF middle = QRectF(cross).center();
    if (m_overCross) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.blend(look.accent, 0.3));
        painter.drawEllipse(middle, 8, 8);
    }
    painter.setPen(QPen(look.accent, 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(middle + QPointF(-3, -3), middle + QPointF(3, 3));
    painter.drawLine(middle + QPointF(-3, 3), middle + QPointF(3, -3));
}

void Chip::mouseMoveEvent(QMouseEvent *event)
{
    QAbstractButton::mouseMoveEvent(event);
    if (const bool over = crossRect().contains(event->position().toPoint()); over != m_overCross) {
        m_overCross = over;
        update();
    }
}

void Chip::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    m_overCross = false;
    update();
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !isDown() || !crossRect().contains(event->position().toPoint()))
        return QAbstractButton::mouseReleaseEvent(event);
    setDown(false);
    Q_EMIT removeRequested();
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT removeRequested();
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        Q_EMIT stepRequested((event->key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight) ? 1 : -1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

} // namespace Treatybook
