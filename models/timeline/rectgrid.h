#pragma once

#include <QList>
#include <QRectF>

#include <vector>

namespace Treatybook {

/// Rectangles in a grid of cells, so that asking which of them lie in a place does not look at them all. Those outside
/// the area are left out.
class RectGrid
{
public:
    RectGrid(const QRectF &area, const QList<QRectF> &rects);

    void add(const QRectF &rect);
    /// How many rectangles share more than an edge with `place`; those equal to `except` and `orExcept` do not count.
    int count(const QRectF &place, const QRectF &except = {}, const QRectF &orExcept = {}) const;
    bool isFree(const QRectF &place) const { return count(place) == 0; }

private:
    struct Cells {
        int left, top, right, bottom;
    };

    Cells cellsOf(const QRectF &rect) const;

    QRectF m_area;
    int m_columns, m_lines;
    std::vector<QRectF> m_rects;
    std::vector<std::vector<int>> m_cells;
    mutable std::vector<int> m_seen; ///< per rectangle the last question that came by it
    mutable int m_question = 0;
};

} // namespace Treatybook
