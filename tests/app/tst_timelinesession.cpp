// A person explores the sample on the timeline of the real window, once by mouse and once by keyboard alone.

#include "app/application.h"
#include "app/translation.h"
#include "app/verbs/verbs.h"
#include "support/silentdialogs.h"
#include "support/testregistry.h"
#include "tests/app/xserver.h"
#include "ui/find/searchbox.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/timeline/datehandles.h"
#include "ui/timeline/timelinecard.h"
#include "ui/timeline/timelineview.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCursor>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

namespace {

const auto Plan2017 = u"Defence plan 2017–2019"_s, Plan2020 = u"Defence plan 2020–2022"_s;

Day day(int year, int month = 1, int number = 1)
{
    return dayNumber(year, month, number);
}

} // namespace

/// A process of its own that TstTimelineSession starts under Xvfb; no class of CTest.
class TimelineSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString book = Test::sessionFolder() + u"/timeline.treatybook"_s;
        QVERIFY(createSample(book));
        installTranslation();
        m_application = std::make_unique<Application>(std::make_unique<SilentDialogs>());
        m_application->start(book);
        window().resize(1400, 940);
        window().activateWindow(); // there is no window manager to do it; shortcuts need it
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTRY_VERIFY(window().book() && window().book()->session().isLoaded());
        QTRY_COMPARE(records().rowCount(), 38);
        QTRY_VERIFY(!view().isInRows()); // 38 records have no room in rows
        QVERIFY(!view().scene().groups().isEmpty());
    }

    /// Whatever record the form shows first.
    void opensOnTheFirstGroup()
    {
        QVERIFY(selection().current());
        QCOMPARE(view().verticalScrollBar()->value(), 0);
        for (const QString &title : {u"Defence agreement 2011"_s, Plan2017, Plan2020})
            QVERIFY2(row(title), qPrintable(title));
    }

    void byMouse()
    {
        fit();
        // Zoom to the plan, and read its card.
        QTRY_VERIFY(row(Plan2020));
        QTest::mouseDClick(area(), Qt::LeftButton, {}, onBar(Plan2020));
        QTRY_VERIFY(view().scale().lastDay() < day(2024));
        auto *card = window().findChild<TimelineCard *>();
        QCursor::setPos(area()->mapToGlobal(QPoint(20, area()->height() - 5)));
        QTRY_COMPARE(QCursor::pos(), area()->mapToGlobal(QPoint(20, area()->height() - 5)));
        QCursor::setPos(area()->mapToGlobal(onBar(Plan2020))); // the pointer itself, or the card might come under it
        QTRY_VERIFY(card->isVisible());
        QVERIFY(!card->geometry().contains(area()->mapToGlobal(onBar(Plan2020))));
        fit();

        // Follow its relation to what it carries out.
        QTest::mouseClick(area(), Qt::LeftButton, {}, onBar(Plan2020));
        QCOMPARE(selection().current(), std::optional(slotOf(Plan2020)));
        QVERIFY(followTo(u"Defence agreement 2011"_s));

        // The as-of line over the day on which the plan was signed: everything answers for it.
        drag(view().asOfRect().center(), QPoint(xOf(day(2021, 10, 25)), view().asOfRect().center().y()));
        QTRY_VERIFY(records().asOf() >= day(2021, 9, 20) && records().asOf() < day(2021, 12, 31));
        QTRY_COMPARE(toneOfPlan(), Tone::InForce);
        drag(view().asOfRect().center(), QPoint(xOf(day(2021, 6, 1)), view().asOfRect().center().y()));
        QTRY_VERIFY(records().asOf() < day(2021, 9, 20));
        QTRY_COMPARE(toneOfPlan(), Tone::Pending);

        // Filter to a range of the axis, see it as text, clear it.
        const int y = qRound(view().scene().frame().axisHeight) - 8;
        drag(QPoint(xOf(day(2014, 2, 1)), y), QPoint(xOf(day(2016, 11, 1)), y));
        QAbstractButton *filter = nullptr;
        QTRY_VERIFY((filter = window().findChild<QAbstractButton *>(u"timeline.rangeBar.filter"_s)));
        QTest::mouseClick(filter, Qt::LeftButton);
        QTRY_VERIFY(search().text().startsWith(u"active:2"_s));
        QTRY_VERIFY(records().rowCount() < 38 && records().rowCount() > 0);
        search().clear();
        QTRY_COMPARE(records().rowCount(), 38);
        fit();

        // Change the end of a plan, and take it back.
        QAction *edit = action(u"timeline.edit"_s);
        edit->trigger();
        const QString before = termOf(Plan2017);
        QTRY_VERIFY(handleOf(Plan2017));
        const QPoint handle = handleOf(Plan2017)->toPoint();
        drag(handle, QPoint(xOf(day(2021, 6, 1)), handle.y()));
        QTRY_VERIFY(termOf(Plan2017) != before);
        QVERIFY(termOf(Plan2017).startsWith(u"2017/202"_s));
        edit->trigger();
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(termOf(Plan2017), before);
    }

    void byKeyboard()
    {
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_0, Qt::ControlModifier);
        QTRY_VERIFY(view().isFitted());
        // Along the line of the plans.
        selection().select(slotOf(Plan2020));
        QTest::keyClick(&view(), Qt::Key_Left);
        QCOMPARE(selection().current(), std::optional(slotOf(Plan2017)));
        QTest::keyClick(&view(), Qt::Key_Right);
        QCOMPARE(selection().current(), std::optional(slotOf(Plan2020)));
        // Its card comes by itself; the window zooms to it and back.
        QTRY_VERIFY(window().findChild<TimelineCard *>()->isVisible());
        QTest::keyClick(&view(), Qt::Key_Z);
        QTRY_VERIFY(view().scale().lastDay() < day(2024));
        QTest::keyClick(&view(), Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(view().scale().lastDay() > day(2025));
        // The day by steps.
        const Day asOf = records().asOf();
        QTest::keyClick(&view(), Qt::Key_BracketRight, Qt::ControlModifier);
        QTRY_COMPARE(records().asOf(), asOf + 1);
        // Filter to the window, and clear the box.
        QTest::keyClick(&view(), Qt::Key_Z);
        QTRY_VERIFY(view().scale().lastDay() < day(2024));
        QTest::keyClick(&view(), Qt::Key_F);
        QTRY_VERIFY(search().text().contains(u"active:"_s));
        search().clear();
        QTRY_COMPARE(records().rowCount(), 38);
        // A later end, and back.
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_0, Qt::ControlModifier);
        selection().select(slotOf(Plan2017));
        const QString before = termOf(Plan2017);
        QTest::keyClick(&view(), Qt::Key_D);
        QTest::keyClick(&view(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(termOf(Plan2017) != before);
        QTest::keyClick(&view(), Qt::Key_Escape);
        QTRY_VERIFY(!action(u"timeline.edit"_s)->isChecked());
        QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(termOf(Plan2017), before);
    }

private:
    MainWindow &window() { return m_application->window(); }
    AgreementTableModel &records() { return window().book()->model(); }
    TimelineView &view() { return window().book()->timeline(); }
    QWidget *area() { return view().viewport(); }
    Selection &selection() { return window().book()->session().selection(); }
    SearchBox &search() { return *window().findChild<SearchBox *>(); }
    QAction *action(const QString &name) { return view().findChild<QAction *>(name); }
    Slot slotOf(const QString &shortTitle)
    {
        for (const Slot slot : records().visibleSlots()) {
            if (records().store().record(slot)->shortTitle.toString() == shortTitle)
                return slot;
        }
        return Slot(-1);
    }
    const SceneRow *row(const QString &title) { return view().scene().rowOf(slotOf(title)); }
    QPoint onBar(const QString &title) { return (row(title)->bar & view().scene().frame().chart()).center().toPoint(); }
    int xOf(Day when) { return qRound(view().scene().frame().x(when + 0.5)); }
    QString termOf(const QString &title) { return records().store().record(slotOf(title))->term.text(); }
    Tone toneOfPlan() { return row(Plan2020) ? row(Plan2020)->item.tone : Tone::Unknown; }
    void fit()
    {
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_0, Qt::ControlModifier);
        QTRY_VERIFY(view().isFitted());
    }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(area(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 4; ++step) {
            const QPoint place = from + (to - from) * step / 4;
            QMouseEvent event(QEvent::MouseMove, place, area()->mapToGlobal(place), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(area(), &event);
        }
        QTest::mouseRelease(area(), Qt::LeftButton, {}, to);
    }
    /// Clicks on an arrow between the current record and that one, where nothing else is.
    bool followTo(const QString &title)
    {
        const Slot target = slotOf(title);
        const RelationRoutes routes = view().relations();
        for (int index = 0; index < routes.routes.size(); ++index) {
            const RelationRoute &route = routes.routes.at(index);
            if (route.link.to != target && route.link.from != target)
                continue;
            QList<QPointF> places{route.labelRect.center()};
            for (qsizetype i = 1; i < route.points.size(); ++i) {
                for (const double share : {0.25, 0.5, 0.75})
                    places.append(QLineF(route.points.at(i - 1), route.points.at(i)).pointAt(share));
            }
            for (const QPointF place : std::as_const(places)) {
                if (view().scene().hitTest(place.toPoint()).index >= 0 || routes.routeAt(place.toPoint()) != index)
                    continue;
                QTest::mouseClick(area(), Qt::LeftButton, {}, place.toPoint());
                return selection().current() == target;
            }
        }
        return false;
    }
    std::optional<QPointF> handleOf(const QString &title)
    {
        auto *handles = view().findChild<DateHandles *>();
        for (const DateHandles::Placed &placed : handles->placed()) {
            if (placed.slot == slotOf(title) && placed.handle.end == BarEnd::End)
                return placed.rect.center();
        }
        return {};
    }

    std::unique_ptr<Application> m_application;
};

class TstTimelineSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inTheRealWindow()
    {
        const XServer screen;
        QVERIFY2(!screen.display().isEmpty(), "Xvfb (package xvfb) is needed");
        const QTemporaryDir place;
        QProcess session;
        screen.start(session, {u"timelinesession"_s}, place.path());
        QVERIFY2(passes(session), session.readAll());
    }
};

TREATYBOOK_TEST(TimelineSession)
TREATYBOOK_TEST(TstTimelineSession)
#include "tst_timelinesession.moc"
