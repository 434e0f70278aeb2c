// One trouble each, in the real window; tst_troubles starts every one in a process of its own. Not a class of CTest.

#include "app/application.h"
#include "app/verbs/verbs.h"
#include "storage/documentlock.h"
#include "support/book.h"
#include "support/files.h"
#include "support/testregistry.h"
#include "tests/app/xserver.h"
#include "ui/form/agreementform.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"
#include "ui/table/agreementtable.h"
#include "ui/widgets/banner.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QProcess>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Treatybook;
using namespace Qt::StringLiterals;

namespace {

const QString Typed = u"What was typed"_s;

QString diskBookPath()
{
    return Test::sessionFolder() + u"/disk/book.treatybook"_s;
}

/// On another disk.
QString copyPath()
{
    return Test::sessionFolder() + u"/copy.treatybook"_s;
}

/// From now on these calls fail so; empty: none.
void breakDisk(const QByteArray &how)
{
    QFile file(Test::sessionFolder() + u"/switch"_s);
    if (how.isEmpty())
        QVERIFY(file.remove());
    else
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(how) == how.size());
}

QStringList titlesIn(const QString &path)
{
    const auto session = Test::openSession(path, {.readOnly = true, .executor = BookOptions::Executor::Direct});
    QStringList titles;
    for (Slot slot = 0; slot < session->store().slotCount(); ++slot)
        titles.append(session->store().record(slot)->title.toString());
    return titles;
}

/// Answers with the place for the copy.
class CopyDialogs : public Dialogs
{
public:
    QString askOpenFile(QWidget *, const FileQuestion &) override { return {}; }
    QString askSaveFile(QWidget *, const FileQuestion &, bool) override { return copyPath(); }
    Unsaved askUnsaved(QWidget *, int) override { return Unsaved::Stay; }
    void showAbout(QWidget *) override {}
};

/// Another process in the way, until it is let go.
class Child
{
public:
    explicit Child(const QString &kind)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"LD_PRELOAD"_s);
        environment.insert(u"TREATYBOOK_TEST_BOOK"_s, diskBookPath());
        m_process.setProcessEnvironment(environment);
        m_process.start(QCoreApplication::applicationFilePath(), {kind});
    }
    bool isHolding()
    {
        while (m_process.waitForReadyRead(20000)) {
            if (m_process.readAllStandardOutput().contains("holding"))
                return true;
        }
        return false;
    }
    bool end()
    {
        m_process.write("\n");
        return m_process.waitForFinished(20000) && m_process.exitCode() == 0;
    }

private:
    QProcess m_process;
};

} // namespace

class TroubleSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(createSample(diskBookPath())); }
    void cleanup() { m_application.reset(); }

    void anotherProgramWrites()
    {
        start();
        Child child(u"writeholder"_s);
        QVERIFY(child.isHolding());
        typeAndSave();
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Another program is writing to the book"_s), 15000);
        isKept();
        shoot(u"busy"_s);
        QVERIFY(child.end());
        pressFirst(); // Try again
        isSaved();
    }

    void theFileIsDeleted()
    {
        start();
        QVERIFY(QFile::remove(diskBookPath()));
        hear(u"was deleted, moved or renamed"_s); // without any write
        shoot(u"deleted"_s);
        QTest::keyClick(&window(), Qt::Key_F8);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // not this one: it is no mere information
        QVERIFY(banner().isVisible());
        typeAndSave();
        QTest::qWait(100);
        hear(u"was deleted, moved or renamed"_s);
        isKept();
        rescueAndGoOn(u"A copy was saved"_s);
    }

    void theFileIsMovedAwayAndBack()
    {
        start();
        QVERIFY(QFile::rename(diskBookPath(), diskBookPath() + u".away"_s));
        hear(u"was deleted, moved or renamed"_s);
        typeAndSave();
        hear(u"was deleted, moved or renamed"_s);
        isKept();
        QVERIFY(QFile::rename(diskBookPath() + u".away"_s, diskBookPath()));
        hear(u"is back in its place"_s);
        shoot(u"back"_s);
        QTest::keyClick(&window(), Qt::Key_Escape); // only information
        QVERIFY(banner().isHidden());
        save();
        isSaved();
    }

    void theFileIsReplaced()
    {
        start();
        const QString other = Test::sessionFolder() + u"/other.treatybook"_s;
        Agreement record(QUuid::createUuid());
        record.edit().title = u"The only one"_s;
        Test::newBook(other, {record});
        const QByteArray theirs = Test::bytesOf(other);
        type();
        QCOMPARE(std::rename(qPrintable(other), qPrintable(diskBookPath())), 0);
        hear(u"Another file lies where"_s);
        shoot(u"replaced"_s);
        save();
        QTest::qWait(100);
        hear(u"Another file lies where"_s);
        isKept();
        QCOMPARE(Test::bytesOf(diskBookPath()), theirs); // ours is not open there: this file was never opened

        press(u"Re&load"_s);
        QTRY_VERIFY(isLoaded() && book().session().store().count() == 1);
        QVERIFY(!book().session().capabilities().readOnly);
        hear(u"You typed into 1 record"_s);
        shoot(u"stranded"_s);
        press(u"&Copy the text"_s);
        QTRY_VERIFY2(QGuiApplication::clipboard()->text().contains(Typed),
                     qPrintable(QGuiApplication::clipboard()->text() + u'|' + banner().text()));
        QCOMPARE(titlesIn(diskBookPath()), QStringList{u"The only one"_s});
    }

    void theDiskIsFull()
    {
        start();
        breakDisk("ENOSPC write,truncate");
        typeAndSave();
        hear(u"The disk is full"_s);
        shoot(u"full"_s);
        for (int i = 0; i < 3; ++i) {
            pressFirst(); // Try again, in vain
            hear(u"The disk is full"_s);
            isKept();
        }
        QCOMPARE(visibleBanners(), 1);
        press(u"&Save a copy…"_s);
        hear(u"A copy was saved"_s);
        QCOMPARE(titlesIn(copyPath()).size(), 38);
        save();
        hear(u"The disk is full"_s);
        breakDisk({});
        pressFirst();
        isSaved();
    }

    void theDiskBecomesReadOnly()
    {
        start();
        breakDisk("EROFS write,create,truncate,unlink");
        typeAndSave();
        QTRY_VERIFY(banner().isVisible());
        QVERIFY2(offers(u"&Save a copy…"_s) && offers(u"Try a&gain"_s), qPrintable(banner().text()));
        isKept();
        shoot(u"denied"_s);
        pressFirst(); // Save a copy
        hear(u"A copy was saved"_s);
        QCOMPARE(titlesIn(copyPath()).size(), 38);
        save();
        QTRY_VERIFY(banner().isVisible() && offers(u"Try a&gain"_s));
        breakDisk({});
        press(u"Try a&gain"_s);
        isSaved();
    }

    void theDiskFailsToSync()
    {
        start();
        breakDisk("EIO sync");
        typeAndSave();
        hear(u"The disk reported an error"_s);
        isKept();
        shoot(u"sync"_s);
        breakDisk({});
        pressFirst();
        isSaved();
    }

    void nobodyKnowsTheOutcome()
    {
        start();
        const auto before = historyLength();
        breakDisk("EIO unlink"); // the journal stays, and cannot be played back either
        typeAndSave();
        hear(u"could not be established"_s);
        isKept();
        shoot(u"unknown"_s);
        pressFirst(); // Look again
        hear(u"still not known"_s);
        isKept();
        breakDisk({});
        pressFirst();
        isSaved();
        QCOMPARE(historyLength(), before + 1); // once
    }

    void theBookIsOpenInAnotherProcess()
    {
        Child child(u"bookholder"_s);
        QVERIFY(child.isHolding());
        start();
        QVERIFY2(says(u"open for reading only"_s) && says(u"is writing to it"_s), qPrintable(banner().text()));
        QVERIFY(!command(u"newRecord"_s)->isEnabled());
        QCOMPARE(book().model().rowCount(), 38);
        shoot(u"inuse"_s);
        pressFirst(); // still there
        hear(u"is writing to it"_s);
        QVERIFY(child.end());
        pressFirst();
        QTRY_VERIFY(isLoaded() && !book().session().capabilities().readOnly);
        QTRY_VERIFY(banner().isHidden());
        typeAndSave();
        isSaved();
    }

    void anotherComputerHasTheLock()
    {
        QFile lock(DocumentLock::lockPath(diskBookPath()));
        QVERIFY(lock.open(QIODevice::WriteOnly) && lock.write("4242\ntreatybook\nfar-away\n\n\n") > 0);
        lock.close();
        start();
        QVERIFY2(says(u"far-away"_s) && says(u"4242"_s), qPrintable(banner().text()));
        QVERIFY(book().session().capabilities().readOnly);
        shoot(u"elsewhere"_s);
        press(u"Try a&gain"_s);
        hear(u"far-away"_s);
        press(u"Take &over"_s);
        QTRY_VERIFY(isLoaded() && !book().session().capabilities().readOnly);
        typeAndSave();
        isSaved();
    }

    void anEmptyLockLiesThere()
    {
        QFile lock(DocumentLock::lockPath(diskBookPath()));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.close();
        start();
        QVERIFY2(says(u"says nothing of its owner"_s), qPrintable(banner().text()));
        shoot(u"emptylock"_s);
        QVERIFY(lock.open(QIODevice::ReadWrite) &&
                lock.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
        lock.close(); // as if a minute had gone by
        pressFirst();
        QTRY_VERIFY(isLoaded() && !book().session().capabilities().readOnly);
    }

    void theFolderKnowsNoLocks()
    {
        breakDisk("ENOLCK lock");
        QElapsedTimer time;
        time.start();
        start();
        QVERIFY2(time.elapsed() < 4500, "waited for a lock that cannot be had");
        QVERIFY2(says(u"does not support locks"_s), qPrintable(banner().text()));
        QVERIFY(book().session().capabilities().readOnly);
        QCOMPARE(book().model().rowCount(), 38);
        shoot(u"nolocks"_s);
        pressFirst(); // Save a copy
        hear(u"A copy was saved"_s);
        press(u"&Open the copy"_s);
        QTRY_VERIFY(isLoaded() && book().path() == copyPath());
        QVERIFY(!book().session().capabilities().readOnly);
        typeAndSave();
        isSaved();
    }

    void theFileIsDamaged()
    {
        Child(u"pagebreaker"_s).end();
        const QByteArray damaged = Test::bytesOf(diskBookPath());
        startOnly();
        hear(u"damaged"_s);
        shoot(u"damaged"_s);
        QCOMPARE(Test::bytesOf(diskBookPath()), damaged);
    }

    void theFileGetsDamaged()
    {
        start();
        type();
        Child(u"pagebreaker"_s).end();
        save();
        hear(u"damaged"_s);
        isKept();
        shoot(u"getsdamaged"_s);
        rescueAndGoOn(u"The 38 record"_s); // from memory
    }

private:
    MainWindow &window() { return m_application->window(); }
    BookView &book() { return *window().book(); }
    Banner &banner() { return *window().findChild<Banner *>(u"banner"_s); }
    QAction *command(const QString &name) { return window().findChild<QAction *>(u"action."_s + name); }
    QLineEdit *title() { return window().findChild<QLineEdit *>(u"form.title"_s); }
    bool isLoaded() { return window().book() && book().session().isLoaded(); }
    bool says(const QString &part) { return banner().isVisible() && banner().text().contains(part); }
    void hear(const QString &part) { QTRY_VERIFY2(says(part), qPrintable(banner().text())); }
    QPushButton *button(const QString &text)
    {
        for (auto *button : banner().findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }
    bool offers(const QString &text) { return button(text); }
    int visibleBanners()
    {
        const auto banners = window().findChildren<Banner *>();
        return static_cast<int>(std::count_if(banners.begin(), banners.end(), [](Banner *b) { return b->isVisible(); }));
    }

    void startOnly()
    {
        m_application = std::make_unique<Application>(std::make_unique<CopyDialogs>());
        m_application->start(diskBookPath());
        window().resize(1440, 900);
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }
    void start()
    {
        startOnly();
        QTRY_VERIFY(isLoaded() && book().model().rowCount() == 38);
    }

    /// The texts in sight that have this letter for Alt.
    QStringList claims(QChar letter)
    {
        QStringList texts;
        const auto ask = [&](const QString &text) {
            if (QKeySequence::mnemonic(text) == QKeySequence(QLatin1String("Alt+") + letter))
                texts.append(text);
        };
        for (const QAction *menu : window().menuBar()->actions())
            ask(menu->text());
        for (const auto *label : window().findChildren<QLabel *>()) {
            if (label->isVisible() && label->buddy())
                ask(label->text());
        }
        for (const auto *button : window().findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                ask(button->text());
        }
        return texts;
    }
    /// By the key that the letter of its text says.
    void press(const QString &text)
    {
        QTRY_VERIFY2(offers(text), qPrintable(text + u" is not offered: "_s + banner().text()));
        const QChar letter = text.at(text.indexOf(u'&') + 1).toUpper();
        QCOMPARE(claims(letter).join(u", "_s), text); // or Alt presses neither
        QTest::keyClick(&window(), static_cast<Qt::Key>(letter.unicode()), Qt::AltModifier);
        QTRY_VERIFY(!isAnyDown()); // Qt shows a button pressed for a moment before it acts
    }
    bool isAnyDown()
    {
        return std::ranges::any_of(banner().findChildren<QAbstractButton *>(), &QAbstractButton::isDown);
    }
    /// The first action, with the focus on it.
    void pressFirst()
    {
        QTRY_VERIFY(banner().isVisible());
        QTRY_VERIFY(QApplication::focusWidget()); // the window is active
        QTest::keyClick(&window(), Qt::Key_F8);
        QTRY_VERIFY(banner().isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::qWait(1);
    }

    void type()
    {
        book().table().selectRow(0);
        QTRY_VERIFY(title()->isVisible() && !title()->isReadOnly());
        title()->setFocus();
        title()->selectAll();
        QTest::keyClicks(title(), Typed);
        QTRY_VERIFY(book().form().isDirty());
    }
    void save() { QTest::keyClick(title(), Qt::Key_S, Qt::ControlModifier); }
    void typeAndSave()
    {
        type();
        save();
    }
    void isKept()
    {
        QTRY_VERIFY(command(u"saveRecord"_s)->isEnabled());
        QCOMPARE(title()->text(), Typed);
        QVERIFY(book().form().isDirty());
    }
    void isSaved()
    {
        QTRY_VERIFY(!book().form().isDirty());
        QTRY_VERIFY(banner().isHidden());
        QCOMPARE(titlesIn(book().path()).count(Typed), 1);
        QCOMPARE(titlesIn(book().path()).size(), 38);
    }
    void rescueAndGoOn(const QString &told)
    {
        press(u"&Save a copy…"_s);
        hear(told);
        shoot(u"copied"_s);
        const QStringList copied = titlesIn(copyPath());
        QCOMPARE(copied.size(), 38);
        QVERIFY(!copied.contains(Typed)); // it was not saved yet
        press(u"&Open the copy"_s);
        QTRY_VERIFY(isLoaded() && book().path() == copyPath() && !book().session().capabilities().readOnly);
        QTRY_COMPARE(book().form().drafts().size(), 1);
        book().session().selection().select(*book().session().store().slotOf(*book().form().drafts().begin()));
        isKept();
        save();
        isSaved();
    }
    qsizetype historyLength()
    {
        return Test::await(book().session().repository().history({}, 0, 1000))->size();
    }

    /// For people to look at, if they ask for it.
    void shoot(const QString &name)
    {
        const QString place = qEnvironmentVariable("TREATYBOOK_TEST_SHOTS");
        if (place.isEmpty())
            return;
        const QSize size = window().size();
        for (const QSize &shown : {size, QSize(1000, 700)}) {
            window().resize(shown);
            QTest::qWait(150);
            window().grab().save(u"%1/%2-%3.png"_s.arg(place, name).arg(shown.width()));
        }
        command(u"appearanceDark"_s)->trigger();
        QTest::qWait(150);
        window().grab().save(u"%1/%2-dark.png"_s.arg(place, name));
        command(u"appearanceLight"_s)->trigger();
        window().resize(size);
        QTest::qWait(150);
    }

    std::unique_ptr<Application> m_application;
};

TREATYBOOK_TEST(TroubleSession)
#include "troublesession.moc"
