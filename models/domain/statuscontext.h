#pragma once

#include "domain/agreement.h"

namespace Treatybook {

/// What other records say about one record; built by the store, since a status is no function of one record alone.
struct StatusContext {
    /// A relation that another record bears to this one.
    struct Incoming {
        RelationKind kind{};
        Confidence confidence{};
        bool partly = false;
        QUuid from;
        Text title;     ///< of the other record
        Edtf effective; ///< of the relation
        Edtf inForce;   ///< of the other record, if the relation has no date
        Edtf date;      ///< of the other record, if it has no entry into force either
        Edtf term;      ///< of the other record; its end is the new end of what it extends
    };

    QList<Incoming> incoming;
};

/// A relation counts from its effective date, else the later record's entry into force, else its date; never from that
/// record's status, so that rings cannot loop.
inline const Edtf &beginOf(const StatusContext::Incoming &relation)
{
    return relation.effective.isDated() ? relation.effective
           : relation.inForce.isDated() ? relation.inForce
                                        : relation.date;
}

/// `relation` belongs to `from`.
StatusContext::Incoming incomingRelation(const Agreement &from, const Relation &relation);

} // namespace Treatybook
