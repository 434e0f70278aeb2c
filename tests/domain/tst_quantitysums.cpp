#include "domain/quantitysums.h"

#include "recordbuilder.h"
#include "support/testregistry.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstQuantitySums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsByUnitAndStance()
    {
        QuantitySums sums;
        QCOMPARE(words(sums), QString());
        sums.add(having({{"5000000", "doses", Stance::Agreed}, {"0.10", "t", Stance::Pledged}}));
        sums.add(having({{"150000", " doses ", Stance::Agreed}, {"0.2", "t", Stance::Pledged}}));
        sums.add(having({{"7", "", Stance::Agreed}, {"", "doses", Stance::Agreed}}));
        QCOMPARE(words(sums), u"agreed 7; agreed 5,150,000 doses; pledged 0.30 t"_s);
        QCOMPARE(sums.inWords(QLocale(QLocale::English), 1), u"agreed 7; …"_s);
        sums.add(having({{"1", "Doses", Stance::Agreed}})); // another unit, as far as anybody can tell
        QVERIFY(words(sums).contains(u"agreed 1 Doses"_s));
    }

    /// The gift of vaccine: 150,000 or 200,000 doses, as two papers have it.
    void otherSourcesAreOtherFiguresForTheSame()
    {
        QuantitySums sums;
        sums.add(having({{"150000", "doses", Stance::Reported, 7}, {"200000", "doses", Stance::Reported, 8}}));
        QCOMPARE(words(sums), u"reported up to 200,000 doses"_s);
        sums.add(having({{"5", "doses", Stance::Reported, 1}, {"6", "doses", Stance::Reported, 1}}));
        QCOMPARE(words(sums), u"reported up to 200,011 doses"_s);
        QuantitySums agreeing;
        agreeing.add(having({{"3", "t", Stance::Reported, 1}, {"3.0", "t", Stance::Reported, 2}}));
        QCOMPARE(words(agreeing), u"reported 3 t"_s);
    }

    void whatDoesNotFitIsSaid()
    {
        QuantitySums sums;
        sums.add(having({{"9223372036854775807", "t", Stance::Agreed}}));
        sums.add(having({{"1", "t", Stance::Agreed}}));
        QCOMPARE(words(sums), u"agreed too many to add up t"_s);
        sums.add(having({{"1", "t", Stance::Agreed}}));
        QCOMPARE(words(sums), u"agreed too many to add up t"_s);
    }

    /// The order of the records does not matter.
    void anyOrder()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 50; ++round) {
            QList<Agreement> records;
            for (int i = 0; i < 8; ++i)
                records.append(having({{QByteArray::number(random.bounded(1000)), random.bounded(2) ? "t" : "doses",
                                        static_cast<Stance>(random.bounded(3)), random.bounded(3)},
                                       {QByteArray::number(random.bounded(1000)), "t", Stance::Agreed, random.bounded(3)}}));
            QuantitySums there, back;
            for (qsizetype i = 0; i < records.size(); ++i) {
                there.add(records.at(i));
                back.add(records.at(records.size() - 1 - i));
            }
            QCOMPARE(there.sums(), back.sums());
        }
    }

private:
    struct Given {
        QByteArray amount, unit;
        Stance stance;
        int source = 0;
    };
    static Agreement having(const QList<Given> &quantities)
    {
        Agreement record = RecordBuilder(Nature::Contract);
        for (const Given &given : quantities) {
            Quantity quantity;
            if (!given.amount.isEmpty())
                quantity.amount = *Decimal::parse(QString::fromLatin1(given.amount));
            quantity.unit = Text(QByteArrayView(given.unit));
            quantity.stance = given.stance;
            quantity.source = ItemId(given.source);
            record.editExtras().quantities.append(quantity);
        }
        return record;
    }
    static QString words(const QuantitySums &sums) { return sums.inWords(QLocale(QLocale::English), 9); }
};

TREATYBOOK_TEST(TstQuantitySums)
#include "tst_quantitysums.moc"
