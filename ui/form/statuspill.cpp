#include "ui/form/statuspill.h"

#include "ui/widgets/theme.h"

#include <QPainter>

namespace Treatybook {

void StatusPill::setStatus(const QString &text, Tone tone)
{
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const
{
    const QFontMetrics metrics(pillFont());
    return {metrics.horizontalAdvance(m_text) + 18, metrics.height() + 4};
}

void StatusPill::paintEvent(QPaintEvent *)
{
    const TimelineStyle look = lookOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.tone(m_tone));
    painter.drawRoundedRect(QRectF(rect()), height() / 2.0, height() / 2.0);
    painter.setFont(pillFont());
    painter.setPen(look.onTone);
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

QFont StatusPill::pillFont() const
{
    QFont result = font();
    result.setWeight(QFont::DemiBold);
    return result;
}

} // namespace Treatybook
