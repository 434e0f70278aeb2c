#include "ui/form/draft.h"

#include "domain/recordjson.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

static Agreement record()
{
    Agreement agreement(QUuid::createUuid());
    agreement.edit().title = u"Plan"_s;
    agreement.edit().place = u"Hanoi"_s;
    return agreement;
}

class TstDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTouchedFieldsBecomeSteps()
    {
        Draft draft;
        QVERIFY(draft.isEmpty());
        draft.set(Field::Title, u"Plan"_s, u"Plan 2"_s);
        draft.set(Field::Title, u"ignored: already touched"_s, u"Plan 3"_s);
        const PatchSteps steps = draft.steps();
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps.first().before, QJsonValue(u"Plan"_s));
        QCOMPARE(steps.first().after, QJsonValue(u"Plan 3"_s));
    }

    void typedBackIsUntouched()
    {
        Draft draft;
        draft.set(Field::Title, u"Plan"_s, u"Plan 2"_s);
        draft.set(Field::Title, u"Plan"_s, u"Plan"_s);
        QVERIFY(draft.isEmpty());
    }

    void appliesToARecord()
    {
        Draft draft;
        draft.set(Field::Title, u"Plan"_s, u"New"_s);
        draft.set(Field::NoticeMonths, QString(), u"many"_s); // no number: left out, and told
        const Agreement result = draft.appliedTo(record());
        QCOMPARE(result->title.toString(), u"New"_s);
        QCOMPARE(result->place.toString(), u"Hanoi"_s);
        QVERIFY(!result.extras().noticeMonths);
        QVERIFY(draft.problem(Field::Title).isEmpty());
        QVERIFY(!draft.problem(Field::NoticeMonths).isEmpty());
    }

    void refusesWhatNoStoreTakes()
    {
        Draft draft;
        draft.set(Field::Title, u"Plan"_s, u"a"_s + QChar(0xd800) + u'b');
        QVERIFY(!draft.problem(Field::Title).isEmpty());
    }

    void savingSettlesWhatWasSaved()
    {
        Draft draft;
        draft.set(Field::Title, u"Plan"_s, u"New"_s);
        draft.set(Field::Place, u"Hanoi"_s, u"Havana"_s);
        const Draft saved = draft;
        draft.set(Field::Place, u"Hanoi"_s, u"Havana, Cuba"_s); // typed on while it was being saved
        draft.settle(saved);
        QCOMPARE(draft.fields(), QList<Field>{Field::Place});
        QCOMPARE(draft.steps().first().before, QJsonValue(u"Havana"_s));
        QCOMPARE(draft.steps().first().after, QJsonValue(u"Havana, Cuba"_s));
    }

    void typedBackWhileSavingIsAChange()
    {
        Draft draft;
        draft.set(Field::Title, u"Plan"_s, u"New"_s);
        const Draft saved = draft;
        draft.set(Field::Title, u"Plan"_s, u"Plan"_s);
        draft.settle(saved);
        QCOMPARE(draft.steps().first().before, QJsonValue(u"New"_s));
        QCOMPARE(draft.steps().first().after, QJsonValue(u"Plan"_s));
    }

    void rebaseOverwritesOthers()
    {
        Draft draft;
        draft.set(Field::Title, u"Old"_s, u"Mine"_s);
        draft.set(Field::Place, u"Havana"_s, u"Hanoi"_s);
        draft.rebase(record());
        QCOMPARE(draft.fields(), QList<Field>{Field::Title}); // the place is what others wrote as well
        QCOMPARE(draft.steps().first().before, QJsonValue(u"Plan"_s));
    }
};

TREATYBOOK_TEST(TstDraft)
#include "tst_draft.moc"
