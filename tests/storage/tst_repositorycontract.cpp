#include "storage/testbook.h"
#include "support/testregistry.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

/// What every store must keep: two clients of one book, with the calls done at once and on a thread of their own.
class TstRepositoryContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void newBookIsEmpty();
    void everyFieldComesBack();
    void pagesInOrderOfId();
    void firstAreInOrderOfDates();
    void differentFieldsBothStay();
    void sameFieldIsAConflict();
    void itemsOfOneList();
    void itemIdIsUniqueInTheRecord();
    void oneWrongChangeStoresNothing();
    void editedRecordIsNotRemoved();
    void removedRecordIsNotEdited();
    void removalIsUndoneWithTheSameIdentity();
    void editIsUndoneAndDoneAgain();
    void additionTwice();
    void sameChangeTwice();
    void severalChangesOfOneRecord();
    void changesSince();
    void additionsComeAsTheyWere();
    void manyAtOnce();
    void history();
    void settings();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
    void blobs();
    void copyTo();
    void closingFinishesWhatWaits();
    void randomChangesAgainstAReference();

private:
    Receipt stored(Repository &client, const ChangeSet &set);
    Error refused(Repository &client, const ChangeSet &set);
    Cursor cursor();
    StoredRecord now(const QUuid &id) { return m_b->record(id).result().value(); }

    std::optional<Test::TestBook> m_book;
    std::unique_ptr<Repository> m_a, m_b;
};

void TstRepositoryContract::initTestCase_data()
{
    QTest::addColumn<BookOptions::Executor>("executor");
    QTest::newRow("direct") << BookOptions::Executor::Direct;
    QTest::newRow("thread") << BookOptions::Executor::OwnThread;
}

void TstRepositoryContract::init()
{
    QFETCH_GLOBAL(BookOptions::Executor, executor);
    m_book.emplace();
    m_a = m_book->open(executor);
    m_b = m_book->open(executor);
}

void TstRepositoryContract::cleanup()
{
    m_a.reset();
    m_b.reset();
    QCOMPARE(Test::integrity(m_book->path()), u"ok"_s);
}

Receipt TstRepositoryContract::stored(Repository &client, const ChangeSet &set)
{
    const auto receipt = client.commit(set).result();
    if (receipt)
        return *receipt;
    QTest::qFail(qPrintable(receipt.error().message + receipt.error().detail), __FILE__, __LINE__);
    return {};
}

Error TstRepositoryContract::refused(Repository &client, const ChangeSet &set)
{
    const auto receipt = client.commit(set).result();
    if (!receipt)
        return receipt.error();
    QTest::qFail("was not refused", __FILE__, __LINE__);
    return {};
}

Cursor TstRepositoryContract::cursor()
{
    return m_b->cursor().result().value();
}

static ChangeSet removal(const StoredRecord &record)
{
    ChangeSet set(u"Remove"_s);
    set.changes.append(Change::remove(record.record, record.version));
    return set;
}

static ChangeSet setting(const QString &key, const QString &before, const QString &after)
{
    ChangeSet set(u"Set"_s);
    set.changes.append(Change::setting({key, before, after}));
    return set;
}

void TstRepositoryContract::newBookIsEmpty()
{
    QCOMPARE(cursor(), 0);
    QVERIFY(m_a->load({}, 100).result()->isEmpty());
    QVERIFY(m_a->settings().result()->isEmpty());
    QVERIFY(m_a->changesSince(0).result()->isEmpty());
    QVERIFY(m_a->history({}, 0, 100).result()->isEmpty());
    QCOMPARE(m_a->record(QUuid::createUuid()).result().error().kind, ErrorKind::Missing);
    QCOMPARE(m_a->lookup(QUuid::createUuid()).result().value(), Lookup::Absent);
    QVERIFY(!m_a->capabilities().readOnly);
    QVERIFY(m_a->capabilities().canDelete);
}

void TstRepositoryContract::everyFieldComesBack()
{
    Agreement record = Test::fullRecord(1);
    record.edit().notes = QString(1024 * 1024, u'đ');
    const Receipt receipt = stored(*m_a, Test::addition(record));
    QCOMPARE(receipt.cursor, 1);
    QCOMPARE(receipt.versions, (QHash<QUuid, qint64>{{record.id(), 1}}));
    QVERIFY(now(record.id()).record == record);
    QCOMPARE(now(record.id()).version, 1);
    const auto loaded = Test::loadAll(*m_b);
    QCOMPARE(loaded.size(), 1);
    QVERIFY(loaded.value(record.id()).record == record);
    QCOMPARE(loaded.value(record.id()).version, 1);
}

void TstRepositoryContract::pagesInOrderOfId()
{
    QMap<QUuid, Agreement> records;
    ChangeSet set(u"Import"_s);
    for (int i = 0; i < 2100; ++i) {
        const Agreement record = i % 50 ? Test::smallRecord(QString::number(i)) : Test::fullRecord(i);
        records.insert(record.id(), record);
        set.changes.append(Change::add(record));
    }
    const Receipt receipt = stored(*m_a, set);
    QCOMPARE(receipt.versions.size(), records.size());
    QCOMPARE(m_b->load({}, 100000).result()->size(), 2000); // a step is never longer
    QCOMPARE(m_b->load({}, 7).result()->size(), 7);
    QString last;
    const auto page = m_b->load({}, 300).result().value();
    for (const StoredRecord &record : page) {
        const QString id = record.record.id().toString(QUuid::WithoutBraces);
        QVERIFY(last < id);
        last = id;
    }
    const auto loaded = Test::loadAll(*m_b, 299);
    QCOMPARE(loaded.size(), records.size());
    for (const Agreement &record : records)
        QVERIFY(loaded.value(record.id()).record == record);
}

void TstRepositoryContract::firstAreInOrderOfDates()
{
    const QStringList dates{u"2004"_s,    u"1993-06-23"_s,  u""_s,         u"[..1990]"_s,
                            u"2021-09"_s, u"-0044-03-15"_s, u"in spring"_s};
    ChangeSet set(u"Add"_s);
    for (qsizetype i = 0; i < dates.size(); ++i) {
        Agreement record(QUuid::createUuid());
        record.edit().date = Edtf::read(dates[i]);
        set.changes.append(Change::add(record));
    }
    stored(*m_a, set);
    const auto page = m_b->first(4).result();
    QVERIFY(page);
    QCOMPARE(page->total, dates.size());
    QStringList found;
    for (const StoredRecord &stored : page->records)
        found.append(stored.record->date.text());
    QCOMPARE(found, QStringList({u"-0044-03-15"_s, u"[..1990]"_s, u"1993-06-23"_s, u"2004"_s}));
    const auto all = m_b->first(100).result();
    QVERIFY(all);
    QCOMPARE(all->records.size(), dates.size());
    QVERIFY(all->records.last().record->date.isEmpty() || all->records.last().record->date.isUnread());
}

void TstRepositoryContract::differentFieldsBothStay()
{
    const Agreement record = Test::fullRecord(1);
    stored(*m_a, Test::addition(record));
    stored(*m_a, Test::edited({record, 1}, [](Agreement &a) { a.edit().title = u"from a"_s; }));
    const Receipt receipt = stored(*m_b, Test::edited({record, 1}, [](Agreement &a) { a.edit().place = u"from b"_s; }));
    QCOMPARE(receipt.versions.value(record.id()), 3);
    Agreement expected = record;
    expected.edit().title = u"from a"_s;
    expected.edit().place = u"from b"_s;
    QVERIFY(now(record.id()).record == expected);
}

void TstRepositoryContract::sameFieldIsAConflict()
{
    Agreement record = Test::fullRecord(1);
    record.edit().shortTitle = u"The treaty"_s;
    stored(*m_a, Test::addition(record));
    stored(*m_a, Test::edited({record, 1}, [](Agreement &a) { a.edit().title = u"from a"_s; }));
    const ChangeSet late = Test::edited({record, 1}, [](Agreement &a) {
        a.edit().place = u"from b"_s;
        a.edit().title = u"from b"_s;
    });
    const Error error = refused(*m_b, late);
    QCOMPARE(error.kind, ErrorKind::Conflict);
    QVERIFY2(error.message.contains(u"“Title”"_s), qPrintable(error.message));
    QVERIFY2(error.message.contains(u"The treaty"_s), qPrintable(error.message));
    QCOMPARE(error.detail, record.id().toString(QUuid::WithoutBraces));
    record.edit().title = u"from a"_s;
    QVERIFY(now(record.id()).record == record);
    QCOMPARE(now(record.id()).version, 2);
    QCOMPARE(cursor(), 2);
    QCOMPARE(m_b->lookup(late.id).result().value(), Lookup::Absent);
}

void TstRepositoryContract::itemsOfOneList()
{
    const Agreement record = Test::fullRecord(1);
    stored(*m_a, Test::addition(record));
    stored(*m_a, Test::edited({record, 1}, [](Agreement &a) {
        auto participant = Test::itemOf<Participant>(newItemId());
        participant.name = u"Cuba"_s;
        a.edit().participants.prepend(participant);
    }));
    stored(*m_b, Test::edited({record, 1}, [](Agreement &a) { a.edit().participants[1].name = u"Viet Nam"_s; }));
    const QList<Participant> both = now(record.id()).record->participants;
    QCOMPARE(both.size(), 3);
    QVERIFY(both.contains(record->participants[0]));
    QCOMPARE(std::count_if(both.begin(), both.end(), [](const Participant &p) { return p.name == u"Cuba"_s; }), 1);
    QCOMPARE(std::count_if(both.begin(), both.end(), [](const Participant &p) { return p.name == u"Viet Nam"_s; }), 1);

    const Error changed =
        refused(*m_a, Test::edited({record, 1}, [](Agreement &a) { a.edit().participants[1].name = u"Laos"_s; }));
    QCOMPARE(changed.kind, ErrorKind::Conflict);
    const Error removed =
        refused(*m_a, Test::edited({record, 1}, [](Agreement &a) { a.edit().participants.removeLast(); }));
    QCOMPARE(removed.kind, ErrorKind::Conflict);
    QCOMPARE(now(record.id()).record->participants, both);
}

void TstRepositoryContract::itemIdIsUniqueInTheRecord()
{
    const Agreement record = Test::fullRecord(1);
    stored(*m_a, Test::addition(record));
    const ItemId taken = record->actions.first().id;
    const Error error = refused(
        *m_b, Test::edited({record, 1}, [&](Agreement &a) { a.edit().sources.append(Test::itemOf<Source>(taken)); }));
    QCOMPARE(error.kind, ErrorKind::Invalid);
    QVERIFY(now(record.id()).record == record);
}

void TstRepositoryContract::oneWrongChangeStoresNothing()
{
    const Agreement record = Test::fullRecord(1), other = Test::fullRecord(2);
    stored(*m_a, Test::addition(record));
    ChangeSet set(u"Mixed"_s);
    set.changes.append(Change::add(other));
    set.changes.append(Change::setting({u"side"_s, QString(), u"vn"_s}));
    set.changes.append(Test::edited({record, 1}, [](Agreement &a) { a.edit().title = u"new"_s; }).changes.first());
    set.changes.append(Change::remove(record, 99));
    set.changes.last().baseVersion = 99;
    QCOMPARE(refused(*m_b, set).kind, ErrorKind::Conflict);
    QVERIFY(now(record.id()).record == record);
    QCOMPARE(now(record.id()).version, 1);
    QCOMPARE(m_b->record(other.id()).result().error().kind, ErrorKind::Missing);
    QVERIFY(m_b->settings().result()->isEmpty());
    QCOMPARE(cursor(), 1);
}

void TstRepositoryContract::editedRecordIsNotRemoved()
{
    const Agreement record = Test::fullRecord(1);
    stored(*m_a, Test::addition(record));
    stored(*m_a, Test::edited({record, 1}, [](Agreement &a) { a.edit().title = u"from a"_s; }));
    const Error error = refused(*m_b, removal({record, 1}));
    QCOMPARE(error.kind, ErrorKind::Conflict);
    QCOMPARE(error.detail, record.id().toString(QUuid::WithoutBraces));
    QCOMPARE(now(record.id()).version, 2);
    stored(*m_b, removal({record, 2}));
    QVERIFY(Test::loadAll(*m_a).isEmpty());
}

void TstRepositoryContract::removedRecordIsNotEdited()
{
    Agreement record = Test::fullRecord(1);
    record.edit().shortTitle = u"The treaty"_s;
    stored(*m_a, Test::addition(record));
    const Receipt receipt = stored(*m_a, removal({record, 1}));
    QVERIFY(receipt.versions.isEmpty());
    const Error edit = refused(*m_b, Test::edited({record, 1}, [](Agreement &a) { a.edit().title = u"late"_s; }));
    QCOMPARE(edit.kind, ErrorKind::Conflict);
    QVERIFY2(edit.message.contains(u"“The treaty” was removed"_s), qPrintable(edit.message));
    QCOMPARE(edit.detail, record.id().toString(QUuid::WithoutBraces));
    QCOMPARE(refused(*m_b, removal({record, 1})).kind, ErrorKind::Conflict);
    QCOMPARE(m_b->record(record.id()).result().error().kind, ErrorKind::Missing);
}

void TstRepositoryContract::removalIsUndoneWithTheSameIdentity()
{
    const Agreement record = Test::fullRecord(1);
    stored(*m_a, Test::addition(record));
    const auto edit = Test::edited({record, 1}, [](Agreement &a) { a.edit().title = u"edited"_s; });
    stored(*m_a, edit);
    // The client that removes need not know of the whole record: the book keeps what it held.
    ChangeSet blind(u"Remove"_s);
    blind.changes.append(Change::remove(record, 2));
    stored(*m_b, blind);

    const LogEntry last = m_a->history({}, 0, 1).result()->first();
    QCOMPARE(last.set.id, blind.id);
    const ChangeSet undo = inverse(last.set);
    const Receipt receipt = stored(*m_a, undo);
    QCOMPARE(receipt.versions.value(record.id()), 3); // 1 and 2 have meant other contents
    Agreement expected = record;
    expected.edit().title = u"edited"_s;
    QVERIFY(now(record.id()).record == expected);
    QCOMPARE(now(record.id()).version, 3);

    ChangeSet redo = inverse(undo);
    QCOMPARE(redo.refersTo, blind.id);
    redo.changes.first().baseVersion = 3;
    stored(*m_b, redo);
    const LogEntry entry = m_a->history({}, 0, 1).result()->first();
    QCOMPARE(entry.set.origin, ChangeSet::Origin::Redo);
    QCOMPARE(entry.set.refersTo, blind.id);
    QVERIFY(Test::loadAll(*m_a).isEmpty());
}

void TstRepositoryContract::editIsUndoneAndDoneAgain()
{
    const Agreement record = Test::fullRecord(1);
    stored(*m_a, Test::addition(record));
    const auto edit = Test::edited({record, 1}, [](Agreement &a) {
        a.edit().title = QString();
        a.edit().sources.removeFirst();
        a.edit().actions.swapItemsAt(0, 1);
        a.editExtras().tags = {};
        a.editExtras().quantities[1].amount = Decimal(510, 2);
    });
    stored(*m_a, edit);
    const Agreement after = now(record.id()).record;
    QVERIFY(after->title.isEmpty() && after->sources.size() == 1);
    stored(*m_b, Test::edited({after, 2}, [](Agreement &a) { a.edit().place = u"another field"_s; }));

    const LogEntry entry = m_b->history({}, 0, 2).result()->last();
    QCOMPARE(entry.set.id, edit.id);
    const ChangeSet undo = inverse(entry.set);
    stored(*m_a, undo);
    Agreement expected = record;
    expected.edit().place = u"another field"_s;
    QVERIFY(now(record.id()).record == expected);
    QCOMPARE(m_a->history({}, 0, 1).result()->first().set.origin, ChangeSet::Origin::Undo);

    stored(*m_a, inverse(undo));
    expected = after;
    expected.edit().place = u"another field"_s;
    QVERIFY(now(record.id()).record == expected);
    QCOMPARE(now(record.id()).version, 5);
}

void TstRepositoryContract::additionTwice()
{
    const Agreement record = Test::fullRecord(1);
    stored(*m_a, Test::addition(record));
    const Error error = refused(*m_b, Test::addition(record));
    QCOMPARE(error.kind, ErrorKind::Conflict);
    QCOMPARE(error.detail, record.id().toString(QUuid::WithoutBraces));
    QCOMPARE(Test::loadAll(*m_b).size(), 1);
}

void TstRepositoryContract::sameChangeTwice()
{
    const Agreement record = Test::fullRecord(1);
    const ChangeSet add = Test::addition(record);
    const auto edit = Test::edited({record, 1}, [](Agreement &a) { a.edit().title = u"edited"_s; });
    stored(*m_a, add);
    const Receipt first = stored(*m_a, edit);
    stored(*m_a, setting(u"side"_s, QString(), u"vn"_s));
    const Receipt again = stored(*m_b, edit);
    QCOMPARE(again.cursor, first.cursor);
    QCOMPARE(again.versions, first.versions);
    QCOMPARE(stored(*m_b, add).cursor, 1);
    QCOMPARE(cursor(), 3);
    QCOMPARE(now(record.id()).version, 2);
    QCOMPARE(m_b->lookup(edit.id).result().value(), Lookup::Stored);
}

void TstRepositoryContract::severalChangesOfOneRecord()
{
    const Agreement record = Test::fullRecord(1);
    Agreement second = record, third = record;
    second.edit().title = u"second"_s;
    third.edit().title = u"third"_s;
    ChangeSet set(u"All at once"_s);
    set.changes.append(Change::add(record));
    set.changes.append(Change::patch(record.id(), 0, difference(record, second)));
    set.changes.append(Change::patch(record.id(), 0, difference(second, third)));
    QCOMPARE(stored(*m_a, set).versions.value(record.id()), 1);
    QVERIFY(now(record.id()).record == third);
    // Undone as a whole: the patches back, then the record away.
    ChangeSet undo = inverse(m_b->history({}, 0, 1).result()->first().set);
    for (Change &change : undo.changes)
        change.baseVersion = 1;
    stored(*m_b, undo);
    QVERIFY(Test::loadAll(*m_b).isEmpty());
    // And again, with versions that go on.
    ChangeSet redo = inverse(undo);
    redo.changes.first().record = record;
    QCOMPARE(stored(*m_b, redo).versions.value(record.id()), 3);
    QVERIFY(now(record.id()).record == third);
}

void TstRepositoryContract::changesSince()
{
    const Agreement record = Test::fullRecord(1), other = Test::fullRecord(2);
    stored(*m_a, Test::addition(record));
    const Cursor seen = cursor();
    stored(*m_a, Test::addition(other));
    stored(*m_a, setting(u"view \U0001F91D"_s, QString(), Test::hostileText()));
    const ChangeSet edit = Test::edited({record, 1}, [](Agreement &a) { a.edit().title = u"edited"_s; });
    stored(*m_a, edit);
    const auto entries = m_b->changesSince(seen).result().value();
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries[0].set.text, u"Add %1"_s.arg(other->title.toString()));
    QVERIFY(entries[0].set.changes.first().record.value() == other);
    QCOMPARE(entries[1].set.changes.first().settingChange,
             (SettingChange{u"view \U0001F91D"_s, QString(), Test::hostileText()}));
    QVERIFY(entries[1].set.changes.first().settingChange.before.isNull());
    QCOMPARE(entries[2].set.id, edit.id);
    QCOMPARE(entries[2].set.changes.first().steps, edit.changes.first().steps);
    QCOMPARE(entries[2].versions, (QHash<QUuid, qint64>{{record.id(), 2}}));
    QCOMPARE(entries[2].actor, u"tester"_s);
    QCOMPARE(entries[2].time.timeSpec(), Qt::UTC);
    QVERIFY(qAbs(entries[2].time.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QVERIFY(m_b->changesSince(entries.last().cursor).result()->isEmpty());
}

void TstRepositoryContract::additionsComeAsTheyWere()
{
    const Agreement record = Test::fullRecord(1);
    stored(*m_a, Test::addition(record));
    stored(*m_a, Test::edited({record, 1}, [](Agreement &a) {
        a.edit().title = u"edited"_s;
        a.edit().sources.removeFirst();
    }));
    StoredRecord stands = now(record.id());
    stored(*m_a, removal(stands));
    stored(*m_a, inverse(m_a->history({}, 0, 1).result()->first().set));
    stands = now(record.id());
    stored(*m_a, Test::edited(stands, [](Agreement &a) { a.edit().place = u"later"_s; }));
    const auto entries = m_b->changesSince(0).result().value();
    QCOMPARE(entries.size(), 5);
    QVERIFY(entries[0].set.changes.first().record.value() == record);
    QVERIFY(entries[3].set.changes.first().record.value() == stands.record);
    QMap<QUuid, Agreement> replica;
    const auto replayed = Test::replay(entries, replica);
    QVERIFY2(replayed, Test::why(replayed).constData());
    QVERIFY(replica.value(record.id()) == now(record.id()).record);
}

/// More than the store reads in one statement, and one that is changed and removed in the same set.
void TstRepositoryContract::manyAtOnce()
{
    constexpr int Count = 250;
    ChangeSet adding(u"Import"_s), removing(u"Remove"_s);
    QMap<QUuid, Agreement> records;
    for (int i = 0; i < Count; ++i) {
        const Agreement record = Test::fullRecord(i);
        records.insert(record.id(), record);
        adding.changes.append(Change::add(record));
    }
    stored(*m_a, adding);
    const auto added = m_b->changesSince(0).result().value();
    QCOMPARE(added.first().set.changes.size(), Count);
    for (const Change &change : added.first().set.changes)
        QVERIFY(change.record.value() == records.value(change.id));

    const QUuid changed = adding.changes.at(120).id;
    const ChangeSet edit = Test::edited({records[changed], 1}, [](Agreement &a) { a.edit().title = u"edited"_s; });
    removing.changes.append(edit.changes.first());
    for (const Change &change : std::as_const(adding.changes))
        removing.changes.append(Change::remove(*change.record, 1));
    stored(*m_a, removing);
    records[changed].edit().title = u"edited"_s;
    const auto removed = m_b->history({}, 0, 1).result()->first().set;
    QCOMPARE(removed.changes.size(), Count + 1);
    for (const Change &change : removed.changes) {
        if (change.type == Change::Type::Remove)
            QVERIFY(change.record.value() == records.value(change.id));
    }
    QVERIFY(m_b->load({}, Count).result()->isEmpty());
}

void TstRepositoryContract::history()
{
    const Agreement record = Test::fullRecord(1), other = Test::fullRecord(2);
    ChangeSet both(u"Import"_s);
    both.changes = {Change::add(other), Change::add(record)};
    stored(*m_a, both);
    StoredRecord stands{record, 1};
    for (int i = 0; i < 5; ++i) {
        stored(*m_a, Test::edited(stands, [i](Agreement &a) { a.edit().title = QString::number(i); }));
        stands = now(record.id());
    }
    stored(*m_a, setting(u"side"_s, QString(), u"vn"_s));

    const auto all = m_b->history({}, 0, 100).result().value();
    QCOMPARE(all.size(), 7);
    QCOMPARE(all.first().cursor, 7);
    QCOMPARE(all.last().set.changes.size(), 2);
    QCOMPARE(all.last().set.changes[0].id, other.id()); // in the order of the set
    const auto page = m_b->history({}, 4, 2).result().value();
    QCOMPARE(page.size(), 2);
    QCOMPARE(page[0].cursor, 3);
    QCOMPARE(page[1].cursor, 2);
    const auto own = m_b->history(record.id(), 0, 100).result().value();
    QCOMPARE(own.size(), 6);
    QCOMPARE(own.last().set.changes.size(), 1);
    QCOMPARE(own.last().set.changes.first().id, record.id());
    QCOMPARE(m_b->history(other.id(), 0, 100).result()->size(), 1);
    QCOMPARE(m_b->history(record.id(), 4, 100).result()->size(), 3);
    QVERIFY(m_b->history(QUuid::createUuid(), 0, 100).result()->isEmpty());
}

void TstRepositoryContract::settings()
{
    stored(*m_a, setting(u"side"_s, QString(), u"vn"_s));
    QCOMPARE(m_b->settings().result().value(), (QHash<QString, QString>{{u"side"_s, u"vn"_s}}));
    const Error error = refused(*m_b, setting(u"side"_s, u"cu"_s, u"la"_s));
    QCOMPARE(error.kind, ErrorKind::Conflict);
    QVERIFY(error.message.contains(u"side"_s));
    QCOMPARE(refused(*m_b, setting(u"side"_s, QString(), u"la"_s)).kind, ErrorKind::Conflict);
    stored(*m_b, setting(u"side"_s, u"vn"_s, u""_s));
    const QHash<QString, QString> empty = m_a->settings().result().value();
    QVERIFY(empty.contains(u"side"_s) && !empty.value(u"side"_s).isNull());
    QCOMPARE(refused(*m_a, setting(u"side"_s, QString(), u"la"_s)).kind, ErrorKind::Conflict);
    const ChangeSet last = m_a->history({}, 0, 1).result()->first().set;
    QVERIFY(!last.changes.first().settingChange.after.isNull());
    stored(*m_a, setting(u"side"_s, empty.value(u"side"_s), QString()));
    QVERIFY(m_b->settings().result()->isEmpty());
    stored(*m_a, inverse(m_a->history({}, 0, 1).result()->first().set));
    QVERIFY(m_b->settings().result()->contains(u"side"_s));
}

void TstRepositoryContract::nonsenseIsRefused_data()
{
    QTest::addColumn<ChangeSet>("set");
    Agreement twice = Test::smallRecord(u"twice"_s);
    twice.edit().sources = {Test::itemOf<Source>(ItemId{5})};
    twice.edit().actions = {Test::itemOf<Action>(ItemId{5})};
    Agreement noId = Test::smallRecord(u"no item id"_s);
    noId.edit().sources = {Test::itemOf<Source>(ItemId::None)};
    ChangeSet withoutId = Test::addition(Test::smallRecord(u"x"_s));
    withoutId.id = {};
    ChangeSet withoutRecord = Test::addition(Test::smallRecord(u"x"_s));
    withoutRecord.changes.first().record.reset();
    ChangeSet badText = Test::addition(Test::smallRecord(u"x"_s));
    badText.text = u"a\0b"_s;
    QTest::newRow("NUL") << Test::addition(Test::smallRecord(u"a\0b"_s));
    QTest::newRow("NUL in the text of the change") << badText;
    QTest::newRow("item id twice") << Test::addition(twice);
    QTest::newRow("no item id") << Test::addition(noId);
    QTest::newRow("no change id") << withoutId;
    QTest::newRow("no record id") << Test::addition(Agreement());
    QTest::newRow("no record") << withoutRecord;
    QTest::newRow("no setting key") << setting(QString(), QString(), u"x"_s);
    QTest::newRow("surrogate in a setting") << setting(u"key"_s, QString(), QString(QChar(0xD800)));
}

void TstRepositoryContract::nonsenseIsRefused()
{
    QFETCH(ChangeSet, set);
    const Error error = refused(*m_a, set);
    QCOMPARE(error.kind, ErrorKind::Invalid);
    QVERIFY(!error.message.isEmpty());
    QCOMPARE(cursor(), 0);
    QVERIFY(Test::loadAll(*m_b).isEmpty());
    QVERIFY(m_b->settings().result()->isEmpty());
}

void TstRepositoryContract::blobs()
{
    const QByteArray content = QByteArray(1024 * 1024, '\0') + "tail\xff";
    const QByteArray sha = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    QVERIFY(m_a->putBlob(sha, 0, content.left(1024 * 1024)).result());
    QVERIFY(m_a->putBlob(sha, 1, content.mid(1024 * 1024)).result());
    QVERIFY(m_a->putBlob(sha, 1, content.mid(1024 * 1024)).result()); // the same again
    QCOMPARE(m_b->getBlob(sha, 0).result().value() + m_b->getBlob(sha, 1).result().value(), content);
    QCOMPARE(m_b->getBlob(sha, 2).result().error().kind, ErrorKind::Missing);
    QVERIFY(m_a->putBlob(sha, 3, {}).result());
    QCOMPARE(m_a->getBlob(sha, 3).result().value(), QByteArray());
    QCOMPARE(m_a->putBlob(sha, 4, content).result().error().kind, ErrorKind::Invalid);
    QCOMPARE(m_a->putBlob(sha, -1, "x").result().error().kind, ErrorKind::Invalid);
    QCOMPARE(m_a->putBlob(sha.toUpper(), 0, "x").result().error().kind, ErrorKind::Invalid);
}

void TstRepositoryContract::copyTo()
{
    const Agreement record = Test::fullRecord(1);
    stored(*m_a, Test::addition(record));
    const QString target = m_book->folder() + u"/a b#c%20?d.treatybook"_s;
    const auto copied = m_a->copyTo(target).result();
    QVERIFY2(copied, Test::why(copied).constData());
    QCOMPARE(m_a->copyTo(target).result().error().kind, ErrorKind::Exists);
    QCOMPARE(m_a->copyTo(m_book->path()).result().error().kind, ErrorKind::Exists);
    QCOMPARE(m_a->copyTo(m_book->folder() + u"/none/copy"_s).result().error().kind, ErrorKind::Missing);
    auto copy = openBook(target, {false, true, BookOptions::Executor::Direct, {}});
    QVERIFY2(copy, Test::why(copy).constData());
    QVERIFY((*copy)->record(record.id()).result()->record == record);
    QCOMPARE((*copy)->cursor().result().value(), 1);
    copy->reset();
    QCOMPARE(QDir(m_book->folder()).entryList(QDir::Files | QDir::Hidden),
             (QStringList{u"a b#c%20?d.treatybook"_s, u"book.treatybook"_s}));
    stored(*m_a, Test::addition(Test::smallRecord(u"goes on"_s)));
}

void TstRepositoryContract::closingFinishesWhatWaits()
{
    QList<QFuture<Result<Receipt>>> answers;
    for (int i = 0; i < 50; ++i)
        answers.append(m_a->commit(Test::addition(Test::smallRecord(QString::number(i)))));
    m_a.reset();
    for (qsizetype i = 0; i < answers.size(); ++i) {
        QVERIFY(answers[i].isFinished() && answers[i].result());
        QCOMPARE(answers[i].result()->cursor, i + 1); // in the order in which they were asked
    }
    QCOMPARE(Test::loadAll(*m_b).size(), answers.size());
}

/// Two clients with replicas of different age, against maps.
void TstRepositoryContract::randomChangesAgainstAReference()
{
    QRandomGenerator random(20240923);
    const auto roll = [&](int sides) { return static_cast<int>(random.bounded(sides)); };
    QMap<QUuid, StoredRecord> truth;
    QList<StoredRecord> seen; // states of any age
    QHash<QUuid, qint64> newest;
    int conflicts = 0, successes = 0;
    for (int step = 0; step < 250; ++step) {
        Repository &client = roll(2) ? *m_a : *m_b;
        const int what = roll(10);
        ChangeSet set(u"step %1"_s.arg(step));
        if (what == 0 || seen.size() < 3) {
            set = Test::addition(roll(2) ? Test::fullRecord(step) : Test::smallRecord(QString::number(step)));
        } else if (what == 1) {
            const StoredRecord &record = seen[roll(static_cast<int>(seen.size()))];
            set.changes.append(Change::remove(record.record, record.version));
        } else if (what == 2) {
            const LogEntry entry = client.history({}, 0, 1 + roll(5)).result()->last();
            set = inverse(entry.set);
            for (Change &change : set.changes)
                change.baseVersion = truth.value(change.id).version;
            if (set.changes.first().type == Change::Type::Add && !set.changes.first().record)
                continue; // undo of an undo whose addition the log keeps without its record
        } else {
            const qsizetype index = seen.size() - 1 - roll(static_cast<int>(qMin<qsizetype>(seen.size(), 8)));
            set = Test::edited(seen[index], [&](Agreement &a) {
                switch (roll(5)) {
                case 0:
                    a.edit().title = QString::number(step);
                    break;
                case 1:
                    a.editExtras().officer = QString::number(step);
                    break;
                case 2:
                    a.edit().actions.insert(roll(static_cast<int>(a->actions.size() + 1)),
                                            Test::itemOf<Action>(newItemId()));
                    break;
                case 3:
                    if (!a->actions.isEmpty())
                        a.edit().actions.removeAt(roll(static_cast<int>(a->actions.size())));
                    break;
                default:
                    if (a->actions.size() > 1)
                        a.edit().actions.move(0, a->actions.size() - 1);
                }
            });
        }
        // What must come of it, by the rules of changeset.h alone.
        QMap<QUuid, StoredRecord> expected = truth;
        bool fits = true;
        Pool pool;
        for (const Change &change : set.changes) {
            const bool there = expected.contains(change.id);
            if (change.type == Change::Type::Add) {
                fits = fits && !there;
                expected.insert(change.id, {*change.record, newest.value(change.id) + 1});
            } else if (change.type == Change::Type::Remove) {
                fits = fits && there && expected.value(change.id).version == change.baseVersion;
                expected.remove(change.id);
            } else {
                const auto after = patched(expected.value(change.id).record, change.steps, pool);
                fits = fits && there && after;
                if (fits)
                    expected.insert(change.id, {*after, expected.value(change.id).version + 1});
            }
        }
        const auto receipt = client.commit(set).result();
        QCOMPARE(receipt.hasValue(), fits);
        if (!fits) {
            QCOMPARE(receipt.error().kind, ErrorKind::Conflict);
            ++conflicts;
            continue;
        }
        ++successes;
        truth = expected;
        for (auto version = receipt->versions.cbegin(); version != receipt->versions.cend(); ++version) {
            QCOMPARE(version.value(), truth.value(version.key()).version);
            newest.insert(version.key(), version.value());
            seen.append(truth.value(version.key()));
        }
    }
    QVERIFY2(conflicts > 20 && successes > 100, qPrintable(u"%1 %2"_s.arg(conflicts).arg(successes)));

    const auto loaded = Test::loadAll(*m_b, 3);
    QCOMPARE(loaded.keys(), truth.keys());
    QMap<QUuid, Agreement> replica;
    const auto replayed = Test::replay(m_a->changesSince(0).result().value(), replica);
    QVERIFY2(replayed, Test::why(replayed).constData());
    QCOMPARE(replica.keys(), truth.keys());
    for (const StoredRecord &record : truth) {
        QVERIFY(loaded.value(record.record.id()).record == record.record);
        QCOMPARE(loaded.value(record.record.id()).version, record.version);
        QVERIFY(replica.value(record.record.id()) == record.record);
    }
}

TREATYBOOK_TEST(TstRepositoryContract)
#include "tst_repositorycontract.moc"
