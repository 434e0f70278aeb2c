#include "session/participantmatch.h"

#include "domain/countries.h"
#include "domain/fold.h"

#include <algorithm>

namespace Treatybook {

ParticipantMatch::ParticipantMatch(const AgreementStore &store, const QString &value)
{
    const QByteArray needle = fold(value);
    const Country *meant = Countries::byCodeOrName(value);
    const auto likenessOf = [&](const QString &text, const Country *country) {
        const QByteArray folded = fold(text);
        if (folded == needle || (meant && country == meant))
            return Likeness::Exact;
        return folded.contains(needle) ? Likeness::Partial : Likeness::None;
    };
    const auto note = [&](QHash<Text, Likeness> &known, const Text &text, bool isCode) {
        if (text.isEmpty() || known.contains(text))
            return;
        const QString string = text.toString();
        const Country *country = isCode ? Countries::byCode(string) : Countries::byName(string);
        Likeness likeness = likenessOf(string, country);
        if (isCode && country && likeness == Likeness::None) {
            const QStringList names = country->allNames();
            if (std::ranges::any_of(names, [&](const QString &name) { return fold(name).contains(needle); }))
                likeness = Likeness::Partial;
        }
        known.insert(text, likeness);
        m_least = std::max(m_least, likeness);
    };
    for (Slot slot = 0; slot < store.slotCount(); ++slot) {
        for (const Participant &participant : store.record(slot)->participants) {
            note(m_names, participant.name, false);
            note(m_names, participant.body, false);
            note(m_codes, participant.code, true);
        }
    }
}

bool ParticipantMatch::operator()(const Participant &participant) const
{
    return m_names.value(participant.name) >= m_least || m_names.value(participant.body) >= m_least ||
           m_codes.value(participant.code) >= m_least;
}

bool ParticipantMatch::operator()(const QList<Participant> &participants) const
{
    return std::ranges::any_of(participants, [this](const Participant &one) { return (*this)(one); });
}

} // namespace Treatybook
