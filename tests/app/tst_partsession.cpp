// A person edits parts of a record at the real window on a real X server. The session itself is the class PartSession,
// in a process of its own that the test starts under Xvfb.

#include "app/application.h"
#include "app/verbs/verbs.h"
#include "support/silentdialogs.h"
#include "support/testregistry.h"
#include "tests/app/command.h"
#include "tests/app/xserver.h"
#include "ui/form/agreementform.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/table/agreementtable.h"
#include "ui/widgets/dialogs.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QCoreApplication>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

namespace {

const QString PlanName = u"Defence cooperation plan 2017–2019"_s;

QString bookPath()
{
    return Test::sessionFolder() + u"/parts.treatybook"_s;
}

/// The window on the book, with the plan selected.
class PlanDesk
{
public:
    PlanDesk() : m_application(std::make_unique<Test::SilentDialogs>(Dialogs::Unsaved::Stay))
    {
        m_application.start(bookPath());
        window().resize(1400, 950);
    }

    MainWindow &window() { return m_application.window(); }
    bool isReady()
    {
        window().activateWindow();
        return QTest::qWaitForWindowActive(&window()) && QTest::qWaitFor([this] {
                   return window().book() && window().book()->session().isLoaded() && selectPlan();
               });
    }
    AgreementForm &form() { return window().book()->form(); }
    Agreement plan()
    {
        const AgreementStore &store = window().book()->session().store();
        return store.record(*store.slotOf(form().recordId()));
    }

    template <class T>
    T *find(const QString &name)
    {
        T *found = window().findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    void press(const QString &name)
    {
        auto *button = find<QToolButton>(name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QWidget *focus()
    {
        if (!QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }))
            qFatal("nothing has the keyboard");
        return QApplication::focusWidget();
    }
    void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, focus(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(focus(), key, modifiers); }
    void trigger(const QString &command) { Test::trigger(window(), command); }
    /// Takes the first thing that is offered.
    bool choose()
    {
        auto *completer = focus()->findChild<QCompleter *>();
        if (!completer || !QTest::qWaitFor([completer] { return completer->popup()->isVisible(); }))
            return false;
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        window().activateWindow();
        return QTest::qWaitForWindowActive(&window());
    }

private:
    bool selectPlan()
    {
        const AgreementTableModel &model = window().book()->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.recordAt(row)->title.toString() == PlanName)
                window().book()->table().selectRow(row);
        }
        return find<QLineEdit>(u"form.title"_s)->text() == PlanName;
    }

    Application m_application;
};

} // namespace

class PartSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsSavesUndoesAndFindsItAgain()
    {
        QVERIFY(createSample(bookPath()));
        {
            PlanDesk desk;
            QVERIFY(desk.isReady());
            const Agreement before = desk.plan();

            desk.press(u"add.participants"_s);
            desk.type(u"lao"_s);
            QVERIFY(desk.choose());
            desk.key(Qt::Key_Return);
            desk.key(Qt::Key_Escape);

            desk.press(u"add.quantities"_s);
            desk.type(u"2.50"_s);
            desk.key(Qt::Key_Tab);
            desk.type(u"t"_s);
            desk.key(Qt::Key_Return);
            desk.key(Qt::Key_Escape);

            auto *tags = desk.find<QLineEdit>(u"form.tags"_s);
            tags->setFocus();
            tags->end(false);
            desk.type(tags->text().isEmpty() ? u"archive"_s : u"; archive"_s);
            QVERIFY(desk.form().isDirty());
            desk.key(Qt::Key_S, Qt::ControlModifier);
            QTRY_VERIFY(!desk.form().isDirty());
            check(desk.plan(), before);
            if (QTest::currentTestFailed())
                return;

            desk.trigger(u"undo"_s); // all of it is one step
            QTRY_COMPARE(desk.plan(), before);
            QTRY_VERIFY(desk.find<QAction>(u"action.redo"_s)->isEnabled());
            desk.trigger(u"redo"_s);
            QTRY_COMPARE(desk.plan().extras().quantities.size(), before.extras().quantities.size() + 1);
            m_before = before;
        }
        PlanDesk desk;
        QVERIFY(desk.isReady());
        check(desk.plan(), m_before);
        auto *table = desk.find<QAbstractItemView>(u"table.participants"_s);
        QCOMPARE(table->model()->rowCount(), m_before->participants.size() + 2); // and the empty row
    }

private:
    static void check(const Agreement &after, const Agreement &before)
    {
        QCOMPARE(after->participants.size(), before->participants.size() + 1);
        QCOMPARE(after->participants.mid(0, before->participants.size()), before->participants);
        QCOMPARE(after->participants.last().code.toString(), u"LA"_s);
        QCOMPARE(after->participants.last().name.toString(), u"Lao People's Democratic Republic"_s);
        QCOMPARE(after.extras().quantities.last().amount.text(), u"2.50"_s);
        QCOMPARE(after.extras().quantities.last().unit.toString(), u"t"_s);
        QCOMPARE(after.extras().tags.last().toString(), u"archive"_s);
        QCOMPARE(after->actions, before->actions);
        QCOMPARE(after->sources, before->sources);
    }

    Agreement m_before;
};

class TstPartSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsAreEditedInTheWindow()
    {
        const XServer screen;
        QVERIFY2(!screen.display().isEmpty(), "Xvfb (package xvfb) is needed");
        const QTemporaryDir folder;
        QProcess session;
        screen.start(session, {u"partsession"_s}, folder.path());
        QVERIFY2(passes(session), session.readAll());
    }
};

TREATYBOOK_TEST(PartSession)
TREATYBOOK_TEST(TstPartSession)
#include "tst_partsession.moc"
