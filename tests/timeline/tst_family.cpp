#include "randomtreaties.h"
#include "support/testregistry.h"
#include "timeline/family.h"
#include "timeline/grouping.h"

#include <QTest>

#include <ranges>
#include <set>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// Who belongs together by what one record does to another.
class TstFamily : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strangers();
    void mentionJoinsNobody();
    void plansUnderTheirAgreement();
    void whatIsCarriedOutLaterIsNoLevel();
    void ringsEnd();
    void toItselfAndToNobody();
    void onlyAmongThoseAsked();
    void aThousandRelations();
    void longChainsAndDeepLines();
    void asWorkedOutSlowly();
};

namespace {

Agreement treaty(quint32 n, const QList<std::pair<RelationKind, quint32>> &relations = {})
{
    Agreement record(numberedId(n));
    record.edit().title = Text(u"Treaty %1"_s.arg(n));
    record.edit().date = Edtf::read(QString::number(1900 + int(n % 120)));
    qint64 item = 1;
    for (const auto &[kind, other] : relations) {
        Relation relation;
        relation.id = ItemId(item++);
        relation.kind = kind;
        relation.other = numberedId(other);
        record.editExtras().relations.append(relation);
    }
    return record;
}

/// Of records in the order given, which is that of time.
Kinship kinship(const QList<Agreement> &records)
{
    const auto session = sessionOf(records);
    QList<Slot> slots_;
    for (const Agreement &record : records)
        slots_.append(session->store().slotOf(record.id()).value());
    return kinshipOf(session->store(), slots_);
}

bool isNext(RelationKind kind)
{
    return kind == RelationKind::Succeeds || kind == RelationKind::Supersedes || kind == RelationKind::Extends;
}

bool isKin(RelationKind kind)
{
    return kind != RelationKind::Cites && kind != RelationKind::DoneDuring && kind != RelationKind::Related;
}

} // namespace

void TstFamily::strangers()
{
    const Kinship none = kinship({});
    QVERIFY(none.families.empty() && none.levels.empty() && none.chains.empty());
    const Kinship two = kinship({treaty(1), treaty(2)});
    QCOMPARE(two.families, (std::vector{-1, -1}));
    QCOMPARE(two.chains, (std::vector{-1, -1}));
    QCOMPARE(two.levels, (std::vector<quint8>{0, 0}));
}

void TstFamily::mentionJoinsNobody()
{
    for (const RelationKind kind : {RelationKind::Cites, RelationKind::Related, RelationKind::DoneDuring})
        QCOMPARE(kinship({treaty(1), treaty(2, {{kind, 1}})}).families, (std::vector{-1, -1}));
}

void TstFamily::plansUnderTheirAgreement()
{
    const auto [families, levels, chains] =
        kinship({treaty(1), treaty(2, {{RelationKind::Implements, 1}}), treaty(3),
                 treaty(4, {{RelationKind::Succeeds, 2}, {RelationKind::Implements, 1}}),
                 treaty(5, {{RelationKind::Succeeds, 4}}), treaty(6, {{RelationKind::Amends, 5}})});
    QCOMPARE(families, (std::vector{0, 0, -1, 0, 0, 0}));
    QCOMPARE(levels, (std::vector<quint8>{0, 1, 0, 1, 1, 2}));
    QCOMPARE(chains, (std::vector{-1, 1, -1, 1, 1, -1}));
}

void TstFamily::whatIsCarriedOutLaterIsNoLevel()
{
    // It says that it carries out what came after it: family, but none stands above the other.
    const auto [families, levels, chains] = kinship({treaty(1, {{RelationKind::Implements, 2}}), treaty(2)});
    QCOMPARE(families, (std::vector{0, 0}));
    QCOMPARE(levels, (std::vector<quint8>{0, 0}));
}

void TstFamily::ringsEnd()
{
    const Kinship below = kinship({treaty(1, {{RelationKind::Amends, 3}}), treaty(2, {{RelationKind::Amends, 1}}),
                                   treaty(3, {{RelationKind::Amends, 2}})});
    QCOMPARE(below.families, (std::vector{0, 0, 0}));
    QCOMPARE(below.levels, (std::vector<quint8>{0, 1, 2}));
    const Kinship next = kinship({treaty(1, {{RelationKind::Succeeds, 2}}), treaty(2, {{RelationKind::Succeeds, 1}})});
    QCOMPARE(next.chains, (std::vector{0, 0}));
    QCOMPARE(next.levels, (std::vector<quint8>{0, 0}));
    // A chain that carries out a link of itself.
    const Kinship both = kinship({treaty(1), treaty(2, {{RelationKind::Succeeds, 1}, {RelationKind::Implements, 1}})});
    QCOMPARE(both.chains, (std::vector{0, 0}));
    QCOMPARE(both.levels.at(0), both.levels.at(1));
}

void TstFamily::toItselfAndToNobody()
{
    const Kinship own = kinship({treaty(1, {{RelationKind::Amends, 1}, {RelationKind::Succeeds, 1}})});
    QCOMPARE(own.families, std::vector{-1});
    QCOMPARE(own.chains, std::vector{-1});
    QCOMPARE(own.levels, std::vector<quint8>{0});
    QCOMPARE(kinship({treaty(1, {{RelationKind::Amends, 77}})}).families, std::vector{-1});
}

void TstFamily::onlyAmongThoseAsked()
{
    const auto session =
        sessionOf({treaty(1), treaty(2, {{RelationKind::Implements, 1}}), treaty(3, {{RelationKind::Implements, 2}})});
    const AgreementStore &store = session->store();
    const Kinship kin = kinshipOf(store, {*store.slotOf(numberedId(1)), *store.slotOf(numberedId(3))});
    QCOMPARE(kin.families, (std::vector{-1, -1})); // what joins them is filtered out
}

void TstFamily::aThousandRelations()
{
    QList<Agreement> records{treaty(1)};
    QList<std::pair<RelationKind, quint32>> all;
    for (quint32 n = 2; n <= 501; ++n) {
        records.append(treaty(n, {{RelationKind::Implements, 1}}));
        all.append({RelationKind::Amends, n});
        all.append({RelationKind::Terminates, n});
    }
    records.append(treaty(502, all));
    const auto [families, levels, chains] = kinship(records);
    QCOMPARE(families, std::vector<int>(502, 0));
    QCOMPARE(levels.front(), 0);
    QCOMPARE(levels.back(), 2);
    QCOMPARE(std::ranges::count(levels, 1), 500);
}

void TstFamily::longChainsAndDeepLines()
{
    QList<Agreement> chain, line;
    for (quint32 n = 1; n <= 400; ++n) {
        chain.append(treaty(n, {{RelationKind::Succeeds, n - 1}}));
        line.append(treaty(n, {{RelationKind::Amends, n - 1}}));
    }
    QCOMPARE(kinship(chain).chains, std::vector<int>(400, 0));
    const Kinship deep = kinship(line);
    QVERIFY(std::ranges::is_sorted(deep.levels));
    QVERIFY(deep.levels.back() > 2 && deep.levels.back() < 24); // there are no more lines
}

void TstFamily::asWorkedOutSlowly()
{
    RandomTreaties random(51);
    for (int round = 0; round < 30; ++round) {
        const auto session = sessionOf(random.records(1 + random.number(60)));
        const AgreementStore &store = session->store();
        const QList<Slot> sorted = byFirstDay(store, liveSlots(store)).dated;
        const Kinship kin = kinshipOf(store, sorted);

        // Who can be reached from whom.
        const auto count = size_t(sorted.size());
        std::vector<int> families(count), chains(count);
        for (size_t i = 0; i < count; ++i)
            families[i] = chains[i] = int(i);
        const auto merge = [](std::vector<int> &sets, size_t a, size_t b) {
            const auto [low, high] = std::minmax({sets[a], sets[b]});
            std::ranges::replace(sets, int(high), int(low));
        };
        std::set<std::pair<size_t, size_t>> below; // the first carries out the second, which is earlier
        for (size_t i = 0; i < count; ++i) {
            for (const Relation &relation : store.record(sorted.at(qsizetype(i))).extras().relations) {
                const auto other = store.slotOf(relation.other);
                const qsizetype place = other && isKin(relation.kind) ? sorted.indexOf(*other) : -1;
                if (place < 0 || size_t(place) == i)
                    continue;
                merge(families, i, size_t(place));
                if (isNext(relation.kind))
                    merge(chains, i, size_t(place));
                else if (size_t(place) < i)
                    below.insert({i, size_t(place)});
            }
        }
        for (size_t i = 0; i < count; ++i) {
            const bool alone = std::ranges::count(families, families[i]) == 1;
            QCOMPARE(kin.families[i], alone ? -1 : families[i]);
            const bool unchained = std::ranges::count(chains, chains[i]) == 1;
            QCOMPARE(kin.chains[i], unchained ? -1 : chains[i]);
            for (size_t j = 0; j < count; ++j) {
                if (chains[i] == chains[j])
                    QCOMPARE(kin.levels[i], kin.levels[j]);
            }
        }
        const int deepest = *std::ranges::max_element(kin.levels);
        std::vector<bool> hangs(count, false);
        for (const auto &[lower, upper] : below) {
            hangs[lower] = true;
            if (chains[lower] != chains[upper] && kin.levels[lower] < 6)
                QVERIFY(kin.levels[lower] > kin.levels[upper]);
        }
        for (size_t i = 0; i < count; ++i) { // and none stands lower without a reason
            const bool reason = std::ranges::any_of(std::views::iota(size_t(0), count),
                                                    [&](size_t j) { return hangs[j] && chains[j] == chains[i]; });
            if (!reason)
                QCOMPARE(kin.levels[i], 0);
        }
        QVERIFY(deepest <= 6);
    }
}

TREATYBOOK_TEST(TstFamily)
#include "tst_family.moc"
