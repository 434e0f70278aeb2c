#include "timeline/arranger.h"

#include <cmath>

namespace Treatybook {

namespace {

constexpr qsizetype MostItems = 4000; ///< kept; more than any window shows
constexpr double LongestLabel = 230;  ///< pixels that a title may ask of its line
constexpr double ToneSignRoom = 14;

/// The zoom that lines are packed for: the nearest step below, at which everything has a little less room.
double zoomStep(double pixelsPerDay)
{
    return std::exp2(std::floor(std::log2(pixelsPerDay) * 2) / 2);
}

ArrangementMetrics metricsOf(const SceneFrame &frame)
{
    ArrangementMetrics metrics;
    metrics.rowHeight = frame.rowHeight;
    metrics.groupHeight = std::ceil(frame.rowHeight * 1.6);
    metrics.densityHeight = std::ceil(frame.rowHeight * 2.6);
    metrics.headHeight = frame.gutterWidth > 0 ? 0 : frame.rowHeight;
    metrics.width = frame.chart().width();
    metrics.page = frame.chart().height();
    return metrics;
}

} // namespace

void Arranger::setRecords(const QList<Slot> &records)
{
    if (records.isSharedWith(m_records))
        return;
    m_records = records;
    m_isSorted = m_isGrouped = m_isColoured = m_isArranged = false;
}

void Arranger::setChoices(const TimelineChoices &choices)
{
    if (choices == m_choices)
        return;
    m_isGrouped = m_isGrouped && choices.groupBy == m_choices.groupBy;
    m_isColoured = m_isColoured && choices.colourBy == m_choices.colourBy;
    m_isArranged = false;
    m_choices = choices;
}

void Arranger::setOpensBadges(bool on)
{
    m_opensBadges = on; // the request of the next arrangement differs
}

void Arranger::setLimitsLines(bool on)
{
    m_limitsLines = on;
}

void Arranger::setDays(Day asOf, Day today)
{
    if (asOf == m_asOf && today == m_today)
        return;
    if (today != m_today) {
        m_measures.clear();
        m_groupMeasures.clear();
        m_densities.clear();
        m_isArranged = false;
    }
    if (m_choices.groupBy == GroupBy::Status)
        m_isGrouped = m_isArranged = false;
    m_asOf = asOf;
    m_today = today;
    m_items.clear();
}

void Arranger::setLocale(const QLocale &locale)
{
    if (locale == m_locale)
        return;
    m_locale = locale;
    forgetRecords();
}

void Arranger::forgetRecords()
{
    m_items.clear();
    m_measures.clear();
    m_isSorted = m_isGrouped = m_isColoured = m_isArranged = false;
}

bool Arranger::isInRows(const SceneFrame &frame) const
{
    return Arrangement::isInRows(m_records.size(), m_choices.encoding, metricsOf(frame));
}

void Arranger::sort()
{
    if (m_isSorted)
        return;
    m_dated = byFirstDay(m_store, m_records);
    m_isSorted = true;
}

const Grouping &Arranger::grouping()
{
    sort();
    if (!m_isGrouped) {
        m_grouping = groupingOf(m_store, m_dated.dated, m_choices.groupBy, m_asOf, m_locale);
        m_isGrouped = true;
        m_isDenseKnown = false;
        m_densities.clear();
        m_groupMeasures.clear();
    }
    return m_grouping;
}

const Colouring &Arranger::colouring()
{
    if (!m_isColoured) {
        // As a constant: a span of the list itself would detach it, and it would look like another one ever after.
        m_colouring = Colouring(m_store, std::as_const(m_records), m_choices.colourBy, languageOf(m_locale));
        m_isColoured = true;
    }
    return m_colouring;
}

const QList<Slot> &Arranger::undated()
{
    sort();
    return m_dated.undated;
}

const Arrangement &Arranger::arrangement(const SceneFrame &frame)
{
    if (frame.font != m_font) {
        m_font = frame.font;
        m_bold = frame.fonts().boldText.metrics();
        m_measures.clear();
        m_groupMeasures.clear();
        m_isArranged = false;
    }
    const ArrangementRequest request = requestOf(frame);
    const bool rows = isInRows(frame);
    const bool same = rows == m_arrangement.isRows() &&
                      (rows ? m_arranged.metrics.rowHeight == request.metrics.rowHeight : m_arranged == request);
    if (m_isArranged && same)
        return m_arrangement;
    keepStep();
    const auto step = std::ranges::find(m_steps, request, &Step::request);
    if (rows) {
        m_arrangement = Arrangement::rows(m_records, frame.rowHeight);
    } else if (step != m_steps.end()) {
        m_arrangement = std::move(step->arrangement);
        m_steps.erase(step);
    } else {
        const auto like = std::ranges::find_if(m_steps, [&](const Step &one) { return one.request.isLike(request); });
        m_arrangement = Arrangement(
            m_records, grouping(), [this](int group) -> const GroupMeasures & { return measures(group); }, request,
            like == m_steps.end() ? nullptr : &like->arrangement);
    }
    m_arranged = request;
    m_isArranged = true;
    ++m_generation;
    return m_arrangement;
}

ArrangementRequest Arranger::requestOf(const SceneFrame &frame)
{
    ArrangementRequest request;
    request.choices = m_choices;
    request.pixelsPerDay = zoomStep(frame.scale.pixelsPerDay());
    request.metrics = metricsOf(frame);
    request.opensBadges = m_opensBadges;
    request.limitsLines = m_limitsLines;
    if (m_choices.encoding != Encoding::Auto || isInRows(frame))
        return request;
    const Grouping &groups = grouping();
    const int at = halfWindow(request, m_goal.value_or(frame.scale).firstDay());
    if (!m_isDenseKnown || at != m_denseAt || request != m_denseFor) {
        m_dense = denseGroups(groups, request, at);
        m_denseFor = request;
        m_denseAt = at;
        m_isDenseKnown = true;
    }
    request.dense = m_dense;
    return request;
}

/// Somebody who zooms in and out comes by the same steps again.
void Arranger::keepStep()
{
    constexpr size_t most = 4;
    if (!m_isArranged) {
        m_steps.clear();
    } else if (!m_arrangement.isRows()) {
        m_steps.push_back({m_arranged, std::move(m_arrangement)});
        if (m_steps.size() > most)
            m_steps.erase(m_steps.begin());
    }
}

Scene Arranger::scene(const SceneFrame &frame)
{
    arrangement(frame);
    return arrangedScene(frame);
}

Scene Arranger::arrangedScene(const SceneFrame &frame)
{
    const Arrangement &arranged = m_arrangement;
    if (m_items.size() > MostItems)
        m_items.clear();
    colouring();
    const Grouping none;
    return Scene(
        arranged, arranged.isRows() ? none : grouping(), [this](Slot slot) { return item(slot); },
        [this](int group) -> const DensityDays & { return density(group); }, frame);
}

LaneMeasure Arranger::measure(Slot slot) const
{
    const Agreement &record = m_store.record(slot);
    const Span span = spanOf(record, m_store.context(slot));
    const double width = m_bold.horizontalAdvance(record.label().toString().left(80)) + ToneSignRoom;
    return {reachOf(span, pointsOf(record), m_today), reachOf(span, {}, m_today), float(std::min(width, LongestLabel))};
}

/// Side by side: to fetch them from all over the memory would take longer than to pack them.
const GroupMeasures &Arranger::measures(int group)
{
    const auto known = m_groupMeasures.find(group);
    if (known != m_groupMeasures.end())
        return known->second;
    m_measures.resize(m_store.slotCount(), {{}, {}, -1});
    const QList<Slot> &records = m_grouping.groups.at(group).records;
    std::vector<LaneMeasure> all;
    all.reserve(size_t(records.size()));
    for (const Slot slot : records) {
        if (m_measures[slot].label < 0)
            m_measures[slot] = measure(slot);
        all.push_back(m_measures[slot]);
    }
    return m_groupMeasures.emplace(group, GroupMeasures(std::move(all))).first->second;
}

const DensityDays &Arranger::density(int group)
{
    auto known = m_densities.find(group);
    if (known == m_densities.end())
        known = m_densities.emplace(group, DensityDays(m_store, m_grouping.groups.at(group).records, m_today)).first;
    return known->second;
}

TimelineItem Arranger::item(Slot slot)
{
    auto known = m_items.constFind(slot);
    if (known == m_items.constEnd())
        known = m_items.insert(
            slot, itemOf(m_store.record(slot), m_store.context(slot), m_store.timeline(slot).on(m_asOf), m_locale));
    TimelineItem item = *known;
    item.category = m_colouring.isByStatus() ? -1 : m_colouring.categoryOf(slot);
    return item;
}

} // namespace Treatybook
