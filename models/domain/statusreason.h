#pragma once

#include "domain/statustimeline.h"

#include <QLocale>
#include <QString>

namespace Treatybook {

/// "Signed, possibly In force", "Being performed (not certain)"; empty for Status::None.
QString statusText(const StatusRun &run, Language language);

/// The status with its cause, as a sentence without a full stop: "Expired: term 2017/2019 ended; succeeded by Defence
/// cooperation plan 2020–2022". `run` is the one of `day`; successors are named once they have begun. Empty for events.
QString statusReason(const Agreement &agreement, const StatusContext &context, const StatusRun &run, Day day,
                     const QLocale &locale, ItemId participant = ItemId::None);

} // namespace Treatybook
