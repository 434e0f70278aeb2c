#include "storage/bookupgrade.h"

#include "domain/tr.h"
#include "storage/backups.h"
#include "storage/database.h"
#include "storage/documentfile.h"

namespace Treatybook {

static Error notUpgraded(const DocumentFile &file, const Error &cause)
{
    return {
        cause.kind,
        tr("“%1” is from an older version of the program and was left as it is. %2").arg(file.name(), cause.message),
        cause.detail};
}

Result<void> upgradeBook(const DocumentFile &file, const Migrations::Scripts &scripts)
{
    if (file.version() >= scripts.size())
        return {};
    const auto database = Database::open(file.path(), Database::Mode::ReadWrite);
    if (!database)
        return notUpgraded(file, database.error());
    if (const auto backup = Backups(file.path()).make(**database, BackupReason::Migration); !backup)
        return notUpgraded(file, backup.error());
    const auto upgraded = Migrations::upgrade(**database, scripts);
    return upgraded ? Result<void>() : notUpgraded(file, upgraded.error());
}

} // namespace Treatybook
