#include "domain/backup.h"

#include "domain/tr.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

struct ReasonWords {
    QLatin1StringView key;
    const char *text;
};

constexpr ReasonWords Words[] = {
    // in the order of BackupReason
    {"change"_L1, QT_TRANSLATE_NOOP("Treatybook", "First change of the day")},
    {"import"_L1, QT_TRANSLATE_NOOP("Treatybook", "Before an import")},
    {"deletion"_L1, QT_TRANSLATE_NOOP("Treatybook", "Before many records were deleted")},
    {"update"_L1, QT_TRANSLATE_NOOP("Treatybook", "Before a new version of the program changed the file")},
    {"restore"_L1, QT_TRANSLATE_NOOP("Treatybook", "Before a backup was restored")},
    {"asked"_L1, QT_TRANSLATE_NOOP("Treatybook", "Asked for")},
    {"unknown"_L1, QT_TRANSLATE_NOOP("Treatybook", "File found among the backups")},
};
static_assert(std::size(Words) == BackupReasons.size());

} // namespace

QString backupReasonText(BackupReason reason)
{
    return tr(Words[static_cast<size_t>(reason)].text);
}

QString backupReasonKey(BackupReason reason)
{
    return Words[static_cast<size_t>(reason)].key;
}

BackupReason backupReasonOfKey(QStringView key)
{
    for (const BackupReason reason : BackupReasons) {
        if (key == Words[static_cast<size_t>(reason)].key)
            return reason;
    }
    return BackupReason::Unknown;
}

} // namespace Treatybook
