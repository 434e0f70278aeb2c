#include "ui/widgets/flowlayout.h"

#include <QStyle>
#include <QWidget>

namespace Treatybook {

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

void FlowLayout::insertWidget(int index, QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(index, new QWidgetItem(widget));
    invalidate();
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    const QMargins margins = contentsMargins();
    int width = margins.left() + margins.right(), height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + spacing();
        height = qMax(height, item->sizeHint().height());
    }
    return {width, height + margins.top() + margins.bottom()};
}

QSize FlowLayout::minimumSize() const
{
    const QMargins margins = contentsMargins();
    QSize least;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo(item->minimumSize());
    }
    return least.grownBy(margins);
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    int top = inner.top();
    QList<QLayoutItem *> line;
    int used = 0, height = 0;
    const auto endLine = [&] {
        int left = inner.left();
        for (QLayoutItem *item : std::as_const(line)) {
            const QSize size(qMin(item->sizeHint().width(), inner.width()), item->sizeHint().height());
            if (place) {
                const QRect given(QPoint(left, top + (height - size.height()) / 2), size);
                item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, given));
            }
            left += size.width() + spacing();
        }
        top += line.isEmpty() ? 0 : height + spacing();
        line.clear();
        used = height = 0;
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const int width = qMin(item->sizeHint().width(), inner.width());
        if (!line.isEmpty() && used + width > inner.width())
            endLine();
        line.append(item);
        used += width + spacing();
        height = qMax(height, item->sizeHint().height());
    }
    endLine();
    return qMax(top - spacing(), inner.top()) - rect.top() + contentsMargins().bottom();
}

} // namespace Treatybook
