#include "session/searchtext.h"

#include "domain/fold.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cstring>
#include <utility>

namespace Treatybook {

namespace {

/// Collects the lines of one record.
class Lines
{
public:
    void text(const QString &text)
    {
        const qsizetype before = m_bytes.size();
        appendFolded(m_bytes, text.toUtf8());
        if (m_bytes.size() > before)
            m_bytes.append('\n');
    }

    /// The entry in every language, once a record.
    void labels(const Vocabulary &vocabulary, int index)
    {
        const std::pair entry(&vocabulary, index);
        if (m_seen.contains(entry))
            return;
        m_seen.append(entry);
        for (int language = 0; language < LanguageCount; ++language)
            text(vocabulary.label(index, static_cast<Language>(language)));
    }

    void value(const ColumnInfo &column, const QString &text)
    {
        const auto index = column.vocabulary ? column.vocabulary->indexOfKey(text) : std::nullopt;
        if (index)
            labels(*column.vocabulary, *index);
        else
            this->text(text);
    }

    QByteArray take()
    {
        // Folded as one word; somebody who types the second half of two still finds it.
        if (m_bytes.contains(" vietnam"))
            m_bytes.append(" viet nam\n");
        m_bytes.squeeze();
        return std::move(m_bytes);
    }

private:
    QByteArray m_bytes;
    QVarLengthArray<std::pair<const Vocabulary *, int>, 16> m_seen;
};

/// Entry 0 of these is what nobody chose.
bool isDefault(const FieldInfo &info, const Agreement &record)
{
    return info.field != Field::Nature && info.field != Field::Kind && info.choice && info.choice(record) == 0;
}

void addField(Lines &lines, const FieldInfo &info, const Agreement &record)
{
    switch (info.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Date:
    case FieldType::Interval:
        lines.text(info.text(record));
        break;
    case FieldType::Choice:
        if (!isDefault(info, record))
            lines.labels(*info.vocabulary, info.choice(record));
        break;
    case FieldType::List:
        for (const Text &item : info.list(record))
            lines.value(info, item.toString());
        break;
    default:
        break;
    }
}

void addPart(Lines &lines, const PartInfo &part, const Agreement &record)
{
    for (qsizetype row = 0, rows = part.count(record); row < rows; ++row) {
        for (size_t column = 0; column < part.columns.size(); ++column) {
            const ColumnInfo &info = part.columns[column];
            if (info.type == FieldType::Text || info.type == FieldType::LongText || info.type == FieldType::Choice)
                lines.value(info, part.cell(record, row, static_cast<qsizetype>(column)));
        }
    }
}

/// The next place of the term at or after `from`, or null. Every text ends with a line feed, so that a byte follows.
const char *findIn(const char *from, const char *end, const Query::Term &term)
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

} // namespace

QByteArray SearchText::textOf(const Agreement &record)
{
    Lines lines;
    for (const FieldInfo &info : fieldTable()) {
        if (info.part)
            addPart(lines, *info.part, record);
        else if (info.isStored())
            addField(lines, info, record);
    }
    return lines.take();
}

void SearchText::set(Slot slot, const QByteArray &folded)
{
    Range &range = m_ranges[slot];
    if (at(slot) == folded)
        return;
    m_void += range.size;
    range = {};
    if (!folded.isEmpty()) {
        range = {m_bytes.size(), folded.size()};
        m_owners.push_back({range.begin, slot});
        m_bytes.append(folded);
    }
    if (m_void > m_bytes.size() / 2)
        compact();
}

QByteArrayView SearchText::at(Slot slot) const
{
    const Range &range = m_ranges[slot];
    return QByteArrayView(m_bytes).sliced(qMax<qsizetype>(range.begin, 0), range.size);
}

void SearchText::compact()
{
    QByteArray kept;
    kept.reserve(m_bytes.size() - m_void);
    std::erase_if(m_owners, [this](const Owner &owner) { return isVoid(owner); });
    for (Owner &owner : m_owners) {
        const QByteArrayView text = at(owner.slot);
        owner.begin = m_ranges[owner.slot].begin = kept.size();
        kept.append(text);
    }
    m_bytes = std::move(kept);
    m_void = 0;
}

bool SearchText::matches(Slot slot, const Query &query) const
{
    const QByteArrayView text = at(slot);
    return std::ranges::all_of(query.terms(), [&](const Query::Term &term) {
        return (findIn(text.begin(), text.end(), term) != nullptr) != term.excluded;
    });
}

std::vector<Slot> SearchText::find(const Query::Term &term) const
{
    std::vector<Slot> slots;
    const char *const begin = m_bytes.constData();
    const char *const end = begin + m_bytes.size();
    auto owner = m_owners.begin();
    for (const char *hit = begin; (hit = findIn(hit, end, term));) {
        const auto startsAfter = [](qsizetype offset, const Owner &o) { return offset < o.begin; };
        const auto next = std::upper_bound(owner, m_owners.end(), hit - begin, startsAfter);
        owner = std::prev(next);
        if (!isVoid(*owner))
            slots.push_back(owner->slot);
        hit = next == m_owners.end() ? end : begin + next->begin;
    }
    std::ranges::sort(slots);
    return slots;
}

std::vector<Slot> SearchText::search(const Query &query) const
{
    const QList<Query::Term> &terms = query.terms();
    const Query::Term *longest = nullptr;
    for (const Query::Term &term : terms) {
        if (!term.excluded && (!longest || term.needle.size() > longest->needle.size()))
            longest = &term;
    }
    std::vector<Slot> slots;
    if (longest) {
        slots = find(*longest);
    } else if (!terms.isEmpty()) {
        for (Slot slot = 0; slot < m_ranges.size(); ++slot) {
            if (m_ranges[slot].begin >= 0)
                slots.push_back(slot);
        }
    }
    if (terms.size() > 1 || !longest)
        std::erase_if(slots, [&](Slot slot) { return !matches(slot, query); });
    return slots;
}

} // namespace Treatybook
