#include "faults/faultrun.h"
#include "storage/database.h"
#include "support/book.h"
#include "support/files.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QVariant>

using namespace Treatybook;
using namespace Qt::StringLiterals;

/// The program itself, verb by verb, while the disk fails or the program is killed at one call after the other that
/// changes the disk: no file is corrupt, nothing that it reported as done is lost, no old file is harmed.
class TstProgramFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void verbs_data();
    void verbs();

private:
    QTemporaryDir m_folder;
    QString m_sample, m_empty, m_csv;
};

namespace {

const QString Program = QStringLiteral(TREATYBOOK_PROGRAM);
/// Of each verb and fault; all are tried with TREATYBOOK_FAULTS=all.
const int RunsAtMost = qgetenv("TREATYBOOK_FAULTS") == "all" ? 1000 : 12;

bool run(const QStringList &arguments)
{
    return Test::runWithFault(Program, arguments, QDir::tempPath(), {}).exitCode == 0;
}

/// The name that a restore gives to the book that was there, whatever the day.
const QRegularExpression Aside(u" before restoring .*"_s);

/// What lies in a folder and is no journal, lock or unfinished file of a program that was killed.
QStringList finishedFiles(const QString &folder)
{
    QStringList names = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    names.removeIf([](const QString &name) {
        return name.endsWith(u"-journal"_s) || name.endsWith(u".lock"_s) || name.startsWith(u".treatybook-"_s) ||
               name.endsWith(u" backups"_s) || // recordsIn() changes the book
               name.contains(u".new"_s) || (name.startsWith(u"old."_s) && name.count(u'.') > 1);
    });
    return names.replaceInStrings(Aside, u" aside"_s);
}

/// Records of a book that has to be whole; -1 if it is not.
int recordsIn(const QString &path)
{
    QFile::remove(path + u".lock"_s); // half a lock would be taken over after ten seconds
    auto repository = openBook(path, {.executor = BookOptions::Executor::Direct});
    if (!repository || (*repository)->capabilities().readOnly)
        return -1;
    Session session(std::move(*repository));
    session.load();
    if (!QTest::qWaitFor([&] { return session.isLoaded(); }, 20000))
        return -1;
    Agreement record(QUuid::createUuid()); // it can be written on
    ChangeSet set(u"goes on"_s);
    set.changes = {Change::add(record)};
    const auto records = static_cast<int>(session.store().count());
    if (!Test::await(session.execute(set)) || !Test::await(session.undo()))
        return -1;
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    return database && (*database)->value(u"PRAGMA integrity_check"_s)->toString() == u"ok"_s ? records : -1;
}

} // namespace

void TstProgramFaults::initTestCase()
{
    m_sample = m_folder.filePath(u"sample.treatybook"_s);
    m_csv = m_folder.filePath(u"sample.csv"_s);
    m_empty = m_folder.filePath(u"empty.treatybook"_s);
    QVERIFY(run({u"new"_s, m_empty}));
    QVERIFY(run({u"sample"_s, m_sample}));
    QVERIFY(run({u"export"_s, m_sample, u"--to"_s, m_csv, u"--raw"_s}));
}

void TstProgramFaults::verbs_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<bool>("sticky");
    QTest::addColumn<QByteArray>("calls");
    for (const char *verb : {"new", "sample", "import", "backup", "restore", "export csv", "export pdf", "export png"}) {
        const auto add = [verb](const char *what, const char *kind, bool sticky, const char *calls) {
            QTest::addRow("%s, %s", verb, what) << QString::fromLatin1(verb) << QByteArray(kind) << sticky << QByteArray(calls);
        };
        add("killed", "kill", false, "");
        add("killed within a write", "torn", false, "");
        add("disk full", "ENOSPC", true, "write,truncate");
        add("disk that fails once", "EIO", false, "");
    }
}

void TstProgramFaults::verbs()
{
    QFETCH(QString, verb);
    QFETCH(QByteArray, kind);
    QFETCH(bool, sticky);
    QFETCH(QByteArray, calls);
    const QString suffix = verb.section(u' ', 1);
    std::optional<QTemporaryDir> disk;
    QString target;
    const auto prepare = [&]() -> QStringList {
        disk.emplace();
        target = disk->filePath(u"book.treatybook"_s);
        if (verb == u"new"_s || verb == u"sample"_s)
            return {verb, target};
        if (verb == u"backup"_s)
            return {verb, m_sample, target};
        if (verb == u"restore"_s)
            return QFile::copy(m_empty, target) ? QStringList{verb, m_sample, target} : QStringList();
        if (verb == u"import"_s)
            return QFile::copy(m_empty, target) ? QStringList{verb, target, m_csv} : QStringList();
        target = disk->filePath(u"old."_s + suffix);
        QFile old(target);
        return old.open(QIODevice::WriteOnly) && old.write("old content") > 0
                   ? QStringList{u"export"_s, m_sample, u"--to"_s, target}
                   : QStringList();
    };

    QStringList arguments = prepare();
    const Test::FaultRun whole = Test::runWithFault(Program, arguments, disk->path(), {{}, 0, false, calls});
    QVERIFY2(whole.exitCode == 0, whole.errors.constData());
    const QStringList finished = finishedFiles(disk->path());
    const QByteArray exported = Test::bytesOf(target);
    const bool isBook = target.endsWith(u".treatybook"_s);
    const int records = isBook ? recordsIn(target) : 0;
    QVERIFY(records >= 0);
    const bool isChanged = verb == u"import"_s || verb == u"restore"_s; // a book that was there, without a record
    const QByteArray sample = Test::bytesOf(m_sample);
    const auto number = static_cast<int>(kind == "torn" ? whole.calls.filter(QRegularExpression(u"^write "_s)).size()
                                                        : whole.calls.size());
    QVERIFY2(number > 0, "nothing that could fail");

    int fired = 0;
    for (int i = 0, runs = qMin(number, RunsAtMost); i < runs; ++i) {
        const int at = runs == 1 ? 1 : 1 + i * (number - 1) / (runs - 1); // all of them, or evenly spread
        arguments = prepare();
        const Test::FaultRun result = Test::runWithFault(Program, arguments, disk->path(), {kind, at, sticky, calls});
        const QByteArray where = QByteArray::number(at) + ' ' + result.calls.value(at - 1).toUtf8() + ": " + result.errors;
        QVERIFY2(!result.crashed, where.constData());
        fired += result.fired;
        const bool done = !result.killed && result.exitCode == 0;
        if (!result.killed && !done)
            QVERIFY2(result.exitCode == 1 && result.errors.startsWith("treatybook: "), where.constData());
        if (!result.killed && sticky)
            QVERIFY2(done || result.errors.contains("full") || result.errors.contains("no room") ||
                         result.errors.contains("could not be established"),
                     where.constData());

        if (!isBook) {
            const QByteArray now = Test::bytesOf(target);
            const bool isNew = suffix == u"pdf"_s ? now.startsWith("%PDF") && now.trimmed().endsWith("%%EOF") : now == exported;
            QVERIFY2(isNew || now == "old content", where.constData());
            QVERIFY2(isNew || !done, where.constData());
        } else if (QFile::exists(target)) {
            const int now = recordsIn(target);
            const int before = isChanged ? 0 : records; // a new book is there whole or not at all
            QVERIFY2(now == records || now == before, (where + QByteArray::number(now)).constData());
            QVERIFY2(now == records || !done, where.constData());
        } else {
            QVERIFY2(!done && !isChanged, where.constData());
        }
        QVERIFY2(Test::bytesOf(m_sample) == sample, where.constData()); // what is read from
        // Killed just before the two files change names, the new one has the name that the old one will have.
        for (const QString &name : QDir(disk->path()).entryList({u"* before restoring *.treatybook"_s}))
            QVERIFY2(recordsIn(disk->filePath(name)) == (recordsIn(target) == 0 ? records : 0), where.constData());
        if (!result.killed && sticky) // the program has tidied up
            QVERIFY2(QDir(disk->path()).entryList({u".treatybook-*"_s}, QDir::AllEntries | QDir::Hidden).isEmpty(),
                     where.constData());
        for (const QString &name : finishedFiles(disk->path()))
            QVERIFY2(finished.contains(name), qPrintable(name + u' ' + QString::fromUtf8(where)));
    }
    QCOMPARE(fired, qMin(number, RunsAtMost)); // or it proves nothing
}

TREATYBOOK_TEST(TstProgramFaults)
#include "tst_programfaults.moc"
