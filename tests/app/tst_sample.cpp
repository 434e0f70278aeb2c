#include "exchange/jsonrecords.h"

#include "domain/recordjson.h"
#include "domain/validation.h"
#include "support/testregistry.h"

#include <QRegularExpression>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

/// The sample is what a newcomer sees first; this holds it against the facts of its two documents.
class TstSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto file = sampleRecords();
        QVERIFY2(file, file ? "" : qPrintable(file.error().message));
        m_records = file->records;
        QVERIFY(!file->views.isEmpty());
    }

    void countsAreThoseOfTheDocuments()
    {
        const auto count = [&](auto &&matches) { return std::count_if(m_records.begin(), m_records.end(), matches); };
        QCOMPARE(m_records.size(), 38);
        QCOMPARE(count([](const Agreement &a) { return !a.isEvent(); }), 22);
        QCOMPARE(count([](const Agreement &a) { return a->kind == Kind::CooperationPlan; }), 5);
        QCOMPARE(count([](const Agreement &a) { return a->kind == Kind::Visit; }), 5);
        QCOMPARE(count([](const Agreement &a) { return a->kind == Kind::Donation; }), 4);
        QCOMPARE(count([](const Agreement &a) { return a->nature == Nature::Contract; }), 1);
    }

    void recordsAreFitToBeSeen()
    {
        QSet<QUuid> ids;
        QSet<QString> shortTitles;
        for (const Agreement &record : m_records) {
            const QByteArray title = record->title.toString().toUtf8();
            QVERIFY2(!record->title.isEmpty() && !record->shortTitle.isEmpty(), title);
            QVERIFY2(record->shortTitle.toString().size() <= 24, title);
            QVERIFY2(!record->sources.isEmpty(), title);
            QVERIFY2(!record->subjects.isEmpty(), title);
            QVERIFY2(!record->participants.isEmpty(), title);
            QVERIFY2(!record->date.isEmpty() && !record->date.isUnread(), title);
            ids.insert(record.id());
            shortTitles.insert(record->shortTitle.toString());
        }
        QCOMPARE(ids.size(), m_records.size());
        QCOMPARE(shortTitles.size(), m_records.size());
    }

    void lanesAreTheFive()
    {
        const QSet<QString> lanes{u"defence"_s, u"health"_s, u"trade"_s, u"diplomatic-relations"_s, u"development-aid"_s};
        QSet<QString> seen;
        for (const Agreement &record : m_records) {
            seen.insert(record->subjects.first().toString());
            for (const Text &subject : record->subjects)
                QVERIFY2(Vocabularies::subjects.indexOfKey(subject.toString()), qPrintable(subject.toString()));
        }
        QCOMPARE(seen, lanes);
    }

    void referencesLead()
    {
        QSet<QUuid> ids;
        for (const Agreement &record : m_records)
            ids.insert(record.id());
        for (const Agreement &record : m_records) {
            QSet<ItemId> participants, sources;
            for (const Participant &participant : record->participants)
                participants.insert(participant.id);
            for (const Source &source : record->sources)
                sources.insert(source.id);
            for (const Relation &relation : record.extras().relations)
                QVERIFY(ids.contains(relation.other) && relation.other != record.id());
            for (const Action &action : record->actions) {
                QVERIFY(sources.contains(action.source));
                QVERIFY(action.participant == ItemId::None || participants.contains(action.participant));
            }
            for (const Quantity &quantity : record.extras().quantities)
                QVERIFY(sources.contains(quantity.source));
            for (const Source &source : record->sources) {
                for (const Text &key : source.supports)
                    QVERIFY2(findField(key.toString()), qPrintable(key.toString()));
                if (source.kind == SourceKind::Inference)
                    QVERIFY2(!source.note.isEmpty() && !source.supports.isEmpty(), qPrintable(record->title.toString()));
            }
        }
    }

    /// Record, field, value: the facts of the documents, no more precise than these.
    void factsAreThoseOfTheDocuments_data()
    {
        QTest::addColumn<QString>("record");
        QTest::addColumn<Field>("field");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *record, Field field, const char *value) {
            QTest::addRow("%s %s", record, fieldInfo(field).key.data()) << QString::fromUtf8(record) << field << QString::fromUtf8(value);
        };
        row("Officers' health 2004", Field::Date, "2004");
        row("Officers' health 2004", Field::Nature, "undetermined");
        row("Officers' health 2004", Field::InForce, "");
        row("Defence agreement 2011", Field::Date, "2011-06");
        row("Defence plan 2014–2016", Field::Date, "2014");
        row("Defence plan 2014–2016", Field::Term, "2014/2016");
        row("Defence plan 2014–2016", Field::Nature, "non-binding");
        row("Defence plan 2017–2019", Field::Date, "2017-03-23");
        row("Defence plan 2017–2019", Field::Term, "2017/2019");
        row("Defence plan 2020–2022", Field::Date, "2021-09-20");
        row("Defence plan 2020–2022", Field::Term, "2020/2022");
        row("Defence plan 2020–2022", Field::Place, "Havana");
        row("Defence plan 2023–2025", Field::Date, "2023-06-22");
        row("Defence plan 2026–2028", Field::Date, "2025-09-03");
        row("Info security 2017", Field::Date, "2017");
        row("Military medicine 2018", Field::Date, "2018");
        row("Trade agreement 2018", Field::Date, "2018-11-09");
        row("Trade agreement 2018", Field::InForce, "2020-04-01");
        row("Vaccine purchase 2021", Field::Date, "[2021-09-18..2021-09-20]");
        row("Joint statement 2021", Field::Date, "[2021-09-18..2021-09-22]");
        row("Presidential visit 2021", Field::Date, "2021-09-18/2021-09-20");
        row("Diplomatic ties 1960", Field::Date, "1960-12-02");
        row("Attaché in Cuba 1964", Field::Date, "1964");
        row("Attaché in Viet Nam 1966", Field::Date, "1966");
        row("Mission 1985–1992", Field::Date, "1985/1992");
        row("Cuban experts 2020", Field::Date, "[2020-07..2020-08]");
    }
    void factsAreThoseOfTheDocuments()
    {
        QFETCH(QString, record);
        QFETCH(Field, field);
        QFETCH(QString, value);
        const Agreement *found = find(record);
        QVERIFY(found);
        QCOMPARE(fieldInfo(field).text(*found), value);
    }

    void purchaseKeepsItsNumbersApart()
    {
        const Agreement *purchase = find(u"Vaccine purchase 2021"_s);
        QVERIFY(purchase);
        QVERIFY2(!(*purchase)->title.toString().contains(QRegularExpression(u"million|\\d{3}"_s)), "the title names no number");
        const auto amount = [&](Stance stance, const char *text) {
            return std::any_of(purchase->extras().quantities.begin(), purchase->extras().quantities.end(), [&](const Quantity &q) {
                return q.stance == stance && q.amount.text() == QLatin1StringView(text) && q.unit == Text(u"doses"_s);
            });
        };
        QVERIFY(amount(Stance::Agreed, "5000000"));
        QVERIFY(amount(Stance::Authorised, "10000000"));
        QVERIFY(amount(Stance::Reported, "10000000"));
        const Agreement *gift = find(u"Vaccine gift 2021"_s);
        QVERIFY(gift);
        QCOMPARE(gift->extras().quantities.size(), 2);
    }

    void plansSucceedOneAnother()
    {
        const QStringList plans{u"Defence plan 2014–2016"_s, u"Defence plan 2017–2019"_s, u"Defence plan 2020–2022"_s,
                                u"Defence plan 2023–2025"_s, u"Defence plan 2026–2028"_s};
        for (qsizetype i = 1; i < plans.size(); ++i) {
            const Agreement *later = find(plans.at(i)), *earlier = find(plans.at(i - 1));
            QVERIFY(later && earlier);
            QVERIFY(std::any_of(later->extras().relations.begin(), later->extras().relations.end(), [&](const Relation &relation) {
                return relation.kind == RelationKind::Succeeds && relation.other == earlier->id();
            }));
        }
    }

    void readsBackAsItWas()
    {
        Pool pool;
        for (const Agreement &record : m_records) {
            const auto again = recordFromJson(recordToJson(record), pool);
            QVERIFY(again);
            QVERIFY(*again == record);
        }
    }

private:
    const Agreement *find(const QString &shortTitle) const
    {
        for (const Agreement &record : m_records) {
            if (record->shortTitle.toString() == shortTitle)
                return &record;
        }
        return nullptr;
    }

    QList<Agreement> m_records;
};

TREATYBOOK_TEST(TstSample)
#include "tst_sample.moc"
