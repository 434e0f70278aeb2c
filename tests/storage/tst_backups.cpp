#include "storage/backups.h"

#include "storage/database.h"
#include "storage/testbook.h"
#include "support/files.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backsUpWhatIsStored_data();
    void backsUpWhatIsStored();
    void oneOfTodayIsEnough();
    void commitsGoOnMeanwhile();
    void closingFinishesTheBackup();
    void manifestMayBeLost_data();
    void manifestMayBeLost();
    void foundFilesAreListedAndKept();
    void damagedBookKeepsItsBackups();
    void readOnlyBookIsNotBackedUp();
    void folderThatCannotBeMade();
    void leftoversGo();
    void rotatesInTheFolder();
    void isAsPrivateAsTheBook();
};

static void addExecutors()
{
    QTest::addColumn<BookOptions::Executor>("executor");
    QTest::newRow("direct") << BookOptions::Executor::Direct;
    QTest::newRow("thread") << BookOptions::Executor::OwnThread;
}

void TstBackups::backsUpWhatIsStored_data()
{
    addExecutors();
}

void TstBackups::backsUpWhatIsStored()
{
    QFETCH(BookOptions::Executor, executor);
    const Test::TestBook book;
    const auto repository = book.open(executor);
    const Agreement record = Test::fullRecord(1);
    QVERIFY(repository->commit(Test::addition(record)).result());
    const auto backup = repository->backUp(BackupReason::Import).result();
    QVERIFY2(backup, Test::why(backup).constData());
    QCOMPARE(backup->number, 1);
    QCOMPARE(backup->records, 1);
    QCOMPARE(backup->reason, BackupReason::Import);
    QCOMPARE(backup->size, QFileInfo(backup->path).size());
    QCOMPARE(backup->sha256, sha256OfFile(backup->path));
    QCOMPARE(backup->sha256.size(), 64);
    QVERIFY(qAbs(backup->time.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QCOMPARE(QFileInfo(backup->path).path(), book.path() + u" backups"_s);
    QCOMPARE(Test::integrity(backup->path), u"ok"_s);

    QVERIFY(repository->commit(Test::addition(Test::smallRecord(u"later"_s))).result());
    const auto second = repository->backUp(BackupReason::Asked).result();
    QVERIFY2(second, Test::why(second).constData());
    const QList<Backup> list = Backups(book.path()).list();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.first().path, second->path);
    QCOMPARE(list.first().number, 2);
    QCOMPARE(list.first().records, 2);
    QCOMPARE(list.last().sha256, backup->sha256);
    QCOMPARE(list.last().time.toSecsSinceEpoch(), backup->time.toSecsSinceEpoch());

    const auto opened = openBook(backup->path, {true, false, BookOptions::Executor::Direct, {}});
    QVERIFY2(opened, Test::why(opened).constData());
    const auto stored = (*opened)->record(record.id()).result();
    QVERIFY(stored && stored->record == record);
    // Nothing else lies there.
    QCOMPARE(QDir(Backups(book.path()).folder()).entryList(QDir::Files | QDir::Hidden).size(), 3);
}

void TstBackups::oneOfTodayIsEnough()
{
    const Test::TestBook book;
    const auto repository = book.open();
    const auto first = repository->backUp(BackupReason::FirstChange).result();
    const auto again = repository->backUp(BackupReason::FirstChange).result();
    QVERIFY(first && again);
    QCOMPARE(again->path, first->path);
    QCOMPARE(Backups(book.path()).list().size(), 1);
    QVERIFY(repository->backUp(BackupReason::Deletion).result());
    QCOMPARE(Backups(book.path()).list().size(), 2);

    // One of tomorrow: the clock went back since, so the days say nothing.
    const QString folder = Backups(book.path()).folder();
    QVERIFY(QFile::copy(first->path, folder + u"/0003 2099-01-01T000000Z change.treatybook"_s));
    const auto next = repository->backUp(BackupReason::FirstChange).result();
    QVERIFY(next);
    QCOMPARE(next->number, 4);
}

void TstBackups::commitsGoOnMeanwhile()
{
    const Test::TestBook book;
    const auto repository = book.open(BookOptions::Executor::OwnThread);
    ChangeSet many(u"many"_s);
    for (int i = 0; i < 300; ++i) {
        Agreement record = Test::fullRecord(i);
        record.edit().notes = Text(QString(20'000, u'x'));
        many.changes.append(Change::add(record));
    }
    QVERIFY(repository->commit(many).result());
    const auto backup = repository->backUp(BackupReason::Asked);
    QList<QFuture<Result<Receipt>>> commits;
    for (int i = 0; i < 20; ++i)
        commits.append(repository->commit(Test::addition(Test::smallRecord(QString::number(i)))));
    QVERIFY(commits.first().result());
    QVERIFY2(!backup.isFinished(), "the copy of a large book held up a save");
    QVERIFY2(backup.result(), Test::why(backup.result()).constData());
    for (const auto &commit : commits)
        QVERIFY(commit.result());
    const auto opened = openBook(backup.result()->path, {true, false, BookOptions::Executor::Direct, {}});
    QVERIFY(opened);
    const auto size = Test::loadAll(**opened).size();
    QCOMPARE(size, backup.result()->records);
    QVERIFY(size >= 300 && size <= 320);
}

void TstBackups::closingFinishesTheBackup()
{
    const Test::TestBook book;
    {
        const auto repository = book.open(BookOptions::Executor::OwnThread);
        QVERIFY(repository->commit(Test::addition(Test::fullRecord(1))).result());
        static_cast<void>(repository->backUp(BackupReason::FirstChange));
    }
    const QList<Backup> list = Backups(book.path()).list();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.first().records, 1);
}

void TstBackups::manifestMayBeLost_data()
{
    QTest::addColumn<QByteArray>("manifest");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("garbage") << QByteArray("\x00\xff\x13garbage", 10);
    QTest::newRow("cut") << QByteArray(R"({"backups": [{"file": "0001)");
    QTest::newRow("another shape") << QByteArray(R"({"backups": {"file": 7}})");
    QTest::newRow("wrong values") << QByteArray(R"({"backups": [7, null, {"file": [], "records": "x", "sha256": 5}]})");
    QTest::newRow("other files") << QByteArray(R"({"backups": [{"file": "../book.treatybook", "records": 5}]})");
}

void TstBackups::manifestMayBeLost()
{
    QFETCH(QByteArray, manifest);
    const Test::TestBook book;
    const auto repository = book.open();
    QVERIFY(repository->backUp(BackupReason::Import).result());
    QVERIFY(repository->backUp(BackupReason::Deletion).result());
    Test::writeBytes(Backups(book.path()).folder() + u"/manifest.json"_s, manifest);
    const QList<Backup> list = Backups(book.path()).list();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.first().number, 2);
    QCOMPARE(list.first().reason, BackupReason::Deletion);
    QVERIFY(list.first().time.isValid());
    QCOMPARE(list.first().records, -1);
    const auto next = repository->backUp(BackupReason::Asked).result();
    QVERIFY(next);
    QCOMPARE(next->number, 3);
    QCOMPARE(Backups(book.path()).list().size(), 3);
}

void TstBackups::foundFilesAreListedAndKept()
{
    const Test::TestBook book;
    const auto repository = book.open();
    QVERIFY(repository->backUp(BackupReason::Asked).result());
    const QString folder = Backups(book.path()).folder();
    Test::writeBytes(folder + u"/from my stick.treatybook"_s, "anything");
    Test::writeBytes(folder + u"/notes.txt"_s, "not a book");
    QVERIFY(QFile::link(book.path(), folder + u"/link.treatybook"_s));
    const QList<Backup> list = Backups(book.path()).list();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.last().reason, BackupReason::Unknown);
    QCOMPARE(list.last().number, 0);
    for (int i = 0; i < 40; ++i)
        QVERIFY(repository->backUp(BackupReason::Asked).result());
    QVERIFY(QFile::exists(folder + u"/from my stick.treatybook"_s));
    QCOMPARE(Backups(book.path()).list().size(), 34);
}

void TstBackups::damagedBookKeepsItsBackups()
{
    const Test::TestBook book;
    {
        const auto repository = book.open();
        for (int i = 0; i < 40; ++i)
            QVERIFY(repository->commit(Test::addition(Test::fullRecord(i))).result());
        QVERIFY(repository->backUp(BackupReason::FirstChange).result());
    }
    const QList<Backup> before = Backups(book.path()).list();
    // Somewhere in the middle of the tables, where opening does not look.
    QFile file(book.path());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(4096 * 40));
    file.write(QByteArray(4096 * 3, '\x5a'));
    file.close();
    const auto repository = book.open();
    for (int i = 0; i < 3; ++i) {
        const auto backup = repository->backUp(BackupReason::Asked).result();
        QVERIFY(!backup);
        QCOMPARE(backup.error().kind, ErrorKind::Damaged);
        QVERIFY(backup.error().message.contains(u"No backup was made"_s));
    }
    const QList<Backup> after = Backups(book.path()).list();
    QCOMPARE(after.size(), before.size());
    QCOMPARE(sha256OfFile(after.first().path), before.first().sha256);
    QCOMPARE(QDir(Backups(book.path()).folder()).entryList(QDir::Files | QDir::Hidden).size(), 2);
}

void TstBackups::readOnlyBookIsNotBackedUp()
{
    const Test::TestBook book;
    const auto opened = openBook(book.path(), {true, true, BookOptions::Executor::Direct, {}});
    QVERIFY(opened && !(*opened)->capabilities().backsUp);
    const auto backup = (*opened)->backUp(BackupReason::Asked).result();
    QVERIFY(!backup);
    QCOMPARE(backup.error().kind, ErrorKind::Denied);
    QVERIFY(!QFileInfo::exists(Backups(book.path()).folder()));
}

void TstBackups::folderThatCannotBeMade()
{
    const Test::TestBook book;
    const auto repository = book.open();
    Test::writeBytes(Backups(book.path()).folder(), "a file has that name");
    const auto backup = repository->backUp(BackupReason::Asked).result();
    QVERIFY(!backup);
    QCOMPARE(backup.error().kind, ErrorKind::Exists);
    QVERIFY(repository->commit(Test::addition(Test::smallRecord(u"goes on"_s))).result());
}

void TstBackups::leftoversGo()
{
    const Test::TestBook book;
    const auto repository = book.open();
    QVERIFY(repository->backUp(BackupReason::Asked).result());
    const QString folder = Backups(book.path()).folder();
    const QString old = folder + u"/.treatybook-old.new"_s, young = folder + u"/.treatybook-young.new"_s;
    Test::writeBytes(old, "half");
    Test::writeBytes(young, "half");
    QFile file(old);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-2), QFileDevice::FileModificationTime));
    file.close();
    QVERIFY(repository->backUp(BackupReason::Asked).result());
    QVERIFY(!QFile::exists(old));
    QVERIFY(QFile::exists(young)); // it may be another process's work
}

void TstBackups::rotatesInTheFolder()
{
    const Test::TestBook book;
    const auto repository = book.open();
    for (int i = 0; i < 40; ++i)
        QVERIFY(repository->backUp(BackupReason::Asked).result());
    const QList<Backup> list = Backups(book.path()).list();
    QCOMPARE(list.size(), 33);
    QCOMPARE(list.first().number, 40);
    QCOMPARE(list.last().number, 8);
    QFile manifest(Backups(book.path()).folder() + u"/manifest.json"_s);
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(manifest.readAll())["backups"_L1].toArray().size(), 33);
}

void TstBackups::isAsPrivateAsTheBook()
{
    const Test::TestBook book;
    QVERIFY(QFile::setPermissions(book.path(), QFile::ReadOwner | QFile::WriteOwner));
    const auto backup = book.open()->backUp(BackupReason::Asked).result();
    QVERIFY(backup);
    const auto others = QFile::ReadGroup | QFile::ReadOther;
    QVERIFY(!(QFileInfo(backup->path).permissions() & others));
    QVERIFY(!(QFileInfo(Backups(book.path()).folder()).permissions() & others));
}

TREATYBOOK_TEST(TstBackups)
#include "tst_backups.moc"
