#include "timeline/rectgrid.h"

#include <algorithm>
#include <cmath>

namespace Treatybook {

namespace {

constexpr double CellWidth = 96, CellHeight = 32;

bool overlap(const QRectF &a, const QRectF &b)
{
    return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
}

} // namespace

RectGrid::RectGrid(const QRectF &area, const QList<QRectF> &rects)
    : m_area(area)
    , m_columns(static_cast<int>(std::max(0.0, area.width()) / CellWidth) + 1)
    , m_lines(static_cast<int>(std::max(0.0, area.height()) / CellHeight) + 1)
    , m_cells(static_cast<size_t>(m_columns * m_lines))
{
    for (const QRectF &rect : rects)
        add(rect);
}

void RectGrid::add(const QRectF &rect)
{
    if (!overlap(rect, m_area))
        return;
    const Cells cells = cellsOf(rect);
    for (int line = cells.top; line <= cells.bottom; ++line) {
        for (int column = cells.left; column <= cells.right; ++column)
            m_cells[static_cast<size_t>(line * m_columns + column)].push_back(static_cast<int>(m_rects.size()));
    }
    m_rects.push_back(rect);
    m_seen.push_back(0);
}

int RectGrid::count(const QRectF &place, const QRectF &except, const QRectF &orExcept) const
{
    ++m_question;
    int found = 0;
    const Cells cells = cellsOf(place);
    for (int line = cells.top; line <= cells.bottom; ++line) {
        for (int column = cells.left; column <= cells.right; ++column) {
            for (const int index : m_cells[static_cast<size_t>(line * m_columns + column)]) {
                int &seen = m_seen[static_cast<size_t>(index)];
                if (std::exchange(seen, m_question) == m_question)
                    continue;
                const QRectF &rect = m_rects[static_cast<size_t>(index)];
                if (overlap(rect, place) && rect != except && rect != orExcept)
                    ++found;
            }
        }
    }
    return found;
}

RectGrid::Cells RectGrid::cellsOf(const QRectF &rect) const
{
    const auto cell = [](double place, double size, int count) {
        return static_cast<int>(std::clamp(std::floor(place / size), 0.0, double(count - 1)));
    };
    return {cell(rect.left() - m_area.left(), CellWidth, m_columns),
            cell(rect.top() - m_area.top(), CellHeight, m_lines),
            cell(rect.right() - m_area.left(), CellWidth, m_columns),
            cell(rect.bottom() - m_area.top(), CellHeight, m_lines)};
}

} // namespace Treatybook
