#include "ui/mainwindow/findcommands.h"

#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"
#include "ui/find/chip.h"
#include "ui/find/facetpanel.h"
#include "ui/find/searchbox.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/settings.h"
#include "ui/table/agreementtable.h"
#include "ui/timeline/timelinepane.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QPointer>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// Search box, facets, chips and commands on one filter.
class TstFindCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<Settings>();
        m_window = std::make_unique<QWidget>();
        m_actions = new Actions(m_window.get());
        m_search = new SearchBox(m_window.get());
        m_find = new FindCommands(*m_actions, *m_search, *m_settings, m_window.get());
        m_layout = new QVBoxLayout(m_window.get());
        m_layout->addWidget(m_search);
        m_window->resize(1200, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        open();
    }
    void cleanup()
    {
        m_find->setBook(nullptr);
        m_window.reset();
        m_settings.reset();
    }

    /// Facets and chips are text that can be edited.
    void facetsBecomeText()
    {
        auto *asText = m_window->findChild<QToolButton *>(u"chips.asText"_s);
        QTest::keyClicks(m_search, u"plan"_s);
        QVERIFY(!asText->isVisible());
        Filter filter = m_book->model().filter();
        filter.toggle(Facet::Kind, u"treaty"_s);
        filter.toggleExcluded(Facet::Participant, u"Cuba"_s);
        m_book->model().setFilter(filter);
        const int rows = m_book->model().rowCount();
        QVERIFY(asText->isVisible());
        QTest::mouseClick(asText, Qt::LeftButton);
        QCOMPARE(m_search->text(), u"plan kind:treaty -party:Cuba"_s);
        QVERIFY(m_search->hasFocus());
        QVERIFY(m_book->model().filter().choices().isEmpty());
        QCOMPARE(m_book->model().rowCount(), rows);
        QVERIFY(!asText->isVisible());
        QTest::keyClick(m_search, Qt::Key_End);
        QTest::keyClick(m_search, Qt::Key_Backspace);
        QCOMPARE(m_search->text(), u"plan kind:treaty -party:Cub"_s);
    }

    void whoeverChangesTheFilterTheOthersFollow()
    {
        QTest::keyClicks(m_search, u"rice plan"_s);
        QCOMPARE(m_book->model().rowCount(), 1);
        auto *chip = m_window->findChild<Chip *>(u"chip.0"_s);
        QTest::mouseClick(chip, Qt::LeftButton, {}, chip->crossRect().center());
        QCOMPARE(m_search->text(), u"plan"_s);
        QCOMPARE(m_book->model().rowCount(), 2);
        m_book->model().setFilter({});
        QCOMPARE(m_search->text(), QString());
        QTest::keyClicks(m_search, u"-"_s); // asks for nothing yet, and stays as it is typed
        QCOMPARE(m_search->text(), u"-"_s);
        QVERIFY(action(Command::ClearSearch)->isEnabled());
        action(Command::ClearSearch)->trigger();
        QCOMPARE(m_search->text(), QString());
        QVERIFY(!action(Command::ClearSearch)->isEnabled());
    }

    void aRangeOfTheTimelineBecomesText()
    {
        const DayRange years{dayNumber(2014, 1, 1), dayNumber(2018, 12, 31)};
        QTest::keyClicks(m_search, u"plan"_s);
        Q_EMIT m_book->timelinePane().filterRequested(years, false);
        QCOMPARE(m_search->text(), u"plan active:2014..2018"_s);
        QVERIFY(m_book->model().query() == Query::parse(u"plan active:2014..2018"_s));
        Q_EMIT m_book->timelinePane().filterRequested({years.earliest, years.earliest}, true);
        QCOMPARE(m_search->text(), u"plan certainly:(active:2014-01-01)"_s); // not twice
        auto *chip = m_window->findChild<Chip *>(u"chip.1"_s);
        QTest::mouseClick(chip, Qt::LeftButton, {}, chip->crossRect().center());
        QCOMPARE(m_search->text(), u"plan"_s);
    }

    /// What people paste, and what they type by habit from elsewhere.
    void whateverIsTypedIsAnsweredOrTold()
    {
        const int all = m_book->model().rowCount();
        for (const QString &text :
             {QString(10000, u'a'), u"word "_s.repeated(2000), QString(3000, u'('), u"-("_s.repeated(3000),
              QString(500, u'"'), QString(500, u'-'), u"OR OR AND |"_s, u"🌾📜"_s, u"هدنة plan"_s,
              QString(QChar(0x202e) + u"plan"_s), QString(u'p' + QChar(0) + u'l'), QString(QChar(0xd83d)) + u"plan"_s,
              u"^plan$ .* [a-z]+ \\bplan"_s, u"plan|rice"_s, u"plan* *rice"_s, u"title:/.*/"_s, u"signed:"_s, u"x:"_s,
              u"sort:"_s}) {
            m_search->setText({});
            QCOMPARE(m_book->model().rowCount(), all);
            m_search->setText(text);
            QCoreApplication::processEvents();
            const bool isTold = !m_search->accessibleDescription().isEmpty();
            const Query query = Query::parse(text);
            QCOMPARE(isTold, query.mistake().has_value());
            if (!query.isUsable())
                QCOMPARE(m_book->model().rowCount(), all); // never empty in silence
            const auto *note = m_window->findChild<QWidget *>(u"search.note"_s);
            QVERIFY(!query.isUsable() ? note && note->isVisible() : !note || !note->isVisible());
        }
    }

    void clearsStepByStepOrAtOnce()
    {
        QVERIFY(!action(Command::ClearFilter)->isEnabled());
        choose(u"plan"_s);
        action(Command::ClearSearch)->trigger();
        QCOMPARE(m_book->model().filter().inWords(QLocale(QLocale::English)),
                 u"Nature: Treaty (binding); Kind: Visit"_s);
        action(Command::ClearSearch)->trigger();
        QCOMPARE(m_book->model().filter().inWords(QLocale(QLocale::English)), u"Nature: Treaty (binding)"_s);
        action(Command::ClearSearch)->trigger();
        QVERIFY(m_book->model().filter().isEmpty());
        choose(u"plan"_s);
        action(Command::ClearFilter)->trigger();
        QVERIFY(m_book->model().filter().isEmpty());
        QVERIFY(m_search->text().isEmpty());
    }

    void aChipGoesToItsPlace()
    {
        choose(u"plan"_s);
        action(Command::ShowFacets)->setChecked(false);
        QTest::keyClick(m_window->findChild<Chip *>(u"chip.1"_s), Qt::Key_Space);
        QVERIFY(m_book->facets().isVisible()); // it must be seen
        QVERIFY(m_book->facets().hasFocus());
        QTest::keyClick(m_window->findChild<Chip *>(u"chip.0"_s), Qt::Key_Space);
        QVERIFY(m_search->hasFocus());
    }

    void offersWhatMayBeTyped()
    {
        m_search->setFocus();
        QTest::keyClicks(m_search, u"tit"_s);
        QAbstractItemView *offers = m_search->completer()->popup();
        QVERIFY(offers->isVisible());
        QTest::keyClick(offers, Qt::Key_Down);
        QTest::keyClick(offers, Qt::Key_Return);
        QCOMPARE(m_search->text(), u"title:"_s);
        QVERIFY(m_search->hasFocus());
        QTest::keyClicks(m_search, u"ric tag"_s);
        QVERIFY(offers->isVisible());
        action(Command::ClearSearch)->trigger(); // Esc closes the list, and only then
        QVERIFY(!offers->isVisible());
        QCOMPARE(m_search->text(), u"title:ric tag"_s);
        action(Command::ClearSearch)->trigger();
        QCOMPARE(m_search->text(), QString());
    }

    void remembersWhatWasAsked()
    {
        m_search->setFocus();
        for (const QString &asked : {u"rice"_s, u"zzz title:ri"_s, u"rice"_s, u"title:"_s}) {
            m_search->clear();
            QTest::keyClicks(m_search, asked);
            m_search->closeOffers();
            QTest::keyClick(m_search, Qt::Key_Return);
            QVERIFY(m_book->table().hasFocus());
            m_search->setFocus();
        }
        m_search->clear();
        SearchBox search;
        Actions others(nullptr);
        const FindCommands next(others, search, *m_settings, nullptr); // after a restart
        search.show();
        QVERIFY(QTest::qWaitForWindowActive(&search));
        QTest::keyClick(&search, Qt::Key_Down, Qt::AltModifier);
        const QAbstractItemModel *recent = search.completer()->completionModel();
        QCOMPARE(recent->rowCount(), 2);
        QCOMPARE(recent->index(0, 0).data().toString(), u"rice"_s);
        QCOMPARE(recent->index(1, 0).data().toString(), u"zzz title:ri"_s);
        QTest::keyClick(search.completer()->popup(), Qt::Key_Down);
        QTest::keyClick(search.completer()->popup(), Qt::Key_Down);
        QTest::keyClick(search.completer()->popup(), Qt::Key_Return);
        QCOMPARE(search.text(), u"zzz title:ri"_s);
    }

    void theSideBarStaysHidden()
    {
        m_book->facets().setFocus();
        action(Command::ShowFacets)->trigger();
        QVERIFY(!m_book->facets().isVisible());
        QVERIFY(m_book->table().hasFocus());
        open(); // also for the next book
        QVERIFY(!m_book->facets().isVisible());
        Actions others(nullptr);
        SearchBox search;
        const FindCommands next(others, search, *m_settings, nullptr); // and after a restart
        QVERIFY(!others[Command::ShowFacets]->isChecked());
        others[Command::ResetLayout]->trigger();
        QVERIFY(others[Command::ShowFacets]->isChecked());
        QVERIFY(!m_settings->value({u"facetsHidden"_s}).toBool());
    }

    void goesFromPartToPart()
    {
        choose(u"plan"_s);
        m_search->setFocus();
        QStringList names;
        for (int i = 0; i < 6; ++i) {
            action(Command::NextPane)->trigger();
            names.append(QApplication::focusWidget()->objectName());
        }
        QCOMPARE(names.mid(0, 4), (QStringList{u"chip.0"_s, u"facets"_s, u"timeline"_s, u"table"_s}));
        QCOMPARE(names.last(), u"search"_s);
        action(Command::PreviousPane)->trigger();
        QVERIFY(QApplication::focusWidget() != m_search);
        action(Command::NextPane)->trigger();
        action(Command::ClearFilter)->trigger();
        action(Command::ShowFacets)->setChecked(false);
        action(Command::NextPane)->trigger(); // what is hidden is passed over
        QCOMPARE(QApplication::focusWidget()->objectName(), u"timeline"_s);
    }

private:
    void open()
    {
        auto store = std::make_shared<FakeStore>();
        ChangeSet set(u"Fill"_s);
        for (const QString &title : {u"rice plan"_s, u"rice"_s, u"plan"_s}) {
            Agreement record = titled(title);
            record.edit().nature = Nature::Treaty;
            record.edit().kind = Kind::Visit;
            set.changes.append(Change::add(record));
        }
        QVERIFY(store->commit(set));
        m_find->setBook(nullptr);
        delete m_book;
        m_book = new BookView(std::make_unique<FakeRepository>(store, std::make_shared<FakeRepository::Behaviour>()),
                              u"/nowhere/a.treatybook"_s, dayNumber(2018, 1, 1), m_window.get());
        m_layout->addWidget(m_book, 1);
        m_find->setBook(m_book);
        m_book->session().load();
        QTRY_VERIFY(m_book->session().isLoaded());
        m_book->session().selection().select(m_book->model().slotAt(0));
    }
    void choose(const QString &words)
    {
        Filter filter(Query::parse(words));
        filter.narrowTo(Facet::Nature, u"treaty"_s);
        filter.narrowTo(Facet::Kind, u"visit"_s);
        m_book->model().setFilter(filter);
        QTest::qWait(1);
    }
    QAction *action(Command command) const { return (*m_actions)[command]; }

    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QWidget> m_window;
    Actions *m_actions = nullptr;
    SearchBox *m_search = nullptr;
    FindCommands *m_find = nullptr;
    QVBoxLayout *m_layout = nullptr;
    QPointer<BookView> m_book;
};

TREATYBOOK_TEST(TstFindCommands)
#include "tst_findcommands.moc"
