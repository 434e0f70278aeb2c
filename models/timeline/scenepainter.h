#pragma once

#include "timeline/scene.h"

#include <functional>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace Treatybook {

/// Which rows are marked, for paintHighlights().
struct SceneHighlights {
    std::function<bool(Slot)> isSelected;
    std::optional<Slot> current, hovered;
    bool hasFocus = false;
};

/// Paints a scene on any device: the one painting code of screen, PNG and PDF. Leaves the painter as it was.
class ScenePainter
{
public:
    ScenePainter(const Scene &scene, const TimelineStyle &style);

    /// Ground, grid, bars, titles and axis: what stays while hover and lines move.
    void paintRows(QPainter &painter) const;
    /// Bars and points alone: for a legend.
    void paintSigns(QPainter &painter) const;
    /// Today and the as-of day, with a pill each in the axis.
    void paintLines(QPainter &painter) const;
    /// The pill of the as-of line, in scene coordinates; null out of the window.
    QRectF asOfPill() const;
    /// Translucent: for the screen only.
    void paintHighlights(QPainter &painter, const SceneHighlights &highlights) const;

private:
    struct Line {
        Day day = NoDay;
        double x = 0;
        QString text;
        QRectF pill;
        QColor color;
        bool dashed = false;
    };

    QList<Line> lines() const;
    QList<QLineF> piecesOf(const Line &line) const;
    QRectF pillAt(double x, const QString &text) const;
    void paintGrid(QPainter &painter) const;
    void paintRow(QPainter &painter, const SceneRow &row) const;
    void paintSign(QPainter &painter, const SceneRow &row, QPointF centre, double size, const QColor &color) const;
    void paintBar(QPainter &painter, const SceneRow &row) const;
    QBrush fading(const Piece &piece, const QColor &tone) const;
    QBrush fading(const SceneRow &row, const QColor &tone) const;
    void paintFrame(QPainter &painter, const SceneRow &row) const;
    void paintMarks(QPainter &painter, const SceneRow &row) const;
    void paintCaption(QPainter &painter, const SceneRow &row) const;
    void paintTitles(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;

    const Scene &m_scene;
    const SceneFrame &m_frame;
    const TimelineStyle &m_style;
    QRectF m_chart;
};

} // namespace Treatybook
