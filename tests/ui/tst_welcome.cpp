#include "ui/mainwindow/welcome.h"

#include "support/testregistry.h"
#include "tests/ui/fakewindow.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/recentbooks.h"
#include "ui/mainwindow/welcomebutton.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QTest>
#include <QUrl>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstWelcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<FakeWindow>();
        m_window->makeBook(u"sample"_s, {u"Trade"_s});
        m_window->makeBook(u"first"_s, {u"Alpha"_s});
        m_window->makeBook(u"second"_s, {u"Beta"_s});
        m_window->start();
        activate();
    }
    void cleanup() { m_window.reset(); }

    void firstStartOffersTheSample()
    {
        QTRY_COMPARE(QApplication::focusWidget(), button(u"openSample"_s));
        QVERIFY(find<QWidget>(u"welcome.none"_s)->isVisible());
        for (const QString &way : {u"openSample"_s, u"newBook"_s, u"openBook"_s}) {
            QVERIFY(!button(way)->text().isEmpty());
            QVERIFY(!button(way)->accessibleName().isEmpty());
            QVERIFY(!button(way)->accessibleDescription().isEmpty());
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(m_window->isOpen(u"sample"_s));
    }

    void enterGoesOnWithTheLastBook()
    {
        leaveBooks();
        QTRY_COMPARE(QApplication::focusWidget(), button(u"recent0"_s));
        QCOMPARE(button(u"recent0"_s)->text(), u"second"_s);
        QVERIFY(!find<QWidget>(u"welcome.none"_s)->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(m_window->isOpen(u"second"_s));
    }

    void arrowsAndTabReachEverything()
    {
        leaveBooks();
        QTRY_COMPARE(QApplication::focusWidget(), button(u"recent0"_s));
        QSet<QString> reached;
        for (int i = 0; i < 20; ++i) {
            reached.insert(QApplication::focusWidget()->objectName());
            QTest::keyClick(QApplication::focusWidget(), i % 2 ? Qt::Key_Tab : Qt::Key_Down);
        }
        for (const QString &name : {u"recent0"_s, u"recent1"_s, u"openSample"_s, u"newBook"_s, u"openBook"_s})
            QVERIFY2(reached.contains(u"welcome."_s + name), qPrintable(name));
    }

    void missingBookIsPaleAndCanBeForgotten()
    {
        leaveBooks();
        QVERIFY(QFile::remove(m_window->path(u"second"_s)));
        m_window->restart();
        activate();
        QTRY_VERIFY(button(u"recent0"_s)->isPale());
        QVERIFY(button(u"recent0"_s)->accessibleDescription().contains(u"not there"_s));
        QVERIFY(!button(u"recent1"_s)->isPale());
        QTest::mouseClick(button(u"recent0"_s), Qt::LeftButton);
        QTRY_COMPARE((*m_window)->findChild<Banner *>(u"banner"_s)->text(), u"There is no such book."_s);

        button(u"recent0"_s)->setFocus();
        QTest::keyClick(button(u"recent0"_s), Qt::Key_Delete);
        QTRY_COMPARE(button(u"recent0"_s)->text(), u"first"_s);
        QCOMPARE(RecentBooks(m_window->settings()).all().size(), 1);
        QTRY_COMPARE(QApplication::focusWidget(), button(u"recent0"_s));
    }

    void menuHasThemToo()
    {
        leaveBooks();
        auto *menu = find<QMenu>(u"menu.recent"_s);
        QCOMPARE(menu->actions().size(), 2);
        QVERIFY(menu->actions().first()->text().startsWith(u"second\t"_s));
        menu->actions().last()->trigger();
        QVERIFY(m_window->isOpen(u"first"_s));
        QVERIFY(menu->actions().first()->text().startsWith(u"first\t"_s));
    }

    void longListAndLongNamesFit()
    {
        for (int i = 0; i < 30; ++i)
            RecentBooks(m_window->settings()).add(u"/%1/%2.treatybook"_s.arg(QString(300, u'f')).arg(QString(200, u'n') + QString::number(i)));
        m_window->restart();
        (*m_window)->resize(640, 480);
        activate();
        QTRY_VERIFY(QApplication::focusWidget());
        const QWidget *page = find<Welcome>(u"welcome"_s)->widget();
        QVERIFY(page->width() <= 640);
        QVERIFY(find<QWidget>(u"welcome.recent7"_s));
        QVERIFY(!(*m_window)->findChild<QWidget *>(u"welcome.recent8"_s));
    }

    void droppedBookIsOpened()
    {
        QVERIFY(!drop({QUrl::fromLocalFile(u"/etc/hostname"_s)}));
        QVERIFY(!drop({QUrl(u"https://example.org/x.treatybook"_s)}));
        QVERIFY(!drop({QUrl::fromLocalFile(m_window->path(u"first"_s)), QUrl::fromLocalFile(m_window->path(u"second"_s))}));
        QVERIFY(!(*m_window)->book());
        QVERIFY(drop({QUrl::fromLocalFile(m_window->path(u"first"_s))}));
        QVERIFY(m_window->isOpen(u"first"_s));
        QVERIFY(drop({QUrl::fromLocalFile(m_window->path(u"second"_s))}));
        QVERIFY(m_window->isOpen(u"second"_s));
    }

private:
    template <class T>
    T *find(const QString &name)
    {
        return (*m_window)->findChild<T *>(name);
    }
    WelcomeButton *button(const QString &name) { return find<WelcomeButton>(u"welcome."_s + name); }
    void activate()
    {
        (*m_window)->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&**m_window));
    }
    void leaveBooks()
    {
        QVERIFY(m_window->open(u"first"_s));
        QVERIFY(m_window->open(u"second"_s));
        (*m_window)->actions()[Command::CloseBook]->trigger();
    }
    /// Whether it was taken.
    bool drop(const QList<QUrl> &urls)
    {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&**m_window, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent dropped(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&**m_window, &dropped);
        return dropped.isAccepted();
    }

    std::unique_ptr<FakeWindow> m_window;
};

TREATYBOOK_TEST(TstWelcome)
#include "tst_welcome.moc"
