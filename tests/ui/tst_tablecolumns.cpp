#include "ui/table/tablecolumns.h"

#include "exchange/report.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"
#include "ui/table/agreementtable.h"
#include "ui/table/columnmenu.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstTableColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_session = fakeSession();
        QVERIFY(add(*m_session, {titled(u"Alpha"_s), titled(u"Beta"_s)}));
        m_model = std::make_unique<AgreementTableModel>(*m_session);
        new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_model.get());
        m_model->setFields(listFields());
        m_table = std::make_unique<AgreementTable>(*m_model);
        m_table->resize(1400, 300);
        m_table->show();
    }
    void cleanup()
    {
        m_table.reset();
        m_model.reset();
    }

    void usualOnesFitTheWindow()
    {
        QVERIFY(columns().isUsual());
        QCOMPARE(fields(), listFields());
        QCOMPARE(totalWidth(), m_table->viewport()->width());
        m_table->resize(700, 300);
        QVERIFY(!fields().contains(Field::Participants));
        QVERIFY(fields().contains(Field::Status));
        m_table->resize(1400, 300);
        QCOMPARE(fields(), listFields());
        QVERIFY(columns().isUsual());
    }

    void chosenOnesAreShownInTheirOrder()
    {
        columns().setColumns({{Field::Status, 150}, {Field::Title, 0}, {Field::Place, 90}});
        QVERIFY(!columns().isUsual());
        QCOMPARE(fields(), (QList<Field>{Field::Status, Field::Title, Field::Place}));
        QCOMPARE(m_model->fields(), fields());
        QCOMPARE(columns().columns().at(0).width, 150);
        QCOMPARE(columns().columns().at(2).width, 90);
        QCOMPARE(totalWidth(), m_table->viewport()->width()); // the title takes the rest
        m_table->resize(1200, 300);
        QCOMPARE(totalWidth(), m_table->viewport()->width());
        m_table->resize(1400, 300);
        columns().setColumns({});
        QCOMPARE(fields(), listFields());
        QVERIFY(columns().isUsual());
    }

    void draggedHeadingMovesTheColumnOfReportsToo()
    {
        QSignalSpy changed(&columns(), &TableColumns::changed);
        const QList<TableColumn> before = columns().columns();
        m_table->horizontalHeader()->moveSection(5, 0);
        QTRY_COMPARE(m_model->fields().first(), Field::Status);
        QCOMPARE(m_model->fields(), fields());
        QCOMPARE(m_model->fields().size(), before.size());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(columns().columns().at(1).field, Field::Title);
        QCOMPARE(m_table->horizontalHeader()->logicalIndex(0), 0);
    }

    void draggedBorderStays()
    {
        QSignalSpy changed(&columns(), &TableColumns::changed);
        m_table->horizontalHeader()->resizeSection(1, 77);
        QVERIFY(changed.count() > 0);
        m_table->resize(1300, 300);
        QCOMPARE(columns().columns().at(1).width, 77);
        QCOMPARE(totalWidth(), m_table->viewport()->width());
    }

    void menuShowsAndHides()
    {
        Q_EMIT m_table->columnMenu()->aboutToShow();
        QAction *place = menuAction(u"place"_s);
        QVERIFY(place && !place->isChecked());
        place->trigger();
        QCOMPARE(fields().last(), Field::Place);
        Q_EMIT m_table->columnMenu()->aboutToShow();
        menuAction(u"kind"_s)->trigger();
        QVERIFY(!fields().contains(Field::Kind));
        QVERIFY(fields().contains(Field::Place));
        Q_EMIT m_table->columnMenu()->aboutToShow();
        menuAction(u"usual"_s)->trigger();
        QCOMPARE(fields(), listFields());
    }

    void everyFieldCanBeShown()
    {
        Q_EMIT m_table->columnMenu()->aboutToShow();
        for (const FieldInfo &info : fieldTable()) {
            if (info.field != Field::Id)
                QVERIFY2(menuAction(info.keyText()), qPrintable(info.keyText()));
        }
    }

    void theLastOneStays()
    {
        for (const Field field : listFields())
            columns().setShown(field, false);
        QCOMPARE(fields().size(), 1);
        Q_EMIT m_table->columnMenu()->aboutToShow();
        QVERIFY(!menuAction(fieldInfo(fields().first()).keyText())->isEnabled());
    }

    void selectionCoversNewColumns()
    {
        m_table->selectRow(0);
        columns().setShown(Field::Tags, true);
        const int last = m_model->columnCount() - 1;
        QVERIFY(m_table->selectionModel()->isSelected(m_model->index(0, last)));
    }

    void randomChoicesAgreeWithTheModel()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            const auto field = static_cast<Field>(random.bounded(1, static_cast<int>(Field::Changed) + 1));
            switch (random.bounded(4)) {
            case 0:
                m_table->horizontalHeader()->moveSection(random.bounded(m_model->columnCount()),
                                                         random.bounded(m_model->columnCount()));
                QTest::qWait(0);
                break;
            case 1:
                m_table->resize(random.bounded(300, 1600), 300);
                break;
            default:
                columns().setShown(field, !columns().isShown(field));
            }
            const QList<Field> shown = fields();
            QVERIFY(!shown.isEmpty());
            for (const Field one : shown)
                QVERIFY(columns().isShown(one));
            if (!columns().isUsual())
                QCOMPARE(shown, m_model->fields());
        }
    }

private:
    TableColumns &columns() const { return m_table->columns(); }
    QList<Field> fields() const
    {
        QList<Field> fields;
        for (const TableColumn &column : columns().columns())
            fields.append(column.field);
        return fields;
    }
    int totalWidth() const
    {
        int total = 0;
        for (const TableColumn &column : columns().columns())
            total += column.width;
        return total;
    }
    QAction *menuAction(const QString &key) const
    {
        QList<QMenu *> menus{m_table->columnMenu()};
        for (qsizetype i = 0; i < menus.size(); ++i) {
            for (QAction *action : menus.at(i)->actions()) {
                if (action->objectName() == u"table.columns."_s + key)
                    return action;
                if (action->menu())
                    menus.append(action->menu());
            }
        }
        return nullptr;
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<AgreementTableModel> m_model;
    std::unique_ptr<AgreementTable> m_table;
};

TREATYBOOK_TEST(TstTableColumns)
#include "tst_tablecolumns.moc"
