#include "ui/form/partrow.h"

#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Treatybook {

using namespace Qt::StringLiterals;

constexpr int LeadWidth = 112;
constexpr int Gap = 8;

PartRow::PartRow(const QString &lead, const QString &text, const QString &tail, QWidget *parent)
    : QAbstractButton(parent), m_lead(lead), m_tail(shortened(tail))
{
    setText(shortened(text).replace(u'\n', u' '));
    setAccessibleName(u"%1: %2 %3"_s.arg(m_lead, this->text(), m_tail));
    setFocusPolicy(Qt::NoFocus);
}

void PartRow::setLink(bool isLink)
{
    m_isLink = isLink;
    setFocusPolicy(isLink ? Qt::TabFocus : Qt::NoFocus);
    setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QSize PartRow::sizeHint() const
{
    return {240, fontMetrics().height() + 10};
}

void PartRow::paintEvent(QPaintEvent *)
{
    const TimelineStyle look = lookOf(palette());
    QPainter painter(this);
    if (m_isLink && (underMouse() || hasFocus()))
        painter.fillRect(rect(), softAccent(palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), look.grid);

    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(look.text);
    const QRect line = rect().adjusted(2, 0, -2, -1);
    const QRect leadRect(line.left(), line.top(), LeadWidth, line.height());
    painter.drawText(leadRect, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(bold).elidedText(m_lead, Qt::ElideRight, leadRect.width()));

    painter.setFont(font());
    const QFontMetrics metrics(font());
    const int room = line.width() - LeadWidth - Gap;
    const int tailWidth = m_tail.isEmpty() ? 0 : qMin(metrics.horizontalAdvance(m_tail) + 2, room / 2);
    painter.setPen(look.dim);
    painter.drawText(QRect(line.right() + 1 - tailWidth, line.top(), tailWidth, line.height()),
                     Qt::AlignVCenter | Qt::AlignRight, metrics.elidedText(m_tail, Qt::ElideRight, tailWidth));
    const int textWidth = room - (tailWidth > 0 ? tailWidth + Gap : 0);
    painter.setPen(m_isLink ? look.accent : look.text);
    painter.drawText(QRect(line.left() + LeadWidth + Gap, line.top(), textWidth, line.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(text(), Qt::ElideRight, textWidth));
}

} // namespace Treatybook
