#include "randomtreaties.h"
#include "support/testregistry.h"
#include "timeline/arranger.h"

#include <QTest>

#include <cmath>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// What is kept between two frames never shows.
class TstArranger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sceneIsThatOfAFreshOne();
    void panningMakesNothingAnew();
    void rowsDoNotHangOnTheZoom();
    void groupsFollowTheChoice();
    void undatedRecords();

private:
    SceneFrame frame(double width = 900, double height = 500)
    {
        SceneFrame frame = SceneFrame::suited(QSizeF(width, height), QFont());
        const double density = std::exp(std::log(0.01) + m_random.generator().generateDouble() * std::log(300));
        frame.scale = Scale(dayNumber(1950, 1, 1) + m_random.number(20000), density, frame.chart().width());
        frame.asOf = m_asOf;
        frame.today = m_today;
        return frame;
    }

    RandomTreaties m_random{91};
    Day m_asOf = dayNumber(2000, 1, 1), m_today = dayNumber(2020, 1, 1);
};

namespace {

QString text(const QRectF &rect)
{
    return u"%1,%2 %3×%4"_s.arg(rect.x()).arg(rect.y()).arg(rect.width()).arg(rect.height());
}

/// All that a scene holds, to compare.
QStringList described(const Scene &scene)
{
    QStringList lines;
    for (const SceneRow &row : scene.rows()) {
        lines.append(u"%1 in %2: %3 %4 %5 bar %6 caption %7 “%8” “%9”"_s.arg(row.slot)
                         .arg(row.group)
                         .arg(int(row.shape))
                         .arg(int(row.item.tone))
                         .arg(row.item.category)
                         .arg(text(row.bar), text(row.captionRect), row.caption, row.title));
        lines.append(
            u"%1 %2 %3 %4"_s.arg(text(row.band), text(row.outline), text(row.elsewhereRect)).arg(row.marks.size()));
        for (const Mark &mark : row.marks)
            lines.append(u"%1 %2"_s.arg(int(mark.point.kind)).arg(text(mark.rect)));
    }
    for (const SceneGroup &group : scene.groups()) {
        lines.append(u"%1 %2 “%3” “%4” %5 %6"_s.arg(group.group)
                         .arg(int(group.shape))
                         .arg(group.label, group.count, text(group.band), text(group.head)));
        for (const SceneBadge &badge : group.badges)
            lines.append(u"%1 %2"_s.arg(badge.text, text(badge.rect)));
        if (group.density) {
            for (const DensityBar &bar : group.density->bars)
                lines.append(u"%1 %2 %3"_s.arg(bar.first).arg(bar.count).arg(text(bar.rect)));
            lines.append(u"%1 %2"_s.arg(group.density->mostInForce).arg(group.density->mostPossible));
        }
        if (group.heat) {
            for (const DensityBar &cell : group.heat->cells)
                lines.append(u"%1 %2 %3"_s.arg(cell.first).arg(cell.count).arg(text(cell.rect)));
        }
    }
    return lines;
}

} // namespace

void TstArranger::sceneIsThatOfAFreshOne()
{
    const auto session = sessionOf(m_random.records(120));
    const AgreementStore &store = session->store();
    QList<Slot> records = liveSlots(store);
    TimelineChoices choices;
    Arranger old(store);
    old.setRecords(records);
    SceneFrame view = frame();
    quint32 next = 1000;
    for (int round = 0; round < 150; ++round) {
        switch (m_random.number(9)) {
        case 0: { // a record is another
            Agreement record = store.record(records.at(m_random.number(int(records.size()))));
            mutate(record, m_random.generator(), {numberedId(1), numberedId(2)});
            QVERIFY(change(*session, record));
            old.forgetRecords();
            break;
        }
        case 1: // one more
            QVERIFY(add(*session, m_random.records(1, next++)));
            records = liveSlots(store);
            old.forgetRecords();
            break;
        case 2: // one less
            if (records.size() > 40) {
                QVERIFY(remove(*session, store.record(records.first()).id()));
                records = liveSlots(store);
                old.forgetRecords();
            }
            break;
        case 3: // a filter
            records = liveSlots(store);
            records.removeIf([&](Slot) { return m_random.chance(20); });
            std::ranges::reverse(records);
            break;
        case 4:
            choices.encoding = Encoding(m_random.number(4));
            break;
        case 5:
            choices.groupBy = groupByTable()[size_t(m_random.number(7))].by;
            choices.colourBy = m_random.chance(50) ? ColourBy::Status : ColourBy::Nature;
            break;
        case 6:
            choices.collapsed = m_random.chance(50) ? QSet{u"subject 1"_s, u"State 2"_s} : QSet<QString>();
            choices.hidden = m_random.chance(50) ? QSet{u"subject 2"_s, u""_s} : QSet<QString>();
            break;
        case 7:
            m_asOf = dayNumber(1950, 1, 1) + m_random.number(30000);
            if (m_random.chance(30))
                m_today += m_random.number(900);
            break;
        default:
            view.font.setPixelSize(10 + m_random.number(8));
            break;
        }
        const SceneFrame before = view;
        view = frame(300 + m_random.number(1200), 60 + m_random.number(900));
        view.font = before.font;
        old.setRecords(records);
        old.setChoices(choices);
        old.setDays(m_asOf, m_today);
        Arranger fresh(store);
        fresh.setRecords(records);
        fresh.setChoices(choices);
        fresh.setDays(m_asOf, m_today);
        view.scrollY = m_random.number(1 + int(fresh.arrangement(view).height()));
        QCOMPARE(old.arrangement(view).height(), fresh.arrangement(view).height());
        QCOMPARE(described(old.scene(view)), described(fresh.scene(view)));
        QCOMPARE(old.undated(), fresh.undated());
    }
}

void TstArranger::panningMakesNothingAnew()
{
    const auto session = sessionOf(m_random.records(150));
    Arranger arranger(session->store());
    const QList<Slot> records = liveSlots(session->store());
    arranger.setRecords(records);
    arranger.setDays(m_asOf, m_today);
    for (const Encoding encoding : {Encoding::Lanes, Encoding::Density, Encoding::Auto}) {
        TimelineChoices choices;
        choices.encoding = encoding;
        arranger.setChoices(choices);
        SceneFrame view = frame();
        view.scale = Scale(dayNumber(1980, 1, 1), 0.13, view.chart().width());
        arranger.scene(view);
        const quint64 generation = arranger.generation();
        for (int i = 0; i < 50; ++i) {
            view.scale = view.scale.panned(m_random.number(400) - 200);
            view.scrollY = m_random.number(500);
            view.asOf += m_random.number(400);
            arranger.setRecords(records); // told again, they are the same
            arranger.setDays(view.asOf, m_today); // groups do not hang on the day
            arranger.scene(view);
        }
        view.scale = Scale(view.scale.firstDay(), 0.14, view.chart().width()); // the same step of the zoom
        arranger.scene(view);
        QCOMPARE(arranger.generation(), generation);
        view.scale = view.scale.zoomed(2, 10);
        arranger.scene(view);
        QCOMPARE(arranger.generation(), generation + 1);
        arranger.scene(view);
        QCOMPARE(arranger.generation(), generation + 1);
    }
}

void TstArranger::rowsDoNotHangOnTheZoom()
{
    const auto session = sessionOf(m_random.records(10));
    Arranger arranger(session->store());
    arranger.setRecords(liveSlots(session->store()));
    SceneFrame view = frame(900, 900);
    QVERIFY(arranger.isInRows(view) && arranger.arrangement(view).isRows());
    const quint64 generation = arranger.generation();
    view.scale = view.scale.zoomed(7, 100).panned(3000);
    QCOMPARE(arranger.scene(view).rows().size(), 10);
    QCOMPARE(arranger.generation(), generation);
    view.size.setHeight(200);
    QVERIFY(!arranger.isInRows(view) && !arranger.arrangement(view).isRows());
}

void TstArranger::groupsFollowTheChoice()
{
    const auto session = sessionOf(m_random.records(100));
    const AgreementStore &store = session->store();
    Arranger arranger(store);
    arranger.setRecords(liveSlots(store));
    arranger.setDays(m_asOf, m_today);
    for (const GroupByInfo &info : groupByTable()) {
        TimelineChoices choices;
        choices.groupBy = info.by;
        arranger.setChoices(choices);
        const Grouping expected =
            groupingOf(store, byFirstDay(store, liveSlots(store)).dated, info.by, m_asOf, QLocale());
        QCOMPARE(arranger.grouping().groups.size(), expected.groups.size());
        for (qsizetype i = 0; i < expected.groups.size(); ++i) {
            QCOMPARE(arranger.grouping().groups.at(i).key, expected.groups.at(i).key);
            QCOMPARE(arranger.grouping().groups.at(i).records, expected.groups.at(i).records);
        }
    }
}

void TstArranger::undatedRecords()
{
    Agreement without = titled(u"Nobody knows when"_s), with = titled(u"Known"_s);
    with.edit().date = Edtf::read(u"2001");
    const auto session = sessionOf({without, with});
    Arranger arranger(session->store());
    arranger.setRecords(liveSlots(session->store()));
    QCOMPARE(arranger.undated(), QList{session->store().slotOf(without.id()).value()});
    TimelineChoices lanes;
    lanes.encoding = Encoding::Lanes;
    arranger.setChoices(lanes);
    QCOMPARE(arranger.scene(frame()).groups().size(), 1);
    QVERIFY(!arranger.arrangement(frame()).topOf(arranger.undated().first()));
}

TREATYBOOK_TEST(TstArranger)
#include "tst_arranger.moc"
