// A person goes back to a backup: made by itself after the first change, found in the list, put in the place of the
// book.

#include "app/application.h"
#include "app/verbs/verbs.h"
#include "storage/book.h"
#include "storage/bookcheck.h"
#include "support/files.h"
#include "support/testregistry.h"
#include "ui/mainwindow/backupsdialog.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/widgets/banner.h"

#include <QAction>
#include <QDir>
#include <QProcess>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstBackupsWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(createSample(path()));
    }

    void goesBackToABackup()
    {
        Application application;
        application.start(path());
        MainWindow &window = application.window();
        const auto isReady = [&] { return window.book() && window.book()->session().isLoaded(); };
        QTRY_VERIFY(isReady());
        const QUuid id = window.book()->session().store().record(0).id();
        rename(*window.book(), id, u"Changed once"_s);
        // The first change of the day makes one by itself.
        QTreeWidget *list = nullptr;
        QTRY_VERIFY((list = open(window))->topLevelItemCount() == 1);
        QTest::keyClick(list->window(), Qt::Key_Escape);
        rename(*window.book(), id, u"Changed twice"_s);
        list = open(window);
        QTest::keyClick(list->window()->findChild<QPushButton *>(u"backups.restore"_s), Qt::Key_Space);
        QTRY_VERIFY(isReady() && window.book()->session().store().slotOf(id));
        QTRY_COMPARE(title(*window.book(), id), u"Changed once"_s);
        // What was there before is kept.
        QCOMPARE(QDir(m_folder->path()).entryList({u"*before*.treatybook"_s}).size(), 1);
        QVERIFY(!window.book()->session().capabilities().readOnly);
    }

    void bookThatCannotBeOpened_data()
    {
        QTest::addColumn<int>("kept"); // bytes; none: the file is gone
        QTest::addColumn<QByteArray>("then");
        QTest::addRow("cut") << 8192 << QByteArray();
        QTest::addRow("overwritten after its first page") << 4096 << QByteArray(90'000, '?');
        QTest::addRow("another kind of file") << 0 << QByteArray("title,signed\nA treaty,2001\n");
        QTest::addRow("empty") << 0 << QByteArray();
        QTest::addRow("gone") << -1 << QByteArray();
    }
    void bookThatCannotBeOpened()
    {
        QFETCH(int, kept);
        QFETCH(QByteArray, then);
        {
            const auto repository = openBook(path(), {.executor = BookOptions::Executor::Direct});
            QVERIFY(repository && (*repository)->backUp(BackupReason::Asked).result());
        }
        const QByteArray content = Test::bytesOf(path()).left(qMax(kept, 0)) + then;
        QFile file(path());
        QVERIFY(kept < 0 ? file.remove() : file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();

        Application application;
        application.start(path());
        MainWindow &window = application.window();
        QPushButton *offer = nullptr;
        QTRY_VERIFY2((offer = bannerButton(window, u"Restore a &backup…"_s)),
                     qPrintable(window.findChild<Banner *>(u"banner"_s)->text()));
        QTest::keyClick(offer, Qt::Key_Space);
        auto *list = window.findChild<QTreeWidget *>(u"backups.list"_s);
        QVERIFY(list && list->topLevelItemCount() == 1);
        QTest::keyClick(list->window()->findChild<QPushButton *>(u"backups.restore"_s), Qt::Key_Space);
        QTRY_VERIFY(window.book() && window.book()->session().isLoaded());
        QCOMPARE(window.book()->session().store().count(), 38);
        QVERIFY(!window.book()->session().capabilities().readOnly);
        const QStringList aside = QDir(m_folder->path()).entryList({u"*before*.treatybook"_s});
        QCOMPARE(aside.size(), kept < 0 ? 0 : 1);
        if (!aside.isEmpty())
            QCOMPARE(Test::bytesOf(m_folder->filePath(aside.first())), content);
    }

    void verbsCopyRestoreAndCheck()
    {
        const QString copy = m_folder->filePath(u"copy.treatybook"_s);
        QCOMPARE(run({u"backup"_s, path(), copy}), 0);
        QCOMPARE(run({u"backup"_s, path(), copy}), 1); // never over a file
        QVERIFY(QFile::remove(path()));
        QCOMPARE(run({u"restore"_s, copy, path()}), 0);
        QCOMPARE(run({u"check"_s, path()}), 0);
        QCOMPARE(run({u"restore"_s, copy}), 2);
        QVERIFY(QFile(path()).resize(8192)); // cut
        QCOMPARE(run({u"check"_s, path()}), 1);
        QCOMPARE(run({u"restore"_s, copy, path()}), 0);
        QCOMPARE(run({u"check"_s, path()}), 0);
    }

    void checkSurvivesAnyDamage()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        QRandomGenerator random(3);
        int noticed = 0;
        for (int i = 0; i < 60; ++i) {
            QByteArray damaged = whole;
            for (int byte = 0; byte < 40; ++byte)
                damaged[random.bounded(100, static_cast<int>(damaged.size()))] = static_cast<char>(random.bounded(256));
            const QString name = m_folder->filePath(u"damaged%1.treatybook"_s.arg(i));
            QFile out(name);
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(damaged) == damaged.size());
            out.close();
            const auto findings = checkBook(name);
            noticed += !findings || !findings->isEmpty();
            QVERIFY(out.open(QIODevice::ReadOnly));
            QCOMPARE(out.readAll(), damaged); // looking changes nothing
        }
        QVERIFY2(noticed > 40, qPrintable(QString::number(noticed)));
    }

private:
    QString path() const { return m_folder->filePath(u"book.treatybook"_s); }

    static QPushButton *bannerButton(MainWindow &window, const QString &text)
    {
        for (auto *button : window.findChild<Banner *>(u"banner"_s)->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }

    static int run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(TREATYBOOK_PROGRAM), arguments);
        return process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    static QString title(BookView &book, const QUuid &id)
    {
        const AgreementStore &store = book.session().store();
        const auto slot = store.slotOf(id);
        return slot ? store.record(*slot)->title.toString() : QString();
    }

    static void rename(BookView &book, const QUuid &id, const QString &text)
    {
        book.session().setField(id, Field::Title, text, u"Rename"_s);
        QTRY_COMPARE(title(book, id), text);
    }

    static QTreeWidget *open(MainWindow &window)
    {
        for (auto *old : window.findChildren<BackupsDialog *>())
            delete old;
        window.findChild<QAction *>(u"action.showBackups"_s)->trigger();
        return window.findChild<QTreeWidget *>(u"backups.list"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

TREATYBOOK_TEST(TstBackupsWindow)
#include "tst_backupswindow.moc"
