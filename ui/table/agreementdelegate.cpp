#include "ui/table/agreementdelegate.h"

#include "timeline/glyphs.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/soughtwords.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace Treatybook {

using namespace Qt::StringLiterals;

constexpr int Inset = 8;
constexpr int GlyphSize = 12;

AgreementDelegate::AgreementDelegate(const AgreementTableModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model)
{
}

void AgreementDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TimelineStyle look = lookOf(option.palette);
    const Field field = m_model.fields().at(index.column());
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, selected ? softAccent(option.palette) : look.ground);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), look.grid);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->hasFocus() && index.column() == 0 && view->currentIndex().row() == index.row())
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1), look.accent);

    QRect rect = option.rect.adjusted(Inset, 0, -Inset, -1);
    if (field == Field::Status) {
        const Tone tone = toneOf(Status(index.data(AgreementTableModel::StatusRole).toInt()),
                                 m_model.recordAt(index.row()).isEvent());
        painter->setRenderHint(QPainter::Antialiasing);
        Glyphs::paintTone(*painter, QPointF(rect.left() + GlyphSize / 2.0, rect.center().y() + 0.5), GlyphSize, tone,
                          look);
        rect.setLeft(rect.left() + GlyphSize + Inset);
    }

    QFont font = option.font;
    QString text = index.data(Qt::DisplayRole).toString().left(500).replace(u'\n', u' ');
    if (field == Field::Title && m_drafts.contains(index.data(AgreementTableModel::IdRole).toUuid())) {
        font.setItalic(true);
        text = tr("%1 – not saved", "title of a record with unsaved text").arg(text);
    }
    painter->setFont(font);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    if (field != Field::Status) {
        const QPointF corner(rect.left(), rect.center().y() - metrics.height() / 2);
        for (const QRectF &mark : foundRects(shown, SoughtWords(m_model.query()).in(field).foundIn(shown), font))
            painter->fillRect(mark.translated(corner), foundColor(option.palette));
    }
    painter->setPen(look.text);
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    painter->restore();
}

bool AgreementDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString(); // markup that is safe already
    if (text.isEmpty())
        text = plainToolTip(index.data(Qt::DisplayRole).toString());
    QToolTip::showText(event->globalPos(), text, view, option.rect);
    return true;
}

} // namespace Treatybook
