#include "session/columns.h"

#include "support/records.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstColumns : public QObject
{
    Q_OBJECT

    static QStringList names(const Columns &columns, std::span<const quint32> numbers)
    {
        QStringList texts;
        for (const quint32 number : numbers)
            texts.append(columns.nameAt(number).toString());
        return texts;
    }

private Q_SLOTS:
    void holdsWhatTheRecordSays()
    {
        Columns columns;
        columns.resize(2);
        Agreement record(numberedId(1));
        record.edit().nature = Nature::Contract;
        record.edit().kind = Kind::Contract;
        record.edit().termKind = TermKind::Fixed;
        record.edit().handling = Handling::Internal;
        record.edit().confidence = Confidence::Probable;
        record.edit().statusOverride = Status::Expired;
        record.edit().date = Edtf::read(u"2004");
        record.edit().inForce = Edtf::read(u"2005-01-02");
        record.edit().term = Edtf::read(u"2006/2007");
        record.edit().subjects = {Text(u"health"_s), Text(u"trade"_s)};
        record.editExtras().tags = {Text(u"trade"_s)};
        record.edit().participants = {{ItemId(1), Text(u"Cuba"_s), {}, Text(u"A"_s), {}},
                                      {ItemId(2), Text(u"Cuba"_s), {}, Text(u"B"_s), {}},
                                      {ItemId(3), {}, {}, Text(u"Viettel"_s), {}}};
        columns.set(1, record);
        QCOMPARE(columns.choice(Field::Nature, 1), static_cast<quint8>(Nature::Contract));
        QCOMPARE(columns.choice(Field::Kind, 1), static_cast<quint8>(Kind::Contract));
        QCOMPARE(columns.choice(Field::TermKind, 1), static_cast<quint8>(TermKind::Fixed));
        QCOMPARE(columns.choice(Field::Handling, 1), static_cast<quint8>(Handling::Internal));
        QCOMPARE(columns.choice(Field::Confidence, 1), static_cast<quint8>(Confidence::Probable));
        QCOMPARE(columns.choice(Field::StatusOverride, 1), static_cast<quint8>(Status::Expired));
        QCOMPARE(columns.days(Field::Date, 1), (DayRange{dayNumber(2004, 1, 1), dayNumber(2004, 12, 31)}));
        QCOMPARE(columns.days(Field::InForce, 1), (DayRange{dayNumber(2005, 1, 2), dayNumber(2005, 1, 2)}));
        QCOMPARE(columns.days(Field::Term, 1), (DayRange{dayNumber(2006, 1, 1), dayNumber(2007, 12, 31)}));
        QCOMPARE(columns.days(Field::Title, 1), DayRange());
        QCOMPARE(names(columns, columns.subjects(1)), QStringList({u"health"_s, u"trade"_s}));
        QCOMPARE(names(columns, columns.tags(1)), QStringList({u"trade"_s}));
        QCOMPARE(names(columns, columns.participants(1)), QStringList({u"Cuba"_s, u"Viettel"_s}));
        QCOMPARE(columns.nameCount(), 4u); // a text is one number wherever it stands
        QVERIFY(columns.subjects(0).empty());

        columns.clear(1);
        QVERIFY(columns.subjects(1).empty() && columns.participants(1).empty());
        QCOMPARE(columns.choice(Field::Kind, 1), 0);
        QCOMPARE(columns.days(Field::Date, 1), DayRange());
    }

    void listsSurviveManyChanges()
    {
        ListColumn lists;
        lists.resize(20);
        std::vector<QList<quint32>> expected(20);
        QRandomGenerator random(1);
        for (int i = 0; i < 5000; ++i) {
            const auto slot = static_cast<size_t>(random.bounded(20));
            QList<quint32> items;
            for (int n = random.bounded(6); n > 0; --n)
                items.append(random.bounded(100u));
            lists.set(slot, items);
            expected[slot] = items;
            for (size_t s = 0; s < 20; ++s)
                QVERIFY(std::ranges::equal(lists.at(s), expected[s]));
            QVERIFY2(lists.itemCount() <= 20 * 6 * 2 + 6, "void places are given back");
        }
    }
};

TREATYBOOK_TEST(TstColumns)
#include "tst_columns.moc"
