#include "timeline/measuredfont.h"

#include "timeline/labels.h"

namespace Treatybook {

static constexpr qsizetype MostTexts = 8000; ///< kept; more than any window shows

double MeasuredFont::width(const QString &text) const
{
    const auto known = m_widths.constFind(text);
    if (known != m_widths.cend())
        return *known;
    if (m_widths.size() >= MostTexts)
        m_widths.clear();
    return *m_widths.insert(text, m_metrics.horizontalAdvance(text));
}

QString MeasuredFont::fitting(const QString &text, double width) const
{
    const std::pair key(text, static_cast<int>(width));
    const auto known = m_fitting.constFind(key);
    if (known != m_fitting.cend())
        return *known;
    if (m_fitting.size() >= MostTexts)
        m_fitting.clear();
    return *m_fitting.insert(key, fittingText(text, m_metrics, key.second));
}

} // namespace Treatybook
