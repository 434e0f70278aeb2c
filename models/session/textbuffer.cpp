#include "session/textbuffer.h"

#include <QThreadPool>
#include <QtConcurrent>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace Treatybook {

/// Bytes that one thread searches in about the time that it takes to start another.
static constexpr qsizetype ShortPiece = 2'000'000;

using Block = uchar __attribute__((vector_size(16)));

static Block blockAt(const char *place)
{
    Block block;
    std::memcpy(&block, place, sizeof block);
    return block;
}

/// As memmem(), which makes itself a table of the needle at each call: too long for one short text, and the table walk
/// is slower than comparing three bytes of the needle at sixteen places at once: the first two, which are mostly a
/// blank and a letter, and the last, as two alone are found by chance too often.
static const char *findBytes(const char *from, const char *end, const QByteArray &needle)
{
    const auto size = needle.size();
    const char first = needle.front(), second = needle.at(1), last = needle.back(); // two at least
    const char *const lastPlace = end - size;
    const auto isAt = [&](const char *place) {
        return *place == first && place[size - 1] == last &&
               std::memcmp(place, needle.constData(), static_cast<size_t>(size)) == 0;
    };
    constexpr auto Width = static_cast<qsizetype>(sizeof(Block));
    const Block firsts = Block{} + static_cast<uchar>(first), seconds = Block{} + static_cast<uchar>(second),
                lasts = Block{} + static_cast<uchar>(last);
    for (; lastPlace - from >= Width - 1; from += Width) {
        const auto all =
            (blockAt(from) == firsts) & (blockAt(from + 1) == seconds) & (blockAt(from + size - 1) == lasts);
        const auto halves = std::bit_cast<std::array<quint64, 2>>(all);
        if (!(halves[0] | halves[1]))
            continue;
        for (const char *place = from; place < from + Width; ++place) {
            if (isAt(place))
                return place;
        }
    }
    for (; from <= lastPlace; ++from) {
        if (isAt(from))
            return from;
    }
    return nullptr;
}

/// The next place of the term at or after `from`, or null. Every text ends with a line feed, so that a byte follows.
static const char *findIn(const char *from, const char *end, const QueryTerm &term)
{
    while (from < end) {
        const char *hit = findBytes(from, end, term.needle);
        if (!hit || !term.wholeWords || static_cast<uchar>(hit[term.needle.size()]) <= ' ')
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

bool TextBuffer::contains(quint32 number, const QueryTerm &term) const
{
    const QByteArrayView text = at(number);
    return findIn(text.begin(), text.end(), term) != nullptr;
}

std::vector<quint32> TextBuffer::find(std::span<const Owner> owners, const QueryTerm &term) const
{
    std::vector<quint32> numbers;
    const char *const begin = m_bytes.constData();
    const char *const end = owners.data() + owners.size() == m_owners.data() + m_owners.size()
                                ? begin + m_bytes.size()
                                : begin + (owners.data() + owners.size())->begin;
    auto owner = owners.begin();
    for (const char *hit = begin + owner->begin; (hit = findIn(hit, end, term));) {
        const auto startsAfter = [](qsizetype offset, const Owner &o) { return offset < o.begin; };
        const auto next = std::upper_bound(owner, owners.end(), hit - begin, startsAfter);
        owner = std::prev(next);
        if (!isVoid(*owner))
            numbers.push_back(owner->number);
        hit = next == owners.end() ? end : begin + next->begin; // one hit a text is enough
    }
    return numbers;
}

std::vector<quint32> TextBuffer::find(const QueryTerm &term) const
{
    if (m_owners.empty())
        return {};
    // One piece for each thread, unless so short that to share it out would take longer.
    const auto pieces = static_cast<std::size_t>(
        std::clamp<qsizetype>(m_bytes.size() / ShortPiece, 1, QThreadPool::globalInstance()->maxThreadCount()));
    const std::span<const Owner> owners(m_owners);
    QList<std::span<const Owner>> shares;
    for (std::size_t piece = 0; piece < pieces; ++piece) {
        const std::size_t first = owners.size() * piece / pieces, last = owners.size() * (piece + 1) / pieces;
        if (first < last)
            shares.append(owners.subspan(first, last - first));
    }
    const auto search = [&](std::span<const Owner> share) { return find(share, term); };
    if (shares.size() == 1)
        return search(shares.first());
    const auto append = [](std::vector<quint32> &all, const std::vector<quint32> &numbers) {
        all.insert(all.end(), numbers.begin(), numbers.end());
    };
    return QtConcurrent::blockingMappedReduced<std::vector<quint32>>(shares, search, append);
}

} // namespace Treatybook
