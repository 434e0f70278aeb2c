#include "ui/find/commandpalette.h"

#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"
#include "ui/find/asofbox.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/asofcommands.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/palettecommands.h"
#include "ui/table/agreementtable.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// Commands and records by name, and the as-of day by command.
class TstCommandPalette : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    Actions *m_actions = nullptr;
    AsOfBox *m_asOf = nullptr;
    AsOfCommands *m_days = nullptr;
    PaletteCommands *m_commands = nullptr;
    QPointer<BookView> m_book;

    QWidget *palette() const { return m_window->findChild<QWidget *>(u"palette"_s); }
    QLineEdit *line() const { return m_window->findChild<QLineEdit *>(u"palette.line"_s); }
    QStringList names() const
    {
        QStringList names;
        const auto *list = m_window->findChild<QListView *>(u"palette.list"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names.append(list->model()->index(row, 0).data().toString());
        return names;
    }
    void open() const { (*m_actions)[Command::Palette]->trigger(); }
    QString current() const
    {
        const auto slot = m_book->session().selection().current();
        return slot ? m_book->session().store().record(*slot)->title.toString() : QString();
    }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_actions = new Actions(m_window.get());
        m_asOf = new AsOfBox([] { return *parseDay(u"2022-06-01"_s); }, QLocale(QLocale::English), m_window.get());
        m_days = new AsOfCommands(*m_actions, *m_asOf, m_window.get());
        m_commands = new PaletteCommands(*m_actions, *m_window);
        auto store = std::make_shared<FakeStore>();
        ChangeSet set(u"Fill"_s);
        for (const QString &title : {u"Rice plan"_s, u"Find the way"_s, u"On plans & rice"_s}) {
            Agreement record = titled(title);
            record.edit().nature = Nature::Treaty;
            record.edit().date = Edtf::read(u"2014-03-01");
            record.edit().inForce = Edtf::read(title.startsWith(u'R') ? u"2015-01-01" : u"2016-01-01");
            record.edit().term = Edtf::read(u"2015-01-01/2018-12-31");
            set.changes.append(Change::add(record));
        }
        QVERIFY(store->commit(set));
        m_book = new BookView(std::make_unique<FakeRepository>(store, std::make_shared<FakeRepository::Behaviour>()),
                              u"/nowhere/a.treatybook"_s, *parseDay(u"2022-06-01"_s), m_window.get());
        m_commands->setBook(m_book);
        m_days->setBook(m_book);
        connect(m_asOf, &AsOfBox::dayChanged, m_book, [this](Day day) { m_book->model().setAsOf(day); });
        auto *layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_asOf);
        layout->addWidget(m_book);
        m_window->resize(1200, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_book->session().load();
        QTRY_VERIFY(m_book->session().isLoaded());
        m_book->table().setFocus();
    }
    void cleanup() { m_window.reset(); }

    void findsCommandsAndRecords()
    {
        open();
        QVERIFY(line()->hasFocus());
        QVERIFY(names().contains(u"Export CSV…"_s));
        QVERIFY(!names().contains(u"Rice plan"_s)); // too many to list
        QTest::keyClicks(line(), u"find"_s);
        QCOMPARE(names(), (QStringList{u"Find"_s, u"Find the way"_s}));
        line()->clear();
        QTest::keyClicks(line(), u"exp cs"_s);
        QCOMPARE(names(), QStringList(u"Export CSV…"_s));
        (*m_actions)[Command::ExportCsv]->setEnabled(false); // what is off is not offered
        line()->clear();
        QTest::keyClicks(line(), u"exp cs"_s);
        QVERIFY(names().isEmpty());
        QTest::keyClick(line(), Qt::Key_Return); // nothing to do
        QVERIFY(palette()->isVisible());
    }

    void runsACommandByKeyboard()
    {
        QSignalSpy about((*m_actions)[Command::About], &QAction::triggered);
        open();
        QTest::keyClicks(line(), u"treatybook"_s);
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(about.count(), 1);
        QVERIFY(!palette()->isVisible());
        QVERIFY(m_book->table().hasFocus());
    }

    void goesToARecord()
    {
        open();
        QTest::keyClicks(line(), u"rice"_s);
        QCOMPARE(names().size(), 2);
        const QString second = names().at(1);
        QTest::keyClick(line(), Qt::Key_Down);
        QTest::keyClick(line(), Qt::Key_Down); // there is no third
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(current(), second);
        // By mouse; what the filter hides is said and shown.
        m_book->model().setQuery(Query::parse(u"rice"_s));
        open();
        QTest::keyClicks(line(), u"way"_s);
        auto *list = m_window->findChild<QListView *>(u"palette.list"_s);
        const QModelIndex row = list->model()->index(0, 0);
        QVERIFY(row.data(Qt::UserRole).toString().contains(u"hidden by the filter"_s));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(row).center());
        QCOMPARE(current(), u"Find the way"_s);
        QVERIFY(m_book->model().filter().isEmpty());
    }

    void escGoesBack()
    {
        m_asOf->setFocus();
        open();
        QTest::keyClick(line(), Qt::Key_Escape);
        QVERIFY(!palette()->isVisible());
        QVERIFY(m_asOf->hasFocus());
        open();
        QVERIFY(line()->text().isEmpty());
        m_book->table().setFocus(); // somebody clicks elsewhere
        QVERIFY(!palette()->isVisible());
    }

    void fitsSmallWindows()
    {
        m_window->resize(400, 300);
        open();
        QVERIFY(m_window->rect().contains(palette()->geometry()));
        m_window->resize(900, 600);
        QTRY_VERIFY(palette()->width() > 600);
    }

    void theDayGoesFromChangeToChange()
    {
        const auto day = [this] { return dayText(m_book->model().asOf()); };
        QSignalSpy told(m_days, &AsOfCommands::told);
        (*m_actions)[Command::AsOfNext]->trigger();
        QCOMPARE(told.count(), 1); // nothing changes any more
        QStringList days;
        for (int i = 0; i < 4; ++i) {
            (*m_actions)[Command::AsOfPrevious]->trigger();
            days.append(day());
        }
        QCOMPARE(days, (QStringList{u"2019-01-01"_s, u"2016-01-01"_s, u"2015-01-01"_s, u"2014-03-01"_s}));
        (*m_actions)[Command::AsOfNext]->trigger();
        QCOMPARE(day(), u"2015-01-01"_s);
        m_book->model().setQuery(Query::parse(u"way"_s)); // only what is shown counts
        m_asOf->choose(*parseDay(u"2019-01-01"_s));
        (*m_actions)[Command::AsOfPrevious]->trigger();
        (*m_actions)[Command::AsOfPrevious]->trigger();
        QCOMPARE(day(), u"2014-03-01"_s);
    }
};

TREATYBOOK_TEST(TstCommandPalette)
#include "tst_commandpalette.moc"
