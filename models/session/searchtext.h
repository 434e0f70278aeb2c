#pragma once

#include "domain/querynode.h"
#include "session/columns.h"
#include "session/foldedtext.h"
#include "session/textbuffer.h"

namespace Treatybook {

/// The folded texts of all records by slot. What records have in common (labels, names) is kept and searched once, and
/// a record only lists its numbers: the buffer is half as long, and a keystroke takes half the time.
class SearchText
{
public:
    void resize(Slot slotCount);
    void set(Slot slot, const FoldedText &text);
    void clear(Slot slot) { set(slot, {}); }
    FoldedText at(Slot slot) const;

    bool matches(Slot slot, const QList<QueryTerm> &terms) const;
    /// All slots that have a text and match all terms, in ascending order; none without a term, as then no text is
    /// asked.
    std::vector<Slot> search(const QList<QueryTerm> &terms) const;
    /// Those of `slots` that match all terms, in their order.
    std::vector<Slot> filter(std::span<const Slot> slots, const QList<QueryTerm> &terms) const;

    /// Bytes of all texts, void ones included.
    qsizetype byteCount() const { return m_own.byteCount() + m_shared.byteCount(); }

private:
    /// A term with the shared texts that have it.
    struct Sought {
        QueryTerm term;
        std::vector<bool> shared;
        bool anyShared = false;
    };

    std::vector<Sought> seek(const QList<QueryTerm> &terms) const;
    bool has(Slot slot, const Sought &sought) const;
    bool matches(Slot slot, const std::vector<Sought> &sought) const;
    std::vector<Slot> find(const Sought &sought) const;
    quint32 number(const QByteArray &shared);

    TextBuffer m_own;    ///< by slot
    TextBuffer m_shared; ///< by number
    ListColumn m_links;  ///< by slot the numbers of its shared texts
    QHash<QByteArray, quint32> m_numbers;
};

} // namespace Treatybook
