#pragma once

#include "storage/book.h"

#include <QMap>
#include <QTemporaryDir>

namespace Treatybook::Test {

/// Template of a temporary folder, in memory where there is such a disk: thousands of commits wait for no real one.
QString fastFolder();

/// A new, empty book in a folder of its own.
class TestBook
{
public:
    TestBook();

    QString path() const { return m_folder.filePath(QStringLiteral("book.treatybook")); }
    QString folder() const { return m_folder.path(); }
    /// A client of this process that shares the file with others. Never null: a failure ends the test program.
    std::unique_ptr<Repository> open(BookOptions::Executor executor = BookOptions::Executor::Direct) const;

private:
    QTemporaryDir m_folder;
};

/// Text that breaks careless code: quotes, marks, an emoji, line ends, markup, SQL.
QString hostileText();

/// A record with every field and two items of every part filled; `number` makes it different from others.
Agreement fullRecord(int number);
Agreement smallRecord(const QString &title);

/// For QVERIFY2: what the error says, or nothing.
template <class T>
QByteArray why(const Result<T> &result)
{
    return result ? QByteArray() : (result.error().message + u' ' + result.error().detail).toUtf8();
}

/// A part item of which only the id is filled.
template <class Item>
Item itemOf(ItemId id)
{
    Item item;
    item.id = id;
    return item;
}

ChangeSet addition(const Agreement &record);
/// The change from `before` to what `edit` makes of it.
ChangeSet edited(const StoredRecord &before, const std::function<void(Agreement &)> &edit);

/// Everything in the store, loaded in pages of `limit`.
QMap<QUuid, StoredRecord> loadAll(Repository &repository, int limit = 500);

/// What a replica makes of log entries; conflicts or unknown records make it fail.
Result<void> replay(const QList<LogEntry> &entries, QMap<QUuid, Agreement> &replica);

/// "ok", or what SQLite finds.
QString integrity(const QString &path);

} // namespace Treatybook::Test
