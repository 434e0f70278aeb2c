// Sessions at the real window, each a process of its own that tst_endtoend starts under Xvfb: one in which nothing is
// touched; and two of one person, of which the first ends by kill -9 and the second finds what was saved. Not classes of
// CTest.

#include "app/application.h"
#include "app/verbs/verbs.h"
#include "exchange/csvwriter.h"
#include "support/csvrows.h"
#include "support/testregistry.h"
#include "tests/app/command.h"
#include "tests/app/xserver.h"
#include "ui/form/agreementform.h"
#include "ui/mainwindow/bookview.h"
#include "ui/table/agreementtable.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Treatybook;
using namespace Qt::StringLiterals;

namespace {

const QString PlanTitle = u"Defence cooperation plan 2017–2019"_s;
const QString NewTitle = u"Defence cooperation plan 2017–2019, seen in the archive"_s;

/// Answers every question with a file of the test folder.
class ExportDialogs : public Dialogs
{
public:
    QString askOpenFile(QWidget *, const FileQuestion &) override { return {}; }
    QString askSaveFile(QWidget *, const FileQuestion &question, bool) override
    {
        return Test::sessionFolder() + u"/export."_s + question.suffix;
    }
    Unsaved askUnsaved(QWidget *, int) override { return Unsaved::Stay; }
    void showAbout(QWidget *) override {}
};

/// The window with its parts, found as a person's eye or a test would: by name.
class Desk
{
public:
    Desk() : m_application(std::make_unique<ExportDialogs>())
    {
        m_application.start(Test::sessionFolder() + u"/book.treatybook"_s);
        window().resize(1600, 1000);
    }

    MainWindow &window() { return m_application.window(); }
    BookView &book() { return *window().book(); }
    const AgreementTableModel &model() { return book().model(); }
    bool isReady()
    {
        window().activateWindow(); // there is no window manager to do it; shortcuts need it
        return QTest::qWaitForWindowActive(&window())
               && QTest::qWaitFor([&] { return window().book() && book().session().isLoaded() && model().rowCount() > 0; });
    }

    template <class T>
    T *find(const QString &name)
    {
        T *found = window().findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }

    void type(QWidget *widget, const QString &text)
    {
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
        if (text.isEmpty())
            QTest::keyClick(widget, Qt::Key_Delete);
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, widget, Qt::Key_unknown, QString(c), Qt::NoModifier);
    }

    void search(const QString &text) { type(find<QLineEdit>(u"search"_s), text); }
    void setAsOf(const QString &day)
    {
        auto *box = find<QLineEdit>(u"asOf"_s);
        type(box, day);
        QTest::keyClick(box, Qt::Key_Return);
    }
    void trigger(const QString &command) { Test::trigger(window(), command); }

    int rowOf(const QString &title)
    {
        for (int row = 0; row < model().rowCount(); ++row) {
            if (model().recordAt(row)->title.toString() == title)
                return row;
        }
        return -1;
    }
    /// What the table shows of a record.
    QString cell(const QString &title, Field field)
    {
        return model().index(rowOf(title), static_cast<int>(model().fields().indexOf(field))).data().toString();
    }
    QStringList titles()
    {
        QStringList result;
        for (int row = 0; row < model().rowCount(); ++row)
            result.append(model().recordAt(row)->title.toString());
        return result;
    }

private:
    Application m_application;
};

} // namespace

class FirstSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksAndIsKilled()
    {
        QVERIFY(createSample(Test::sessionFolder() + u"/book.treatybook"_s));
        Desk desk;
        QVERIFY(desk.isReady());
        const auto all = desk.titles().size();
        QCOMPARE(all, 38);

        desk.search(u"y te"_s);
        QTRY_VERIFY(desk.titles().size() < all);
        QVERIFY(desk.titles().contains(u"Cooperation on the health of officers of the two militaries"_s));
        QVERIFY(!desk.titles().contains(u"Trade agreement between Viet Nam and Cuba"_s));
        desk.search(u"vaccine"_s);
        QTRY_VERIFY(desk.titles().contains(u"Purchase of Cuba's COVID-19 vaccine by Viet Nam"_s));
        desk.search(u"defense"_s);
        QTRY_VERIFY(desk.titles().contains(u"Agreement on developing defence cooperation"_s));
        desk.search(u"zzz"_s);
        QTRY_COMPARE(desk.titles().size(), 0);
        QTest::keyClick(desk.find<QLineEdit>(u"search"_s), Qt::Key_Escape);
        QTRY_COMPARE(desk.titles().size(), all);

        pickInTimeline(desk);
        if (QTest::currentTestFailed())
            return;
        editAndStepBack(desk);
        if (QTest::currentTestFailed())
            return;
        followTheDay(desk);
        if (QTest::currentTestFailed())
            return;
        exportAndReadBack(desk);
        if (QTest::currentTestFailed())
            return;

        ::kill(::getpid(), SIGKILL);
    }

private:
    static void pickInTimeline(Desk &desk)
    {
        desk.search(u"cooperation plan"_s); // few enough that all of them are in view
        QTRY_VERIFY(desk.titles().size() < 12 && desk.rowOf(PlanTitle) > 0);
        desk.book().table().selectRow(0);
        QTRY_VERIFY(desk.find<QLineEdit>(u"form.title"_s)->text() == desk.titles().first());
        const Slot plan = desk.model().slotAt(desk.rowOf(PlanTitle));
        TimelineView &timeline = desk.book().timeline();
        QTRY_VERIFY(!timeline.recordRect(plan).isNull());
        QTest::mouseClick(timeline.viewport(), Qt::LeftButton, {}, timeline.recordRect(plan).center());
        QTRY_COMPARE(desk.find<QLineEdit>(u"form.title"_s)->text(), PlanTitle);
        desk.search({});
        QTRY_COMPARE(desk.titles().size(), 38);
    }

    static void editAndStepBack(Desk &desk)
    {
        auto *title = desk.find<QLineEdit>(u"form.title"_s);
        desk.type(title, NewTitle);
        QVERIFY(desk.book().form().isDirty());
        QTest::keyClick(title, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!desk.book().form().isDirty());
        QTRY_VERIFY(desk.rowOf(NewTitle) >= 0);
        QCOMPARE(desk.cell(NewTitle, Field::Title), NewTitle);

        desk.trigger(u"undo"_s);
        QTRY_VERIFY(desk.rowOf(PlanTitle) >= 0);
        QTRY_COMPARE(title->text(), PlanTitle);
        QTRY_VERIFY(desk.find<QAction>(u"action.redo"_s)->isEnabled());
        desk.trigger(u"redo"_s);
        QTRY_VERIFY(desk.rowOf(NewTitle) >= 0);
        QTRY_COMPARE(title->text(), NewTitle);
    }

    static void followTheDay(Desk &desk)
    {
        const QString plan = u"Defence cooperation plan 2020–2022"_s;
        desk.setAsOf(u"2020-12-31"_s);
        QTRY_COMPARE(desk.cell(plan, Field::Status), u"Under negotiation"_s);
        desk.setAsOf(u"2021-10-01"_s);
        QTRY_COMPARE(desk.cell(plan, Field::Status), u"In effect"_s);
    }

    static void exportAndReadBack(Desk &desk)
    {
        desk.search(u"plan"_s);
        QTRY_VERIFY(desk.titles().size() < 38);
        desk.trigger(u"exportCsv"_s);
        desk.trigger(u"exportPdf"_s);
        const QString csv = Test::sessionFolder() + u"/export.csv"_s, pdf = Test::sessionFolder() + u"/export.pdf"_s;
        QTRY_VERIFY(QFile::exists(csv) && QFile::exists(pdf));

        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rows = Test::csvRows(file.readAll());
        const auto title = rows.first().indexOf(u"title"_s), status = rows.first().indexOf(u"status"_s);
        QVERIFY(title >= 0 && status >= 0);
        QStringList titles;
        for (const QStringList &row : rows.mid(1)) {
            titles.append(unguarded(row.at(title)));
            if (row.at(title).contains(u"2020–2022"_s))
                QCOMPARE(row.at(status), u"in-effect"_s);
        }
        QCOMPARE(titles, desk.titles());

        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-raw"_s, pdf, u"-"_s});
        QVERIFY(reader.waitForFinished());
        QString text = QString::fromUtf8(reader.readAllStandardOutput());
        text = text.normalized(QString::NormalizationForm_KC); // fonts have ligatures
        text.remove(u'\n').remove(u' ');
        for (const QString &shown : desk.titles())
            QVERIFY2(text.contains(QString(shown).remove(u' ')), qPrintable(shown));
    }
};

class SecondSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheChangeAndUndoesIt()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        QVERIFY(desk.rowOf(NewTitle) >= 0);
        QTRY_VERIFY(desk.find<QAction>(u"action.undo"_s)->isEnabled());
        desk.trigger(u"undo"_s);
        QTRY_VERIFY(desk.rowOf(PlanTitle) >= 0);
        QCOMPARE(desk.rowOf(NewTitle), -1);
    }
};

/// Nobody touches anything: what a start paints, it paints by itself.
class UntouchedSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsPainted()
    {
        QVERIFY(createSample(Test::sessionFolder() + u"/book.treatybook"_s));
        qApp->installEventFilter(this);
        Application application;
        application.start(Test::sessionFolder() + u"/book.treatybook"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_rowsArePainted, 20000);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *table = qobject_cast<AgreementTable *>(watched->parent());
        m_rowsArePainted |= table && watched == table->viewport() && event->type() == QEvent::Paint &&
                            table->model()->rowCount() > 0;
        return false;
    }

private:
    bool m_rowsArePainted = false;
};

TREATYBOOK_TEST(UntouchedSession)
TREATYBOOK_TEST(FirstSession)
TREATYBOOK_TEST(SecondSession)
#include "windowsessions.moc"
