#include "ui/mainwindow/settings.h"

#include "faults/faultrun.h"
#include "support/files.h"
#include "support/testregistry.h"
#include "ui/mainwindow/recentbooks.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

namespace {

const QStringList A{u"a"_s}, Deep{u"window"_s, u"place"_s, u"x"_s};

} // namespace

/// Another program on the same settings: changes one value, where the disk may fail.
class SettingsWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes()
    {
        Settings settings(qEnvironmentVariable("TREATYBOOK_SETTINGS"));
        QCOMPARE(settings.value(A).toString(), u"old"_s);
        settings.set(A, u"new"_s);
    }
};

class TstSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"config/settings"_s);
        QVERIFY(QDir().mkpath(m_folder->filePath(u"config"_s)));
    }

    void remembers()
    {
        {
            Settings settings(m_file);
            QVERIFY(settings.takeNotice().isEmpty()); // a first start is no trouble
            settings.set(A, u"dark"_s);
            settings.set(Deep, -1280);
            settings.set({u"list"_s}, QJsonArray{1, 2});
            settings.set({u"gone"_s}, true);
            settings.set({u"gone"_s}, {});
        }
        const Settings settings(m_file);
        QCOMPARE(settings.value(A).toString(), u"dark"_s);
        QCOMPARE(settings.value(Deep).toInt(), -1280);
        QCOMPARE(settings.value({u"list"_s}).toArray(), (QJsonArray{1, 2}));
        QVERIFY(settings.value({u"gone"_s}).isUndefined());
        QVERIFY(settings.value({u"window"_s, u"place"_s, u"x"_s, u"deeper"_s}).isUndefined());
    }

    void writesSoonWithoutAnEnd()
    {
        Settings settings(m_file);
        settings.set(A, 1);
        QTRY_VERIFY(QFile::exists(m_file));
        settings.set(A, 2);
        QTRY_COMPARE(Settings(m_file).value(A).toInt(), 2);
    }

    void unknownNamesAreKept()
    {
        Test::writeBytes(m_file, sealed(R"({"a": "old", "of a later version": {"x": [1, 2, 3]}})"));
        {
            Settings settings(m_file);
            settings.set(A, u"new"_s);
        }
        const Settings settings(m_file);
        QCOMPARE(settings.value(A).toString(), u"new"_s);
        QCOMPARE(settings.value({u"of a later version"_s, u"x"_s}).toArray().size(), 3);
    }

    void twoProgramsKeepEachOthersChanges()
    {
        Settings first(m_file), second(m_file);
        RecentBooks(first).add(u"/books/one.treatybook"_s);
        RecentBooks(second).add(u"/books/two.treatybook"_s);
        const auto count = [this] {
            Settings third(m_file);
            return RecentBooks(third).all().size();
        };
        QTRY_COMPARE(count(), 2);
        RecentBooks(second).remove(u"/books/two.treatybook"_s);
        QTRY_COMPARE(count(), 1);
    }

    void damageIsToldAndReplaced_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = sealed(R"({"a": "old"})");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("[General]\nappearance=dark\n");
        QTest::newRow("no line") << QByteArray("treatybook-settings 1");
        QTest::newRow("zeros") << QByteArray(4096, '\0');
        QTest::newRow("cut") << good.chopped(3);
        QTest::newRow("longer") << good + ' ';
        QTest::newRow("no object") << sealed("[1, 2]");
        QTest::newRow("no JSON") << sealed("{{{{");
        QTest::newRow("version 0") << QByteArray(good).replace("settings 1", "settings 0");
        QTest::newRow("version of words") << QByteArray(good).replace("settings 1", "settings x");
        QTest::newRow("huge") << sealed('"' + QByteArray(2 << 20, 'x') + '"');
        QTest::newRow("deep") << sealed(QByteArray(5000, '[') + QByteArray(5000, ']'));
    }
    void damageIsToldAndReplaced()
    {
        QFETCH(QByteArray, bytes);
        Test::writeBytes(m_file, bytes);
        {
            Settings settings(m_file);
            QVERIFY(settings.takeNotice().contains(m_file));
            QVERIFY(settings.takeNotice().isEmpty());
            QVERIFY(settings.value(A).isUndefined());
            settings.set(A, u"new"_s);
        }
        Settings settings(m_file);
        QVERIFY(settings.takeNotice().isEmpty());
        QCOMPARE(settings.value(A).toString(), u"new"_s);
    }

    void noMutationIsBelieved()
    {
        const QByteArray good = sealed(R"({"a": "old", "window": {"x": 10, "y": 20}, "books": {"/a.treatybook": {}}})");
        QRandomGenerator random(5);
        for (int round = 0; round < 200; ++round) {
            QByteArray bytes = good;
            for (int i = random.bounded(1, 4); i > 0; --i) {
                const auto at = random.bounded(static_cast<int>(bytes.size()));
                switch (random.bounded(4)) {
                case 0:
                    bytes[at] = static_cast<char>(random.bounded(256));
                    break;
                case 1:
                    bytes.remove(at, random.bounded(1, 20));
                    break;
                case 2:
                    bytes.insert(at, QByteArray(random.bounded(1, 9), static_cast<char>(random.bounded(256))));
                    break;
                default:
                    bytes.truncate(at);
                }
                if (bytes.isEmpty())
                    break;
            }
            Test::writeBytes(m_file, bytes);
            Settings settings(m_file);
            const bool believed = settings.value(A).toString() == "old"_L1;
            QCOMPARE(believed, bytes == good);
            QCOMPARE(settings.takeNotice().isEmpty(), believed);
        }
    }

    void newerSettingsAreLeftAlone()
    {
        const QByteArray newer = QByteArray(sealed(R"({"a": "old"})")).replace("settings 1", "settings 2");
        Test::writeBytes(m_file, newer);
        {
            Settings settings(m_file);
            QVERIFY(settings.takeNotice().contains(u"newer"_s));
            settings.set(A, u"mine"_s);
            QCOMPARE(settings.value(A).toString(), u"mine"_s); // as long as the program runs
        }
        QCOMPARE(Test::bytesOf(m_file), newer);
    }

    void aFolderOrAPipeInTheWayIsNoTrap()
    {
        QVERIFY(QDir().mkpath(m_file));
        Settings settings(m_file);
        QVERIFY(!settings.takeNotice().isEmpty());
        QSignalSpy told(&settings, &Settings::noticed);
        settings.set(A, 1);
        QVERIFY(told.wait());
        QCOMPARE(settings.value(A).toInt(), 1);
    }

    void whatCannotBeWrittenIsToldOnce()
    {
        const QString blocked = m_folder->filePath(u"a file/settings"_s);
        Test::writeBytes(m_folder->filePath(u"a file"_s), "not a folder");
        Settings settings(blocked);
        QSignalSpy told(&settings, &Settings::noticed);
        settings.set(A, 1);
        QVERIFY(told.wait(5000));
        QVERIFY(settings.takeNotice().contains(blocked));
        settings.set(A, 2);
        QTest::qWait(1500);
        QCOMPARE(told.count(), 1);
        QCOMPARE(settings.value(A).toInt(), 2);
    }

    void aLeftOverLockDoesNotStopIt()
    {
        Test::writeBytes(m_file + u".lock"_s, {}); // cut short while it was made: nobody's
        Settings settings(m_file);
        settings.set(A, 1);
        QTRY_COMPARE_WITH_TIMEOUT(Settings(m_file).value(A).toInt(), 1, 8000);
    }

    void failingDiskKeepsTheOldOnes_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char *kind : {"ENOSPC", "EIO", "short", "kill", "torn"})
            QTest::newRow(kind) << QByteArray(kind);
    }
    void failingDiskKeepsTheOldOnes()
    {
        QFETCH(QByteArray, kind);
        int fired = 0;
        for (int at = 1;; ++at) {
            Test::writeBytes(m_file, sealed(R"({"a": "old"})"));
            QFile::remove(m_file + u".lock"_s);
            qputenv("TREATYBOOK_SETTINGS", m_file.toLocal8Bit());
            const FaultRun run = runWithFault(QCoreApplication::applicationFilePath(), {u"settingswriter"_s},
                                              m_folder->filePath(u"config"_s), {.kind = kind, .at = at, .sticky = true, .calls = {}});
            QVERIFY2(!run.crashed, run.output);
            if (!run.killed)
                QVERIFY2(run.exitCode == 0, run.output + run.errors);
            Settings settings(m_file);
            QVERIFY2(settings.takeNotice().isEmpty(), Test::bytesOf(m_file));
            const QString value = settings.value(A).toString();
            QVERIFY2(value == "old"_L1 || value == "new"_L1, qPrintable(value));
            if (!run.fired) {
                QCOMPARE(value, u"new"_s);
                break;
            }
            ++fired;
            QVERIFY(at < 60);
        }
        QVERIFY(fired >= 2);
    }

    void booksAreNewestFirst()
    {
        Settings settings;
        RecentBooks books(settings);
        for (int i = 0; i < RecentBooks::Longest + 5; ++i)
            books.add(u"/books/%1.treatybook"_s.arg(i));
        books.add(u"/books/10.treatybook"_s);
        const QList<RecentBook> all = books.all();
        QCOMPARE(all.size(), RecentBooks::Longest);
        QCOMPARE(all.first().name(), u"10"_s);
        QCOMPARE(all.at(1).name(), QString::number(RecentBooks::Longest + 4));
        QVERIFY(all.first().opened > all.at(1).opened);
        QCOMPARE(all.first().folder(), u"/books"_s);
        QCOMPARE((RecentBook{QDir::homePath() + u"/x/y.treatybook"_s, {}}.folder()), u"~/x"_s);
        QCOMPARE((RecentBook{QDir::homePath() + u"/y.treatybook"_s, {}}.folder()), u"~"_s);
    }

    void oddEntriesOfBooksDoNoHarm()
    {
        Settings settings;
        settings.set({u"books"_s},
                     QJsonObject{{u"/a.treatybook"_s, 7},
                                 {u"relative"_s, QJsonObject{}},
                                 {u"/b.treatybook"_s, QJsonObject{{u"opened"_s, u"yesterday"_s}}},
                                 {u"/c.treatybook"_s, QJsonObject{{u"opened"_s, u"2026-01-02T03:04:05.000Z"_s}}}});
        const QList<RecentBook> all = RecentBooks(settings).all();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all.first().name(), u"c"_s);
        RecentBooks(settings).add(u"/a.treatybook"_s);
        QCOMPARE(RecentBooks(settings).all().first().name(), u"a"_s);
    }

private:
    static QByteArray sealed(const QByteArray &content)
    {
        return "treatybook-settings 1 " + QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() + '\n' +
               content;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

TREATYBOOK_TEST(SettingsWriter)
TREATYBOOK_TEST(TstSettings)
#include "tst_settings.moc"
