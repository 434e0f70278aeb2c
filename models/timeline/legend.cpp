#include "timeline/legend.h"

#include "domain/tr.h"
#include "timeline/densitystrip.h"
#include "timeline/glyphs.h"
#include "timeline/labels.h"
#include "timeline/routes.h"
#include "timeline/scenepainter.h"

#include <QPainter>

#include <set>

namespace Treatybook {

namespace {

constexpr double BarWidth = 34, SignWidth = 14, LineHeight = 22, EntryGap = 22, SampleGap = 7;

QString toneWords(Tone tone)
{
    switch (tone) {
    case Tone::InForce:
        return tr(QT_TRANSLATE_NOOP("Treatybook", "In force or in effect"));
    case Tone::Signed:
        return tr(QT_TRANSLATE_NOOP("Treatybook", "Signed"));
    case Tone::Pending:
        return tr(QT_TRANSLATE_NOOP("Treatybook", "Proposed or negotiated"));
    case Tone::Act:
        return tr(QT_TRANSLATE_NOOP("Treatybook", "Act: issued, announced, performed …"));
    case Tone::Suspended:
        return tr(QT_TRANSLATE_NOOP("Treatybook", "Suspended"));
    case Tone::Over:
        return tr(QT_TRANSLATE_NOOP("Treatybook", "Over"));
    case Tone::Unknown:
        return tr(QT_TRANSLATE_NOOP("Treatybook", "Status unknown"));
    case Tone::Event:
        return tr(QT_TRANSLATE_NOOP("Treatybook", "Event"));
    }
    return {};
}

QString pointWords(PointKind kind)
{
    switch (kind) {
    case PointKind::Signature:
        return tr(QT_TRANSLATE_NOOP("Treatybook", "signature, announcement"));
    case PointKind::Consent:
        return tr(QT_TRANSLATE_NOOP("Treatybook", "ratification, approval"));
    case PointKind::Entry:
        return tr(QT_TRANSLATE_NOOP("Treatybook", "entry into force"));
    case PointKind::Delivery:
        return tr(QT_TRANSLATE_NOOP("Treatybook", "delivery, payment, step"));
    case PointKind::Ending:
        return tr(QT_TRANSLATE_NOOP("Treatybook", "notice, suspension, ending"));
    case PointKind::Other:
        return tr(QT_TRANSLATE_NOOP("Treatybook", "other act"));
    }
    return {};
}

constexpr DayRange on(Day day)
{
    return {day, day};
}

Span sample(DayRange start, DayRange end, bool Span::*flag = nullptr)
{
    Span span;
    span.start = start;
    span.end = end;
    if (flag)
        span.*flag = true;
    return span;
}

/// By the code that paints rows, on a scale of a pixel a day about day 0.
void paintBar(QPainter &painter, const QRectF &place, const Span &span, const QFont &font, const TimelineStyle &style)
{
    SceneFrame frame;
    frame.size = place.size();
    frame.gutterWidth = frame.axisHeight = 0;
    frame.rowHeight = place.height();
    frame.font = font;
    frame.today = span.unknownEnd ? 22 : MaxDay;
    frame.scale = Scale(0, 1, place.width());
    TimelineItem item;
    item.span = span;
    item.tone = Tone::Signed;
    const Scene scene(
        {0}, [&item](Slot) { return item; }, frame);
    painter.translate(place.topLeft());
    ScenePainter(scene, style).paintSigns(painter);
}

} // namespace

Legend::Legend(const QList<SceneRow> &rows, const SceneFrame &frame, const LegendContent &content)
    : m_font(frame.smallFont())
{
    addColours(rows, content.colouring);
    addBars(rows);
    addContent(content);
}

void Legend::addColours(const QList<SceneRow> &rows, const Colouring *colouring)
{
    if (!colouring || colouring->isByStatus()) {
        std::set<Tone> tones;
        for (const SceneRow &row : rows)
            tones.insert(row.item.tone);
        for (const Tone tone : tones)
            add(toneWords(tone), SignWidth, [tone](QPainter &painter, const QRectF &place, const TimelineStyle &style) {
                Glyphs::paintTone(painter, place.center(), 10, tone, style);
            });
        return;
    }
    std::set<int> used;
    for (const SceneRow &row : rows)
        used.insert(colouring->categoryOf(row.slot));
    for (const Colouring::Category &category : colouring->categories()) {
        if (!used.contains(category.category))
            continue;
        const auto paintSwatch = [index = category.category](QPainter &painter, const QRectF &place,
                                                             const TimelineStyle &style) {
            Glyphs::paintCategory(painter, QPointF(place.left() + 7, place.center().y()), 10, index,
                                  style.category(index));
            painter.fillRect(QRectF(place.left() + 18, place.center().y() - 5, 16, 10), style.category(index));
        };
        add(category.label, BarWidth, paintSwatch);
    }
}

void Legend::addBars(const QList<SceneRow> &rows)
{
    std::set<PointKind> points;
    bool fades = false, hollow = false, possible = false, endless = false, outline = false, approximate = false;
    bool ranges = false, cut = false;
    for (const SceneRow &row : rows) {
        const Span &span = row.item.span;
        for (const Mark &mark : row.marks) {
            points.insert(mark.point.kind);
            ranges = ranges || mark.isRange;
        }
        fades =
            fades || (!span.point && span.isDated() && (span.start.earliest != span.start.latest || span.unknownEnd));
        possible = possible || (span.unknownEnd && !span.hollow);
        hollow = hollow || row.shape == RowShape::Hollow;
        endless = endless || row.endless;
        cut = cut || row.isCut;
        outline = outline || !row.outline.isNull();
        approximate = approximate || span.startApproximate || span.endApproximate;
        ranges = ranges || row.shape == RowShape::Range;
    }

    const auto addBar = [this](bool used, const QString &text, const Span &span) {
        if (used)
            add(text, BarWidth,
                [font = m_font, span](QPainter &painter, const QRectF &place, const TimelineStyle &style) {
                    paintBar(painter, place, span, font, style);
                });
    };
    addBar(hollow, tr(QT_TRANSLATE_NOOP("Treatybook", "signed, entry into force not known")),
           sample(on(2), on(31), &Span::hollow));
    addBar(fades, tr(QT_TRANSLATE_NOOP("Treatybook", "somewhere in these days")), sample({0, 24}, on(33)));
    addBar(possible, tr(QT_TRANSLATE_NOOP("Treatybook", "end not known")),
           sample(on(2), {8, NoDay}, &Span::unknownEnd));
    addBar(endless, tr(QT_TRANSLATE_NOOP("Treatybook", "without end")), sample(on(2), {}, &Span::openEnd));
    if (cut)
        add(tr(QT_TRANSLATE_NOOP("Treatybook", "goes on, the line is another one’s")), BarWidth,
            [](QPainter &painter, const QRectF &place, const TimelineStyle &style) {
                const QRectF bar = place.adjusted(2, 4, -10, -5);
                painter.fillRect(bar, style.tone(Tone::Signed));
                Glyphs::paintGoesOn(painter, QPointF(bar.right() - 4, bar.center().y()), style.onTone);
            });
    Span late = sample(on(22), on(31));
    late.outline = {2, 21};
    addBar(outline, tr(QT_TRANSLATE_NOOP("Treatybook", "term before signature")), late);
    addBar(ranges, tr(QT_TRANSLATE_NOOP("Treatybook", "on an unknown day within")),
           sample({2, 31}, {2, 31}, &Span::point));
    for (const PointKind kind : points)
        add(pointWords(kind), SignWidth, [kind](QPainter &painter, const QRectF &place, const TimelineStyle &style) {
            Glyphs::paintPoint(painter, place.center(), 9, kind, style.text, style.ground);
        });
    if (approximate)
        add(tr(QT_TRANSLATE_NOOP("Treatybook", "~ approximate")), 0, {});
}

void Legend::addContent(const LegendContent &content)
{
    if (content.severalGroups)
        add(tr(QT_TRANSLATE_NOOP("Treatybook", "stands in several groups")), SignWidth,
            [](QPainter &painter, const QRectF &place, const TimelineStyle &style) {
                Glyphs::paintStack(painter, place.center(), 12, style.dim, style.ground);
            });
    if (content.badges)
        add(tr(QT_TRANSLATE_NOOP("Treatybook", "more records than fit")), BarWidth,
            [font = m_font](QPainter &painter, const QRectF &place, const TimelineStyle &style) {
                Glyphs::paintBadge(painter, place.adjusted(0, 2, 0, -2), QStringLiteral("+37"), font, style);
            });
    if (content.relations)
        add(tr(QT_TRANSLATE_NOOP("Treatybook", "relation, from the record that acts")), BarWidth,
            [font = m_font](QPainter &painter, const QRectF &place, const TimelineStyle &style) {
                RelationRoutes arrow;
                const double y = place.center().y();
                arrow.routes.append({{}, QPolygonF({{place.left() + 1, y}, {place.right() - 1, y}}), {}, {}});
                arrow.paint(painter, style, font);
            });
    const auto addStrip = [this](bool used, const QString &text, DensityStrip strip) {
        if (used)
            add(text, BarWidth, [strip](QPainter &painter, const QRectF &place, const TimelineStyle &style) {
                painter.save();
                painter.translate(place.topLeft());
                strip.paint(painter, style);
                painter.restore();
            });
    };
    DensityStrip bars;
    bars.rect = QRectF(0, 3, BarWidth, LineHeight - 6);
    DensityStrip certain = bars, possible = bars;
    for (int i = 0; i < 4; ++i)
        bars.bars.append({i, i, 1, QRectF(i * 9, 12 - (i * 5) % 9, 7, 7 + (i * 5) % 9)});
    certain.certain = certain.possible = QPolygonF({{0, 16}, {12, 16}, {12, 7}, {24, 7}, {24, 12}, {34, 12}});
    possible.possible = certain.certain;
    addStrip(content.density, tr(QT_TRANSLATE_NOOP("Treatybook", "records that begin")), bars);
    addStrip(content.certainCurve, tr(QT_TRANSLATE_NOOP("Treatybook", "in force")), certain);
    addStrip(content.possibleCurve, tr(QT_TRANSLATE_NOOP("Treatybook", "possibly in force")), possible);
    if (content.heat)
        add(tr(QT_TRANSLATE_NOOP("Treatybook", "the stronger, the more records")), BarWidth,
            [](QPainter &painter, const QRectF &place, const TimelineStyle &style) {
                HeatStrip heat;
                heat.most = 16;
                for (int i = 0; i < 5; ++i)
                    heat.cells.append({i, i, i * i, QRectF(place.left() + i * 7, place.center().y() - 5, 7, 10)});
                heat.paint(painter, style.accent, style);
            });
}

QStringList Legend::texts() const
{
    QStringList texts;
    for (const Entry &entry : m_entries)
        texts.append(entry.text);
    return texts;
}

void Legend::paint(QPainter &painter, QPointF topLeft, double width, const TimelineStyle &style) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(topLeft);
    flow(&painter, width, &style);
    painter.restore();
}

double Legend::flow(QPainter *painter, double width, const TimelineStyle *style) const
{
    const QFontMetricsF metrics(m_font);
    const double line = std::max(LineHeight, std::ceil(metrics.height() * 1.4));
    double x = 0, y = 0;
    for (const Entry &entry : m_entries) {
        const double sample = entry.width > 0 ? entry.width + SampleGap : 0;
        const QString text = fittingText(entry.text, metrics, width - sample); // subjects may have any length
        const double advance = metrics.horizontalAdvance(text);
        if (x > 0 && x + sample + advance > width) {
            x = 0;
            y += line;
        }
        if (painter) {
            if (entry.paint) {
                painter->save();
                entry.paint(*painter, QRectF(x, y + (line - LineHeight) / 2, entry.width, LineHeight), *style);
                painter->restore();
            }
            painter->setFont(m_font);
            painter->setPen(style->text);
            painter->drawText(QRectF(x + sample, y, advance, line), Qt::AlignVCenter | Qt::TextDontClip, text);
        }
        x += sample + advance + EntryGap;
    }
    return m_entries.isEmpty() ? 0 : y + line;
}

} // namespace Treatybook
