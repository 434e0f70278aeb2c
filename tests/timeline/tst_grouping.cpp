#include "randomtreaties.h"
#include "support/testregistry.h"
#include "timeline/family.h"
#include "timeline/grouping.h"
#include "timeline/reach.h"

#include <QCollator>
#include <QTest>

#include <map>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// Groups against what every record says of itself.
class TstGrouping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreTwoWay();
    void datedAndUndated();
    void everyRecordInEachOfItsGroups_data();
    void everyRecordInEachOfItsGroups();
    void orderOfGroups_data();
    void orderOfGroups();
    void sortedByFirstDay_data();
    void sortedByFirstDay();
    void copiesAndChains();
    void statusIsThatOfTheDay();
    void familiesAreKin();
    void nothing();

private:
    static void allGroupings();
};

namespace {

constexpr Day AsOf = dayNumber(1990, 6, 1);

/// Keys of the groups that a record stands in.
QStringList keysOf(const AgreementStore &store, Slot slot, GroupBy by)
{
    const Agreement &record = store.record(slot);
    QStringList keys;
    const auto add = [&](const QString &key) {
        if (!keys.contains(key))
            keys.append(key);
    };
    switch (by) {
    case GroupBy::MainSubject:
        if (!record->subjects.isEmpty())
            add(record->subjects.first().toString());
        break;
    case GroupBy::Subject:
        for (const Text &subject : record->subjects)
            add(subject.toString());
        break;
    case GroupBy::Participant:
        for (const Participant &participant : record->participants) {
            const Text &name = participant.name.isEmpty() ? participant.body : participant.name;
            if (!name.isEmpty())
                add(name.toString());
        }
        break;
    case GroupBy::Kind:
        return {Vocabularies::kinds.key(int(record->kind))};
    case GroupBy::Nature:
        return {Vocabularies::natures.key(int(record->nature))};
    case GroupBy::Status: {
        const Status status = store.timeline(slot).on(AsOf).status;
        if (status != Status::None)
            add(Vocabularies::statuses.key(int(status)));
        break;
    }
    case GroupBy::Family:
        return {};
    }
    return keys.isEmpty() ? QStringList{QString()} : keys;
}

Day firstKnown(const AgreementStore &store, Slot slot)
{
    const Day day = store.columns().extent(slot).first;
    return day != NoDay
               ? day
               : reachOf(spanOf(store.record(slot), store.context(slot)), pointsOf(store.record(slot)), NoDay).first;
}

} // namespace

void TstGrouping::allGroupings()
{
    QTest::addColumn<GroupBy>("by");
    for (const GroupByInfo &info : groupByTable())
        QTest::newRow(info.key) << info.by;
}

void TstGrouping::keysAreTwoWay()
{
    QStringList keys;
    for (const GroupByInfo &info : groupByTable()) {
        const QString key = QString::fromLatin1(info.key);
        QVERIFY(!keys.contains(key));
        keys.append(key);
        QCOMPARE(groupByOfKey(key), info.by);
    }
    QCOMPARE(keys.size(), 7);
    QVERIFY(!groupByOfKey(u""));
    QVERIFY(!groupByOfKey(u"colour"));
}

void TstGrouping::datedAndUndated()
{
    RandomTreaties random(61);
    const auto session = sessionOf(random.records(400));
    const AgreementStore &store = session->store();
    const QList<Slot> all = liveSlots(store);
    const auto [dated, undated] = byFirstDay(store, all);
    QVERIFY(!undated.isEmpty());
    QList<Slot> together = dated + undated;
    std::ranges::sort(together);
    QCOMPARE(together, all);
    for (const Slot slot : dated)
        QVERIFY(
            reachOf(spanOf(store.record(slot), store.context(slot)), pointsOf(store.record(slot)), NoDay).isDated());
    for (const Slot slot : undated)
        QVERIFY(
            !reachOf(spanOf(store.record(slot), store.context(slot)), pointsOf(store.record(slot)), NoDay).isDated());
    QVERIFY(std::ranges::is_sorted(dated, {}, [&](Slot slot) { return firstKnown(store, slot); }));
}

void TstGrouping::everyRecordInEachOfItsGroups_data()
{
    allGroupings();
}

void TstGrouping::everyRecordInEachOfItsGroups()
{
    QFETCH(GroupBy, by);
    RandomTreaties random(62);
    const auto session = sessionOf(random.records(300));
    const AgreementStore &store = session->store();
    const QList<Slot> dated = byFirstDay(store, liveSlots(store)).dated;
    const Grouping grouping = groupingOf(store, dated, by, AsOf, QLocale::c());
    std::map<QString, QList<Slot>> expected;
    if (by == GroupBy::Family) {
        const Kinship kin = kinshipOf(store, dated);
        QList<Slot> seen;
        for (const TimelineGroup &group : grouping.groups) {
            seen += group.records;
            const int family = kin.families[size_t(dated.indexOf(group.records.first()))];
            QCOMPARE(group.key.isEmpty(), family < 0);
            for (const Slot slot : group.records)
                QCOMPARE(kin.families[size_t(dated.indexOf(slot))], family);
            if (family >= 0)
                QCOMPARE(group.records.size(), std::ranges::count(kin.families, family));
        }
        std::ranges::sort(seen);
        QList<Slot> all = dated;
        std::ranges::sort(all);
        QCOMPARE(seen, all); // each exactly once
        return;
    }
    for (const Slot slot : dated) {
        for (const QString &key : keysOf(store, slot, by))
            expected[key].append(slot);
    }
    QCOMPARE(size_t(grouping.groups.size()), expected.size());
    for (const TimelineGroup &group : grouping.groups) {
        QCOMPARE(group.records, expected[group.key]); // in the order of their first days
        QVERIFY(!group.label.isEmpty());
    }
}

void TstGrouping::orderOfGroups_data()
{
    allGroupings();
}

void TstGrouping::orderOfGroups()
{
    QFETCH(GroupBy, by);
    RandomTreaties random(63);
    for (int round = 0; round < 5; ++round) {
        const auto session = sessionOf(random.records(20 + random.number(150)));
        const QList<Slot> dated = byFirstDay(session->store(), liveSlots(session->store())).dated;
        const Grouping grouping = groupingOf(session->store(), dated, by, AsOf, QLocale::c());
        const QCollator collator(QLocale::c());
        for (qsizetype i = 0; i < grouping.groups.size(); ++i) {
            const TimelineGroup &group = grouping.groups.at(i);
            // What has no value stands last, however many they are.
            QVERIFY(!group.key.isEmpty() || i == grouping.groups.size() - 1);
            if (i == 0 || group.key.isEmpty())
                continue;
            const TimelineGroup &before = grouping.groups.at(i - 1);
            QVERIFY(before.records.size() >= group.records.size());
            if (before.records.size() == group.records.size() && by != GroupBy::Family)
                QVERIFY(collator.compare(before.label, group.label) <= 0);
        }
    }
}

void TstGrouping::sortedByFirstDay_data()
{
    allGroupings();
}

void TstGrouping::sortedByFirstDay()
{
    QFETCH(GroupBy, by);
    RandomTreaties random(64);
    const auto session = sessionOf(random.records(300));
    const AgreementStore &store = session->store();
    const Grouping grouping = groupingOf(store, byFirstDay(store, liveSlots(store)).dated, by, AsOf, QLocale::c());
    for (const TimelineGroup &group : grouping.groups) {
        QCOMPARE(group.firsts.size(), size_t(group.records.size()));
        QVERIFY(std::ranges::is_sorted(group.firsts));
        for (size_t i = 0; i < group.firsts.size(); ++i)
            QCOMPARE(group.firsts[i], firstKnown(store, group.records.at(qsizetype(i))));
        QCOMPARE(group.levels.empty(), by != GroupBy::Family || group.key.isEmpty());
    }
}

void TstGrouping::copiesAndChains()
{
    RandomTreaties random(65);
    const auto session = sessionOf(random.records(300));
    const AgreementStore &store = session->store();
    const QList<Slot> dated = byFirstDay(store, liveSlots(store)).dated;
    const Kinship kin = kinshipOf(store, dated);
    int several = 0;
    for (const GroupByInfo &info : groupByTable()) {
        const Grouping grouping = groupingOf(store, dated, info.by, AsOf, QLocale::c());
        for (const Slot slot : liveSlots(store)) {
            int copies = 0;
            for (const TimelineGroup &group : grouping.groups) {
                copies += int(group.records.count(slot));
                if (const qsizetype place = group.records.indexOf(slot); place >= 0)
                    QCOMPARE(group.chains[size_t(place)], grouping.chainOf(slot));
            }
            QCOMPARE(grouping.copiesOf(slot), copies);
            several += copies > 1;
            const qsizetype place = dated.indexOf(slot);
            QCOMPARE(grouping.chainOf(slot), place < 0 ? -1 : kin.chains[size_t(place)]);
        }
        QCOMPARE(grouping.copiesOf(store.slotCount()), 0);
        QCOMPARE(grouping.chainOf(store.slotCount() + 9), -1);
    }
    QVERIFY(several > 50);
}

void TstGrouping::statusIsThatOfTheDay()
{
    RandomTreaties random(66);
    const auto session = sessionOf(random.records(200));
    const AgreementStore &store = session->store();
    const QList<Slot> dated = byFirstDay(store, liveSlots(store)).dated;
    for (const Day day : {dayNumber(1900, 1, 1), dayNumber(1970, 3, 3), dayNumber(2020, 1, 1)}) {
        const Grouping grouping = groupingOf(store, dated, GroupBy::Status, day, QLocale::c());
        for (const TimelineGroup &group : grouping.groups) {
            for (const Slot slot : group.records) {
                const Status status = store.timeline(slot).on(day).status;
                QCOMPARE(status == Status::None, group.key.isEmpty());
                QCOMPARE(store.record(slot).isEvent(), group.key.isEmpty());
                if (status != Status::None)
                    QCOMPARE(group.key, Vocabularies::statuses.key(int(status)));
            }
        }
    }
}

void TstGrouping::familiesAreKin()
{
    Agreement agreement(numberedId(1)), plan(numberedId(2)), next(numberedId(3)), alone(numberedId(4));
    agreement.edit().title = u"Agreement"_s;
    agreement.edit().date = Edtf::read(u"2011");
    plan.edit().title = u"Plan"_s;
    plan.edit().date = Edtf::read(u"2010"); // signed before what it carries out
    next.edit().title = u"Next plan"_s;
    next.edit().date = Edtf::read(u"2017");
    alone.edit().title = u"Alone"_s;
    alone.edit().date = Edtf::read(u"1990");
    const auto relate = [](Agreement &record, RelationKind kind, quint32 other) {
        Relation relation;
        relation.id = ItemId(other);
        relation.kind = kind;
        relation.other = numberedId(other);
        record.editExtras().relations.append(relation);
    };
    relate(next, RelationKind::Succeeds, 2);
    relate(next, RelationKind::Implements, 1);
    const auto session = sessionOf({agreement, plan, next, alone});
    const AgreementStore &store = session->store();
    const Grouping grouping =
        groupingOf(store, byFirstDay(store, liveSlots(store)).dated, GroupBy::Family, AsOf, QLocale::c());
    QCOMPARE(grouping.groups.size(), 2);
    QCOMPARE(grouping.groups.at(0).label, u"Agreement"_s); // the uppermost names it, not the first
    QCOMPARE(grouping.groups.at(0).key, numberedId(1).toString(QUuid::WithoutBraces));
    QCOMPARE(grouping.groups.at(0).levels, (std::vector<quint8>{1, 0, 1}));
    QVERIFY(grouping.groups.at(1).key.isEmpty());
    QCOMPARE(grouping.groups.at(1).records.size(), 1);
}

void TstGrouping::nothing()
{
    const auto session = fakeSession();
    for (const GroupByInfo &info : groupByTable())
        QVERIFY(groupingOf(session->store(), {}, info.by, AsOf, QLocale::c()).groups.isEmpty());
    QVERIFY(byFirstDay(session->store(), {}).dated.isEmpty());
}

TREATYBOOK_TEST(TstGrouping)
#include "tst_grouping.moc"
