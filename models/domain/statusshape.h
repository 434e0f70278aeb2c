#pragma once

#include "domain/agreement.h"

namespace Treatybook {

/// What an instrument is for the rules of status: which words it may come to bear.
enum class StatusShape : quint8 { Event, Treaty, Arrangement, Contract, Statement, Offer, Undertaking, Gift, Award };

StatusShape shapeOf(const Agreement &agreement);
/// `date` summarises acts of this kind.
bool isSigningAct(ActionKind kind, StatusShape shape);

} // namespace Treatybook
