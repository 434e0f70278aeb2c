#include "timeline/colouring.h"

#include "domain/tr.h"

#include <algorithm>
#include <numeric>

namespace Treatybook {

namespace {

/// A value of a record as a number; below, 0 to 255 of a vocabulary or any number of a subject.
class Values
{
public:
    Values(const AgreementStore &store, ColourBy by, Language language)
        : m_columns(store.columns()), m_by(by), m_language(language)
    {
    }

    size_t count() const { return m_by == ColourBy::Subject ? m_columns.nameCount() : size_t(vocabulary().size()); }

    template <typename Take>
    void forEach(Slot slot, const Take &take) const
    {
        if (m_by == ColourBy::Subject) {
            for (const quint32 subject : m_columns.subjects(slot))
                take(subject);
        } else if (const quint8 value = m_columns.choice(field(), slot); value > 0) { // 0 is not stated, or other
            take(quint32(value));
        }
    }

    QString label(quint32 value) const
    {
        return m_by == ColourBy::Subject ? subjectLabel(m_columns.nameAt(value).toString(), m_language)
                                         : vocabulary().label(static_cast<int>(value), m_language);
    }

    /// Where none has a value.
    QString noneLabel() const
    {
        return m_by == ColourBy::Subject ? Treatybook::tr("No subject") : vocabulary().label(0, m_language);
    }

    /// A place in a fixed order: that of the vocabulary, after it subjects of the book's own by name.
    std::pair<int, QString> rank(quint32 value) const
    {
        if (m_by != ColourBy::Subject)
            return {static_cast<int>(value), {}};
        const QString text = m_columns.nameAt(value).toString();
        const auto known = Vocabularies::subjects.indexOfKey(text);
        return {known.value_or(Vocabularies::subjects.size()), known ? QString() : text};
    }

private:
    Field field() const { return m_by == ColourBy::Nature ? Field::Nature : Field::Kind; }
    const Vocabulary &vocabulary() const
    {
        return m_by == ColourBy::Nature ? Vocabularies::natures : Vocabularies::kinds;
    }

    const Columns &m_columns;
    ColourBy m_by;
    Language m_language;
};

} // namespace

std::optional<ColourBy> colourByOfKey(QStringView key)
{
    for (const ColourByInfo &info : colourByTable) {
        if (key == QLatin1StringView(info.key.data(), static_cast<qsizetype>(info.key.size())))
            return info.value;
    }
    return {};
}

Colouring::Colouring(const AgreementStore &store, std::span<const Slot> records, ColourBy by, Language language)
    : m_by(by)
{
    if (isByStatus())
        return;
    const Values values(store, by, language);
    std::vector<int> frequencies(values.count());
    for (const Slot slot : records)
        values.forEach(slot, [&](quint32 value) { ++frequencies[value]; });

    QList<quint32> chosen;
    for (quint32 value = 0; value < frequencies.size(); ++value) {
        if (frequencies[value] > 0)
            chosen.append(value);
    }
    const bool isCut = chosen.size() > ValueCategories;
    const auto byRank = [&](quint32 a, quint32 b) { return values.rank(a) < values.rank(b); };
    if (isCut) {
        const auto moreFrequent = [&](quint32 a, quint32 b) {
            return frequencies[a] != frequencies[b] ? frequencies[a] > frequencies[b] : byRank(a, b);
        };
        std::partial_sort(chosen.begin(), chosen.begin() + ValueCategories, chosen.end(), moreFrequent);
        chosen.resize(ValueCategories);
    }
    std::sort(chosen.begin(), chosen.end(), byRank);

    std::vector<quint8> categoryOfValue(values.count(), OtherCategory);
    for (int i = 0; i < chosen.size(); ++i)
        categoryOfValue[chosen.at(i)] = static_cast<quint8>(i);
    m_ofSlots.assign(store.slotCount(), OtherCategory);
    std::array<int, CategoryCount> counts{};
    for (const Slot slot : records) {
        quint8 &category = m_ofSlots[slot];
        values.forEach(slot, [&](quint32 value) {
            if (category == OtherCategory)
                category = categoryOfValue[value];
        });
        ++counts[category];
    }
    for (int i = 0; i < CategoryCount; ++i) {
        if (counts[static_cast<size_t>(i)] == 0)
            continue;
        const QString label = i < OtherCategory ? values.label(chosen.at(i))
                              : isCut           ? Treatybook::tr("Other or none")
                                                : values.noneLabel();
        m_categories.append({i, label, counts[static_cast<size_t>(i)]});
    }
}

} // namespace Treatybook
