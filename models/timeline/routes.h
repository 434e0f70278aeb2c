#pragma once

#include "session/agreementstore.h"
#include "timeline/style.h"

#include <QFont>
#include <QPolygonF>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace Treatybook {

/// A relation between two records of the book, from the one that acts.
struct RelationLink {
    RelationKind kind{};
    Slot from = 0, to = 0;
    bool operator==(const RelationLink &) const = default;
    auto operator<=>(const RelationLink &) const = default;
};

/// Those of a record in both directions, each once: its own in their order, then those of others.
QList<RelationLink> relationsOf(const AgreementStore &store, Slot slot);

/// A relation and where its ends are drawn. An end that lies out of the chart is a rectangle or point out there; its
/// arrow goes to the edge that is nearest.
struct RouteRequest {
    RelationLink link;
    QRectF from, to;
};

/// An arrow from the record that acts to the other. Lines are level or upright and meet at right angles.
struct RelationRoute {
    RelationLink link;
    QPolygonF points; ///< the last is the tip
    QString label;    ///< "implements ↑"; empty where it has no place
    QRectF labelRect;
};

/// Arrows that do not run over each other, pass bars by where they can, and have labels that cover nothing. The same
/// requests give the same arrows, in whatever order they come.
struct RelationRoutes {
    static constexpr int MostDrawn = 60;
    static constexpr double Track = 4; ///< pixels between arrows that run side by side

    QList<RelationRoute> routes;
    int hidden = 0;      ///< relations that are not drawn, because there are too many or no room
    QString hiddenLabel; ///< "+940 relations", in the lower right corner of the chart
    QRectF hiddenRect;

    /// `bars` is whatever arrows and labels should not cross or cover.
    static RelationRoutes of(QList<RouteRequest> requests, const QList<QRectF> &bars, const QRectF &chart,
                             const QFont &font, const QLocale &locale);

    /// Index of the arrow or label within 4 pixels of a point, the nearest; -1 if there is none.
    int routeAt(QPointF point) const;
    /// `emphasised` is the index of an arrow to be drawn stronger, -1 for none.
    void paint(QPainter &painter, const TimelineStyle &style, const QFont &font, int emphasised = -1) const;
};

} // namespace Treatybook
