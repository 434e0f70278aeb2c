#pragma once

#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <atomic>
#include <cstddef>
#include <string_view>

namespace Treatybook {

/// The text of valid UTF-8, all of it: QString::fromUtf8() takes a first U+FEFF for a byte order mark and drops it.
QString wholeText(QByteArrayView utf8);

/// For the searches that QByteArrayView has not.
inline std::string_view viewOf(QByteArrayView utf8)
{
    return {utf8.data(), static_cast<std::size_t>(utf8.size())};
}

/// Immutable text in one shared block of UTF-8; eight bytes in the record that holds it, none on the heap when empty.
/// A hundred thousand records hold millions of texts, most of them empty, ASCII, or the same as another's.
class Text
{
public:
    Text() = default;
    Text(const QString &text) : Text(QByteArrayView(text.toUtf8())) {}
    explicit Text(QByteArrayView utf8);
    Text(const Text &other) noexcept : m_block(other.m_block) { retain(); }
    Text(Text &&other) noexcept : m_block(std::exchange(other.m_block, nullptr)) {}
    Text &operator=(Text other) noexcept
    {
        std::swap(m_block, other.m_block);
        return *this;
    }
    ~Text() { release(); }

    bool isEmpty() const { return !m_block; }
    QByteArrayView utf8() const;
    QString toString() const { return wholeText(utf8()); }
    /// True when both are the same block of memory, as after pooling.
    bool isSharedWith(const Text &other) const { return m_block == other.m_block; }

    friend bool operator==(const Text &a, const Text &b) { return a.m_block == b.m_block || a.utf8() == b.utf8(); }

private:
    struct Block {
        std::atomic<int> references;
        quint32 size;
    };

    void retain() const
    {
        if (m_block)
            m_block->references.fetch_add(1, std::memory_order_relaxed);
    }
    void release();

    Block *m_block = nullptr; ///< followed by its bytes
};

inline size_t qHash(const Text &text, size_t seed = 0)
{
    return qHash(text.utf8(), seed);
}

} // namespace Treatybook

Q_DECLARE_TYPEINFO(Treatybook::Text, Q_RELOCATABLE_TYPE);
