// What a person does while a large book is still being read: looks, searches, stops it, opens another one.

#include "app/application.h"
#include "support/book.h"
#include "support/records.h"
#include "support/testregistry.h"
#include "ui/find/searchbox.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/table/agreementtable.h"
#include "ui/table/emptynote.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/dialogs.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Treatybook;
using namespace Qt::StringLiterals;

namespace {

/// Answers with one file.
class OneFile : public Dialogs
{
public:
    explicit OneFile(const QString &path) : m_path(path) {}
    QString askOpenFile(QWidget *, const FileQuestion &) override { return {}; }
    QString askSaveFile(QWidget *, const FileQuestion &, bool) override { return m_path; }
    Unsaved askUnsaved(QWidget *, int) override { return Unsaved::Stay; }
    void showAbout(QWidget *) override {}

private:
    QString m_path;
};

/// As another program might.
void executeIn(const QString &path, const QString &sql)
{
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(path);
        QVERIFY(other.open());
        QSqlQuery query(other);
        QVERIFY2(query.exec(sql), qPrintable(query.lastError().text()));
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase(u"other"_s);
}

} // namespace

class TstLoading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QList<Agreement> many;
        for (int i = 0; i < Many; ++i) {
            many.append(Test::titled(i % 100 == 7 ? u"Cultural agreement %1"_s.arg(i) : u"Trade agreement %1"_s.arg(i)));
            many.last().edit().date = Edtf::read(QString::number(1900 + i % 120));
        }
        Test::newBook(large(), many);
        Test::newBook(small(), {Test::titled(u"The only one"_s)});
    }
    void init()
    {
        startWith(large());
        QSignalSpy progressed(&session(), &Session::loadProgressed);
        QVERIFY(progressed.wait());
        QVERIFY2(!session().isLoaded(), "too quick to do anything meanwhile");
    }
    void cleanup() { m_application.reset(); }

    void rowsAreThereFromTheStart()
    {
        QVERIFY(window().book()->model().rowCount() > 0);
        QVERIFY2(status().contains(u"Reading"_s) && status().contains(u"of 12,000"_s), qPrintable(status()));
        window().book()->table().selectRow(0); // the window is alive
        QVERIFY(session().selection().current());
        const auto current = session().store().record(*session().selection().current()).id();
        QTRY_VERIFY(session().isLoaded());
        QCOMPARE(session().store().record(*session().selection().current()).id(), current);
        QCOMPARE(window().book()->model().rowCount(), Many);
    }

    void searchesWhatIsThere()
    {
        auto *search = window().findChild<QLineEdit *>(u"search"_s);
        QTest::keyClicks(search, u"cult"_s);
        QVERIFY2(session().isLoaded() || status().contains(u"Searching"_s), qPrintable(status()));
        QTRY_VERIFY(session().isLoaded());
        QTRY_COMPARE(window().book()->model().rowCount(), Many / 100); // and all that came after
        QVERIFY2(status().contains(u"of 12,000 record"_s), qPrintable(status()));
    }

    void stops()
    {
        auto *stop = window().findChild<QToolButton *>(u"status.stop"_s);
        QVERIFY(stop && stop->isVisible());
        QTest::mouseClick(stop, Qt::LeftButton);
        QVERIFY(!window().book());
        QVERIFY(window().findChild<QWidget *>(u"welcome"_s)->isVisible());
        window().openBook(large()); // neither locked nor harmed
        QTRY_VERIFY(window().book() && session().isLoaded());
        QVERIFY(!session().capabilities().readOnly);
        QCOMPARE(window().book()->model().rowCount(), Many);
        QVERIFY(!stop->isVisible());
    }

    void opensAnotherBook()
    {
        window().openBook(small());
        QTRY_VERIFY(window().book() && session().isLoaded());
        QCOMPARE(window().book()->model().rowCount(), 1);
        QTest::qWait(200); // whatever the former one had under way
        QCOMPARE(window().book()->name(), u"small"_s);
        QCOMPARE(window().book()->model().rowCount(), 1);
        QVERIFY(window().findChild<Banner *>(u"banner"_s)->isHidden());
    }

    void quits()
    {
        window().close();
        m_application.reset();
        m_application = std::make_unique<Application>();
        m_application->start(large());
        QTRY_VERIFY(window().book() && session().isLoaded());
        QVERIFY(!session().capabilities().readOnly);
        QCOMPARE(window().book()->model().rowCount(), Many);
    }

    /// One value that nobody can read: what stands before it can be looked at and rescued, and nothing is written.
    void endsAtWhatCannotBeRead_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("least");
        QTest::newRow("soon after the table followed") << 6500 << 6000;
        QTest::newRow("long after it") << 4500 << 4000;
    }

    void endsAtWhatCannotBeRead()
    {
        QFETCH(int, offset);
        QFETCH(int, least);
        const QString copy = m_folder.filePath(u"copy%1.treatybook"_s.arg(offset));
        startBroken(copy, u"UPDATE agreement SET nature = 'nothing known' "
                          "WHERE id = (SELECT id FROM agreement ORDER BY id LIMIT 1 OFFSET %1)"_s.arg(offset));
        QTRY_VERIFY2(banner().isVisible() && banner().text().contains(u"nature"_s), qPrintable(banner().text()));
        QVERIFY(session().isLoaded() && session().loadError() && session().isPartial());
        const auto read = session().store().count();
        QVERIFY2(read >= least && read < least + 200, qPrintable(QString::number(read))); // whole pages, and the first
        QCOMPARE(window().book()->model().rowCount(), static_cast<int>(read));
        const QString told = u"Only %1 of 12,000 record"_s.arg(QLocale(u"en"_s).toString(read));
        const auto *saved = window().findChild<QLabel *>(u"status.saved"_s);
        QVERIFY2(saved->text().startsWith(told) && saved->isVisible(), qPrintable(saved->text()));
        QVERIFY(!window().findChild<QToolButton *>(u"status.stop"_s)->isVisible());
        QTest::keyClicks(window().findChild<QLineEdit *>(u"search"_s), u"cultural"_s);
        QTRY_VERIFY(window().book()->model().rowCount() < 100 && window().book()->model().rowCount() > 10);

        const auto edit = session().setField(session().store().record(0).id(), Field::Title, u"Changed"_s, u"Change"_s);
        QVERIFY(edit.isFinished() && edit.result().error().kind == ErrorKind::Denied);
        QVERIFY(!command(u"newRecord"_s)->isEnabled());
        QVERIFY(!command(u"exportCsv"_s)->isEnabled()); // it would look like the whole
        QVERIFY(!window().findChild<QToolButton *>(u"toolbar.export"_s)->isEnabled());
        QVERIFY(command(u"saveCopy"_s)->isEnabled());
        session().refresh();
        QTest::qWait(50);
        QVERIFY(banner().isVisible());

        for (auto *button : banner().findChildren<QPushButton *>()) {
            if (button->text() == u"&Save a copy…"_s)
                button->click();
        }
        const QString rescued = u"Only %1 record"_s.arg(QLocale(u"en"_s).toString(read));
        QTRY_VERIFY2(banner().text().startsWith(rescued), qPrintable(banner().text()));
        m_application.reset();
        QCOMPARE(Test::openSession(copy)->store().count(), read);
    }

    void nothingCanBeRead()
    {
        startBroken({}, u"UPDATE agreement SET nature = 'nothing known' "
                        "WHERE id = (SELECT id FROM agreement ORDER BY sort_day, id LIMIT 1)"_s);
        QTRY_VERIFY2(banner().isVisible() && banner().text().contains(u"nature"_s), qPrintable(banner().text()));
        QVERIFY(!session().isLoaded() && !session().isPartial());
        QCOMPARE(status(), u"The book could not be read"_s);
        QCOMPARE(window().findChild<EmptyNote *>()->text(), u"None of the book could be read."_s);
    }

    /// All records are there, but not what became of them.
    void theLogCannotBeRead()
    {
        const QString copy = m_folder.filePath(u"unlogged.treatybook"_s);
        startBroken(copy, u"UPDATE change_entry SET change = '?' WHERE position = 5"_s);
        QTRY_VERIFY2(banner().isVisible() && banner().text().contains(u"change log"_s), qPrintable(banner().text()));
        QVERIFY(session().isLoaded() && session().loadError() && !session().isPartial());
        QCOMPARE(window().book()->model().rowCount(), Many);
        QVERIFY(session().capabilities().readOnly && command(u"exportCsv"_s)->isEnabled());
        QCOMPARE(window().findChild<QLabel *>(u"status.saved"_s)->text(), u"read-only"_s);
    }

private:
    static constexpr int Many = 12'000;

    /// A copy of the large book in which another program has been.
    void startBroken(const QString &answer, const QString &sql)
    {
        const QString broken = m_folder.filePath(u"broken.treatybook"_s);
        m_application.reset();
        QFile::remove(broken);
        QVERIFY(QFile::copy(large(), broken));
        executeIn(broken, sql);
        m_application = std::make_unique<Application>(std::make_unique<OneFile>(answer));
        m_application->start(broken);
        window().show();
    }
    Banner &banner() { return *window().findChild<Banner *>(u"banner"_s); }
    QAction *command(const QString &name) { return window().findChild<QAction *>(u"action."_s + name); }
    void startWith(const QString &path)
    {
        m_application = std::make_unique<Application>();
        m_application->start(path);
        QVERIFY(window().book());
    }
    QString large() const { return m_folder.filePath(u"large.treatybook"_s); }
    QString small() const { return m_folder.filePath(u"small.treatybook"_s); }
    MainWindow &window() { return m_application->window(); }
    Session &session() { return window().book()->session(); }
    QString status() { return window().findChild<QLabel *>(u"status.count"_s)->text(); }

    QTemporaryDir m_folder;
    std::unique_ptr<Application> m_application;
};

TREATYBOOK_TEST(TstLoading)
#include "tst_loading.moc"
