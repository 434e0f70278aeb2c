#pragma once

#include "domain/query.h"
#include "session/columns.h"

#include <QByteArray>

#include <vector>

namespace Treatybook {

/// The folded text of all records in one buffer, by slot. A text that changes is appended and its old range void; when
/// half is void the buffer is written anew.
class SearchText
{
public:
    /// All texts of a record, labels of its coded values in every language, names of its participants; folded, a line a
    /// text, a blank before each word. Pure, may run in any thread: `set` is then cheap.
    static QByteArray textOf(const Agreement &record);

    void resize(Slot slotCount) { m_ranges.resize(slotCount); }
    void set(Slot slot, const QByteArray &folded);
    void clear(Slot slot) { set(slot, {}); }

    bool matches(Slot slot, const Query &query) const;
    /// All slots that match, in ascending order; with an empty query none, as then no text is asked.
    std::vector<Slot> search(const Query &query) const;

    QByteArrayView at(Slot slot) const;
    qsizetype byteCount() const { return m_bytes.size(); }

private:
    struct Range {
        qsizetype begin = -1; ///< none
        qsizetype size = 0;
    };
    /// Which slot the bytes from `begin` on were written for; it is void if the slot has moved on.
    struct Owner {
        qsizetype begin = 0;
        Slot slot = 0;
    };

    bool isVoid(const Owner &owner) const { return m_ranges[owner.slot].begin != owner.begin; }
    void compact();
    std::vector<Slot> find(const Query::Term &term) const;

    QByteArray m_bytes;
    std::vector<Range> m_ranges;
    std::vector<Owner> m_owners; ///< ascending
    qsizetype m_void = 0;
};

} // namespace Treatybook
