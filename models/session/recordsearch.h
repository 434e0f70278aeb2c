#pragma once

#include "session/agreementstore.h"

namespace Treatybook {

/// Records that have all words of a text somewhere, those first whose title or short title has the text itself; for
/// lists that somebody chooses from. At most `most` of those, and about as many others.
QList<Slot> recordsNamed(const AgreementStore &store, const QString &typed, qsizetype most);

} // namespace Treatybook
