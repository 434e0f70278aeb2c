#include "timeline/picturelayout.h"

#include "domain/tr.h"
#include "timeline/reach.h"
#include "timeline/scenepainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Treatybook {

namespace {

constexpr Day FiveYears = 1826;
constexpr size_t LeastLines = 2;      ///< of a group on a page: its name is as high
constexpr double WidestGutter = 0.36; ///< share of the width
constexpr double WidestOfGroups = 0.24;
constexpr double GutterRoom = 40; ///< pixels around a title
constexpr double TitleRoom = 32;  ///< around one in the chart, its sign included
constexpr double MostTitleRoom = 260;
constexpr int LongestTitle = 200; ///< letters that are measured

QString counted(const char *text, qsizetype count)
{
    return tr(text, nullptr, static_cast<int>(count));
}

bool isWithin(const Reach &reach, const DayRange &window)
{
    if (!reach.isDated())
        return true;
    const bool endsBefore = window.earliest != NoDay && reach.last < window.earliest && !reach.isEndless;
    return !endsBefore && (window.latest == NoDay || reach.first <= window.latest);
}

LegendContent contentOf(const Scene &scene, const Colouring &colouring)
{
    LegendContent content;
    content.colouring = &colouring;
    for (const SceneGroup &group : scene.groups()) {
        if (group.density) {
            content.density = content.density || !group.density->bars.isEmpty();
            content.certainCurve = content.certainCurve || !group.density->certain.isEmpty();
            content.possibleCurve = content.possibleCurve || group.density->possible != group.density->certain;
        }
        content.heat = content.heat || group.heat;
        content.badges = content.badges || !group.badges.isEmpty();
    }
    content.severalGroups =
        std::ranges::any_of(scene.rows(), [](const SceneRow &row) { return !row.elsewhereRect.isNull(); });
    return content;
}

} // namespace

PictureLayout::PictureLayout(const PictureInput &input, double width) : m_input(input), m_arranger(input.store)
{
    chooseRecords();
    // Without a height, so that Auto takes rows only where they are chosen here.
    m_frame = SceneFrame::suited(QSizeF(width, 0), input.font);
    m_frame.size.setHeight(m_frame.axisHeight);
    m_frame.asOf = input.asOf;
    m_frame.today = input.today;
    m_frame.locale = input.locale;

    TimelineChoices choices = input.choices;
    if (choices.encoding == Encoding::Auto && !input.inGroups && m_records.size() <= PictureInput::MostRows)
        choices.encoding = Encoding::Rows;
    m_arranger.setRecords(m_records);
    m_arranger.setChoices(choices);
    m_arranger.setOpensBadges(false);
    m_arranger.setLimitsLines(input.limitsLines);
    m_arranger.setDays(input.asOf, input.today);
    m_arranger.setLocale(input.locale);
    widenGutter();
    m_frame.scale = Scale::fitting(m_window.earliest, m_window.latest, m_frame.chart().width());
    leaveRoomForTitles();
    m_arrangement = m_arranger.arrangement(m_frame);
}

void PictureLayout::chooseRecords()
{
    std::optional<DayRange> all;
    for (const Slot slot : m_input.records) {
        const Reach reach = reachOf(slot);
        if (!isWithin(reach, m_input.window)) {
            ++m_outside;
            continue;
        }
        m_records.append(slot);
        if (reach.isDated())
            all = all ? DayRange{std::min(all->earliest, reach.first), std::max(all->latest, reach.last)}
                      : DayRange{reach.first, reach.last};
    }
    const Day day = m_input.asOf != NoDay    ? m_input.asOf
                    : m_input.today != NoDay ? m_input.today
                                             : dayNumber(2000, 1, 1);
    m_window = all.value_or(DayRange{day - FiveYears, day + FiveYears});
    if (m_input.window.earliest != NoDay)
        m_window = {m_input.window.earliest, std::max(m_window.latest, m_input.window.earliest)};
    if (m_input.window.latest != NoDay)
        m_window = {std::min(m_window.earliest, m_input.window.latest), m_input.window.latest};
}

/// Nobody can hover over a picture to read a title to its end.
void PictureLayout::widenGutter()
{
    if (m_frame.gutterWidth <= 0)
        return;
    double widest = 0, share = WidestGutter;
    const auto measure = [&](const QFontMetricsF &font, const QString &text) {
        widest = std::max(widest, std::ceil(font.horizontalAdvance(text.left(LongestTitle))) + GutterRoom);
    };
    if (m_arranger.isInRows(m_frame)) {
        const QFontMetricsF font(m_frame.font);
        for (const Slot slot : std::as_const(m_records))
            measure(font, m_input.store.record(slot).label().toString());
    } else {
        share = WidestOfGroups;
        const QFontMetricsF font(m_frame.boldFont());
        for (const TimelineGroup &group : m_arranger.grouping().groups)
            measure(font, group.label);
    }
    m_frame.gutterWidth = std::max(m_frame.gutterWidth, std::min(widest, std::floor(m_frame.size.width() * share)));
}

/// In lines, those that begin at the left edge and go on to the right have their titles left of them.
void PictureLayout::leaveRoomForTitles()
{
    if (m_arranger.isInRows(m_frame) || m_input.window.earliest != NoDay)
        return;
    const Scale scale = m_frame.scale;
    const QFontMetricsF font(m_frame.boldFont());
    double lacking = 0;
    for (const Slot slot : std::as_const(m_records)) {
        const Reach reach = reachOf(slot);
        if (!reach.isDated() || reach.left(scale) >= MostTitleRoom)
            continue;
        const Agreement &record = m_input.store.record(slot);
        const double label =
            std::min(font.horizontalAdvance(record.label().toString().left(LongestTitle)) + TitleRoom, MostTitleRoom);
        const double left = reach.left(scale), right = reach.right(scale);
        const bool fitsInside = !record.isEvent() && right - left >= label;
        if (!fitsInside && scale.width() - right < label)
            lacking = std::max(lacking, label - left);
    }
    const Scale narrower = Scale::fitting(m_window.earliest, m_window.latest, scale.width() - lacking);
    m_frame.scale =
        Scale(narrower.firstDay() - lacking / narrower.pixelsPerDay(), narrower.pixelsPerDay(), scale.width());
}

Reach PictureLayout::reachOf(Slot slot) const
{
    const Agreement &record = m_input.store.record(slot);
    return Treatybook::reachOf(spanOf(record, m_input.store.context(slot)), pointsOf(record), m_input.today);
}

QStringList PictureLayout::facts()
{
    const TimelineChoices &choices = m_arranger.choices();
    QStringList facts{counted(QT_TRANSLATE_N_NOOP("Treatybook", "%n record(s)"), m_input.records.size())};
    if (m_input.asOf != NoDay)
        facts.append(tr(QT_TRANSLATE_NOOP("Treatybook", "as of %1"))
                         .arg(displayText(Edtf::read(dayText(m_input.asOf)), m_input.locale)));
    if (const OurSide &side = m_input.store.side(); !side.isNone())
        facts.append(
            Treatybook::tr("for %1", "in whose view statuses are").arg(side.label(languageOf(m_input.locale))));
    if (!isRows()) {
        for (const GroupByInfo &info : groupByTable()) {
            if (info.by == choices.groupBy)
                facts.append(tr(QT_TRANSLATE_NOOP("Treatybook", "groups: %1")).arg(tr(info.label)));
        }
        const QList<TimelineGroup> &groups = m_arranger.grouping().groups;
        const auto hidden = std::ranges::count_if(
            groups, [&](const TimelineGroup &group) { return choices.hidden.contains(group.key); });
        if (hidden > 0)
            facts.append(counted(QT_TRANSLATE_N_NOOP("Treatybook", "%n group(s) hidden"), hidden));
        if (const qsizetype undated = m_arranger.undated().size(); undated > 0)
            facts.append(counted(QT_TRANSLATE_N_NOOP("Treatybook", "%n without a date"), undated));
    }
    if (const ColourByInfo &colours = colourByTable[static_cast<size_t>(choices.colourBy)];
        colours.value != ColourBy::Status)
        facts.append(tr(QT_TRANSLATE_NOOP("Treatybook", "colours: %1")).arg(tr(colours.label)));
    if (m_outside > 0)
        facts.append(counted(QT_TRANSLATE_N_NOOP("Treatybook", "%n outside these days"), m_outside));
    if (!m_input.filterWords.isEmpty())
        facts.append(tr(QT_TRANSLATE_NOOP("Treatybook", "Filter: %1")).arg(m_input.filterWords));
    return facts;
}

double PictureLayout::height() const
{
    return std::max(m_arrangement.height(), m_frame.rowHeight);
}

QList<double> PictureLayout::breaks() const
{
    QList<double> breaks;
    for (qsizetype row = 1; row < m_arrangement.rowRecords().size(); ++row)
        breaks.append(double(row) * m_arrangement.rowHeight());
    for (const Block &block : m_arrangement.blocks()) {
        const size_t above = block.hasBadges() ? 1 : 0, lines = above + block.lanes.size();
        for (size_t line = LeastLines; line + LeastLines <= lines; ++line)
            breaks.append(m_arrangement.laneTop(block, line - above));
        breaks.append(block.bottom());
    }
    if (breaks.isEmpty() || breaks.last() < height())
        breaks.append(height());
    return breaks;
}

Scene PictureLayout::scene(double from, double until)
{
    SceneFrame frame = m_frame;
    frame.scrollY = from;
    frame.size.setHeight(frame.axisHeight + until - from);
    return m_arranger.arrangedScene(frame);
}

void PictureLayout::paint(QPainter &painter, double from, double until)
{
    const Scene shown = scene(from, until);
    const ScenePainter scenePainter(shown, m_input.style);
    scenePainter.paintRows(painter);
    scenePainter.paintLines(painter);
    painter.save();
    if (m_arrangement.height() <= 0) {
        painter.setFont(m_frame.font);
        painter.setPen(m_input.style.dim);
        painter.drawText(shown.frame().chart(), Qt::AlignCenter,
                         m_outside > 0 ? tr(QT_TRANSLATE_NOOP("Treatybook", "No record lies in these days."))
                                       : tr(QT_TRANSLATE_NOOP("Treatybook", "No record matches.")));
    }
    painter.setPen(QPen(m_input.style.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(QPointF(), shown.frame().size).adjusted(-0.5, -0.5, 0.5, 0.5));
    painter.restore();
}

Legend PictureLayout::legend()
{
    const Scene shown = scene(0, height());
    return Legend(shown.rows(), shown.frame(), contentOf(shown, m_arranger.colouring()));
}

} // namespace Treatybook
