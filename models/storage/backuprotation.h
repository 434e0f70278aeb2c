#pragma once

#include "domain/backup.h"

#include <QList>

namespace Treatybook::BackupRotation {

// Which backups stay: all of the last two days with one, then one a day for twelve days, one a week for ten weeks and
// one a month for nine months. Their order is that of their numbers, and days, weeks and months are counted, never
// subtracted from today: a clock that jumps makes no backup look old.

inline constexpr qsizetype AllDays = 2, Days = 12, Weeks = 10, Months = 9;
inline constexpr qsizetype Most = AllDays + Days + Weeks + Months;
inline constexpr qsizetype Fewest = 2;
/// All together take at most three times the size of the newest, or this much if that is more: small books keep them
/// all.
inline constexpr qint64 SmallTotal = 256 * 1024 * 1024;

/// Those that may go, oldest first. Never one without a number, nor the newest two.
QList<Backup> superfluous(const QList<Backup> &backups);

} // namespace Treatybook::BackupRotation
