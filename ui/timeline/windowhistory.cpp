#include "ui/timeline/windowhistory.h"

namespace Treatybook {

void WindowHistory::note(const Scale &window, WindowMove move, qint64 now)
{
    const Window shown{window.firstDay(), window.lastDay()};
    const bool isGlide = move == WindowMove::Glide;
    const bool goesOn = isGlide && m_glided && now - *m_glided <= Gesture;
    if (m_at >= 0 && (goesOn || move == WindowMove::Follow)) {
        m_windows[m_at] = shown;
    } else {
        m_windows.resize(m_at + 1); // what was later is gone
        m_windows.append(shown);
        if (m_windows.size() > Most)
            m_windows.removeFirst();
        m_at = m_windows.size() - 1;
    }
    if (move != WindowMove::Follow)
        m_glided = isGlide ? std::optional(now) : std::nullopt;
}

std::optional<Scale> WindowHistory::go(int by, double width)
{
    const qsizetype target = m_at + by;
    if (m_at < 0 || target < 0 || target >= m_windows.size())
        return {};
    m_at = target;
    m_glided.reset();
    const Window &window = m_windows.at(m_at);
    return Scale(window.first, width / (window.last - window.first), width);
}

} // namespace Treatybook
