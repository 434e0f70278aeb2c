// What a person does while a large book is still being read: looks, searches, stops it, opens another one.

#include "app/application.h"
#include "support/book.h"
#include "support/records.h"
#include "support/testregistry.h"
#include "ui/find/searchbox.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/table/agreementtable.h"
#include "ui/widgets/banner.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Treatybook;
using namespace Qt::StringLiterals;

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
        m_application = std::make_unique<Application>();
        m_application->start(large());
        QVERIFY(window().book());
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

private:
    static constexpr int Many = 12'000;

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
