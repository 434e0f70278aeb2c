#include "domain/pool.h"

namespace Treatybook {

Text Pool::text(QByteArrayView utf8)
{
    constexpr qsizetype LongestShared = 48;
    if (utf8.isEmpty() || utf8.size() > LongestShared)
        return Text(utf8);
    return *m_texts.insert(Text(utf8));
}

} // namespace Treatybook
