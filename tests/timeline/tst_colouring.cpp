#include "support/booksession.h"
#include "support/testregistry.h"
#include "timeline/colouring.h"

#include <QTest>

using namespace Treatybook;

class TstColouring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys();
    void byStatusHasNoCategories();
    void natureKeepsTheOrderOfItsVocabulary();
    void mostFrequentKindsWin();
    void firstSubjectThatHasACategory();
    void randomSetsKeepTheRules();
    void oddSets();

private:
    QList<Slot> add(const QList<Agreement> &records);
    const AgreementStore &store() const { return m_session->store(); }

    std::unique_ptr<Session> m_session = Test::fakeSession();
};

namespace {

Agreement record(Nature nature, Kind kind = Kind::Other, const QStringList &subjects = {})
{
    Agreement agreement(QUuid::createUuid());
    agreement.edit().nature = nature;
    agreement.edit().kind = kind;
    for (const QString &subject : subjects)
        agreement.edit().subjects.append(Text(subject));
    return agreement;
}

QStringList labelsOf(const Colouring &colouring)
{
    QStringList labels;
    for (const Colouring::Category &category : colouring.categories())
        labels.append(QStringLiteral("%1 %2 %3").arg(category.category).arg(category.label).arg(category.count));
    return labels;
}

} // namespace

QList<Slot> TstColouring::add(const QList<Agreement> &records)
{
    QList<Slot> added;
    if (!Test::add(*m_session, records))
        qFatal("the records were not added");
    for (const Agreement &agreement : records)
        added.append(store().slotOf(agreement.id()).value());
    return added;
}

void TstColouring::keys()
{
    for (size_t i = 0; i < colourByTable.size(); ++i) {
        QCOMPARE(static_cast<size_t>(colourByTable[i].value), i);
        QCOMPARE(colourByOfKey(QString::fromUtf8(colourByTable[i].key)), colourByTable[i].value);
    }
    QVERIFY(!colourByOfKey(u"colour"));
    QVERIFY(!colourByOfKey(u""));
}

void TstColouring::byStatusHasNoCategories()
{
    const QList<Slot> one = add({record(Nature::Treaty)});
    const Colouring colouring(store(), one, ColourBy::Status, Language::English);
    QVERIFY(colouring.isByStatus());
    QVERIFY(colouring.categories().isEmpty());
    QCOMPARE(colouring.categoryOf(one.first()), OtherCategory);
    QVERIFY(Colouring().isByStatus());
}

void TstColouring::natureKeepsTheOrderOfItsVocabulary()
{
    using enum Nature;
    const QList<Slot> all =
        add({record(Event), record(Event), record(Event), record(Treaty), record(Undetermined), record(Contract)});
    const Colouring colouring(store(), all, ColourBy::Nature, Language::English);
    QCOMPARE(labelsOf(colouring),
             QStringList({QStringLiteral("0 Treaty (binding) 1"), QStringLiteral("1 Contract (national law) 1"),
                          QStringLiteral("2 Event 3"), QStringLiteral("8 Undetermined 1")}));
    QCOMPARE(colouring.categoryOf(all.at(0)), 2);
    QCOMPARE(colouring.categoryOf(all.at(3)), 0);
    QCOMPARE(colouring.categoryOf(all.at(4)), OtherCategory);
    // Fewer events do not change anybody's colour.
    const Colouring fewer(store(), all.mid(2), ColourBy::Nature, Language::English);
    QCOMPARE(fewer.categoryOf(all.at(3)), 0);
    QCOMPARE(fewer.categoryOf(all.at(2)), 2);
}

void TstColouring::mostFrequentKindsWin()
{
    QList<Agreement> records;
    for (int kind = 1; kind <= 10; ++kind) {
        for (int i = 0; i < (kind == 3 || kind == 7 ? 1 : kind + 1); ++i)
            records.append(record(Nature::Treaty, static_cast<Kind>(kind)));
    }
    const QList<Slot> all = add(records);
    const Colouring colouring(store(), all, ColourBy::Kind, Language::English);
    QCOMPARE(colouring.categories().size(), CategoryCount);
    QCOMPARE(colouring.categories().last(), (Colouring::Category{OtherCategory, QStringLiteral("Other or none"), 2}));
    for (qsizetype i = 0; i < all.size(); ++i) {
        const int kind = static_cast<int>(records.at(i)->kind);
        const int expected = kind == 3 || kind == 7 ? OtherCategory : kind - 1 - (kind > 3) - (kind > 7);
        QCOMPARE(colouring.categoryOf(all.at(i)), expected);
    }
}

void TstColouring::firstSubjectThatHasACategory()
{
    QList<Agreement> records;
    const auto subject = [](int number) { return QStringLiteral("own subject %1").arg(number); };
    for (int i = 0; i < 8; ++i) {
        records.append(record(Nature::Treaty, Kind::Other, {subject(i)}));
        records.append(record(Nature::Treaty, Kind::Other, {subject(i)}));
    }
    records.append(record(Nature::Treaty, Kind::Other, {QStringLiteral("rare"), subject(5), subject(2)}));
    records.append(record(Nature::Treaty, Kind::Other, {QStringLiteral("rarer")}));
    records.append(record(Nature::Treaty));
    const QList<Slot> all = add(records);
    const Colouring colouring(store(), all, ColourBy::Subject, Language::English);
    QCOMPARE(colouring.categoryOf(all.at(16)), 5);
    QCOMPARE(colouring.categoryOf(all.at(17)), OtherCategory);
    QCOMPARE(colouring.categoryOf(all.at(18)), OtherCategory);
    QCOMPARE(colouring.categories().at(5), (Colouring::Category{5, subject(5), 3}));
    QCOMPARE(colouring.categories().last().count, 2);

    // Known subjects come first, with their labels; without a subject at all there is no other value.
    const QList<Slot> few =
        add({record(Nature::Treaty, Kind::Other, {QStringLiteral("aaa")}),
             record(Nature::Treaty, Kind::Other, {Vocabularies::subjects.key(0)}), record(Nature::Treaty)});
    const Colouring two(store(), few, ColourBy::Subject, Language::Spanish);
    QCOMPARE(labelsOf(two),
             QStringList({QStringLiteral("0 %1 1").arg(Vocabularies::subjects.label(0, Language::Spanish)),
                          QStringLiteral("1 aaa 1"), QStringLiteral("8 No subject 1")}));
}

void TstColouring::randomSetsKeepTheRules()
{
    QRandomGenerator random(5);
    QList<Agreement> records;
    for (int i = 0; i < 400; ++i)
        records.append(record(static_cast<Nature>(random.bounded(6)),
                              static_cast<Kind>(random.bounded(32) * random.bounded(32) / 32)));
    const QList<Slot> all = add(records);
    for (int round = 0; round < 40; ++round) {
        QList<Slot> some;
        std::map<Kind, int> frequency;
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (random.bounded(40) > round)
                continue;
            some.append(all.at(i));
            ++frequency[records.at(i)->kind];
        }
        frequency.erase(Kind::Other);
        const Colouring colouring(store(), some, ColourBy::Kind, Language::English);
        std::map<int, Kind> kindOf;
        int sum = 0, leastChosen = 1000, mostOther = 0;
        for (const Slot slot : std::as_const(some)) {
            const Kind kind = store().record(slot)->kind;
            const int category = colouring.categoryOf(slot);
            if (kind == Kind::Other)
                QCOMPARE(category, OtherCategory);
            else if (category == OtherCategory)
                mostOther = std::max(mostOther, frequency[kind]);
            else {
                QCOMPARE(kindOf.try_emplace(category, kind).first->second, kind);
                leastChosen = std::min(leastChosen, frequency[kind]);
            }
        }
        QVERIFY(mostOther <= leastChosen);
        QVERIFY(std::is_sorted(kindOf.cbegin(), kindOf.cend(),
                               [](const auto &a, const auto &b) { return a.second < b.second; }));
        for (const Colouring::Category &category : colouring.categories())
            sum += category.count;
        QCOMPARE(sum, some.size());
    }
}

void TstColouring::oddSets()
{
    const QList<Slot> one = add({record(Nature::Treaty, Kind::Treaty)});
    for (const ColourByInfo &info : colourByTable) {
        const Colouring none(store(), {}, info.value, Language::Vietnamese);
        QVERIFY(none.categories().isEmpty());
        QCOMPARE(none.categoryOf(one.first()), OtherCategory);
        QCOMPARE(none.categoryOf(1'000'000), OtherCategory);
        const Colouring single(store(), one, info.value, Language::Vietnamese);
        QCOMPARE(single.categories().size(), info.value == ColourBy::Status ? 0 : 1);
    }
}

TREATYBOOK_TEST(TstColouring)
#include "tst_colouring.moc"
