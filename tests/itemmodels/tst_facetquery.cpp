#include "domain/filter.h"

#include "domain/fold.h"
#include "itemmodels/agreementtablemodel.h"
#include "session/queryevaluator.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// A choice of facet values and its text as a query, asked of the same random records.
class TstFacetQuery : public QObject
{
    Q_OBJECT

    /// What Filter::queryText() promises of the records that are left.
    enum class Promise : quint8 {
        Same,   ///< the same
        ByFold, ///< the same, where no two names are equal to fold.h
        More    ///< more by wanted values, fewer by excluded ones
    };

    static Promise promiseOf(Facet facet)
    {
        switch (facet) {
        case Facet::Subject:
        case Facet::Tag:
        case Facet::Language:
            return Promise::ByFold;
        case Facet::Participant:
        case Facet::Place:
        case Facet::Officer:
            return Promise::More;
        default:
            return Promise::Same;
        }
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<AgreementTableModel> m_model;

    const AgreementStore &store() const { return m_session->store(); }

    static Agreement someRecord(QRandomGenerator &random)
    {
        const auto any = [&](const QStringList &of) { return of.at(random.bounded(static_cast<int>(of.size()))); };
        Agreement record = randomRecord(random);
        record.edit().place = any({QString(), u"Havana"_s, u"La Havana (old)"_s, u"Hà Nội"_s});
        record.edit().participants = {{ItemId(1),
                                       any({u"Cuba"_s, u"Republic of Cuba"_s, u"Cuban Navy"_s}),
                                       any({u"CU"_s, {}}),
                                       {},
                                       static_cast<ParticipantRole>(random.bounded(4))},
                                      {ItemId(2),
                                       any({u"Viet Nam"_s, u"Việt Nam"_s, {}}),
                                       {},
                                       any({u"Ministry of Health of Cuba"_s, {}}),
                                       ParticipantRole::Side}};
        Person host; // has a column of the same name
        host.id = ItemId(3);
        host.role = static_cast<PersonRole>(random.bounded(Vocabularies::personRoles.size()));
        record.editExtras().persons = {host};
        record.editExtras().tags = {
            any({u"seen"_s, u"Seen"_s, u"to be seen"_s, u"\"seen\""_s, u"★"_s, u"sort:title"_s})};
        record.editExtras().languages = {any({u"vi"_s, u"es"_s, u"Spanish"_s})};
        record.edit().confidence = static_cast<Confidence>(random.bounded(4));
        record.edit().handling = static_cast<Handling>(random.bounded(4));
        return record;
    }

    void open(quint32 seed)
    {
        QRandomGenerator random(seed);
        m_session = fakeSession();
        QList<Agreement> records;
        for (int i = 0; i < 150; ++i)
            records.append(someRecord(random));
        QVERIFY(add(*m_session, records));
        m_model = std::make_unique<AgreementTableModel>(*m_session);
        m_model->setAsOf(dayNumber(2015, 6, 1));
    }

    /// That some record has.
    QStringList valuesOf(Facet facet) const
    {
        m_model->setFilter({});
        const auto counts = m_model->facetCounts({facet})[static_cast<size_t>(facet)];
        QStringList values;
        for (quint32 number = 0; number < counts.size(); ++number) {
            const QString value = m_model->facets().valueOf(facet, number);
            if (counts[number] > 0 && !value.isEmpty())
                values.append(value);
        }
        return values;
    }

    QSet<Slot> shownBy(const Filter &filter) const
    {
        m_model->setFilter(filter);
        const QList<Slot> &slots = m_model->visibleSlots();
        return {slots.begin(), slots.end()};
    }

    /// Another value that is the same to fold.h.
    static bool hasTwin(const QString &value, const QStringList &all)
    {
        return std::ranges::any_of(all,
                                   [&](const QString &other) { return other != value && fold(other) == fold(value); });
    }

private Q_SLOTS:
    void cleanup()
    {
        m_model.reset();
        m_session.reset();
    }

    void leavesTheSameRecords_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 3; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void leavesTheSameRecords()
    {
        QFETCH(quint32, seed);
        open(seed);
        QRandomGenerator random(seed);
        for (const FacetInfo &info : facetTable()) {
            const QStringList all = valuesOf(info.facet);
            QVERIFY2(all.size() > 1, qPrintable(info.keyText()));
            int told = 0;
            for (const QString &value : all) {
                for (int way = 0; way < 3; ++way) {
                    FacetChoice choice{info.facet};
                    if (way == 1)
                        choice.excluded = {value};
                    else
                        choice.values = {value};
                    if (way == 2)
                        choice.values.append(all.at(random.bounded(static_cast<int>(all.size()))));
                    Filter filter;
                    filter.choose(choice);
                    const QString text = filter.queryText();
                    const Query query = Query::parse(text);
                    const QStringList chosen = choice.values + choice.excluded;
                    const bool canBeAsked =
                        std::ranges::none_of(chosen, [](const QString &one) { return fold(one).isEmpty(); });
                    QVERIFY2(query.isUsable() == canBeAsked, qPrintable(text));
                    if (!canBeAsked)
                        continue;
                    const QSet<Slot> byFacet = shownBy(filter), byQuery = shownBy(Filter(query));
                    const bool isVague =
                        promiseOf(info.facet) == Promise::ByFold &&
                        std::ranges::any_of(chosen, [&](const QString &one) { return hasTwin(one, all); });
                    if (promiseOf(info.facet) == Promise::More || isVague)
                        QVERIFY2(way == 1 ? byFacet.contains(byQuery) : byQuery.contains(byFacet), qPrintable(text));
                    else
                        QVERIFY2(byFacet == byQuery, qPrintable(text));
                    ++told;
                }
            }
            QVERIFY2(told > 3, qPrintable(info.keyText()));
        }
    }

    void severalChoicesWithWords()
    {
        open(9);
        QRandomGenerator random(9);
        int found = 0;
        for (int i = 0; i < 200; ++i) {
            Filter filter(
                Query::parse(QStringList{u""_s, u"own"_s, u"plan OR own"_s, u"-plan sort:title"_s}.at(i % 4)));
            for (int n = random.bounded(1, 4); n > 0; --n) {
                const FacetInfo &info = facetTable()[random.bounded(static_cast<quint32>(FacetCount))];
                if (promiseOf(info.facet) != Promise::Same)
                    continue;
                const QStringList all = valuesOf(info.facet);
                if (all.isEmpty())
                    continue;
                const QString value = all.at(random.bounded(static_cast<int>(all.size())));
                random.bounded(3) ? filter.toggle(info.facet, value) : filter.toggleExcluded(info.facet, value);
            }
            const QSet<Slot> byFacet = shownBy(filter);
            QVERIFY2(byFacet == shownBy(Filter(Query::parse(filter.queryText()))), qPrintable(filter.queryText()));
            found += byFacet.isEmpty() ? 0 : 1;
        }
        QVERIFY(found > 50);
    }
};

TREATYBOOK_TEST(TstFacetQuery)
#include "tst_facetquery.moc"
