#include "domain/parts.h"

#include <QRandomGenerator>

namespace Treatybook {

ItemId newItemId()
{
    constexpr quint64 Mask = (quint64(1) << 53) - 1;
    return static_cast<ItemId>(qMax<quint64>(1, QRandomGenerator::system()->generate64() & Mask));
}

} // namespace Treatybook
