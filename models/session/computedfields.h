#pragma once

#include "session/agreementstore.h"

#include <QLocale>

#include <optional>

namespace Treatybook {

// Computed fields of a record as of a day: status, status_reason, ends, next_step, bound, changed. They are not stored;
// they hang on the day and on other records.

/// For people.
QString computedText(const AgreementStore &store, Slot slot, Field field, Day asOf, const QLocale &locale);
/// For programs: keys of vocabularies, ISO days, lists with "; ".
QString computedValue(const AgreementStore &store, Slot slot, Field field, Day asOf);
/// The same with the context of the record, for who asks for several fields.
QString computedValue(const AgreementStore &store, Slot slot, Field field, Day asOf, const StatusContext &context);
/// What it is sorted by: the status in the order of its vocabulary, days by their number; nothing stands last.
std::optional<qint64> computedOrder(const AgreementStore &store, Slot slot, Field field, Day asOf);
/// These are sorted by their text instead.
bool isOrderedByText(Field computed);

} // namespace Treatybook
