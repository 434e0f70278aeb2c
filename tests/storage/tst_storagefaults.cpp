#include "storage/everycall.h"
#include "storage/testbook.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

/// Another process writes to a book; at the calls that change the disk it is killed, or the disk fails.
class TstStorageFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writing_data();
    void writing();
    void creating_data();
    void creating();
    void copying_data();
    void copying();
};

void TstStorageFaults::writing_data()
{
    Test::addFaults();
}

void TstStorageFaults::writing()
{
    QFETCH(QByteArray, kind);
    std::optional<Test::TestBook> book;
    const auto prepare = [&](QString *folder) {
        book.emplace();
        *folder = book->folder();
        return QStringList{u"write"_s, book->path()};
    };
    const auto judge = [&](const Test::FaultRun &run, const QString &hit) {
        // Half a lock would be taken over after ten seconds, or deleted by a person.
        if (hit.endsWith(u".lock"_s))
            QFile::remove(book->path() + u".lock"_s);
        const auto opened = openBook(book->path(), {false, true, BookOptions::Executor::Direct, {}});
        QVERIFY2(opened, Test::why(opened).constData());
        QVERIFY2(!(*opened)->capabilities().readOnly, qPrintable((*opened)->capabilities().readOnlyReason));
        const auto records = Test::loadAll(**opened);
        const auto entries = (*opened)->changesSince(0).result();
        QVERIFY2(entries, Test::why(entries).constData());
        for (const QString &line : QString::fromUtf8(run.output).split(u'\n', Qt::SkipEmptyParts)) {
            const QStringList words = line.split(u' ');
            const QUuid id = QUuid::fromString(words.value(2));
            const bool there = words.value(1) == u"add"_s ? records.contains(id) : records.value(id).version == 2;
            if (words.first() == u"stored"_s) {
                QVERIFY2(there, qPrintable(line));
                continue;
            }
            const auto failure = static_cast<ErrorKind>(words.value(3).toInt());
            // Only "unknown" leaves it open whether the change is there.
            QVERIFY2(!there || failure == ErrorKind::Unknown, qPrintable(line));
            if (kind == "ENOSPC" || kind == "EDQUOT")
                QVERIFY2(failure == ErrorKind::Full || failure == ErrorKind::Unknown ||
                             failure == ErrorKind::Conflict || failure == ErrorKind::Denied,
                         qPrintable(line));
        }
        // Whole changes only: the log replayed gives the records, with all their parts.
        QMap<QUuid, Agreement> replica;
        const auto replayed = Test::replay(*entries, replica);
        QVERIFY2(replayed, Test::why(replayed).constData());
        QCOMPARE(replica.keys(), records.keys());
        for (const Agreement &record : replica)
            QVERIFY(records.value(record.id()).record == record);
        QVERIFY((*opened)->commit(Test::addition(Test::smallRecord(u"goes on"_s))).result());
        QCOMPARE(Test::integrity(book->path()), u"ok"_s);
    };
    QVERIFY(Test::atEveryCall(prepare, judge) > 20);
}

void TstStorageFaults::creating_data()
{
    Test::addFaults();
}

void TstStorageFaults::creating()
{
    QFETCH(QByteArray, kind);
    std::optional<QTemporaryDir> folder;
    const auto prepare = [&](QString *path) {
        folder.emplace(Test::fastFolder());
        *path = folder->path();
        return QStringList{u"create"_s, folder->filePath(u"new.treatybook"_s)};
    };
    const auto judge = [&](const Test::FaultRun &run, const QString &) {
        const QString path = folder->filePath(u"new.treatybook"_s);
        if (QFile::exists(path)) { // then it is whole, whatever happened afterwards
            const auto opened = openBook(path, {false, true, BookOptions::Executor::Direct, {}});
            QVERIFY2(opened, Test::why(opened).constData());
            QCOMPARE(Test::integrity(path), u"ok"_s);
        }
        if (!run.killed && run.exitCode == 0)
            QVERIFY(QFile::exists(path));
        if (kind == "ENOSPC" && run.exitCode == 4)
            QCOMPARE(run.output.trimmed(), "failed " + QByteArray::number(static_cast<int>(ErrorKind::Full)));
    };
    QVERIFY(Test::atEveryCall(prepare, judge) > 3);
}

void TstStorageFaults::copying_data()
{
    Test::addFaults();
}

void TstStorageFaults::copying()
{
    QFETCH(QByteArray, kind);
    const Test::TestBook book;
    const Agreement record = Test::fullRecord(1);
    QVERIFY(book.open()->commit(Test::addition(record)).result());
    std::optional<QTemporaryDir> folder;
    const auto prepare = [&](QString *path) {
        folder.emplace(Test::fastFolder());
        *path = folder->path();
        return QStringList{u"copy"_s, book.path(), folder->filePath(u"copy.treatybook"_s)};
    };
    const auto judge = [&](const Test::FaultRun &run, const QString &) {
        const QString path = folder->filePath(u"copy.treatybook"_s);
        if (QFile::exists(path)) {
            const auto opened = openBook(path, {true, true, BookOptions::Executor::Direct, {}});
            QVERIFY2(opened, Test::why(opened).constData());
            const auto copied = (*opened)->record(record.id()).result();
            QVERIFY(copied && copied->record == record);
        }
        if (!run.killed && run.exitCode == 0)
            QVERIFY(QFile::exists(path));
        if (kind == "ENOSPC" && run.exitCode == 4)
            QCOMPARE(run.output.trimmed(), "failed " + QByteArray::number(static_cast<int>(ErrorKind::Full)));
    };
    QVERIFY(Test::atEveryCall(prepare, judge) > 3);
}

TREATYBOOK_TEST(TstStorageFaults)
#include "tst_storagefaults.moc"
