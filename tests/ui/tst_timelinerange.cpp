#include "ui/timeline/timelinerange.h"

#include "support/testregistry.h"
#include "ui/timelinepanes.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QToolButton>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// Ranges marked on the axis.
class TstTimelineRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_book = std::make_unique<PaneOfBook>();
        m_viewport = m_book->view().viewport();
        m_bar = m_viewport->findChild<QWidget *>(u"timeline.rangeBar"_s);
        m_range = m_book->pane->findChild<TimelineRange *>();
        QVERIFY(m_bar && m_range && !m_bar->isVisible());
        // Years on the axis.
        m_book->view().setScale(Scale(dayNumber(2013, 1, 1), 0.15, m_book->view().scale().width()));
        QCOMPARE(m_book->view().scene().axis().minorUnit, TickUnit::Years);
    }
    void cleanup() { m_book.reset(); }

    void dragMarksWholeSteps();
    void altMarksDays();
    void barStandsAtItsPlace();
    void enterZooms();
    void escapeTakesTheMarkAway();
    void escapeInTheTimelineToo();
    void clickTakesTheMarkAway();
    void filterButtonAsks();
    void doubleClickIsStillAsOf();
    void asOfPillIsStillDragged();
    void chartIsStillPanned();
    void filtersToTheWindow();
    void zoomsToTheSelection();

private:
    QPoint axis(Day day) const { return {qRound(m_book->view().scene().frame().x(day)), 12}; }
    void mark(Day from, Day to, Qt::KeyboardModifiers modifiers = {})
    {
        drag(m_viewport, axis(from), axis(to), modifiers);
    }

    std::unique_ptr<PaneOfBook> m_book;
    QWidget *m_viewport = nullptr;
    QWidget *m_bar = nullptr;
    TimelineRange *m_range = nullptr;
};

static const DayRange Years{dayNumber(2014, 1, 1), dayNumber(2018, 12, 31)};

void TstTimelineRange::dragMarksWholeSteps()
{
    const Scale before = m_book->view().scale();
    const QImage unmarked = m_viewport->grab().toImage();
    mark(dayNumber(2014, 3, 5), dayNumber(2018, 2, 5));
    QCOMPARE(m_range->marked(), std::optional(Years));
    QVERIFY(m_bar->isVisible());
    QVERIFY(m_viewport->grab().toImage() != unmarked);
    QCOMPARE(m_book->view().scale(), before);           // nothing was panned
    mark(dayNumber(2018, 2, 5), dayNumber(2014, 3, 5)); // to the left, in place of the other
    QCOMPARE(m_range->marked(), std::optional(Years));
}

void TstTimelineRange::altMarksDays()
{
    m_book->view().setScale(Scale(dayNumber(2014, 3, 1), 4, m_book->view().scale().width()));
    mark(dayNumber(2014, 3, 5), dayNumber(2014, 5, 9), Qt::AltModifier);
    QVERIFY(m_range->marked());
    QVERIFY(std::abs(m_range->marked()->earliest - dayNumber(2014, 3, 5)) <= 1);
    QVERIFY(std::abs(m_range->marked()->latest - dayNumber(2014, 5, 9)) <= 1);
}

void TstTimelineRange::barStandsAtItsPlace()
{
    mark(dayNumber(2014, 3, 5), dayNumber(2018, 2, 5));
    const auto middle = [&] { return m_book->view().scene().frame().x((Years.earliest + Years.latest) / 2.0); };
    QVERIFY(std::abs(m_bar->geometry().center().x() - middle()) < 3);
    QVERIFY(m_bar->y() > m_book->view().scene().frame().chart().top());
    m_book->view().pan(20);
    QVERIFY(std::abs(m_bar->geometry().center().x() - middle()) < 3);
    m_book->view().pan(1e6); // out of sight: the bar waits at the edge
    QVERIFY(m_viewport->rect().contains(m_bar->geometry()));
    m_book->pane->resize(700, 300);
    QVERIFY(m_viewport->rect().contains(m_bar->geometry()));
}

void TstTimelineRange::enterZooms()
{
    mark(dayNumber(2014, 3, 5), dayNumber(2018, 2, 5));
    QVERIFY(m_bar->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    const Scale &window = m_book->view().scale();
    QVERIFY(window.firstDay() < Years.earliest && window.firstDay() > dayNumber(2013, 9, 1));
    QVERIFY(window.lastDay() > Years.latest && window.lastDay() < dayNumber(2019, 5, 1));
    QVERIFY(!m_range->marked() && !m_bar->isVisible());
    QVERIFY(m_book->view().hasFocus());
}

void TstTimelineRange::escapeTakesTheMarkAway()
{
    mark(dayNumber(2014, 3, 5), dayNumber(2018, 2, 5));
    const Scale before = m_book->view().scale();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_range->marked() && !m_bar->isVisible());
    QVERIFY(m_book->view().hasFocus());
    QCOMPARE(m_book->view().scale(), before);
    mark(dayNumber(2014, 3, 5), dayNumber(2018, 2, 5));
    QTest::mouseClick(m_bar->findChild<QToolButton *>(u"timeline.rangeBar.leave"_s), Qt::LeftButton);
    QVERIFY(!m_range->marked());
}

/// It comes before the command of the window that clears the search.
void TstTimelineRange::escapeInTheTimelineToo()
{
    QAction clear;
    clear.setShortcut(Qt::Key_Escape);
    QSignalSpy cleared(&clear, &QAction::triggered);
    m_book->pane->addAction(&clear);
    mark(dayNumber(2014, 3, 5), dayNumber(2018, 2, 5));
    m_book->view().setFocus();
    QTest::keyClick(&m_book->view(), Qt::Key_Escape);
    QVERIFY(!m_range->marked());
    QCOMPARE(cleared.count(), 0);
    QTest::keyClick(&m_book->view(), Qt::Key_Escape);
    QCOMPARE(cleared.count(), 1);
    mark(dayNumber(2014, 3, 5), dayNumber(2018, 2, 5));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_range->marked());
    QCOMPARE(cleared.count(), 1);
}

void TstTimelineRange::clickTakesTheMarkAway()
{
    mark(dayNumber(2014, 3, 5), dayNumber(2018, 2, 5));
    QTest::mouseClick(m_viewport, Qt::LeftButton, {}, axis(dayNumber(2020, 1, 1)));
    QVERIFY(!m_range->marked() && !m_bar->isVisible());
}

void TstTimelineRange::filterButtonAsks()
{
    QSignalSpy asked(m_book->pane.get(), &TimelinePane::filterRequested);
    mark(dayNumber(2014, 3, 5), dayNumber(2018, 2, 5));
    QTest::mouseClick(m_bar->findChild<QToolButton *>(u"timeline.rangeBar.filter"_s), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).value<DayRange>(), Years);
    QCOMPARE(asked.first().at(1).toBool(), false);
    QVERIFY(!m_range->marked()); // the chip tells it from now on
    mark(dayNumber(2014, 3, 5), dayNumber(2018, 2, 5));
    auto *how = m_bar->findChild<QComboBox *>(u"timeline.rangeBar.how"_s);
    how->setFocus();
    QTest::keyClick(how, Qt::Key_Down);
    auto *filter = m_bar->findChild<QToolButton *>(u"timeline.rangeBar.filter"_s);
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(asked.count(), 2);
    QCOMPARE(asked.last().at(1).toBool(), true);
}

void TstTimelineRange::doubleClickIsStillAsOf()
{
    QSignalSpy asked(&m_book->view(), &TimelineView::asOfRequested);
    const QPoint place = axis(dayNumber(2016, 6, 1));
    QTest::mouseClick(m_viewport, Qt::LeftButton, {}, place);
    QTest::mouseDClick(m_viewport, Qt::LeftButton, {}, place);
    QCOMPARE(asked.count(), 1);
    QVERIFY(!m_range->marked());
}

void TstTimelineRange::asOfPillIsStillDragged()
{
    QSignalSpy asked(&m_book->view(), &TimelineView::asOfRequested);
    const QPoint pill = m_book->view().asOfRect().center();
    drag(m_viewport, pill, pill - QPoint(100, 0));
    QVERIFY(asked.count() > 0);
    QVERIFY(!m_range->marked());
}

void TstTimelineRange::chartIsStillPanned()
{
    const double before = m_book->view().scale().firstDay();
    drag(m_viewport, {600, 200}, {500, 200});
    QVERIFY(m_book->view().scale().firstDay() > before);
    QVERIFY(!m_range->marked());
}

void TstTimelineRange::filtersToTheWindow()
{
    QSignalSpy asked(m_book->pane.get(), &TimelinePane::filterRequested);
    m_book->view().setScale(Scale::fitting(Years.earliest, Years.latest, m_book->view().scale().width(), 0));
    QTest::keyClick(&m_book->view(), Qt::Key_F);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).value<DayRange>(), Years);
    m_book->view().zoom(1e-9);
    m_book->action(u"timeline.filterToWindow"_s)->trigger();
    QCOMPARE(asked.last().at(0).value<DayRange>(), (DayRange{MinDay, MaxDay}));
}

void TstTimelineRange::zoomsToTheSelection()
{
    Selection &selection = m_book->session->selection();
    selection.clear();
    QAction *zoom = m_book->action(u"timeline.zoomToSelection"_s);
    QVERIFY(!zoom->isEnabled());
    selection.set({m_book->slotOf(u"Plan 2014"_s), m_book->slotOf(u"Plan 2017"_s), m_book->slotOf(u"Memo"_s)},
                  m_book->slotOf(u"Memo"_s));
    QVERIFY(zoom->isEnabled());
    QTest::keyClick(&m_book->view(), Qt::Key_Z);
    const Scale &window = m_book->view().scale();
    QVERIFY(window.firstDay() < dayNumber(2014, 1, 1) && window.firstDay() > dayNumber(2013, 6, 1));
    QVERIFY(window.lastDay() > dayNumber(2019, 12, 31) && window.lastDay() < dayNumber(2020, 8, 1));
    const Scale before = window;
    selection.select(m_book->slotOf(u"Memo"_s)); // it has no days
    zoom->trigger();
    QCOMPARE(m_book->view().scale(), before);
}

TREATYBOOK_TEST(TstTimelineRange)
#include "tst_timelinerange.moc"
