#pragma once

#include "domain/agreement.h"
#include "domain/facet.h"
#include "domain/field.h"
#include "domain/span.h"
#include "session/listcolumn.h"

#include <QHash>

#include <optional>

namespace Treatybook {

/// Dense number of a record in the open book; it is not kept in files and may be given anew after a removal.
using Slot = quint32;

/// Per slot what filter, facets, sort and timeline ask for, in flat arrays: readers never touch a record. Repeated
/// texts are numbers; nameAt() gives the text back. Filled by AgreementStore.
class Columns
{
public:
    void resize(Slot slotCount);
    void set(Slot slot, const Agreement &record);
    void clear(Slot slot)
    {
        set(slot, Agreement());
        setExtent(slot, {});
    }

    /// Index in the vocabulary; `field` is a Choice of the record.
    quint8 choice(Field field, Slot slot) const { return m_choices[choiceIndex(field)][slot]; }
    /// The same for all slots.
    std::span<const quint8> choices(Field field) const { return m_choices[choiceIndex(field)]; }
    /// The decades that the record may belong to.
    Decades decades(Slot slot) const { return m_decades[slot]; }
    /// The known days of Date, InForce or Term, from the earliest to the latest.
    DayRange days(Field field, Slot slot) const;

    const Extent &extent(Slot slot) const { return m_extents[slot]; }
    /// Hangs on other records too, so that it is told apart.
    void setExtent(Slot slot, const Extent &extent) { m_extents[slot] = extent; }

    /// Subjects in order (the first makes the lane), tags, and the names of participants, each once.
    std::span<const quint32> subjects(Slot slot) const { return m_subjects.at(slot); }
    std::span<const quint32> tags(Slot slot) const { return m_tags.at(slot); }
    std::span<const quint32> participants(Slot slot) const { return m_participants.at(slot); }

    std::optional<quint32> numberOf(const Text &name) const;
    const Text &nameAt(quint32 number) const { return m_names[number]; }
    quint32 nameCount() const { return static_cast<quint32>(m_names.size()); }

private:
    static constexpr std::array ChoiceFields{Field::Nature,   Field::Kind,       Field::TermKind,
                                             Field::Handling, Field::Confidence, Field::StatusOverride};
    static constexpr size_t choiceIndex(Field field)
    {
        return static_cast<size_t>(std::find(ChoiceFields.begin(), ChoiceFields.end(), field) - ChoiceFields.begin());
    }

    quint32 number(const Text &name);
    QList<quint32> numbers(const QList<Text> &names);

    std::array<std::vector<quint8>, ChoiceFields.size()> m_choices;
    std::vector<DayRange> m_dates, m_inForce, m_terms;
    std::vector<Decades> m_decades;
    std::vector<Extent> m_extents;
    ListColumn m_subjects, m_tags, m_participants;
    std::vector<Text> m_names;
    QHash<Text, quint32> m_numbers;
};

} // namespace Treatybook
