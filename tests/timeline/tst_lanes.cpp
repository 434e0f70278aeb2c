#include "support/testregistry.h"
#include "timeline/lanes.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

using namespace Treatybook;

/// Packing of lines against what it promises, worked out the slow way.
class TstLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing();
    void fewestLinesUpperFirst();
    void nothingOverlapsWithChainsAndACap();
    void chainsKeepTheirLine();
    void whatOverlapsItsChainStandsElsewhere();
    void linesOfChainsAreReserved();
    void capLosesNothing();
    void noRoomAtAll();
    void endlessThingsKeepTheirLine();
    void tailsGiveWayLast();
    void manyAtOnce();

private:
    QList<LaneItem> randomItems(int count, double span, int chains)
    {
        QList<LaneItem> items;
        for (int i = 0; i < count; ++i) {
            LaneItem item;
            item.left = std::floor(m_random.generateDouble() * span) / 2; // so that edges meet now and then
            item.right = item.left + std::floor(m_random.generateDouble() * 40) / 2;
            if (m_random.bounded(20) == 0)
                item.right = std::numeric_limits<double>::infinity();
            if (chains > 0 && m_random.bounded(3) == 0)
                item.chain = m_random.bounded(chains);
            item.hasTail = chains > 0 && m_random.bounded(5) == 0;
            items.append(item);
        }
        std::ranges::stable_sort(items, {}, &LaneItem::left);
        return items;
    }

    QRandomGenerator m_random{4711};
};

namespace {

LanePacking packed(const QList<LaneItem> &items, int most = 1000)
{
    return packLanes(std::span(items.constData(), size_t(items.size())), most);
}

/// Each thing on the first line that nothing before it still takes.
std::vector<int> naiveLines(const QList<LaneItem> &items)
{
    std::vector<int> lines;
    std::vector<double> until;
    for (const LaneItem &item : items) {
        size_t line = 0;
        while (line < until.size() && until[line] > item.left)
            ++line;
        if (line == until.size())
            until.push_back(0);
        until[line] = item.right;
        lines.push_back(int(line));
    }
    return lines;
}

/// As naiveLines(), of so many lines at most: a new line before one on which a tail is, of these the oldest.
std::vector<int> naiveLinesWithTails(const QList<LaneItem> &items, size_t most)
{
    struct Line {
        double until;
        bool hasTail;
    };
    std::vector<int> lines;
    std::vector<Line> used;
    for (const LaneItem &item : items) {
        size_t line = 0;
        while (line < used.size() && (used[line].until > item.left || used[line].hasTail))
            ++line;
        if (line == used.size() && used.size() == most) {
            line = most;
            for (size_t i = 0; i < used.size(); ++i) {
                if (used[i].until <= item.left && (line == most || used[i].until < used[line].until))
                    line = i;
            }
        } else if (line == used.size()) {
            used.emplace_back();
        }
        lines.push_back(line == most ? -1 : int(line));
        if (line < most)
            used[line] = {item.right, item.hasTail};
    }
    return lines;
}

/// The largest number of things that share a place.
int mostAtOnce(const QList<LaneItem> &items)
{
    int most = 0;
    for (const LaneItem &item : items) {
        int here = 0;
        for (const LaneItem &other : items)
            here += other.left <= item.left && (other.right > item.left || &other == &item);
        most = std::max(most, here);
    }
    return most;
}

bool overlap(const LaneItem &a, const LaneItem &b)
{
    return a.left < b.right && b.left < a.right;
}

bool nothingOverlaps(const QList<LaneItem> &items, const LanePacking &packing)
{
    for (qsizetype i = 0; i < items.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            const int lane = packing.lanes[size_t(i)];
            if (lane >= 0 && lane == packing.lanes[size_t(j)] && overlap(items.at(i), items.at(j)))
                return false;
        }
    }
    return true;
}

} // namespace

void TstLanes::nothing()
{
    const LanePacking packing = packed({});
    QVERIFY(packing.lanes.empty());
    QCOMPARE(packing.laneCount, 0);
}

void TstLanes::fewestLinesUpperFirst()
{
    for (int round = 0; round < 300; ++round) {
        QList<LaneItem> items = randomItems(m_random.bounded(120), m_random.bounded(4, 800), 0);
        for (LaneItem &item : items)
            item.right = std::max(item.right, item.left + 0.5); // of no width: free again where it begins
        const LanePacking packing = packed(items);
        QCOMPARE(packing.lanes, naiveLines(items));
        QCOMPARE(packing.laneCount, mostAtOnce(items));
    }
}

void TstLanes::tailsGiveWayLast()
{
    for (int round = 0; round < 300; ++round) {
        QList<LaneItem> items = randomItems(m_random.bounded(120), m_random.bounded(4, 800), 0);
        double shift = 0; // no two end at one place: which of them is the older would be left open
        for (LaneItem &item : items) {
            item.right = std::max(item.right, item.left + 0.5) + (shift += 1e-6);
            item.hasTail = m_random.bounded(2) == 0;
        }
        const int most = m_random.bounded(1, 30);
        QCOMPARE(packed(items, most).lanes, naiveLinesWithTails(items, size_t(most)));
    }
}

void TstLanes::nothingOverlapsWithChainsAndACap()
{
    int without = 0;
    for (int round = 0; round < 300; ++round) {
        const QList<LaneItem> items = randomItems(m_random.bounded(120), m_random.bounded(4, 800), 8);
        const int most = m_random.bounded(1, 30);
        const LanePacking packing = packed(items, most);
        QCOMPARE(qsizetype(packing.lanes.size()), items.size());
        QVERIFY(packing.laneCount <= most);
        for (const int lane : packing.lanes)
            QVERIFY(lane >= -1 && lane < packing.laneCount);
        for (int lane = 0; lane < packing.laneCount; ++lane)
            QVERIFY(std::ranges::count(packing.lanes, lane) > 0);
        QVERIFY(nothingOverlaps(items, packing));
        without += int(std::ranges::count(packing.lanes, -1));
    }
    QVERIFY(without > 100);
}

void TstLanes::chainsKeepTheirLine()
{
    for (int round = 0; round < 300; ++round) {
        const QList<LaneItem> items = randomItems(m_random.bounded(100), m_random.bounded(50, 1500), 6);
        const LanePacking packing = packed(items);
        struct Chain {
            int lane = 0;
            double until = 0;
        };
        std::map<int, Chain> chains;
        for (qsizetype i = 0; i < items.size(); ++i) {
            const LaneItem &item = items.at(i);
            const int lane = packing.lanes[size_t(i)];
            if (item.chain < 0)
                continue;
            const auto known = chains.find(item.chain);
            if (known == chains.end())
                chains[item.chain] = {lane, item.right};
            else if (known->second.until <= item.left) {
                QCOMPARE(lane, known->second.lane);
                known->second.until = item.right;
            } else {
                QVERIFY(lane != known->second.lane);
            }
        }
    }
}

void TstLanes::whatOverlapsItsChainStandsElsewhere()
{
    const LanePacking packing = packed({{0, 10, 1}, {5, 15, 1}, {10, 20, 1}, {16, 18, -1}});
    QCOMPARE(packing.lanes, (std::vector{0, 1, 0, 1}));
    QCOMPARE(packing.laneCount, 2);
}

void TstLanes::linesOfChainsAreReserved()
{
    // Between two links there would be room, which nobody else takes.
    const LanePacking packing = packed({{0, 10, 1}, {12, 14, -1}, {20, 30, 1}, {30, 31, -1}});
    QCOMPARE(packing.lanes, (std::vector{0, 1, 0, 0}));

    for (int round = 0; round < 200; ++round) {
        const QList<LaneItem> items = randomItems(m_random.bounded(100), m_random.bounded(50, 1500), 6);
        const LanePacking random = packed(items);
        std::map<int, std::pair<qsizetype, qsizetype>> links; // the first and the last one of each chain
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (items.at(i).chain >= 0)
                links.try_emplace(items.at(i).chain, i, i).first->second.second = i;
        }
        for (const auto &[chain, ends] : links) {
            for (qsizetype i = ends.first; i < ends.second; ++i) {
                if (random.lanes[size_t(i)] == random.lanes[size_t(ends.first)])
                    QCOMPARE(items.at(i).chain, chain);
            }
        }
    }
}

void TstLanes::capLosesNothing()
{
    for (int round = 0; round < 200; ++round) {
        const QList<LaneItem> items = randomItems(m_random.bounded(100), m_random.bounded(4, 400), 0);
        const int most = m_random.bounded(1, 6);
        const LanePacking packing = packed(items, most);
        std::vector<double> until(size_t(most), std::numeric_limits<double>::lowest());
        for (qsizetype i = 0; i < items.size(); ++i) {
            const auto free = std::ranges::find_if(until, [&](double end) { return end <= items.at(i).left; });
            const int expected = free == until.end() ? -1 : int(free - until.begin());
            QCOMPARE(packing.lanes[size_t(i)], expected); // -1 only while every line is taken
            if (expected >= 0)
                *free = items.at(i).right;
        }
    }
}

void TstLanes::noRoomAtAll()
{
    for (const int most : {0, -3}) {
        const LanePacking packing = packed({{0, 1, -1}, {0, 1, 2}, {2, 3, 2}}, most);
        QCOMPARE(packing.lanes, (std::vector{-1, -1, -1}));
        QCOMPARE(packing.laneCount, 0);
    }
}

void TstLanes::endlessThingsKeepTheirLine()
{
    const double endless = std::numeric_limits<double>::infinity();
    const LanePacking packing = packed({{-endless, 3, -1}, {0, endless, -1}, {4, endless, 0}, {1e9, 1e9 + 1, 0}});
    QCOMPARE(packing.lanes, (std::vector{0, 1, 0, 2}));
}

void TstLanes::manyAtOnce()
{
    const QList<LaneItem> items = randomItems(100'000, 2'000'000, 5000);
    const LanePacking packing = packed(items, 1'000'000);
    std::vector<double> until(size_t(packing.laneCount), std::numeric_limits<double>::lowest());
    for (qsizetype i = 0; i < items.size(); ++i) {
        double &end = until[size_t(packing.lanes[size_t(i)])];
        QVERIFY(end <= items.at(i).left);
        end = items.at(i).right;
    }
    QVERIFY(std::ranges::count(packing.lanes, -1) == 0);
}

TREATYBOOK_TEST(TstLanes)
#include "tst_lanes.moc"
