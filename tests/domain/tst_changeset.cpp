#include "domain/changeset.h"

#include "domain/recordjson.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QJsonDocument>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstChangeSet : public QObject
{
    Q_OBJECT

    Pool m_pool;

    static Participant participant(int id, const QString &name) { return {ItemId(id), Text(name), {}, {}, {}}; }

    static QString order(const Agreement &record)
    {
        QStringList names;
        for (const Participant &participant : record->participants)
            names.append(participant.name.toString());
        return names.join(u' ');
    }

private Q_SLOTS:
    void differenceLeadsThereAndBack_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void differenceLeadsThereAndBack()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        for (int i = 0; i < 100; ++i) {
            const Agreement before = randomRecord(random);
            Agreement after = before;
            for (int n = random.bounded(1, 4); n > 0; --n)
                mutate(after, random);
            const PatchSteps steps = difference(before, after);
            QCOMPARE(steps.isEmpty(), before == after);
            const auto there = patched(before, steps, m_pool);
            QVERIFY2(there, qPrintable(there ? QString() : there.error().message));
            QCOMPARE(*there, after);
            QCOMPARE(recordToJson(*there), recordToJson(after)); // in the same order too
            const auto back = patched(*there, inverse(steps), m_pool);
            QVERIFY2(back, qPrintable(back ? QString() : back.error().message));
            QCOMPARE(*back, before);
            QCOMPARE(recordToJson(*back), recordToJson(before));
        }
    }

    void everyFieldMakesOneStep()
    {
        const Agreement full = filledRecord(numberedId(1), 1);
        for (const FieldInfo &info : fieldTable()) {
            if (!info.isScalar() || info.field == Field::Id)
                continue;
            Agreement other = full;
            QVERIFY(info.setText(other, sampleText(info, info.type == FieldType::Choice ? 0 : 99), m_pool));
            if (other == full)
                continue; // entry 0 of a vocabulary that was there before
            const PatchSteps steps = difference(full, other);
            QCOMPARE(steps.size(), 1);
            QCOMPARE(steps.first().field, info.field);
            QCOMPARE(steps.first().before, fieldToJson(full, info.field));
            QCOMPARE(steps.first().after, fieldToJson(other, info.field));
        }
    }

    void orderOfItems_data()
    {
        QTest::addColumn<QList<int>>("after");
        QTest::newRow("reversed") << QList<int>{5, 4, 3, 2, 1};
        QTest::newRow("first to last") << QList<int>{2, 3, 4, 5, 1};
        QTest::newRow("last to first") << QList<int>{5, 1, 2, 3, 4};
        QTest::newRow("removed and added") << QList<int>{6, 4, 7, 1, 8};
        QTest::newRow("all gone") << QList<int>{};
        QTest::newRow("all others") << QList<int>{9, 8, 7};
    }
    void orderOfItems()
    {
        QFETCH(QList<int>, after);
        const auto recordOf = [](const QList<int> &ids) {
            Agreement record(numberedId(1));
            for (const int id : ids)
                record.edit().participants.append(participant(id, QString::number(id)));
            return record;
        };
        const Agreement from = recordOf({1, 2, 3, 4, 5});
        const Agreement to = recordOf(after);
        const PatchSteps steps = difference(from, to);
        QCOMPARE(order(patched(from, steps, m_pool).value()), order(to));
        QCOMPARE(order(patched(to, inverse(steps), m_pool).value()), order(from));
    }

    void aMovedItemAloneIsOneStep()
    {
        Agreement before(numberedId(1));
        before.edit().participants = {participant(1, u"a"_s), participant(2, u"b"_s), participant(3, u"c"_s)};
        Agreement after = before;
        after.edit().participants.move(2, 0);
        QCOMPARE(difference(before, after).size(), 1);
    }

    void onlyPatchedFieldsMustHold()
    {
        const Agreement before = filledRecord(numberedId(1));
        Agreement after = before;
        after.edit().title = u"New title"_s;
        const PatchSteps steps = difference(before, after);
        Agreement elsewhere = before;
        elsewhere.edit().summary = u"Another summary"_s;
        elsewhere.edit().participants.removeFirst();
        const auto merged = patched(elsewhere, steps, m_pool);
        QVERIFY(merged);
        QCOMPARE(merged->main().title.toString(), u"New title"_s);
        QCOMPARE(merged->main().summary.toString(), u"Another summary"_s);
        QCOMPARE(merged->main().participants, elsewhere->participants);
    }

    void conflictsAreTold_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("scalar") << 0;
        QTest::newRow("item changed") << 1;
        QTest::newRow("item removed") << 2;
        QTest::newRow("item added with the same id") << 3;
    }
    void conflictsAreTold()
    {
        QFETCH(int, which);
        const Agreement base = filledRecord(numberedId(1));
        Agreement mine = base, theirs = base;
        switch (which) {
        case 0:
            mine.edit().title = u"mine"_s;
            theirs.edit().title = u"theirs"_s;
            break;
        case 1:
            mine.edit().participants[0].name = u"mine"_s;
            theirs.edit().participants[0].body = u"theirs"_s;
            break;
        case 2:
            mine.edit().participants[0].name = u"mine"_s;
            theirs.edit().participants.removeFirst();
            break;
        case 3:
            mine.edit().participants.append(participant(999, u"mine"_s));
            theirs.edit().participants.append(participant(999, u"theirs"_s));
            break;
        }
        const auto result = patched(theirs, difference(base, mine), m_pool);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Conflict);
        const QString label = fieldInfo(which == 0 ? Field::Title : Field::Participants).labelText();
        QVERIFY2(result.error().message.contains(label), qPrintable(result.error().message));
    }

    void unreadableValuesAreRefused()
    {
        Agreement record(numberedId(1));
        const PatchSteps steps{{Field::Kind, {}, u"other"_s, u"no-such-kind"_s}};
        const auto result = patched(record, steps, m_pool);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Invalid);
    }

    void inverseOfASet()
    {
        const Agreement a = filledRecord(numberedId(1)), b = filledRecord(numberedId(2));
        Agreement changed = a;
        changed.edit().title = u"New"_s;
        ChangeSet set(u"Many"_s);
        set.changes = {Change::add(b), Change::patch(a.id(), 3, difference(a, changed)), Change::remove(changed, 4),
                       Change::setting({u"side"_s, QString(), u"VN"_s})};
        const ChangeSet undo = inverse(set);
        QVERIFY(undo.id != set.id && !undo.id.isNull());
        QCOMPARE(undo.text, set.text);
        QCOMPARE(undo.origin, ChangeSet::Origin::Undo);
        QCOMPARE(undo.refersTo, set.id);
        QCOMPARE(undo.changes.at(0).settingChange, (SettingChange{u"side"_s, u"VN"_s, QString()}));
        QCOMPARE(undo.changes.at(1).type, Change::Type::Add);
        QCOMPARE(*undo.changes.at(1).record, changed);
        QCOMPARE(undo.changes.at(2).type, Change::Type::Patch);
        QCOMPARE(patched(changed, undo.changes.at(2).steps, m_pool).value(), a);
        QCOMPARE(undo.changes.at(3).type, Change::Type::Remove);
        QCOMPARE(undo.changes.at(3).id, b.id());

        const ChangeSet redo = inverse(undo);
        QCOMPARE(redo.origin, ChangeSet::Origin::Redo);
        QCOMPARE(redo.refersTo, set.id);
        QCOMPARE(redo.changes.at(1).steps, set.changes.at(1).steps);
        QCOMPARE(inverse(redo).origin, ChangeSet::Origin::Undo);
        QCOMPARE(inverse(redo).refersTo, set.id);
    }

    void survivesTheLog()
    {
        QRandomGenerator random(11);
        for (int i = 0; i < 100; ++i) {
            const Agreement before = randomRecord(random);
            Agreement after = before;
            mutate(after, random);
            for (const Change &change : {Change::add(before), Change::remove(before, 7),
                                         Change::patch(before.id(), 7, difference(before, after)),
                                         Change::setting({u"views"_s, QString(), u"{\"a\":1}"_s}),
                                         Change::setting({u"views"_s, u"x"_s, QString()})}) {
                const QByteArray bytes = QJsonDocument(changeToJson(change)).toJson();
                const auto read = changeFromJson(QJsonDocument::fromJson(bytes).object(), m_pool);
                QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
                QCOMPARE(read->type, change.type);
                QCOMPARE(read->id, change.id);
                QCOMPARE(read->steps, change.steps);
                QCOMPARE(read->settingChange, change.settingChange);
                QCOMPARE(read->settingChange.before.isNull(), change.settingChange.before.isNull());
                QCOMPARE(read->settingChange.after.isNull(), change.settingChange.after.isNull());
                if (change.type == Change::Type::Remove)
                    QCOMPARE(*read->record, before);
                else
                    QVERIFY(!read->record);
            }
        }
    }

    void brokenLogIsDamaged_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("no id") << QByteArray("{\"add\":\"x\"}");
        QTest::newRow("removal without its record")
            << QByteArray("{\"remove\":\"00000001-1234-4567-89ab-000000000001\"}");
        QTest::newRow("unknown field") << QByteArray(
            "{\"patch\":\"00000001-1234-4567-89ab-000000000001\",\"steps\":[{\"field\":\"x\"}]}");
        QTest::newRow("computed field") << QByteArray(
            "{\"patch\":\"00000001-1234-4567-89ab-000000000001\",\"steps\":[{\"field\":\"status\"}]}");
    }
    void brokenLogIsDamaged()
    {
        QFETCH(QByteArray, json);
        const auto read = changeFromJson(QJsonDocument::fromJson(json).object(), m_pool);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Damaged);
    }
};

TREATYBOOK_TEST(TstChangeSet)
#include "tst_changeset.moc"
