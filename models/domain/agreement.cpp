#include "domain/agreement.h"

#include <tuple>

namespace Treatybook {

static auto tied(const AgreementMain &m)
{
    return std::tie(m.id, m.title, m.shortTitle, m.reference, m.place, m.summary, m.notes, m.nature, m.kind, m.termKind,
                    m.handling, m.confidence, m.statusOverride, m.date, m.inForce, m.term, m.subjects, m.participants,
                    m.actions, m.sources);
}

static auto tied(const AgreementExtras &e)
{
    return std::tie(e.nationalCategory, e.prevailingText, e.officer, e.fileReference, e.statusOverrideReason,
                    e.verifiedOn, e.noticeMonths, e.renewalMonths, e.languages, e.tags, e.titles, e.identifiers,
                    e.persons, e.quantities, e.relations, e.obligations, e.attachments, e.ownFields);
}

bool AgreementMain::operator==(const AgreementMain &other) const
{
    return tied(*this) == tied(other);
}

bool AgreementExtras::operator==(const AgreementExtras &other) const
{
    return tied(*this) == tied(other);
}

const AgreementExtras &Agreement::extras() const
{
    static const AgreementExtras nothing;
    return m_extras ? *m_extras : nothing;
}

AgreementExtras &Agreement::editExtras()
{
    if (!m_extras)
        m_extras = new AgreementExtras;
    return *m_extras;
}

} // namespace Treatybook
