#include "storage/documentfile.h"

#include "storage/documentlock.h"
#include "storage/durablefile.h"
#include "storage/migrations.h"
#include "storage/testbook.h"
#include "support/testregistry.h"

#include <QProcess>
#include <QTest>

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Treatybook;
using namespace Qt::StringLiterals;

static const BookOptions Direct{false, true, BookOptions::Executor::Direct, {}};
constexpr uid_t Nobody = 65534;

class TstDocumentFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wrongFilesAreToldApart_data();
    void wrongFilesAreToldApart();
    void everyCutIsRefusedOrRead();
    void hostileSchemaIsRefused();
    void namesAndLinks_data();
    void namesAndLinks();
    void openingWritesNothing();
    void judgingAnOpenBookKeepsItsLocks();
    void writeProtected_data();
    void writeProtected();
    void secondProcessOpensReadOnly();
    void secondWindowOpensReadOnly();
    void lockOfAnother_data();
    void lockOfAnother();
    void lockOfAnotherComputerCanBeTakenOver();
    void lockOfADeadProcessIsTakenOver();
    void unwrittenLockIsTakenOver();
    void bookFromMemory();
    void newBookReplacesNothing_data();
    void newBookReplacesNothing();
    void nameTakenAtTheLastMoment();

private:
    QByteArray bytes(const QString &name) const;
    void write(const QString &name, const QByteArray &content) const;
    void sql(const QString &name, const char *statements) const;
    QStringList names() const
    {
        return QDir(m_book->folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    QString at(const QString &name) const { return m_book->folder() + u'/' + name; }

    std::optional<Test::TestBook> m_book;
};

void TstDocumentFile::init()
{
    m_book.emplace();
    const auto book = m_book->open();
    ChangeSet set(u"Twenty"_s);
    for (int i = 0; i < 20; ++i)
        set.changes.append(Change::add(Test::fullRecord(i)));
    QVERIFY(book->commit(set).result());
}

QByteArray TstDocumentFile::bytes(const QString &name) const
{
    QFile file(at(name));
    return QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TstDocumentFile::write(const QString &name, const QByteArray &content) const
{
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

void TstDocumentFile::sql(const QString &name, const char *statements) const
{
    sqlite3 *connection = nullptr;
    QCOMPARE(sqlite3_open(qPrintable(at(name)), &connection), SQLITE_OK);
    QCOMPARE(sqlite3_exec(connection, statements, nullptr, nullptr, nullptr), SQLITE_OK);
    QCOMPARE(sqlite3_close(connection), SQLITE_OK);
}

void TstDocumentFile::wrongFilesAreToldApart_data()
{
    using Make = std::function<void(TstDocumentFile &)>;
    QTest::addColumn<QString>("name");
    QTest::addColumn<Make>("make");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *tag, const QString &name, const Make &make, ErrorKind kind, const QString &words) {
        QTest::newRow(tag) << name << make << kind << words;
    };
    using T = TstDocumentFile;
    const auto nothing = [](T &) {};
    row("missing", u"none.treatybook"_s, nothing, ErrorKind::Missing, u"not found"_s);
    row("missing folder", u"none/none"_s, nothing, ErrorKind::Missing, u"not found"_s);
    row("below a file", u"book.treatybook/none"_s, nothing, ErrorKind::Missing, u"not found"_s);
    row(
        "broken link", u"link"_s, [](T &t) { QFile::link(u"gone"_s, t.at(u"link"_s)); }, ErrorKind::Missing,
        u"not found"_s);
    row(
        "empty", u"e"_s, [](T &t) { t.write(u"e"_s, {}); }, ErrorKind::Empty, u"empty"_s);
    row(
        "folder", u"d"_s, [](T &t) { QDir(t.m_book->folder()).mkdir(u"d"_s); }, ErrorKind::Foreign, u"folder"_s);
    row(
        "pipe", u"p"_s, [](T &t) { ::mkfifo(qPrintable(t.at(u"p"_s)), 0600); }, ErrorKind::Foreign, u"pipe"_s);
    row("device", u"../../dev/zero"_s, nothing, ErrorKind::Foreign, u"device"_s);
    row(
        "short text", u"t"_s, [](T &t) { t.write(u"t"_s, "fifteen letters"); }, ErrorKind::Foreign, u"no database"_s);
    row(
        "long text", u"t"_s, [](T &t) { t.write(u"t"_s, QByteArray(9000, 'x')); }, ErrorKind::Foreign,
        u"no database"_s);
    row(
        "PDF", u"t"_s, [](T &t) { t.write(u"t"_s, "%PDF-1.7\n" + QByteArray(9000, '\n')); }, ErrorKind::Foreign,
        u"no database"_s);
    row(
        "beginning only", u"t"_s, [](T &t) { t.write(u"t"_s, t.bytes(u"book.treatybook"_s).left(60)); },
        ErrorKind::Foreign, u"no database"_s);
    row(
        "database of another", u"f"_s, [](T &t) { t.sql(u"f"_s, "CREATE TABLE moz_places (id)"); }, ErrorKind::Foreign,
        u"another program"_s);
    row(
        "newer", u"book.treatybook"_s, [](T &t) { t.sql(u"book.treatybook"_s, "PRAGMA user_version = 99"); },
        ErrorKind::Newer, u"newer"_s);
    row(
        "no version", u"book.treatybook"_s, [](T &t) { t.sql(u"book.treatybook"_s, "PRAGMA user_version = 0"); },
        ErrorKind::Damaged, u"changed by another program"_s);
    row(
        "write-ahead log", u"book.treatybook"_s, [](T &t) { t.sql(u"book.treatybook"_s, "PRAGMA journal_mode = WAL"); },
        ErrorKind::Damaged, u"changed by another program"_s);
    row(
        "no schema", u"book.treatybook"_s,
        [](T &t) {
            t.write(u"book.treatybook"_s, t.bytes(u"book.treatybook"_s).left(100) + QByteArray(4096 * 8 - 100, 'x'));
        },
        ErrorKind::Damaged, u"damaged"_s);
    row(
        "other tables", u"book.treatybook"_s, [](T &t) { t.sql(u"book.treatybook"_s, "CREATE TABLE extra (a)"); },
        ErrorKind::Damaged, u"tables"_s);
}

void TstDocumentFile::wrongFilesAreToldApart()
{
    QFETCH(QString, name);
    QFETCH(std::function<void(TstDocumentFile &)>, make);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    make(*this);
    const QStringList before = names();
    const QByteArray content = bytes(name);
    const QString path = name.startsWith(u"../"_s) ? u"/dev/zero"_s : at(name);
    const auto opened = openBook(path, Direct);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, kind);
    QVERIFY2(opened.error().message.contains(words), qPrintable(opened.error().message));
    QVERIFY(opened.error().message.endsWith(u'.'));
    QCOMPARE(bytes(name), content);
    QCOMPARE(names(), before);
}

/// A truncated book never crashes the program: it is refused, or what is read of it is told to be damaged.
void TstDocumentFile::everyCutIsRefusedOrRead()
{
    const QByteArray whole = bytes(u"book.treatybook"_s);
    int refused = 0;
    for (qsizetype size = 4096; size < whole.size(); size += 4096) {
        write(u"cut"_s, whole.left(size));
        const auto opened = openBook(at(u"cut"_s), Direct);
        if (!opened) {
            QCOMPARE(opened.error().kind, ErrorKind::Damaged);
            ++refused;
            continue;
        }
        const auto page = (*opened)->load({}, 100).result();
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Damaged);
        QCOMPARE((*opened)->copyTo(at(u"copy"_s)).result().error().kind, ErrorKind::Damaged);
    }
    QVERIFY(refused > 0);
    QVERIFY(!QFile::exists(at(u"copy"_s)));
}

void TstDocumentFile::hostileSchemaIsRefused()
{
    sql(u"book.treatybook"_s, "CREATE TRIGGER evil AFTER UPDATE ON agreement BEGIN DELETE FROM change_log; END");
    const QByteArray content = bytes(u"book.treatybook"_s);
    const auto opened = openBook(m_book->path(), Direct);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Damaged);
    QCOMPARE(bytes(u"book.treatybook"_s), content);
}

void TstDocumentFile::namesAndLinks_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("blanks and marks") << u"a b#c%20?d&e=f.treatybook"_s;
    QTest::newRow("quotes") << u"it's \"one\".treatybook"_s;
    QTest::newRow("line end") << u"a\nb"_s;
    QTest::newRow("marks") << u"Hiệp ước \U0001F91D"_s;
    QTest::newRow("semicolon") << u"x;QSQLITE_OPEN_READONLY"_s;
    QTest::newRow("address") << u"file:book?mode=memory"_s;
}

void TstDocumentFile::namesAndLinks()
{
    QFETCH(QString, name);
    QVERIFY(QFile::rename(m_book->path(), at(name)));
    QVERIFY(QFile::link(name, at(u"link"_s)));
    const auto opened = openBook(at(u"link"_s), Direct);
    QVERIFY2(opened, Test::why(opened).constData());
    QVERIFY(!(*opened)->capabilities().readOnly);
    QVERIFY((*opened)->commit(Test::addition(Test::smallRecord(u"one more"_s))).result());
    QCOMPARE(Test::loadAll(**opened).size(), 21);
    // The lock and the journal go by the file, not by the link.
    QVERIFY(QFile::exists(at(name + u".lock"_s)));
    QCOMPARE(DocumentFile::judge(at(u"link"_s))->name(), name);
}

void TstDocumentFile::openingWritesNothing()
{
    const QByteArray content = bytes(u"book.treatybook"_s);
    const QDateTime time = QFileInfo(m_book->path()).lastModified();
    {
        const auto opened = openBook(m_book->path());
        QVERIFY(opened && !(*opened)->capabilities().readOnly);
        QCOMPARE(Test::loadAll(**opened).size(), 20);
    }
    QCOMPARE(bytes(u"book.treatybook"_s), content);
    QCOMPARE(QFileInfo(m_book->path()).lastModified(), time);
    QCOMPARE(names(), QStringList{u"book.treatybook"_s});
}

/// A handle that is closed takes the locks of the whole process along; judging must not have such a handle.
void TstDocumentFile::judgingAnOpenBookKeepsItsLocks()
{
    sqlite3 *writer = nullptr;
    QCOMPARE(sqlite3_open(qPrintable(m_book->path()), &writer), SQLITE_OK);
    QCOMPARE(sqlite3_exec(writer, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    QVERIFY(DocumentFile::judge(m_book->path()));
    QVERIFY(openBook(m_book->path(), {true, false, BookOptions::Executor::Direct, {}}));
    const pid_t child = ::fork();
    if (child == 0) {
        sqlite3 *other = nullptr;
        sqlite3_open(qPrintable(m_book->path()), &other);
        ::_exit(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr));
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(WEXITSTATUS(status), SQLITE_BUSY);
    QCOMPARE(sqlite3_exec(writer, "ROLLBACK", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(writer);
}

void TstDocumentFile::writeProtected_data()
{
    QTest::addColumn<int>("file");
    QTest::addColumn<int>("folder");
    QTest::addColumn<QString>("answer");
    QTest::newRow("file") << 0444 << 0777 << u"“book.treatybook” is write-protected"_s;
    QTest::newRow("folder") << 0666 << 0555 << u"The folder “"_s;
    QTest::newRow("both") << 0444 << 0555 << u"“book.treatybook” is write-protected"_s;
    QTest::newRow("unreadable") << 0000 << 0777 << u"You may not read"_s;
}

/// In a child process that is not root, which passes every check of permissions.
void TstDocumentFile::writeProtected()
{
    QFETCH(int, file);
    QFETCH(int, folder);
    QFETCH(QString, answer);
    const QByteArray content = bytes(u"book.treatybook"_s);
    QCOMPARE(::chmod(qPrintable(m_book->path()), static_cast<mode_t>(file)), 0);
    QCOMPARE(::chmod(qPrintable(m_book->folder()), static_cast<mode_t>(folder)), 0);
    int pipe[2];
    QCOMPARE(::pipe(pipe), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        if (::getuid() == 0 && (::setgid(Nobody) != 0 || ::setuid(Nobody) != 0))
            ::_exit(1);
        QByteArray told;
        const auto opened = openBook(m_book->path(), Direct);
        if (!opened) {
            told = opened.error().message.toUtf8();
        } else {
            const auto commit = (*opened)->commit(Test::addition(Test::smallRecord(u"x"_s))).result();
            if ((*opened)->capabilities().readOnly && Test::loadAll(**opened).size() == 20 && !commit &&
                commit.error().kind == ErrorKind::Denied)
                told = (*opened)->capabilities().readOnlyReason.toUtf8();
        }
        ::_exit(::write(pipe[1], told.constData(), static_cast<size_t>(told.size())) == told.size() ? 0 : 1);
    }
    ::close(pipe[1]);
    QFile answers;
    QVERIFY(answers.open(pipe[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
    const QString told = QString::fromUtf8(answers.readAll());
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    ::chmod(qPrintable(m_book->folder()), 0700);
    ::chmod(qPrintable(m_book->path()), 0600);
    QCOMPARE(WEXITSTATUS(status), 0);
    QVERIFY2(told.startsWith(answer), qPrintable(told));
    QCOMPARE(bytes(u"book.treatybook"_s), content);
    QCOMPARE(names(), QStringList{u"book.treatybook"_s});
}

void TstDocumentFile::secondProcessOpensReadOnly()
{
    const auto first = openBook(m_book->path());
    QVERIFY(first && !(*first)->capabilities().readOnly);
    QProcess second;
    second.start(QStringLiteral(TREATYBOOK_STORAGECHILD), {u"hold"_s, m_book->path()});
    QVERIFY(second.waitForReadyRead(20000));
    const QString told = QString::fromUtf8(second.readLine());
    QVERIFY2(told.contains(u"reading only"_s) && told.contains(QString::number(QCoreApplication::applicationPid())) &&
                 told.contains(QSysInfo::machineHostName()) && told.contains(u"tests-storage"_s),
             qPrintable(told));
    QVERIFY((*first)->commit(Test::addition(Test::smallRecord(u"goes on"_s))).result());
    second.write("\n");
    QVERIFY(second.waitForFinished(20000));
    QCOMPARE(second.exitCode(), 0);
}

void TstDocumentFile::secondWindowOpensReadOnly()
{
    const auto first = openBook(m_book->path(), Direct);
    const auto second = openBook(m_book->path(), Direct);
    QVERIFY(first && second);
    QVERIFY(!(*first)->capabilities().readOnly);
    QVERIFY((*second)->capabilities().readOnly && !(*second)->capabilities().canDelete);
    QVERIFY((*second)->capabilities().readOnlyReason.contains(u"already open in this program"_s));
    const auto commit = (*second)->commit(Test::addition(Test::smallRecord(u"x"_s))).result();
    QVERIFY(!commit);
    QCOMPARE(commit.error().kind, ErrorKind::Denied);
    QCOMPARE((*second)->putBlob(QByteArray(64, 'a'), 0, "x").result().error().kind, ErrorKind::Denied);
    QVERIFY((*first)->commit(Test::addition(Test::smallRecord(u"x"_s))).result());
    QCOMPARE(Test::loadAll(**second).size(), 21);
}

void TstDocumentFile::lockOfAnother_data()
{
    QTest::addColumn<QByteArray>("lock");
    QTest::addColumn<int>("age");
    QTest::addColumn<QString>("words");
    QTest::newRow("another computer") << QByteArray("4711\ntreatybook\nministry-7\n") << 86400
                                      << u"on the computer “ministry-7” has it open (process 4711)"_s;
    QTest::newRow("empty") << QByteArray() << 0 << u"says nothing of its owner"_s;
}

void TstDocumentFile::lockOfAnother()
{
    QFETCH(QByteArray, lock);
    QFETCH(QString, words);
    QFETCH(int, age);
    write(u"book.treatybook.lock"_s, lock);
    QFile file(at(u"book.treatybook.lock"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-age), QFileDevice::FileModificationTime));
    file.close();
    const auto opened = openBook(m_book->path(), Direct);
    QVERIFY(opened);
    QVERIFY((*opened)->capabilities().readOnly);
    QVERIFY2((*opened)->capabilities().readOnlyReason.contains(words),
             qPrintable((*opened)->capabilities().readOnlyReason));
    QCOMPARE(Test::loadAll(**opened).size(), 20);
    QCOMPARE(bytes(u"book.treatybook.lock"_s), lock);
}

void TstDocumentFile::lockOfAnotherComputerCanBeTakenOver()
{
    write(u"book.treatybook.lock"_s, "4711\ntreatybook\nministry-7\n");
    QCOMPARE((*openBook(m_book->path(), Direct))->capabilities().readOnlyCause, ReadOnlyCause::InUseElsewhere);
    takeOverBook(m_book->path());
    const auto ours = openBook(m_book->path(), Direct);
    QVERIFY(ours && !(*ours)->capabilities().readOnly);
    QCOMPARE((*ours)->capabilities().readOnlyCause, ReadOnlyCause::None);

    const QByteArray lock = bytes(u"book.treatybook.lock"_s);
    takeOverBook(m_book->path()); // not one of this computer
    QCOMPARE(bytes(u"book.treatybook.lock"_s), lock);
    QCOMPARE((*openBook(m_book->path(), Direct))->capabilities().readOnlyCause, ReadOnlyCause::InUse);
    QCOMPARE((*openBook(m_book->path(), {.readOnly = true}))->capabilities().readOnlyCause, ReadOnlyCause::Asked);
}

void TstDocumentFile::bookFromMemory()
{
    ChangeSet content(u"Rescue"_s);
    for (int i = 0; i < 5; ++i)
        content.changes.append(Change::add(Test::fullRecord(i)));
    content.changes.append(Change::setting({u"side"_s, QString(), u"VN"_s}));
    QVERIFY(writeBook(at(u"rescue"_s), content));
    QCOMPARE(Test::integrity(at(u"rescue"_s)), u"ok"_s);
    const auto opened = openBook(at(u"rescue"_s), Direct);
    QVERIFY(opened);
    const auto records = Test::loadAll(**opened);
    QCOMPARE(records.size(), 5);
    for (const Change &change : content.changes)
        QVERIFY(change.type == Change::Type::Setting || records.value(change.id).record == *change.record);
    QCOMPARE((*opened)->settings().result()->value(u"side"_s), u"VN"_s);
    QCOMPARE((*opened)->changesSince(0).result()->size(), 1);

    QCOMPARE(writeBook(at(u"rescue"_s), content).error().kind, ErrorKind::Exists);
    content.changes.append(content.changes.first()); // the same record twice
    const QStringList before = names();
    QVERIFY(!writeBook(at(u"other"_s), content));
    QCOMPARE(names(), before); // nothing half done
}

void TstDocumentFile::lockOfADeadProcessIsTakenOver()
{
    QProcess first;
    first.start(QStringLiteral(TREATYBOOK_STORAGECHILD), {u"hold"_s, m_book->path()});
    QVERIFY(first.waitForReadyRead(20000));
    QCOMPARE(first.readLine().trimmed(), "writing");
    first.kill();
    QVERIFY(first.waitForFinished(20000));
    QVERIFY(QFile::exists(DocumentLock::lockPath(m_book->path())));
    const auto opened = openBook(m_book->path(), Direct);
    QVERIFY(opened && !(*opened)->capabilities().readOnly);
}

void TstDocumentFile::unwrittenLockIsTakenOver()
{
    QFile lock(DocumentLock::lockPath(m_book->path()));
    QVERIFY(lock.open(QIODevice::ReadWrite));
    QVERIFY(lock.setFileTime(QDateTime::currentDateTime().addSecs(-20), QFileDevice::FileModificationTime));
    lock.close();
    const auto opened = openBook(m_book->path(), Direct);
    QVERIFY(opened && !(*opened)->capabilities().readOnly);
    QVERIFY(openBook(m_book->path(), Direct)->get()->capabilities().readOnly);
}

void TstDocumentFile::newBookReplacesNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("file") << u"book.treatybook"_s << ErrorKind::Exists;
    QTest::newRow("folder") << u"d"_s << ErrorKind::Exists;
    QTest::newRow("broken link") << u"link"_s << ErrorKind::Exists;
    QTest::newRow("no folder") << u"none/new.treatybook"_s << ErrorKind::Missing;
    QTest::newRow("below a file") << u"book.treatybook/new"_s << ErrorKind::Missing;
}

void TstDocumentFile::newBookReplacesNothing()
{
    QFETCH(QString, name);
    QFETCH(ErrorKind, kind);
    QVERIFY(QDir(m_book->folder()).mkdir(u"d"_s) && QFile::link(u"gone"_s, at(u"link"_s)));
    const QStringList before = names();
    const QByteArray content = bytes(u"book.treatybook"_s);
    const auto created = createBook(at(name));
    QVERIFY(!created);
    QCOMPARE(created.error().kind, kind);
    QCOMPARE(names(), before);
    QCOMPARE(bytes(u"book.treatybook"_s), content);
}

void TstDocumentFile::nameTakenAtTheLastMoment()
{
    const QByteArray content = bytes(u"book.treatybook"_s);
    const QString temporary = DurableFile::temporaryName(m_book->path());
    QVERIFY(QFile::copy(m_book->path(), temporary));
    const auto published = DurableFile::publish(temporary, m_book->path());
    QVERIFY(!published);
    QCOMPARE(published.error().kind, ErrorKind::Exists);
    QCOMPARE(bytes(u"book.treatybook"_s), content);
    QCOMPARE(names(), QStringList{u"book.treatybook"_s});
}

TREATYBOOK_TEST(TstDocumentFile)
#include "tst_documentfile.moc"
