#include "domain/ourside.h"

#include "domain/countries.h"
#include "domain/fold.h"
#include "domain/sides.h"

namespace Treatybook {

OurSide::OurSide(const QString &who) : m_who(who.simplified())
{
    if (isNone())
        return;
    m_country = Countries::byCodeOrName(m_who);
    m_names.insert(fold(m_who));
    if (m_country) {
        for (const QString &name : m_country->allNames())
            m_names.insert(fold(name));
    }
}

QString OurSide::label(Language language) const
{
    return m_country ? m_country->name(language) : m_who;
}

bool OurSide::is(const Participant &participant) const
{
    if (isNone())
        return false;
    if (m_country && !participant.code.isEmpty() && !m_country->code.isEmpty())
        return participant.code.toString() == m_country->code;
    // A body of a State is not the State, but one without a State is the participant.
    const Text &name = participant.name.isEmpty() ? participant.body : participant.name;
    return m_names.contains(fold(name.toString()));
}

ItemId OurSide::in(const Agreement &record) const
{
    if (isNone() || !isMultilateral(record))
        return ItemId::None;
    ItemId other = ItemId::None; // an observer may have consented as well
    for (const Participant &participant : record->participants) {
        if (!is(participant))
            continue;
        if (isSide(participant.role))
            return participant.id;
        if (other == ItemId::None)
            other = participant.id;
    }
    return other;
}

} // namespace Treatybook
