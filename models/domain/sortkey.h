#pragma once

#include "domain/field.h"

namespace Treatybook {

struct SortKey {
    Field field{};
    Qt::SortOrder order = Qt::AscendingOrder;
    bool operator==(const SortKey &) const = default;
};

} // namespace Treatybook
