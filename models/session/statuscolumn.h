#pragma once

#include "session/agreementstore.h"

namespace Treatybook {

/// The status of every record on one day, in a flat array. Remembers until which day each holds, so that moving the
/// day looks up only those that may differ.
class StatusColumn
{
public:
    explicit StatusColumn(const AgreementStore &store) : m_store(store) {}

    void setDay(Day day) { m_day = day; }
    Day day() const { return m_day; }
    /// Whose timeline may be another now.
    void forget(const StoreChange &change);
    void forgetAll() { m_known.clear(); }

    /// Of all slots, by index in the vocabulary; valid until the next call.
    std::span<const quint8> all();

private:
    struct Known {
        Day first = MaxDay; ///< of the days on which `status` holds
        Day last = MinDay;
    };

    void lookUp(Slot slot);

    const AgreementStore &m_store;
    Day m_day = MinDay;
    std::vector<Known> m_known;
    std::vector<quint8> m_statuses;
};

} // namespace Treatybook
