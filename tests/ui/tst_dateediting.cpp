#include "support/days.h"
#include "support/testregistry.h"
#include "timelinepanes.h"
#include "ui/timeline/datehandles.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

namespace {

/// A pane whose dates can be dragged, its axis in years unless it is set to other days.
class EditedPane : public PaneOfBook
{
public:
    using PaneOfBook::PaneOfBook;

    void start(Day first = Test::day(2012), Day last = Test::day(2029))
    {
        view().setScale(Scale::fitting(first, last, view().scale().width()));
        action(u"timeline.edit"_s)->trigger();
    }
    DateHandles *handles() const { return view().findChild<DateHandles *>(u"timeline.handles"_s); }
    QPoint handle(const QString &title, BarEnd end) const
    {
        for (const DateHandles::Placed &placed : handles()->placed()) {
            if (placed.slot == slotOf(title) && placed.handle.end == end)
                return placed.rect.center().toPoint();
        }
        qFatal("no handle of %s", qPrintable(title));
    }
    bool hasHandle(const QString &title, BarEnd end) const
    {
        const QList<DateHandles::Placed> placed = handles()->placed();
        return std::ranges::any_of(
            placed, [&](const DateHandles::Placed &one) { return one.slot == slotOf(title) && one.handle.end == end; });
    }
    int xOf(Day day) const { return qRound(view().scene().frame().x(day + 0.5)); }
    void dragEnd(const QString &title, BarEnd end, Day target, Qt::KeyboardModifiers modifiers = {})
    {
        const QPoint from = handle(title, end);
        drag(view().viewport(), from, {xOf(target), from.y()}, modifiers);
    }
    void pressAndMove(const QString &title, BarEnd end, Day target)
    {
        const QPoint from = handle(title, end);
        QTest::mousePress(view().viewport(), Qt::LeftButton, {}, from);
        move({xOf(target), from.y()});
    }
    void move(QPoint place)
    {
        QMouseEvent event(QEvent::MouseMove, place, view().viewport()->mapToGlobal(place), Qt::NoButton, Qt::LeftButton,
                          {});
        QApplication::sendEvent(view().viewport(), &event);
    }
    QString bubble() const { return handles()->preview() ? handles()->preview()->text : QString(); }
    QString term(const QString &title) const { return session->store().record(slotOf(title))->term.text(); }
    QString date(const QString &title) const { return session->store().record(slotOf(title))->date.text(); }
};

} // namespace

class TstDateEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOffUntilSomebodyWantsIt();
    void everyEndFromAFieldHasAHandle();
    void draggingChangesOneDateAndUndoes();
    void aYearIsShownAndNothingMoreExact();
    void daysWhereTheAxisShowsDaysOrWithAlt();
    void comingBackChangesNothing();
    void escapeCancelsAndThenLeaves();
    void stopsAtTheStart();
    void aDiamondIsMovedWhole();
    void saysWhichActStays();
    void keysMoveTheEnds();
    void failureIsToldAndTriedAgain();
    void nothingToEditInAReadOnlyBook();
    void handlesFollowScrollingAndFilters();
};

void TstDateEditing::isOffUntilSomebodyWantsIt()
{
    EditedPane pane;
    QAction *edit = pane.action(u"timeline.edit"_s);
    auto *band = pane.find<QWidget>(u"timeline.editBand"_s);
    QVERIFY(edit->isEnabled() && !edit->isChecked() && !band->isVisible() && !pane.handles()->isVisible());

    // Before that, a bar's end is a bar.
    pane.view().setScale(Scale::fitting(Test::day(2012), Test::day(2029), pane.view().scale().width()));
    const QPoint end(pane.xOf(Test::day(2019, 12, 31)),
                     pane.view().recordRect(pane.slotOf(u"Plan 2017"_s)).center().y());
    drag(pane.view().viewport(), end, end + QPoint(80, 0));
    QCOMPARE(pane.term(u"Plan 2017"_s), u"2017/2019"_s);

    QTest::keyClick(&pane.view(), Qt::Key_D);
    QVERIFY(edit->isChecked() && band->isVisible() && pane.handles()->isVisible());
    QTest::keyClick(&pane.view(), Qt::Key_D);
    QVERIFY(!edit->isChecked() && !band->isVisible() && !pane.handles()->isVisible());
    edit->trigger();
    pane.find<QAbstractButton>(u"timeline.editBand.leave"_s)->click();
    QVERIFY(!edit->isChecked() && !band->isVisible());
}

void TstDateEditing::everyEndFromAFieldHasAHandle()
{
    EditedPane pane;
    pane.start();
    QVERIFY(pane.hasHandle(u"Plan 2017"_s, BarEnd::Start) && pane.hasHandle(u"Plan 2017"_s, BarEnd::End));
    QVERIFY(!pane.hasHandle(u"Visit"_s, BarEnd::Start)); // three days are one sign here
    QVERIFY(!pane.hasHandle(u"Ties"_s, BarEnd::Start));  // out of the window
    QVERIFY(!pane.hasHandle(u"Memo"_s, BarEnd::Start));
    const QPoint end = pane.handle(u"Plan 2017"_s, BarEnd::End);
    QTest::mouseMove(pane.view().viewport(), end);
    QTRY_COMPARE(pane.view().viewport()->cursor().shape(), Qt::SizeHorCursor);
    QTest::mouseMove(pane.view().viewport(), end - QPoint(60, 0));
    QTRY_VERIFY(pane.view().viewport()->cursor().shape() != Qt::SizeHorCursor);
}

void TstDateEditing::draggingChangesOneDateAndUndoes()
{
    EditedPane pane;
    pane.start();
    pane.dragEnd(u"Plan 2017"_s, BarEnd::End, Test::day(2020, 8, 1));
    QTRY_COMPARE(pane.term(u"Plan 2017"_s), u"2017/2020"_s);
    QCOMPARE(pane.date(u"Plan 2017"_s), u"2017-03-23"_s);
    QCOMPARE(pane.session->undoText(), u"Change the end of “Plan 2017” by dragging"_s);
    QVERIFY(awaitResult(pane.session->undo()));
    QCOMPARE(pane.term(u"Plan 2017"_s), u"2017/2019"_s);

    pane.dragEnd(u"Plan 2017"_s, BarEnd::Start, Test::day(2016, 8, 1));
    QTRY_COMPARE(pane.date(u"Plan 2017"_s), u"2016"_s);
    QCOMPARE(pane.session->undoText(), u"Change the start of “Plan 2017” by dragging"_s);
    QCOMPARE(pane.term(u"Plan 2017"_s), u"2017/2019"_s);
}

void TstDateEditing::aYearIsShownAndNothingMoreExact()
{
    EditedPane pane;
    pane.start();
    pane.pressAndMove(u"Plan 2017"_s, BarEnd::End, Test::day(2021, 3, 4));
    QCOMPARE(pane.bubble(), u"Term: 2017/2021"_s);
    const QRectF bubble = pane.handles()->bubble();
    QVERIFY(pane.view().viewport()->rect().contains(bubble.toAlignedRect()));
    QVERIFY(!bubble.intersects(pane.handles()->preview()->at.bar));
    QVERIFY(!pane.handles()->grab().isNull());
    QTest::mouseRelease(pane.view().viewport(), Qt::LeftButton, {}, {pane.xOf(Test::day(2021, 3, 4)), 200});
    QTRY_COMPARE(pane.term(u"Plan 2017"_s), u"2017/2021"_s);
    QVERIFY(pane.bubble().isEmpty());
}

void TstDateEditing::daysWhereTheAxisShowsDaysOrWithAlt()
{
    EditedPane pane;
    pane.start();
    pane.dragEnd(u"Plan 2017"_s, BarEnd::End, Test::day(2018, 6, 15), Qt::AltModifier);
    QTRY_VERIFY(pane.term(u"Plan 2017"_s).startsWith(u"2017/2018-0"_s));
    QCOMPARE(pane.term(u"Plan 2017"_s).size(), u"2017/2018-06-15"_s.size());

    pane.view().setScale(Scale::fitting(Test::day(2021, 9, 10), Test::day(2021, 9, 30), pane.view().scale().width()));
    QVERIFY(pane.hasHandle(u"Visit"_s, BarEnd::Start));
    const QPoint end = pane.handle(u"Visit"_s, BarEnd::End);
    drag(pane.view().viewport(), end,
         end + QPoint(pane.xOf(Test::day(2021, 9, 23)) - pane.xOf(Test::day(2021, 9, 20)), 0));
    QTRY_COMPARE(pane.date(u"Visit"_s), u"2021-09-18/2021-09-23"_s);
}

void TstDateEditing::comingBackChangesNothing()
{
    EditedPane pane;
    pane.start();
    const QPoint from = pane.handle(u"Plan 2017"_s, BarEnd::End);
    pane.pressAndMove(u"Plan 2017"_s, BarEnd::End, Test::day(2021, 3, 4));
    pane.move(from);
    QVERIFY(pane.bubble().startsWith(u"Term: 2017/2019\n"_s));
    const QString before = pane.session->undoText();
    QTest::mouseRelease(pane.view().viewport(), Qt::LeftButton, {}, from);
    QTest::mouseClick(pane.view().viewport(), Qt::LeftButton, {}, from); // nor does a mere click
    QTest::qWait(0);
    QCOMPARE(pane.term(u"Plan 2017"_s), u"2017/2019"_s);
    QCOMPARE(pane.session->undoText(), before);
}

void TstDateEditing::escapeCancelsAndThenLeaves()
{
    EditedPane pane;
    pane.start();
    pane.pressAndMove(u"Plan 2017"_s, BarEnd::End, Test::day(2021, 3, 4));
    QVERIFY(!pane.bubble().isEmpty());
    QTest::keyClick(&pane.view(), Qt::Key_Escape);
    QVERIFY(pane.bubble().isEmpty() && pane.action(u"timeline.edit"_s)->isChecked());
    QTest::mouseRelease(pane.view().viewport(), Qt::LeftButton, {}, {pane.xOf(Test::day(2021, 3, 4)), 200});
    QTest::qWait(0);
    QCOMPARE(pane.term(u"Plan 2017"_s), u"2017/2019"_s);
    QTest::keyClick(&pane.view(), Qt::Key_Escape);
    QVERIFY(!pane.action(u"timeline.edit"_s)->isChecked());
}

void TstDateEditing::stopsAtTheStart()
{
    EditedPane pane;
    pane.start();
    pane.dragEnd(u"Plan 2020"_s, BarEnd::End, Test::day(2015));
    QTRY_COMPARE(pane.term(u"Plan 2020"_s), u"2020/2020"_s);
}

void TstDateEditing::aDiamondIsMovedWhole()
{
    EditedPane pane;
    pane.start(Test::day(1960, 11, 20), Test::day(1960, 12, 20));
    QVERIFY(pane.hasHandle(u"Ties"_s, BarEnd::Start) && !pane.hasHandle(u"Ties"_s, BarEnd::End));
    const QPoint from = pane.handle(u"Ties"_s, BarEnd::Start);
    const int step = pane.xOf(Test::day(1960, 12, 4)) - pane.xOf(Test::day(1960, 12, 2));
    drag(pane.view().viewport(), from, from + QPoint(step, 0));
    QTRY_COMPARE(pane.date(u"Ties"_s), u"1960-12-04"_s);
    QCOMPARE(pane.session->undoText(), u"Change the date of “Ties” by dragging"_s);
}

void TstDateEditing::saysWhichActStays()
{
    Agreement plan = dated(u"Plan"_s, Nature::NonBinding, u"2017-03-23"_s, u"2017/2019"_s);
    Action signature;
    signature.id = ItemId(1);
    signature.kind = ActionKind::Signature;
    signature.date = Edtf::read(u"2017-03-23"_s);
    plan.edit().actions.append(signature);
    EditedPane pane({plan});
    pane.start();
    pane.dragEnd(u"Plan"_s, BarEnd::Start, Test::day(2015, 5, 5));
    QTRY_COMPARE(pane.date(u"Plan"_s), u"2015"_s);
    QCOMPARE(pane.session->store().record(pane.slotOf(u"Plan"_s))->actions.first(), signature);
    QVERIFY(awaitResult(pane.session->undo()));
    pane.pressAndMove(u"Plan"_s, BarEnd::Start, Test::day(2015, 5, 5));
    QCOMPARE(pane.bubble(), u"Date: 2015\nThe act “Signature” keeps its date."_s);
    pane.move(pane.handle(u"Plan"_s, BarEnd::Start));
    QVERIFY(!pane.bubble().contains(u"Signature"_s)); // nothing parts
}

void TstDateEditing::keysMoveTheEnds()
{
    EditedPane pane;
    const auto press = [&](Qt::Key key, Qt::KeyboardModifier with) {
        QTest::keyClick(&pane.view(), key, with | Qt::ShiftModifier);
    };
    pane.view().setScale(Scale::fitting(Test::day(2012), Test::day(2029), pane.view().scale().width()));
    pane.session->selection().select(pane.slotOf(u"Plan 2017"_s));
    press(Qt::Key_Right, Qt::ControlModifier);
    QTest::qWait(0);
    QCOMPARE(pane.term(u"Plan 2017"_s), u"2017/2019"_s); // not yet

    pane.start();
    press(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(pane.bubble(), u"Term: 2017/2020"_s);
    QTRY_COMPARE(pane.term(u"Plan 2017"_s), u"2017/2020"_s);
    press(Qt::Key_Left, Qt::ControlModifier);
    QTRY_COMPARE(pane.term(u"Plan 2017"_s), u"2017/2019"_s);
    press(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(pane.date(u"Plan 2017"_s), u"2016"_s);
    pane.session->selection().select(pane.slotOf(u"Memo"_s));
    QVERIFY(pane.bubble().isEmpty());
    press(Qt::Key_Right, Qt::AltModifier);
    QVERIFY(pane.find<QLabel>(u"timeline.editBand.keys"_s)->text().startsWith(u"No date of its own"_s));
}

void TstDateEditing::failureIsToldAndTriedAgain()
{
    const auto behaviour = std::make_shared<FakeRepository::Behaviour>();
    const auto store = std::make_shared<FakeStore>();
    const Agreement plan = dated(u"Plan"_s, Nature::NonBinding, u"2017"_s, u"2017/2019"_s);
    store->records.insert(plan.id(), StoredRecord{plan, 1});
    const auto session = fakeSession(store, behaviour);
    AgreementTableModel model(*session);
    model.setAsOf(Test::day(2021));
    TimelinePane other(model);
    other.resize(1000, 400);
    other.show();
    QVERIFY(QTest::qWaitForWindowExposed(&other));
    std::function<void()> again;
    QObject::connect(&other, &TimelinePane::failed, &other,
                     [&](const Error &, const std::function<void()> &retry) { again = retry; });
    other.timeline().setScale(Scale::fitting(Test::day(2012), Test::day(2029), other.timeline().scale().width()));
    other.timeline().findChild<QAction *>(u"timeline.edit"_s)->trigger();
    session->selection().select(0);
    behaviour->failures.append({FakeRepository::Call::Commit, ErrorKind::Busy});
    QTest::keyClick(&other.timeline(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(again);
    QCOMPARE(session->store().record(0)->term.text(), u"2017/2019"_s);
    QVERIFY(!other.timeline().findChild<DateHandles *>()->preview());
    again();
    QTRY_COMPARE(session->store().record(0)->term.text(), u"2017/2020"_s);
}

void TstDateEditing::nothingToEditInAReadOnlyBook()
{
    const auto behaviour = std::make_shared<FakeRepository::Behaviour>();
    behaviour->capabilities.readOnly = true;
    const auto session = fakeSession(std::make_shared<FakeStore>(), behaviour);
    AgreementTableModel model(*session);
    const TimelinePane pane(model);
    QVERIFY(!pane.timeline().findChild<QAction *>(u"timeline.edit"_s)->isEnabled());

    Session unread(
        std::make_unique<FakeRepository>(std::make_shared<FakeStore>(), std::make_shared<FakeRepository::Behaviour>()));
    AgreementTableModel loading(unread);
    const TimelinePane soon(loading);
    const auto *edit = soon.timeline().findChild<QAction *>(u"timeline.edit"_s);
    QVERIFY(!edit->isEnabled());
    unread.load();
    QTRY_VERIFY(edit->isEnabled());
}

void TstDateEditing::handlesFollowScrollingAndFilters()
{
    EditedPane pane;
    pane.start();
    const QPoint before = pane.handle(u"Plan 2017"_s, BarEnd::End);
    pane.view().pan(40);
    QCOMPARE(pane.handle(u"Plan 2017"_s, BarEnd::End), before - QPoint(40, 0));
    pane.model->setQuery(Query::parse(u"2014"_s));
    QTRY_VERIFY(!pane.hasHandle(u"Plan 2017"_s, BarEnd::End));
    QVERIFY(pane.hasHandle(u"Plan 2014"_s, BarEnd::End));
    TimelineChoices density = pane.view().choices();
    density.encoding = Encoding::Density;
    pane.view().setChoices(density);
    QVERIFY(pane.handles()->placed().isEmpty());
}

TREATYBOOK_TEST(TstDateEditing)
#include "tst_dateediting.moc"
