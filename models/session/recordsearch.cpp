#include "session/recordsearch.h"

#include "domain/query.h"

namespace Treatybook {

QList<Slot> recordsNamed(const AgreementStore &store, const QString &typed, qsizetype most)
{
    QList<Slot> titled, others;
    for (const Slot slot : store.searchText().search(Query::ofWords(typed).terms())) {
        const Agreement &record = store.record(slot);
        const bool isTitled = record->title.toString().contains(typed, Qt::CaseInsensitive) ||
                              record->shortTitle.toString().contains(typed, Qt::CaseInsensitive);
        (isTitled ? titled : others).append(slot);
        if (titled.size() >= most)
            break;
    }
    return titled + others;
}

} // namespace Treatybook
