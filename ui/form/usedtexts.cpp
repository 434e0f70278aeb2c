#include "ui/form/usedtexts.h"

#include <QSet>

namespace Treatybook {

namespace {

/// Over the flat arrays; no record is touched.
QStringList fromColumns(const AgreementStore &store, std::span<const quint32> (Columns::*list)(Slot) const)
{
    const Columns &columns = store.columns();
    std::vector<bool> used(columns.nameCount());
    for (Slot slot = 0; slot < store.slotCount(); ++slot) {
        for (const quint32 number : (columns.*list)(slot))
            used[number] = true;
    }
    QStringList texts;
    for (quint32 number = 0; number < columns.nameCount(); ++number) {
        if (used[number])
            texts.append(columns.nameAt(number).toString());
    }
    return texts;
}

QStringList fromRecords(const AgreementStore &store, const FieldInfo &info)
{
    QSet<Text> used;
    for (Slot slot = 0; slot < store.slotCount(); ++slot) {
        for (const Text &text : info.list(store.record(slot)))
            used.insert(text);
    }
    QStringList texts;
    for (const Text &text : std::as_const(used))
        texts.append(text.toString());
    return texts;
}

} // namespace

QStringList usedTexts(const AgreementStore &store, Field field)
{
    QStringList texts = field == Field::Subjects ? fromColumns(store, &Columns::subjects)
                        : field == Field::Tags   ? fromColumns(store, &Columns::tags)
                                                 : fromRecords(store, fieldInfo(field));
    texts.sort(Qt::CaseInsensitive);
    return texts;
}

} // namespace Treatybook
