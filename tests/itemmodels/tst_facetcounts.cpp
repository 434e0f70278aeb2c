#include "itemmodels/facetcounts.h"

#include "itemmodels/agreementtablemodel.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// What a filter leaves and what the facets count, against an evaluation that reads the records one by one.
class TstFacetCounts : public QObject
{
    Q_OBJECT

    using Table = QMap<QString, int>;

    std::unique_ptr<Session> m_session;
    std::unique_ptr<AgreementTableModel> m_model;

    const AgreementStore &store() const { return m_session->store(); }

    QStringList naiveValues(Facet facet, Slot slot) const
    {
        const Agreement &record = store().record(slot);
        QStringList values;
        switch (facet) {
        case Facet::Nature:
        case Facet::Kind:
        case Facet::TermKind:
        case Facet::Confidence:
        case Facet::Handling:
        case Facet::StatusOverride:
        case Facet::Place:
        case Facet::Officer:
            values = {fieldInfo(facetInfo(facet).field).text(record)};
            break;
        case Facet::Language:
            values = splitList(fieldInfo(Field::Languages).text(record));
            break;
        case Facet::Role:
            for (const Participant &participant : record->participants)
                values.append(Vocabularies::participantRoles.key(static_cast<int>(participant.role)));
            break;
        case Facet::SourceKind:
            for (const Source &source : record->sources)
                values.append(Vocabularies::sourceKinds.key(static_cast<int>(source.kind)));
            break;
        case Facet::Status:
            values = {Vocabularies::statuses.key(static_cast<int>(store().timeline(slot).on(m_model->asOf()).status))};
            break;
        case Facet::Subject:
            for (const Text &subject : record->subjects)
                values.append(subject.toString());
            break;
        case Facet::Participant:
            for (const Participant &participant : record->participants)
                values.append((participant.name.isEmpty() ? participant.body : participant.name).toString());
            break;
        case Facet::Tag:
            for (const Text &tag : record.extras().tags)
                values.append(tag.toString());
            break;
        case Facet::Decade: {
            DayRange days = record->date.instant();
            if (days == DayRange())
                days = record->inForce.instant();
            if (days == DayRange())
                days = {record->term.start().earliest, record->term.start().earliest};
            if (days == DayRange())
                break;
            const int first = civilDate(days.earliest == NoDay ? days.latest : days.earliest).year;
            const int last = civilDate(days.latest == NoDay ? days.earliest : days.latest).year;
            for (int year = first; last - first < 100 && year <= last; ++year)
                values.append(decadeText(decadeOf(year)));
            break;
        }
        }
        values.removeAll(QString());
        values.removeDuplicates();
        return values;
    }

    bool hasWords(Slot slot) const
    {
        const FoldedText folded = foldedText(store().record(slot));
        const QByteArray text = folded.own + folded.shared.join();
        return std::ranges::all_of(m_model->query().terms(), [&](const Query::Term &term) {
            return text.contains(term.needle) != term.excluded;
        });
    }

    bool passes(Slot slot, const FacetChoice &choice) const
    {
        const QStringList values = naiveValues(choice.facet, slot);
        const auto has = [&](const QString &value) { return values.contains(value); };
        return (choice.values.isEmpty() || std::ranges::any_of(choice.values, has)) &&
               std::ranges::none_of(choice.excluded, has);
    }

    bool passesAllBut(Slot slot, std::optional<Facet> left) const
    {
        return hasWords(slot) && std::ranges::all_of(m_model->filter().choices(), [&](const FacetChoice &choice) {
                   return choice.facet == left || passes(slot, choice);
               });
    }

    Table naiveCounts(Facet facet) const
    {
        Table counts;
        for (const Slot slot : liveSlots(store())) {
            if (!passesAllBut(slot, facet))
                continue;
            for (const QString &value : naiveValues(facet, slot))
                ++counts[value];
        }
        return counts;
    }

    /// Counted with others, or alone.
    Table counted(Facet facet, bool alone = false) const
    {
        QList<Facet> facets{facet};
        for (const FacetInfo &info : facetTable()) {
            if (!alone && info.facet != facet)
                facets.append(info.facet);
        }
        const auto counts = m_model->facetCounts(facets)[static_cast<size_t>(facet)];
        Table result;
        for (quint32 number = 0; number < counts.size(); ++number) {
            const QString value = m_model->facets().valueOf(facet, number);
            if (!value.isEmpty())
                [&] { QCOMPARE(m_model->facets().numberOf(facet, value), number); }();
            if (counts[number] > 0 && !value.isEmpty())
                result.insert(value, static_cast<int>(counts[number]));
        }
        return result;
    }

    void compare()
    {
        QSet<Slot> expected;
        for (const Slot slot : liveSlots(store())) {
            if (passesAllBut(slot, {}))
                expected.insert(slot);
        }
        const QList<Slot> &shown = m_model->visibleSlots();
        QCOMPARE(QSet<Slot>(shown.begin(), shown.end()), expected);
        QCOMPARE(shown.size(), expected.size());
        for (const FacetInfo &info : facetTable())
            QCOMPARE(counted(info.facet, true), naiveCounts(info.facet));
        QCOMPARE(counted(Facet::Place), naiveCounts(Facet::Place));
    }

    Agreement record(QRandomGenerator &random) const
    {
        static const QStringList words{u"rice"_s, u"ring"_s, u"vaccine"_s, u"plan"_s};
        static const QStringList names{u"Cuba"_s, u"Viet Nam"_s, u"France"_s, u"Ôn"_s};
        Agreement made = randomRecord(random);
        const auto any = [&](const QStringList &from) {
            return from.at(random.bounded(static_cast<int>(from.size())));
        };
        made.edit().title = any(words);
        made.edit().nature = static_cast<Nature>(random.bounded(6));
        made.edit().kind = static_cast<Kind>(random.bounded(3));
        made.edit().participants = {{ItemId(1), any(names), {}, {}, {}}, {ItemId(2), any(names), {}, {}, {}}};
        made.edit().subjects = {u"defence"_s, any(names)};
        if (random.bounded(2))
            made.editExtras().tags = {any(words), u"all"_s};
        made.edit().confidence = static_cast<Confidence>(random.bounded(4));
        made.edit().place = any({QString(), u"Hà Nội"_s, u"Havana"_s});
        made.editExtras().officer = any({QString(), u"Lan"_s, u"An"_s});
        made.editExtras().languages = {any({u"vi"_s, u"es"_s}), u"en"_s};
        for (Participant &participant : made.edit().participants)
            participant.role = static_cast<ParticipantRole>(random.bounded(3));
        return made;
    }

    void chooseAny(QRandomGenerator &random)
    {
        const auto facet = static_cast<Facet>(random.bounded(static_cast<int>(FacetCount)));
        Filter filter = m_model->filter();
        const QStringList values = naiveCounts(facet).keys() + QStringList{u"nothing has this"_s};
        const QString value = values.at(random.bounded(static_cast<int>(values.size())));
        if (random.bounded(2))
            filter.toggle(facet, value);
        else if (random.bounded(2))
            filter.toggleExcluded(facet, value);
        else if (random.bounded(4))
            filter.narrowTo(facet, value);
        else
            filter.stepBack();
        m_model->setFilter(filter);
    }

    void operate(QRandomGenerator &random)
    {
        const QList<Slot> live = liveSlots(store());
        const auto anySlot = [&] { return live.at(random.bounded(static_cast<int>(live.size()))); };
        switch (random.bounded(live.isEmpty() ? 1 : 13)) {
        case 0: {
            QList<Agreement> some;
            for (int n = random.bounded(8) ? random.bounded(1, 4) : 60; n > 0; --n)
                some.append(record(random));
            QVERIFY(add(*m_session, some));
            break;
        }
        case 1:
            QVERIFY(remove(*m_session, store().record(anySlot()).id()));
            break;
        case 2:
        case 3: {
            Agreement after = store().record(anySlot());
            mutate(after, random, {store().record(anySlot()).id()});
            QVERIFY(change(*m_session, after));
            break;
        }
        case 4:
            if (m_session->canUndo())
                QVERIFY(awaitResult(m_session->undo()));
            break;
        case 5:
            if (m_session->canRedo())
                QVERIFY(awaitResult(m_session->redo()));
            break;
        case 6:
            m_model->setAsOf(dayNumber(random.bounded(1950, 2030), random.bounded(1, 13), random.bounded(1, 29)));
            break;
        case 7:
        case 8:
            m_model->setQuery(Query::parse(
                QStringList{u"ri"_s, u"rice"_s, u"r"_s, QString(), u"-ring"_s, u"vac"_s}.at(random.bounded(6))));
            break;
        case 9:
            m_model->keepOnlyFacets({Facet::Place});
            break;
        default:
            chooseAny(random);
            break;
        }
    }

private Q_SLOTS:
    void cleanup()
    {
        m_model.reset();
        m_session.reset();
    }

    void likeANaiveEvaluation_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void likeANaiveEvaluation()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        m_session = fakeSession();
        m_model = std::make_unique<AgreementTableModel>(*m_session);
        m_model->setAsOf(dayNumber(2018, 1, 1));
        QVERIFY(add(*m_session, {record(random), record(random), record(random)}));
        for (int i = 0; i < 60 && !QTest::currentTestFailed(); ++i) {
            operate(random);
            compare();
        }
    }

    /// Records come in pages; what is counted is what is shown, and in the end everything.
    void whileTheBookIsRead()
    {
        auto store = std::make_shared<FakeStore>();
        ChangeSet set(u"Add"_s);
        QRandomGenerator random(7);
        for (quint32 i = 0; i < 5000; ++i) {
            Agreement made(numberedId(i));
            made.edit().kind = static_cast<Kind>(random.bounded(3));
            made.edit().nature = Nature::Treaty;
            made.edit().date = Edtf::read(QString::number(random.bounded(1990, 2020)));
            if (i >= 4000) { // what the last page says of the first is known only in the end
                Relation relation;
                relation.id = ItemId(1);
                relation.kind = RelationKind::Supersedes;
                relation.other = numberedId(i - 4000);
                made.editExtras().relations = {relation};
            }
            set.changes.append(Change::add(made));
        }
        QVERIFY(store->commit(set));
        m_session = std::make_unique<Session>(
            std::make_unique<FakeRepository>(store, std::make_shared<FakeRepository::Behaviour>()));
        m_model = std::make_unique<AgreementTableModel>(*m_session);
        m_model->setAsOf(dayNumber(2018, 1, 1));
        Filter filter;
        filter.toggle(Facet::Kind, u"treaty"_s);
        filter.toggle(Facet::Status, u"signed"_s);
        m_model->setFilter(filter);
        int pages = 0;
        connect(m_session.get(), &Session::loadProgressed, this, [&] {
            ++pages;
            Filter now = m_model->filter();
            now.toggle(Facet::Decade, u"200X"_s);
            m_model->setFilter(now);
            const auto all = m_model->facetCounts({Facet::Kind, Facet::Place});
            const auto &counts = all[static_cast<size_t>(Facet::Kind)];
            QVERIFY(counts[static_cast<size_t>(Kind::Treaty)] >= static_cast<quint32>(m_model->rowCount()));
        });
        m_session->load();
        QTRY_VERIFY(m_session->isLoaded());
        QVERIFY(pages > 1);
        QVERIFY(m_model->rowCount() > 0);
        QVERIFY(counted(Facet::Status).value(u"superseded"_s) > 0);
        compare();
    }

    void whatIsNotCountedIsEmpty()
    {
        m_session = fakeSession();
        m_model = std::make_unique<AgreementTableModel>(*m_session);
        Agreement made = titled(u"a"_s);
        made.edit().place = u"Havana"_s;
        QVERIFY(add(*m_session, {made}));
        const FacetCounts::Counts counts = m_model->facetCounts({Facet::Kind});
        QVERIFY(!counts[static_cast<size_t>(Facet::Kind)].empty());
        QVERIFY(counts[static_cast<size_t>(Facet::Nature)].empty());
        QVERIFY(counts[static_cast<size_t>(Facet::Place)].empty());
        QVERIFY(!m_model->facets().numberOf(Facet::Place, u"Havana"_s)); // no column was made
        QCOMPARE(counted(Facet::Place), (Table{{u"Havana"_s, 1}}));
        QVERIFY(m_model->facets().numberOf(Facet::Place, u"Havana"_s));
        m_model->keepOnlyFacets({});
        QVERIFY(!m_model->facets().numberOf(Facet::Place, u"Havana"_s));
        Filter filter;
        filter.toggleExcluded(Facet::Place, u"Havana"_s);
        m_model->setFilter(filter);
        QCOMPARE(m_model->rowCount(), 0);
        m_model->keepOnlyFacets({}); // what narrows stays
        QVERIFY(m_model->facets().numberOf(Facet::Place, u"Havana"_s));
    }

    void aValueThatNoRecordHasLeavesNone()
    {
        m_session = fakeSession();
        m_model = std::make_unique<AgreementTableModel>(*m_session);
        QVERIFY(add(*m_session, {titled(u"a"_s)}));
        Filter filter;
        filter.toggle(Facet::Participant, u"Atlantis"_s);
        m_model->setFilter(filter);
        QCOMPARE(m_model->rowCount(), 0);
        Agreement other = titled(u"b"_s);
        other.edit().participants = {{ItemId(1), u"Atlantis"_s, {}, {}, {}}};
        QVERIFY(add(*m_session, {other}));
        QCOMPARE(m_model->rowCount(), 1);
    }
};

TREATYBOOK_TEST(TstFacetCounts)
#include "tst_facetcounts.moc"
