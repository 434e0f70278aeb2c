#pragma once

#include "domain/query.h"

namespace Treatybook {

struct FoundRange {
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const FoundRange &) const = default;
};

/// Where in a text the words of a query stand, in order; what is excluded is not looked for. Follows the fold of the
/// search, so that "y te" marks "y tế".
QList<FoundRange> foundRanges(const QString &text, const Query &query);

} // namespace Treatybook
