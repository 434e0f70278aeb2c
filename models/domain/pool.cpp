#include "domain/pool.h"

#include "domain/field.h"

namespace Treatybook {

static constexpr qsizetype LongestShared = 48; // bytes

Text Pool::text(QByteArrayView utf8)
{
    if (utf8.isEmpty() || utf8.size() > LongestShared)
        return Text(utf8);
    return *m_texts.insert(Text(utf8));
}

QList<Text> Pool::list(QByteArrayView utf8)
{
    if (const auto known = m_lists.constFind(QByteArray::fromRawData(utf8.data(), utf8.size()));
        known != m_lists.cend())
        return *known;
    QList<Text> items;
    for (const QString &item : splitList(wholeText(utf8)))
        items.append(text(item));
    if (utf8.size() <= LongestShared)
        m_lists.insert(utf8.toByteArray(), items);
    return items;
}

} // namespace Treatybook
