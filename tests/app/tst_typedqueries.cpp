// A person types questions into the search box of the real window, letter by letter.

#include "app/application.h"
#include "app/translation.h"
#include "app/verbs/verbs.h"
#include "session/queryevaluator.h"
#include "support/silentdialogs.h"
#include "support/testregistry.h"
#include "tests/app/xserver.h"
#include "ui/find/searchbox.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/table/agreementtable.h"
#include "ui/widgets/plainlabel.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

namespace {

struct Question {
    QString asOf;
    QString typed;
    int count; ///< of the whole question, from the documents by hand
};

const QList<Question> Questions{
    {u"2015-06-01"_s, u"party:cuba is:in-force"_s, 1},
    {u"2021-10-01"_s, u"party:cuba is:in-force"_s, 3},
    {u"2021-10-01"_s, u"defence term:2018"_s, 1},
    {u"2021-10-01"_s, u"defense"_s, 30},
    {u"2021-10-01"_s, u"Vietnam"_s, 38},
    {u"2021-10-01"_s, u"\"y te\""_s, 13},
    {u"2021-10-01"_s, u"diaz"_s, 3},
    {u"2022-06-01"_s, u"status:expired -kind:plan"_s, 0},
    {u"2022-06-01"_s, u"is:expiring"_s, 1},
    {u"2022-06-01"_s, u"quantity>=\"1000000 doses\""_s, 1},
    {u"2022-06-01"_s, u"bound:VN"_s, 2},
    {u"2022-06-01"_s, u"became:in-effect:2020-12-31..2021-10-01"_s, 1},
};

} // namespace

/// A process of its own that TstTypedQueries starts under Xvfb; no class of CTest.
class TypedQueriesSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString book = Test::sessionFolder() + u"/typed.treatybook"_s;
        QVERIFY(createSample(book));
        installTranslation();
        m_application = std::make_unique<Application>(std::make_unique<SilentDialogs>());
        m_application->start(book);
        window().resize(1440, 900);
        window().activateWindow(); // there is no window manager to do it; shortcuts need it
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTRY_VERIFY(window().book() && window().book()->session().isLoaded());
        QTRY_COMPARE(records().rowCount(), 38);
    }

    void eachLetterHasItsAnswer_data()
    {
        QTest::addColumn<Question>("question");
        for (const Question &question : Questions)
            QTest::addRow("%s on %s", qPrintable(question.typed), qPrintable(question.asOf)) << question;
    }
    void eachLetterHasItsAnswer()
    {
        QFETCH(Question, question);
        setAsOf(question.asOf);
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(search().hasFocus());
        QTest::keyClick(&search(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&search(), Qt::Key_Delete);
        QTRY_COMPARE(records().rowCount(), 38);
        qsizetype shown = 38;
        int mistakes = 0;
        for (qsizetype typed = 1; typed <= question.typed.size(); ++typed) {
            QTest::keyClick(&search(), question.typed.at(typed - 1).toLatin1());
            const QString text = question.typed.first(typed);
            QCOMPARE(search().text(), text);
            const Query query = Query::parse(text);
            const auto count = [this](const Query &asked) { // the window narrows from letter to letter; this asks anew
                return static_cast<qsizetype>(
                    QueryEvaluator(records().store(), records().asOf(), records().locale()).search(asked).size());
            };
            if (query.isUsable())
                shown = count(query);
            else if (u":=<>"_s.contains(text.back()) && Query::parse(text.chopped(1)).isUsable())
                shown = count(Query::parse(text.first(query.mistake()->begin))); // the word was the name of a field
            mistakes += query.isUsable() ? 0 : 1;
            QTRY_VERIFY2(records().rowCount() == shown, qPrintable(text));
            QVERIFY2(sentence().startsWith(shown == 38 ? u"38 records "_s : u"%1 of 38 records "_s.arg(shown)),
                     qPrintable(text + u": "_s + sentence()));
            QCOMPARE(table().model()->rowCount(), shown);
        }
        QCOMPARE(shown, question.count);
        QVERIFY(mistakes < question.typed.size());
        QTest::keyClick(&search(), Qt::Key_Escape); // offers, if there are some
    }

private:
    MainWindow &window() { return m_application->window(); }
    AgreementTableModel &records() { return window().book()->model(); }
    AgreementTable &table() { return window().book()->table(); }
    SearchBox &search() { return *window().findChild<SearchBox *>(); }
    QString sentence() { return window().findChild<PlainLabel *>(u"status.count"_s)->fullText(); }
    void setAsOf(const QString &day)
    {
        auto *asOf = window().findChild<QLineEdit *>(u"asOf"_s);
        asOf->setText(day);
        QTest::keyClick(asOf, Qt::Key_Return);
        QTRY_COMPARE(dayText(records().asOf()), day);
    }

    std::unique_ptr<Application> m_application;
};

class TstTypedQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inTheRealWindow()
    {
        const XServer screen;
        QVERIFY2(!screen.display().isEmpty(), "Xvfb (package xvfb) is needed");
        const QTemporaryDir place;
        QProcess session;
        screen.start(session, {u"typedqueriessession"_s}, place.path());
        QVERIFY2(passes(session), session.readAll());
    }
};

TREATYBOOK_TEST(TypedQueriesSession)
TREATYBOOK_TEST(TstTypedQueries)
#include "tst_typedqueries.moc"
