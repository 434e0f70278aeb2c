#include "ui/find/viewspanel.h"

#include "itemmodels/viewlistmodel.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"
#include "ui/find/asofbox.h"
#include "ui/find/facetpanel.h"
#include "ui/find/searchbox.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/findcommands.h"
#include "ui/mainwindow/settings.h"
#include "ui/mainwindow/viewcommands.h"
#include "ui/table/agreementtable.h"
#include "ui/timeline/timelineview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// Saved views by mouse and keyboard, with search box and as-of day.
class TstViewsPanel : public QObject
{
    Q_OBJECT

    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QWidget> m_window;
    Actions *m_actions = nullptr;
    SearchBox *m_search = nullptr;
    AsOfBox *m_asOf = nullptr;
    FindCommands *m_find = nullptr;
    ViewCommands *m_commands = nullptr;
    BookView *m_book = nullptr;
    const Day m_today = *parseDay(u"2022-06-01"_s);

    ViewListModel &views() const { return m_book->views().views(); }
    QListView *list() const { return m_window->findChild<QListView *>(u"views.list"_s); }
    QString names() const
    {
        QStringList names;
        for (const SavedView &view : views().views())
            names.append(view.name());
        return names.join(u'|');
    }
    QStringList titles() const
    {
        QStringList titles;
        for (int row = 0; row < m_book->model().rowCount(); ++row)
            titles.append(m_book->model().recordAt(row)->title.toString());
        return titles;
    }
    QString shown() const
    {
        const int row = list()->property("shownView").toInt();
        return row < 0 ? QString() : views().views().at(row).name();
    }
    void click(int row) const
    {
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(views().index(row)).center());
    }
    void undo() const { QVERIFY(awaitResult(m_book->session().undo())); }

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<Settings>();
        m_window = std::make_unique<QWidget>();
        m_actions = new Actions(m_window.get());
        m_search = new SearchBox(m_window.get());
        m_asOf = new AsOfBox([this] { return m_today; }, QLocale(QLocale::English), m_window.get());
        m_find = new FindCommands(*m_actions, *m_search, *m_settings, m_window.get());
        m_commands = new ViewCommands(*m_actions, *m_search, *m_asOf, m_window.get());

        auto store = std::make_shared<FakeStore>();
        ChangeSet set(u"Fill"_s);
        for (const QString &title : {u"rice plan"_s, u"rice"_s, u"plan"_s})
            set.changes.append(Change::add(titled(title)));
        set.changes.append(Change::setting(
            {ViewsSetting,
             {},
             u"[{\"name\": \"Rice\", \"query\": \"rice\", \"as_of\": \"today\", \"sort\": \"-title\"},"
             "{\"name\": \"In 2020\", \"query\": \"plan\", \"as_of\": \"2020-01-01\", \"sort\": \"title\","
             "\"columns\": [\"title\", \"place\"]},"
             "{\"name\": \"Old field\", \"query\": \"colour:red\"}]"_s}));
        QVERIFY(store->commit(set));
        auto repository = std::make_unique<FakeRepository>(store, std::make_shared<FakeRepository::Behaviour>());
        m_book = new BookView(std::move(repository), u"/tmp/book.treatybook"_s, m_today, m_window.get());
        m_find->setBook(m_book);
        m_commands->setBook(m_book);
        connect(m_asOf, &AsOfBox::dayChanged, m_book, [this](Day day) { m_book->model().setAsOf(day); });
        auto *layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_search);
        layout->addWidget(m_asOf);
        layout->addWidget(m_book);
        m_window->resize(1200, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_book->session().load();
        QVERIFY(QTest::qWaitFor([this] { return m_book->session().isLoaded(); }));
        new QAbstractItemModelTester(&views(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_window.get());
    }
    void cleanup()
    {
        m_find->setBook(nullptr);
        m_commands->setBook(nullptr);
        m_window.reset();
        m_settings.reset();
    }

    void looksAtTheBookAsAViewSays()
    {
        QCOMPARE(names(), u"Rice|In 2020|Old field"_s);
        QCOMPARE(shown(), QString());
        m_book->facets().setFocus();
        click(0);
        QCOMPARE(titles(), (QStringList{u"rice plan"_s, u"rice"_s}));
        QCOMPARE(m_search->text(), u"rice"_s);
        QCOMPARE(shown(), u"Rice"_s);
        // By keyboard the next.
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(titles(), (QStringList{u"plan"_s, u"rice plan"_s}));
        QCOMPARE(m_book->model().asOf(), *parseDay(u"2020-01-01"_s));
        QCOMPARE(m_book->model().fields(), (QList<Field>{Field::Title, Field::Place}));
        QCOMPARE(shown(), u"In 2020"_s);
        m_asOf->choose({}); // another day is another view
        QCOMPARE(shown(), QString());
        // Facets of before are not part of a view.
        Filter filter;
        filter.setValues(Facet::Kind, {u"visit"_s});
        m_book->model().setFilter(filter);
        click(0);
        QCOMPARE(titles().size(), 2);
        QCOMPARE(m_book->model().asOf(), m_today);
    }

    void aFieldThatIsNoMoreIsTold()
    {
        click(2);
        QCOMPARE(m_search->text(), u"colour:red"_s);
        QVERIFY(m_search->accessibleDescription().contains(u"“colour” is no field"_s));
        QCOMPARE(titles().size(), 3); // never empty in silence
    }

    void keepsWhatIsShown()
    {
        QTest::keyClicks(m_search, u"rice OR plan"_s);
        m_book->model().setSort({{Field::Title, Qt::DescendingOrder}});
        Filter filter = m_book->model().filter();
        filter.setValues(Facet::Nature, {u"undetermined"_s});
        m_book->model().setFilter(filter);
        const QStringList before = titles();
        (*m_actions)[Command::SaveView]->trigger();
        QTRY_COMPARE(views().rowCount(), 4);
        // The name is typed at once.
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor && list()->isAncestorOf(editor));
        editor->selectAll();
        QTest::keyClicks(editor, u"Mine"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(names(), u"Rice|In 2020|Old field|Mine"_s);
        QCOMPARE(shown(), u"Mine"_s); // facets or text, it is the same
        m_book->model().setFilter({});
        QCOMPARE(shown(), QString());
        click(3);
        QCOMPARE(titles(), before);
        QCOMPARE(shown(), u"Mine"_s);
        undo(); // of the name
        undo();
        QCOMPARE(names(), u"Rice|In 2020|Old field"_s);
    }

    void changesDuplicatesMovesAndDeletes()
    {
        const auto run = [this](const char *name) {
            m_book->views().findChild<QAction *>(QLatin1String("views.") + QLatin1String(name))->trigger();
        };
        list()->setFocus();
        list()->setCurrentIndex(views().index(0));
        run("duplicate");
        QTRY_COMPARE(names(), u"Rice|Rice 2|In 2020|Old field"_s);
        list()->setCurrentIndex(views().index(0));
        QTest::keyClick(list(), Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(names(), u"Rice 2|Rice|In 2020|Old field"_s);
        QTRY_COMPARE(list()->currentIndex().row(), 1); // goes along
        m_search->setText(u"plan"_s);
        run("replace");
        QTRY_COMPARE(views().views().at(1).query(), u"plan"_s);
        list()->setCurrentIndex(views().index(0));
        QTest::keyClick(list(), Qt::Key_Delete);
        QTRY_COMPARE(names(), u"Rice|In 2020|Old field"_s);
        for (int i = 0; i < 4; ++i)
            undo();
        QCOMPARE(names(), u"Rice|In 2020|Old field"_s);
        QCOMPARE(views().views().first().query(), u"rice"_s);
    }

    void aDragMovesAView()
    {
        const auto place = [this](int row, int by = 0) {
            return list()->visualRect(views().index(row)).center() + QPoint(0, by);
        };
        const auto drag = [this](const QPoint &from, const QPoint &to) { // the button is still down then
            QTest::mousePress(list()->viewport(), Qt::LeftButton, {}, from);
            for (int step = 1; step <= 4; ++step) {
                const QPoint point = from + (to - from) * step / 4;
                QMouseEvent move(QEvent::MouseMove, point, list()->viewport()->mapToGlobal(QPointF(point)),
                                 Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
                QApplication::sendEvent(list()->viewport(), &move);
            }
        };
        const auto release = [this](const QPoint &at) {
            QTest::mouseRelease(list()->viewport(), Qt::LeftButton, {}, at);
        };
        const auto line = [this] { return list()->findChild<QWidget *>(u"views.list.place"_s); };
        list()->setFocus();
        drag(place(0), place(2, 4));
        QVERIFY(line() && line()->isVisible());
        QVERIFY(line()->geometry().top() > place(2).y());
        release(place(2, 4));
        QTRY_COMPARE(names(), u"In 2020|Old field|Rice"_s);
        QVERIFY(!line());
        QCOMPARE(shown(), QString()); // a drag is no click
        QCOMPARE(m_search->text(), QString());
        QTRY_COMPARE(list()->currentIndex().row(), 2);
        drag(place(2), QPoint(20, -30)); // above the first
        release(QPoint(20, -30));
        QTRY_COMPARE(names(), u"Rice|In 2020|Old field"_s);
        undo();
        undo();
        QCOMPARE(names(), u"Rice|In 2020|Old field"_s);
        // Into its own place, and away from it but let be.
        const QString undone = m_book->session().undoText();
        drag(place(1), place(1, 6));
        release(place(1, 6));
        drag(place(1), place(0, -4));
        QVERIFY(line());
        QTest::keyClick(list(), Qt::Key_Escape);
        QVERIFY(!line());
        release(place(0, -4));
        QCOMPARE(m_book->session().undoText(), undone);
        QCOMPARE(names(), u"Rice|In 2020|Old field"_s);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, place(0)); // still a click
        QCOMPARE(shown(), u"Rice"_s);
    }

    void aNewNameIsTypedAndNothingElse()
    {
        list()->setFocus();
        list()->setCurrentIndex(views().index(1));
        QTest::keyClick(list(), Qt::Key_F2);
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor && list()->isAncestorOf(editor));
        QVERIFY(editor->autoFillBackground()); // the old name does not shine through
        QTest::keyClicks(editor, u"Then"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(names(), u"Rice|Then|Old field"_s);
        QCOMPARE(shown(), QString());
        QCOMPARE(m_search->text(), QString());
        QCOMPARE(m_book->model().asOf(), m_today);
    }

    void aViewThatSaysNothingOfADayKeepsIt()
    {
        const Day day = *parseDay(u"2015-06-01"_s);
        m_asOf->choose(day);
        click(2); // of old, without a day
        QCOMPARE(m_book->model().asOf(), day);
        click(0);
        QCOMPARE(m_book->model().asOf(), m_today);
        // By its menu.
        auto *keeps = m_book->views().findChild<QAction *>(u"views.keepDay"_s);
        QVERIFY(!keeps->isChecked());
        keeps->trigger();
        QTRY_VERIFY(views().views().at(0).keepsDay());
        QVERIFY(keeps->isChecked());
        m_asOf->choose(day);
        QCOMPARE(shown(), u"Rice"_s); // on any day
        click(0);
        QCOMPARE(m_book->model().asOf(), day);
        m_book->views().findChild<QAction *>(u"views.replace"_s)->trigger();
        QTRY_VERIFY(views().views().at(0).json().contains("columns"_L1));
        QVERIFY(views().views().at(0).keepsDay());
        keeps->trigger();
        QTRY_VERIFY(!views().views().at(0).keepsDay());
        QVERIFY(!views().views().at(0).asOf());
    }

    void aViewWithColumnsGivesThemBack()
    {
        const QList<Field> usual = m_book->model().fields();
        QVERIFY(m_book->table().columns().isUsual());
        click(1);
        QCOMPARE(m_book->model().fields(), (QList<Field>{Field::Title, Field::Place}));
        click(0);
        QCOMPARE(m_book->model().fields(), usual);
        QVERIFY(m_book->table().columns().isUsual());
        // What a person chooses stays, whatever the view before.
        click(1);
        m_book->table().columns().setShown(Field::Status, true);
        click(0);
        QCOMPARE(m_book->model().fields(), (QList<Field>{Field::Title, Field::Place, Field::Status}));
        // With its widths.
        m_book->table().columns().setColumns({{Field::Date, 211}, {Field::Title}});
        (*m_actions)[Command::SaveView]->trigger();
        QTRY_COMPARE(views().rowCount(), 4);
        QCOMPARE(shown(), views().views().last().name()); // not the older one that shows the same
        QCOMPARE(views().views().last().columns().first(), (SavedView::Column{Field::Date, 211}));
        m_book->table().columns().setColumns({});
        click(3);
        QCOMPARE(m_book->table().columns().columns().first(), (TableColumn{Field::Date, 211}));
    }

    void aViewBringsItsTimelineAndGivesItBack()
    {
        TimelineView &timeline = m_book->timeline();
        TimelineChoices own;
        own.groupBy = GroupBy::Kind;
        timeline.setChoices(own);
        TimelineChoices kept;
        kept.encoding = Encoding::Density;
        kept.colourBy = ColourBy::Nature;
        timeline.setChoices(kept);
        (*m_actions)[Command::SaveView]->trigger();
        QTRY_COMPARE(views().rowCount(), 4);
        timeline.setChoices(own);
        click(3);
        QVERIFY(timeline.choices() == kept);
        click(0); // says nothing of the timeline
        QVERIFY(timeline.choices() == own);
        undo(); // the view travels with the book, and so goes with it
        QTRY_COMPARE(views().rowCount(), 3);
    }

    void anOpenQuoteIsKeptClosed()
    {
        QTest::keyClicks(m_search, u"\"rice pl"_s);
        const QStringList before = titles();
        (*m_actions)[Command::SaveView]->trigger();
        QTRY_COMPARE(views().rowCount(), 4);
        const Query kept = Query::parse(views().views().last().query());
        QVERIFY(!kept.mistake());
        m_book->model().setFilter({});
        click(3);
        QCOMPARE(titles(), before);
    }

    void staysWhereItWas()
    {
        list()->setFocus();
        list()->setCurrentIndex(views().index(1));
        QVERIFY(views().setData(views().index(1), u"2020"_s));
        QTRY_COMPARE(names(), u"Rice|2020|Old field"_s);
        QCOMPARE(list()->currentIndex().row(), 1);
        QTest::keyClick(list(), Qt::Key_Delete);
        QTRY_COMPARE(names(), u"Rice|Old field"_s);
        QCOMPARE(list()->currentIndex().row(), 1);
    }

    void namesAreTakenOnce()
    {
        QSignalSpy failed(m_commands, &ViewCommands::failed);
        QVERIFY(!views().setData(views().index(0), u"old FIELD"_s));
        QCOMPARE(failed.count(), 1);
        QVERIFY(!views().setData(views().index(0), u"  "_s));
        QCOMPARE(failed.count(), 2);
        QVERIFY(views().setData(views().index(0), u"RICE"_s)); // its own
        QTRY_COMPARE(names(), u"RICE|In 2020|Old field"_s);
    }
};

TREATYBOOK_TEST(TstViewsPanel)
#include "tst_viewspanel.moc"
