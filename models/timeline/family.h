#pragma once

#include "session/agreementstore.h"

namespace Treatybook {

/// How records hang together by what one does to another: carries out, amends, extends, succeeds … Mere mention
/// (cites, related to) and what happened during an event join nobody.
struct Family {
    QList<Slot> records; ///< as they were given
    std::vector<quint8> levels;
    std::vector<int> chains; ///< numbers are unique among all families
    Slot head = 0;           ///< what gives it its name: of the upper level the first
};

/// Families of two or more among these records, which must be sorted by time; the first `head` first. Records that
/// stand alone are appended to `single`. Rings of relations end somewhere.
QList<Family> familiesOf(const AgreementStore &store, const QList<Slot> &records, QList<Slot> &single);

} // namespace Treatybook
