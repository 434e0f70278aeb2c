#pragma once

#include "session/agreementstore.h"

namespace Treatybook {

/// Those of the records that no timeline can show: neither their span nor any act has a day. In the given order.
QList<Slot> undatedOf(const AgreementStore &store, const QList<Slot> &records);

} // namespace Treatybook
