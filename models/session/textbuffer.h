#pragma once

#include "domain/querynode.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace Treatybook {

/// Folded texts by number in one contiguous buffer, so that one memmem() goes over all of them. A text that changes is
/// appended and its old range void; when half is void the buffer is written anew.
class TextBuffer
{
public:
    /// Lines of folded words: a blank before each word, a line feed at the end of each line.
    void set(quint32 number, QByteArrayView text);
    QByteArrayView at(quint32 number) const;
    void resize(quint32 count) { m_ranges.resize(count); }
    quint32 count() const { return static_cast<quint32>(m_ranges.size()); }
    qsizetype byteCount() const { return m_bytes.size(); }

    bool contains(quint32 number, const QueryTerm &term) const;
    /// `needle` has two bytes at least; it may also begin within a word. The numbers whose text has the term, whether
    /// or not the term is an exclusion; in no order. Searches in several threads and waits for them.
    std::vector<quint32> find(const QueryTerm &term) const;

private:
    struct Range {
        qsizetype begin = -1; ///< none
        qsizetype size = 0;
    };
    /// For which number the bytes from `begin` on were written; void if its text is elsewhere now.
    struct Owner {
        qsizetype begin = 0;
        quint32 number = 0;
    };

    std::vector<quint32> find(std::span<const Owner> owners, const QueryTerm &term) const;
    bool isVoid(const Owner &owner) const { return m_ranges[owner.number].begin != owner.begin; }
    void compact();

    QByteArray m_bytes;
    std::vector<Range> m_ranges;
    std::vector<Owner> m_owners; ///< ascending
    qsizetype m_void = 0;
};

} // namespace Treatybook
