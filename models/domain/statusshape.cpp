#include "domain/statusshape.h"

namespace Treatybook {

StatusShape shapeOf(const Agreement &agreement)
{
    const Nature nature = agreement->nature;
    if (nature == Nature::Event)
        return StatusShape::Event;
    if (nature == Nature::Treaty)
        return StatusShape::Treaty;
    switch (agreement->kind) {
    case Kind::Award:
        return StatusShape::Award;
    case Kind::Donation:
        return StatusShape::Gift;
    default:
        break;
    }
    if (nature == Nature::Contract)
        return StatusShape::Contract;
    if (nature == Nature::Undetermined && agreement->inForce.isDated())
        return StatusShape::Treaty; // whatever it is called, it entered into force
    switch (agreement->kind) {
    case Kind::JointStatement:
    case Kind::Declaration:
    case Kind::Resolution:
        return StatusShape::Statement;
    case Kind::Offer:
    case Kind::StatementOfIntent:
        return StatusShape::Offer;
    case Kind::Undertaking:
        return StatusShape::Undertaking;
    case Kind::Contract:
        return StatusShape::Contract;
    default:
        break;
    }
    if (nature == Nature::NonBinding)
        return StatusShape::Arrangement;
    return nature == Nature::Unilateral ? StatusShape::Statement : StatusShape::Treaty;
}

bool isSigningAct(ActionKind kind, StatusShape shape)
{
    switch (kind) {
    case ActionKind::Signature:
    case ActionKind::DefinitiveSignature:
    case ActionKind::SignatureAdReferendum:
    case ActionKind::ExchangeOfNotes:
        return true;
    case ActionKind::Announcement:
    case ActionKind::Issue:
        // That a treaty or contract was announced does not conclude it.
        return shape != StatusShape::Treaty && shape != StatusShape::Arrangement && shape != StatusShape::Contract;
    default:
        return false;
    }
}

} // namespace Treatybook
