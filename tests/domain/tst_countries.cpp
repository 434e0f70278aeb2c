#include "domain/countries.h"

#include "domain/fold.h"
#include "support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstCountries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasACodeOfItsOwnAndANameInEnglish()
    {
        QSet<QString> codes;
        int present = 0, former = 0, without = 0;
        for (const Country &country : Countries::all()) {
            QVERIFY(!country.name(Language::English).isEmpty());
            for (const QString &name : country.allNames())
                QCOMPARE(name, name.trimmed());
            if (country.code.isEmpty()) {
                ++without;
                continue;
            }
            QVERIFY2(!codes.contains(country.code), qPrintable(country.code));
            codes.insert(country.code);
            ++(country.code.size() == 2 ? present : former);
            QCOMPARE(Countries::byCode(country.code), &country);
        }
        QVERIFY(present >= 249);
        QVERIFY(former >= 31);
        QVERIFY(without >= 60);
        QVERIFY(!Countries::byCode({}));
        QVERIFY(!Countries::byCode(u"ZZ"));
        QVERIFY(!Countries::byCode(u"vn")); // codes are exact; what people type goes through begunBy()
    }

    void isFoundByAnyNameInAnyLanguage_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("short") << u"Viet Nam"_s << u"VN"_s;
        QTest::newRow("in one word") << u"Vietnam"_s << u"VN"_s;
        QTest::newRow("Vietnamese") << u"Việt Nam"_s << u"VN"_s;
        QTest::newRow("official") << u"socialist republic of VIET NAM"_s << u"VN"_s;
        QTest::newRow("Spanish") << u"República de Cuba"_s << u"CU"_s;
        QTest::newRow("Vietnamese Cuba") << u"Cu-ba"_s << u"CU"_s;
        QTest::newRow("back to front") << u"Korea, Republic of"_s << u"KR"_s;
        QTest::newRow("turned") << u"Republic of Korea"_s << u"KR"_s;
        QTest::newRow("former") << u"Soviet Union"_s << u"SUHH"_s;
        QTest::newRow("former in Vietnamese") << u"Liên Xô"_s << u"SUHH"_s;
        QTest::newRow("without code") << u"Austria–Hungary"_s << QString();
        QTest::newRow("of ours, Spanish") << u"Prusia"_s << QString();
    }
    void isFoundByAnyNameInAnyLanguage()
    {
        QFETCH(QString, name);
        const Country *country = Countries::byName(name);
        QVERIFY2(country, qPrintable(name));
        QTEST(country->code, "code");
    }

    void isMeantByCodeOrByName()
    {
        for (const QString &typed : {u"VN"_s, u" vn "_s, u"Vietnam"_s, u"việt nam"_s})
            QCOMPARE(Countries::byCodeOrName(typed), Countries::byCode(u"VN"));
        QVERIFY(!Countries::byCodeOrName(u"v"_s));
        QVERIFY(!Countries::byCodeOrName({}));
    }

    void whatIsNoNameIsNotFound()
    {
        for (const QString &name : {QString(), u"  "_s, u"Viet"_s, u"Viet Nam and Cuba"_s, u"Ministry of Defence"_s})
            QVERIFY2(!Countries::byName(name), qPrintable(name));
    }

    void completesWhatIsBegun_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("first");
        QTest::newRow("viet") << u"viet"_s << Language::English << u"Viet Nam"_s;
        QTest::newRow("marks") << u"Việt"_s << Language::English << u"Viet Nam"_s;
        QTest::newRow("cub") << u"cub"_s << Language::English << u"Cuba"_s;
        QTest::newRow("in Vietnamese") << u"viet"_s << Language::Vietnamese << u"Việt Nam"_s;
        QTest::newRow("in Spanish") << u"viet"_s << Language::Spanish << u"Vietnam"_s;
        QTest::newRow("code") << u"vn"_s << Language::English << u"Viet Nam"_s;
        QTest::newRow("later word") << u"hungary"_s << Language::English << u"Hungary"_s;
        QTest::newRow("other language") << u"espana"_s << Language::English << u"Spain"_s;
        QTest::newRow("former") << u"prus"_s << Language::English << u"Prussia"_s;
    }
    void completesWhatIsBegun()
    {
        QFETCH(QString, typed);
        QFETCH(Language, language);
        const auto found = Countries::begunBy(typed, language, 10);
        QVERIFY(!found.isEmpty());
        QTEST(found.first()->name(language), "first");
    }

    void whatIsNearestComesFirst()
    {
        QStringList names;
        for (const Country *country : Countries::begunBy(u"viet", Language::English, 4))
            names.append(country->name(Language::English));
        QCOMPARE(names, (QStringList{u"Viet Nam"_s, u"Democratic Republic of Viet Nam"_s, u"Republic of Viet Nam"_s,
                                     u"Republic of South Viet Nam"_s}));
    }

    void offersNoMoreThanAsked()
    {
        QCOMPARE(Countries::begunBy(u"republic", Language::English, 7).size(), 7);
        QVERIFY(Countries::begunBy({}, Language::English, 7).isEmpty());
        QVERIFY(Countries::begunBy(u"xyzzy", Language::English, 7).isEmpty());
        QVERIFY(Countries::begunBy(u" – ", Language::English, 7).isEmpty());
    }
};

TREATYBOOK_TEST(TstCountries)
#include "tst_countries.moc"
