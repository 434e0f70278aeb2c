#include "timeline/rowlayout.h"

#include "domain/tr.h"
#include "timeline/labels.h"
#include "timeline/reach.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace Treatybook {

namespace {

constexpr double FringeWidth = Reach::Fringe; ///< of an unbounded side, which has no days to measure
constexpr double LeastBar = 6;
constexpr double DiamondSize = 13;
constexpr double PointSize = 9;
constexpr double RangeHeight = 5;
constexpr double CaptionInset = 7;
constexpr double ArrowRoom = 6;     ///< of a bar that was cut, beside the inset
constexpr double LeastCaption = 44; ///< an elided caption below that says nothing
constexpr double ToneSize = 9;      ///< of the sign before a title in the chart
constexpr double ToneRoom = ToneSize + 5;
constexpr double ElsewhereSize = 8, ElsewhereRoom = ElsewhereSize + 5;
constexpr double Overhang = 24; ///< how far pieces may reach beyond the window, so that coordinates stay small

constexpr double Full = 1, Later = 0.4, Hollow = 0.13, HollowLater = 0.06, PossibleShare = 0.45, Faint = 0.05;

class Layout
{
public:
    Layout(SceneRow &row, const SceneFrame &frame)
        : m_row(row)
        , m_frame(frame)
        , m_chart(frame.chart())
        , m_span(row.item.span)
        , m_room(m_chart)
        , m_font(frame.fonts().boldText)
        , m_small(frame.fonts().smallText)
    {
        const double height = std::floor(frame.rowHeight * 0.64);
        m_top = row.band.top() + std::floor((frame.rowHeight - height) / 2) - 1;
        m_height = height;
    }

    void run()
    {
        layOutSigns();
        sayWhereItLies();
        layOutCaption();
        layOutTitle();
    }

    void runBetween(const LinePlace &place)
    {
        m_line = &place;
        m_room.setLeft(std::max(m_room.left(), place.left));
        m_room.setRight(std::min(m_room.right(), place.right));
        layOutSigns();
        if (m_row.signs().isNull())
            return;
        layOutCaption();
        // Around what is drawn, so that neighbours on the line keep their own.
        const QRectF drawn = m_row.signs() | m_row.captionRect | m_row.toneRect | m_row.elsewhereRect;
        m_row.band.setLeft(drawn.left());
        m_row.band.setRight(drawn.right());
    }

private:
    void layOutSigns()
    {
        if (m_span.isDated())
            isPoint() ? layOutPoint(m_span.start) : layOutBar();
        layOutMarks();
    }

    double middle() const { return m_top + m_height / 2; }
    /// Where the day begins; the end of the last day is x(last + 1).
    double x(double day) const { return m_frame.x(day); }
    /// Widens what lies about the drawn pixels, in or out of the window.
    void reach(double left, double right)
    {
        m_left = std::min(m_left, left);
        m_right = std::max(m_right, right);
    }
    bool isInSight(double left, double right) const { return right > m_chart.left() && left < m_chart.right(); }

    /// What began and ended on the same day is one, whichever day that was.
    bool isPoint() const
    {
        const bool isBounded = m_span.start.earliest != NoDay && m_span.start.latest != NoDay;
        return m_span.point || (!m_span.event && isBounded && m_span.start == m_span.end);
    }

    void layOutPoint(DayRange when)
    {
        const bool openLeft = when.earliest == NoDay, openRight = when.latest == NoDay;
        const double known = x(openLeft ? when.latest : when.earliest);
        const double left = openLeft ? known - FringeWidth : known;
        const double right = openRight ? known + FringeWidth : x(when.latest + 1);
        if (!openLeft && !openRight && (when.earliest == when.latest || right - left <= DiamondSize + 1)) {
            placeDiamond((left + right) / 2);
            return;
        }
        reach(left, right);
        if (!isInSight(left, right))
            return;
        m_row.shape = RowShape::Range;
        const double height = std::floor(m_height / 2);
        const double top = middle() - height / 2;
        if (openLeft || openRight)
            addPiece(PieceKind::Fringe, left, right, openLeft ? Faint : PossibleShare, openLeft ? PossibleShare : Faint,
                     top, height);
        else
            addPiece(PieceKind::Possible, left, right, PossibleShare, PossibleShare, top, height);
        m_row.bar = clipped(left, right, top, height);
    }

    void placeDiamond(double centre)
    {
        reach(centre - DiamondSize / 2, centre + DiamondSize / 2);
        if (!isInSight(centre - DiamondSize / 2, centre + DiamondSize / 2))
            return;
        m_row.shape = RowShape::Diamond;
        m_row.bar = QRectF(centre - DiamondSize / 2, middle() - DiamondSize / 2, DiamondSize, DiamondSize);
    }

    void layOutBar()
    {
        const DayRange start = m_span.start, end = m_span.end;
        const bool noEnd = end.latest == NoDay;
        const bool noStart = start.earliest == NoDay;
        const double today = x(m_frame.today == NoDay ? MinDay : m_frame.today + 1);

        // Certain from `from` to `until`; possible from `first` to `last`.
        double from = start.latest != NoDay     ? x(start.latest)
                      : start.earliest != NoDay ? x(start.earliest) + FringeWidth
                                                : x(knownEnd());
        double until = end.earliest != NoDay ? x(end.earliest + 1) : from;
        const double first = noStart ? from - FringeWidth : x(start.earliest);
        double last = noEnd ? until : x(end.latest + 1);
        double possibleUntil = until;
        const bool isCut = m_line && m_line->isCut && noEnd;
        const double limit = isCut ? m_line->right - Arrangement::CutGap : std::numeric_limits<double>::max();
        if (noEnd && m_span.openEnd) {
            until = last = possibleUntil = std::max(until, std::min(limit, m_chart.right() + Overhang));
        } else if (noEnd) {
            possibleUntil = std::max({until, from, std::min(limit, today)});
            last = std::max(possibleUntil, std::min(limit, possibleUntil + FringeWidth));
        }
        const double centre = (first + last) / 2;
        last = std::max(last, first + LeastBar);
        from = std::min(from, last); // the fringe of an open beginning may be wider than the whole
        until = std::min(until, last);
        reach(first, last);
        if (!isInSight(first, last))
            return;

        if (m_span.event && !noEnd && !noStart && last - first < DiamondSize) {
            placeDiamond(centre);
            return;
        }
        m_row.shape = m_span.event ? RowShape::Period : m_span.hollow ? RowShape::Hollow : RowShape::Bar;
        m_row.endless = noEnd && m_span.openEnd;
        m_row.isCut = isCut;
        const double height = m_span.event ? std::floor(m_height / 2) : m_height;
        const double top = middle() - height / 2;

        if (from > until) { // no day is certain: the two fringes meet
            const double peak = std::clamp((from + until) / 2, first, last);
            from = until = possibleUntil = peak;
        } else if (end.latest != NoDay && until - from < LeastBar) {
            until = std::max(until, std::min(from + LeastBar, last));
        }
        const double core = strength(Full), possible = m_span.hollow ? core : core * PossibleShare;
        addSplit(PieceKind::Fringe, first, from, strength(Faint), core, today, top, height);
        addSplit(PieceKind::Core, from, until, core, core, today, top, height);
        if (possibleUntil > until)
            addSplit(PieceKind::Possible, until, possibleUntil, possible, possible, today, top, height);
        const double before = possibleUntil > until ? possible : core;
        addSplit(PieceKind::Fringe, std::max(until, possibleUntil), last, before, strength(Faint), today, top, height);
        m_row.bar = clipped(first, last, top, height);
        layOutOutline();
    }

    /// The part of a term before signature.
    void layOutOutline()
    {
        if (m_span.outline.earliest == NoDay || m_span.outline.latest == NoDay)
            return;
        const double left = x(m_span.outline.earliest), right = x(m_span.outline.latest + 1);
        reach(left, right);
        if (isInSight(left, right))
            m_row.outline = clipped(left, right, m_top, m_height);
    }

    Day knownEnd() const { return m_span.end.earliest != NoDay ? m_span.end.earliest : m_span.end.latest; }
    double strength(double share) const { return m_span.hollow ? share * Hollow : share; }
    double later(double value) const { return m_span.hollow ? value * HollowLater / Hollow : value * Later; }

    /// What lies after today is lighter.
    void addSplit(PieceKind kind, double left, double right, double from, double to, double today, double top,
                  double height)
    {
        if (right <= left)
            return;
        const double split = std::clamp(today, left, right);
        const double between = from + (to - from) * (split - left) / (right - left);
        addPiece(kind, left, split, from, between, top, height);
        addPiece(kind, split, right, later(between), later(to), top, height);
    }

    void addPiece(PieceKind kind, double left, double right, double from, double to, double top, double height)
    {
        const QRectF rect = clipped(left, right, top, height);
        if (right <= left || rect.width() <= 0)
            return;
        const double slope = (to - from) / (right - left);
        m_row.pieces.append({kind, rect, from + slope * (rect.left() - left), to + slope * (rect.right() - right)});
    }

    QRectF clipped(double left, double right, double top, double height) const
    {
        left = std::clamp(left, m_chart.left() - Overhang, m_chart.right() + Overhang);
        right = std::clamp(right, m_chart.left() - Overhang, m_chart.right() + Overhang);
        return {left, top, right - left, height};
    }

    void layOutMarks()
    {
        // Acts and events on a single day are their own sign already.
        const bool isOwnSign = m_row.shape == RowShape::Diamond || m_row.shape == RowShape::Range;
        for (const TimelinePoint &point : m_row.item.points) {
            if (isOwnSign && point.kind == PointKind::Signature && point.when == m_span.start)
                continue;
            addMark(point);
        }
    }

    void addMark(const TimelinePoint &point)
    {
        const bool openLeft = point.when.earliest == NoDay, openRight = point.when.latest == NoDay;
        const double known = x(openLeft ? point.when.latest : point.when.earliest);
        double left = openLeft ? known - FringeWidth : known;
        double right = openRight ? known + FringeWidth : x(point.when.latest + 1);
        Mark mark{point, {}, point.when.earliest != point.when.latest && right - left > PointSize + 2};
        if (!mark.isRange) {
            left = (left + right - PointSize) / 2;
            right = left + PointSize;
        }
        reach(left, right);
        if (!isInSight(left, right))
            return;
        const double height = mark.isRange ? RangeHeight : PointSize;
        mark.rect = clipped(left, right, m_top + m_height + 1 - height / 2, height);
        // A thousand deliveries in one pixel look like one.
        for (const Mark &other : std::as_const(m_row.marks)) {
            if (other.point.kind == point.kind && other.isRange == mark.isRange &&
                std::abs(other.rect.left() - left) < 1 && std::abs(other.rect.width() - mark.rect.width()) < 1)
                return;
        }
        m_row.marks.append(mark);
    }

    void sayWhereItLies()
    {
        if (m_left > m_right || !m_row.signs().isNull())
            return;
        m_row.liesLeft = m_right <= m_chart.left();
        m_row.liesRight = !m_row.liesLeft;
    }

    void layOutCaption()
    {
        const QString text = captionText();
        const double wanted = captionWidth(text);
        const double indent = m_row.liesLeft || m_row.liesRight ? 20 : CaptionInset;
        if (m_row.signs().isNull()) {
            // A row without a sign says so at the edge that its record lies beyond.
            const double width = std::min(wanted, m_chart.width() - 2 * indent);
            placeCaption(text, m_row.liesRight ? m_chart.right() - indent - width : m_chart.left() + indent, width,
                         m_font);
            return;
        }
        if (placeInside(text, wanted))
            return;
        const QRectF signs = m_row.signs();
        const double beside = captionWidth(text, m_small);
        const double left = std::max(signs.right(), m_room.left()) + CaptionInset;
        const double roomRight = m_room.right() - CaptionInset - left;
        const double roomLeft = std::min(signs.left(), m_room.right()) - m_room.left() - 2 * CaptionInset;
        const QString rest = m_line && !m_line->previous.isEmpty() ? distinctPart(text, m_line->previous) : QString();
        if (!rest.isEmpty() && roomRight < beside && placeInside(rest, captionWidth(rest)))
            return;
        // Within it more of a title can be read than beside it.
        const double inside = m_line ? (m_row.bar & m_room).width() - 2 * CaptionInset : 0;
        if (inside > 2 * LeastCaption && inside > std::max(roomRight, roomLeft) && roomRight < beside &&
            roomLeft < beside && placeInside(text, 2 * LeastCaption))
            return;
        // Half a title is worth having; half a status or date could be taken for another one.
        const double least = showsTitle() ? std::min(beside, LeastCaption) : beside;
        if (roomRight >= beside || (roomRight >= roomLeft && roomRight >= least))
            placeCaption(text, left, std::min(beside, roomRight), m_small);
        else if (roomLeft >= least)
            placeCaptionBefore(text, m_room.left() + CaptionInset + roomLeft, std::min(beside, roomLeft));
        else if (m_line && rest.isEmpty() && !placeInside(text, std::min(wanted, LeastCaption)))
            placeOnPlate(text);
    }

    /// Over parts that fade or are slim, with the ground behind it.
    void placeOnPlate(const QString &text)
    {
        const QRectF seen = m_row.bar & m_room;
        const double room = seen.width() - 2 * CaptionInset;
        if (room < LeastCaption)
            return;
        placeCaption(text, seen.left() + CaptionInset, std::min(room, captionWidth(text)), m_font);
        m_row.captionOnPlate = !m_row.caption.isEmpty();
    }

    /// What a title needs with its sign; a text longer than any line is not measured to its end.
    double captionWidth(const QString &text) const { return captionWidth(text, m_font); }
    double captionWidth(const QString &text, const MeasuredFont &font) const
    {
        constexpr int longest = 400;
        return std::ceil(font.width(text.size() > longest ? text.left(longest) : text)) + toneRoom() + elsewhereRoom();
    }
    /// Events have signs of their own already.
    double toneRoom() const { return showsTitle() && m_row.item.tone != Tone::Event ? ToneRoom : 0; }
    double elsewhereRoom() const { return m_line && m_line->isElsewhereToo ? ElsewhereRoom : 0; }

    QString captionText() const
    {
        if (m_row.item.isUndated())
            //: %1 is the title of a record
            return showsTitle() ? Treatybook::tr("%1 (no date)").arg(m_row.item.title) : Treatybook::tr("no date");
        const QString text = showsTitle() ? m_row.item.title : m_row.item.answer;
        return m_span.startApproximate || m_span.endApproximate ? Treatybook::tr("~ %1").arg(text) : text;
    }

    /// In a part of even colour, so that it can be read throughout: the fullest that has room, else the widest.
    bool placeInside(const QString &text, double wanted)
    {
        if (m_row.shape != RowShape::Bar && m_row.shape != RowShape::Hollow)
            return false;
        QRectF known;
        std::tuple<bool, double, double> best{false, 0, 0}; // fits, strength if so, room
        double left = 0, strength = 0;
        for (const Piece &piece : std::as_const(m_row.pieces)) {
            if (piece.kind == PieceKind::Fringe)
                continue;
            known |= piece.rect;
            // Hollow bars are so pale all over that the text may run across today.
            const QRectF seen = (m_row.shape == RowShape::Hollow ? known : piece.rect) & m_chart;
            const double room = seen.width() - 2 * CaptionInset - (m_row.isCut ? ArrowRoom : 0);
            const std::tuple candidate{room >= wanted, room >= wanted ? piece.from : 0, room};
            if (candidate > best) {
                best = candidate;
                left = seen.left() + CaptionInset;
                strength = piece.from;
            }
        }
        const double room = std::get<2>(best);
        const bool fillsWindow = showsTitle() && room > 0.7 * m_chart.width();
        if (!std::get<0>(best) && !fillsWindow)
            return false;
        placeCaption(text, left, m_line ? std::min(room, captionWidth(text)) : std::min(room, wanted), m_font);
        m_row.captionOnTone = strength > 0.9;
        return true;
    }

    bool showsTitle() const { return m_line || m_frame.gutterWidth <= 0; }

    void placeCaption(const QString &text, double left, double width, const MeasuredFont &font)
    {
        const double textWidth = width - toneRoom() - elsewhereRoom();
        m_row.caption = font.fitting(text, textWidth + 0.5);
        if (m_row.caption.isEmpty())
            return;
        m_row.captionRect = QRectF(left + toneRoom(), m_top, textWidth, m_height);
        if (toneRoom() > 0)
            m_row.toneRect = QRectF(left, middle() - ToneSize / 2, ToneSize, ToneSize);
        if (elsewhereRoom() > 0)
            m_row.elsewhereRect =
                QRectF(left + width - ElsewhereSize, middle() - ElsewhereSize / 2, ElsewhereSize, ElsewhereSize);
    }

    /// As it fits, its end at `right`, so that it is seen to belong to what follows.
    void placeCaptionBefore(const QString &text, double right, double width)
    {
        const double signsRoom = toneRoom() + elsewhereRoom();
        const QString fitting = m_small.fitting(text, width - signsRoom + 0.5);
        width = std::min(width, std::ceil(m_small.width(fitting)) + signsRoom);
        placeCaption(fitting, right - width, width, m_small);
    }

    void layOutTitle()
    {
        constexpr double glyphRoom = 28, inset = 8;
        const double width = m_frame.gutterWidth - glyphRoom - inset;
        if (width <= 0)
            return;
        m_row.title = m_frame.fonts().text.fitting(m_row.item.title, width);
        m_row.titleRect = QRectF(glyphRoom, m_row.band.top(), width, m_row.band.height());
    }

    SceneRow &m_row;
    const SceneFrame &m_frame;
    QRectF m_chart;
    const Span &m_span;
    QRectF m_room;                         ///< that the caption may use
    const LinePlace *m_line = nullptr;     ///< in lanes
    const MeasuredFont &m_font, &m_small;  ///< of captions on bars, and beside them
    double m_top = 0, m_height = 0;
    double m_left = std::numeric_limits<double>::max(), m_right = std::numeric_limits<double>::lowest();
};

} // namespace

SceneRow layOutRow(Slot slot, int row, double top, TimelineItem item, const SceneFrame &frame)
{
    SceneRow result;
    result.slot = slot;
    result.row = row;
    result.item = std::move(item);
    result.band = QRectF(0, top, frame.size.width(), frame.rowHeight);
    Layout(result, frame).run();
    return result;
}

SceneRow layOutOnLine(Slot slot, TimelineItem item, const LinePlace &place, const SceneFrame &frame)
{
    SceneRow result;
    result.slot = slot;
    result.item = std::move(item);
    result.band = QRectF(0, place.top, frame.size.width(), frame.rowHeight);
    Layout(result, frame).runBetween(place);
    return result;
}

} // namespace Treatybook
