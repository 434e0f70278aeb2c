#include "storage/testbook.h"

#include "storage/database.h"

#include <QDir>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Treatybook::Test {

namespace {

QString valueFor(const ColumnInfo &column, int number)
{
    switch (column.type) {
    case FieldType::Choice:
        return column.vocabulary->key(1 + number % (column.vocabulary->size() - 1));
    case FieldType::Date:
        return number % 2 ? u"2004-0%1-21?"_s.arg(1 + number % 9) : u"about %1"_s.arg(number); // the latter unread
    case FieldType::Interval:
        return u"2014-01/201%1"_s.arg(5 + number % 5);
    case FieldType::Number:
        return QString::number(number);
    case FieldType::Decimal:
        return u"-%1.50"_s.arg(number);
    case FieldType::Flag:
        return u"true"_s;
    case FieldType::List:
        return joinList({u"health"_s, u"own; subject %1"_s.arg(number), u"back\\slash"_s});
    case FieldType::Item:
        return u"1"_s;
    case FieldType::Record:
        return QUuid::createUuid().toString(QUuid::WithoutBraces);
    default:
        return u"%1 %2"_s.arg(hostileText()).arg(number);
    }
}

} // namespace

QString fastFolder()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/treatybook-XXXXXX"_s;
}

TestBook::TestBook() : m_folder(fastFolder())
{
    if (const auto created = createBook(path()); !created)
        qFatal("%s", qPrintable(created.error().message));
}

std::unique_ptr<Repository> TestBook::open(BookOptions::Executor executor) const
{
    auto opened = openBook(path(), {false, false, executor, u"tester"_s});
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return std::move(*opened);
}

QString hostileText()
{
    return u"Hiệp ước Đà Nẵng “đ/Đ” 'x\"; DROP TABLE agreement;-- \U0001F91D\r\n\t<img src=/etc/passwd> %1 \\ ?"_s;
}

Agreement fullRecord(int number)
{
    Pool pool;
    Agreement record(QUuid::createUuid());
    int item = 0;
    for (const FieldInfo &info : fieldTable()) {
        if (info.isScalar() && info.field != Field::Id && !info.setText(record, valueFor(info, number), pool))
            qFatal("no value for %s", qPrintable(info.keyText()));
        for (qsizetype row = 0; info.part && row < 2; ++row) {
            info.part->insert(record, row, static_cast<ItemId>(++item));
            for (size_t column = 0; column < info.part->columns.size(); ++column) {
                const QString value = valueFor(info.part->columns[column], number + item);
                if (!info.part->setCell(record, row, static_cast<qsizetype>(column), value, pool))
                    qFatal("no value for %s", qPrintable(info.part->columns[column].keyText()));
            }
        }
    }
    return record;
}

Agreement smallRecord(const QString &title)
{
    Agreement record(QUuid::createUuid());
    record.edit().title = title;
    return record;
}

ChangeSet addition(const Agreement &record)
{
    ChangeSet set(u"Add %1"_s.arg(record->title.toString()));
    set.changes.append(Change::add(record));
    return set;
}

ChangeSet edited(const StoredRecord &before, const std::function<void(Agreement &)> &edit)
{
    Agreement after = before.record;
    edit(after);
    ChangeSet set(u"Edit"_s);
    set.changes.append(Change::patch(before.record.id(), before.version, difference(before.record, after)));
    return set;
}

QMap<QUuid, StoredRecord> loadAll(Repository &repository, int limit)
{
    QMap<QUuid, StoredRecord> records;
    QUuid last;
    for (;;) {
        const auto page = repository.load(last, limit).result();
        if (!page)
            qFatal("%s", qPrintable(page.error().message));
        for (const StoredRecord &stored : *page)
            records.insert(stored.record.id(), stored);
        if (page->isEmpty())
            return records;
        last = page->last().record.id();
    }
}

Result<void> replay(const QList<LogEntry> &entries, QMap<QUuid, Agreement> &replica)
{
    Pool pool;
    for (const LogEntry &entry : entries) {
        for (const Change &change : entry.set.changes) {
            if (change.type == Change::Type::Setting)
                continue;
            if (replica.contains(change.id) == (change.type == Change::Type::Add))
                return Error{ErrorKind::Conflict, u"not the record that the log speaks of"_s, {}};
            if (change.type == Change::Type::Add)
                replica.insert(change.id, change.record.value());
            else if (change.type == Change::Type::Remove)
                replica.remove(change.id);
            else if (const auto after = patched(replica.value(change.id), change.steps, pool))
                replica.insert(change.id, *after);
            else
                return after.error();
        }
    }
    return {};
}

QString integrity(const QString &path)
{
    const auto database = Database::open(path, Database::Mode::ReadWrite);
    if (!database)
        return database.error().message;
    const auto verdict = (*database)->value(u"PRAGMA integrity_check"_s);
    const auto orphan = (*database)->value(u"PRAGMA foreign_key_check"_s);
    if (!verdict || !orphan)
        return (verdict ? orphan : verdict).error().message;
    return orphan->isValid() ? u"orphans in %1"_s.arg(orphan->toString()) : verdict->toString();
}

} // namespace Treatybook::Test
