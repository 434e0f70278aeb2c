#include "ui/panels/bottompanel.h"

#include "itemmodels/changesmodel.h"
#include "itemmodels/problemsmodel.h"
#include "itemmodels/upcomingmodel.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"
#include "ui/form/agreementform.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/panelcommands.h"
#include "ui/mainwindow/settings.h"
#include "ui/panels/panelhead.h"
#include "ui/table/agreementtable.h"
#include "ui/widgets/plainlabel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstBottomPanel : public QObject
{
    Q_OBJECT

    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QWidget> m_window;
    Actions *m_actions = nullptr;
    PanelCommands *m_commands = nullptr;
    QPointer<BookView> m_book;

    BottomPanel &panel() const { return m_book->panel(); }
    template <class T>
    T *find(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1StringView(name));
    }
    QString current() const
    {
        const auto slot = m_book->session().selection().current();
        return slot ? m_book->session().store().record(*slot)->title.toString() : QString();
    }

    void open()
    {
        auto store = std::make_shared<FakeStore>();
        ChangeSet set(u"Fill"_s);
        Agreement plan = titled(u"Plan"_s);
        plan.edit().nature = Nature::NonBinding;
        plan.edit().date = Edtf::read(u"2020");
        plan.edit().term = Edtf::read(u"2020/2022");
        plan.editExtras().obligations = {{ItemId(7), Text(u"report"_s), {}, Edtf::read(u"2022-03-31"), {}, {}, {}}};
        Agreement wrong = titled(u"Wrong"_s);
        wrong.edit().inForce = Edtf::read(u"soon");
        for (const Agreement &record : {plan, wrong, titled(u"Elsewhere"_s)})
            set.changes.append(Change::add(record));
        QVERIFY(store->commit(set));
        m_commands->setBook(nullptr);
        delete m_book;
        m_book = new BookView(std::make_unique<FakeRepository>(store, std::make_shared<FakeRepository::Behaviour>()),
                              u"/nowhere/a.treatybook"_s, *parseDay(u"2022-06-01"_s), m_window.get());
        m_window->layout()->addWidget(m_book);
        m_commands->setBook(m_book);
        m_book->session().load();
        QTRY_VERIFY(m_book->session().isLoaded());
        QTRY_VERIFY(panel().upcoming().isDone() && panel().problems().isDone());
    }

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<Settings>();
        m_window = std::make_unique<QWidget>();
        m_actions = new Actions(m_window.get());
        m_commands = new PanelCommands(*m_actions, *m_settings, m_window.get());
        new QVBoxLayout(m_window.get());
        m_window->resize(1200, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        open();
    }
    void cleanup()
    {
        m_commands->setBook(nullptr);
        m_window.reset();
        m_settings.reset();
    }
    void whatComesNextByKeyboard()
    {
        QVERIFY(!panel().isVisible());
        m_book->table().setFocus();
        (*m_actions)[Command::ShowUpcoming]->trigger();
        auto *list = find<QTableView>("panel.upcoming");
        QVERIFY(list->hasFocus());
        QCOMPARE(list->model()->rowCount(), 2);
        QCOMPARE(find<QTabBar>("panel.tabs")->tabText(0), u"What comes next (2)"_s);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(current(), u"Plan"_s);
        QTest::keyClick(list, Qt::Key_Space); // the obligation is done
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QVERIFY(awaitResult(m_book->session().undo()));
        QTRY_COMPARE(list->model()->rowCount(), 2);
        list->setFocus();
        (*m_actions)[Command::ShowUpcoming]->trigger(); // once more closes it
        QVERIFY(!panel().isVisible());
        QVERIFY(m_book->table().hasFocus());
    }

    void theListStaysWhileTheDayMoves()
    {
        (*m_actions)[Command::ShowUpcoming]->trigger();
        auto *list = find<QTableView>("panel.upcoming");
        list->setCurrentIndex(list->model()->index(1, 0));
        const QVariant second = list->currentIndex().data(UpcomingModel::SlotRole);
        QSignalSpy resets(list->model(), &QAbstractItemModel::modelReset);
        m_book->model().setAsOf(m_book->model().asOf() + 1);
        QCOMPARE(list->model()->rowCount(), 2); // not empty until all were looked at
        QTest::qWait(300);
        QTRY_VERIFY(panel().upcoming().isDone());
        QVERIFY(list->isVisible() && list->hasFocus());
        QCOMPARE(list->currentIndex().data(UpcomingModel::SlotRole), second);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Space); // done: the next one is under the cursor
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->currentIndex().row(), 0);
        QVERIFY(list->hasFocus());
        QVERIFY(resets.size() > 0);
        m_book->model().setAsOf(*parseDay(u"1990-01-01"_s)); // nothing comes next
        QTRY_VERIFY(!list->isVisible());
        QVERIFY(find<QTabBar>("panel.tabs")->hasFocus());
    }

    void periodAndScope()
    {
        (*m_actions)[Command::ShowUpcoming]->trigger();
        auto *period = find<QComboBox>("panel.period"), *scope = find<QComboBox>("panel.scope");
        period->setFocus();
        QTest::keyClick(period, Qt::Key_Home);
        QTRY_COMPARE(panel().upcoming().days(), 30);
        QCOMPARE(panel().upcoming().rowCount(), 1); // overdue
        m_book->model().setQuery(Query::parse(u"elsewhere"_s));
        scope->setFocus();
        QTest::keyClick(scope, Qt::Key_End);
        QCOMPARE(panel().upcoming().rowCount(), 0);
        const auto *nothing = find<PlainLabel>("panel.nothing");
        QVERIFY(nothing->isVisible() && nothing->fullText().startsWith(u"Nothing ends"_s));
        m_book->model().setQuery({});
        QTRY_COMPARE(panel().upcoming().rowCount(), 1);
        QVERIFY(!nothing->isVisible());
    }

    void aProblemLeadsToItsField()
    {
        (*m_actions)[Command::ShowProblems]->trigger();
        auto *tree = find<QTreeView>("panel.problems");
        QTRY_VERIFY(tree->model()->rowCount() > 1); // hints as well
        const QModelIndex group = tree->model()->index(0, 0);
        QVERIFY(group.data().toString().startsWith(u"Error: "_s));
        QVERIFY(tree->isExpanded(group));
        tree->setFocus();
        tree->setCurrentIndex(group);
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(current(), u"Wrong"_s);
        QVERIFY(m_book->form().isAncestorOf(QApplication::focusWidget()));
        auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(line && line->text() == u"soon"_s);
        // By mouse.
        m_book->session().selection().select(m_book->model().slotAt(0));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {},
                          tree->visualRect(tree->model()->index(0, 0, group)).center());
        QCOMPARE(current(), u"Wrong"_s);
    }

    void whatChangedSinceADay()
    {
        m_book->model().setAsOf(*parseDay(u"2023-02-01"_s));
        (*m_actions)[Command::ShowChanges]->trigger();
        auto *list = find<QTableView>("panel.changes");
        QVERIFY(list->hasFocus());
        const auto rows = [list] {
            QStringList lines;
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                QStringList cells;
                for (int column = 0; column < list->model()->columnCount(); ++column)
                    cells.append(list->model()->index(row, column).data().toString());
                lines.append(cells.join(u'|'));
            }
            return lines.join(u'\n');
        };
        const QString ended = u"1 January 2023|Plan|In effect → Expired|Expired: term 2020/2022 ended"_s;
        QCOMPARE(rows(), ended);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(current(), u"Plan"_s);
        QTRY_VERIFY(find<QToolButton>("panel.copy")->height() > 0); // laid out
        QTest::mouseClick(find<QToolButton>("panel.copy"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->mimeData()->text(),
                 u"Since\tRecord\tChange of status\tWhy\n"_s + QString(ended).replace(u'|', u'\t') + u'\n');

        QSignalSpy saved(&m_book->panel(), &BottomPanel::saveRequested);
        QTest::mouseClick(find<QToolButton>("panel.save"), Qt::LeftButton);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved.first().first().toString(), u"What changed"_s);
        QCOMPARE(saved.first().last().value<QList<QStringList>>(),
                 (QList<QStringList>{{u"Since"_s, u"Record"_s, u"Change of status"_s, u"Why"_s}, ended.split(u'|')}));

        auto *since = find<QLineEdit>("panel.since");
        const auto type = [since](const QString &text) {
            since->setFocus();
            since->selectAll();
            QTest::keyClicks(since, text);
            QTest::keyClick(since, Qt::Key_Return);
        };
        type(u"2019-06-30"_s);
        QVERIFY(rows().contains(u"Not yet → Expired"_s));
        type(u"nonsense"_s); // nothing happens, and the day is told again
        QCOMPARE(since->text(), u"30 June 2019"_s);
        type(u"05/06/2019"_s); // of May or June
        QCOMPARE(since->text(), u"30 June 2019"_s);
        QTest::keyClick(since, Qt::Key_Return); // unchanged
        QVERIFY(rows().contains(u"Not yet → Expired"_s));
        type(u"2023-01-15"_s);
        QVERIFY(rows().isEmpty());
        QVERIFY(find<PlainLabel>("panel.nothing")->isVisible());
        m_book->model().setAsOf(*parseDay(u"2022-06-01"_s)); // backwards
        QTRY_VERIFY(rows().contains(u"Expired → In effect"_s));
        find<QComboBox>("panel.scope")->setFocus();
        QTest::keyClick(find<QComboBox>("panel.scope"), Qt::Key_End);
        m_book->model().setQuery(Query::parse(u"elsewhere"_s));
        QTRY_VERIFY(rows().isEmpty());
    }

    void itsHeadFitsIntoANarrowWindow()
    {
        ChangesModel changes(m_book->model());
        QWidget window;
        PanelHead head(changes, 90, &window);
        head.setCounts(12, 345);
        head.setTab(PanelHead::Changes);
        auto *tabs = head.findChild<QTabBar *>(u"panel.tabs"_s);
        auto *close = head.findChild<QToolButton *>(u"panel.close"_s);
        const auto topOfButton = [&] { return close->mapTo(&head, QPoint()).y(); };
        const int wide = tabs->sizeHint().width() + close->parentWidget()->sizeHint().width() + 40;
        head.resize(2 * wide, 40);
        window.show();
        QTRY_VERIFY(topOfButton() < tabs->height());
        head.resize(head.minimumSizeHint().width(), 80);
        QTRY_VERIFY(topOfButton() >= tabs->height()); // in a line of its own
        QVERIFY(head.width() < wide);
        QVERIFY(close->mapTo(&head, QPoint(close->width(), 0)).x() <= head.width());
        const auto *since = head.findChild<QLineEdit *>(u"panel.since"_s); // its day is seen as a whole
        QTRY_VERIFY2(since->width() >= since->sizeHint().width(),
                     qPrintable(u"%1 of %2"_s.arg(since->width()).arg(since->sizeHint().width())));
        head.resize(2 * wide, 40);
        QTRY_VERIFY(topOfButton() < tabs->height());
    }

    void isRemembered()
    {
        (*m_actions)[Command::ShowProblems]->trigger();
        open();
        QVERIFY(panel().isVisible());
        QCOMPARE(panel().page(), BottomPanel::Page::Problems);
        QTest::mouseClick(find<QToolButton>("panel.close"), Qt::LeftButton);
        QVERIFY(!panel().isVisible());
        open();
        QVERIFY(!panel().isVisible());
        m_settings->set({u"panel"_s}, 12); // whatever was damaged
        open();
        QVERIFY(!panel().isVisible());
    }
};

TREATYBOOK_TEST(TstBottomPanel)
#include "tst_bottompanel.moc"
