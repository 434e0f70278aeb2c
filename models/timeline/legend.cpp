#include "timeline/legend.h"

#include "timeline/glyphs.h"
#include "timeline/scenepainter.h"

#include <QCoreApplication>
#include <QPainter>

#include <set>

namespace Treatybook {

namespace {

constexpr double SampleWidth = 34, LineHeight = 22, EntryGap = 22, SampleGap = 7;

QString words(const char *text)
{
    return QCoreApplication::translate("Treatybook", text);
}

QString toneWords(Tone tone)
{
    switch (tone) {
    case Tone::InForce:
        return words(QT_TRANSLATE_NOOP("Treatybook", "In force or in effect"));
    case Tone::Signed:
        return words(QT_TRANSLATE_NOOP("Treatybook", "Signed"));
    case Tone::Pending:
        return words(QT_TRANSLATE_NOOP("Treatybook", "Proposed or negotiated"));
    case Tone::Act:
        return words(QT_TRANSLATE_NOOP("Treatybook", "Act: issued, announced, performed …"));
    case Tone::Suspended:
        return words(QT_TRANSLATE_NOOP("Treatybook", "Suspended"));
    case Tone::Over:
        return words(QT_TRANSLATE_NOOP("Treatybook", "Over"));
    case Tone::Unknown:
        return words(QT_TRANSLATE_NOOP("Treatybook", "Status unknown"));
    case Tone::Event:
        return words(QT_TRANSLATE_NOOP("Treatybook", "Event"));
    }
    return {};
}

QString pointWords(PointKind kind)
{
    switch (kind) {
    case PointKind::Signature:
        return words(QT_TRANSLATE_NOOP("Treatybook", "signature, announcement"));
    case PointKind::Consent:
        return words(QT_TRANSLATE_NOOP("Treatybook", "ratification, approval"));
    case PointKind::Entry:
        return words(QT_TRANSLATE_NOOP("Treatybook", "entry into force"));
    case PointKind::Delivery:
        return words(QT_TRANSLATE_NOOP("Treatybook", "delivery, payment, step"));
    case PointKind::Ending:
        return words(QT_TRANSLATE_NOOP("Treatybook", "notice, suspension, ending"));
    case PointKind::Other:
        return words(QT_TRANSLATE_NOOP("Treatybook", "other act"));
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

} // namespace

Legend::Legend(const QList<SceneRow> &rows, const SceneFrame &frame) : m_font(frame.smallFont())
{
    std::set<Tone> tones;
    std::set<PointKind> points;
    bool fades = false, hollow = false, possible = false, endless = false, outline = false, approximate = false;
    bool ranges = false;
    for (const SceneRow &row : rows) {
        const Span &span = row.item.span;
        tones.insert(row.item.tone);
        for (const Mark &mark : row.marks) {
            points.insert(mark.point.kind);
            ranges = ranges || mark.isRange;
        }
        fades =
            fades || (!span.point && span.isDated() && (span.start.earliest != span.start.latest || span.unknownEnd));
        possible = possible || (span.unknownEnd && !span.hollow);
        hollow = hollow || row.shape == RowShape::Hollow;
        endless = endless || row.endless;
        outline = outline || !row.outline.isNull();
        approximate = approximate || span.startApproximate || span.endApproximate;
        ranges = ranges || row.shape == RowShape::Range;
    }

    for (const Tone tone : tones)
        m_entries.append({tone, {}, {}, toneWords(tone)});
    const auto addBar = [this](bool used, const QString &text, const Span &span) {
        if (used)
            m_entries.append({{}, {}, span, text});
    };
    addBar(hollow, words(QT_TRANSLATE_NOOP("Treatybook", "signed, entry into force not known")),
           sample(on(2), on(31), &Span::hollow));
    addBar(fades, words(QT_TRANSLATE_NOOP("Treatybook", "somewhere in these days")), sample({0, 24}, on(33)));
    addBar(possible, words(QT_TRANSLATE_NOOP("Treatybook", "end not known")),
           sample(on(2), {8, NoDay}, &Span::unknownEnd));
    addBar(endless, words(QT_TRANSLATE_NOOP("Treatybook", "without end")), sample(on(2), {}, &Span::openEnd));
    Span late = sample(on(22), on(31));
    late.outline = {2, 21};
    addBar(outline, words(QT_TRANSLATE_NOOP("Treatybook", "term before signature")), late);
    addBar(ranges, words(QT_TRANSLATE_NOOP("Treatybook", "on an unknown day within")),
           sample({2, 31}, {2, 31}, &Span::point));
    for (const PointKind kind : points)
        m_entries.append({{}, kind, {}, pointWords(kind)});
    if (approximate)
        m_entries.append({{}, {}, {}, words(QT_TRANSLATE_NOOP("Treatybook", "~ approximate"))});
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
        const bool isBar = entry.sample.isDated();
        const double sample = isBar ? SampleWidth + SampleGap : entry.tone || entry.point ? 14 + SampleGap : 0;
        const double text = metrics.horizontalAdvance(entry.text);
        if (x > 0 && x + sample + text > width) {
            x = 0;
            y += line;
        }
        if (painter) {
            paintSample(*painter, QPointF(x, y + (line - LineHeight) / 2), entry, *style);
            painter->setFont(m_font);
            painter->setPen(style->text);
            painter->drawText(QRectF(x + sample, y, text, line), Qt::AlignVCenter | Qt::TextDontClip, entry.text);
        }
        x += sample + text + EntryGap;
    }
    return m_entries.isEmpty() ? 0 : y + line;
}

void Legend::paintSample(QPainter &painter, QPointF topLeft, const Entry &entry, const TimelineStyle &style) const
{
    const QPointF centre = topLeft + QPointF(7, LineHeight / 2);
    if (entry.tone)
        Glyphs::paintTone(painter, centre, 10, *entry.tone, style);
    else if (entry.point)
        Glyphs::paintPoint(painter, centre, 9, *entry.point, style.text, style.ground);
    if (!entry.sample.isDated())
        return;
    SceneFrame frame;
    frame.size = QSizeF(SampleWidth, LineHeight);
    frame.gutterWidth = frame.axisHeight = 0;
    frame.rowHeight = LineHeight;
    frame.font = m_font;
    frame.today = entry.sample.unknownEnd ? 22 : MaxDay;
    frame.scale = Scale(0, 1, SampleWidth);
    TimelineItem item;
    item.span = entry.sample;
    item.tone = Tone::Signed;
    const Scene scene(
        {0}, [&item](Slot) { return item; }, frame);
    painter.save();
    painter.translate(topLeft);
    ScenePainter(scene, style).paintSigns(painter);
    painter.restore();
}

} // namespace Treatybook
