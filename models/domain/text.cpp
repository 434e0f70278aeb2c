#include "domain/text.h"

#include <cstdlib>
#include <cstring>
#include <new>

namespace Treatybook {

QString wholeText(QByteArrayView utf8)
{
    qsizetype marks = 0;
    while (utf8.sliced(marks).startsWith("\xEF\xBB\xBF"))
        marks += 3;
    return marks == 0 ? QString::fromUtf8(utf8) : QString(marks / 3, QChar::ByteOrderMark) + QString::fromUtf8(utf8.sliced(marks));
}

Text::Text(QByteArrayView utf8)
{
    if (utf8.isEmpty())
        return;
    void *memory = std::malloc(sizeof(Block) + static_cast<size_t>(utf8.size()));
    Q_CHECK_PTR(memory);
    m_block = new (memory) Block{1, static_cast<quint32>(utf8.size())};
    std::memcpy(static_cast<void *>(m_block + 1), utf8.data(), static_cast<size_t>(utf8.size()));
}

QByteArrayView Text::utf8() const
{
    return m_block ? QByteArrayView(reinterpret_cast<const char *>(m_block + 1), static_cast<qsizetype>(m_block->size))
                   : QByteArrayView();
}

void Text::release()
{
    if (m_block && m_block->references.fetch_sub(1, std::memory_order_acq_rel) == 1) {
        m_block->~Block();
        std::free(m_block);
    }
}

} // namespace Treatybook
