#include "timeline/undated.h"

#include "timeline/item.h"

namespace Treatybook {

QList<Slot> undatedOf(const AgreementStore &store, const QList<Slot> &records)
{
    QList<Slot> undated;
    for (const Slot slot : records) {
        if (store.columns().extent(slot).first == NoDay && pointsOf(store.record(slot)).isEmpty())
            undated.append(slot);
    }
    return undated;
}

} // namespace Treatybook
