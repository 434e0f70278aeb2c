#pragma once

#include "domain/querynode.h"
#include "domain/result.h"
#include "domain/sortkey.h"

namespace Treatybook {

/// What `word`, `sign` and `value` ask for together: a field or part by key or alias, a column of a part, or one of the
/// words `is`, `has`, `possibly`, `became`, `active`, `ended`, `decade`. The error says in a sentence what was
/// expected.
Result<QueryCondition> readCondition(const QString &word, const QString &sign, const QString &value);

/// What a record can be, as `is:` has it.
QStringList stateWords();

/// "signed,-title": by date, then by title downwards. The error names what is no field.
Result<QList<SortKey>> readSort(const QString &value);

} // namespace Treatybook
