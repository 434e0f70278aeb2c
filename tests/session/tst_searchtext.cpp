#include "session/searchtext.h"

#include "domain/fold.h"
#include "domain/query.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstSearchText : public QObject
{
    Q_OBJECT

    static bool finds(const Agreement &record, const QString &words)
    {
        SearchText text;
        text.resize(1);
        text.set(0, foldedText(record));
        const bool matches = text.matches(0, Query::parse(words).terms());
        const bool found = !text.search(Query::parse(words).terms()).empty();
        if (matches != found)
            qFatal("the two ways to search differ");
        return found;
    }

private Q_SLOTS:
    void wordsAndPhrases_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *name, const QString &title, const QString &query, bool expected) {
            QTest::newRow(name) << title << query << expected;
        };
        row("start of a word", u"Purchase of vaccine"_s, u"vacc"_s, true);
        row("not within a word", u"Purchase of vaccine"_s, u"accine"_s, false);
        row("all words", u"Purchase of vaccine"_s, u"vacc purch"_s, true);
        row("one is not there", u"Purchase of vaccine"_s, u"vacc rice"_s, false);
        row("minus", u"Purchase of vaccine"_s, u"purchase -vaccine"_s, false);
        row("minus of what is not there", u"Purchase of vaccine"_s, u"purchase -rice"_s, true);
        row("minus alone", u"Purchase of vaccine"_s, u"-rice"_s, true);
        row("minus a start", u"Purchase of vaccine"_s, u"-vacc"_s, false);
        row("phrase", u"Purchase of a vaccine"_s, u"\"of a vaccine\""_s, true);
        row("phrase over signs", u"Plan 2014–2016, signed"_s, u"\"2014 2016 signed\""_s, true);
        row("phrase in another order", u"Purchase of a vaccine"_s, u"\"vaccine of\""_s, false);
        row("closed phrase, whole words", u"Purchases of vaccine"_s, u"\"purchase\""_s, false);
        row("closed phrase, later place", u"Purchases by purchase"_s, u"\"purchase\""_s, true);
        row("open phrase, start of a word", u"Purchases of vaccine"_s, u"\"purchases of vac"_s, true);
        row("first word", u"Purchase"_s, u"\"purchase\""_s, true);
        row("accents", u"Hợp tác quốc phòng"_s, u"quoc phong"_s, true);
        row("accents typed", u"Hop tac"_s, u"hợp tác"_s, true);
        row("d with stroke", u"Đào tạo"_s, u"dao"_s, true);
        row("American", u"Defence programme"_s, u"defense program"_s, true);
        row("British", u"Defense program"_s, u"defence programme"_s, true);
        row("half-typed American", u"Defence programme"_s, u"defens"_s, true);
        row("Vietnam for Viet Nam", u"Viet Nam"_s, u"Vietnam"_s, true);
        row("Viet Nam for Vietnam", u"Vietnam"_s, u"Viet Nam"_s, true);
        row("half-typed Viet Nam", u"Vietnam and others"_s, u"viet na"_s, true);
        row("Viet Nam in a phrase", u"the Vietnamese ministry"_s, u"\"the viet nam"_s, true);
    }
    void wordsAndPhrases()
    {
        QFETCH(QString, title);
        QFETCH(QString, query);
        QTEST(finds(titled(title), query), "expected");
    }

    void aPhraseDoesNotCrossFields()
    {
        Agreement record = titled(u"Plan of Hanoi"_s);
        record.edit().place = u"Havana"_s;
        QVERIFY(finds(record, u"hanoi havana"_s));
        QVERIFY(!finds(record, u"\"hanoi havana\""_s));
    }

    void aCodeFindsByEveryNameOfTheState_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("expected");
        QTest::newRow("English") << u"VN"_s << u"\"viet nam\""_s << true;
        QTest::newRow("Spanish, half typed") << u"VN"_s << u"republica soc"_s << true;
        QTest::newRow("Vietnamese") << u"CU"_s << u"cu-ba"_s << true;
        QTest::newRow("the code") << u"CU"_s << u"cu"_s << true;
        QTest::newRow("former") << u"SUHH"_s << u"liên xô"_s << true;
        QTest::newRow("another State") << u"CU"_s << u"vietnam"_s << false;
        QTest::newRow("no code of a State") << u"EU-X"_s << u"\"eu x\""_s << true;
        QTest::newRow("phrase over two names") << u"VN"_s << u"\"nam vietnam socialist\""_s << false;
    }
    void aCodeFindsByEveryNameOfTheState()
    {
        QFETCH(QString, code);
        QFETCH(QString, query);
        Agreement record;
        Participant who;
        who.id = newItemId();
        who.name = u"as signed"_s;
        who.code = code;
        record.edit().participants = {who, who};
        QTEST(finds(record, query), "expected");
        const FoldedText text = foldedText(record);
        QVERIFY(text.own.isEmpty()); // once for all records, and once in each
        QCOMPARE(text.shared.size(), QSet<QByteArray>(text.shared.begin(), text.shared.end()).size());
    }

    void everyTextIsSearched()
    {
        const Agreement record = filledRecord(numberedId(1));
        const FoldedText folded = foldedText(record);
        const QByteArray text = folded.own + folded.shared.join();
        const auto holds = [&](const QString &value) { return text.contains(' ' + fold(value)); };
        for (const FieldInfo &info : fieldTable()) {
            if (info.type == FieldType::Text || info.type == FieldType::LongText)
                QVERIFY2(holds(info.text(record)), qPrintable(info.keyText()));
            for (qsizetype row = 0; info.part && row < info.part->count(record); ++row) {
                for (size_t column = 0; column < info.part->columns.size(); ++column) {
                    if (info.part->columns[column].type == FieldType::Text)
                        QVERIFY2(holds(info.part->cell(record, row, static_cast<qsizetype>(column))),
                                 qPrintable(info.keyText() + u'.' + info.part->columns[column].keyText()));
                }
            }
        }
    }

    void labelsInThreeLanguages()
    {
        Agreement record(numberedId(1));
        record.edit().kind = Kind::CooperationPlan;
        record.edit().nature = Nature::NonBinding;
        record.edit().subjects = {Text(u"health"_s), Text(u"Own words"_s)};
        record.edit().participants = {
            {ItemId(1), Text(u"Cuba"_s), Text(u"CU"_s), Text(u"Ministry"_s), ParticipantRole::Seller}};
        Action action;
        action.id = ItemId(2);
        action.kind = ActionKind::Ratification;
        record.edit().actions = {action};
        for (const QString &words :
             {u"Cooperation plan"_s, u"Kế hoạch hợp tác"_s, u"Plan de cooperación"_s, u"ràng buộc"_s, u"y te"_s,
              u"Health"_s, u"Salud"_s, u"Own words"_s, u"Cuba"_s, u"ministry"_s, u"Seller"_s, u"bên bán"_s,
              u"vendedor"_s, u"Phê chuẩn"_s, u"ratification"_s})
            QVERIFY2(finds(record, u'"' + words + u'"'), qPrintable(words));
        for (const QString &words : {u"restricted"_s, u"Không rõ"_s, u"health-"_s + u"x"_s})
            QVERIFY2(!finds(record, u'"' + words + u'"'), qPrintable(words));
    }

    void yearsAreWords()
    {
        Agreement record(numberedId(1));
        record.edit().date = Edtf::read(u"2017-03-23");
        record.edit().term = Edtf::read(u"2017/2019");
        QVERIFY(finds(record, u"2017"_s));
        QVERIFY(finds(record, u"2019"_s));
        QVERIFY(!finds(record, u"2018"_s));
    }

    void whatManyShareIsKeptOnce()
    {
        SearchText text;
        text.resize(1000);
        Agreement record = titled(u"x"_s);
        record.edit().place = u"Hanoi"_s;
        record.edit().subjects = {Text(u"health"_s), Text(u"Own"_s)};
        text.set(0, foldedText(record));
        const qsizetype one = text.byteCount();
        for (Slot slot = 1; slot < 1000; ++slot)
            text.set(slot, foldedText(record));
        QCOMPARE(text.byteCount(), one + 999 * 3); // " x\n"
        QCOMPARE(text.search(Query::parse(u"y te own hanoi x"_s).terms()).size(), 1000u);
    }

    /// Own and shared texts together, against a search that looks at each record by itself.
    void survivesManyChanges()
    {
        constexpr Slot Slots = 40;
        const QStringList words{u"ab"_s, u"abc"_s, u"b"_s, u"ba"_s, u"c"_s, u"cab"_s};
        QRandomGenerator random(2);
        const auto word = [&] { return words.at(random.bounded(static_cast<int>(words.size()))); };
        SearchText text;
        text.resize(Slots);
        std::vector<QStringList> expected(Slots);
        for (int i = 0; i < 3000; ++i) {
            const Slot slot = random.bounded(Slots);
            expected[slot].clear();
            FoldedText folded;
            for (int n = random.bounded(5); n > 0; --n) {
                expected[slot].append(word());
                const QByteArray line = ' ' + expected[slot].last().toUtf8() + '\n';
                if (random.bounded(2))
                    folded.own += line;
                else if (!folded.shared.contains(line))
                    folded.shared.append(line);
            }
            text.set(slot, folded);
            QCOMPARE(text.at(slot), folded);

            const QString one = word(), other = word();
            std::vector<Slot> both, whole, without;
            for (Slot s = 0; s < Slots; ++s) {
                const auto starts = [&](const QString &w) {
                    return std::ranges::any_of(expected[s], [&](const QString &own) { return own.startsWith(w); });
                };
                if (starts(one) && starts(other))
                    both.push_back(s);
                if (expected[s].contains(one))
                    whole.push_back(s);
                if (!expected[s].isEmpty() && !starts(one))
                    without.push_back(s);
            }
            QCOMPARE(text.search(Query::parse(one + u' ' + other).terms()), both);
            QCOMPARE(text.search(Query::parse(u'"' + one + u'"').terms()), whole);
            QCOMPARE(text.search(Query::parse(u'-' + one).terms()), without);
            const std::vector<Slot> odd{39, 3, 1, 17};
            std::vector<Slot> kept;
            std::ranges::copy_if(odd, std::back_inserter(kept),
                                 [&](Slot s) { return std::ranges::count(both, s) > 0; });
            QCOMPARE(text.filter(odd, Query::parse(one + u' ' + other).terms()), kept);
        }
        QVERIFY(text.search({}).empty());
    }
};

TREATYBOOK_TEST(TstSearchText)
#include "tst_searchtext.moc"
