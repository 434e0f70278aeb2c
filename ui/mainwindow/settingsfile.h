#pragma once

#include "domain/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace Treatybook {

/// One value by the names that lead to it; null and undefined take it away.
struct SettingsChange {
    QStringList path;
    QJsonValue value;
};

/// The object with that value; objects on the way are made, values in the way are replaced.
QJsonObject changed(QJsonObject object, const SettingsChange &change);

/// The settings of a person as one small file: a line with version and checksum, then JSON. Whatever the file holds, it
/// is either what we wrote or refused. Usable in any thread.
namespace SettingsFile {

constexpr qint64 Longest = 1 << 20; ///< bytes; what is longer is not ours

/// Nothing, if there is no file. Errors: Damaged, Newer, Denied.
Result<QJsonObject> read(const QString &path);
/// Brings the changes into what the file holds now, which another program may have written meanwhile, and returns the
/// whole; where the file is damaged, `fallback` stands for it. Waits for other programs, two seconds at most. Errors:
/// Newer, and those of SafeFile; the file is then as before.
Result<QJsonObject> change(const QString &path, const QList<SettingsChange> &changes, const QJsonObject &fallback);

} // namespace SettingsFile

} // namespace Treatybook
