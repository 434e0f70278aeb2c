#pragma once

#include "domain/statuscontext.h"

#include <QRandomGenerator>

#include <utility>

namespace Treatybook::Test {

/// Random records have their dates between these.
inline constexpr Day FirstRandomDay = dayNumber(2000, 1, 1);
inline constexpr Day LastRandomDay = dayNumber(2009, 12, 31);

/// Any nature, kind, acts, relations and qualifiers, however absurd together.
std::pair<Agreement, StatusContext> randomCase(QRandomGenerator &random);

struct ReferenceAnswer {
    Status status{};
    Status possibly{};
    bool certain = true;
};

/// The rules of status for one day, read off the record one by one without anything prepared: slow, and written apart
/// from the program's own, so that the two can be compared.
ReferenceAnswer referenceStatus(const Agreement &agreement, const StatusContext &context, ItemId participant, Day day);

} // namespace Treatybook::Test
