#include "ui/mainwindow/recentbooks.h"

#include <QFileInfo>
#include <QSettings>

namespace Treatybook {

using namespace Qt::StringLiterals;

static const auto Key = "recentBooks"_L1;

QStringList RecentBooks::paths() const
{
    QStringList paths = QSettings().value(Key).toStringList();
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return paths;
}

void RecentBooks::add(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList all = paths();
    all.removeAll(absolute);
    all.prepend(absolute);
    QSettings().setValue(Key, QStringList(all.first(qMin(all.size(), Longest))));
}

} // namespace Treatybook
