#pragma once

#include "session/agreementstore.h"

#include <QCollator>
#include <QLocale>

#include <optional>
#include <vector>

namespace Treatybook {

/// What the records are sorted by in one field: dates as Edtf::compare, choices by their labels, the status in the
/// order of its vocabulary, numbers by size, ids by their bytes, everything else as text in the order of the language,
/// with numbers in it by size. A view of the store.
class SortValues
{
public:
    SortValues(const AgreementStore &store, Field field, Day asOf, const QLocale &locale);

    bool isText() const { return m_kind == Kind::Text; }
    bool isNumber() const { return m_kind == Kind::Number; }
    /// Nothing for an empty value.
    std::optional<qint64> number(Slot slot) const;
    QString text(Slot slot) const;
    QCollatorSortKey textKey(Slot slot) const { return m_collator.sortKey(text(slot)); }
    const QCollator &collator() const { return m_collator; }

    /// It stands last, whatever the direction.
    bool isEmpty(Slot slot) const;
    /// Below, at or above 0; neither is empty.
    int compare(Slot a, Slot b) const;

private:
    enum class Kind : quint8 { Text, Date, Id, Number };

    static Kind kindOf(Field field);
    void rankLabels();

    const AgreementStore &m_store;
    const FieldInfo &m_info;
    Kind m_kind;
    Day m_asOf;
    QLocale m_locale;
    QCollator m_collator;
    std::vector<qint64> m_labelRanks; ///< of a choice, by its index
};

} // namespace Treatybook
