#include "session/columns.h"

namespace Treatybook {

void Columns::resize(Slot slotCount)
{
    for (auto &choices : m_choices)
        choices.resize(slotCount);
    for (auto *days : {&m_dates, &m_inForce, &m_terms})
        days->resize(slotCount);
    m_decades.resize(slotCount);
    m_extents.resize(slotCount);
    for (ListColumn *list : {&m_subjects, &m_tags, &m_participants})
        list->resize(slotCount);
}

void Columns::set(Slot slot, const Agreement &record)
{
    for (size_t i = 0; i < ChoiceFields.size(); ++i)
        m_choices[i][slot] = static_cast<quint8>(fieldInfo(ChoiceFields[i]).choice(record));
    m_dates[slot] = record->date.instant();
    m_inForce[slot] = record->inForce.instant();
    m_terms[slot] = record->term.instant();
    m_decades[slot] = decadesOf(record);
    m_subjects.set(slot, numbers(record->subjects));
    m_tags.set(slot, numbers(record.extras().tags));
    QList<quint32> participants;
    for (const Participant &participant : record->participants) {
        const quint32 name = number(participant.name.isEmpty() ? participant.body : participant.name);
        if (!participants.contains(name))
            participants.append(name);
    }
    m_participants.set(slot, participants);
}

DayRange Columns::days(Field field, Slot slot) const
{
    switch (field) {
    case Field::Date:
        return m_dates[slot];
    case Field::InForce:
        return m_inForce[slot];
    case Field::Term:
        return m_terms[slot];
    default:
        return {};
    }
}

std::optional<quint32> Columns::numberOf(const Text &name) const
{
    const auto known = m_numbers.constFind(name);
    return known == m_numbers.constEnd() ? std::nullopt : std::optional(*known);
}

quint32 Columns::number(const Text &name)
{
    const auto known = m_numbers.constFind(name);
    if (known != m_numbers.constEnd())
        return *known;
    m_names.push_back(name);
    return *m_numbers.insert(name, static_cast<quint32>(m_names.size() - 1));
}

QList<quint32> Columns::numbers(const QList<Text> &names)
{
    QList<quint32> result;
    result.reserve(names.size());
    for (const Text &name : names) {
        if (const quint32 own = number(name); !result.contains(own))
            result.append(own);
    }
    return result;
}

} // namespace Treatybook
