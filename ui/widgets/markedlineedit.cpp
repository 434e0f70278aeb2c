#include "ui/widgets/markedlineedit.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyleOptionFrame>
#include <QTextLayout>

namespace Treatybook {

void MarkedLineEdit::setSought(const SoughtWords &words)
{
    if (std::exchange(m_sought, words) != words)
        update();
}

void MarkedLineEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const QString shown = displayText();
    const QList<FoundRange> found = m_sought.foundIn(shown);
    if (found.isEmpty())
        return;
    // The line scrolls; where the text begins follows from where the cursor is painted in it.
    const Qt::LayoutDirection direction = shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
    const qreal cursorX = foundRects(shown, {{cursorPosition(), 0}}, font(), 0, direction).first().left();
    const QRect cursor = cursorRect();
    const QPointF corner(cursor.left() + cursor.width() / 2 - cursorX, cursor.top());

    QStyleOptionFrame option;
    initStyleOption(&option);
    QPainter painter(this);
    painter.setClipRect(style()->subElementRect(QStyle::SE_LineEditContents, &option, this));
    const QColor color = foundColor(palette());
    // The text is painted already: its dark letters stay on a light mark, its light ones on a dark mark.
    painter.setCompositionMode(color.lightnessF() > 0.5 ? QPainter::CompositionMode_Darken
                                                        : QPainter::CompositionMode_Lighten);
    for (const QRectF &mark : foundRects(shown, found, font(), 0, direction))
        painter.fillRect(mark.translated(corner), color);
}

} // namespace Treatybook
