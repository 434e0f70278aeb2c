#include "ui/timeline/timelineoverview.h"

#include "support/testregistry.h"
#include "ui/timelinepanes.h"

#include <cmath>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// The strip as a person uses it.
class TstTimelineOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_book = std::make_unique<PaneOfBook>();
        m_strip = m_book->find<TimelineOverview>(u"timeline.overview"_s);
        QVERIFY(m_strip && m_strip->isVisible());
    }
    void cleanup() { m_book.reset(); }

    void showsAllAndTheWindow();
    void insideMovesTheWindow();
    void handlesZoom();
    void clickOutsideCentres();
    void wheelZooms();
    void doubleClickFits();
    void keys();
    void focusIsSeen();
    void followsTheFilter();
    void tellsWhatIsShown();
    void emptyBook();

private:
    double first() const { return m_book->view().scale().firstDay(); }
    double last() const { return m_book->view().scale().lastDay(); }
    bool isNear(double a, double b) const { return std::abs(a - b) < 2 / m_strip->overview().scale().pixelsPerDay(); }
    QPoint at(double x) const { return {qRound(x), m_strip->height() / 3}; }

    std::unique_ptr<PaneOfBook> m_book;
    TimelineOverview *m_strip = nullptr;
};

void TstTimelineOverview::showsAllAndTheWindow()
{
    const Overview &overview = m_strip->overview();
    QVERIFY(overview.extent());
    QCOMPARE(overview.extent()->earliest, dayNumber(1960, 12, 2)); // the timeline itself begins in 2013
    int count = 0;
    for (const OverviewBar &bar : overview.bars())
        count += bar.count();
    QCOMPARE(count, 5);
    const OverviewFrame frame = m_strip->frame();
    QVERIFY(isNear(overview.scale().dayAt(frame.left), first()));
    QVERIFY(isNear(overview.scale().dayAt(frame.right), last()));
}

void TstTimelineOverview::insideMovesTheWindow()
{
    const double before = first(), length = last() - first();
    const OverviewFrame frame = m_strip->frame();
    const double middle = (frame.left + frame.right) / 2;
    drag(m_strip, at(middle), at(middle - 200));
    QVERIFY(isNear(first(), before - 200 / m_strip->overview().scale().pixelsPerDay()));
    QVERIFY(std::abs(last() - first() - length) < 1e-3);
    QVERIFY(std::abs(m_strip->frame().left - (frame.left - 200)) < 2);
}

void TstTimelineOverview::handlesZoom()
{
    const double firstBefore = first(), lastBefore = last();
    OverviewFrame frame = m_strip->frame();
    drag(m_strip, at(frame.left), at(frame.left - 150));
    QVERIFY(std::abs(m_strip->frame().left - (frame.left - 150)) < 2);
    QVERIFY(first() < firstBefore && isNear(last(), lastBefore));
    const double firstNow = first();
    frame = m_strip->frame();
    drag(m_strip, at(frame.right), at(frame.right - 60));
    QVERIFY(std::abs(m_strip->frame().right - (frame.right - 60)) < 2);
    QVERIFY(isNear(first(), firstNow));
    frame = m_strip->frame();
    drag(m_strip, at(frame.right), at(0)); // never past each other
    QVERIFY(isNear(first(), firstNow));
    QVERIFY(last() > first());
}

void TstTimelineOverview::clickOutsideCentres()
{
    const double length = last() - first();
    QTest::mouseClick(m_strip, Qt::LeftButton, {}, at(120));
    QVERIFY(isNear((first() + last()) / 2, m_strip->overview().scale().dayAt(120)));
    QVERIFY(std::abs(last() - first() - length) < 1e-3);
}

void TstTimelineOverview::wheelZooms()
{
    const double length = last() - first();
    const OverviewFrame frame = m_strip->frame();
    const double x = frame.left + (frame.right - frame.left) / 4;
    const double day = m_strip->overview().scale().dayAt(x);
    const double place = m_book->view().scale().x(day);
    turnWheel(m_strip, {x, 10}, 120);
    QVERIFY(std::abs((last() - first()) * 1.25 - length) < 1e-3);
    QVERIFY(std::abs(m_book->view().scale().x(day) - place) < 1e-3); // about the pointer
    const double middle = (first() + last()) / 2;
    turnWheel(m_strip, {20, 10}, -120); // far from the window: about its middle
    QVERIFY(std::abs((first() + last()) / 2 - middle) < 1e-3);
    QVERIFY(std::abs(last() - first() - length) < 1e-3);
}

void TstTimelineOverview::doubleClickFits()
{
    const Scale fitted = m_book->view().scale();
    m_book->view().zoom(0.2);
    QTest::mouseDClick(m_strip, Qt::LeftButton, {}, at(500));
    QCOMPARE(m_book->view().scale(), fitted);
    QVERIFY(m_book->view().isFitted());
}

void TstTimelineOverview::keys()
{
    m_strip->setFocus();
    const double length = last() - first(), firstBefore = first(), lastBefore = last();
    QTest::keyClick(m_strip, Qt::Key_Left);
    QVERIFY(std::abs(firstBefore - first() - 0.15 * length) < 1e-3);
    QTest::keyClick(m_strip, Qt::Key_Right);
    QVERIFY(std::abs(firstBefore - first()) < 1e-3);
    QTest::keyClick(m_strip, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(std::abs(last() - lastBefore - 0.15 * length) < 1e-3);
    QVERIFY(std::abs(firstBefore - first()) < 1e-3);
    const double lastNow = last();
    QTest::keyClick(m_strip, Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(first() < firstBefore);
    QVERIFY(std::abs(last() - lastNow) < 1e-3);
    const double longer = last() - first();
    QTest::keyClick(m_strip, Qt::Key_Plus);
    QVERIFY(std::abs((last() - first()) * 1.5 - longer) < 1e-3);
    QTest::keyClick(m_strip, Qt::Key_Minus);
    QVERIFY(std::abs(last() - first() - longer) < 1e-3);
    QTest::keyClick(m_strip, Qt::Key_Home);
    QVERIFY(std::abs(first() - dayNumber(1960, 12, 2)) < 1e-3);
    QTest::keyClick(m_strip, Qt::Key_End);
    QVERIFY(std::abs(last() - dayNumber(2023, 1, 1)) < 1e-3);
    QVERIFY(std::abs(last() - first() - longer) < 1e-3);
}

void TstTimelineOverview::focusIsSeen()
{
    m_book->view().setFocus();
    const QImage without = m_strip->grab().toImage();
    QTest::keyClick(&m_book->view(), Qt::Key_Tab); // the tray of the memo
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(m_strip->hasFocus());
    QVERIFY(m_strip->grab().toImage() != without);
}

void TstTimelineOverview::followsTheFilter()
{
    m_book->model->setQuery(Query::parse(u"plan"_s));
    QCOMPARE(m_strip->overview().extent()->earliest, dayNumber(2014, 1, 1));
    QVERIFY(m_strip->frame().left < 60); // the window that was kept fills the strip now
    m_book->model->setQuery(Query());
    QCOMPARE(m_strip->overview().extent()->earliest, dayNumber(1960, 12, 2));
    QVERIFY(add(*m_book->session, {dated(u"Old treaty"_s, Nature::Treaty, u"1887-05-02"_s)}));
    QCOMPARE(m_strip->overview().extent()->earliest, dayNumber(1887, 5, 2));
}

void TstTimelineOverview::tellsWhatIsShown()
{
    QVERIFY(!m_strip->accessibleName().isEmpty());
    m_book->view().setScale(Scale(dayNumber(2014, 3, 1), 1, m_book->view().scale().width()));
    QTRY_VERIFY2(m_strip->accessibleDescription().contains(u"March 2014 – "_s),
                 qPrintable(m_strip->accessibleDescription()));
}

void TstTimelineOverview::emptyBook()
{
    m_book.reset();
    m_book = std::make_unique<PaneOfBook>(QList<Agreement>());
    m_strip = m_book->find<TimelineOverview>(u"timeline.overview"_s);
    QVERIFY(m_strip->isVisible() && m_strip->overview().bars().isEmpty());
    m_strip->setFocus();
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_End, Qt::Key_Left, Qt::Key_Plus})
        QTest::keyClick(m_strip, key);
    for (const QSize &size : {QSize(1, 1), QSize(8000, 200), QSize(120, 90)}) {
        m_book->pane->resize(size);
        QVERIFY(!m_book->pane->grab().isNull());
    }
}

TREATYBOOK_TEST(TstTimelineOverview)
#include "tst_timelineoverview.moc"
