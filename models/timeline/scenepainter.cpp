#include "timeline/scenepainter.h"

#include "domain/tr.h"
#include "timeline/crisp.h"
#include "timeline/glyphs.h"
#include "timeline/grouppainter.h"

#include <QDate>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Treatybook {

namespace {

constexpr double FrameWidth = 1.5;

QString shortDay(const QLocale &locale, Day day)
{
    //: a short date such as 1 Oct 2021, as in the documentation of QDate::toString()
    return locale.toString(QDate::fromJulianDay(day), tr("d MMM yyyy"));
}

/// Where a line of text begins in the middle of a box: from a point it is drawn in half the time.
QPointF baseline(const QRectF &box, const QFontMetricsF &font)
{
    return {box.left(), std::round(box.center().y() + (font.ascent() - font.descent()) / 2)};
}

class Saved
{
public:
    explicit Saved(QPainter &painter) : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter &m_painter;
};

} // namespace

ScenePainter::ScenePainter(const Scene &scene, const TimelineStyle &style)
    : m_scene(scene), m_frame(scene.frame()), m_style(style), m_chart(scene.frame().chart())
{
}

void ScenePainter::paintRows(QPainter &painter) const
{
    const Saved saved(painter);
    painter.fillRect(QRectF(QPointF(), m_frame.size), m_style.ground);
    painter.save();
    painter.setClipRect(m_chart, Qt::IntersectClip);
    paintGrid(painter);
    const GroupPainter groups(m_scene, m_style);
    groups.paintStrips(painter);
    for (const SceneRow &row : m_scene.rows())
        paintRow(painter, row);
    groups.paintBadges(painter);
    painter.restore();
    paintTitles(painter);
    groups.paintHeads(painter);
    paintAxis(painter);
}

void ScenePainter::paintSigns(QPainter &painter) const
{
    const Saved saved(painter);
    painter.setClipRect(m_chart, Qt::IntersectClip);
    for (const SceneRow &row : m_scene.rows())
        paintRow(painter, row);
}

void ScenePainter::paintGrid(QPainter &painter) const
{
    const double last = !m_scene.groups().isEmpty() ? m_scene.groups().last().band.bottom()
                        : m_scene.rows().isEmpty()  ? m_chart.bottom()
                                                    : m_scene.rows().last().band.bottom();
    const double bottom = std::min(m_chart.bottom(), last);
    const auto verticals = [&](const QList<Tick> &ticks, const QColor &color) {
        painter.setPen(QPen(color, 1));
        for (const Tick &tick : ticks)
            painter.drawLine(QPointF(crisp(m_chart.left() + tick.x), m_chart.top()),
                             QPointF(crisp(m_chart.left() + tick.x), bottom));
    };
    verticals(m_scene.axis().minor, m_style.grid);
    verticals(m_scene.axis().major, m_style.line);
    const auto horizontal = [&](double y) {
        painter.drawLine(QPointF(m_chart.left(), crisp(y - 1)), QPointF(m_chart.right(), crisp(y - 1)));
    };
    painter.setPen(QPen(m_scene.groups().isEmpty() ? m_style.grid : m_style.line, 1));
    for (const SceneGroup &group : m_scene.groups())
        horizontal(group.band.bottom());
    for (const SceneRow &row : m_scene.rows()) {
        if (m_scene.groups().isEmpty())
            horizontal(row.band.bottom());
    }
}

void ScenePainter::paintRow(QPainter &painter, const SceneRow &row) const
{
    if (!row.outline.isNull()) {
        painter.setPen(QPen(row.item.colour(m_style), 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(row.outline.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    paintBar(painter, row);
    paintMarks(painter, row);
    if (row.liesLeft || row.liesRight) {
        const double tip = row.liesLeft ? m_chart.left() + 6 : m_chart.right() - 6;
        const double back = row.liesLeft ? 5 : -5;
        const double y = row.captionRect.isNull() ? row.band.center().y() : row.captionRect.center().y();
        painter.setPen(QPen(row.item.colour(m_style), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({{tip + back, y - 5}, {tip, y}, {tip + back, y + 5}}));
    }
    paintCaption(painter, row);
}

void ScenePainter::paintCaption(QPainter &painter, const SceneRow &row) const
{
    if (row.caption.isEmpty())
        return;
    const bool onBar = row.bar.intersects(row.captionRect);
    const bool isTitle = !row.toneRect.isNull();
    if (row.captionOnPlate) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_style.ground);
        painter.drawRoundedRect((row.captionRect | row.toneRect | row.elsewhereRect).adjusted(-4, 1, 4, -1), 3, 3);
    }
    if (isTitle)
        paintSign(painter, row, row.toneRect.center(), row.toneRect.width(),
                  row.captionOnTone ? m_style.onTone : row.item.colour(m_style));
    const SceneFonts &fonts = m_frame.fonts();
    painter.setFont(onBar ? fonts.bold : fonts.small);
    painter.setPen(row.captionOnTone ? m_style.onTone : onBar || isTitle ? m_style.text : m_style.dim);
    painter.drawText(baseline(row.captionRect, onBar ? fonts.boldText.metrics() : fonts.smallText.metrics()),
                     row.caption);
    if (!row.elsewhereRect.isNull())
        Glyphs::paintStack(painter, row.elsewhereRect.center(), row.elsewhereRect.width(), painter.pen().color(),
                           row.captionOnTone ? row.item.colour(m_style) : m_style.ground);
}

/// Colour never speaks alone.
void ScenePainter::paintSign(QPainter &painter, const SceneRow &row, QPointF centre, double size,
                             const QColor &color) const
{
    if (row.item.category < 0)
        Glyphs::paintTone(painter, centre, size, row.item.tone, color);
    else
        Glyphs::paintCategory(painter, centre, size, row.item.category, color);
}

void ScenePainter::paintBar(QPainter &painter, const SceneRow &row) const
{
    const QColor tone = row.item.colour(m_style);
    if (row.shape == RowShape::Diamond) {
        Glyphs::paintDiamond(painter, row.bar.center(), row.bar.width(), tone);
        return;
    }
    painter.setPen(Qt::NoPen);
    if (row.shape == RowShape::Period || row.shape == RowShape::Range) {
        painter.setBrush(fading(row, tone));
        painter.drawRoundedRect(row.bar, row.bar.height() / 2, row.bar.height() / 2);
    } else {
        // Neighbours share an edge within a pixel: without smoothing there is no seam.
        painter.setRenderHint(QPainter::Antialiasing, false);
        for (const Piece &piece : row.pieces)
            painter.fillRect(piece.rect, fading(piece, tone));
        painter.setRenderHint(QPainter::Antialiasing, true);
    }
    if (row.item.tone == Tone::Suspended) {
        painter.fillRect(row.bar, QBrush(m_style.ground, Qt::BDiagPattern));
        if (row.captionOnTone)
            painter.fillRect(row.captionRect.adjusted(-4, 1, 4, -1), tone);
    }
    paintFrame(painter, row);
}

QBrush ScenePainter::fading(const Piece &piece, const QColor &tone) const
{
    if (std::abs(piece.from - piece.to) < 0.001)
        return m_style.blend(tone, piece.from);
    QLinearGradient fade(piece.rect.topLeft(), piece.rect.topRight());
    fade.setColorAt(0, m_style.blend(tone, piece.from));
    fade.setColorAt(1, m_style.blend(tone, piece.to));
    return fade;
}

QBrush ScenePainter::fading(const SceneRow &row, const QColor &tone) const
{
    QLinearGradient fade(row.bar.topLeft(), row.bar.topRight());
    const auto place = [&](double x) { return std::clamp((x - row.bar.left()) / row.bar.width(), 0.0, 1.0); };
    constexpr double hair = 1e-4; // two stops at one place would replace each other
    for (const Piece &piece : row.pieces) {
        fade.setColorAt(std::min(1.0, place(piece.rect.left()) + hair), m_style.blend(tone, piece.from));
        fade.setColorAt(place(piece.rect.right()), m_style.blend(tone, piece.to));
    }
    return fade;
}

void ScenePainter::paintFrame(QPainter &painter, const SceneRow &row) const
{
    const QColor tone = row.item.colour(m_style);
    painter.setPen(QPen(tone, row.shape == RowShape::Hollow ? FrameWidth : 1));
    painter.setBrush(Qt::NoBrush);
    if (row.shape == RowShape::Hollow || row.shape == RowShape::Bar) {
        // Framed where it is known to be; what is only possible has a dashed frame, fringes have none.
        for (const Piece &piece : row.pieces) {
            if (piece.kind == PieceKind::Fringe || (row.shape == RowShape::Bar && piece.from > 0.9))
                continue;
            QPen pen = painter.pen();
            const bool dashed = piece.kind == PieceKind::Possible && row.shape == RowShape::Bar;
            pen.setStyle(dashed ? Qt::DashLine : Qt::SolidLine);
            painter.setPen(pen);
            const QRectF box = piece.rect.adjusted(0, 0.5, 0, -0.5);
            painter.drawLine(box.topLeft(), box.topRight());
            painter.drawLine(box.bottomLeft(), box.bottomRight());
        }
        const auto closes = [&](const Piece &piece, double x) {
            painter.setPen(QPen(tone, FrameWidth));
            if (piece.kind != PieceKind::Fringe || x <= row.bar.left())
                painter.drawLine(QPointF(x, row.bar.top() + 0.5), QPointF(x, row.bar.bottom() - 0.5));
        };
        // The first certain day has an edge; so has a last one.
        for (const Piece &piece : row.pieces) {
            if (piece.kind != PieceKind::Fringe) {
                closes(piece, piece.rect.left() + FrameWidth / 2);
                break;
            }
        }
        if (!row.pieces.isEmpty() && row.pieces.last().kind == PieceKind::Core && !row.endless && !row.isCut)
            closes(row.pieces.last(), row.pieces.last().rect.right() - FrameWidth / 2);
    } else if (row.shape == RowShape::Range && row.pieces.size() == 1 && row.pieces.first().kind != PieceKind::Fringe) {
        painter.drawRoundedRect(row.bar.adjusted(0.5, 0.5, -0.5, -0.5), row.bar.height() / 2, row.bar.height() / 2);
    }
    if (row.endless || row.isCut) {
        const double tip = std::min(row.bar.right(), m_chart.right()) - 4, y = row.bar.center().y();
        const bool pale = row.pieces.isEmpty() || row.pieces.last().to < 0.9;
        Glyphs::paintGoesOn(painter, {tip, y}, pale ? tone : m_style.onTone);
    }
}

void ScenePainter::paintMarks(QPainter &painter, const SceneRow &row) const
{
    const QColor tone = row.item.colour(m_style);
    for (const Mark &mark : row.marks) {
        if (mark.isRange) {
            painter.setPen(QPen(tone, 1.3));
            painter.setBrush(m_style.ground);
            painter.drawRoundedRect(mark.rect, mark.rect.height() / 2, mark.rect.height() / 2);
        } else {
            Glyphs::paintPoint(painter, mark.rect.center(), mark.rect.width(), mark.point.kind, tone, m_style.ground);
        }
    }
}

void ScenePainter::paintTitles(QPainter &painter) const
{
    if (m_frame.gutterWidth <= 0)
        return;
    const QRectF gutter(0, m_chart.top(), m_chart.left(), m_chart.height());
    if (!m_scene.groups().isEmpty())
        return;
    painter.save();
    painter.setClipRect(gutter, Qt::IntersectClip);
    painter.fillRect(gutter, m_style.band);
    painter.setFont(m_frame.font);
    for (const SceneRow &row : m_scene.rows()) {
        painter.setPen(QPen(m_style.grid, 1));
        painter.drawLine(QPointF(0, crisp(row.band.bottom() - 1)),
                         QPointF(gutter.right(), crisp(row.band.bottom() - 1)));
        const double y = row.band.center().y();
        paintSign(painter, row, QPointF(16, y), 10, row.item.colour(m_style));
        painter.setPen(m_style.text);
        painter.drawText(baseline(row.titleRect, m_frame.fonts().text.metrics()), row.title);
    }
    painter.setPen(QPen(m_style.line, 1));
    painter.drawLine(QPointF(crisp(gutter.right() - 1), gutter.top()),
                     QPointF(crisp(gutter.right() - 1), gutter.bottom()));
    painter.restore();
}

void ScenePainter::paintAxis(QPainter &painter) const
{
    const QRectF band(0, 0, m_frame.size.width(), m_chart.top());
    painter.fillRect(band, m_style.band);
    const double half = band.height() / 2;
    QList<QRectF> pills;
    for (const Line &line : lines())
        pills.append(line.pill);

    painter.save();
    painter.setClipRect(QRectF(m_chart.left(), 0, m_chart.width(), band.height()), Qt::IntersectClip);
    const auto paintTicks = [&](const QList<Tick> &ticks, double top, const QFont &font, const QColor &color) {
        painter.setFont(font);
        const QFontMetricsF metrics(font);
        for (const Tick &tick : ticks) {
            painter.setPen(QPen(m_style.line, 1));
            const double x = crisp(m_chart.left() + tick.x);
            painter.drawLine(QPointF(x, top + 3), QPointF(x, band.bottom()));
            const QRectF label(m_chart.left() + tick.labelX, top, metrics.horizontalAdvance(tick.label), half);
            const bool covered =
                std::any_of(pills.cbegin(), pills.cend(), [&](const QRectF &pill) { return pill.intersects(label); });
            if (tick.label.isEmpty() || covered)
                continue;
            painter.setPen(color);
            painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, tick.label);
        }
    };
    paintTicks(m_scene.axis().minor, half, m_frame.smallFont(), m_style.dim);
    paintTicks(m_scene.axis().major, 0, m_frame.boldFont(), m_style.text);
    painter.restore();
    painter.setPen(QPen(m_style.line, 1));
    painter.drawLine(QPointF(0, crisp(band.bottom() - 1)), QPointF(band.right(), crisp(band.bottom() - 1)));
}

QRectF ScenePainter::pillAt(double x, const QString &text) const
{
    const QFontMetricsF &metrics = m_frame.fonts().boldText.metrics();
    const double width = std::ceil(metrics.horizontalAdvance(text)) + 18;
    const double left = std::clamp(x - 9, m_chart.left(), std::max(m_chart.left(), m_chart.right() - width));
    return {left, 2, width, m_frame.axisHeight / 2 - 3};
}

QList<ScenePainter::Line> ScenePainter::lines() const
{
    QList<Line> lines;
    const auto add = [&](Day day, const QString &text, const QColor &color, bool dashed) {
        const double x = m_frame.x(day + 0.5);
        if (x >= m_chart.left() && x <= m_chart.right())
            lines.append({day, x, text, pillAt(x, text), color, dashed});
    };
    const bool isOther = m_frame.asOf != NoDay && m_frame.asOf != m_frame.today;
    if (isOther)
        add(m_frame.asOf, Treatybook::tr("as of %1").arg(shortDay(m_frame.locale, m_frame.asOf)), m_style.asOf, true);
    if (m_frame.today != NoDay) {
        add(m_frame.today, Treatybook::tr("today"), m_style.accent, false);
        if (lines.size() == 2 && lines.at(0).pill.intersects(lines.at(1).pill))
            lines[1].pill = QRectF(); // the other day is the one that answers
    }
    return lines;
}

QRectF ScenePainter::asOfPill() const
{
    const Day answering = m_frame.asOf != NoDay ? m_frame.asOf : m_frame.today;
    for (const Line &line : lines()) {
        if (line.day == answering)
            return line.pill;
    }
    return {};
}

/// From short of the years, which stay readable, to the bottom, but not through what somebody reads.
QList<QLineF> ScenePainter::piecesOf(const Line &line) const
{
    std::vector<std::pair<double, double>> gaps;
    const auto spare = [&](const QRectF &rect) {
        if (!rect.isNull() && rect.left() - 2 <= line.x && line.x <= rect.right() + 2)
            gaps.emplace_back(rect.top() + 1, rect.bottom() - 1);
    };
    for (const SceneRow &row : m_scene.rows())
        spare(row.captionRect | row.toneRect | row.elsewhereRect);
    for (const SceneGroup &group : m_scene.groups()) {
        if (m_frame.gutterWidth <= 0)
            spare(group.head);
        for (const SceneBadge &badge : group.badges)
            spare(badge.rect);
        for (const DensityStrip::Label &label : group.density ? group.density->labels : QList<DensityStrip::Label>())
            spare(label.rect);
    }
    std::ranges::sort(gaps);
    QList<QLineF> pieces;
    double from = m_chart.top() - 6;
    gaps.emplace_back(m_chart.bottom(), m_chart.bottom());
    for (const auto &[top, bottom] : gaps) {
        if (top > from)
            pieces.append({line.x, from, line.x, std::min(top, m_chart.bottom())});
        from = std::max(from, bottom);
    }
    return pieces;
}

void ScenePainter::paintLines(QPainter &painter) const
{
    const Saved saved(painter);
    QList<Line> all = lines();
    std::reverse(all.begin(), all.end()); // the as-of line lies on top
    for (const Line &line : std::as_const(all)) {
        QPen pen(line.color, 1.6, Qt::SolidLine, Qt::FlatCap);
        if (line.dashed)
            pen.setDashPattern({3.2, 2});
        painter.setPen(pen);
        painter.drawLines(piecesOf(line));
        if (line.pill.isNull())
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(line.color);
        painter.drawRoundedRect(line.pill, line.pill.height() / 2, line.pill.height() / 2);
        painter.setPen(m_style.onTone);
        painter.setFont(m_frame.boldFont());
        painter.drawText(line.pill, Qt::AlignCenter, line.text);
    }
}

void ScenePainter::paintHighlights(QPainter &painter, const SceneHighlights &highlights) const
{
    const Saved saved(painter);
    const QRectF whole(0, m_chart.top(), m_frame.size.width(), m_chart.height());
    const QRectF area = m_scene.groups().isEmpty() ? whole : m_chart; // the gutter of lanes is the groups'
    painter.setClipRect(area, Qt::IntersectClip);
    for (const SceneRow &row : m_scene.rows()) {
        QColor tint = m_style.accent;
        tint.setAlphaF(0.13F);
        if (highlights.isSelected && highlights.isSelected(row.slot))
            painter.fillRect(row.band, tint);
        tint.setAlphaF(0.05F);
        if (highlights.hovered == row.slot)
            painter.fillRect(row.band, tint);
        if (highlights.current != row.slot)
            continue;
        painter.setBrush(Qt::NoBrush);
        if (highlights.hasFocus) {
            painter.setPen(QPen(m_style.accent, 1));
            painter.drawRect(row.band.adjusted(0.5, 0.5, -0.5, -1.5));
        }
        const QRectF bar = row.bar & m_chart.adjusted(-8, 0, 8, 0);
        if (!bar.isNull()) {
            painter.setPen(QPen(m_style.accent, 2));
            painter.setClipRect(m_chart, Qt::IntersectClip);
            painter.drawRoundedRect(bar.adjusted(-2, -2, 2, 2), 4, 4);
            painter.setClipRect(area);
        }
    }
}

} // namespace Treatybook
