#include "support/days.h"
#include "support/fakerepository.h"
#include "support/testregistry.h"
#include "ui/timeline/timelinecard.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Treatybook;
using namespace Qt::StringLiterals;

/// The view as a person uses it, on a book of plans, a visit, an old event and an undated record.
class TstTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensFittedToTheInstruments();
    void everyVisibleRowHasItsPlace();
    void clickSelects();
    void controlAndShiftClicks();
    void selectionOfOthersIsFollowed();
    void arrowsMoveTheCurrentRecord();
    void enterActivates();
    void wheelZoomsAboutThePointer();
    void thePictureGlides();
    void shiftWheelPans();
    void altWheelScrolls();
    void dragPans();
    void doubleClickFitsTheBar();
    void doubleClickOnTitleActivates();
    void keysZoomAndPan();
    void actionsHaveNamesAndKeys();
    void asOfChangesColours();
    void asOfPillIsDragged();
    void windowIsKeptUnlessNothingWouldBeSeen();
    void hoverShowsTheCardBeside();
    void cardShowsPlainText();
    void escapeHidesTheCard();
    void emptyBookSaysSo();
    void paintsAtAnySize();

private:
    Slot slotOf(const QString &shortTitle) const;
    void inRows();
    QPoint centre(const QString &shortTitle) const { return m_view->recordRect(slotOf(shortTitle)).center(); }
    void wheel(QPointF position, int delta, Qt::KeyboardModifiers modifiers = {});
    void filter(const QString &text);
    Selection &selection() { return m_session->selection(); }
    QSet<Slot> slotsOf(const QStringList &titles) const;

    std::unique_ptr<Session> m_session;
    std::unique_ptr<AgreementTableModel> m_model;
    std::unique_ptr<TimelineView> m_view;
};

namespace {

const auto Plan2014 = u"Defence plan 2014–2016"_s;
const auto Plan2017 = u"Defence plan 2017–2019"_s;
const auto Plan2020 = u"Defence plan 2020–2022"_s;
const auto Visit = u"Visit 2021"_s;
const auto OldTies = u"Ties 1960"_s;
const auto Undated = u"Undated memo"_s;

Agreement record(const QString &title, Nature nature, const QString &date, const QString &term = {})
{
    Agreement agreement(QUuid::createUuid());
    agreement.edit().title = u"<b>Long</b> title of "_s + title;
    agreement.edit().shortTitle = title;
    agreement.edit().nature = nature;
    agreement.edit().date = Edtf::read(date);
    agreement.edit().term = Edtf::read(term);
    return agreement;
}

QList<Agreement> plans()
{
    return {record(Plan2014, Nature::NonBinding, u"2014"_s, u"2014/2016"_s),
            record(Plan2017, Nature::NonBinding, u"2017-03-23"_s, u"2017/2019"_s),
            record(Plan2020, Nature::NonBinding, u"2021-09-20"_s, u"2020/2022"_s),
            record(Visit, Nature::Event, u"2021-09-18/2021-09-20"_s),
            record(OldTies, Nature::Event, u"1960-12-02"_s),
            record(Undated, Nature::Treaty, QString())};
}

} // namespace

void TstTimelineView::init()
{
    auto store = std::make_shared<Test::FakeStore>();
    for (const Agreement &agreement : plans())
        store->records.insert(agreement.id(), StoredRecord{agreement, 1});
    auto repository =
        std::make_unique<Test::FakeRepository>(store, std::make_shared<Test::FakeRepository::Behaviour>());
    m_session = std::make_unique<Session>(std::move(repository));
    m_model = std::make_unique<AgreementTableModel>(*m_session);
    m_model->setLocale(QLocale::c());
    m_model->setSort({{Field::ShortTitle, Qt::AscendingOrder}});
    m_model->setAsOf(Test::day(2021, 10, 1));
    m_view = std::make_unique<TimelineView>(*m_model);
    m_view->setToday(Test::day(2026, 3, 1));
    m_view->resize(1000, 400);
    m_session->load();
    QTRY_VERIFY(m_session->isLoaded());
    QTRY_COMPARE(m_model->rowCount(), 6);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setFocus();
}

void TstTimelineView::cleanup()
{
    m_view.reset();
    m_model.reset();
    m_session.reset();
}

Slot TstTimelineView::slotOf(const QString &shortTitle) const
{
    for (Slot slot = 0; slot < m_session->store().slotCount(); ++slot) {
        if (m_session->store().isLive(slot) && m_session->store().record(slot)->shortTitle.toString() == shortTitle)
            return slot;
    }
    qFatal("no record %s", qPrintable(shortTitle));
}

QSet<Slot> TstTimelineView::slotsOf(const QStringList &titles) const
{
    QSet<Slot> result;
    for (const QString &title : titles)
        result.insert(slotOf(title));
    return result;
}

void TstTimelineView::wheel(QPointF position, int delta, Qt::KeyboardModifiers modifiers)
{
    QWidget *viewport = m_view->viewport();
    QWheelEvent event(position, viewport->mapToGlobal(position), {}, {0, delta}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(viewport, &event);
}

void TstTimelineView::filter(const QString &text)
{
    m_model->setQuery(Query::parse(text));
}

void TstTimelineView::opensFittedToTheInstruments()
{
    const Scale &scale = m_view->scale();
    QVERIFY(scale.firstDay() < Test::day(2014) && scale.firstDay() > Test::day(2013));
    QVERIFY(scale.lastDay() > Test::day(2023) && scale.lastDay() < Test::day(2024)); // the event of 1960 lies outside
    m_view->resize(700, 400);                                            // and stays fitted while nobody moved it
    QTRY_VERIFY(std::abs(scale.width() - m_view->scene().frame().chart().width()) < 1);
    QVERIFY(scale.firstDay() < Test::day(2014) && scale.firstDay() > Test::day(2013));
}

void TstTimelineView::everyVisibleRowHasItsPlace()
{
    QList<QRect> bands;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QRect rect = m_view->recordRect(m_model->slotAt(row));
        QVERIFY(!rect.isEmpty());
        if (row > 0)
            QVERIFY(rect.top() > bands.last().top());
        bands.append(rect);
    }
    const QRect plan = m_view->recordRect(slotOf(Plan2017));
    const double left = m_view->scene().frame().x(Test::day(2017, 3, 23)),
                 right = m_view->scene().frame().x(Test::day(2020));
    QVERIFY(plan.left() <= left && plan.right() >= right - 1);
    filter(u"visit"_s);
    QCOMPARE(m_view->recordRect(slotOf(Plan2017)), QRect());
}

void TstTimelineView::clickSelects()
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, centre(Plan2017));
    QCOMPARE(selection().current(), std::optional(slotOf(Plan2017)));
    QCOMPARE(selection().selected(), slotsOf({Plan2017}));
    // The title does as well.
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(30, centre(Plan2014).y()));
    QCOMPARE(selection().selected(), slotsOf({Plan2014}));
}

/// Also where not all have room.
void TstTimelineView::inRows()
{
    TimelineChoices choices;
    choices.encoding = Encoding::Rows;
    m_view->setChoices(choices);
}

void TstTimelineView::controlAndShiftClicks()
{
    QWidget *viewport = m_view->viewport();
    QTest::mouseClick(viewport, Qt::LeftButton, {}, centre(Plan2014));
    QTest::mouseClick(viewport, Qt::LeftButton, Qt::ControlModifier, centre(Plan2020));
    QCOMPARE(selection().selected(), slotsOf({Plan2014, Plan2020}));
    QTest::mouseClick(viewport, Qt::LeftButton, Qt::ControlModifier, centre(Plan2020));
    QCOMPARE(selection().selected(), slotsOf({Plan2014}));
    QTest::mouseClick(viewport, Qt::LeftButton, {}, centre(Plan2014));
    QTest::mouseClick(viewport, Qt::LeftButton, Qt::ShiftModifier, centre(Plan2020));
    QCOMPARE(selection().selected(), slotsOf({Plan2014, Plan2017, Plan2020}));
    QCOMPARE(selection().current(), std::optional(slotOf(Plan2020)));
}

void TstTimelineView::selectionOfOthersIsFollowed()
{
    inRows();
    m_view->resize(1000, 120); // two rows or so
    const Slot last = m_model->slotAt(m_model->rowCount() - 1);
    QTRY_VERIFY(m_view->recordRect(last).isNull());
    selection().select(last);
    QTRY_VERIFY(!m_view->recordRect(last).isNull());
    QVERIFY(m_view->viewport()->rect().contains(m_view->recordRect(last)));
}

void TstTimelineView::arrowsMoveTheCurrentRecord()
{
    selection().select(m_model->slotAt(0));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(selection().current(), std::optional(m_model->slotAt(1)));
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(selection().current(), std::optional(m_model->slotAt(0)));
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(selection().current(), std::optional(m_model->slotAt(5)));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(selection().current(), std::optional(m_model->slotAt(0)));
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    QVERIFY(m_model->rowOf(*selection().current()) > 1);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(selection().count(), 2);
}

void TstTimelineView::enterActivates()
{
    QSignalSpy spy(m_view.get(), &TimelineView::activated);
    selection().clear();
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(spy.count(), 0);
    selection().select(slotOf(Plan2020));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().first().value<Slot>(), slotOf(Plan2020));
}

void TstTimelineView::wheelZoomsAboutThePointer()
{
    const QPointF pointer(700, 200);
    const auto dayThere = [&] { return m_view->scale().dayAt(pointer.x() - m_view->scene().frame().chart().left()); };
    const double before = dayThere(), density = m_view->scale().pixelsPerDay();
    wheel(pointer, 120);
    QVERIFY(m_view->scale().pixelsPerDay() > density * 1.1);
    QVERIFY(std::abs(dayThere() - before) < 1e-3);
    wheel(pointer, -120);
    QVERIFY(std::abs(m_view->scale().pixelsPerDay() / density - 1) < 1e-6);
}

void TstTimelineView::thePictureGlides()
{
    const QPointF pointer(700, 200);
    const auto shown = [&] { return m_view->scene().frame().scale; };
    const Scale before = shown();
    ScaleGlide::setWanted(true);
    const auto off = qScopeGuard([] { ScaleGlide::setWanted(false); });
    wheel(pointer, 120);
    wheel(pointer, 120); // before the picture moved at all: both count
    QVERIFY(std::abs(m_view->scale().pixelsPerDay() / before.pixelsPerDay() - 1.25 * 1.25) < 1e-6);
    QVERIFY(shown().pixelsPerDay() < m_view->scale().pixelsPerDay());
    QTRY_COMPARE(shown(), m_view->scale());
    wheel(pointer, -120);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, QPoint(700, 390)); // takes hold of it
    QCOMPARE(shown(), m_view->scale());
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, QPoint(700, 390));
    wheel(pointer, 40); // a finger
    QCOMPARE(shown(), m_view->scale());
    m_view->fit();
    QVERIFY(shown() != m_view->scale());
    m_view->resize(900, 400);
    QTRY_COMPARE(shown(), m_view->scale());
}

void TstTimelineView::shiftWheelPans()
{
    const Scale before = m_view->scale();
    wheel({700, 200}, -120, Qt::ShiftModifier);
    QVERIFY(m_view->scale().firstDay() > before.firstDay());
    QCOMPARE(m_view->scale().pixelsPerDay(), before.pixelsPerDay());
}

void TstTimelineView::altWheelScrolls()
{
    inRows();
    m_view->resize(1000, 120);
    const Scale before = m_view->scale();
    QTRY_VERIFY(m_view->verticalScrollBar()->maximum() > 0);
    wheel({700, 80}, -120, Qt::AltModifier);
    QVERIFY(m_view->verticalScrollBar()->value() > 0);
    QCOMPARE(m_view->scale(), before);
    wheel({20, 80}, 120); // over the titles no key is needed
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
}

void TstTimelineView::dragPans()
{
    QWidget *viewport = m_view->viewport();
    const Scale before = m_view->scale();
    selection().clear();
    QTest::mousePress(viewport, Qt::LeftButton, {}, QPoint(600, 150));
    QTest::mouseMove(viewport, QPoint(560, 150));
    QTest::mouseMove(viewport, QPoint(500, 150));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, QPoint(500, 150));
    QVERIFY(std::abs(m_view->scale().firstDay() - before.dayAt(100)) < 1e-6);
    QVERIFY(!selection().current()); // a drag is no click
}

void TstTimelineView::doubleClickFitsTheBar()
{
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, centre(Plan2017));
    const Scale &scale = m_view->scale();
    QVERIFY(scale.firstDay() < Test::day(2017, 3, 23) && scale.firstDay() > Test::day(2016));
    QVERIFY(scale.lastDay() > Test::day(2019, 12, 31) && scale.lastDay() < Test::day(2021));
}

void TstTimelineView::doubleClickOnTitleActivates()
{
    QSignalSpy spy(m_view.get(), &TimelineView::activated);
    const Scale before = m_view->scale();
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(30, centre(Plan2017).y()));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(m_view->scale(), before);
}

void TstTimelineView::keysZoomAndPan()
{
    const Scale before = m_view->scale();
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QVERIFY(m_view->scale().firstDay() > before.firstDay());
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QVERIFY(std::abs(m_view->scale().firstDay() - before.firstDay()) < 1e-6);
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QVERIFY(m_view->scale().pixelsPerDay() > before.pixelsPerDay());
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QVERIFY(std::abs(m_view->scale().pixelsPerDay() / before.pixelsPerDay() - 1) < 1e-9);
    QTest::keyClick(m_view.get(), Qt::Key_T);
    const Scale &scale = m_view->scale();
    QVERIFY(std::abs((scale.firstDay() + scale.lastDay()) / 2 - Test::day(2026, 3, 1)) < 2);
    QTest::keyClick(m_view.get(), Qt::Key_0, Qt::ControlModifier);
    QVERIFY(std::abs(scale.firstDay() - before.firstDay()) < 1e-6);
}

void TstTimelineView::actionsHaveNamesAndKeys()
{
    QStringList names;
    for (const QAction *action : m_view->actions()) {
        names.append(action->objectName());
        QVERIFY(!action->text().isEmpty() && !action->toolTip().isEmpty() && !action->shortcut().isEmpty());
    }
    QCOMPARE(names, (QStringList{u"timeline.zoomIn"_s, u"timeline.zoomOut"_s, u"timeline.fit"_s, u"timeline.today"_s}));
}

void TstTimelineView::asOfChangesColours()
{
    const auto tone = [&](const QString &title) { return m_view->scene().rowOf(slotOf(title))->item.tone; };
    QCOMPARE(tone(Plan2020), Tone::InForce);
    QCOMPARE(tone(Plan2014), Tone::Over);
    m_model->setAsOf(Test::day(2015, 6, 1));
    QCOMPARE(tone(Plan2014), Tone::InForce);
    QCOMPARE(tone(Plan2020), Tone::Pending);
}

void TstTimelineView::asOfPillIsDragged()
{
    connect(m_view.get(), &TimelineView::asOfRequested, m_model.get(), &AgreementTableModel::setAsOf);
    QWidget *viewport = m_view->viewport();
    const QPoint start = m_view->asOfRect().center();
    const auto target = qRound(m_view->scene().frame().x(Test::day(2016, 6, 1) + 0.5));
    QTest::mousePress(viewport, Qt::LeftButton, {}, start);
    QTest::mouseMove(viewport, {(start.x() + target) / 2, start.y()});
    QTest::mouseMove(viewport, {target, start.y()});
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, {target, start.y()});
    QVERIFY(std::abs(m_model->asOf() - Test::day(2016, 6, 1)) <= 1 / m_view->scale().pixelsPerDay());
    QVERIFY(m_view->asOfRect().contains({target, start.y()}));
}

void TstTimelineView::windowIsKeptUnlessNothingWouldBeSeen()
{
    const Scale before = m_view->scale();
    filter(u"2017"_s);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_view->scale(), before);
    filter(u"ties"_s);
    QCOMPARE(m_model->rowCount(), 1);
    QVERIFY(m_view->scale().firstDay() < Test::day(1960, 12, 2) && m_view->scale().lastDay() > Test::day(1960, 12, 2));
    const Scale there = m_view->scale();
    filter(u"undated"_s); // nothing of it can be seen anywhere
    QCOMPARE(m_view->scale(), there);
}

void TstTimelineView::hoverShowsTheCardBeside()
{
    auto *card = m_view->findChild<TimelineCard *>(u"timeline.card"_s);
    QVERIFY(card && !card->isVisible());
    QTest::mouseMove(m_view->viewport(), QPoint(600, 380));
    QTest::mouseMove(m_view->viewport(), centre(Plan2017));
    QTRY_VERIFY(card->isVisible());
    const QRect described = m_view->recordRect(slotOf(Plan2017));
    const QRect onScreen(m_view->viewport()->mapToGlobal(described.topLeft()), described.size());
    QVERIFY(!card->frameGeometry().intersects(onScreen));
    QTest::mouseMove(m_view->viewport(), QPoint(600, 380));
    QTRY_VERIFY(!card->isVisible());
}

void TstTimelineView::cardShowsPlainText()
{
    auto *card = m_view->findChild<TimelineCard *>(u"timeline.card"_s);
    selection().select(m_model->slotAt(0));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTRY_VERIFY(card->isVisible()); // for the keyboard too
    QStringList texts;
    for (const QLabel *label : card->findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        texts.append(label->text());
    }
    QVERIFY2(texts.contains(u"<b>Long</b> title of "_s + Plan2017), qPrintable(texts.join(u'\n')));
    QVERIFY(texts.contains(u"23 March 2017"_s));
    QVERIFY2(texts.filter(u"term 2017"_s).size() == 1, qPrintable(texts.join(u'\n')));
}

void TstTimelineView::escapeHidesTheCard()
{
    auto *card = m_view->findChild<TimelineCard *>(u"timeline.card"_s);
    selection().select(m_model->slotAt(0));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTRY_VERIFY(card->isVisible());
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!card->isVisible());
}

void TstTimelineView::emptyBookSaysSo()
{
    const auto inked = [&] {
        const QImage image = m_view->viewport()->grab().toImage();
        const QRgb ground = image.pixel(image.width() / 2, image.height() - 2);
        int pixels = 0;
        for (int y = 150; y < 300; ++y) {
            for (int x = 300; x < 700; ++x)
                pixels += image.pixel(x, y) != ground;
        }
        return pixels;
    };
    filter(u"nothingofthekind"_s);
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(inked() > 100);
}

void TstTimelineView::paintsAtAnySize()
{
    for (const QSize &size : {QSize(1, 1), QSize(8000, 200), QSize(240, 4000), QSize(900, 20)}) {
        m_view->resize(size);
        QVERIFY(!m_view->grab().isNull());
        m_view->zoom(1e9);
        QVERIFY(!m_view->grab().isNull());
        m_view->zoom(1e-9);
        QVERIFY(!m_view->grab().isNull());
        m_view->fit();
    }
}

TREATYBOOK_TEST(TstTimelineView)
#include "tst_timelineview.moc"
