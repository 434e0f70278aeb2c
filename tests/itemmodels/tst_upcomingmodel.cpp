#include "itemmodels/upcomingmodel.h"

#include "itemmodels/problemsmodel.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// What comes next, and problems, over all records.
class TstUpcomingModel : public QObject
{
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    std::unique_ptr<AgreementTableModel> m_records;
    std::unique_ptr<UpcomingModel> m_upcoming;
    std::unique_ptr<ProblemsModel> m_problems;
    QUuid m_plan;

    static Agreement plan(const QString &title, const QString &term)
    {
        Agreement record = titled(title);
        record.edit().nature = Nature::NonBinding;
        record.edit().kind = Kind::CooperationPlan;
        record.edit().date = Edtf::read(term.section(u'/', 0, 0));
        record.edit().term = Edtf::read(term);
        return record;
    }
    QString rows() const
    {
        QStringList rows;
        for (int row = 0; row < m_upcoming->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < m_upcoming->columnCount(); ++column)
                cells.append(m_upcoming->index(row, column).data().toString());
            rows.append(cells.join(u'|'));
        }
        return rows.join(u'\n');
    }
    QString problems() const
    {
        QStringList rows;
        for (int group = 0; group < m_problems->rowCount(); ++group)
            rows.append(m_problems->index(group, 0).data().toString());
        return rows.join(u'\n');
    }
    void wait() const { QTRY_VERIFY(m_upcoming->isDone() && m_problems->isDone()); }

private Q_SLOTS:
    void init()
    {
        m_session = fakeSession();
        Agreement first = plan(u"First plan"_s, u"2020/2022"_s);
        first.editExtras().obligations = {
            {ItemId(7), Text(u"write a report"_s), {}, Edtf::read(u"2022-03-31"), {}, {}, {}},
            {ItemId(8), Text(u"meet"_s), {}, Edtf::read(u"2022-07-01"), {}, {}, {}}};
        m_plan = first.id();
        QVERIFY(add(*m_session, {first, plan(u"Second plan"_s, u"2021/2023"_s), titled(u"Nothing foreseen"_s)}));
        m_records = std::make_unique<AgreementTableModel>(*m_session);
        m_records->setLocale(QLocale(QLocale::English));
        m_records->setAsOf(*parseDay(u"2022-06-01"_s));
        m_upcoming = std::make_unique<UpcomingModel>(*m_records);
        m_problems = std::make_unique<ProblemsModel>(*m_records);
        new QAbstractItemModelTester(m_upcoming.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, this);
        new QAbstractItemModelTester(m_problems.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, this);
        wait();
    }
    void cleanup()
    {
        m_upcoming.reset();
        m_problems.reset();
        m_records.reset();
        m_session.reset();
    }

    void saysWhatComesNext()
    {
        QCOMPARE(rows(), u"62 day(s) ago|Overdue since 31 March 2022: write a report|First plan\n"
                         "in 30 day(s)|Due 1 July 2022: meet|First plan\n"
                         "in 213 day(s)|Term ends 31 December 2022|First plan"_s);
        QVERIFY(m_upcoming->index(0, 0).data(UpcomingModel::OverdueRole).toBool());
        QVERIFY(!m_upcoming->index(1, 0).data(UpcomingModel::OverdueRole).toBool());
        m_upcoming->setDays(30);
        QCOMPARE(m_upcoming->rowCount(), 2);
        m_upcoming->setDays(29);
        QCOMPARE(m_upcoming->rowCount(), 1);
        QCOMPARE(m_upcoming->countWithin(30), 2); // whatever is shown
        QCOMPARE(m_upcoming->countWithin(365), 3);
    }

    void followsDayFilterAndRecords()
    {
        m_records->setAsOf(*parseDay(u"2023-06-01"_s));
        QTRY_COMPARE(rows(), u"in 213 day(s)|Term ends 31 December 2023|Second plan"_s);
        m_records->setAsOf(*parseDay(u"2022-12-31"_s));
        QTRY_COMPARE(m_upcoming->rowCount(), 4);
        QVERIFY(rows().contains(u"on this day|Term ends 31 December 2022"_s));
        m_upcoming->setOnlyShown(true);
        m_records->setQuery(Query::parse(u"second"_s));
        QTRY_COMPARE(m_upcoming->rowCount(), 1);
        QCOMPARE(m_upcoming->countWithin(365), 4); // of the whole book
        m_upcoming->setOnlyShown(false);
        QCOMPARE(m_upcoming->rowCount(), 4);
        QVERIFY(remove(*m_session, m_plan));
        QTRY_COMPARE(m_upcoming->rowCount(), 1);
        QVERIFY(add(*m_session, {plan(u"Third plan"_s, u"2022/2023-03"_s)}));
        QTRY_COMPARE(m_upcoming->rowCount(), 2);
    }

    void ticksAnObligation()
    {
        const QModelIndex what = m_upcoming->index(0, UpcomingModel::What);
        QCOMPARE(what.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
        QVERIFY(
            !m_upcoming->index(2, UpcomingModel::What).data(Qt::CheckStateRole).isValid()); // a term is no obligation
        QVERIFY(!m_upcoming->setData(m_upcoming->index(2, UpcomingModel::What), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(m_upcoming->setData(what, Qt::Checked, Qt::CheckStateRole));
        QTRY_COMPARE(m_upcoming->rowCount(), 2);
        const Slot slot = *m_session->store().slotOf(m_plan);
        QCOMPARE(m_session->store().record(slot).extras().obligations.first().done.text(), u"2022-06-01"_s);
        QVERIFY(awaitResult(m_session->undo()));
        QTRY_COMPARE(m_upcoming->rowCount(), 3);
    }

    void saysWhatMayBeWrong()
    {
        QCOMPARE(m_problems->total(), 0);
        QCOMPARE(m_problems->rowCount(), 0); // hints are asked for
        m_problems->setWithHints(true);
        QTRY_VERIFY(problems().contains(u"Hint: No source (3)"_s));
        Agreement wrong = plan(u"Wrong plan"_s, u"2022/2020"_s); // kept as written
        wrong.edit().inForce = Edtf::read(u"2010");
        wrong.edit().date = Edtf::read(u"2012");
        QVERIFY(add(*m_session, {wrong}));
        QTRY_COMPARE(m_problems->total(), 2);
        QCOMPARE(problems().section(u'\n', 0, 1),
                 u"Error: Dates that cannot be read (1)\nWarning: Entry into force before the date (1)"_s);
        const QModelIndex group = m_problems->index(0, 0), problem = m_problems->index(0, 0, group);
        QCOMPARE(problem.data().toString(), u"Wrong plan"_s);
        QCOMPARE(problem.data(ProblemsModel::FieldRole).toInt(), static_cast<int>(Field::Term));
        QVERIFY(problem.siblingAtColumn(ProblemsModel::Sentence).data().toString().contains(u"2022/2020"_s));
        QCOMPARE(m_problems->parent(problem), group);

        m_problems->setOnlyShown(true);
        m_records->setQuery(Query::parse(u"second"_s));
        QTRY_VERIFY(problems().contains(u"No source (1)"_s) && !problems().contains(u"Error"_s));
        QCOMPARE(m_problems->total(), 2); // of the whole book
        m_problems->setOnlyShown(false);
        m_problems->setWithHints(false);
        QTRY_COMPARE(m_problems->rowCount(), 2);
        QVERIFY(remove(*m_session, wrong.id()));
        QTRY_COMPARE(m_problems->total(), 0);
        QCOMPARE(m_problems->rowCount(), 0);
    }

    void aLargeBookIsLookedAtInSlices()
    {
        QList<Agreement> records;
        for (int i = 0; i < 3000; ++i)
            records.append(plan(u"Plan %1"_s.arg(i), u"2020/2022"_s));
        QVERIFY(add(*m_session, records));
        QSignalSpy told(m_upcoming.get(), &UpcomingModel::countChanged);
        QVERIFY(!m_upcoming->isDone());
        QTRY_COMPARE_WITH_TIMEOUT(m_upcoming->rowCount(), 3003, 20000);
        QVERIFY(told.count() < 100); // not after each record
    }
};

TREATYBOOK_TEST(TstUpcomingModel)
#include "tst_upcomingmodel.moc"
