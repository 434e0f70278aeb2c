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

class TstAgreementTableModel : public QObject
{
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    std::unique_ptr<AgreementTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    QString titles() const
    {
        QStringList titles;
        for (int row = 0; row < m_model->rowCount(); ++row)
            titles.append(m_model->recordAt(row)->title.toString());
        return titles.join(u'|');
    }
    QString cell(int row, Field field, int role = Qt::DisplayRole) const
    {
        return m_model->index(row, static_cast<int>(m_model->fields().indexOf(field))).data(role).toString();
    }

private Q_SLOTS:
    void init()
    {
        m_session = fakeSession();
        m_model = std::make_unique<AgreementTableModel>(*m_session);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_model->setLocale(QLocale(QLocale::English));
        m_model->setFields({Field::Title, Field::Date, Field::NoticeMonths, Field::Status});
        m_model->setSort({{Field::Title, Qt::AscendingOrder}});
        m_model->setAsOf(dayNumber(2021, 10, 1));
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_session.reset();
    }

    void showsARecord()
    {
        Agreement record = titled(u"Plan"_s);
        record.edit().nature = Nature::Treaty;
        record.edit().inForce = Edtf::read(u"2014-01-01");
        record.edit().date = Edtf::read(u"2014-01-01");
        record.editExtras().noticeMonths = 1200;
        QVERIFY(add(*m_session, {record}));
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->columnCount(), 4);
        QCOMPARE(cell(0, Field::Title), u"Plan"_s);
        QCOMPARE(cell(0, Field::Date), displayText(record->date, QLocale(QLocale::English)));
        QCOMPARE(cell(0, Field::NoticeMonths), u"1,200"_s);
        QCOMPARE(cell(0, Field::Status), u"In force"_s);
        const QModelIndex index = m_model->index(0, 0);
        QCOMPARE(index.data(AgreementTableModel::SlotRole).value<Slot>(), *m_session->store().slotOf(record.id()));
        QCOMPARE(index.data(AgreementTableModel::IdRole).toUuid(), record.id());
        QCOMPARE(index.data(AgreementTableModel::StatusRole).toInt(), static_cast<int>(Status::InForce));
        QCOMPARE(index.data(AgreementTableModel::CertainRole).toBool(), true);
        QCOMPARE(m_model->index(0, 2).data(Qt::TextAlignmentRole).value<Qt::Alignment>(),
                 Qt::AlignRight | Qt::AlignVCenter);
        QCOMPARE(index.data(Qt::TextAlignmentRole).value<Qt::Alignment>(), Qt::AlignLeft | Qt::AlignVCenter);
        QVERIFY(cell(0, Field::Status, Qt::ToolTipRole).contains(u"In force"_s));
        QVERIFY(!m_model->index(0, 0).data(Qt::EditRole).isValid());
        QVERIFY(!m_model->data({}).isValid());
    }

    void headers()
    {
        const auto header = [&](int column) { return m_model->headerData(column, Qt::Horizontal).toString(); };
        QCOMPARE(header(0), u"Title"_s);
        QCOMPARE(header(3), u"Status on %1"_s.arg(displayText(Edtf::read(u"2021-10-01"), QLocale(QLocale::English))));
        QVERIFY(!m_model->headerData(4, Qt::Horizontal).isValid());
        QVERIFY(!m_model->headerData(0, Qt::Vertical).isValid());
        QVERIFY(add(*m_session, {titled(u"a"_s)}));
        QCOMPARE(m_model->headerData(0, Qt::Vertical).toInt(), 1);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::headerDataChanged);
        m_model->setAsOf(dayNumber(2020, 12, 31));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(1).toInt(), 3);
        QVERIFY(header(3).contains(u"2020"));
    }

    void longTextsAreCutAndMarkupIsText()
    {
        QVERIFY(add(*m_session, {titled(u"<b>one</b>\ntwo & three"_s), titled(QString(5000, u'x'))}));
        QCOMPARE(cell(0, Field::Title), u"<b>one</b> two & three"_s);
        QCOMPARE(cell(0, Field::Title, Qt::ToolTipRole), u"<p>&lt;b&gt;one&lt;/b&gt;<br>two &amp; three</p>"_s);
        QCOMPARE(cell(0, Field::Title, AgreementTableModel::WholeTextRole), u"<b>one</b>\ntwo & three"_s);
        QCOMPARE(cell(1, Field::Title).size(), AgreementTableModel::LongestCell);
        QVERIFY(cell(1, Field::Title, Qt::ToolTipRole).size() < AgreementTableModel::LongestToolTip + 20);
        QVERIFY(cell(0, Field::Date, Qt::ToolTipRole).isEmpty());
    }

    void filtersAsYouType()
    {
        QVERIFY(add(*m_session, {titled(u"rice"_s), titled(u"ring"_s), titled(u"vaccine"_s), titled(u"oats"_s),
                                 titled(u"corn"_s), titled(u"wheat"_s)}));
        QSignalSpy filtered(m_model.get(), &AgreementTableModel::filterChanged);
        QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        for (const auto &[typed, expected] : {std::pair{u"r"_s, u"rice|ring"_s},
                                              {u"ri"_s, u"rice|ring"_s},
                                              {u"ric"_s, u"rice"_s},
                                              {u"ricx"_s, u""_s},
                                              {u"ri"_s, u"rice|ring"_s},
                                              {u"ri -ring"_s, u"rice"_s},
                                              {u"-r -v"_s, u"corn|oats|wheat"_s},
                                              {u""_s, u"corn|oats|rice|ring|vaccine|wheat"_s}}) {
            m_model->setQuery(Query::parse(typed));
            QCOMPARE(titles(), expected);
            QCOMPARE(m_model->query().text(), typed);
        }
        QCOMPARE(filtered.count(), 8);
        QCOMPARE(layout.count(), 7); // "ri" left the same records as "r"
        QVERIFY(removed.isEmpty());
        m_model->setQuery(Query::parse(u"  "_s));
        QCOMPARE(filtered.count(), 8);
    }

    void rowsKnowTheirSlots()
    {
        QVERIFY(add(*m_session, {titled(u"b"_s), titled(u"a"_s)}));
        for (int row = 0; row < 2; ++row)
            QCOMPARE(m_model->rowOf(m_model->slotAt(row)), row);
        QCOMPARE(m_model->rowOf(77), -1);
        const Slot b = m_model->slotAt(1);
        m_model->setQuery(Query::parse(u"a"_s));
        QCOMPARE(m_model->rowOf(b), -1);
        QCOMPARE(m_model->visibleSlots().size(), 1);
    }

    void persistentIndexesFollow()
    {
        QVERIFY(add(*m_session, {titled(u"corn"_s), titled(u"rice"_s), titled(u"wheat"_s)}));
        const QPersistentModelIndex corn = m_model->index(0, 0), rice = m_model->index(1, 1),
                                    wheat = m_model->index(2, 0);
        QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
        m_model->sort(0, Qt::DescendingOrder);
        QCOMPARE(layout.count(), 1);
        QCOMPARE(layout.first().at(1).toInt(), static_cast<int>(QAbstractItemModel::VerticalSortHint));
        QCOMPARE(titles(), u"wheat|rice|corn"_s);
        QCOMPARE(corn.row(), 2);
        QCOMPARE(rice.row(), 1);
        QCOMPARE(rice.column(), 1);
        m_model->setQuery(Query::parse(u"wheat"_s));
        QVERIFY(!corn.isValid() && !rice.isValid());
        QCOMPARE(wheat.row(), 0);
        m_model->sort(-1);
        QVERIFY(m_model->sortKeys().isEmpty());
    }

    void anEditTouchesItsRowAlone()
    {
        const Agreement a = titled(u"a"_s), b = titled(u"b"_s), c = titled(u"c"_s);
        QVERIFY(add(*m_session, {a, b, c}));
        QSignalSpy data(m_model.get(), &QAbstractItemModel::dataChanged),
            moved(m_model.get(), &QAbstractItemModel::rowsMoved),
            inserted(m_model.get(), &QAbstractItemModel::rowsInserted),
            removed(m_model.get(), &QAbstractItemModel::rowsRemoved),
            layout(m_model.get(), &QAbstractItemModel::layoutChanged),
            reset(m_model.get(), &QAbstractItemModel::modelReset);
        const auto set = [&](const Agreement &record, Field field, const QString &value) {
            return awaitResult(m_session->setField(record.id(), field, value, u"x"_s)).hasValue();
        };
        QVERIFY(set(b, Field::Place, u"Hanoi"_s)); // no column, no key: only data
        QCOMPARE(data.count(), 1);
        QCOMPARE(data.first().at(0).toModelIndex(), m_model->index(1, 0));
        QCOMPARE(data.first().at(1).toModelIndex(), m_model->index(1, 3));
        QVERIFY(moved.isEmpty());

        QVERIFY(set(b, Field::Title, u"z"_s));
        QCOMPARE(moved.count(), 1);
        QCOMPARE(titles(), u"a|c|z"_s);

        m_model->setQuery(Query::parse(u"hanoi"_s));
        QCOMPARE(layout.count(), 1);
        QVERIFY(set(a, Field::Place, u"Hanoi"_s)); // comes into the filter
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(titles(), u"a|z"_s);
        QVERIFY(set(b, Field::Place, QString())); // leaves it
        QCOMPARE(removed.count(), 1);
        QVERIFY(remove(*m_session, a.id()));
        QCOMPARE(removed.count(), 2);
        QVERIFY(add(*m_session, {titled(u"hidden"_s)}));
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(layout.count(), 1);
        QVERIFY(reset.isEmpty());
    }

    void neighboursAnnounceTheirStatusOnly()
    {
        Agreement plan = titled(u"a plan"_s), next = titled(u"b next"_s);
        for (Agreement *record : {&plan, &next}) {
            record->edit().nature = Nature::Treaty;
            record->edit().inForce = Edtf::read(u"2010-01-01");
        }
        QVERIFY(add(*m_session, {plan, next}));
        QCOMPARE(cell(0, Field::Status), u"In force"_s);
        QSignalSpy data(m_model.get(), &QAbstractItemModel::dataChanged);
        Relation relation;
        relation.id = ItemId(1);
        relation.kind = RelationKind::Supersedes;
        relation.other = plan.id();
        next.editExtras().relations = {relation};
        QVERIFY(change(*m_session, next));
        QCOMPARE(cell(0, Field::Status), u"Superseded"_s);
        QCOMPARE(data.count(), 2);
        QCOMPARE(data.last().at(0).toModelIndex(), m_model->index(0, 3));
        QCOMPARE(data.last().at(1).toModelIndex(), m_model->index(0, 3));
        QVERIFY(data.last().at(2).value<QList<int>>().contains(AgreementTableModel::StatusRole));
    }

    void theDayMovesStatuses()
    {
        Agreement plan = titled(u"Plan"_s);
        plan.edit().nature = Nature::NonBinding;
        plan.edit().date = Edtf::read(u"2021-09-20");
        plan.edit().term = Edtf::read(u"2020/2022");
        QVERIFY(add(*m_session, {plan, titled(u"Other"_s)}));
        QSignalSpy asOf(m_model.get(), &AgreementTableModel::asOfChanged);
        QSignalSpy data(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
        QCOMPARE(cell(1, Field::Status), u"In effect"_s);
        m_model->setAsOf(dayNumber(2023, 1, 1));
        QCOMPARE(cell(1, Field::Status), u"Expired"_s);
        QCOMPARE(asOf.count(), 1);
        QCOMPARE(data.count(), 1);
        QCOMPARE(data.first().at(0).toModelIndex(), m_model->index(0, 3));
        QCOMPARE(data.first().at(1).toModelIndex(), m_model->index(1, 3));
        m_model->setAsOf(dayNumber(2023, 1, 1));
        QCOMPARE(asOf.count(), 1);
        QVERIFY(layout.isEmpty());
        m_model->setSort({{Field::Status, Qt::AscendingOrder}});
        QCOMPARE(titles(), u"Other|Plan"_s);
        m_model->setAsOf(dayNumber(2010, 1, 1)); // not yet, before unknown
        QVERIFY(m_model->statusOf(m_model->slotAt(0)).status < m_model->statusOf(m_model->slotAt(1)).status);
    }

    void columnsComeAndGo()
    {
        QVERIFY(add(*m_session, {titled(u"a"_s)}));
        const QPersistentModelIndex status = m_model->index(0, 3), date = m_model->index(0, 1);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->setFields({Field::Status, Field::Kind, Field::Title, Field::Place});
        QCOMPARE(m_model->fields(), QList<Field>({Field::Status, Field::Kind, Field::Title, Field::Place}));
        QCOMPARE(status.column(), 0);
        QVERIFY(!date.isValid());
        QVERIFY(reset.isEmpty());
        m_model->setFields({});
        QCOMPARE(m_model->columnCount(), 0);
        QVERIFY(change(*m_session, [&] {
            Agreement record = m_model->recordAt(0);
            record.edit().title = u"b"_s;
            return record;
        }()));
        m_model->setFields({Field::Title});
        QCOMPARE(cell(0, Field::Title), u"b"_s);
    }

    void theLanguageChanges()
    {
        Agreement record = titled(u"a"_s);
        record.edit().kind = Kind::Treaty;
        QVERIFY(add(*m_session, {record}));
        m_model->setFields({Field::Kind});
        m_model->setLocale(QLocale(QLocale::Vietnamese));
        QCOMPARE(cell(0, Field::Kind), u"Hiệp ước"_s);
    }

    void manyChangesAreOneLayoutChange()
    {
        QList<Agreement> many;
        for (quint32 i = 0; i < 300; ++i) {
            Agreement record(numberedId(i));
            record.edit().title = u"Plan %1"_s.arg(i);
            many.append(record);
        }
        QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QVERIFY(add(*m_session, many));
        QCOMPARE(m_model->rowCount(), 300);
        QCOMPARE(layout.count(), 1);
        QVERIFY(inserted.isEmpty());
        QVERIFY(titles().startsWith(u"Plan 0|Plan 1|Plan 2|"_s));
    }

    void followsABookWhileItIsRead()
    {
        auto store = std::make_shared<FakeStore>();
        ChangeSet set(u"Add"_s);
        for (quint32 i = 0; i < 9000; ++i) {
            Agreement record(numberedId(i));
            record.edit().title = u"Plan %1"_s.arg(i);
            set.changes.append(Change::add(record));
        }
        QVERIFY(store->commit(set));
        Session session(std::make_unique<FakeRepository>(store, std::make_shared<FakeRepository::Behaviour>()));
        AgreementTableModel model(session);
        model.setFields({Field::Title});
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);
        QList<qsizetype> seen;
        connect(&session, &Session::loadProgressed, this, [&] {
            seen.append(model.rowCount());
            model.setQuery(Query::parse(seen.size() % 2 ? u"plan"_s : QString())); // typed meanwhile
            model.setSort({{seen.size() % 2 ? Field::Title : Field::Date, Qt::AscendingOrder}});
        });
        session.load();
        QTRY_VERIFY(session.isLoaded());
        QVERIFY(seen.first() > 0); // the first records show at once
        QCOMPARE(model.rowCount(), 9000);
        model.setQuery(Query::parse(u"\"plan 8999\""_s));
        QCOMPARE(model.rowCount(), 1);
    }
};

TREATYBOOK_TEST(TstAgreementTableModel)
#include "tst_agreementtablemodel.moc"
