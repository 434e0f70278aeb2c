#include "session/conditions.h"

namespace Treatybook {

ConditionTest conditionTest(const QueryScope &scope, const QueryCondition &condition)
{
    switch (condition.subject) {
    case QuerySubject::Text:
    case QuerySubject::Choice:
    case QuerySubject::List:
    case QuerySubject::Participant:
    case QuerySubject::Part:
    case QuerySubject::Column:
    case QuerySubject::OwnField:
    case QuerySubject::Unsourced:
    case QuerySubject::Event:
    case QuerySubject::Has:
    case QuerySubject::Warning:
        return textTest(scope, condition);
    case QuerySubject::Date:
    case QuerySubject::Term:
    case QuerySubject::Active:
    case QuerySubject::Ended:
    case QuerySubject::Decade:
    case QuerySubject::Changed:
    case QuerySubject::Undated:
    case QuerySubject::Number:
    case QuerySubject::Quantity:
        return dayTest(scope, condition);
    case QuerySubject::Status:
    case QuerySubject::Became:
    case QuerySubject::InForce:
    case QuerySubject::PossiblyInForce:
    case QuerySubject::Expiring:
    case QuerySubject::Overdue:
    case QuerySubject::Bound:
        return statusTest(scope, condition);
    }
    return {};
}

} // namespace Treatybook
