#pragma once

#include "session/agreementstore.h"

namespace Treatybook {

/// Which participants a person means by a name, a code or a part of them: `Cuba`, `CU`, `vietnam`, `ministry of`. If
/// the book has participants that are called exactly so, or are the State that is, only these are meant. May be asked
/// in any thread.
class ParticipantMatch
{
public:
    ParticipantMatch(const AgreementStore &store, const QString &value);

    bool operator()(const Participant &participant) const;
    /// One of them is meant.
    bool operator()(const QList<Participant> &participants) const;

private:
    enum class Likeness : quint8 { None, Partial, Exact };

    QHash<Text, Likeness> m_names, m_codes; ///< of all participants of the book
    Likeness m_least = Likeness::Partial;
};

} // namespace Treatybook
