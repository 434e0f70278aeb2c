// One person's starts of the program, each a process of its own that tst_layout starts under Xvfb in one home. Not
// classes of CTest.

#include "app/application.h"
#include "app/verbs/verbs.h"
#include "support/silentdialogs.h"
#include "support/testregistry.h"
#include "tests/app/xserver.h"
#include "ui/find/asofbox.h"
#include "ui/form/agreementform.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"
#include "ui/table/agreementtable.h"
#include "ui/table/tablecolumns.h"
#include "ui/timeline/timelineview.h"
#include "ui/widgets/banner.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Treatybook;
using namespace Qt::StringLiterals;

namespace {

const QString Book = u"/book.treatybook"_s;
const QString Plan = u"Defence cooperation plan 2017–2019"_s;

/// One start of the program.
class Run
{
public:
    explicit Run(const QString &book = {}, bool resetUi = false)
        : m_application(std::make_unique<Test::SilentDialogs>(Dialogs::Unsaved::Stay), resetUi)
    {
        m_application.start(book.isEmpty() ? QString() : Test::sessionFolder() + book);
        window().activateWindow();
    }

    MainWindow &window() { return m_application.window(); }
    BookView &book() { return *window().book(); }
    bool isReady() { return QTest::qWaitForWindowActive(&window()); }
    bool hasBook()
    {
        return isReady() && QTest::qWaitFor([&] { return window().book() && book().session().isLoaded(); });
    }
    QAction *action(Command command) { return window().actions()[command]; }
    QString banner()
    {
        const auto *banner = window().findChild<Banner *>(u"banner"_s);
        return banner->isVisible() ? banner->text() : QString();
    }
    QString currentTitle()
    {
        const auto current = book().session().selection().current();
        return current ? book().session().store().record(*current)->title.toString() : QString();
    }

private:
    Application m_application;
};

void drag(QSplitter *splitter, const QPoint &by)
{
    QWidget *handle = splitter->handle(1);
    const QPoint at = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, {}, at);
    QTest::mouseMove(handle, at + by);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, at + by);
}

/// What the first run leaves for the second to compare with.
QByteArray sizesOf(MainWindow &window)
{
    QByteArray text;
    for (const QString &name : {u"splitter.form"_s, u"splitter.lists"_s}) {
        for (const int size : window.findChild<QSplitter *>(name)->sizes())
            text += QByteArray::number(size) + ' ';
    }
    return text;
}

} // namespace

class LayoutArranged : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrangesEverything()
    {
        QVERIFY(createSample(Test::sessionFolder() + Book));
        Run run(Book);
        QVERIFY(run.hasBook());
        QVERIFY(run.banner().isEmpty());
        run.window().resize(1210, 770);
        run.window().move(130, 90);
        QTRY_COMPARE(run.window().size(), QSize(1210, 770));
        drag(run.window().findChild<QSplitter *>(u"splitter.form"_s), {-60, 0});
        drag(run.window().findChild<QSplitter *>(u"splitter.lists"_s), {0, 50});
        AgreementTable &table = run.book().table();
        table.columns().setShown(Field::Place, true);
        table.horizontalHeader()->resizeSection(1, 123);
        QTest::mouseClick(table.horizontalHeader()->viewport(), Qt::LeftButton, {}, {20, 10}); // sorts by title
        const AgreementTableModel &model = run.book().model();
        QCOMPARE(model.sortKeys().first().field, Field::Title);
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.recordAt(row)->title.toString() == Plan)
                table.selectRow(row);
        }
        QTRY_COMPARE(run.currentTitle(), Plan);
        run.book().timeline().zoom(3);
        run.window().findChild<AsOfBox *>(u"asOf"_s)->choose(dayNumber(2021, 10, 1));
        run.action(Command::AppearanceDark)->trigger();

        QFile sizes(Test::sessionFolder() + u"/sizes"_s);
        QVERIFY(sizes.open(QIODevice::WriteOnly));
        sizes.write(sizesOf(run.window()));
        run.action(Command::Quit)->trigger();
        QVERIFY(!run.window().isVisible());
    }
};

class LayoutRestored : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEverything()
    {
        Run run;
        QVERIFY(run.isReady());
        QVERIFY(!run.window().book()); // the welcome page, with the last book at hand
        QCOMPARE(run.window().size(), QSize(1210, 770));
        QCOMPARE(run.window().pos(), QPoint(130, 90));
        QVERIFY(run.action(Command::AppearanceDark)->isChecked());
        QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() == u"welcome.recent0"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(run.hasBook());
        QCOMPARE(run.currentTitle(), Plan);
        QCOMPARE(run.book().model().asOf(), dayNumber(2021, 10, 1));
        QCOMPARE(run.book().model().sortKeys().first().field, Field::Title);
        QVERIFY(run.book().table().columns().isShown(Field::Place));
        QCOMPARE(run.book().table().columns().columns().at(1).width, 123);
        QVERIFY(!run.book().timeline().isFitted());
        QFile sizes(Test::sessionFolder() + u"/sizes"_s);
        QVERIFY(sizes.open(QIODevice::ReadOnly));
        const QByteArray left = sizes.readAll();
        QTRY_COMPARE(sizesOf(run.window()), left);
        QVERIFY(run.banner().isEmpty());
    }
};

class LayoutDies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKilledAtTheStart()
    {
        const Run run;
        ::kill(::getpid(), SIGKILL);
    }
};

class LayoutAfterDeath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAsOnTheFirstDayAndSaysSo()
    {
        Run run;
        QVERIFY(run.isReady());
        QVERIFY(run.window().size() != QSize(1210, 770));
        QTRY_VERIFY(run.banner().contains(u"layout"_s));
        QVERIFY(run.action(Command::AppearanceDark)->isChecked());
        QVERIFY(run.window().findChild<QPushButton *>(u"welcome.recent0"_s));
        QTest::qWait(700); // the guard is released
        run.window().resize(1000, 700);
        run.window().close();
    }
};

class LayoutHealthy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersAgain()
    {
        Run run;
        QVERIFY(run.isReady());
        QCOMPARE(run.window().size(), QSize(1000, 700));
        QVERIFY(run.banner().isEmpty());
    }
};

class LayoutReset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAsOnTheFirstDay()
    {
        Run run({}, true);
        QVERIFY(run.isReady());
        QVERIFY(run.window().size() != QSize(1000, 700));
        QVERIFY(run.action(Command::AppearanceSystem)->isChecked());
        QVERIFY(run.banner().isEmpty());
        QVERIFY(run.window().findChild<QPushButton *>(u"welcome.recent0"_s)); // the books stay
    }
};

class LayoutUnwritable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksAndSaysSo()
    {
        Run run(Book);
        QVERIFY(run.hasBook());
        QVERIFY(run.book().model().rowCount() > 0);
        QTRY_VERIFY(run.banner().contains(u"will not be remembered"_s));
        run.window().findChild<QWidget *>(u"banner"_s)->hide();
        run.action(Command::AppearanceDark)->trigger();
        run.window().resize(900, 650);
        QTest::qWait(2500);
        QVERIFY(run.banner().isEmpty()); // once
    }
};

class LayoutHolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsTheBook()
    {
        Run run(Book);
        QVERIFY(run.hasBook());
        QVERIFY(run.action(Command::NewRecord)->isEnabled());
        QVERIFY(QDir().mkdir(Test::sessionFolder() + u"/held"_s));
        QVERIFY(QTest::qWaitFor([] { return QDir(Test::sessionFolder() + u"/seen"_s).exists(); }, 60000));
    }
};

class LayoutSecondStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensForReadingAndSaysWhy()
    {
        Run run(Book);
        QVERIFY(run.hasBook());
        QVERIFY(run.book().model().rowCount() > 0);
        QTRY_VERIFY(run.banner().contains(u"read"_s));
        QVERIFY(run.banner().contains(u"book.treatybook"_s));
        for (const Command command : {Command::NewRecord, Command::DeleteRecord, Command::SaveRecord, Command::Undo})
            QVERIFY(!run.action(command)->isEnabled());
        QVERIFY(run.action(Command::ExportCsv)->isEnabled());
    }
};

TREATYBOOK_TEST(LayoutArranged)
TREATYBOOK_TEST(LayoutRestored)
TREATYBOOK_TEST(LayoutDies)
TREATYBOOK_TEST(LayoutAfterDeath)
TREATYBOOK_TEST(LayoutHealthy)
TREATYBOOK_TEST(LayoutReset)
TREATYBOOK_TEST(LayoutUnwritable)
TREATYBOOK_TEST(LayoutHolder)
TREATYBOOK_TEST(LayoutSecondStart)
#include "layoutruns.moc"
