#include "ui/timeline/windowcommands.h"

#include "support/testregistry.h"
#include "ui/timeline/timelineoverview.h"
#include "ui/timelinepanes.h"

#include <cmath>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// Back and forward, and the as-of line by keyboard.
class TstWindowCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_book = std::make_unique<PaneOfBook>();
        m_now = 0;
        m_book->pane->windows().setClock([this] { return m_now; });
        m_back = m_book->action(u"timeline.back"_s);
        m_forward = m_book->action(u"timeline.forward"_s);
    }
    void cleanup() { m_book.reset(); }

    void opensWithoutPast()
    {
        QVERIFY(!m_back->isEnabled() && !m_forward->isEnabled());
        m_book->pane->resize(800, 400); // what is fitted stays so
        QVERIFY(!m_back->isEnabled());
        QVERIFY(!m_back->text().isEmpty() && !m_back->toolTip().isEmpty());
    }

    void goesBackAndForwardByKeys()
    {
        TimelineView &view = m_book->view();
        const Scale fitted = view.scale();
        for (int turn = 0; turn < 5; ++turn)
            turnWheel(view.viewport(), {600, 200}, 120);
        const Scale near = view.scale();
        QVERIFY(m_back->isEnabled() && !m_forward->isEnabled());
        view.fitRecord(m_book->slotOf(u"Plan 2017"_s));
        const Scale plan = view.scale();
        QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier);
        QVERIFY(isSame(view.scale(), near));
        QVERIFY(m_forward->isEnabled());
        QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier);
        QVERIFY(isSame(view.scale(), fitted)); // the turns of the wheel were one step
        QVERIFY(!m_back->isEnabled());
        QTest::keyClick(&view, Qt::Key_Right, Qt::AltModifier);
        QTest::keyClick(&view, Qt::Key_Right, Qt::AltModifier);
        QVERIFY(isSame(view.scale(), plan));
        QVERIFY(!m_forward->isEnabled());
    }

    void aRestEndsTheGesture()
    {
        TimelineView &view = m_book->view();
        turnWheel(view.viewport(), {600, 200}, 120);
        const Scale first = view.scale();
        m_now += WindowHistory::Gesture + 1;
        turnWheel(view.viewport(), {600, 200}, 120);
        m_back->trigger();
        QVERIFY(isSame(view.scale(), first));
    }

    void aFilterThatMovesTheWindowIsAStep()
    {
        TimelineView &view = m_book->view();
        const Scale fitted = view.scale();
        m_book->model->setQuery(Query::parse(u"ties"_s));
        QVERIFY(!isSame(view.scale(), fitted));
        QVERIFY(m_back->isEnabled());
        m_back->trigger();
        QVERIFY(isSame(view.scale(), fitted));
    }

    void keysHoldInTheOverview()
    {
        m_book->view().zoom(2);
        m_book->pane->overview().setFocus();
        QTest::keyClick(&m_book->pane->overview(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(!m_back->isEnabled() && m_forward->isEnabled());
    }

    void keysMoveTheAsOfDay()
    {
        TimelineView &view = m_book->view();
        connect(&view, &TimelineView::asOfRequested, m_book->model.get(), &AgreementTableModel::setAsOf);
        view.setScale(Scale(dayNumber(2013, 1, 1), 0.15, view.scale().width()));
        QCOMPARE(view.scene().axis().minorUnit, TickUnit::Years);
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(&view, key, modifiers);
            return m_book->model->asOf();
        };
        QCOMPARE(press(Qt::Key_BracketLeft), dayNumber(2021, 1, 1)); // from October
        QCOMPARE(press(Qt::Key_BracketLeft), dayNumber(2020, 1, 1));
        QCOMPARE(press(Qt::Key_BracketRight), dayNumber(2021, 1, 1));
        QCOMPARE(press(Qt::Key_BracketLeft, Qt::ControlModifier), dayNumber(2020, 12, 31));
        QCOMPARE(press(Qt::Key_BracketRight, Qt::ControlModifier), dayNumber(2021, 1, 1));
        m_book->model->setAsOf(dayNumber(1990, 1, 1)); // out of sight: the window goes there
        QCOMPARE(press(Qt::Key_BracketRight), dayNumber(1991, 1, 1));
        QVERIFY(!view.asOfRect().isNull());
    }

private:
    static bool isSame(const Scale &a, const Scale &b)
    {
        return std::abs(a.firstDay() - b.firstDay()) < 1e-3 && std::abs(a.lastDay() - b.lastDay()) < 1e-3;
    }

    std::unique_ptr<PaneOfBook> m_book;
    qint64 m_now = 0;
    QAction *m_back = nullptr, *m_forward = nullptr;
};

TREATYBOOK_TEST(TstWindowCommands)
#include "tst_windowcommands.moc"
