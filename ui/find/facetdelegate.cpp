#include "ui/find/facetdelegate.h"

#include "itemmodels/facetmodel.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Treatybook {

namespace {

constexpr int Margin = 12; ///< at both sides
constexpr int BoxSize = 13;
constexpr int TextLeft = Margin + BoxSize + 7;
constexpr int LongestBar = 19;
constexpr int NarrowRow = 190; ///< has no room for bars

QFont boldOf(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

enum class Sign : quint8 { None, Tick, Minus };

void drawCheckBox(QPainter *painter, const QRectF &rect, Sign sign, bool hover, const TimelineStyle &look)
{
    const bool filled = sign == Sign::Tick;
    painter->setPen(QPen(sign != Sign::None || hover ? look.accent : look.blend(look.dim, 0.7), 1));
    painter->setBrush(filled ? look.accent : look.ground);
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const QPointF middle = rect.center();
    painter->setPen(QPen(filled ? look.onTone : look.accent, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (sign == Sign::Minus)
        painter->drawLine(middle + QPointF(-3, 0), middle + QPointF(3, 0));
    if (sign != Sign::Tick)
        return;
    painter->drawPolyline(QPolygonF{middle + QPointF(-3, 0), middle + QPointF(-0.8, 2.4), middle + QPointF(3.2, -2.4)});
}

} // namespace

QRect FacetDelegate::boxRect(const QRect &row)
{
    return {row.left() + Margin, row.top() + (row.height() - BoxSize) / 2, BoxSize, BoxSize};
}

QRect FacetDelegate::clearRect(const QStyleOptionViewItem &option)
{
    const int width = option.fontMetrics.horizontalAdvance(tr("Clear")) + 12;
    return {option.rect.right() - Margin - width + 7, option.rect.top() + 6, width, option.rect.height() - 6};
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    switch (static_cast<FacetModel::Row>(index.data(FacetModel::RowRole).toInt())) {
    case FacetModel::Row::Heading:
        return {100, line + 16};
    case FacetModel::Row::Search:
        return {100, line + 18};
    case FacetModel::Row::Value:
    case FacetModel::Row::More:
        break;
    }
    return {100, line + 6};
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TimelineStyle look = lookOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    const auto row = static_cast<FacetModel::Row>(index.data(FacetModel::RowRole).toInt());
    const bool hover = option.state & QStyle::State_MouseOver;
    if (row == FacetModel::Row::Heading) {
        paintHeading(painter, option, index);
    } else if (row == FacetModel::Row::Value) {
        if (hover)
            painter->fillRect(option.rect, look.blend(look.accent, 0.08));
        paintValue(painter, option, index);
    } else if (row == FacetModel::Row::More) {
        QFont font = option.font;
        font.setUnderline(hover);
        painter->setFont(font);
        painter->setPen(look.accent);
        painter->drawText(option.rect.adjusted(TextLeft, 0, -Margin, 0), Qt::AlignVCenter | Qt::AlignLeft,
                          index.data().toString());
    }
    if (m_showsFocus && option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(look.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        const int top = row == FacetModel::Row::Heading ? 6 : 1;
        painter->drawRoundedRect(QRectF(option.rect).adjusted(4.5, top, -4.5, -1), 4.5, 4.5);
    }
    painter->restore();
}

void FacetDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TimelineStyle look = lookOf(option.palette);
    const QRect rect = option.rect.adjusted(Margin, 6, -Margin, 0);
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus);
    int right = rect.right();
    if (index.data(FacetModel::ChosenCountRole).toInt() > 0) {
        painter->setPen(look.accent);
        painter->drawText(clearRect(option), Qt::AlignCenter, tr("Clear"));
        right = clearRect(option).left();
    }
    painter->setFont(boldOf(option.font));
    painter->setPen(active ? look.text : look.dim);
    const QString title =
        QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, right - rect.left() - 14);
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, title);

    const bool open = option.state & QStyle::State_Open;
    if (!active && open)
        return;
    const QPointF middle(rect.left() + QFontMetrics(painter->font()).horizontalAdvance(title) + 9,
                         rect.top() + rect.height() / 2.0);
    painter->setPen(QPen(look.dim, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (open)
        painter->drawPolyline(
            QPolygonF{middle + QPointF(-3, -1.5), middle + QPointF(0, 1.5), middle + QPointF(3, -1.5)});
    else
        painter->drawPolyline(
            QPolygonF{middle + QPointF(-1.5, -3), middle + QPointF(1.5, 0), middle + QPointF(-1.5, 3)});
}

void FacetDelegate::paintValue(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TimelineStyle look = lookOf(option.palette);
    const bool chosen = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const bool excluded = index.data(FacetModel::ExcludedRole).toBool();
    const int count = index.data(FacetModel::CountRole).toInt();
    drawCheckBox(painter, boxRect(option.rect),
                 chosen     ? Sign::Tick
                 : excluded ? Sign::Minus
                            : Sign::None,
                 option.state & QStyle::State_MouseOver, look);

    const QRect counts = option.rect.adjusted(0, 0, -Margin, 0);
    painter->setPen(look.dim);
    painter->drawText(counts, Qt::AlignVCenter | Qt::AlignRight, option.locale.toString(count));

    const int countWidth = option.fontMetrics.horizontalAdvance(option.locale.toString(qMax(m_largest, 10)));
    const int barRight = counts.right() - countWidth - 7;
    QFont font = chosen ? boldOf(option.font) : option.font;
    font.setStrikeOut(excluded);
    painter->setFont(font);
    const QFontMetrics metrics(painter->font());
    const QString label = index.data().toString();
    const int textLeft = option.rect.left() + TextLeft;
    int bar = count > 0 ? qMax(3, qRound(index.data(FacetModel::ShareRole).toDouble() * LongestBar)) : 0;
    const int room = barRight - textLeft, wanted = metrics.horizontalAdvance(label);
    if (option.rect.width() < NarrowRow)
        bar = 0;
    if (wanted > room - bar - 5 && wanted <= room) // the whole name says more than the bar
        bar = 0;
    painter->setPen(Qt::NoPen);
    painter->setBrush(look.blend(look.accent, chosen ? 0.9 : 0.42));
    painter->drawRoundedRect(QRectF(barRight - bar, option.rect.center().y() - 1.5, bar, 5), 2.5, 2.5);

    const QRect text(textLeft, option.rect.top(), bar > 0 ? room - bar - 5 : room, option.rect.height());
    painter->setPen(count > 0 && !excluded ? look.text : look.dim);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(label, Qt::ElideRight, text.width()));
}

} // namespace Treatybook
