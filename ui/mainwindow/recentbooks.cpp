#include "ui/mainwindow/recentbooks.h"

#include "ui/mainwindow/settings.h"

#include <QDir>
#include <QFileInfo>

namespace Treatybook {

using namespace Qt::StringLiterals;

static const auto BooksKey = u"books"_s;
static const auto Opened = u"opened"_s;

QString RecentBook::name() const
{
    return QFileInfo(path).completeBaseName();
}

QString RecentBook::folder() const
{
    const QString folder = QFileInfo(path).path(), home = QDir::homePath();
    if (folder == home)
        return u"~"_s;
    return QDir::toNativeSeparators(folder.startsWith(home + u'/') ? u'~' + folder.mid(home.size()) : folder);
}

QList<RecentBook> RecentBooks::all() const
{
    QList<RecentBook> books;
    const QJsonObject entries = m_settings.value({BooksKey}).toObject();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        if (entry.key().startsWith(u'/'))
            books.append({entry.key(), QDateTime::fromString(entry.value()[Opened].toString(), Qt::ISODateWithMs)});
    }
    std::stable_sort(books.begin(), books.end(), [](const RecentBook &a, const RecentBook &b) {
        return a.opened.isValid() != b.opened.isValid() ? a.opened.isValid() : a.opened > b.opened;
    });
    return books;
}

void RecentBooks::add(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QDateTime now = QDateTime::currentDateTimeUtc();
    if (const auto books = all(); !books.isEmpty() && books.first().opened >= now)
        now = books.first().opened.addMSecs(1); // also where the clock was set back
    m_settings.set({BooksKey, absolute, Opened}, now.toString(Qt::ISODateWithMs));
    for (const QList<RecentBook> books = all(); const RecentBook &old : books.mid(Longest))
        remove(old.path);
}

void RecentBooks::remove(const QString &path)
{
    m_settings.set({BooksKey, path}, {});
}

} // namespace Treatybook
