#include "storage/recordwriter.h"

#include "storage/database.h"
#include "storage/migrations.h"
#include "storage/recordreader.h"
#include "storage/statement.h"
#include "storage/testbook.h"
#include "support/testregistry.h"

#include <QTest>
#include <QVariant>

#include <sqlite3.h>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstRecordWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFieldComesBack();
    void longText();
    void updateWritesOnlyWhatIsTouched_data();
    void updateWritesOnlyWhatIsTouched();
    void sortDay_data();
    void sortDay();
    void removalTakesThePartsAlong();
    void itemsStandInTheirPlaces();

private:
    Agreement readBack(const QUuid &id);

    std::unique_ptr<Database> m_database;
    Pool m_pool;
};

void TstRecordWriter::init()
{
    auto database = Database::openInMemory();
    QVERIFY(database);
    m_database = std::move(*database);
    QVERIFY(Migrations::run(*m_database));
}

Agreement TstRecordWriter::readBack(const QUuid &id)
{
    const auto stored = RecordReader(*m_database, m_pool).record(id);
    return stored && *stored ? (*stored)->record : Agreement();
}

void TstRecordWriter::everyFieldComesBack()
{
    const Agreement record = Test::fullRecord(3);
    QVERIFY(RecordWriter(*m_database).insert(record, 7));
    const auto stored = RecordReader(*m_database, m_pool).record(record.id());
    QVERIFY(stored && *stored);
    QCOMPARE((*stored)->version, 7);
    for (const FieldInfo &info : fieldTable()) {
        if (info.isScalar())
            QCOMPARE(info.text((*stored)->record), info.text(record));
    }
    QVERIFY((*stored)->record == record);
}

void TstRecordWriter::longText()
{
    Agreement record = Test::smallRecord(u"long"_s);
    record.edit().summary = QString(1024 * 1024, u'Đ') + Test::hostileText();
    QVERIFY(RecordWriter(*m_database).insert(record, 1));
    QVERIFY(readBack(record.id()) == record);
}

void TstRecordWriter::updateWritesOnlyWhatIsTouched_data()
{
    using Edit = std::function<void(Agreement &)>;
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<int>("rows"); // the record's own row, and rows of items
    QTest::newRow("scalar") << Edit([](Agreement &a) { a.edit().title = u"new"_s; }) << 1;
    QTest::newRow("scalar of the extras") << Edit([](Agreement &a) { a.editExtras().officer = u"new"_s; }) << 1;
    QTest::newRow("item") << Edit([](Agreement &a) { a.edit().sources[1].note = u"new"_s; }) << 3; // out and in again
    QTest::newRow("item added") << Edit([](Agreement &a) {
        a.edit().actions.append(Test::itemOf<Action>(ItemId{999}));
    }) << 2;
    QTest::newRow("first item removed") << Edit([](Agreement &a) { a.edit().participants.removeFirst(); }) << 3;
    QTest::newRow("last item removed") << Edit([](Agreement &a) { a.edit().participants.removeLast(); }) << 2;
    QTest::newRow("items swapped") << Edit([](Agreement &a) { a.edit().sources.swapItemsAt(0, 1); }) << 4;
    QTest::newRow("item put first") << Edit([](Agreement &a) {
        a.edit().sources.prepend(Test::itemOf<Source>(ItemId{999}));
    }) << 4;
}

void TstRecordWriter::updateWritesOnlyWhatIsTouched()
{
    QFETCH(std::function<void(Agreement &)>, edit);
    QFETCH(int, rows);
    const Agreement before = Test::fullRecord(5), other = Test::fullRecord(6);
    RecordWriter writer(*m_database);
    QVERIFY(writer.insert(before, 1) && writer.insert(other, 1));
    Agreement after = before;
    edit(after);
    const int writtenBefore = sqlite3_total_changes(m_database->handle());
    QVERIFY(writer.update(before, after, difference(before, after), 2));
    QCOMPARE(sqlite3_total_changes(m_database->handle()) - writtenBefore, rows);
    QVERIFY(readBack(before.id()) == after);
    QVERIFY(readBack(other.id()) == other);
}

void TstRecordWriter::sortDay_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QVariant>("day");
    const auto day = [](int y, int m, int d) { return QVariant(QDate(y, m, d).toJulianDay()); };
    QTest::newRow("day") << u"2004-09-23"_s << day(2004, 9, 23);
    QTest::newRow("year") << u"2004~"_s << day(2004, 1, 1);
    QTest::newRow("interval") << u"2014-03/2016"_s << day(2014, 3, 1);
    QTest::newRow("open start") << u"../2016"_s << day(2016, 12, 31);
    QTest::newRow("unread") << u"about 2004"_s << QVariant();
    QTest::newRow("empty") << QString() << QVariant();
}

void TstRecordWriter::sortDay()
{
    QFETCH(QString, date);
    QFETCH(QVariant, day);
    const Agreement before = Test::smallRecord(u"dated"_s);
    Agreement after = before;
    after.edit().date = Edtf::read(date);
    RecordWriter writer(*m_database);
    QVERIFY(writer.insert(before, 1));
    QVERIFY(writer.update(before, after, difference(before, after), 2));
    Statement row(*m_database, u"SELECT sort_day FROM agreement"_s);
    const auto found = row.next();
    QVERIFY(found && *found);
    QCOMPARE(row.isNull(0), !day.isValid());
    QCOMPARE(row.number(0), day.toLongLong());
}

void TstRecordWriter::removalTakesThePartsAlong()
{
    const Agreement record = Test::fullRecord(5), other = Test::fullRecord(6);
    RecordWriter writer(*m_database);
    QVERIFY(writer.insert(record, 1) && writer.insert(other, 1));
    QVERIFY(writer.remove(record.id()));
    QCOMPARE(m_database->value(u"SELECT count(*) FROM agreement"_s)->toInt(), 1);
    QCOMPARE(m_database->value(u"SELECT count(*) FROM source"_s)->toInt(), 2);
    QCOMPARE(m_database->value(u"SELECT count(*) FROM own_field"_s)->toInt(), 2);
    QVERIFY(readBack(other.id()) == other);
}

/// Whatever their ids, however they are read.
void TstRecordWriter::itemsStandInTheirPlaces()
{
    QList<Agreement> records;
    RecordWriter writer(*m_database);
    for (int n = 0; n < 5; ++n) {
        Agreement record = Test::smallRecord(u"record %1"_s.arg(n));
        for (const int id : {50, 10, 40, 20 + n, 90 - 2 * n})
            record.edit().participants.append({ItemId(id), u"Participant %1"_s.arg(id), {}, {}, {}});
        records.append(record);
        QVERIFY(writer.insert(record, 1));
    }
    RecordReader reader(*m_database, m_pool);
    const auto page = reader.page({}, 100);
    QVERIFY(page);
    QCOMPARE(page->size(), records.size());
    QList<QUuid> ids;
    for (const Agreement &record : std::as_const(records)) {
        ids.append(record.id());
        QVERIFY(readBack(record.id()) == record);
        QVERIFY(std::ranges::any_of(*page, [&](const StoredRecord &one) { return one.record == record; }));
    }
    const auto several = reader.records(ids);
    QVERIFY(several);
    for (const Agreement &record : std::as_const(records))
        QVERIFY(several->value(record.id()).record == record);
}

TREATYBOOK_TEST(TstRecordWriter)
#include "tst_recordwriter.moc"
