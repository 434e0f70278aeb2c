#include "itemmodels/sortvalues.h"

#include "session/computedfields.h"

#include <algorithm>
#include <numeric>

namespace Treatybook {

/// The C locale knows no order of words.
static QLocale wordLocale(const QLocale &locale)
{
    return locale == QLocale::c() ? QLocale(QLocale::English) : locale;
}

SortValues::SortValues(const AgreementStore &store, Field field, Day asOf, const QLocale &locale)
    : m_store(store)
    , m_info(fieldInfo(field))
    , m_kind(kindOf(field))
    , m_asOf(asOf)
    , m_locale(locale)
    , m_collator(wordLocale(locale))
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    if (m_info.choice)
        rankLabels();
}

void SortValues::rankLabels()
{
    const auto label = [this](int index) { return m_info.vocabulary->label(index, languageOf(m_locale)); };
    std::vector<int> order(static_cast<size_t>(m_info.vocabulary->size()));
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, [&](int a, int b) { return m_collator.compare(label(a), label(b)) < 0; });
    m_labelRanks.resize(order.size());
    for (size_t rank = 0; rank < order.size(); ++rank)
        m_labelRanks[static_cast<size_t>(order[rank])] = static_cast<qint64>(rank);
}

SortValues::Kind SortValues::kindOf(Field field)
{
    const FieldInfo &info = fieldInfo(field);
    if (info.edtf)
        return Kind::Date;
    if (info.type == FieldType::Id)
        return Kind::Id;
    if (info.type == FieldType::Number || info.type == FieldType::Choice ||
        (info.type == FieldType::Computed && !isOrderedByText(field)))
        return Kind::Number;
    return Kind::Text;
}

QString SortValues::text(Slot slot) const
{
    return m_info.isStored() ? displayText(m_store.record(slot), m_info.field, m_locale)
                             : computedText(m_store, slot, m_info.field, m_asOf, m_locale);
}

std::optional<qint64> SortValues::number(Slot slot) const
{
    if (!m_info.isStored())
        return computedOrder(m_store, slot, m_info.field, m_asOf);
    if (m_info.choice) {
        const int index = m_info.choice(m_store.record(slot));
        return m_info.vocabulary->key(index).isEmpty() ? std::nullopt
                                                       : std::optional(m_labelRanks[static_cast<size_t>(index)]);
    }
    bool ok = false;
    const qint64 number = m_info.text(m_store.record(slot)).toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

bool SortValues::isEmpty(Slot slot) const
{
    switch (m_kind) {
    case Kind::Date:
        return m_info.edtf(m_store.record(slot)).isEmpty();
    case Kind::Number:
        return !number(slot);
    case Kind::Text:
        return text(slot).isEmpty();
    case Kind::Id:
        break;
    }
    return false;
}

int SortValues::compare(Slot a, Slot b) const
{
    switch (m_kind) {
    case Kind::Date:
        return Edtf::compare(m_info.edtf(m_store.record(a)), m_info.edtf(m_store.record(b)));
    case Kind::Number: {
        const qint64 difference = *number(a) - *number(b);
        return difference < 0 ? -1 : difference > 0 ? 1 : 0;
    }
    case Kind::Id: {
        const QUuid &left = m_store.record(a).id();
        const QUuid &right = m_store.record(b).id();
        return left < right ? -1 : right < left ? 1 : 0;
    }
    case Kind::Text:
        break;
    }
    return m_collator.compare(text(a), text(b));
}

} // namespace Treatybook
