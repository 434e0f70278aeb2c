#pragma once

#include "session/agreementstore.h"

namespace Treatybook {

/// How records hang together by what one does to another: carries out, amends, extends, succeeds … Mere mention (cites,
/// related to) and what happened during an event join nobody. All by index in the records asked about.
struct Kinship {
    std::vector<int> families;  ///< kin share a number, that of their first; -1: stands alone
    std::vector<quint8> levels; ///< 0 for what others carry out, amend or supplement, 1 for these, …
    std::vector<int> chains;    ///< successors share a number, that of their first; -1: neither has nor is one
};

/// Of records that are sorted by time. Rings of relations end somewhere. Costs O(n) in records and relations.
Kinship kinshipOf(const AgreementStore &store, const QList<Slot> &records);

} // namespace Treatybook
