#pragma once

#include <QStyledItemDelegate>

namespace Treatybook {

/// Paints headings and values of a FacetModel: a box, the name, a bar as long as the count, the count.
class FacetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The largest count that there is, so that all counts stand in one column.
    void setLargestCount(int count) { m_largest = count; }

    /// Whether the current row is marked: for those who use keys.
    void setShowsFocus(bool shows) { m_showsFocus = shows; }

    /// Where a click adds a value rather than narrowing to it. `row` is the rectangle of the row.
    static QRect boxRect(const QRect &row);
    /// Of a heading: the word that clears its values.
    static QRect clearRect(const QStyleOptionViewItem &option);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// The view decides what a click does.
    bool editorEvent(QEvent *, QAbstractItemModel *, const QStyleOptionViewItem &, const QModelIndex &) override
    {
        return false;
    }

private:
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintValue(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    int m_largest = 0;
    bool m_showsFocus = false;
};

} // namespace Treatybook
