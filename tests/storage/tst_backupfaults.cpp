#include "storage/backups.h"
#include "storage/bookcopy.h"
#include "storage/everycall.h"
#include "storage/testbook.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <optional>

using namespace Treatybook;
using namespace Qt::StringLiterals;

/// Another process backs a book up or restores one; at every single call that changes the disk it is killed, or the
/// disk fails. The book and all older backups survive, and no backup is empty or cut.
class TstBackupFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backingUp_data();
    void backingUp();
    void restoring_data();
    void restoring();
};

/// A book with older backups, and the sums of these.
class Scene
{
public:
    explicit Scene(int backups)
    {
        const auto repository = book.open();
        commit(*repository, 1);
        for (int i = 0; i < backups; ++i) {
            const auto backup = repository->backUp(BackupReason::Asked).result();
            if (!backup)
                qFatal("%s", Test::why(backup).constData());
            older.insert(backup->path, backup->sha256);
        }
        commit(*repository, 2);
    }

    QString oldest() const { return older.firstKey(); }

    Test::TestBook book;
    QMap<QString, QByteArray> older;

private:
    static void commit(Repository &repository, int number)
    {
        if (!repository.commit(Test::addition(Test::fullRecord(number))).result())
            qFatal("no commit");
    }
};

static qint64 recordsIn(const QString &path)
{
    const auto figures = verifyCopy(path, nullptr);
    return figures ? figures->records : -1;
}

/// Every file among the backups is whole, and those that were there are as they were.
static void checkBackups(const Scene &scene)
{
    for (auto old = scene.older.cbegin(); old != scene.older.cend(); ++old)
        QCOMPARE(sha256OfFile(old.key()), old.value());
    for (const Backup &backup : Backups(scene.book.path()).list())
        QVERIFY2(recordsIn(backup.path) >= 1, qPrintable(backup.path));
}

void TstBackupFaults::backingUp_data()
{
    Test::addFaults();
}

void TstBackupFaults::backingUp()
{
    QFETCH(QByteArray, kind);
    QFETCH(bool, sticky);
    std::optional<Scene> scene;
    const auto prepare = [&](QString *folder) {
        scene.emplace(2);
        *folder = scene->book.folder();
        return QStringList{u"backup"_s, scene->book.path()};
    };
    const auto judge = [&](const Test::FaultRun &run, const QString &) {
        QFile::remove(scene->book.path() + u".lock"_s); // an empty one is taken over after ten seconds only
        checkBackups(*scene);
        QCOMPARE(recordsIn(scene->book.path()), 2);
        if (run.output.startsWith("stored"))
            QCOMPARE(Backups(scene->book.path()).list().size(), 3);
        if (kind == "ENOSPC" && run.output.startsWith("failed"))
            QCOMPARE(run.output.trimmed(), "failed " + QByteArray::number(static_cast<int>(ErrorKind::Full)));
        const auto next = scene->book.open()->backUp(BackupReason::Asked).result();
        QVERIFY2(next, Test::why(next).constData());
        QCOMPARE(next->records, 2);
        if (kind == "kill" || kind == "torn")
            return;
        const auto entries = QDir(Backups(scene->book.path()).folder()).entryList(QDir::Files | QDir::Hidden);
        if (!sticky) // on a disk that fails for good nothing can be tidied up
            QVERIFY2(entries.filter(u".new"_s).isEmpty(), qPrintable(entries.join(u' ')));
    };
    QVERIFY(Test::atEveryCall(prepare, judge) > 8);
}

void TstBackupFaults::restoring_data()
{
    Test::addFaults();
}

void TstBackupFaults::restoring()
{
    std::optional<Scene> scene;
    const auto prepare = [&](QString *folder) {
        scene.emplace(2);
        *folder = scene->book.folder();
        return QStringList{u"restore"_s, scene->oldest(), scene->book.path()};
    };
    const auto judge = [&](const Test::FaultRun &run, const QString &) {
        QFile::remove(scene->book.path() + u".lock"_s);
        const qint64 records = recordsIn(scene->book.path());
        QVERIFY2(records == 1 || records == 2, "the book is neither the old nor the new one");
        checkBackups(*scene);
        if (!run.killed && run.exitCode == 0)
            QCOMPARE(records, 1);
        if (records == 1) { // then the former one is beside it
            const auto files = QDir(scene->book.folder()).entryInfoList({u"book before*.treatybook"_s}, QDir::Files);
            QCOMPARE(files.size(), 1);
            QCOMPARE(recordsIn(files.first().filePath()), 2);
        }
        QVERIFY(scene->book.open()->commit(Test::addition(Test::smallRecord(u"goes on"_s))).result());
        QCOMPARE(Test::integrity(scene->book.path()), u"ok"_s);
    };
    QVERIFY(Test::atEveryCall(prepare, judge) > 12);
}

TREATYBOOK_TEST(TstBackupFaults)
#include "tst_backupfaults.moc"
