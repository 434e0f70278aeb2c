#include "domain/statustimeline.h"

#include "domain/recordjson.h"
#include "domain/statusreason.h"
#include "statusreference.h"
#include "support/testregistry.h"

#include <QJsonDocument>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;

/// Random records, against an evaluator of single days that was written apart.
class TstStatusRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsTheReference_data();
    void equalsTheReference();
    void survivesSaving();
    void countsInForceByDay();
};

void TstStatusRules::equalsTheReference_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TstStatusRules::equalsTheReference()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 80; ++i) {
        const auto [record, context] = randomCase(random);
        const auto participant =
            ItemId(record->participants.isEmpty() ? 0 : random.bounded(int(record->participants.size()) + 1));
        const StatusTimeline timeline = statusTimeline(record, context, participant);

        QVERIFY(!timeline.isEmpty());
        QCOMPARE(timeline.runs().front().first, NoDay);
        for (size_t run = 1; run < timeline.runs().size(); ++run) {
            QVERIFY(timeline.runs()[run - 1].first < timeline.runs()[run].first);
            StatusRun same = timeline.runs()[run];
            same.first = timeline.runs()[run - 1].first;
            QVERIFY(!(same == timeline.runs()[run - 1]));
        }

        for (Day day = FirstRandomDay - 400; day < LastRandomDay + 3000; day += 1 + random.bounded(13)) {
            const ReferenceAnswer expected = referenceStatus(record, context, participant, day);
            const StatusRun &run = timeline.on(day);
            if (run.status != expected.status || run.possibly != expected.possibly || run.certain != expected.certain) {
                qWarning().noquote() << dayText(day) << "participant" << int(participant) << "got"
                                     << statusText(run, Language::English) << run.certain << "expected"
                                     << int(expected.status) << int(expected.possibly) << expected.certain
                                     << QJsonDocument(recordToJson(record)).toJson();
                for (const auto &relation : context.incoming)
                    qWarning() << "incoming" << int(relation.kind) << relation.partly << relation.effective.text()
                               << relation.date.text();
            }
            QCOMPARE(run.status, expected.status);
            QCOMPARE(run.possibly, expected.possibly);
            QCOMPARE(run.certain, expected.certain);
        }
    }
}

void TstStatusRules::survivesSaving()
{
    QRandomGenerator random(42);
    Pool pool;
    for (int i = 0; i < 300; ++i) {
        const auto [record, context] = randomCase(random);
        const auto read = recordFromJson(recordToJson(record), pool);
        QVERIFY2(read.hasValue(), qPrintable(read ? QString() : read.error().message));
        QCOMPARE(statusTimeline(*read, context), statusTimeline(record, context));
    }
}

/// The curve "in force at t" is made of the starts and ends of runs; it must equal counting day by day.
void TstStatusRules::countsInForceByDay()
{
    QRandomGenerator random(7);
    QList<std::pair<Agreement, StatusContext>> book;
    std::map<Day, int> change;
    for (int i = 0; i < 150; ++i) {
        book.append(randomCase(random));
        bool before = false;
        const StatusTimeline timeline = statusTimeline(book.last().first, book.last().second);
        for (const StatusRun &run : timeline.runs()) {
            const bool now = isInForce(run, false);
            change[run.first] += int(now) - int(before);
            before = now;
        }
    }
    int curve = 0;
    int highest = 0;
    auto next = change.cbegin();
    for (Day day = FirstRandomDay; day < LastRandomDay; ++day) {
        for (; next != change.cend() && next->first <= day; ++next)
            curve += next->second;
        if (day % 10 != 0)
            continue;
        int counted = 0;
        for (const auto &[record, context] : book) {
            const ReferenceAnswer answer = referenceStatus(record, context, ItemId::None, day);
            counted += isInForce(answer.status) && answer.certain;
        }
        QCOMPARE(curve, counted);
        highest = std::max(highest, counted);
    }
    QVERIFY(highest > 5);
}

TREATYBOOK_TEST(TstStatusRules)
#include "tst_statusrules.moc"
