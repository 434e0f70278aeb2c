#include "randomgroups.h"
#include "support/testregistry.h"
#include "timeline/arrangement.h"

#include <QTest>

#include <cmath>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// Who stands on which line.
class TstArrangement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mostWithinAWindow();
    void autoIsRowsWhileAllFit();
    void rowsKeepTheOrderOfTheTable();
    void everyRecordOnceAGroup();
    void blocksStandOneBelowTheOther();
    void nothingOverlapsAtAnyZoomOfTheStep();
    void tailsGiveWayWhereLinesAreFew();
    void tailsGoOnBehindTheNext();
    void chainsLieOnOneLine();
    void levelsLieBelowEachOther();
    void autoIsDensityWhereRecordsHaveTooFewPixels();
    void groupsThatStayAreTakenOver();
    void whatFoundNoLineIsInABadge();
    void onPaperNoLineIsTooMany();
    void shortLinksOfAChainDoNotCoverEachOther();
    void foldedAndHidden();
    void placesAndNeighbours();
    void nothing();

private:
    ArrangementRequest request(Encoding encoding)
    {
        ArrangementRequest request;
        request.choices.encoding = encoding;
        request.pixelsPerDay = std::exp(m_random.real(std::log(0.002), std::log(4.0)));
        request.metrics.width = m_random.real(200, 2000);
        request.metrics.headHeight = m_random.chance(30) ? 28 : 0;
        return request;
    }

    RandomItems m_random{71};
};

namespace {

Arrangement arranged(const RandomGroups &groups, const ArrangementRequest &request)
{
    return Arrangement(groups.records, groups.grouping, groups.measure(), request);
}

/// Every record that a block holds, as often as it does.
QList<Slot> recordsOf(const Block &block)
{
    QList<Slot> all;
    for (const auto &line : block.lanes) {
        for (const Slot slot : line)
            all.append(slot);
    }
    for (const Overflow &overflow : block.overflow)
        all += overflow.records;
    std::ranges::sort(all);
    return all;
}

QList<Slot> sorted(QList<Slot> records)
{
    std::ranges::sort(records);
    return records;
}

double barLeft(const Reach &bar, const Scale &scale)
{
    return scale.x(bar.first) - (bar.isOpenLeft ? Reach::Fringe : 0);
}

double barRight(const Reach &bar, const Scale &scale)
{
    return bar.isEndless ? std::numeric_limits<double>::infinity()
                         : scale.x(bar.last + 1.0) + (bar.isOpenRight ? Reach::Fringe : 0);
}

} // namespace

void TstArrangement::mostWithinAWindow()
{
    for (int round = 0; round < 200; ++round) {
        std::vector<Day> days;
        for (int i = m_random.number(60); i > 0; --i)
            days.push_back(m_random.number(500));
        std::ranges::sort(days);
        const double window = m_random.real(0, 200);
        int most = 0;
        for (const Day from : days) {
            most = std::max(most, int(std::ranges::count_if(
                                      days, [&](Day day) { return day >= from && double(day) <= from + window; })));
        }
        QCOMPARE(mostWithin(days, window), most);
    }
}

void TstArrangement::autoIsRowsWhileAllFit()
{
    ArrangementMetrics metrics;
    metrics.rowHeight = 30;
    metrics.page = 300;
    QVERIFY(Arrangement::isInRows(10, Encoding::Auto, metrics));
    QVERIFY(!Arrangement::isInRows(11, Encoding::Auto, metrics));
    QVERIFY(Arrangement::isInRows(100000, Encoding::Rows, metrics));
    QVERIFY(!Arrangement::isInRows(1, Encoding::Lanes, metrics));
    QVERIFY(!Arrangement::isInRows(1, Encoding::Density, metrics));
}

void TstArrangement::rowsKeepTheOrderOfTheTable()
{
    const Arrangement rows = Arrangement::rows({7, 3, 5}, 20);
    QVERIFY(rows.isRows() && rows.blocks().empty());
    QCOMPARE(rows.height(), 60.0);
    QCOMPARE(rows.topOf(3), 20.0);
    QVERIFY(!rows.topOf(4) && !rows.placeOf(3));
}

void TstArrangement::everyRecordOnceAGroup()
{
    int inLines = 0, inBadges = 0;
    for (int round = 0; round < 60; ++round) {
        const RandomGroups groups(m_random, m_random.number(400), 1 + m_random.number(5));
        for (const Encoding encoding : {Encoding::Lanes, Encoding::Auto, Encoding::Density}) {
            ArrangementRequest asked = request(encoding);
            asked.metrics.page = 0;
            for (const TimelineGroup &group : groups.grouping.groups) {
                if (m_random.chance(15))
                    asked.choices.hidden.insert(group.key);
                if (m_random.chance(15))
                    asked.choices.collapsed.insert(group.key);
            }
            asked.dense = denseGroups(groups.grouping, asked, halfWindow(asked, m_random.day()));
            const Arrangement arrangement = arranged(groups, asked);
            if (arrangement.isRows())
                continue; // of nothing at all
            auto block = arrangement.blocks().begin();
            for (int i = 0; i < groups.grouping.groups.size(); ++i) {
                const TimelineGroup &group = groups.grouping.groups.at(i);
                if (asked.choices.hidden.contains(group.key))
                    continue;
                QVERIFY(block != arrangement.blocks().end());
                QCOMPARE(block->group, i);
                const bool isStrip = block->shape == BlockShape::Density || block->shape == BlockShape::Collapsed;
                QCOMPARE(recordsOf(*block), isStrip ? QList<Slot>() : sorted(group.records));
                for (const auto &line : block->lanes)
                    inLines += int(line.size());
                for (const Overflow &overflow : block->overflow)
                    inBadges += int(overflow.records.size());
                ++block;
            }
            QVERIFY(block == arrangement.blocks().end());
        }
    }
    QVERIFY(inLines > 5000 && inBadges > 1000);
}

void TstArrangement::blocksStandOneBelowTheOther()
{
    for (int round = 0; round < 40; ++round) {
        const RandomGroups groups(m_random, 1 + m_random.number(300), 1 + m_random.number(5));
        ArrangementRequest asked = request(m_random.chance(50) ? Encoding::Lanes : Encoding::Auto);
        asked.metrics.page = 0;
        asked.choices.collapsed = {u"group 1"_s};
        const Arrangement arrangement = arranged(groups, asked);
        double top = 0;
        for (const Block &block : arrangement.blocks()) {
            QCOMPARE(block.top, top);
            QVERIFY(block.height > 0);
            top = block.bottom();
            double above = block.top + asked.metrics.headHeight;
            if (block.hasBadges()) {
                QVERIFY(arrangement.badgeTop(block) >= above);
                above = arrangement.badgeTop(block) + asked.metrics.rowHeight;
                QVERIFY(above <= block.bottom());
            }
            for (size_t line = 0; line < block.lanes.size(); ++line) {
                QVERIFY(arrangement.laneTop(block, line) >= above);
                QVERIFY(arrangement.laneTop(block, line) + asked.metrics.rowHeight <= block.bottom());
            }
            QVERIFY(block.lanes.size() <= size_t(Arrangement::MostLanes));
        }
        QCOMPARE(arrangement.height(), top);
    }
}

void TstArrangement::nothingOverlapsAtAnyZoomOfTheStep()
{
    int pairs = 0, cut = 0;
    for (int round = 0; round < 60; ++round) {
        const RandomGroups groups(m_random, 300, 1 + m_random.number(5));
        const ArrangementRequest asked = request(Encoding::Lanes);
        const Arrangement arrangement = arranged(groups, asked);
        for (const double factor : {1.0, 1.1, 1.2, 1.3, 1.41}) {
            const Scale scale(m_random.day(), asked.pixelsPerDay * factor, asked.metrics.width);
            for (const Block &block : arrangement.blocks()) {
                for (const auto &line : block.lanes) {
                    for (size_t i = 1; i < line.size(); ++i) {
                        const LaneMeasure &before = groups.measures[line[i - 1]], &after = groups.measures[line[i]];
                        ++pairs;
                        const bool isCut =
                            std::ranges::find(block.ongoing, line[i - 1], &Ongoing::slot) != block.ongoing.end();
                        if (isCut) { // a stump is there, and the title has room on what is drawn
                            ++cut;
                            QVERIFY(before.reach.hasTail());
                            if (groups.grouping.chainOf(line[i - 1]) < 0 && groups.grouping.chainOf(line[i]) < 0) {
                                QVERIFY(before.reach.rightOfStump(scale) <= after.reach.left(scale) + 1e-6);
                                QVERIFY(after.reach.left(scale) - before.reach.left(scale) >= double(before.label));
                            }
                            continue;
                        }
                        if (before.bar.isDated() && after.bar.isDated())
                            QVERIFY(barRight(before.bar, scale) <= barLeft(after.bar, scale) + 1e-6);
                        const int chain = groups.grouping.chainOf(line[i]);
                        if (chain >= 0 && chain == groups.grouping.chainOf(line[i - 1]))
                            continue; // acts of a chain may hang over
                        if (groups.grouping.chainOf(line[i - 1]) < 0 && chain < 0)
                            QVERIFY(before.reach.right(scale) <= after.reach.left(scale) + 1e-6);
                        // The title has room on the bar or after it.
                        const double room = after.reach.left(scale) - before.reach.right(scale);
                        const double own = before.reach.right(scale) - before.reach.left(scale);
                        if (groups.grouping.chainOf(line[i - 1]) < 0 && chain < 0)
                            QVERIFY(std::max(room, own) + 1e-6 >= double(before.label));
                    }
                }
            }
        }
    }
    QVERIFY(pairs > 10000);
    QVERIFY(cut > 1000);
}

/// A treaty every hundred days, none of which ever ends.
void TstArrangement::tailsGiveWayWhereLinesAreFew()
{
    for (const bool isEndless : {true, false}) {
        for (const int count : {Arrangement::MostLanes, Arrangement::MostLanes + 1, 300}) {
            RandomGroups groups(m_random, 0, 1);
            for (Slot slot = 0; slot < Slot(count); ++slot) {
                Span span;
                span.start = {Day(100 * slot), Day(100 * slot)};
                (isEndless ? span.openEnd : span.unknownEnd) = true;
                const Reach reach = reachOf(span, {}, 1000000);
                groups.measures.push_back({reach, reach, 150});
                groups.records.append(slot);
                groups.grouping.chains.push_back(-1);
                groups.grouping.groups[0].records.append(slot);
                groups.grouping.groups[0].firsts.push_back(reach.first);
                groups.grouping.groups[0].chains.push_back(-1);
            }
            ArrangementRequest asked;
            asked.choices.encoding = Encoding::Lanes;
            asked.pixelsPerDay = 0.1; // ten pixels from one to the next, and 24 lines: there is room for their titles
            const Arrangement arrangement = arranged(groups, asked);
            const Block &block = arrangement.blocks().front();
            QCOMPARE(recordsOf(block), groups.records);
            QVERIFY(block.overflow.empty());
            QCOMPARE(block.lanes.size(), size_t(Arrangement::MostLanes));
            // The last ones keep their lines; each of the others gives way to the one that needs it, the oldest first.
            QCOMPARE(int(block.ongoing.size()), count - Arrangement::MostLanes);
            for (size_t i = 0; i < block.ongoing.size(); ++i) {
                QCOMPARE(block.ongoing[i].slot, Slot(i));
                QCOMPARE(block.ongoing[i].since, Day(100 * (Arrangement::MostLanes + int(i))));
                QCOMPARE(block.ongoing[i].until, isEndless ? MaxDay : Day(1000000));
                QCOMPARE(arrangement.cutOf(Slot(i)), std::optional(block.ongoing[i].since));
            }
            QVERIFY(!arrangement.cutOf(Slot(count - 1)));
            QVERIFY(!arrangement.cutOf(Slot(count)));

            // On paper tails keep their lines where few would go without, and else there are as many as titles need.
            asked.opensBadges = asked.limitsLines = false;
            const Block few = arranged(groups, asked).blocks().front();
            QCOMPARE(int(few.lanes.size()), count == 300 ? Arrangement::MostLanes : count);
            QVERIFY(few.overflow.empty());
            asked.pixelsPerDay = 0.06;
            const Block close = arranged(groups, asked).blocks().front();
            QVERIFY(close.overflow.empty());
            if (count == 300)
                QCOMPARE(int(close.lanes.size()), 2 * Arrangement::MostLanes);
        }
    }
}

/// What goes on unseen is what the next one on its line cuts and what stands in a badge, and nothing else.
void TstArrangement::tailsGoOnBehindTheNext()
{
    int cut = 0;
    for (int round = 0; round < 60; ++round) {
        const RandomGroups groups(m_random, m_random.number(400), 1 + m_random.number(3));
        const ArrangementRequest asked = request(Encoding::Lanes);
        const Arrangement arrangement = arranged(groups, asked);
        const Scale scale(0, asked.pixelsPerDay, asked.metrics.width);
        for (const Block &block : arrangement.blocks()) {
            std::vector<std::pair<Day, Slot>> expected, told;
            for (const auto &line : block.lanes) {
                for (size_t i = 1; i < line.size() && block.cutsTails; ++i) {
                    const Reach &before = groups.measures[line[i - 1]].reach, &after = groups.measures[line[i]].reach;
                    if (before.hasTail() && before.right(scale) > after.left(scale))
                        expected.emplace_back(std::max(after.first, groups.measures[line[i - 1]].bar.lastKnown + 1),
                                              line[i - 1]);
                }
            }
            for (const Overflow &overflow : block.overflow) {
                for (const Slot slot : overflow.records)
                    expected.emplace_back(overflow.first, slot);
            }
            for (const Ongoing &ongoing : block.ongoing)
                told.emplace_back(ongoing.since, ongoing.slot);
            QVERIFY(std::ranges::is_sorted(block.ongoing, {}, &Ongoing::since));
            std::ranges::sort(expected);
            std::ranges::sort(told);
            QCOMPARE(told, expected);
            cut += int(told.size());
        }
    }
    QVERIFY(cut > 1000);
}

void TstArrangement::chainsLieOnOneLine()
{
    // Three plans, one after the other, and what else there is at the time.
    RandomGroups groups(m_random, 0, 1);
    const auto add = [&](int from, int until, int chain) {
        Span span;
        span.start = {dayNumber(from, 1, 1), dayNumber(from, 1, 1)};
        span.end = {dayNumber(until, 12, 31), dayNumber(until, 12, 31)};
        const Slot slot = Slot(groups.measures.size());
        const Reach reach = reachOf(span, {}, NoDay);
        groups.measures.push_back({reach, reach, 200});
        groups.records.append(slot);
        groups.grouping.chains.push_back(chain);
        groups.grouping.groups[0].records.append(slot);
        groups.grouping.groups[0].firsts.push_back(reach.first);
        groups.grouping.groups[0].chains.push_back(chain);
    };
    add(2011, 2030, -1);
    add(2014, 2016, 1);
    add(2015, 2015, -1);
    add(2017, 2019, 1);
    add(2020, 2022, 1);
    ArrangementRequest asked;
    asked.choices.encoding = Encoding::Lanes;
    const Arrangement arrangement = arranged(groups, asked);
    QCOMPARE(arrangement.placeOf(1)->lane, arrangement.placeOf(3)->lane);
    QCOMPARE(arrangement.placeOf(1)->lane, arrangement.placeOf(4)->lane);
    QVERIFY(arrangement.placeOf(2)->lane != arrangement.placeOf(1)->lane);
}

void TstArrangement::levelsLieBelowEachOther()
{
    for (int round = 0; round < 40; ++round) {
        const RandomGroups groups(m_random, 100, 1); // a family
        const Arrangement arrangement = arranged(groups, request(Encoding::Lanes));
        const TimelineGroup &family = groups.grouping.groups.first();
        size_t level = 0;
        for (const auto &line : arrangement.blocks().front().lanes) {
            size_t own = 0;
            for (const Slot slot : line) {
                own = family.levels[size_t(family.records.indexOf(slot))];
                QVERIFY(own >= level);
            }
            level = own;
        }
    }
}

void TstArrangement::autoIsDensityWhereRecordsHaveTooFewPixels()
{
    int dense = 0, loose = 0;
    for (int round = 0; round < 60; ++round) {
        const RandomGroups groups(m_random, 50 + m_random.number(700), 1 + m_random.number(3));
        ArrangementRequest asked = request(Encoding::Auto);
        asked.metrics.page = 0;
        asked.metrics.width = m_random.real(100, 1000);
        const Day first = m_random.day();
        const int at = halfWindow(asked, first);
        const double half = asked.metrics.width / asked.pixelsPerDay / 2;
        QVERIFY(at * half <= first && (at + 1) * half > first);
        asked.dense = denseGroups(groups.grouping, asked, at);
        const Arrangement arrangement = arranged(groups, asked);
        for (const Block &block : arrangement.blocks()) {
            const TimelineGroup &group = groups.grouping.groups.at(block.group);
            // In the windows that begin from half a window before until one after, each as wide as the picture.
            const double window = asked.metrics.width / asked.pixelsPerDay, from = (at - 1) * window / 2;
            std::vector<Day> near;
            std::ranges::copy_if(group.firsts, std::back_inserter(near),
                                 [&](Day day) { return double(day) >= from && double(day) <= from + 2.5 * window; });
            const double most = mostWithin(near, window);
            const bool isDense = most * Arrangement::PixelsPerItem > asked.metrics.width;
            QCOMPARE(block.shape, isDense ? BlockShape::Density : BlockShape::Lanes);
            ++(isDense ? dense : loose);
        }
        asked.choices.encoding = Encoding::Lanes;
        const Arrangement lanes = arranged(groups, asked);
        for (const Block &block : lanes.blocks())
            QCOMPARE(block.shape, BlockShape::Lanes);
    }
    QVERIFY(dense > 10 && loose > 10);
}

void TstArrangement::groupsThatStayAreTakenOver()
{
    int taken = 0, packed = 0;
    for (int round = 0; round < 60; ++round) {
        const RandomGroups groups(m_random, 50 + m_random.number(300), 1 + m_random.number(6));
        ArrangementRequest asked = request(Encoding::Auto);
        asked.metrics.page = 0;
        const auto choose = [&] {
            asked.dense.clear();
            for (qsizetype i = 0; i < groups.grouping.groups.size(); ++i)
                asked.dense.push_back(m_random.chance(40));
        };
        for (const TimelineGroup &group : groups.grouping.groups) {
            if (m_random.chance(15))
                (m_random.chance(50) ? asked.choices.hidden : asked.choices.collapsed).insert(group.key);
        }
        choose();
        const ArrangementRequest before = asked;
        const Arrangement former = arranged(groups, before);
        choose();
        QVERIFY(asked.isLike(before));
        QSet<int> measured;
        const MeasureSource measure = groups.measure();
        const Arrangement now(
            groups.records, groups.grouping,
            [&](int group) -> const GroupMeasures & {
                measured.insert(group);
                return measure(group);
            },
            asked, &former);
        const Arrangement fresh = arranged(groups, asked);
        QCOMPARE(now.height(), fresh.height());
        QCOMPARE(now.blocks().size(), fresh.blocks().size());
        for (size_t i = 0; i < now.blocks().size(); ++i) {
            const Block &one = now.blocks()[i], &other = fresh.blocks()[i];
            QCOMPARE(one.group, other.group);
            QCOMPARE(one.shape, other.shape);
            QCOMPARE(one.top, other.top);
            QCOMPARE(one.height, other.height);
            QVERIFY(one.lanes == other.lanes);
            QCOMPARE(one.ongoing.size(), other.ongoing.size());
            QCOMPARE(recordsOf(one), recordsOf(other));
            if (one.shape != BlockShape::Lanes)
                continue;
            const bool wasPacked = !before.dense[size_t(one.group)];
            QCOMPARE(measured.contains(one.group), !wasPacked);
            ++(wasPacked ? taken : packed);
        }
    }
    QVERIFY(taken > 30 && packed > 20);
    ArrangementRequest zoomed = request(Encoding::Auto), other = zoomed;
    other.pixelsPerDay *= 2;
    QVERIFY(!zoomed.isLike(other));
}

void TstArrangement::whatFoundNoLineIsInABadge()
{
    for (int round = 0; round < 40; ++round) {
        const RandomGroups groups(m_random, 400, 1);
        ArrangementRequest asked = request(Encoding::Lanes);
        const Arrangement arrangement = arranged(groups, asked);
        const Scale scale(0, asked.pixelsPerDay, asked.metrics.width);
        const Block &block = arrangement.blocks().front();
        double before = std::numeric_limits<double>::lowest();
        for (const Overflow &overflow : block.overflow) {
            QVERIFY(!overflow.records.isEmpty());
            Day first = MaxDay;
            for (const Slot slot : overflow.records)
                first = std::min(first, groups.measures[slot].reach.first);
            QVERIFY(overflow.first >= first);
            QVERIFY(scale.x(overflow.first) >= before);
            before = scale.x(overflow.first);
        }
    }
}

void TstArrangement::onPaperNoLineIsTooMany()
{
    int taller = 0, crowded = 0;
    for (int round = 0; round < 80; ++round) {
        const RandomGroups groups(m_random, 60 + m_random.number(400), 2);
        ArrangementRequest asked = request(round % 2 ? Encoding::Lanes : Encoding::Auto);
        asked.metrics.page = 0;
        const Arrangement screen = arranged(groups, asked);
        asked.opensBadges = asked.limitsLines = false;
        const Arrangement paper = arranged(groups, asked);
        for (size_t i = 0; i < paper.blocks().size(); ++i) {
            const Block &block = paper.blocks()[i], &onScreen = screen.blocks()[i];
            qsizetype badged = 0;
            for (const Overflow &overflow : onScreen.overflow)
                badged += overflow.records.size();
            const qsizetype all = groups.grouping.groups.at(block.group).records.size();
            if (2 * badged > all) { // a page of a hundred lines says less than its curve
                ++crowded;
                QCOMPARE(block.shape, round % 2 ? BlockShape::Lanes : BlockShape::Density);
                continue;
            }
            QVERIFY(block.overflow.empty());
            if (block.shape == BlockShape::Lanes)
                QCOMPARE(recordsOf(block), sorted(groups.grouping.groups.at(block.group).records));
            taller += block.lanes.size() > Arrangement::MostLanes;
        }
    }
    QVERIFY(taller > 3);
    QVERIFY(crowded > 3);
}

void TstArrangement::shortLinksOfAChainDoNotCoverEachOther()
{
    // Bars have a least width, whatever their days measure at this zoom.
    RandomGroups groups(m_random, 0, 1);
    for (int i = 0; i < 3; ++i) {
        Span span;
        span.start = {dayNumber(2020, 1 + i, 1), dayNumber(2020, 1 + i, 1)};
        span.end = {dayNumber(2020, 2 + i, 1) - 1, dayNumber(2020, 2 + i, 1) - 1};
        const Reach reach = reachOf(span, {}, NoDay);
        groups.measures.push_back({reach, reach, 200});
        groups.records.append(Slot(i));
        groups.grouping.chains.push_back(1);
        groups.grouping.groups[0].records.append(Slot(i));
        groups.grouping.groups[0].firsts.push_back(reach.first);
        groups.grouping.groups[0].chains.push_back(1);
    }
    ArrangementRequest asked;
    asked.choices.encoding = Encoding::Lanes;
    asked.pixelsPerDay = 0.02; // a month is less than a pixel
    const Arrangement narrow = arranged(groups, asked);
    QCOMPARE(narrow.blocks().front().lanes.size(), 3u);
    asked.pixelsPerDay = 2;
    const Arrangement wide = arranged(groups, asked);
    QCOMPARE(wide.blocks().front().lanes.size(), 1u);
}

void TstArrangement::foldedAndHidden()
{
    const RandomGroups groups(m_random, 100, 3);
    for (const Encoding encoding : {Encoding::Auto, Encoding::Lanes, Encoding::Density}) {
        ArrangementRequest asked = request(encoding);
        asked.choices.collapsed = {u"group 0"_s};
        asked.choices.hidden = {u"group 1"_s};
        const Arrangement arrangement = arranged(groups, asked);
        QCOMPARE(arrangement.blocks().size(), 2u);
        QCOMPARE(arrangement.blocks().front().group, 0);
        QCOMPARE(arrangement.blocks().front().shape, BlockShape::Collapsed);
        QCOMPARE(arrangement.blocks().back().group, 2);
        QVERIFY(arrangement.blocks().back().shape != BlockShape::Collapsed);
        asked.choices.hidden = {u"group 0"_s, u"group 1"_s, u"group 2"_s};
        const Arrangement none = arranged(groups, asked);
        QVERIFY(none.blocks().empty() && !none.isRows());
        QCOMPARE(none.height(), 0.0);
    }
}

void TstArrangement::placesAndNeighbours()
{
    for (int round = 0; round < 20; ++round) {
        const RandomGroups groups(m_random, 150, 3);
        ArrangementRequest asked = request(Encoding::Lanes);
        if (m_random.chance(50))
            asked.choices.collapsed = {u"group 1"_s};
        const Arrangement arrangement = arranged(groups, asked);
        const auto dayOf = [&](Slot slot) { return double(groups.measures[slot].reach.first); };
        // All lines from top to bottom.
        std::vector<std::pair<double, const std::vector<Slot> *>> lines;
        for (const Block &block : arrangement.blocks()) {
            for (size_t lane = 0; lane < block.lanes.size(); ++lane)
                lines.push_back({arrangement.laneTop(block, lane), &block.lanes[lane]});
        }
        for (const Slot slot : groups.records) {
            const auto line =
                std::ranges::find_if(lines, [&](const auto &l) { return std::ranges::count(*l.second, slot) > 0; });
            const auto place = arrangement.placeOf(slot);
            QCOMPARE(place.has_value(), line != lines.end());
            QCOMPARE(arrangement.topOf(slot).has_value(), place.has_value());
            if (!place)
                continue;
            QCOMPARE(*arrangement.topOf(slot), line->first);
            const std::vector<Slot> &own = *line->second;
            QCOMPARE(own[place->index], slot);
            QCOMPARE(arrangement.neighbour(*place, -1),
                     place->index == 0 ? std::nullopt : std::optional(own[place->index - 1]));
            QCOMPARE(arrangement.neighbour(*place, 1),
                     place->index + 1 == own.size() ? std::nullopt : std::optional(own[place->index + 1]));
            for (const int step : {-1, 1}) {
                const auto found = arrangement.nearestOnLine(*place, step, dayOf);
                const qsizetype next = line - lines.begin() + step;
                QCOMPARE(found.has_value(), next >= 0 && next < qsizetype(lines.size()));
                if (!found)
                    continue;
                const std::vector<Slot> &other = *lines[size_t(next)].second;
                QVERIFY(std::ranges::count(other, *found) > 0);
                for (const Slot candidate : other)
                    QVERIFY(std::abs(dayOf(*found) - dayOf(slot)) <= std::abs(dayOf(candidate) - dayOf(slot)));
            }
        }
    }
}

void TstArrangement::nothing()
{
    const Arrangement empty({}, Grouping(), {}, request(Encoding::Lanes));
    QVERIFY(!empty.isRows() && empty.blocks().empty());
    QCOMPARE(empty.height(), 0.0);
    QVERIFY(Arrangement().isRows());
    QVERIFY(!Arrangement().topOf(0));
}

TREATYBOOK_TEST(TstArrangement)
#include "tst_arrangement.moc"
