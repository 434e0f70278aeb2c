#include "storage/bookrestore.h"

#include "storage/backups.h"
#include "storage/bookupgrade.h"
#include "storage/database.h"
#include "storage/documentfile.h"
#include "storage/testbook.h"
#include "support/files.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstBookRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesBackAndKeepsTheFormerFile();
    void replacesWhatCannotBeOpened_data();
    void replacesWhatCannotBeOpened();
    void refuses_data();
    void refuses();
    void refusesABookThatIsOpenElsewhere();
    void refusesABackupThatChanged();
    void aJournalLeftBehindDoesNoHarm();
    void throughALink();
    void upgradeMakesABackup();
    void upgradeThatFailsChangesNothing_data();
    void upgradeThatFailsChangesNothing();
};

static QStringList titles(const QString &path)
{
    const auto opened = openBook(path, {true, true, BookOptions::Executor::Direct, {}});
    if (!opened)
        return {opened.error().message};
    QStringList found;
    for (const StoredRecord &stored : Test::loadAll(**opened))
        found.append(stored.record->title.toString());
    found.sort();
    return found;
}

/// A backup with the record "one"; afterwards "two" is added.
static QString bookWithBackup(const Test::TestBook &book)
{
    const auto repository = book.open();
    if (!repository->commit(Test::addition(Test::smallRecord(u"one"_s))).result())
        qFatal("no commit");
    const auto backup = repository->backUp(BackupReason::Asked).result();
    if (!backup || !repository->commit(Test::addition(Test::smallRecord(u"two"_s))).result())
        qFatal("no backup");
    return backup->path;
}

static QStringList filesBeside(const QString &path)
{
    return QFileInfo(path).dir().entryList(QDir::Files | QDir::Hidden);
}

void TstBookRestore::goesBackAndKeepsTheFormerFile()
{
    const Test::TestBook book;
    const QString backup = bookWithBackup(book);
    QVERIFY(QFile::setPermissions(book.path(), QFile::ReadOwner | QFile::WriteOwner));
    const QByteArray former = Test::bytesOf(book.path());
    const auto restored = restoreBook(backup, book.path());
    QVERIFY2(restored, Test::why(restored).constData());
    QCOMPARE(titles(book.path()), QStringList{u"one"_s});
    QCOMPARE(Test::bytesOf(*restored), former);
    QCOMPARE(titles(*restored), (QStringList{u"one"_s, u"two"_s}));
    QVERIFY(QFileInfo(*restored).fileName().startsWith(u"book before restoring 2"_s));
    QVERIFY(restored->endsWith(u".treatybook"_s));
    QVERIFY(!(QFileInfo(book.path()).permissions() & QFile::ReadOther));
    QCOMPARE(filesBeside(book.path()).size(), 2);

    // The former state is among the backups too, so restoring can be taken back.
    const QList<Backup> list = Backups(book.path()).list();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.first().reason, BackupReason::Restore);
    QVERIFY(restoreBook(list.first().path, book.path()));
    QCOMPARE(titles(book.path()), (QStringList{u"one"_s, u"two"_s}));
    QCOMPARE(filesBeside(book.path()).size(), 3);
    QVERIFY(book.open()->commit(Test::addition(Test::smallRecord(u"goes on"_s))).result());
}

void TstBookRestore::replacesWhatCannotBeOpened_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no bytes") << QByteArray("");
    QTest::newRow("garbage") << QByteArray("garbage");
    QTest::newRow("zeros") << QByteArray(20'000, '\0');
    QTest::newRow("no file") << QByteArray();
}

void TstBookRestore::replacesWhatCannotBeOpened()
{
    QFETCH(QByteArray, content);
    const Test::TestBook book;
    const QString backup = bookWithBackup(book);
    QVERIFY(QFile::remove(book.path()));
    if (!content.isNull())
        Test::writeBytes(book.path(), content);
    const auto restored = restoreBook(backup, book.path());
    QVERIFY2(restored, Test::why(restored).constData());
    QCOMPARE(titles(book.path()), QStringList{u"one"_s});
    QCOMPARE(restored->isEmpty(), content.isNull());
    if (!content.isNull())
        QCOMPARE(Test::bytesOf(*restored), content);
    QCOMPARE(Backups(book.path()).list().size(), 1);
}

void TstBookRestore::refuses_data()
{
    QTest::addColumn<QString>("backup");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("missing") << u"none.treatybook"_s << ErrorKind::Missing;
    QTest::newRow("folder") << u"."_s << ErrorKind::Foreign;
    QTest::newRow("empty") << u"empty"_s << ErrorKind::Empty;
    QTest::newRow("text") << u"text"_s << ErrorKind::Foreign;
    QTest::newRow("newer") << u"newer"_s << ErrorKind::Newer;
    QTest::newRow("cut") << u"cut"_s << ErrorKind::Damaged;
    QTest::newRow("other tables") << u"tables"_s << ErrorKind::Damaged;
    QTest::newRow("itself") << u"book.treatybook"_s << ErrorKind::Invalid;
}

void TstBookRestore::refuses()
{
    QFETCH(QString, backup);
    QFETCH(ErrorKind, kind);
    const Test::TestBook book;
    const QString good = bookWithBackup(book);
    const QDir folder(book.folder());
    Test::writeBytes(folder.filePath(u"empty"_s), {});
    Test::writeBytes(folder.filePath(u"text"_s), "Dear diary");
    const QByteArray bytes = Test::bytesOf(good);
    Test::writeBytes(folder.filePath(u"newer"_s), QByteArray(bytes).replace(60, 4, QByteArray("\0\0\0\x63", 4)));
    Test::writeBytes(folder.filePath(u"cut"_s), bytes.left(bytes.size() / 2));
    QVERIFY(QFile::copy(good, folder.filePath(u"tables"_s)));
    {
        const auto database = Database::open(folder.filePath(u"tables"_s), Database::Mode::ReadWrite);
        QVERIFY(database && (*database)->execute(u"CREATE TABLE extra (a)"_s));
    }
    const QByteArray before = Test::bytesOf(book.path());
    const QStringList files = filesBeside(book.path());
    const auto restored = restoreBook(folder.filePath(backup), book.path());
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, kind);
    QVERIFY(!restored.error().message.isEmpty());
    QCOMPARE(Test::bytesOf(book.path()), before);
    QCOMPARE(filesBeside(book.path()), files);

    const auto nowhere = restoreBook(good, folder.filePath(u"no folder/book.treatybook"_s));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, ErrorKind::Missing);
    const auto onFolder = restoreBook(good, folder.path());
    QVERIFY(!onFolder);
    QCOMPARE(onFolder.error().kind, ErrorKind::Foreign);
}

void TstBookRestore::refusesABookThatIsOpenElsewhere()
{
    const Test::TestBook book;
    const QString backup = bookWithBackup(book);
    const QByteArray before = Test::bytesOf(book.path());
    {
        QProcess holder;
        holder.start(QStringLiteral(TREATYBOOK_STORAGECHILD), {u"hold"_s, book.path()});
        QVERIFY(holder.waitForReadyRead(20'000));
        const auto restored = restoreBook(backup, book.path());
        QVERIFY(!restored);
        QCOMPARE(restored.error().kind, ErrorKind::Busy);
        holder.closeWriteChannel();
        QVERIFY(holder.waitForFinished(20'000));
    }
    {
        const auto here = openBook(book.path(), {});
        QVERIFY(here);
        const auto restored = restoreBook(backup, book.path());
        QVERIFY(!restored);
        QCOMPARE(restored.error().kind, ErrorKind::Busy);
    }
    QCOMPARE(Test::bytesOf(book.path()), before);
    QVERIFY(restoreBook(backup, book.path()));
}

void TstBookRestore::refusesABackupThatChanged()
{
    const Test::TestBook book;
    const QString backup = bookWithBackup(book);
    QByteArray bytes = Test::bytesOf(backup);
    const qsizetype at = bytes.indexOf("one");
    QVERIFY(at > 0);
    bytes[at] = 'O'; // no check of SQLite sees that
    QVERIFY(QFile::setPermissions(backup, QFile::ReadOwner | QFile::WriteOwner));
    Test::writeBytes(backup, bytes);
    const auto restored = restoreBook(backup, book.path());
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, ErrorKind::Damaged);
    QCOMPARE(titles(book.path()), (QStringList{u"one"_s, u"two"_s}));
}

void TstBookRestore::aJournalLeftBehindDoesNoHarm()
{
    const Test::TestBook book;
    const QString backup = bookWithBackup(book);
    // The journal of a file that can no longer be read: played back into the restored one it would destroy it.
    Test::writeBytes(book.path(), "garbage");
    const QByteArray journal = QByteArray::fromHex("d9d505f920a163d7") + QByteArray(20'000, '\x01');
    Test::writeBytes(book.path() + u"-journal"_s, journal);
    const auto restored = restoreBook(backup, book.path());
    QVERIFY2(restored, Test::why(restored).constData());
    QCOMPARE(titles(book.path()), QStringList{u"one"_s});
    QCOMPARE(Test::integrity(book.path()), u"ok"_s);
    QCOMPARE(Test::bytesOf(*restored + u"-journal"_s), journal);
    QVERIFY(!QFile::exists(book.path() + u"-journal"_s));
}

void TstBookRestore::throughALink()
{
    const Test::TestBook book;
    const QString backup = bookWithBackup(book);
    const QString link = book.folder() + u"/link.treatybook"_s;
    QVERIFY(QFile::link(book.path(), link));
    QVERIFY(restoreBook(backup, link));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(titles(book.path()), QStringList{u"one"_s});
    QCOMPARE(Backups(link).list().size(), 2);
}

static Migrations::Scripts withNextVersion(const QByteArray &sql)
{
    return Migrations::scripts() + Migrations::Scripts{sql};
}

void TstBookRestore::upgradeMakesABackup()
{
    const Test::TestBook book;
    const Agreement record = Test::fullRecord(1);
    QVERIFY(book.open()->commit(Test::addition(record)).result());
    const auto file = DocumentFile::judge(book.path());
    QVERIFY(file);
    QVERIFY(upgradeBook(*file)); // up to date
    QVERIFY(Backups(book.path()).list().isEmpty());

    const auto scripts = withNextVersion("CREATE TABLE extra (a TEXT) STRICT; INSERT INTO extra SELECT id FROM agreement;");
    const auto upgraded = upgradeBook(*file, scripts);
    QVERIFY2(upgraded, Test::why(upgraded).constData());
    {
        const auto database = Database::open(book.path(), Database::Mode::ReadOnly);
        QVERIFY(database);
        QCOMPARE((*database)->value(u"PRAGMA user_version"_s)->toInt(), Migrations::latest() + 1);
        QCOMPARE((*database)->value(u"SELECT count(*) FROM extra"_s)->toInt(), 1);
        QVERIFY(Migrations::checkSchema(**database, scripts));
    }
    QCOMPARE(openBook(book.path(), {}).error().kind, ErrorKind::Newer); // by the program as it is
    const QList<Backup> backups = Backups(book.path()).list();
    QCOMPARE(backups.size(), 1);
    QCOMPARE(backups.first().reason, BackupReason::Migration);
    QCOMPARE(DocumentFile::judge(backups.first().path)->version(), Migrations::latest());
    QVERIFY(restoreBook(backups.first().path, book.path()));
    const auto stored = book.open()->record(record.id()).result();
    QVERIFY(stored && stored->record == record);
}

void TstBookRestore::upgradeThatFailsChangesNothing_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<bool>("folder");
    QTest::newRow("statement") << QByteArray("CREATE TABLE extra (a); CREATE TABLE extra (a);") << true;
    QTest::newRow("constraint") << QByteArray("UPDATE agreement SET version = 0;") << true;
    QTest::newRow("no backup") << QByteArray("CREATE TABLE extra (a);") << false;
}

void TstBookRestore::upgradeThatFailsChangesNothing()
{
    QFETCH(QByteArray, sql);
    QFETCH(bool, folder);
    const Test::TestBook book;
    QVERIFY(book.open()->commit(Test::addition(Test::fullRecord(1))).result());
    const auto file = DocumentFile::judge(book.path());
    QVERIFY(file);
    if (!folder)
        Test::writeBytes(Backups(book.path()).folder(), "in the way");
    const QByteArray before = Test::bytesOf(book.path());
    const auto upgraded = upgradeBook(*file, withNextVersion(sql));
    QVERIFY(!upgraded);
    QVERIFY(upgraded.error().message.contains(u"book.treatybook"_s));
    QCOMPARE(Test::bytesOf(book.path()), before);
    QCOMPARE(Backups(book.path()).list().size(), folder ? 1 : 0);
    QVERIFY(book.open()->commit(Test::addition(Test::smallRecord(u"goes on"_s))).result());
}

TREATYBOOK_TEST(TstBookRestore)
#include "tst_bookrestore.moc"
