#include "support/booksession.h"
#include "support/fakerepository.h"
#include "support/testregistry.h"
#include "ui/timeline/legendpopup.h"
#include "ui/timeline/timelinemodes.h"
#include "ui/timeline/timelineview.h"
#include "ui/widgets/choicebox.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QHelpEvent>
#include <QPointer>
#include <QScrollBar>
#include <QTest>
#include <QToolTip>

using namespace Treatybook;
using namespace Qt::StringLiterals;

/// Groups, lanes, densities, arrows and pills, as a person uses them.
class TstTimelineModes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void lanesHaveGroupsWithTheirCounts();
    void everyGroupingStandsInTheBox();
    void successorsShareALine();
    void arrowKeysFollowTheLines();
    void arrowKeysLeaveAFoldedGroup();
    void groupsFoldByClickAndByKey();
    void groupsHideAndComeBack();
    void whatHasNoRoomIsCounted();
    void whatGoesOnFromBeforeIsCounted();
    void densityCountsBeginnings();
    void coloursTellWhatWasChosen();
    void arrowsAreFollowedWithAClick();
    void allRelations();
    void pillBringsTheCurrentRecordBack();
    void legendExplainsAndGoes();
    void sameLineKeepsItsPlaceWhileZooming();

private:
    void choose(Encoding encoding, GroupBy by = GroupBy::MainSubject);
    void trigger(const QString &name);
    Slot slotOf(const QString &shortTitle) const;
    const SceneRow *row(const QString &shortTitle) const { return m_view->scene().rowOf(slotOf(shortTitle)); }
    const SceneGroup *group(const QString &label) const;
    void click(QPointF place) { QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, place.toPoint()); }
    Selection &selection() { return m_session->selection(); }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<AgreementTableModel> m_model;
    std::unique_ptr<TimelineView> m_view;
    TimelineModes *m_modes = nullptr;
};

namespace {

const auto Frame2011 = u"Defence agreement"_s, Plan2014 = u"Defence plan 2014–2016"_s,
           Plan2017 = u"Defence plan 2017–2019"_s, Plan2020 = u"Defence plan 2020–2022"_s, Health = u"Health 2004"_s,
           Visit = u"Visit 2021"_s;
constexpr int Letters = 60; ///< exchanged on one day

Agreement record(const QString &title, Nature nature, const QString &subject, const QString &date,
                 const QString &term = {})
{
    Agreement agreement(QUuid::createUuid());
    agreement.edit().title = title + u" between two States"_s;
    agreement.edit().shortTitle = title;
    agreement.edit().nature = nature;
    agreement.edit().subjects = {subject};
    agreement.edit().date = Edtf::read(date);
    agreement.edit().term = Edtf::read(term);
    return agreement;
}

void relate(Agreement &from, RelationKind kind, const Agreement &to)
{
    Relation relation;
    relation.id = newItemId();
    relation.kind = kind;
    relation.other = to.id();
    from.editExtras().relations.append(relation);
}

QList<Agreement> book()
{
    const Agreement frame = record(Frame2011, Nature::Treaty, u"defence"_s, u"2011-06-01"_s);
    Agreement first = record(Plan2014, Nature::NonBinding, u"defence"_s, u"2014"_s, u"2014/2016"_s);
    Agreement second = record(Plan2017, Nature::NonBinding, u"defence"_s, u"2017-03-23"_s, u"2017/2019"_s);
    Agreement third = record(Plan2020, Nature::NonBinding, u"defence"_s, u"2021-09-20"_s, u"2020/2022"_s);
    relate(first, RelationKind::Implements, frame);
    relate(second, RelationKind::Succeeds, first);
    relate(third, RelationKind::Succeeds, second);
    QList<Agreement> records{frame,
                             first,
                             second,
                             third,
                             record(Health, Nature::Undetermined, u"health"_s, u"2004"_s),
                             record(Visit, Nature::Event, u"diplomatic-relations"_s, u"2021-09-18/2021-09-20"_s)};
    for (int i = 0; i < Letters; ++i)
        records.append(record(u"Letter %1"_s.arg(i), Nature::Unilateral, u"trade"_s,
                              u"1995-05-%1"_s.arg(1 + i % 9, 2, 10, QChar(u'0'))));
    return records;
}

} // namespace

void TstTimelineModes::init()
{
    auto store = std::make_shared<Test::FakeStore>();
    for (const Agreement &agreement : book())
        store->records.insert(agreement.id(), StoredRecord{agreement, 1});
    m_session = std::make_unique<Session>(
        std::make_unique<Test::FakeRepository>(store, std::make_shared<Test::FakeRepository::Behaviour>()));
    m_model = std::make_unique<AgreementTableModel>(*m_session);
    m_model->setLocale(QLocale::c());
    m_model->setAsOf(dayNumber(2021, 10, 1));
    m_view = std::make_unique<TimelineView>(*m_model);
    m_view->setToday(dayNumber(2024, 1, 1));
    m_modes = new TimelineModes(*m_view);
    m_view->resize(1400, 1500); // all lines of all groups
    m_view->show();
    m_session->load();
    QTRY_VERIFY(m_session->isLoaded());
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setScale(Scale::fitting(dayNumber(2003, 1, 1), dayNumber(2025, 1, 1), m_view->scale().width()));
}

void TstTimelineModes::cleanup()
{
    m_view.reset();
    m_model.reset();
    m_session.reset();
}

void TstTimelineModes::choose(Encoding encoding, GroupBy by)
{
    TimelineChoices choices;
    choices.encoding = encoding;
    choices.groupBy = by;
    m_view->setChoices(choices);
}

void TstTimelineModes::trigger(const QString &name)
{
    auto *action = m_modes->findChild<QAction *>(name);
    QVERIFY2(action, qPrintable(name));
    action->trigger();
}

Slot TstTimelineModes::slotOf(const QString &shortTitle) const
{
    for (const Slot slot : m_model->visibleSlots()) {
        if (m_model->store().record(slot)->shortTitle.toString() == shortTitle)
            return slot;
    }
    return Slot(-1);
}

const SceneGroup *TstTimelineModes::group(const QString &label) const
{
    for (const SceneGroup &group : m_view->scene().groups()) {
        if (group.label == label)
            return &group;
    }
    return nullptr;
}

void TstTimelineModes::lanesHaveGroupsWithTheirCounts()
{
    trigger(u"timeline.rows"_s);
    QVERIFY(m_view->isInRows());
    QVERIFY(m_view->scene().groups().isEmpty());
    trigger(u"timeline.lanes"_s);
    QVERIFY(!m_view->isInRows());
    QVERIFY(group(u"Defence"_s));
    QVERIFY(group(u"Defence"_s)->count.startsWith(u"4 "_s));
    // Every record of the window stands once.
    QSet<Slot> seen;
    for (const SceneRow &laid : m_view->scene().rows()) {
        QVERIFY(!seen.contains(laid.slot));
        seen.insert(laid.slot);
    }
    for (const QString &title : {Frame2011, Plan2014, Plan2017, Plan2020, Health})
        QVERIFY2(seen.contains(slotOf(title)), qPrintable(title));
}

void TstTimelineModes::everyGroupingStandsInTheBox()
{
    const std::unique_ptr<QWidget> bar(m_modes->makeBar(nullptr));
    auto *box = bar->findChild<ChoiceBox *>(u"timeline.groupBy"_s);
    QVERIFY(box);
    QCOMPARE(box->count(), int(groupByTable().size()));
    bar->show();
    for (const GroupByInfo &info : groupByTable()) {
        trigger(u"timeline.groupBy."_s + QLatin1StringView(info.key));
        QCOMPARE(m_view->choices().groupBy, info.by);
        QCOMPARE(box->currentText(), QCoreApplication::translate("Treatybook", info.label));
        QVERIFY(!m_view->grouping().groups.isEmpty());
    }
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    QCOMPARE(m_view->choices().groupBy, GroupBy::MainSubject);
}

void TstTimelineModes::successorsShareALine()
{
    for (const GroupBy by : {GroupBy::MainSubject, GroupBy::Family}) {
        choose(Encoding::Lanes, by);
        QVERIFY(row(Plan2014) && row(Plan2017) && row(Plan2020) && row(Frame2011));
        QCOMPARE(row(Plan2014)->band.top(), row(Plan2017)->band.top());
        QCOMPARE(row(Plan2017)->band.top(), row(Plan2020)->band.top());
        QVERIFY(row(Frame2011)->band.top() < row(Plan2014)->band.top());
        QVERIFY(row(Plan2014)->bar.right() <= row(Plan2017)->bar.left() + 0.01);
    }
}

void TstTimelineModes::arrowKeysFollowTheLines()
{
    choose(Encoding::Lanes);
    selection().select(slotOf(Plan2014));
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(selection().current(), std::optional(slotOf(Plan2017)));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Right); // nothing comes after it
    QCOMPARE(selection().current(), std::optional(slotOf(Plan2020)));
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(selection().current(), std::optional(slotOf(Frame2011)));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QVERIFY(selection().current() != std::optional(slotOf(Frame2011)));
    // Out of the window it is brought in.
    m_view->pan(5 * m_view->scale().width());
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QVERIFY(!m_view->recordRect(*selection().current()).isNull());
    QVERIFY(m_view->viewport()->rect().intersects(m_view->recordRect(*selection().current())));
}

/// What is drawn as part of a curve has no neighbours: on to what is nearest in time.
void TstTimelineModes::arrowKeysLeaveAFoldedGroup()
{
    choose(Encoding::Lanes);
    selection().select(slotOf(u"Letter 7"_s)); // of 1995
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_C);
    QVERIFY(!row(u"Letter 7"_s));
    QVERIFY(row(Health) && row(Frame2011));
    QVERIFY(m_view->scene().rows().first().slot != slotOf(Health));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(selection().current(), std::optional(slotOf(Health)));
}

void TstTimelineModes::groupsFoldByClickAndByKey()
{
    choose(Encoding::Lanes);
    click(group(u"Defence"_s)->head.center());
    QCOMPARE(group(u"Defence"_s)->shape, BlockShape::Collapsed);
    QVERIFY(group(u"Defence"_s)->heat);
    QVERIFY(!row(Plan2014));
    click(group(u"Defence"_s)->head.center());
    QVERIFY(row(Plan2014));
    selection().select(slotOf(Plan2014));
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_C);
    QVERIFY(!row(Plan2014));
    QTest::keyClick(m_view.get(), Qt::Key_E);
    QVERIFY(row(Plan2014));
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ShiftModifier);
    for (const SceneGroup &shown : m_view->scene().groups())
        QCOMPARE(shown.shape, BlockShape::Collapsed);
}

void TstTimelineModes::groupsHideAndComeBack()
{
    choose(Encoding::Lanes);
    selection().select(slotOf(Health));
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_H);
    QVERIFY(!group(u"Health"_s));
    QVERIFY(group(u"Defence"_s));
    QTest::keyClick(m_view.get(), Qt::Key_H, Qt::ShiftModifier);
    QVERIFY(group(u"Health"_s));
}

void TstTimelineModes::whatHasNoRoomIsCounted()
{
    choose(Encoding::Lanes);
    m_view->setScale(Scale::fitting(dayNumber(1980, 1, 1), dayNumber(2020, 1, 1), m_view->scale().width()));
    const SceneGroup *trade = group(u"Trade"_s);
    QVERIFY(trade);
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    int shown = 0, counted = 0;
    const auto count = [&] {
        QSet<Slot> drawn, badged;
        for (int place = 0; place <= m_view->verticalScrollBar()->maximum(); place += 50) {
            m_view->verticalScrollBar()->setValue(place);
            for (const SceneRow &laid : m_view->scene().rows()) {
                if (m_model->store().record(laid.slot)->title.toString().startsWith(u"Letter"_s))
                    drawn.insert(laid.slot);
            }
            for (const SceneGroup &each : m_view->scene().groups()) {
                for (const SceneBadge &badge : each.badges)
                    badged.unite(QSet<Slot>(badge.records.cbegin(), badge.records.cend()));
            }
        }
        QVERIFY(!drawn.intersects(badged));
        shown = int(drawn.size());
        counted = int(badged.size());
    };
    count();
    QCOMPARE(shown, Arrangement::MostLanes);
    QCOMPARE(shown + counted, Letters);
    // Who rests on it reads what they are called; Ctrl and a click select them.
    const double density = m_view->scale().pixelsPerDay();
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    bool isFound = false;
    for (const SceneGroup &each : m_view->scene().groups()) {
        if (each.badges.isEmpty())
            continue;
        isFound = true;
        const SceneBadge badge = each.badges.first();
        const QPoint place = badge.rect.center().toPoint();
        QHelpEvent help(QEvent::ToolTip, place, m_view->viewport()->mapToGlobal(place));
        QApplication::sendEvent(m_view->viewport(), &help);
        QVERIFY(QToolTip::isVisible());
        QVERIFY2(QToolTip::text().contains(u"Ctrl+click"_s), qPrintable(QToolTip::text()));
        const QStringList lines = m_view->badgeText(badge).split(u'\n');
        QCOMPARE(lines.size(), std::min(badge.records.size(), qsizetype(12)) + (badge.records.size() > 12));
        QAccessibleInterface *timeline = QAccessible::queryAccessibleInterface(m_view.get());
        bool isDescribed = false;
        for (int i = 0; i < timeline->childCount(); ++i)
            isDescribed |= timeline->child(i)->text(QAccessible::Description).contains(lines.first());
        QVERIFY(isDescribed);
        QVERIFY2(lines.first().startsWith(u"Letter"_s), qPrintable(lines.first()));
        if (badge.records.size() > 12)
            QVERIFY2(lines.at(12).contains(QString::number(badge.records.size() - 12)), qPrintable(lines.at(12)));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, place);
        QCOMPARE(selection().selected(), QSet<Slot>(badge.records.cbegin(), badge.records.cend()));
        QCOMPARE(m_view->scale().pixelsPerDay(), density);
        break;
    }
    QVERIFY(isFound);
    // A click goes nearer, so that they find lines.
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    for (const SceneGroup &each : m_view->scene().groups()) {
        if (!each.badges.isEmpty()) {
            click(each.badges.first().rect.center());
            break;
        }
    }
    QVERIFY(m_view->scale().pixelsPerDay() > 3 * density);
}

void TstTimelineModes::whatGoesOnFromBeforeIsCounted()
{
    const auto name = [](int i) {
        return u"Accord %1 on the carriage of goods by road, rail and inland waterway"_s.arg(i);
    };
    QList<Agreement> accords; // more than there are lines, and none ends
    for (int i = 0; i < 40; ++i) {
        accords.append(record(name(i), Nature::Treaty, u"transport"_s, QString::number(1900 + 2 * i)));
        accords.last().edit().termKind = TermKind::Indefinite;
    }
    QVERIFY(Test::add(*m_session, accords));
    choose(Encoding::Lanes);
    m_view->setScale(Scale::fitting(dayNumber(1975, 1, 1), dayNumber(1990, 1, 1), m_view->scale().width()));
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    const auto goingOn = [this]() -> const SceneBadge * {
        for (const SceneGroup &each : m_view->scene().groups()) {
            for (const SceneBadge &badge : each.badges) {
                if (badge.goesOn)
                    return &badge;
            }
        }
        return nullptr;
    };
    const SceneBadge *badge = goingOn();
    QVERIFY(badge);
    QCOMPARE(badge->records.size(), accords.size() - Arrangement::MostLanes - 2); // two give way in the window
    QCOMPARE(badge->records.first(), slotOf(name(13)));                           // the latest of them
    QCOMPARE(badge->records.last(), slotOf(name(0)));
    QVERIFY(row(name(14)) && row(name(39)) && !row(name(13)));
    QVERIFY(row(name(14))->isCut && !row(name(39))->isCut);
    // A click goes to where it begins.
    const QPointF place = badge->rect.center();
    // A dozen long titles are told, and what one can do.
    QHelpEvent help(QEvent::ToolTip, place.toPoint(), m_view->viewport()->mapToGlobal(place.toPoint()));
    QApplication::sendEvent(m_view->viewport(), &help);
    QVERIFY2(QToolTip::text().contains(u"2 records more"_s) || QToolTip::text().contains(u"2 record(s) more"_s),
             qPrintable(QToolTip::text()));
    QVERIFY2(QToolTip::text().contains(u"Ctrl+click"_s), qPrintable(QToolTip::text()));
    click(place);
    QCOMPARE(selection().current(), slotOf(name(13)));
    const SceneRow *latest = row(name(13));
    QVERIFY(latest);
    QVERIFY(m_view->scene().frame().chart().contains(latest->bar.center()));
    QVERIFY(latest->isCut || latest->endless);
}

void TstTimelineModes::densityCountsBeginnings()
{
    choose(Encoding::Density);
    m_view->setScale(Scale::fitting(dayNumber(1980, 1, 1), dayNumber(2020, 1, 1), m_view->scale().width()));
    const SceneGroup *trade = group(u"Trade"_s);
    QVERIFY(trade && trade->density);
    int begun = 0;
    for (const DensityBar &bar : trade->density->bars)
        begun += bar.count;
    QCOMPARE(begun, Letters);
    QVERIFY(m_view->scene().rows().isEmpty());
}

void TstTimelineModes::coloursTellWhatWasChosen()
{
    choose(Encoding::Lanes);
    QCOMPARE(row(Plan2014)->item.category, -1);
    trigger(u"timeline.colourBy.nature"_s);
    QVERIFY(row(Plan2014)->item.category >= 0);
    QCOMPARE(row(Plan2014)->item.category, row(Plan2017)->item.category);
    QVERIFY(row(Plan2014)->item.category != row(Frame2011)->item.category);
    QVERIFY(m_view->legend().texts().contains(u"Non-binding instrument"_s));
    trigger(u"timeline.colourBy.status"_s);
    QCOMPARE(row(Plan2014)->item.category, -1);
}

void TstTimelineModes::arrowsAreFollowedWithAClick()
{
    choose(Encoding::Lanes);
    QVERIFY(m_view->relations().routes.isEmpty());
    selection().select(slotOf(Plan2014));
    const RelationRoutes routes = m_view->relations();
    QCOMPARE(routes.routes.size(), 2); // carries out the agreement; the next plan succeeds it
    const auto toFrame = std::ranges::find_if(
        routes.routes, [&](const RelationRoute &route) { return route.link.to == slotOf(Frame2011); });
    QVERIFY(toFrame != routes.routes.end());
    m_view->grab();
    // In the middle of its longest line, where no bar is.
    QPointF place;
    double longest = 0;
    for (qsizetype i = 1; i < toFrame->points.size(); ++i) {
        const QLineF line(toFrame->points.at(i - 1), toFrame->points.at(i));
        if (line.length() > longest) {
            longest = line.length();
            place = line.center();
        }
    }
    click(place);
    QCOMPARE(selection().current(), std::optional(slotOf(Frame2011)));
}

void TstTimelineModes::allRelations()
{
    choose(Encoding::Lanes);
    trigger(u"timeline.allRelations"_s);
    QCOMPARE(m_view->relations().routes.size(), 3);
    trigger(u"timeline.allRelations"_s);
    QVERIFY(m_view->relations().routes.isEmpty());
}

void TstTimelineModes::pillBringsTheCurrentRecordBack()
{
    choose(Encoding::Lanes);
    selection().select(slotOf(Plan2020));
    m_view->setScale(Scale::fitting(dayNumber(1950, 1, 1), dayNumber(1960, 1, 1), m_view->scale().width()));
    QVERIFY(!row(Plan2020));
    m_view->grab();
    const QRectF chart = m_view->scene().frame().chart();
    // It lies beyond the right edge, at the height of its line.
    bool found = false;
    for (double y = chart.top() + 4; y < chart.bottom() && !found; y += 6) {
        click(QPointF(chart.right() - 40, y));
        found = row(Plan2020);
    }
    QVERIFY(found);
    QCOMPARE(selection().current(), std::optional(slotOf(Plan2020)));
}

void TstTimelineModes::legendExplainsAndGoes()
{
    choose(Encoding::Lanes);
    m_view->setFocus();
    trigger(u"timeline.legend"_s);
    auto *legend = m_view->findChild<LegendPopup *>();
    QVERIFY(legend);
    QTRY_VERIFY(legend->isVisible());
    QVERIFY(legend->accessibleDescription().contains(u"Event"_s) ||
            legend->accessibleDescription().contains(u"Signed"_s));
    QPointer<LegendPopup> watched(legend);
    QTest::keyClick(legend, Qt::Key_Escape);
    QTRY_VERIFY(!watched || !watched->isVisible());
}

void TstTimelineModes::sameLineKeepsItsPlaceWhileZooming()
{
    choose(Encoding::Lanes);
    m_view->resize(1400, 300);
    selection().select(slotOf(Plan2017));
    QTRY_VERIFY(row(Plan2017));
    for (int i = 0; i < 6; ++i) {
        const double before = row(Plan2017)->band.top();
        const double x = row(Plan2017)->bar.center().x();
        m_view->zoom(1.3, x);
        QVERIFY(row(Plan2017));
        const bool atEnd = m_view->verticalScrollBar()->value() == 0 ||
                           m_view->verticalScrollBar()->value() == m_view->verticalScrollBar()->maximum();
        QVERIFY(atEnd || std::abs(row(Plan2017)->band.top() - before) <= 1);
    }
}

TREATYBOOK_TEST(TstTimelineModes)
#include "tst_timelinemodes.moc"
