#include "exchange/safefile.h"

#include "faults/faultrun.h"
#include "support/files.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Treatybook;

namespace {

const QByteArray OldContent(3000, 'o');

/// Null if there is no such file.
mode_t modeOf(const QString &path)
{
    struct stat status = {};
    ::stat(QFile::encodeName(path).constData(), &status);
    return status.st_mode & 07777;
}

/// What the driver was told; only if it failed.
ErrorKind kindIn(const Test::FaultRun &run)
{
    return ErrorKind(run.output.split('\n').first().toInt());
}

/// Root passes every permission check, so while this lives, root is somebody else.
class Unprivileged
{
public:
    Unprivileged() : m_root(::geteuid() == 0)
    {
        if (m_root && ::setresuid(65534, 65534, 0) != 0)
            qFatal("cannot become an ordinary user");
    }
    ~Unprivileged()
    {
        if (m_root && ::setresuid(0, 0, 0) != 0)
            qFatal("cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(Unprivileged)

private:
    bool m_root;
};

} // namespace

class TstSafeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newFileFollowsUmask();
    void existingFileKeepsPermissions();
    void withoutCommitNothingHappens();
    void writesThroughSymbolicLinks();
    void refuses_data();
    void refuses();
    void refusesTheOpenBook_data();
    void refusesTheOpenBook();
    void deniedFolderAndFile();
    void namesAreNotTakenForPlaceholders();
    void survivesFaults_data();
    void survivesFaults();
    void tellsFaultsApart_data();
    void tellsFaultsApart();

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstSafeFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TstSafeFile::newFileFollowsUmask()
{
    const mode_t before = ::umask(027);
    const bool written = writeFile(at(u"new.csv"_s), "a,b\r\n").hasValue();
    ::umask(before);
    QVERIFY(written);
    QCOMPARE(Test::bytesOf(at(u"new.csv"_s)), "a,b\r\n");
    QCOMPARE(modeOf(at(u"new.csv"_s)), mode_t(0640));
}

void TstSafeFile::existingFileKeepsPermissions()
{
    Test::writeBytes(at(u"old.csv"_s), OldContent);
    QCOMPARE(::chmod(QFile::encodeName(at(u"old.csv"_s)).constData(), 0604), 0);
    QVERIFY(writeFile(at(u"old.csv"_s), "new"));
    QCOMPARE(Test::bytesOf(at(u"old.csv"_s)), "new");
    QCOMPARE(modeOf(at(u"old.csv"_s)), mode_t(0604));
}

void TstSafeFile::withoutCommitNothingHappens()
{
    Test::writeBytes(at(u"old.csv"_s), OldContent);
    {
        SafeFile file(at(u"old.csv"_s));
        QVERIFY(file.open());
        QVERIFY(file.write(QByteArray(100000, 'n')));
    }
    QCOMPARE(Test::bytesOf(at(u"old.csv"_s)), OldContent);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"old.csv"_s});
}

void TstSafeFile::writesThroughSymbolicLinks()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"elsewhere"_s));
    Test::writeBytes(at(u"elsewhere/target"_s), OldContent);
    QVERIFY(QFile::link(at(u"elsewhere/target"_s), at(u"link"_s)));
    QVERIFY(QFile::link(at(u"link"_s), at(u"link to link"_s)));
    QVERIFY(QFile::link(at(u"elsewhere/absent"_s), at(u"dangling"_s)));

    QVERIFY(writeFile(at(u"link to link"_s), "new"));
    QCOMPARE(Test::bytesOf(at(u"elsewhere/target"_s)), "new");
    QVERIFY(writeFile(at(u"dangling"_s), "made"));
    QCOMPARE(Test::bytesOf(at(u"elsewhere/absent"_s)), "made");
    for (const auto &name : {u"link"_s, u"link to link"_s, u"dangling"_s})
        QVERIFY(QFileInfo(at(name)).isSymLink());
}

void TstSafeFile::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("word");
    QTest::newRow("a folder") << u"folder"_s << ErrorKind::Invalid << u"it is a folder"_s;
    QTest::newRow("a pipe") << u"pipe"_s << ErrorKind::Invalid << u"device or a pipe"_s;
    QTest::newRow("NUL in the name") << u"a"_s + QChar::Null + u"b"_s << ErrorKind::Invalid << u"Choose another name"_s;
    QTest::newRow("name too long") << QString(300, u'x') << ErrorKind::Invalid << u"Choose another name"_s;
    QTest::newRow("no such folder") << u"absent/new.csv"_s << ErrorKind::Missing << u"/absent” is not there"_s;
    QTest::newRow("file as folder") << u"file/new.csv"_s << ErrorKind::Missing << u"/file” is not there"_s;
}

void TstSafeFile::refuses()
{
    QFETCH(QString, name);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, word);
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    QCOMPARE(::mkfifo(QFile::encodeName(at(u"pipe"_s)).constData(), 0666), 0);
    Test::writeBytes(at(u"file"_s), OldContent);
    const QStringList before = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::System | QDir::Hidden);

    const auto result = writeFile(at(name), "new");
    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
    QVERIFY2(result.error().message.contains(word), qPrintable(result.error().message));
    QVERIFY(!result.error().message.contains(u"%1"_s));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::System | QDir::Hidden), before);
    QCOMPARE(Test::bytesOf(at(u"file"_s)), OldContent);
}

void TstSafeFile::refusesTheOpenBook_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"book", "symbolic link", "hard link", "folder/../book"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TstSafeFile::refusesTheOpenBook()
{
    QFETCH(QString, name);
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    Test::writeBytes(at(u"book"_s), OldContent);
    QVERIFY(QFile::link(at(u"book"_s), at(u"symbolic link"_s)));
    QCOMPARE(::link(QFile::encodeName(at(u"book"_s)).constData(), QFile::encodeName(at(u"hard link"_s)).constData()),
             0);

    QVERIFY(sameFile(at(name), at(u"book"_s)));
    const auto result = writeFile(at(name), "new", at(u"book"_s));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Invalid);
    QVERIFY(result.error().message.contains(u"open book"_s));
    QCOMPARE(Test::bytesOf(at(u"book"_s)), OldContent);

    QVERIFY(!sameFile(at(u"other"_s), at(u"book"_s)));
    QVERIFY(!sameFile(at(u"other"_s), at(u"other"_s)));
    QVERIFY(writeFile(at(u"other"_s), "new", at(u"book"_s)));
}

void TstSafeFile::deniedFolderAndFile()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"readable"_s));
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0777), 0);
    QCOMPARE(::chmod(QFile::encodeName(at(u"readable"_s)).constData(), 0555), 0);
    Test::writeBytes(at(u"read-only"_s), OldContent);
    QCOMPARE(::chmod(QFile::encodeName(at(u"read-only"_s)).constData(), 0444), 0);

    const Unprivileged somebody;
    for (const auto &name : {u"readable/new"_s, u"read-only"_s}) {
        const auto result = writeFile(at(name), "new");
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Denied);
        QVERIFY(result.error().message.contains(u"read-only for you"_s));
    }
    QVERIFY(!QFile::exists(at(u"readable/new"_s)));
    QCOMPARE(Test::bytesOf(at(u"read-only"_s)), OldContent);
}

void TstSafeFile::namesAreNotTakenForPlaceholders()
{
    const auto result = writeFile(at(u"50%2/100%1.csv"_s), "new");
    QVERIFY(!result);
    QVERIFY(result.error().message.contains(at(u"50%2/100%1.csv"_s)));
    QVERIFY(result.error().message.contains(u"“%1”"_s.arg(at(u"50%2"_s))));
}

void TstSafeFile::survivesFaults_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<bool>("sticky");
    QTest::addColumn<bool>("exists");
    for (const char *kind : {"kill", "torn", "short", "ENOSPC", "EIO"}) {
        for (const bool exists : {true, false}) {
            QTest::addRow("%s once, %s", kind, exists ? "old file" : "new file") << QByteArray(kind) << false << exists;
            if (qstrcmp(kind, "kill") != 0 && qstrcmp(kind, "torn") != 0)
                QTest::addRow("%s from then on, %s", kind, exists ? "old file" : "new file")
                    << QByteArray(kind) << true << exists;
        }
    }
}

/// Every call that touches the disk is hit once by the fault, for contents around the size of Qt's buffer (16 KiB).
void TstSafeFile::survivesFaults()
{
    QFETCH(QByteArray, kind);
    QFETCH(bool, sticky);
    QFETCH(bool, exists);
    const bool deadly = kind == "kill" || kind == "torn";

    // In chunks only bytes beyond the buffer reach the disk before the flush.
    for (const auto &[size, chunk] : {std::pair(100, 100), std::pair(16384, 16384), std::pair(40000, 9000)}) {
        const QByteArray newContent(size, 'n');
        const QStringList arguments = {at(u"target"_s), QString::number(size), QString::number(chunk)};
        for (int n = 1;; ++n) {
            QFile::remove(at(u"target"_s));
            if (exists)
                Test::writeBytes(at(u"target"_s), OldContent);
            const QByteArray oldContent = exists ? OldContent : QByteArray();

            const auto run =
                Test::runWithFault(QStringLiteral(SAFEFILE_DRIVER), arguments, m_folder->path(), {kind, n, sticky, {}});
            const QByteArray found = Test::bytesOf(at(u"target"_s));
            const auto told = QString::fromUtf8("%1 bytes, call %2 (%3): %4")
                                  .arg(QString::number(size), QString::number(n), run.calls.value(n - 1),
                                       QString::fromUtf8(run.output + run.errors))
                                  .toUtf8();
            QVERIFY2(!run.crashed, told.constData());
            if (!run.fired) {
                QVERIFY2(n > 1, "no call was counted");
                QCOMPARE(run.output, "written\n");
                QCOMPARE(found, newContent);
                break;
            }
            QCOMPARE(run.killed, deadly);
            QVERIFY2(found == oldContent || found == newContent, told.constData());
            if (run.output == "written\n")
                QVERIFY2(found == newContent, told.constData());
            else if (!deadly)
                QVERIFY2(run.exitCode == 1 && found == (kindIn(run) == ErrorKind::Unknown ? newContent : oldContent),
                         told.constData());

            // A temporary name may only stay behind where nobody was able to remove it.
            const QStringList strangers = QDir(m_folder->path()).entryList({u"target?*"_s}, QDir::Files);
            QVERIFY2(strangers.isEmpty() || deadly || sticky, told.constData());
            for (const QString &name : strangers)
                QVERIFY(QFile::remove(at(name)));
        }
    }
}

void TstSafeFile::tellsFaultsApart_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QByteArray>("calls");
    QTest::addColumn<int>("number");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no space") << "ENOSPC"_ba
                              << "write"_ba << 1 << ErrorKind::Full;
    QTest::newRow("quota") << "EDQUOT"_ba
                           << "write"_ba << 1 << ErrorKind::Full;
    QTest::newRow("size limit") << "EFBIG"_ba
                                << "write"_ba << 1 << ErrorKind::Full;
    QTest::newRow("disk fills up in a write") << "short"_ba
                                              << "write"_ba << 1 << ErrorKind::Full;
    QTest::newRow("became read-only") << "EROFS"_ba
                                      << "rename"_ba << 1 << ErrorKind::Denied;
    QTest::newRow("broken disk") << "EIO"_ba
                                 << "write"_ba << 1 << ErrorKind::Lost;
    QTest::newRow("broken disk at sync") << "EIO"_ba
                                         << "sync"_ba << 1 << ErrorKind::Lost;
    QTest::newRow("folder not synced") << "EIO"_ba
                                       << "sync"_ba << 3 << ErrorKind::Unknown;
}

void TstSafeFile::tellsFaultsApart()
{
    QFETCH(QByteArray, error);
    QFETCH(QByteArray, calls);
    QFETCH(int, number);
    QFETCH(ErrorKind, kind);
    Test::writeBytes(at(u"target"_s), OldContent);
    const auto run = Test::runWithFault(QStringLiteral(SAFEFILE_DRIVER), {at(u"target"_s), u"40000"_s, u"40000"_s},
                                        m_folder->path(), {error, number, true, calls});
    QVERIFY(run.fired);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(kindIn(run), kind);
    const QList<QByteArray> lines = run.output.split('\n');
    QVERIFY2(QString::fromUtf8(lines.at(1)).startsWith(u"“%1”"_s.arg(at(u"target"_s))), run.output.constData());
    QVERIFY(!lines.at(2).isEmpty());
}

TREATYBOOK_TEST(TstSafeFile)
#include "tst_safefile.moc"
