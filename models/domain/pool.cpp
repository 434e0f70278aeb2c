#include "domain/pool.h"

namespace Treatybook {

Text Pool::text(const QString &text)
{
    constexpr qsizetype LongestShared = 48;
    if (text.isEmpty() || text.size() > LongestShared)
        return Text(text);
    return *m_texts.insert(Text(text));
}

} // namespace Treatybook
