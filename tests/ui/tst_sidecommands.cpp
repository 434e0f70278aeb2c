#include "ui/mainwindow/sidecommands.h"

#include "support/booksession.h"
#include "support/testregistry.h"
#include "tests/domain/recordbuilder.h"
#include "tests/ui/fakewindow.h"
#include "ui/mainwindow/actions.h"
#include "ui/widgets/plainlabel.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// In whose view the statuses of a window are.
class TstSideCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<FakeWindow>();
        m_window->makeBook(u"a"_s, QList<Agreement>{league(), titled(u"Something else"_s)});
        m_window->start();
        QVERIFY(QTest::qWaitForWindowActive(&**m_window));
        QVERIFY(m_window->open(u"a"_s));
    }
    void cleanup() { m_window.reset(); }

    void chosenByName()
    {
        QCOMPARE(status(), u"In force"_s);
        QVERIFY(!words().contains(u" for "_s));
        QLineEdit *who = ask();
        QTest::keyClicks(who, u"viet"_s);
        QVERIFY(!button(u"accept"_s)->isEnabled());
        QCOMPARE((*m_window)->findChild<PlainLabel *>(u"side.note"_s)->fullText(),
                 u"No participant of this book is called so."_s);
        QTest::keyClicks(who, u" nam"_s);
        QVERIFY(button(u"accept"_s)->isEnabled());
        QTest::keyClick(popup(who), Qt::Key_Escape); // the offers
        QTest::keyClick(who, Qt::Key_Return);
        QTRY_COMPARE(status(), u"Terminated"_s);
        QCOMPARE(words(), u"as of today for Viet Nam"_s);
        QTRY_VERIFY(!(*m_window)->findChild<QDialog *>(u"side"_s));

        (*m_window)->actions()[Command::Undo]->trigger();
        QTRY_COMPARE(status(), u"In force"_s);
        QCOMPARE(words(), u"as of today"_s);
        QTRY_VERIFY((*m_window)->actions()[Command::Redo]->isEnabled()); // when the undo is stored
        (*m_window)->actions()[Command::Redo]->trigger();
        QTRY_COMPARE(status(), u"Terminated"_s);

        m_window->restart();
        QVERIFY(m_window->open(u"a"_s));
        QCOMPARE(status(), u"Terminated"_s); // it travels with the book
        QCOMPARE(words(), u"as of today for Viet Nam"_s);
        QCOMPARE(ask()->text(), u"viet nam"_s); // as it was typed
        button(u"nobody"_s)->click();
        QTRY_COMPARE(status(), u"In force"_s);
        QCOMPARE(words(), u"as of today"_s);
    }

    void anOfferCanBeTaken()
    {
        QLineEdit *who = ask();
        QTest::keyClicks(who, u"cu"_s);
        QTest::keyClick(popup(who), Qt::Key_Down);
        QTest::keyClick(popup(who), Qt::Key_Return);
        QCOMPARE(who->text(), u"Cuba"_s);
        button(u"accept"_s)->click();
        QTRY_COMPARE(words(), u"as of today for Cuba"_s);
        QCOMPARE(status(), u"In force"_s);
    }

    /// A status that is asked for is the one that is seen.
    void queriesAndFacetsFollow()
    {
        AgreementTableModel &records = m_window->book().model();
        records.setQuery(Query::parse(u"is:in-force"_s));
        QCOMPARE(records.rowCount(), 1);
        m_window->book().session().setSide(OurSide(u"VN"_s));
        QCOMPARE(records.rowCount(), 0);
        records.setQuery(Query::parse(u"status:terminated"_s));
        QCOMPARE(records.rowCount(), 1);
        m_window->book().session().setSide(OurSide(u"LA"_s));
        QCOMPARE(records.rowCount(), 0);
        m_window->book().session().setSide({});
        QCOMPARE(records.rowCount(), 0);
    }

    /// A change of the record keeps the view.
    void editedRecordsKeepTheView()
    {
        Session &session = m_window->book().session();
        session.setSide(OurSide(u"VN"_s));
        Agreement record = league();
        record.edit().inForce = RecordBuilder::edtf("1993-01-01");
        QVERIFY(change(session, record));
        QCOMPARE(status(), u"Terminated"_s);
        record.edit().actions.clear();
        QVERIFY(change(session, record));
        QCOMPARE(status(), u"In force"_s);
    }

private:
    static Agreement league()
    {
        return RecordBuilder(Nature::Treaty)
            .title("League")
            .participant("Viet Nam", "VN")
            .participant("Cuba", "CU")
            .participant("Laos", "LA")
            .inForce("1992-01-01")
            .by(1, ActionKind::Ratification, "1991-01-01")
            .by(2, ActionKind::Ratification, "1991-02-01")
            .by(1, ActionKind::Denunciation, "2000-01-01", "2001-01-01");
    }
    QString status() const
    {
        const AgreementTableModel &records = m_window->book().model();
        return records.text(records.store().slotOf(league().id()).value(), Field::Status);
    }
    QString words() const { return (*m_window)->findChild<PlainLabel *>(u"status.asOf"_s)->fullText(); }
    QPushButton *button(const QString &name) const
    {
        return (*m_window)->findChild<QPushButton *>(u"side."_s + name);
    }
    /// What gets the keys while offers are shown.
    static QWidget *popup(QLineEdit *who) { return who->completer()->popup(); }
    QLineEdit *ask() const
    {
        (*m_window)->actions()[Command::OurSide]->trigger();
        auto *who = (*m_window)->findChild<QLineEdit *>(u"side.who"_s);
        if (!who || !QTest::qWaitForWindowActive(who))
            qFatal("no dialog");
        return who;
    }

    std::unique_ptr<FakeWindow> m_window;
};

TREATYBOOK_TEST(TstSideCommands)
#include "tst_sidecommands.moc"
