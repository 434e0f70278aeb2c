#include "ui/mainwindow/mainwindow.h"

#include "support/fakerepository.h"
#include "support/pdftools.h"
#include "support/records.h"
#include "support/testregistry.h"
#include "ui/find/asofbox.h"
#include "ui/form/agreementform.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/settings.h"
#include "ui/mainwindow/statussentence.h"
#include "ui/timeline/timelineview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/dialogs.h"

#include <QAction>
#include <QApplication>
#include <QImage>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

namespace {

class ScriptedDialogs : public Dialogs
{
public:
    QString askOpenFile(QWidget *, const FileQuestion &) override { return path; }
    QString askSaveFile(QWidget *, const FileQuestion &, bool) override { return path; }
    Unsaved askUnsaved(QWidget *, int records) override
    {
        asked = records;
        return unsaved;
    }
    void showAbout(QWidget *) override { ++abouts; }

    QString path;
    Unsaved unsaved = Unsaved::Stay;
    int asked = 0, abouts = 0;
};

} // namespace

class TstMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_shared<Settings>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_dialogs = {};
        m_behaviour = std::make_shared<FakeRepository::Behaviour>();
        m_stores.clear();
        makeBook(u"a"_s, {u"Trade agreement"_s, u"Defence plan"_s, u"Visit of 2021"_s});
        makeBook(u"b"_s, {u"Another book"_s});
        m_window = std::make_unique<MainWindow>(services(), m_dialogs);
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void commandsAreComplete()
    {
        QSet<QString> names;
        QSet<QKeySequence> keys;
        for (const QAction *action : m_window->actions().all()) {
            QVERIFY(action->objectName().startsWith(u"action."_s));
            QVERIFY2(!names.contains(action->objectName()), qPrintable(action->objectName()));
            names.insert(action->objectName());
            QVERIFY(!action->text().isEmpty());
            QVERIFY(!action->toolTip().isEmpty());
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key), qPrintable(key.toString()));
                keys.insert(key);
            }
        }
        QCOMPARE(names.size(), static_cast<int>(Command::About) + 1);
    }

    void noMenuIsEmpty()
    {
        checkMenus();
        open(u"a"_s);
        checkMenus();
    }

    void welcomesWithoutABook()
    {
        QVERIFY(!m_window->book());
        QVERIFY(m_window->findChild<QWidget *>(u"welcome"_s)->isVisible());
        QVERIFY(!action(Command::NewRecord)->isEnabled());
        QVERIFY(!action(Command::ExportCsv)->isEnabled());
        QTest::mouseClick(m_window->findChild<QPushButton *>(u"welcome.openSample"_s), Qt::LeftButton);
        QTRY_VERIFY(m_window->book() && m_window->book()->session().isLoaded());
        QCOMPARE(m_window->book()->name(), u"a"_s);
        QVERIFY(!m_window->findChild<QWidget *>(u"welcome"_s)->isVisible());
    }

    void unreadableBookLeavesThePresentOne()
    {
        open(u"a"_s);
        m_dialogs.path = m_folder->filePath(u"missing.treatybook"_s);
        action(Command::OpenBook)->trigger();
        QVERIFY(banner()->isVisible());
        QCOMPARE(banner()->text(), u"There is no such book."_s);
        QCOMPARE(m_window->book()->name(), u"a"_s);
        QCOMPARE(m_window->book()->model().rowCount(), 3);
    }

    void newBookIsMadeAndOpened()
    {
        m_dialogs.path = m_folder->filePath(u"new.treatybook"_s);
        action(Command::NewBook)->trigger();
        QTRY_VERIFY(m_window->book() && m_window->book()->session().isLoaded());
        QCOMPARE(m_window->book()->name(), u"new"_s);
        action(Command::NewBook)->trigger(); // the name is taken
        QVERIFY(banner()->isVisible());
        QCOMPARE(banner()->text(), u"The file exists."_s);
    }

    void searchFiltersAsOneTypes()
    {
        open(u"a"_s);
        auto *search = m_window->findChild<QLineEdit *>(u"search"_s);
        QTest::keyClicks(search, u"pl"_s);
        QCOMPARE(m_window->book()->model().rowCount(), 1);
        QVERIFY(sentence().contains(u"1 of 3 record"_s));
        QVERIFY(sentence().contains(u"pl"_s));
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(m_window->book()->model().rowCount(), 3);
        QVERIFY(sentence().startsWith(u"3 record"_s));
    }

    void asOfDayIsForTheWholeWindow()
    {
        open(u"a"_s);
        QVERIFY(sentence().contains(u"as of today"_s));
        auto *asOf = m_window->findChild<AsOfBox *>(u"asOf"_s);
        asOf->setText(u"2021-10-01"_s);
        QTest::keyClick(asOf, Qt::Key_Return);
        QCOMPARE(m_window->book()->model().asOf(), dayNumber(2021, 10, 1));
        QVERIFY(sentence().contains(u"as of 1 October 2021"_s));
        open(u"b"_s); // and for the next book
        QCOMPARE(m_window->book()->model().asOf(), dayNumber(2021, 10, 1));
    }

    void recordsAreAddedCopiedDeletedAndBroughtBack()
    {
        open(u"a"_s);
        action(Command::NewRecord)->trigger();
        QTRY_COMPARE(m_window->book()->model().rowCount(), 4);
        auto *title = m_window->findChild<QLineEdit *>(u"form.title"_s);
        QTRY_COMPARE(title->text(), QString());
        QTest::keyClicks(title, u"Fresh"_s);
        QTRY_VERIFY(action(Command::SaveRecord)->isEnabled());
        action(Command::SaveRecord)->trigger();
        QTRY_COMPARE(action(Command::Undo)->text(), u"&Undo “Change Title of “Fresh””"_s);

        action(Command::DuplicateRecord)->trigger();
        QTRY_COMPARE(title->text(), u"Fresh (copy)"_s);
        QCOMPARE(m_window->book()->model().rowCount(), 5);
        action(Command::DeleteRecord)->trigger();
        QTRY_COMPARE(m_window->book()->model().rowCount(), 4);
        QTRY_VERIFY(banner()->isVisible());
        QTest::mouseClick(banner()->findChild<QPushButton *>(u"banner.action0"_s), Qt::LeftButton);
        QTRY_COMPARE(m_window->book()->model().rowCount(), 5);
        QTRY_VERIFY(action(Command::Redo)->isEnabled());
        action(Command::Redo)->trigger();
        QTRY_COMPARE(m_window->book()->model().rowCount(), 4);
    }

    void hiddenRecordsAreNotDeleted()
    {
        open(u"a"_s);
        BookView &book = *m_window->book();
        QSet<Slot> all(book.model().visibleSlots().begin(), book.model().visibleSlots().end());
        m_window->findChild<QLineEdit *>(u"search"_s)->setText(u"plan"_s);
        book.session().selection().set(all, book.model().slotAt(0));
        QVERIFY(sentence().contains(u"2 hidden"_s));
        action(Command::DeleteRecord)->trigger();
        QTRY_COMPARE(book.session().store().count(), 2);
    }

    void failureToUndoIsToldAndTriedAgain()
    {
        open(u"a"_s);
        action(Command::DeleteRecord)->trigger();
        QTRY_COMPARE(m_window->book()->session().store().count(), 2);
        QTRY_VERIFY(action(Command::Undo)->isEnabled());
        m_behaviour->failures.append({FakeRepository::Call::Commit, ErrorKind::Busy});
        action(Command::Undo)->trigger();
        QTRY_VERIFY(banner()->findChild<QPushButton *>(u"banner.action0"_s) &&
                    banner()->findChild<QPushButton *>(u"banner.action0"_s)->text() == u"Try a&gain"_s);
        QCOMPARE(m_window->book()->session().store().count(), 2);
        QTest::mouseClick(banner()->findChild<QPushButton *>(u"banner.action0"_s), Qt::LeftButton);
        QTRY_COMPARE(m_window->book()->session().store().count(), 3);
    }

    void readOnlyBookSaysSo()
    {
        m_behaviour->capabilities = {.readOnly = true, .readOnlyReason = u"Somebody has it open."_s};
        open(u"a"_s);
        QCOMPARE(banner()->text(), u"Somebody has it open."_s);
        for (const Command command : {Command::NewRecord, Command::DeleteRecord, Command::Undo, Command::SaveRecord})
            QVERIFY(!action(command)->isEnabled());
        QVERIFY(action(Command::ExportCsv)->isEnabled());
        QVERIFY(sentence().endsWith(u"read-only"_s));
    }

    void unsavedTextHoldsTheWindow()
    {
        open(u"a"_s);
        const QUuid id = typeTitle(u"Mine"_s);
        QVERIFY(sentence().contains(u"not saved"_s));
        QVERIFY(!m_window->close());
        QCOMPARE(m_dialogs.asked, 1);
        m_window->openBook(m_folder->filePath(u"b.treatybook"_s));
        QCOMPARE(m_window->book()->name(), u"a"_s);

        m_dialogs.unsaved = Dialogs::Unsaved::Save;
        m_window->close();
        QTRY_VERIFY(!m_window->isVisible());
        QCOMPARE(m_stores.value(u"a"_s)->records.value(id).record->title.toString(), u"Mine"_s);
    }

    void unsavedTextCanBeGivenUp()
    {
        open(u"a"_s);
        const QUuid id = typeTitle(u"Mine"_s);
        m_dialogs.unsaved = Dialogs::Unsaved::Discard;
        open(u"b"_s);
        QVERIFY(m_stores.value(u"a"_s)->records.value(id).record->title.toString() != u"Mine"_s);
    }

    void exportsWhatIsShown()
    {
        open(u"a"_s);
        m_window->findChild<QLineEdit *>(u"search"_s)->setText(u"plan"_s);
        m_dialogs.path = m_folder->filePath(u"out.csv"_s);
        action(Command::ExportCsv)->trigger();
        QFile file(m_dialogs.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QVERIFY(csv.contains("Defence plan"));
        QVERIFY(!csv.contains("Trade agreement"));
        const QString told = banner()->text();
        QVERIFY(told.contains(m_dialogs.path));

        m_dialogs.path = m_folder->filePath(u"missing/out.csv"_s);
        action(Command::ExportCsv)->trigger();
        QVERIFY(!QFile::exists(m_dialogs.path));
        QVERIFY(banner()->isVisible());
        QVERIFY(banner()->text() != told);
    }

    void exportsTheTimelineAsItIsShown()
    {
        open(u"a"_s);
        TimelineView &timeline = m_window->book()->timeline();
        TimelineChoices choices = timeline.choices();
        choices.encoding = Encoding::Lanes;
        choices.groupBy = GroupBy::Kind;
        timeline.setChoices(choices);
        const Day from = *parseDay(u"1700-01-01"_s);
        timeline.setScale(Scale::fitting(from, from + 365, timeline.scale().width()));
        m_dialogs.path = m_folder->filePath(u"timeline.PDF"_s);
        action(Command::ExportPng)->trigger();
        const QString text = Test::readWith(u"pdftotext"_s, {u"-layout"_s, m_dialogs.path, u"-"_s});
        QVERIFY2(text.contains(u"groups: Kind"_s), qPrintable(text));
        QVERIFY2(text.contains(u"1700"_s), qPrintable(text));
        QVERIFY2(text.contains(u"3 record(s)"_s), qPrintable(text));
        m_dialogs.path = m_folder->filePath(u"timeline.png"_s);
        action(Command::ExportPng)->trigger();
        QCOMPARE(QImage(m_dialogs.path).width(), 3200);
    }

    void appearanceIsRemembered()
    {
        action(Command::AppearanceDark)->trigger();
        QTRY_VERIFY(m_window->palette().color(QPalette::Window).lightness() < 100);
        m_window = std::make_unique<MainWindow>(services(), m_dialogs);
        QVERIFY(action(Command::AppearanceDark)->isChecked());
        action(Command::AppearanceLight)->trigger();
        QTRY_VERIFY(m_window->palette().color(QPalette::Window).lightness() > 150);
    }

    void switchingLeavesNothingOfTheOldColours()
    {
        // A window that was switched looks to the last pixel like one that started so.
        for (const Command appearance : {Command::AppearanceDark, Command::AppearanceLight}) {
            for (const bool withBook : {false, true}) {
                action(appearance == Command::AppearanceDark ? Command::AppearanceLight : Command::AppearanceDark)->trigger();
                startAgain(withBook);
                QTest::qWait(50);
                action(appearance)->trigger();
                const QImage switched = picture();
                startAgain(withBook);
                QVERIFY(action(appearance)->isChecked());
                const QImage started = picture();
                QCOMPARE(switched, started);
            }
        }
    }

    void booksOpenedBeforeAreOffered()
    {
        open(u"a"_s);
        open(u"b"_s);
        m_window = std::make_unique<MainWindow>(services(), m_dialogs);
        m_window->show();
        QStringList offered;
        for (const QPushButton *button : m_window->findChild<QWidget *>(u"welcome"_s)->findChildren<QPushButton *>())
            offered.append(button->text());
        QVERIFY(offered.contains(u"b"_s));
        QVERIFY(offered.indexOf(u"b"_s) < offered.indexOf(u"a"_s));
    }

private:
    BookServices services()
    {
        return {.open = [this](const QString &path, bool) -> Result<std::unique_ptr<Repository>> {
                    const auto store = m_stores.value(QFileInfo(path).completeBaseName());
                    if (!store)
                        return Error{ErrorKind::Missing, u"There is no such book."_s, {}};
                    return std::unique_ptr<Repository>(std::make_unique<FakeRepository>(store, m_behaviour));
                },
                .create = [this](const QString &path) -> Result<void> {
                    if (QFile::exists(path))
                        return Error{ErrorKind::Exists, u"The file exists."_s, {}};
                    makeBook(QFileInfo(path).completeBaseName(), {});
                    return {};
                },
                .sample = [this]() -> Result<QString> { return m_folder->filePath(u"a.treatybook"_s); },
                .today = [] { return dayNumber(2026, 3, 31); },
                .settings = m_settings};
    }
    void makeBook(const QString &name, const QStringList &titles)
    {
        QFile file(m_folder->filePath(name + u".treatybook"_s)); // only its name counts
        QVERIFY(file.open(QIODevice::WriteOnly));
        auto store = std::make_shared<FakeStore>();
        ChangeSet set(u"Fill"_s);
        for (const QString &title : titles)
            set.changes.append(Change::add(titled(title)));
        if (!titles.isEmpty())
            QVERIFY(store->commit(set));
        m_stores.insert(name, store);
    }
    void open(const QString &name)
    {
        m_window->openBook(m_folder->filePath(name + u".treatybook"_s));
        QTRY_VERIFY(m_window->book() && m_window->book()->session().isLoaded());
        QCOMPARE(m_window->book()->name(), name);
        QTRY_VERIFY(m_window->book()->session().selection().current());
    }
    void startAgain(bool withBook)
    {
        m_window = std::make_unique<MainWindow>(services(), m_dialogs);
        m_window->resize(1200, 750);
        m_window->show();
        if (withBook) {
            open(u"a"_s);
            banner()->showMessage(Banner::Severity::Warning, u"Look here."_s, {{u"Go on"_s, [] {}}});
        } else {
            banner()->showMessage(Banner::Severity::Information, u"Look here."_s);
        }
        m_window->findChild<QLineEdit *>(u"search"_s)->setText(withBook ? u"a"_s : QString());
    }
    QImage picture()
    {
        QTest::qWait(500); // the search box fades its button in
        if (QWidget *focus = QApplication::focusWidget())
            focus->clearFocus();
        return m_window->grab().toImage();
    }
    QUuid typeTitle(const QString &text)
    {
        auto *title = m_window->findChild<QLineEdit *>(u"form.title"_s);
        title->selectAll();
        QTest::keyClicks(title, text);
        return m_window->book()->form().recordId();
    }
    void checkMenus()
    {
        for (const QMenu *menu : m_window->menuBar()->findChildren<QMenu *>()) {
            if (menu->menuAction()->isVisible() && !menu->title().isEmpty())
                QVERIFY2(!menu->isEmpty(), qPrintable(menu->title()));
        }
    }
    QAction *action(Command command) const { return m_window->actions()[command]; }
    Banner *banner() const
    {
        return m_window->centralWidget()->findChild<Banner *>(u"banner"_s, Qt::FindDirectChildrenOnly);
    }
    QString sentence() const { return m_window->findChild<StatusSentence *>()->sentence(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ScriptedDialogs m_dialogs;
    std::shared_ptr<FakeRepository::Behaviour> m_behaviour;
    std::shared_ptr<Settings> m_settings;
    QHash<QString, std::shared_ptr<FakeStore>> m_stores;
    std::unique_ptr<MainWindow> m_window;
};

TREATYBOOK_TEST(TstMainWindow)
#include "tst_mainwindow.moc"
