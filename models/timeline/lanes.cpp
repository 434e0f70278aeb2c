#include "timeline/lanes.h"

#include <functional>
#include <queue>

namespace Treatybook {

namespace {

/// Lines in use until a place, lines that are free, and lines with tails; a line is in one of the heaps, or kept for
/// its chain.
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
        else if (!m_tails.empty())
            lane = takeTail();
        if (lane < 0) {
            if (chain && chain->waiting == 0 && chain->lane >= 0)
                m_busy.push(*chain);
            return lane;
        }
        keep(lane, item, chain);
        return lane;
    }

    int count() const { return m_count; }

private:
    struct Busy {
        double until = 0;
        int lane = -1;
        bool hasTail = false;
        bool operator>(const Busy &other) const { return until > other.until; }
    };
    struct Chain : Busy {
        int waiting = 0; ///< things of it that are still to come
    };
    using ByTime = std::priority_queue<Busy, std::vector<Busy>, std::greater<>>;

    void release(double left)
    {
        while (!m_busy.empty() && m_busy.top().until <= left) {
            if (m_busy.top().hasTail)
                m_tails.push(m_busy.top());
            else
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

    int takeTail()
    {
        const int lane = m_tails.top().lane;
        m_tails.pop();
        return lane;
    }

    void keep(int lane, const LaneItem &item, Chain *chain)
    {
        const Busy own{item.right, lane, item.hasTail};
        if (!chain) {
            m_busy.push(own);
            return;
        }
        if (chain->lane < 0 || chain->lane == lane)
            static_cast<Busy &>(*chain) = own;
        else
            m_busy.push(own); // it overlaps its chain
        if (chain->waiting == 0)
            m_busy.push(*chain);
    }

    int m_most;
    int m_count = 0;
    ByTime m_busy;
    ByTime m_tails; ///< on which only tails are left
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
