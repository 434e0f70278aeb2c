#include "ui/widgets/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace Treatybook {

namespace {

/// Lines of 1.4 on a grid of 16; `fill` is filled.
struct Shape {
    QPainterPath lines, fill;
};

void line(QPainterPath &path, std::initializer_list<QPointF> points)
{
    auto point = points.begin();
    path.moveTo(*point);
    while (++point != points.end())
        path.lineTo(*point);
}

void addSheet(Shape &shape)
{
    line(shape.lines, {{9.5, 2}, {3.5, 2}, {3.5, 14}, {12.5, 14}, {12.5, 5}, {9.5, 2}});
    line(shape.lines, {{9.5, 2}, {9.5, 5}, {12.5, 5}});
}

void addTurn(Shape &shape, bool forth)
{
    QPainterPath path;
    line(path, {{6, 2.5}, {2.8, 5.7}, {6, 8.9}});
    path.moveTo(2.8, 5.7);
    path.lineTo(9.2, 5.7);
    path.cubicTo(14.6, 5.7, 14.6, 13.2, 9.2, 13.2);
    path.lineTo(6, 13.2);
    shape.lines = forth ? QTransform(-1, 0, 0, 1, 16, 0).map(path) : path;
}

void addLens(Shape &shape)
{
    shape.lines.addEllipse(QPointF(6.8, 6.8), 4.3, 4.3);
    line(shape.lines, {{10, 10}, {14, 14}});
}

void addRing(Shape &shape)
{
    shape.lines.addEllipse(QPointF(8, 8), 6, 6);
}

Shape shapeOf(Icon icon)
{
    Shape shape;
    QPainterPath &lines = shape.lines;
    switch (icon) {
    case Icon::New:
        line(lines, {{8, 3}, {8, 13}});
        line(lines, {{3, 8}, {13, 8}});
        break;
    case Icon::Open:
        line(lines, {{1.8, 13}, {1.8, 3.5}, {6, 3.5}, {7.5, 5.2}, {12.5, 5.2}, {12.5, 7.2}});
        line(lines, {{1.8, 13}, {4.2, 7.2}, {14.6, 7.2}, {12.3, 13}, {1.8, 13}});
        break;
    case Icon::Save:
        line(lines, {{2.5, 2.5}, {11.2, 2.5}, {13.5, 4.8}, {13.5, 13.5}, {2.5, 13.5}, {2.5, 2.5}});
        line(lines, {{5, 2.5}, {5, 5.8}, {10, 5.8}, {10, 2.5}});
        line(lines, {{4.8, 13.5}, {4.8, 9}, {11.2, 9}, {11.2, 13.5}});
        break;
    case Icon::Copy:
    case Icon::Duplicate:
        lines.addRoundedRect(QRectF(5.5, 5.5, 8, 8), 1, 1);
        line(lines, {{3.5, 10.5}, {2.5, 10.5}, {2.5, 2.5}, {10.5, 2.5}, {10.5, 3.5}});
        break;
    case Icon::Undo:
    case Icon::Redo:
        addTurn(shape, icon == Icon::Redo);
        break;
    case Icon::Search:
        addLens(shape);
        break;
    case Icon::Calendar:
    case Icon::Today:
        lines.addRoundedRect(QRectF(2.5, 3.5, 11, 10), 1, 1);
        line(lines, {{2.5, 6.5}, {13.5, 6.5}});
        line(lines, {{5.5, 2}, {5.5, 4.5}});
        line(lines, {{10.5, 2}, {10.5, 4.5}});
        shape.fill.addRect(icon == Icon::Today ? QRectF(6.4, 8.2, 3.2, 3.2) : QRectF(9, 9.5, 2, 2));
        break;
    case Icon::Export:
        line(lines, {{8, 10}, {8, 2}});
        line(lines, {{5, 5}, {8, 2}, {11, 5}});
        line(lines, {{2.5, 9}, {2.5, 13.5}, {13.5, 13.5}, {13.5, 9}});
        break;
    case Icon::Import:
        line(lines, {{8, 2}, {8, 10}});
        line(lines, {{5, 7}, {8, 10}, {11, 7}});
        line(lines, {{2.5, 9}, {2.5, 13.5}, {13.5, 13.5}, {13.5, 9}});
        break;
    case Icon::Fit:
        line(lines, {{2, 3}, {2, 13}});
        line(lines, {{14, 3}, {14, 13}});
        line(lines, {{4, 8}, {12, 8}});
        line(lines, {{6.2, 5.8}, {4, 8}, {6.2, 10.2}});
        line(lines, {{9.8, 5.8}, {12, 8}, {9.8, 10.2}});
        break;
    case Icon::Previous:
        line(lines, {{10, 3.5}, {5.5, 8}, {10, 12.5}});
        break;
    case Icon::Next:
        line(lines, {{6, 3.5}, {10.5, 8}, {6, 12.5}});
        break;
    case Icon::Up:
        line(lines, {{3.5, 10}, {8, 5.5}, {12.5, 10}});
        break;
    case Icon::Down:
        line(lines, {{3.5, 6}, {8, 10.5}, {12.5, 6}});
        break;
    case Icon::More:
        line(lines, {{2.5, 4}, {13.5, 4}});
        line(lines, {{5.5, 8}, {13.5, 8}});
        line(lines, {{5.5, 12}, {13.5, 12}});
        break;
    case Icon::ZoomIn:
    case Icon::ZoomOut:
        addLens(shape);
        line(lines, {{4.8, 6.8}, {8.8, 6.8}});
        if (icon == Icon::ZoomIn)
            line(lines, {{6.8, 4.8}, {6.8, 8.8}});
        break;
    case Icon::Edit: // a pencil
        line(lines, {{10.5, 2.5}, {13.5, 5.5}, {5.8, 13.2}, {2.4, 13.6}, {2.8, 10.2}, {10.5, 2.5}});
        line(lines, {{8.8, 4.2}, {11.8, 7.2}});
        break;
    case Icon::Delete:
        line(lines, {{2.5, 4}, {13.5, 4}});
        line(lines, {{6, 4}, {6, 2}, {10, 2}, {10, 4}});
        line(lines, {{3.8, 4}, {4.6, 14}, {11.4, 14}, {12.2, 4}});
        line(lines, {{6.7, 6.8}, {6.9, 11.2}});
        line(lines, {{9.3, 6.8}, {9.1, 11.2}});
        break;
    case Icon::Information:
    case Icon::About:
        addRing(shape);
        line(lines, {{8, 7.5}, {8, 11.3}});
        shape.fill.addEllipse(QPointF(8, 4.9), 0.95, 0.95);
        break;
    case Icon::Problem:
        addRing(shape);
        line(lines, {{8, 4.6}, {8, 8.6}});
        shape.fill.addEllipse(QPointF(8, 11.2), 0.95, 0.95);
        break;
    case Icon::Warning:
        line(lines, {{8, 2.2}, {14.4, 13.6}, {1.6, 13.6}, {8, 2.2}});
        line(lines, {{8, 6.4}, {8, 9.6}});
        shape.fill.addEllipse(QPointF(8, 11.6), 0.9, 0.9);
        break;
    case Icon::Quit:
        line(lines, {{9, 2.5}, {3, 2.5}, {3, 13.5}, {9, 13.5}});
        line(lines, {{6.5, 8}, {14, 8}});
        line(lines, {{11.2, 5.2}, {14, 8}, {11.2, 10.8}});
        break;
    case Icon::Revert:
        lines.arcMoveTo(QRectF(3, 3, 10, 10), 150);
        lines.arcTo(QRectF(3, 3, 10, 10), 150, -290);
        line(lines, {{3, 2.6}, {3.4, 6.2}, {7, 5.6}});
        break;
    case Icon::Close:
        line(lines, {{4, 4}, {12, 12}});
        line(lines, {{12, 4}, {4, 12}});
        break;
    case Icon::Book:
        line(lines, {{8, 4},
                     {6.5, 3},
                     {2, 3},
                     {2, 12.6},
                     {6.5, 12.6},
                     {8, 13.6},
                     {9.5, 12.6},
                     {14, 12.6},
                     {14, 3},
                     {9.5, 3},
                     {8, 4},
                     {8, 13.6}});
        break;
    case Icon::Sample:
        addSheet(shape);
        line(lines, {{5.6, 8}, {10.4, 8}});
        line(lines, {{5.6, 10.8}, {10.4, 10.8}});
        break;
    }
    return shape;
}

class Engine : public QIconEngine
{
public:
    Engine(Icon icon, const QColor &color) : m_icon(icon), m_color(color) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QColor color = m_color.isValid() && mode != QIcon::Disabled
                                 ? m_color
                                 : QGuiApplication::palette().color(group, QPalette::ButtonText);
        const double side = qMin(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(rect).center() - QPointF(side, side) / 2);
        painter->scale(side / 16, side / 16);
        const Shape shape = shapeOf(m_icon);
        painter->fillPath(shape.fill, color);
        painter->strokePath(shape.lines, QPen(color, 1.35, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new Engine(*this); }

private:
    Icon m_icon;
    QColor m_color;
};

} // namespace

QIcon icon(Icon icon)
{
    return QIcon(new Engine(icon, {}));
}

QIcon icon(Icon icon, const QColor &color)
{
    return QIcon(new Engine(icon, color));
}

} // namespace Treatybook
