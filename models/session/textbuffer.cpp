#include "session/textbuffer.h"

#include <algorithm>
#include <cstring>

namespace Treatybook {

/// The next place of the term at or after `from`, or null. Every text ends with a line feed, so that a byte follows.
static const char *findIn(const char *from, const char *end, const Query::Term &term)
{
    const auto size = static_cast<size_t>(term.needle.size());
    while (from < end) {
        const void *found = memmem(from, static_cast<size_t>(end - from), term.needle.constData(), size);
        const auto *hit = static_cast<const char *>(found);
        if (!hit || !term.wholeWords || static_cast<uchar>(hit[size]) <= ' ')
            return hit;
        from = hit + 1;
    }
    return nullptr;
}

void TextBuffer::set(quint32 number, QByteArrayView text)
{
    Range &range = m_ranges[number];
    if (at(number) == text)
        return;
    m_void += range.size;
    range = {};
    if (!text.isEmpty()) {
        range = {m_bytes.size(), text.size()};
        m_owners.push_back({range.begin, number});
        m_bytes.append(text);
    }
    if (m_void > m_bytes.size() / 2)
        compact();
}

QByteArrayView TextBuffer::at(quint32 number) const
{
    const Range &range = m_ranges[number];
    return QByteArrayView(m_bytes).sliced(qMax<qsizetype>(range.begin, 0), range.size);
}

void TextBuffer::compact()
{
    QByteArray kept;
    kept.reserve(m_bytes.size() - m_void);
    std::erase_if(m_owners, [this](const Owner &owner) { return isVoid(owner); });
    for (Owner &owner : m_owners) {
        const QByteArrayView text = at(owner.number);
        owner.begin = m_ranges[owner.number].begin = kept.size();
        kept.append(text);
    }
    m_bytes = std::move(kept);
    m_void = 0;
}

bool TextBuffer::contains(quint32 number, const Query::Term &term) const
{
    const QByteArrayView text = at(number);
    return findIn(text.begin(), text.end(), term) != nullptr;
}

std::vector<quint32> TextBuffer::find(const Query::Term &term) const
{
    std::vector<quint32> numbers;
    const char *const begin = m_bytes.constData();
    const char *const end = begin + m_bytes.size();
    auto owner = m_owners.begin();
    for (const char *hit = begin; (hit = findIn(hit, end, term));) {
        const auto startsAfter = [](qsizetype offset, const Owner &o) { return offset < o.begin; };
        const auto next = std::upper_bound(owner, m_owners.end(), hit - begin, startsAfter);
        owner = std::prev(next);
        if (!isVoid(*owner))
            numbers.push_back(owner->number);
        hit = next == m_owners.end() ? end : begin + next->begin; // one hit a text is enough
    }
    return numbers;
}

} // namespace Treatybook
