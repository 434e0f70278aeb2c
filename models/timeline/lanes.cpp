#include "timeline/lanes.h"

#include <functional>
#include <queue>

namespace Treatybook {

namespace {

/// Lines in use until a place, and lines that are free; a line is in one of the two heaps, or kept for its chain.
class Lines
{
public:
    Lines(std::span<const LaneItem> items, int mostLanes) : m_most(mostLanes)
    {
        for (const LaneItem &item : items) {
            if (item.chain < 0)
                continue;
            if (size_t(item.chain) >= m_chains.size())
                m_chains.resize(size_t(item.chain) + 1);
            ++m_chains[size_t(item.chain)].waiting;
        }
    }

    int place(const LaneItem &item)
    {
        release(item.left);
        Chain *chain = item.chain >= 0 ? &m_chains[size_t(item.chain)] : nullptr;
        if (chain)
            --chain->waiting;
        int lane = -1;
        if (chain && chain->lane >= 0 && chain->until <= item.left)
            lane = chain->lane;
        else if (!m_free.empty())
            lane = take();
        else if (m_count < m_most)
            lane = m_count++;
        if (lane < 0) {
            if (chain && chain->waiting == 0 && chain->lane >= 0)
                m_busy.push({chain->until, chain->lane});
            return lane;
        }
        keep(lane, item, chain);
        return lane;
    }

    int count() const { return m_count; }

private:
    struct Busy {
        double until = 0;
        int lane = 0;
        bool operator>(const Busy &other) const { return until > other.until; }
    };
    struct Chain {
        int waiting = 0; ///< things of it that are still to come
        int lane = -1;
        double until = 0;
    };

    void release(double left)
    {
        while (!m_busy.empty() && m_busy.top().until <= left) {
            m_free.push(m_busy.top().lane);
            m_busy.pop();
        }
    }

    int take()
    {
        const int lane = m_free.top();
        m_free.pop();
        return lane;
    }

    void keep(int lane, const LaneItem &item, Chain *chain)
    {
        if (!chain) {
            m_busy.push({item.right, lane});
            return;
        }
        if (chain->lane < 0 || chain->lane == lane) {
            chain->lane = lane;
            chain->until = item.right;
        } else {
            m_busy.push({item.right, lane}); // it overlaps its chain
        }
        if (chain->waiting == 0)
            m_busy.push({chain->until, chain->lane});
    }

    int m_most;
    int m_count = 0;
    std::priority_queue<Busy, std::vector<Busy>, std::greater<>> m_busy;
    std::priority_queue<int, std::vector<int>, std::greater<>> m_free;
    std::vector<Chain> m_chains; ///< by number
};

} // namespace

LanePacking packLanes(std::span<const LaneItem> items, int mostLanes)
{
    Lines lines(items, mostLanes);
    LanePacking packing;
    packing.lanes.reserve(items.size());
    for (const LaneItem &item : items)
        packing.lanes.push_back(lines.place(item));
    packing.laneCount = lines.count();
    return packing;
}

} // namespace Treatybook
