#include "timeline/densitystrip.h"

#include "domain/tr.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Treatybook {

namespace {

constexpr double LeastStep = 5; ///< pixels
constexpr double BarGap = 1;
constexpr double CaptionGap = 8;
constexpr double LeastHeight = 2; ///< of a bar: one record beside a thousand is still seen
constexpr int LeastTop = 4;       ///< of a scale: a single record does not look like a wave
constexpr double CurveWidth = 2;
constexpr double Column = 2; ///< pixels of a step of a curve at least: no wider than its line

TickUnit finestUnit(const Scale &scale)
{
    int unit = 0;
    while (unit < static_cast<int>(TickUnit::FiveMillennia) &&
           shortestStep(static_cast<TickUnit>(unit)) * scale.pixelsPerDay() < LeastStep)
        ++unit;
    return static_cast<TickUnit>(unit);
}

/// Every step of the window that `countOf` finds something in; the rectangles have the height of the frame.
template <typename CountOf>
QList<DensityBar> steps(TickUnit unit, const DensityFrame &frame, const CountOf &countOf)
{
    QList<DensityBar> bars;
    const double right = std::min(frame.rect.width(), frame.scale.width());
    const Day last = tickStart(unit, MaxDay);
    for (Day day = tickStart(unit, frame.scale.wholeDayAt(0)); day <= last && frame.scale.x(day) < right;) {
        const Day next = nextTick(unit, day);
        const double from = std::max(0.0, frame.scale.x(day)), until = std::min(right, frame.scale.x(next));
        const int count = until > from ? countOf(day, next - 1) : 0;
        if (count > 0)
            bars.append({day, next - 1, count,
                         QRectF(frame.rect.left() + from, frame.rect.top(), until - from, frame.rect.height())});
        day = next;
    }
    return bars;
}

int mostOf(const QList<DensityBar> &bars)
{
    int most = 0;
    for (const DensityBar &bar : bars)
        most = std::max(most, bar.count);
    return most;
}

const DensityBar *barUnder(const QList<DensityBar> &bars, const QRectF &strip, const Scale &scale, QPointF point)
{
    if (!strip.contains(point))
        return nullptr;
    const Day day = scale.wholeDayAt(point.x() - strip.left());
    const auto after = std::upper_bound(bars.cbegin(), bars.cend(), day,
                                        [](Day value, const DensityBar &bar) { return value < bar.first; });
    return after == bars.cbegin() || (after - 1)->last < day ? nullptr : &*(after - 1);
}

/// The highest level in each column.
std::vector<int> columnsOf(const DayLevels &levels, const DensityFrame &frame)
{
    std::vector<int> columns(static_cast<size_t>(std::max(0.0, std::ceil(frame.rect.width() / Column))));
    for (size_t i = 0; i < columns.size(); ++i) {
        const double right = std::min(double(i + 1) * Column, std::ceil(frame.rect.width()));
        const double until = std::clamp(frame.scale.dayAt(right), double(MinDay), double(MaxDay));
        const Day first = frame.scale.wholeDayAt(double(i) * Column);
        const Day last = static_cast<Day>(std::ceil(until)) - 1;
        columns[i] = levels.most(first, std::max(first, last));
    }
    return columns;
}

QPolygonF curve(const std::vector<int> &columns, int most, const QRectF &area)
{
    QPolygonF points;
    int before = -1;
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i] == before)
            continue;
        const double x = area.left() + double(i) * Column;
        if (!points.isEmpty())
            points.append({x, points.last().y()});
        points.append({x, area.bottom() - area.height() * columns[i] / most});
        before = columns[i];
    }
    if (!points.isEmpty())
        points.append({area.right(), points.last().y()});
    return points;
}

/// Steps as rectangles: a line with a wide pen and 2,000 corners took 10 ms to paint, these take half a millisecond.
QList<QRectF> strokeOf(const QPolygonF &steps, bool dashed)
{
    constexpr double on = 3, period = 5;
    QList<QRectF> rects;
    for (qsizetype i = 1; i < steps.size(); ++i) {
        const QRectF whole = QRectF(steps.at(i - 1), steps.at(i)).normalized();
        const bool level = whole.width() >= whole.height();
        const QRectF thick = whole.adjusted(0, -CurveWidth, level ? 0 : CurveWidth, 0);
        if (!dashed) {
            rects.append(thick);
            continue;
        }
        const double from = level ? thick.left() : thick.top(), until = level ? thick.right() : thick.bottom();
        for (double dash = std::floor(from / period) * period; dash < until; dash += period) {
            const double first = std::max(from, dash), last = std::min(until, dash + on);
            if (last > first)
                rects.append(level ? QRectF(first, thick.top(), last - first, thick.height())
                                   : QRectF(thick.left(), first, thick.width(), last - first));
        }
    }
    return rects;
}

double middleOfPeak(const std::vector<int> &columns)
{
    const auto peak = std::max_element(columns.cbegin(), columns.cend());
    const auto end = std::find_if(peak, columns.cend(), [&](int level) { return level != *peak; });
    return double((peak - columns.cbegin()) + (end - columns.cbegin())) / 2 * Column;
}

QString text(const char *source)
{
    return tr(source);
}

QString curveText(int inForce, int possible, const QLocale &locale)
{
    if (inForce == possible)
        return text(QT_TRANSLATE_NOOP("Treatybook", "most in force: %1")).arg(locale.toString(inForce));
    if (inForce == 0)
        return text(QT_TRANSLATE_NOOP("Treatybook", "most possibly in force: %1")).arg(locale.toString(possible));
    return text(QT_TRANSLATE_NOOP("Treatybook", "most in force: %1, possibly %2"))
        .arg(locale.toString(inForce), locale.toString(possible));
}

/// Puts a label over `x`, beside the others.
void addLabel(DensityStrip &strip, const QString &text, double x, double height, bool ofCurve)
{
    const double width = std::ceil(QFontMetricsF(strip.font).horizontalAdvance(text));
    QRectF place(0, strip.rect.top(), width, height);
    place.moveLeft(std::clamp(x - width / 2, strip.rect.left() + 4,
                              std::max(strip.rect.left() + 4, strip.rect.right() - width - 4)));
    for (const DensityStrip::Label &other : std::as_const(strip.labels)) {
        if (!place.adjusted(-CaptionGap, 0, CaptionGap, 0).intersects(other.rect))
            continue;
        const double left = other.rect.left() - CaptionGap - width, right = other.rect.right() + CaptionGap;
        const bool fitsRight = right + width <= strip.rect.right();
        place.moveLeft(left >= strip.rect.left() && (!fitsRight || x < other.rect.center().x()) ? left : right);
    }
    if (place.left() >= strip.rect.left() && place.right() <= strip.rect.right())
        strip.labels.append({text, place, ofCurve});
}

} // namespace

DensityStrip DensityStrip::of(const DensityDays &days, const DensityFrame &frame)
{
    DensityStrip strip;
    strip.rect = frame.rect;
    strip.scale = frame.scale;
    strip.font = frame.font;
    strip.unit = finestUnit(frame.scale);
    strip.bars = steps(strip.unit, frame, [&](Day first, Day last) { return days.begun(first, last); });
    strip.mostBegun = mostOf(strip.bars);
    const std::vector<int> certain = columnsOf(days.inForce(), frame);
    const std::vector<int> possible = columnsOf(days.possiblyInForce(), frame);
    strip.mostInForce = certain.empty() ? 0 : *std::max_element(certain.cbegin(), certain.cend());
    strip.mostPossible = possible.empty() ? 0 : *std::max_element(possible.cbegin(), possible.cend());

    // Labels have a line of their own, so that they cover no peak; without it the curve still clears the edge.
    const double line = std::ceil(QFontMetricsF(frame.font).height()) + 2;
    const bool hasLabels = frame.rect.height() >= 2.5 * line;
    const QRectF area = frame.rect.adjusted(0, hasLabels ? line : std::min(3.0, frame.rect.height() / 4), 0, 0);
    for (DensityBar &bar : strip.bars) {
        const double height = std::min(
            area.height(), std::max(LeastHeight, area.height() * bar.count / std::max(LeastTop, strip.mostBegun)));
        bar.rect.setTop(area.bottom() - height);
        if (bar.rect.width() > 2 * BarGap)
            bar.rect.setRight(bar.rect.right() - BarGap);
    }
    const int top = std::max(LeastTop, strip.mostPossible);
    if (strip.mostInForce > 0)
        strip.certain = curve(certain, top, area);
    if (strip.mostPossible > 0)
        strip.possible = curve(possible, top, area);
    if (!hasLabels)
        return strip;
    if (strip.mostPossible > 0)
        addLabel(strip, curveText(strip.mostInForce, strip.mostPossible, frame.locale),
                 frame.rect.left() + middleOfPeak(strip.mostInForce > 0 ? certain : possible), line, true);
    const auto highest = std::max_element(strip.bars.cbegin(), strip.bars.cend(),
                                          [](const DensityBar &a, const DensityBar &b) { return a.count < b.count; });
    if (highest != strip.bars.cend())
        addLabel(strip,
                 //: %1 is how many records begin, %2 the year, month … in which they do
                 Treatybook::tr("most begun: %1 (%2)")
                     .arg(frame.locale.toString(highest->count), stepText(strip.unit, highest->first, frame.locale)),
                 highest->rect.center().x(), line, false);
    return strip;
}

const DensityBar *DensityStrip::barAt(QPointF point) const
{
    return barUnder(bars, rect, scale, point);
}

void DensityStrip::paint(QPainter &painter, const TimelineStyle &style) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const DensityBar &bar : bars)
        painter.fillRect(bar.rect, style.quiet());
    const auto stroke = [&](const QPolygonF &steps, bool dashed) {
        const QList<QRectF> pieces = strokeOf(steps, dashed);
        for (const QRectF &piece : pieces)
            painter.fillRect(piece, style.accent);
    };
    if (possible != certain)
        stroke(possible, true);
    stroke(certain, false);
    painter.setFont(font);
    for (const Label &label : labels) {
        painter.setPen(label.ofCurve ? style.accent : style.dim);
        painter.drawText(label.rect, Qt::AlignCenter | Qt::TextDontClip, label.text);
    }
    painter.restore();
}

HeatStrip HeatStrip::of(const DensityDays &days, const DensityFrame &frame, int most)
{
    HeatStrip strip;
    strip.rect = frame.rect;
    strip.scale = frame.scale;
    strip.unit = finestUnit(frame.scale);
    strip.cells = steps(strip.unit, frame, [&](Day first, Day last) { return days.present(first, last); });
    strip.most = most > 0 ? most : mostOf(strip.cells);
    return strip;
}

double HeatStrip::strength(const DensityBar &cell) const
{
    constexpr double least = 0.25;
    // The root keeps few and fewer apart where some other step has hundreds.
    const double share = std::min(1.0, double(cell.count) / std::max(1, most));
    return least + (1 - least) * std::sqrt(share);
}

const DensityBar *HeatStrip::cellAt(QPointF point) const
{
    return barUnder(cells, rect, scale, point);
}

void HeatStrip::paint(QPainter &painter, const QColor &color, const TimelineStyle &style) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false); // neighbours share an edge within a pixel
    for (const DensityBar &cell : cells)
        painter.fillRect(cell.rect, style.blend(color, strength(cell)));
    painter.restore();
}

} // namespace Treatybook
