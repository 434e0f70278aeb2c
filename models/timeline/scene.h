#pragma once

#include "timeline/arrangement.h"
#include "timeline/densitystrip.h"
#include "timeline/item.h"
#include "timeline/measuredfont.h"
#include "timeline/scale.h"
#include "timeline/ticks.h"

#include <QFont>
#include <QFontMetricsF>
#include <QRectF>

#include <memory>

namespace Treatybook {

/// The fonts of a scene, with what was measured of their texts.
struct SceneFonts {
    explicit SceneFonts(const QFont &font);

    QFont font;        ///< of titles in the gutter
    QFont small, bold; ///< of captions beside bars and on them
    MeasuredFont text, smallText, boldText;
};

/// Everything but the records that a scene depends on; sizes in device-independent pixels.
struct SceneFrame {
    QSizeF size;
    Scale scale;        ///< over the chart, see chart()
    double scrollY = 0; ///< how far the rows are scrolled down
    Day asOf = NoDay, today = NoDay;
    QFont font;
    QLocale locale;
    double gutterWidth = 220; ///< the column of titles or groups; 0: titles stand on the bars, groups have a line
    double axisHeight = 44, rowHeight = 28;

    /// Row, axis and gutter sizes that suit the font and the width.
    static SceneFrame suited(QSizeF size, const QFont &font);
    /// Right of the titles, under the axis.
    QRectF chart() const
    {
        return {gutterWidth, axisHeight, qMax(1.0, size.width() - gutterWidth), qMax(0.0, size.height() - axisHeight)};
    }
    double x(double day) const { return gutterWidth + scale.x(day); }
    const QFont &boldFont() const { return fonts().bold; }
    const QFont &smallFont() const { return fonts().small; }
    /// Made once for the font: to make a font for every record took longer than to lay it out.
    const SceneFonts &fonts() const;
    /// Takes the fonts of the frame before if they are the same, and leaves its own there.
    void shareFonts(std::shared_ptr<const SceneFonts> &kept);

private:
    mutable std::shared_ptr<const SceneFonts> m_fonts;
};

enum class PieceKind : quint8 {
    Core,    ///< certain: from the latest start to the earliest end
    Fringe,  ///< fading, over days of which it is not known whether they belong
    Possible ///< nobody recorded an end: perhaps still going on
};

/// A part of a bar; its colour runs from strength `from` to `to`, 1 being the full tone.
struct Piece {
    PieceKind kind{};
    QRectF rect;
    double from = 1, to = 1;
};

/// A point on a row. A range wider than its sign is drawn as wide as it is.
struct Mark {
    TimelinePoint point;
    QRectF rect;
    bool isRange = false;
};

enum class RowShape : quint8 {
    None, ///< nothing in the window
    Bar,
    Hollow, ///< signed, entry into force not known
    Period, ///< slim: of an event
    Range,  ///< slim outline: an act or event on an unknown day within it
    Diamond ///< an act or event on a day
};

/// One record, laid out. Rectangles lie within the chart, which shows a window of them.
struct SceneRow {
    Slot slot{};
    int row = -1;   ///< in rows: of the table
    int group = -1; ///< in lanes: in Scene::groups()
    TimelineItem item;
    QRectF band; ///< in rows over the whole width, in lanes around all that is drawn of it
    RowShape shape = RowShape::None;
    QRectF bar;     ///< around all pieces
    QRectF outline; ///< the part of a term before signature
    QList<Piece> pieces;
    QList<Mark> marks;
    bool endless = false;                     ///< it has no end: an arrow
    bool isCut = false;                       ///< it goes on, but the next one on its line begins: an arrow there
    bool liesLeft = false, liesRight = false; ///< all of it is out of sight on that side
    QString title, caption;                   ///< as they fit
    QRectF titleRect, captionRect;
    QRectF toneRect;             ///< of the sign before a title that stands in the chart
    QRectF elsewhereRect;        ///< of the sign after the caption of what stands in several groups
    bool captionOnTone = false;  ///< the caption stands on the full tone
    bool captionOnPlate = false; ///< the caption needs the ground behind it

    /// Around everything drawn in the chart but the caption; null if there is nothing.
    QRectF signs() const;
};

/// Records of a group for which no line was left, close together; or those that go on from before the window, whose
/// lines others have now.
struct SceneBadge {
    QRectF rect;
    QString text; ///< "+37"
    QList<Slot> records;
    bool goesOn = false; ///< from before the window, the latest first
    Day first = NoDay;   ///< where the first of them begins; of those from before none
};

/// A group in view.
struct SceneGroup {
    int group = 0; ///< in the grouping
    BlockShape shape{};
    QString label, count; ///< as they fit
    QRectF band;          ///< over the whole width
    QRectF head;          ///< where its name stands: in the gutter, or a line above; stays in sight while the band does
    std::optional<DensityStrip> density;
    std::optional<HeatStrip> heat; ///< of a group that is folded up
    QList<SceneBadge> badges;
};

/// What is under a point.
struct SceneHit {
    enum class Part : quint8 { None, Axis, Title, Row, Bar, Mark, Caption, Group, Strip, Badge };
    Part part = Part::None;
    int index = -1; ///< in Scene::rows(); of Group, Strip and Badge in Scene::groups()
    int mark = -1;  ///< in SceneRow::marks; in SceneGroup::badges
    bool operator==(const SceneHit &) const = default;
};

/// Gives the days of a group, by its index in the grouping.
using DensitySource = std::function<const DensityDays &(int)>;

/// The picture as a value: what is in view laid out, and the axis. Cost follows the pixels, not the records.
class Scene
{
public:
    Scene() = default;
    /// In rows.
    Scene(const QList<Slot> &records, const ItemSource &items, const SceneFrame &frame);
    Scene(const Arrangement &arrangement, const Grouping &grouping, const ItemSource &items,
          const DensitySource &densities, const SceneFrame &frame);

    const SceneFrame &frame() const { return m_frame; }
    const QList<SceneRow> &rows() const { return m_rows; }
    const QList<SceneGroup> &groups() const { return m_groups; } ///< none in rows
    const AxisTicks &axis() const { return m_axis; }
    /// Null if it is not in view. In lanes the uppermost of its places.
    const SceneRow *rowOf(Slot slot) const;
    SceneHit hitTest(QPointF point) const;

private:
    void layOutRows(const QList<Slot> &records, const ItemSource &items);
    SceneHit hitGroup(QPointF point) const;

    SceneFrame m_frame;
    QList<SceneRow> m_rows;
    QList<SceneGroup> m_groups;
    AxisTicks m_axis;
};

} // namespace Treatybook
