#include "storage/sqlrepository.h"

#include "storage/testbook.h"
#include "support/files.h"
#include "support/testregistry.h"

#include <QJsonDocument>
#include <QTest>
#include <QtEndian>

#include <sqlite3.h>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstSqlRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goneFileIsNotWritten_data();
    void goneFileIsNotWritten();
    void textThatIsNoUtf8();
    void replacedWhileWriting();
    void busyIsToldAndNothingIsLost();
    void readersDoNotStopTheWriter();
    void damagedPageIsTold();
    void oneSyncedTransactionACommit();
    void manyAdditionsAtOnce();
};

static std::unique_ptr<SqlRepository> open(const QString &path)
{
    const auto file = DocumentFile::judge(path);
    auto opened = file ? SqlRepository::open(*file, Database::Mode::ReadWrite, u"tester"_s) : file.error();
    return opened ? std::move(*opened) : nullptr;
}

void TstSqlRepository::goneFileIsNotWritten_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"deleted", "moved", "replaced", "folder renamed"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TstSqlRepository::goneFileIsNotWritten()
{
    QFETCH(QString, how);
    const QTemporaryDir parent(Test::fastFolder());
    const QString folder = parent.filePath(u"folder"_s), path = folder + u"/book"_s,
                  other = parent.filePath(u"other"_s);
    QVERIFY(QDir().mkdir(folder) && createBook(path) && createBook(other));
    const auto repository = open(path);
    const Agreement record = Test::fullRecord(1);
    QVERIFY(repository && repository->commit(Test::addition(record)));
    QVERIFY(repository->probe());
    const QByteArray otherBytes = Test::bytesOf(other);
    if (how == u"deleted"_s)
        QVERIFY(QFile::remove(path));
    else if (how == u"moved"_s)
        QVERIFY(QFile::rename(path, parent.filePath(u"moved"_s)));
    else if (how == u"replaced"_s)
        QCOMPARE(std::rename(qPrintable(other), qPrintable(path)), 0);
    else
        QVERIFY(QDir().rename(folder, parent.filePath(u"renamed"_s)));

    QCOMPARE(repository->probe().error().kind, ErrorKind::Lost);
    QCOMPARE(repository->changesSince(0).error().kind, ErrorKind::Lost);
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto receipt = repository->commit(Test::addition(Test::smallRecord(u"late"_s)));
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, ErrorKind::Lost);
        QVERIFY2(receipt.error().message.contains(u"Save a copy"_s), qPrintable(receipt.error().message));
    }
    QCOMPARE(QFile::exists(path), how == u"replaced"_s);
    if (how == u"replaced"_s)
        QCOMPARE(Test::bytesOf(path), otherBytes);
    // What was in the book can still be read and saved.
    QVERIFY(repository->record(record.id()));
    const QString rescue = parent.filePath(u"rescue"_s);
    const auto copied = repository->copyTo(rescue);
    QVERIFY2(copied, Test::why(copied).constData());
    QVERIFY(open(rescue)->record(record.id())->record == record);
}

/// Written by a tool that knows no UTF-8: read with U+FFFD in its place, as valid text.
void TstSqlRepository::textThatIsNoUtf8()
{
    const Test::TestBook book;
    const Agreement record = Test::fullRecord(1);
    const auto repository = book.open();
    QVERIFY(repository->commit(Test::addition(record)).result());
    const auto database = Database::open(book.path(), Database::Mode::ReadWrite);
    QVERIFY(database && (*database)->execute(u"UPDATE agreement SET title = CAST(X'41E942' AS TEXT)"_s));
    QVERIFY((*database)->execute(u"UPDATE source SET title = CAST(X'FFC3A9' AS TEXT)"_s));
    const QMap<QUuid, StoredRecord> all = Test::loadAll(*repository);
    const Agreement &read = all.first().record;
    QCOMPARE(read->title.toString(), u"A\uFFFDB"_s);
    QVERIFY(read->title.utf8().isValidUtf8());
    QCOMPARE(read->sources.first().title.toString(), u"\uFFFDé"_s);
    QVERIFY(read->sources.first().title.utf8().isValidUtf8());
    QCOMPARE(read->summary, record->summary);
}

/// Even when the file goes between our own look and SQLite's.
void TstSqlRepository::replacedWhileWriting()
{
    const Test::TestBook book;
    const auto database = Database::open(book.path(), Database::Mode::ReadWrite);
    QVERIFY(database && (*database)->execute(u"SELECT * FROM setting"_s));
    QVERIFY(QFile::remove(book.path()));
    auto written = (*database)->execute(u"BEGIN IMMEDIATE"_s);
    if (written)
        written = (*database)->execute(u"INSERT INTO setting VALUES ('a', 'b')"_s);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Lost);
}

void TstSqlRepository::busyIsToldAndNothingIsLost()
{
    const Test::TestBook book;
    const auto repository = open(book.path());
    sqlite3 *other = nullptr;
    QCOMPARE(sqlite3_open(qPrintable(book.path()), &other), SQLITE_OK);
    const ChangeSet set = Test::addition(Test::fullRecord(1));

    // Another one writes: no lock to begin with.
    QCOMPARE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    QElapsedTimer timer;
    timer.start();
    const auto waited = repository->commit(set);
    QVERIFY(!waited);
    QCOMPARE(waited.error().kind, ErrorKind::Busy);
    QVERIFY2(timer.elapsed() >= 4000 && timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr), SQLITE_OK);

    // Another one reads: COMMIT itself has to give up.
    QCOMPARE(sqlite3_exec(other, "BEGIN; SELECT * FROM agreement", nullptr, nullptr, nullptr), SQLITE_OK);
    const auto atCommit = repository->commit(set);
    QVERIFY(!atCommit);
    QCOMPARE(atCommit.error().kind, ErrorKind::Busy);
    QCOMPARE(repository->lookup(set.id), Lookup::Absent);
    QCOMPARE(sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(other);
    QVERIFY(repository->commit(set));
    QCOMPARE(repository->load({}, 10)->size(), 1);
}

void TstSqlRepository::readersDoNotStopTheWriter()
{
    const Test::TestBook book;
    const auto reader = open(book.path()), writer = open(book.path());
    ChangeSet set(u"many"_s);
    for (int i = 0; i < 600; ++i)
        set.changes.append(Change::add(Test::smallRecord(QString::number(i))));
    QVERIFY(writer->commit(set));
    // Whatever was asked, nothing half-read remains, not even where fewer rows were wanted than there are.
    QVERIFY(reader->load({}, 300) && reader->changesSince(0) && reader->history({}, 0, 1) && reader->settings());
    QVERIFY(reader->record(set.changes.first().id) && reader->lookup(set.id) == Lookup::Stored && reader->cursor());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(writer->commit(Test::addition(Test::smallRecord(u"one more"_s))));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TstSqlRepository::damagedPageIsTold()
{
    const Test::TestBook book;
    {
        ChangeSet set(u"Thirty"_s);
        for (int i = 0; i < 30; ++i)
            set.changes.append(Change::add(Test::fullRecord(i)));
        QVERIFY(open(book.path())->commit(set));
    }
    QFile file(book.path());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) &&
            file.write(QByteArray(file.size() / 3, '\xa5')) > 0);
    file.close();
    const auto repository = open(book.path());
    QVERIFY(repository);
    const auto page = repository->load({}, 100);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Damaged);
    const QString copy = book.folder() + u"/copy"_s;
    QCOMPARE(repository->copyTo(copy).error().kind, ErrorKind::Damaged);
    QCOMPARE(QDir(book.folder()).entryList(QDir::Files | QDir::Hidden), QStringList{u"book.treatybook"_s});
}

void TstSqlRepository::oneSyncedTransactionACommit()
{
    const Test::TestBook book;
    const auto repository = open(book.path());
    const QDateTime before = QFileInfo(book.path()).lastModified();
    ChangeSet set = Test::addition(Test::fullRecord(1));
    set.changes.append(Change::setting({u"side"_s, QString(), u"vn"_s}));
    QVERIFY(repository->commit(set));
    const QByteArray header = Test::bytesOf(book.path()).left(100);
    QVERIFY(QFileInfo(book.path()).lastModified() >= before);
    QVERIFY(repository->commit(Test::addition(Test::fullRecord(2))));
    // The file change counter (offset 24) goes up by one with each transaction.
    const auto counter = [](const QByteArray &h) { return qFromBigEndian<quint32>(h.constData() + 24); };
    QCOMPARE(counter(Test::bytesOf(book.path())), counter(header) + 1);
}

/// They take ways of their own into the log and out of it; the text there is that of every other change.
void TstSqlRepository::manyAdditionsAtOnce()
{
    const Test::TestBook book;
    const auto repository = open(book.path());
    QVERIFY(repository);
    ChangeSet set(u"Many"_s);
    for (int n = 0; n < 1200; ++n) {
        Agreement record(QUuid::createUuid());
        record.edit().title = Text(u"Agreement %1"_s.arg(n));
        set.changes.append(Change::add(record));
    }
    QVERIFY(repository->commit(set));
    const auto log = repository->history({}, 0, 1);
    QVERIFY(log);
    QCOMPARE(log->first().set.changes.size(), set.changes.size());
    for (qsizetype i = 0; i < set.changes.size(); ++i) {
        QCOMPARE(log->first().set.changes.at(i).type, Change::Type::Add);
        QCOMPARE(log->first().set.changes.at(i).id, set.changes.at(i).id);
    }
    const auto database = Database::open(book.path(), Database::Mode::ReadOnly);
    QVERIFY(database);
    QCOMPARE((*database)->value(u"SELECT change FROM change_entry WHERE position = 7"_s)->toString(),
             QString::fromUtf8(QJsonDocument(changeToJson(set.changes.at(7))).toJson(QJsonDocument::Compact)));
}

TREATYBOOK_TEST(TstSqlRepository)
#include "tst_sqlrepository.moc"
