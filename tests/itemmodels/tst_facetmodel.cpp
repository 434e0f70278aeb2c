#include "itemmodels/facetmodel.h"

#include "itemmodels/agreementtablemodel.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstFacetModel : public QObject
{
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    std::unique_ptr<AgreementTableModel> m_records;
    std::unique_ptr<FacetModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    static Agreement made(const QString &title, Kind kind, const QStringList &participants, const QString &date = {})
    {
        Agreement record = titled(title);
        record.edit().nature = Nature::Treaty;
        record.edit().kind = kind;
        record.edit().date = Edtf::read(date);
        for (const QString &name : participants)
            record.edit().participants.append({newItemId(), name, {}, {}, {}});
        return record;
    }

    /// "Cuba 2|*Viet Nam 1|-France 1|3 more…", wanted ones with a star, excluded ones with a minus.
    QString values(Facet facet) const
    {
        QStringList lines;
        const QModelIndex heading = m_model->headingOf(facet);
        for (int row = 0; row < m_model->rowCount(heading); ++row) {
            const QModelIndex index = m_model->index(row, 0, heading);
            QString line = index.data().toString();
            if (m_model->rowOf(index) == FacetModel::Row::Value)
                line += u" %1"_s.arg(index.data(FacetModel::CountRole).toInt());
            const bool chosen = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            lines.append(chosen ? u'*' + line : index.data(FacetModel::ExcludedRole).toBool() ? u'-' + line : line);
        }
        return lines.join(u'|');
    }

    void open(const QList<Agreement> &records)
    {
        m_session = fakeSession();
        if (!records.isEmpty())
            QVERIFY(add(*m_session, records));
        m_records = std::make_unique<AgreementTableModel>(*m_session);
        m_records->setLocale(QLocale(QLocale::English));
        m_records->setAsOf(dayNumber(2018, 1, 1));
        m_model = std::make_unique<FacetModel>(*m_records);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
    }

    void openThree()
    {
        open({made(u"rice"_s, Kind::Treaty, {u"Cuba"_s, u"Viet Nam"_s}, u"2011"_s),
              made(u"ring"_s, Kind::Agreement, {u"Viet Nam"_s}, u"2016"_s),
              made(u"plan"_s, Kind::Agreement, {u"Viet Nam"_s, u"France"_s}, u"1999"_s)});
    }

private Q_SLOTS:
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_records.reset();
        m_session.reset();
    }

    void mostFrequentFirst()
    {
        openThree();
        QCOMPARE(values(Facet::Participant), u"Viet Nam 3|Cuba 1|France 1"_s);
        QCOMPARE(values(Facet::Kind), u"Agreement 2|Treaty 1"_s);
        QCOMPARE(values(Facet::Decade), u"1990s 1|2010s 2"_s);
        QCOMPARE(values(Facet::Status), u"Signed 3"_s);
        QCOMPARE(m_model->headingOf(Facet::Status).data().toString(), u"Status on 1 Jan 2018"_s);
        QVERIFY(m_model->isUsed(Facet::Kind));
        QVERIFY(!m_model->isUsed(Facet::Tag));
    }

    void countsFollowTheOtherFilters()
    {
        openThree();
        m_records->setQuery(Query::parse(u"ri"_s));
        QTRY_COMPARE(values(Facet::Participant), u"Viet Nam 2|Cuba 1"_s);
        m_model->narrowTo(m_model->valueIndex(Facet::Participant, u"Cuba"_s));
        QCOMPARE(m_records->rowCount(), 1);
        QTRY_COMPARE(values(Facet::Kind), u"Treaty 1"_s);
        QCOMPARE(values(Facet::Participant), u"Viet Nam 2|*Cuba 1"_s); // its own choice does not count
        m_model->toggle(m_model->valueIndex(Facet::Participant, u"Viet Nam"_s));
        QTRY_COMPARE(values(Facet::Kind), u"Agreement 1|Treaty 1"_s);
        QCOMPARE(m_model->headingOf(Facet::Participant).data(FacetModel::ChosenCountRole).toInt(), 2);
        m_model->clear(Facet::Participant);
        m_records->setQuery({});
        QTRY_COMPARE(values(Facet::Participant), u"Viet Nam 3|Cuba 1|France 1"_s);
    }

    void chosenValuesStayWithoutARecord()
    {
        openThree();
        m_model->narrowTo(m_model->valueIndex(Facet::Participant, u"France"_s));
        m_records->setQuery(Query::parse(u"rice"_s));
        QTRY_COMPARE(values(Facet::Participant), u"Cuba 1|Viet Nam 1|*France 0"_s);
        QCOMPARE(values(Facet::Kind), QString());
        QVERIFY(m_model->isUsed(Facet::Kind)); // others filter its values away
        m_model->setData(m_model->valueIndex(Facet::Participant, u"France"_s), Qt::Unchecked, Qt::CheckStateRole);
        QTRY_COMPARE(values(Facet::Participant), u"Cuba 1|Viet Nam 1"_s);
        Filter filter;
        filter.toggle(Facet::Tag, u"of no record"_s);
        m_records->setFilter(filter);
        QTRY_COMPARE(values(Facet::Tag), u"*of no record 0"_s);
    }

    void excludedValues()
    {
        openThree();
        m_model->toggleExcluded(m_model->valueIndex(Facet::Participant, u"Cuba"_s));
        QCOMPARE(m_records->rowCount(), 2);
        QTRY_COMPARE(values(Facet::Participant), u"Viet Nam 3|-Cuba 1|France 1"_s);
        QCOMPARE(values(Facet::Kind), u"Agreement 2"_s);
        const QModelIndex cuba = m_model->valueIndex(Facet::Participant, u"Cuba"_s);
        QVERIFY(cuba.data(Qt::AccessibleTextRole).toString().startsWith(u"not Cuba, 1 record"_s));
        QCOMPARE(m_model->headingOf(Facet::Participant).data(FacetModel::ChosenCountRole).toInt(), 1);
        m_records->setQuery(Query::parse(u"ring"_s));
        QTRY_COMPARE(values(Facet::Participant), u"Viet Nam 1|-Cuba 0"_s); // stays without a record
        m_model->toggle(m_model->valueIndex(Facet::Participant, u"Cuba"_s));
        QTRY_COMPARE(values(Facet::Participant), u"Viet Nam 1|*Cuba 0"_s);
        QCOMPARE(m_records->rowCount(), 0);
        m_model->toggleExcluded(m_model->valueIndex(Facet::Participant, u"Cuba"_s));
        m_model->toggleExcluded(m_model->valueIndex(Facet::Participant, u"Cuba"_s));
        QVERIFY(m_records->filter().choices().isEmpty());
        Filter filter;
        filter.toggleExcluded(Facet::Tag, u"of no record"_s);
        m_records->setFilter(filter);
        QTRY_COMPARE(values(Facet::Tag), u"-of no record 0"_s);
    }

    void onlyWhatIsShownIsCounted()
    {
        openThree();
        Agreement after = m_records->recordAt(0);
        after.edit().place = u"Havana"_s;
        QVERIFY(change(*m_session, after));
        QTRY_VERIFY(!m_model->isStale());
        QCOMPARE(m_model->shown(), usualFacets());
        QVERIFY(!m_model->isVisible(Facet::Place) && !m_model->isVisible(Facet::Tag));
        QCOMPARE(values(Facet::Place), QString());
        QSignalSpy changed(m_model.get(), &FacetModel::shownChanged);
        m_model->setShown({Facet::Participant, Facet::Role, Facet::Place, Facet::Officer});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(values(Facet::Place), u"Havana 1"_s);
        QCOMPARE(values(Facet::Role), u"Side 3"_s);
        QCOMPARE(values(Facet::Kind), QString());
        QVERIFY(m_model->isVisible(Facet::Place) && !m_model->isVisible(Facet::Kind));
        QVERIFY(m_model->isVisible(Facet::Officer)); // asked for, although nobody has one
        QCOMPARE(m_model->headingOf(Facet::Officer).data().toString(), u"Officer: none"_s);
        m_model->narrowTo(m_model->valueIndex(Facet::Place, u"Havana"_s));
        QCOMPARE(m_records->rowCount(), 1);
        m_model->setShown(usualFacets());
        QCOMPARE(values(Facet::Place), u"*Havana 1"_s); // it narrows
        QVERIFY(m_model->isVisible(Facet::Place));
        m_model->clear(Facet::Place);
        QTRY_COMPARE(values(Facet::Place), QString());
        QVERIFY(!m_model->isVisible(Facet::Place));
    }

    /// The numbers of names may be others when a facet is shown again.
    void shownAgainItHasItsOwnNames()
    {
        openThree();
        m_model->setShown({Facet::Place});
        const auto setPlace = [&](int row, const QString &place) {
            Agreement after = m_records->recordAt(row);
            after.edit().place = place;
            QVERIFY(change(*m_session, after));
        };
        setPlace(2, u"Paris"_s);
        setPlace(1, u"Havana"_s);
        QTRY_COMPARE(values(Facet::Place), u"Havana 1|Paris 1"_s);
        setPlace(2, {});
        setPlace(0, u"Rome"_s);
        m_model->setShown({});
        m_model->setShown({Facet::Place});
        QCOMPARE(values(Facet::Place), u"Havana 1|Rome 1"_s);
        m_records->setLocale(QLocale(QLocale::Spanish)); // everything is read anew
        QTRY_COMPARE(values(Facet::Place), u"Havana 1|Rome 1"_s);
    }

    void followsBookAndDay()
    {
        openThree();
        QVERIFY(add(*m_session, {made(u"new"_s, Kind::Protocol, {u"Cuba"_s}, u"2016"_s)}));
        QTRY_COMPARE(values(Facet::Participant), u"Viet Nam 3|Cuba 2|France 1"_s);
        QVERIFY(awaitResult(m_session->undo()));
        QTRY_COMPARE(values(Facet::Participant), u"Viet Nam 3|Cuba 1|France 1"_s);
        m_records->setAsOf(dayNumber(2012, 6, 1));
        QTRY_COMPARE(values(Facet::Status), u"Not yet 1|Signed 2"_s);
        QCOMPARE(m_model->headingOf(Facet::Status).data().toString(), u"Status on 1 Jun 2012"_s);
        Agreement after = m_records->recordAt(0);
        after.editExtras().tags = {u"mine"_s};
        QVERIFY(change(*m_session, after));
        QTRY_COMPARE(values(Facet::Tag), u"mine 1"_s);
        QVERIFY(m_model->isUsed(Facet::Tag));
    }

    void fewValuesUnlessAllAreAskedFor()
    {
        QList<Agreement> records;
        for (int i = 0; i < 30; ++i)
            records.append(made(u"a"_s, Kind::Treaty, {u"State %1"_s.arg(i), u"Cuba"_s}));
        open(records);
        QCOMPARE(values(Facet::Participant), u"Cuba 30|State 0 1|State 1 1|State 2 1|State 3 1|State 4 1|State 5 1|"
                                             "State 6 1|23 more…"_s);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept = m_model->valueIndex(Facet::Participant, u"State 2"_s);
        m_model->setShowsAll(Facet::Participant, true);
        QCOMPARE(m_model->rowCount(m_model->headingOf(Facet::Participant)), 33); // search, 31 values, fewer
        QCOMPARE(kept.data().toString(), u"State 2"_s);                          // in place
        m_model->setNeedle(Facet::Participant, u"state 1"_s);
        QVERIFY(values(Facet::Participant).startsWith(u"Search Participant|State 1 1|State 10 1|"_s));
        QCOMPARE(m_model->rowCount(m_model->headingOf(Facet::Participant)), 13);
        m_model->narrowTo(m_model->valueIndex(Facet::Participant, u"State 12"_s));
        m_model->setShowsAll(Facet::Participant, false);
        QVERIFY(values(Facet::Participant).endsWith(u"|*State 12 1|22 more…"_s));
        QVERIFY(reset.isEmpty());
    }

    void hostileNames()
    {
        open({made(u"a"_s, Kind::Treaty, {u"<img src=x>\nline"_s, QString(), QString(100000, u'x')})});
        QCOMPARE(m_model->rowCount(m_model->headingOf(Facet::Participant)), 2);
        for (int row = 0; row < 2; ++row) {
            const QModelIndex index = m_model->index(row, 0, m_model->headingOf(Facet::Participant));
            QVERIFY(index.data().toString().size() <= 200);
            QVERIFY(!index.data().toString().contains(u'\n'));
            QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
        }
        m_model->narrowTo(m_model->valueIndex(Facet::Participant, QString(100000, u'x')));
        QCOMPARE(m_records->rowCount(), 1);
    }

    /// In place through any change: what views keep is what the model says, and equals a model made anew.
    void randomSteps_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void randomSteps()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        QList<Agreement> records;
        for (int i = 0; i < 40; ++i)
            records.append(randomRecord(random));
        open(records);
        QHash<QPersistentModelIndex, QString> kept;
        const auto keep = [&](const QModelIndex &parent, int first, int last) {
            for (int row = first; row <= last; ++row) {
                const QModelIndex index = m_model->index(row, 0, parent);
                kept[index] = index.data().toString() + index.data(FacetModel::CountRole).toString() +
                              index.data(Qt::CheckStateRole).toString();
            }
        };
        for (int row = 0; row < m_model->rowCount(); ++row)
            keep(m_model->index(row, 0), 0, m_model->rowCount(m_model->index(row, 0)) - 1);
        connect(m_model.get(), &QAbstractItemModel::rowsInserted, this, keep);
        connect(m_model.get(), &QAbstractItemModel::dataChanged, this,
                [&](const QModelIndex &from, const QModelIndex &to) { keep(from.parent(), from.row(), to.row()); });
        m_model->setShown({Facet::Kind, Facet::Participant, Facet::Role, Facet::Place, Facet::Language, Facet::Tag});
        for (int i = 0; i < 80; ++i) {
            const auto facet = static_cast<Facet>(random.bounded(static_cast<int>(FacetCount)));
            const QModelIndex heading = m_model->headingOf(facet);
            const QModelIndex any = m_model->index(random.bounded(m_model->rowCount(heading) + 1), 0, heading);
            switch (random.bounded(7)) {
            case 6:
                if (any.isValid() && m_model->rowOf(any) == FacetModel::Row::Value)
                    m_model->toggleExcluded(any);
                break;
            case 0:
                m_model->setShowsAll(facet, random.bounded(2));
                break;
            case 1:
                QVERIFY(remove(*m_session, m_session->store().record(liveSlots(m_session->store()).first()).id()));
                QVERIFY(add(*m_session, {randomRecord(random)}));
                break;
            case 2:
                m_records->setQuery(Query::parse(random.bounded(2) ? u"own"_s : QString()));
                break;
            case 3:
                m_records->setFilter({});
                break;
            default:
                if (any.isValid() && m_model->rowOf(any) == FacetModel::Row::Value)
                    random.bounded(2) ? m_model->toggle(any) : m_model->narrowTo(any);
                break;
            }
            QTRY_VERIFY(!m_model->isStale());
            FacetModel anew(*m_records);
            anew.setShown(m_model->shown());
            for (const FacetInfo &info : facetTable()) {
                anew.setShowsAll(info.facet, m_model->showsAll(info.facet));
                const QModelIndex ours = m_model->headingOf(info.facet), theirs = anew.headingOf(info.facet);
                QCOMPARE(m_model->rowCount(ours), anew.rowCount(theirs));
                for (int row = 0; row < m_model->rowCount(ours); ++row) {
                    const QModelIndex index = m_model->index(row, 0, ours), other = anew.index(row, 0, theirs);
                    QCOMPARE(index.data().toString(), other.data().toString());
                    QCOMPARE(index.data(FacetModel::CountRole), other.data(FacetModel::CountRole));
                    QCOMPARE(index.data(FacetModel::ExcludedRole), other.data(FacetModel::ExcludedRole));
                    QCOMPARE(index.data(Qt::CheckStateRole), other.data(Qt::CheckStateRole));
                    QCOMPARE(kept.value(index), index.data().toString() + index.data(FacetModel::CountRole).toString() +
                                                    index.data(Qt::CheckStateRole).toString());
                }
            }
        }
        m_model->disconnect(this);
    }
};

TREATYBOOK_TEST(TstFacetModel)
#include "tst_facetmodel.moc"
