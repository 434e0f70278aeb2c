#pragma once

#include "domain/querynode.h"
#include "session/agreementstore.h"

#include <QLocale>

#include <functional>

namespace Treatybook {

/// What vague dates and statuses answer to a query.
enum class Reading : quint8 {
    AsShown, ///< dates what they may mean, statuses as they are shown
    Certain, ///< only what holds whatever the vague dates mean
    Possible ///< all that may hold
};

/// For which records, and which day, a query is answered.
struct QueryScope {
    const AgreementStore &store;
    Day asOf = NoDay;
    Reading reading = Reading::AsShown;
    QLocale locale; ///< of the texts of computed fields
};

/// Whether a record meets one condition. What the condition needs of the book as a whole is in it already: `holds` may
/// be called in any thread while the store does not change.
struct ConditionTest {
    std::function<bool(Slot)> holds;
    /// Folded; the search text of every record that meets the condition has it somewhere. Empty: it need not.
    QByteArray neededText;
};

/// Of any condition.
ConditionTest conditionTest(const QueryScope &scope, const QueryCondition &condition);

// Of those about texts and choices, about days and amounts, about the status on a day.
ConditionTest textTest(const QueryScope &scope, const QueryCondition &condition);
ConditionTest dayTest(const QueryScope &scope, const QueryCondition &condition);
ConditionTest statusTest(const QueryScope &scope, const QueryCondition &condition);

} // namespace Treatybook
