#include "timeline/scale.h"

#include <algorithm>
#include <cmath>

namespace Treatybook {

Scale::Scale(double firstDay, double pixelsPerDay, double width) : m_width(std::max(width, 1.0))
{
    m_pixelsPerDay = std::clamp(pixelsPerDay, m_width / MaxDaysShown, MaxPixelsPerDay);
    // The more of the known years the window shows, the nearer its middle stays to theirs: nobody gets lost in the
    // void.
    const double days = m_width / m_pixelsPerDay;
    const double middle = (double(MinDay) + MaxDay) / 2;
    const double freedom = (double(MaxDay) - MinDay) / 2 * std::max(0.0, 1 - days / MaxDaysShown);
    m_firstDay = std::clamp(firstDay + days / 2, middle - freedom, middle + freedom) - days / 2;
}

Scale Scale::fitting(Day first, Day last, double width, double margin)
{
    const double days = std::max(1.0, double(last) + 1 - first);
    const double room = std::max(1.0, width - 2 * margin);
    const double middle = first + days / 2;
    return Scale(first, room / days, width).centred(middle);
}

Scale Scale::between(const Scale &from, const Scale &to, double progress)
{
    const double density = from.m_pixelsPerDay * std::pow(to.m_pixelsPerDay / from.m_pixelsPerDay, progress);
    const double whole = 1 / from.m_pixelsPerDay - 1 / to.m_pixelsPerDay;
    const double share =
        std::abs(whole) < 1e-9 / to.m_pixelsPerDay ? progress : (1 / from.m_pixelsPerDay - 1 / density) / whole;
    return Scale(std::lerp(from.m_firstDay, to.m_firstDay, share), density, to.m_width);
}

Day Scale::wholeDayAt(double x) const
{
    return static_cast<Day>(std::clamp(std::floor(dayAt(x)), double(MinDay), double(MaxDay)));
}

Scale Scale::zoomed(double factor, double x) const
{
    const double density = std::clamp(m_pixelsPerDay * factor, m_width / MaxDaysShown, MaxPixelsPerDay);
    return Scale(dayAt(x) - x / density, density, m_width);
}

Scale Scale::panned(double pixels) const
{
    return Scale(m_firstDay + pixels / m_pixelsPerDay, m_pixelsPerDay, m_width);
}

Scale Scale::resized(double width) const
{
    return Scale(m_firstDay, m_pixelsPerDay, width);
}

Scale Scale::centred(double day) const
{
    return Scale(day - m_width / m_pixelsPerDay / 2, m_pixelsPerDay, m_width);
}

} // namespace Treatybook
