#pragma once

#include <QHash>
#include <QString>

namespace Treatybook {

/// The translations of a GNU gettext .mo file by their English text; empty if there is no such file or it is none.
QHash<QString, QString> readMoFile(const QString &path);

} // namespace Treatybook
