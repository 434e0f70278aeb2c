#include "app/application.h"
#include "app/verbs/verbs.h"
#include "itemmodels/facetmodel.h"
#include "support/csvrows.h"
#include "support/testregistry.h"
#include "tests/app/xserver.h"
#include "ui/find/chip.h"
#include "ui/find/chipbar.h"
#include "ui/find/facetpanel.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/statussentence.h"
#include "ui/table/agreementtable.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

namespace {

class SavingDialogs : public Dialogs
{
public:
    QString askOpenFile(QWidget *, const FileQuestion &) override { return {}; }
    QString askSaveFile(QWidget *, const FileQuestion &question, bool) override
    {
        return Test::sessionFolder() + u"/facets."_s + question.suffix;
    }
    Unsaved askUnsaved(QWidget *, int) override { return Unsaved::Stay; }
    void showAbout(QWidget *) override {}
};

} // namespace

/// Facets and chips on the sample as of 1 October 2021, by mouse and by keyboard; the numbers were counted by hand from
/// the list of the sample. A process of its own that TstFacetsByHand starts under Xvfb; no class of CTest.
class FacetSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString book = Test::sessionFolder() + u"/facets.treatybook"_s;
        QVERIFY(createSample(book));
        m_application = std::make_unique<Application>(std::make_unique<SavingDialogs>());
        m_application->start(book);
        window().resize(1440, 900);
        window().activateWindow(); // there is no window manager to do it; shortcuts need it
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTRY_VERIFY(window().book() && window().book()->session().isLoaded());
        auto *asOf = window().findChild<QLineEdit *>(u"asOf"_s);
        asOf->setText(u"2021-10-01"_s);
        QTest::keyClick(asOf, Qt::Key_Return);
        QTRY_VERIFY(sentence().contains(u"as of 1 October 2021"_s));
    }
    void init()
    {
        QTRY_COMPARE(rows(), 38);
        QVERIFY(!chips().isVisible());
        QTRY_COMPARE(counts(Facet::Kind, {u"agreement"_s, u"cooperation-plan"_s, u"visit"_s}), (QList<int>{5, 5, 5}));
    }

    void countsOfTheWholeBook()
    {
        QTRY_COMPARE(counts(Facet::Nature, {u"event"_s}), QList<int>{16});
        QTRY_COMPARE(counts(Facet::Status, {u"not-yet"_s, u"signed"_s, u"in-force"_s, u"in-effect"_s, u"delivered"_s,
                                            u"announced"_s, u"agreed"_s, u"expired"_s}),
                     (QList<int>{2, 5, 1, 1, 3, 3, 2, 2}));
        QTRY_COMPARE(counts(Facet::Participant, {u"Viet Nam"_s, u"Cuba"_s}), (QList<int>{38, 38}));
        QVERIFY(facets().headingOf(Facet::Status).data().toString().contains(u"1 Oct 2021"_s));
    }

    void byMouse()
    {
        click(Facet::Kind, u"cooperation-plan"_s);
        QTRY_COMPARE(rows(), 5);
        QTRY_COMPARE(counts(Facet::Status, {u"not-yet"_s, u"in-effect"_s, u"expired"_s}), (QList<int>{2, 1, 2}));
        QTRY_COMPARE(counts(Facet::Decade, {u"201X"_s, u"202X"_s}), (QList<int>{2, 3}));
        QTRY_COMPARE(counts(Facet::Kind, {u"agreement"_s}), QList<int>{5}); // its own choice does not count
        QCOMPARE(chipTexts(), u"Kind: Cooperation plan"_s);
        QVERIFY(sentence().startsWith(u"5 of 38 record"_s));

        click(Facet::Kind, u"agreement"_s, Qt::ControlModifier);
        QTRY_COMPARE(rows(), 10);
        QTRY_COMPARE(counts(Facet::Status, {u"signed"_s, u"in-force"_s}), (QList<int>{4, 1}));
        QTRY_COMPARE(counts(Facet::Decade, {u"200X"_s, u"201X"_s, u"202X"_s}), (QList<int>{1, 6, 3}));

        click(Facet::Status, u"signed"_s);
        QTRY_COMPARE(rows(), 4);
        QTRY_COMPARE(counts(Facet::Kind, {u"agreement"_s, u"cooperation-plan"_s}), (QList<int>{4, 0}));
        QCOMPARE(chipTexts(), u"Kind: Cooperation plan or Agreement|Status: Signed"_s);

        auto *search = window().findChild<QLineEdit *>(u"search"_s);
        QTest::keyClicks(search, u"medicine"_s);
        QTRY_COMPARE(rows(), 1);
        QVERIFY(sentence().contains(u"containing “medicine”; Kind: Cooperation plan or Agreement; Status: Signed"_s));
        QTest::keyClicks(search, u" zzz"_s);
        QTRY_COMPARE(rows(), 0);
        auto *clear = window().findChild<QPushButton *>(u"table.empty.clear"_s);
        QTRY_VERIFY(clear->isVisible());

        clickCross(1); // “zzz”
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(search->text(), u"medicine"_s);
        exportAndCompare();

        // Esc: the words, then the facet that was added last, then the first.
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_COMPARE(rows(), 4);
        QCOMPARE(search->text(), QString());
        QTest::keyClick(&book().table(), Qt::Key_Escape);
        QTRY_COMPARE(rows(), 10);
        QTest::keyClick(&book().table(), Qt::Key_Escape);
        QTRY_COMPARE(rows(), 38);

        click(Facet::Kind, u"visit"_s);
        click(Facet::Decade, u"201X"_s);
        QTRY_COMPARE(rows(), 4); // three of 2017 and one of 2018
        QTest::mouseClick(window().findChild<QWidget *>(u"chips.clear"_s), Qt::LeftButton);
    }

    void byKeyboard()
    {
        auto *search = window().findChild<QLineEdit *>(u"search"_s);
        search->setFocus();
        QTest::keyClick(&window(), Qt::Key_F6); // the views
        QTest::keyClick(&window(), Qt::Key_F6);
        QVERIFY(panel().hasFocus());
        QTest::keyClick(&panel(), Qt::Key_Home);
        QTest::keyClicks(&panel(), u"coop"_s);
        QCOMPARE(panel().currentIndex().data().toString(), u"Cooperation plan"_s);
        QTest::keyClick(&panel(), Qt::Key_Space);
        QTRY_COMPARE(rows(), 5);
        QTest::keyClick(&panel(), Qt::Key_Up);
        QCOMPARE(panel().currentIndex().data().toString(), u"Agreement"_s);
        QTest::keyClick(&panel(), Qt::Key_Space, Qt::ControlModifier);
        QTRY_COMPARE(rows(), 10);

        QTest::keyClick(&window(), Qt::Key_F6, Qt::ShiftModifier);
        QTest::keyClick(&window(), Qt::Key_F6, Qt::ShiftModifier);
        auto *chip = window().findChild<Chip *>(u"chip.0"_s);
        QVERIFY(chip->hasFocus());
        QTest::keyClick(chip, Qt::Key_Space); // to its place
        QVERIFY(panel().hasFocus());
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Delete);
        QTRY_COMPARE(rows(), 38);
        QTRY_VERIFY(book().table().hasFocus());

        search->setFocus();
        QTest::keyClicks(search, u"zzz"_s);
        QTRY_COMPARE(rows(), 0);
        QTest::keyClick(&window(), Qt::Key_Escape, Qt::ShiftModifier);
        QTRY_COMPARE(rows(), 38);
        QCOMPARE(search->text(), QString());

        panel().setFocus();
        QTest::keyClick(&window(), Qt::Key_F9);
        QTRY_VERIFY(!panel().isVisible());
        QVERIFY(book().table().hasFocus());
        QTest::keyClick(&window(), Qt::Key_F9);
        QTRY_VERIFY(panel().isVisible());
    }

    void theDayAndAnUndoAreFollowed()
    {
        click(Facet::Status, u"in-effect"_s);
        QTRY_COMPARE(rows(), 1); // the plan of 2020 to 2022
        auto *asOf = window().findChild<QLineEdit *>(u"asOf"_s);
        asOf->setText(u"2015-06-01"_s);
        QTest::keyClick(asOf, Qt::Key_Return);
        QTRY_COMPARE(book().model().recordAt(0)->title.toString(), u"Defence cooperation plan 2014–2016"_s);
        QCOMPARE(rows(), 1);
        asOf->setText(u"2021-10-01"_s);
        QTest::keyClick(asOf, Qt::Key_Return);
        QTest::keyClick(&window(), Qt::Key_Escape, Qt::ShiftModifier);

        const QRect first = book().table().visualRect(book().model().index(0, 0));
        QTest::mouseClick(book().table().viewport(), Qt::LeftButton, {}, first.center());
        window().findChild<QAction *>(u"action.deleteRecord"_s)->trigger();
        QTRY_COMPARE(counts(Facet::Participant, {u"Cuba"_s}), QList<int>{37});
        QTRY_VERIFY(window().findChild<QAction *>(u"action.undo"_s)->isEnabled());
        window().findChild<QAction *>(u"action.undo"_s)->trigger();
        QTRY_COMPARE(counts(Facet::Participant, {u"Cuba"_s}), QList<int>{38});
    }

private:
    MainWindow &window() { return m_application->window(); }
    BookView &book() { return *window().book(); }
    ChipBar &chips() { return book().chips(); }
    FacetPanel &panel() { return book().facets(); }
    FacetModel &facets() { return panel().facets(); }
    int rows() { return book().model().rowCount(); }
    QString sentence() { return window().findChild<StatusSentence *>()->sentence(); }

    /// As the panel shows them, 0 for what is not there.
    QList<int> counts(Facet facet, const QStringList &values)
    {
        QList<int> result;
        for (const QString &value : values)
            result.append(facets().valueIndex(facet, value).data(FacetModel::CountRole).toInt());
        return result;
    }
    void click(Facet facet, const QString &value, Qt::KeyboardModifiers modifiers = {})
    {
        QTRY_VERIFY(facets().valueIndex(facet, value).isValid());
        const QModelIndex index = facets().valueIndex(facet, value);
        panel().scrollTo(index);
        const QRect rect = panel().visualRect(index);
        QTest::mouseClick(panel().viewport(), Qt::LeftButton, modifiers, QPoint(60, rect.center().y()));
    }
    QString chipTexts()
    {
        QStringList texts;
        for (const Chip *chip : chips().chips()) {
            if (chip->isVisible())
                texts.append(chip->text());
        }
        return texts.join(u'|');
    }
    void clickCross(int place)
    {
        auto *chip = window().findChild<Chip *>(u"chip.%1"_s.arg(place));
        QTest::mouseClick(chip, Qt::LeftButton, {}, chip->crossRect().center());
    }
    void exportAndCompare()
    {
        window().findChild<QAction *>(u"action.exportCsv"_s)->trigger();
        QFile file(Test::sessionFolder() + u"/facets.csv"_s);
        QTRY_VERIFY(file.exists());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(Test::csvRows(file.readAll()).size(), 2); // the heading and what is shown
    }

    std::unique_ptr<Application> m_application;
};

class TstFacetsByHand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inTheRealWindow()
    {
        const XServer screen;
        QVERIFY2(!screen.display().isEmpty(), "Xvfb (package xvfb) is needed");
        const QTemporaryDir place;
        QProcess session;
        screen.start(session, {u"facetsession"_s}, place.path());
        QVERIFY2(passes(session), session.readAll());
    }
};

TREATYBOOK_TEST(FacetSession)
TREATYBOOK_TEST(TstFacetsByHand)
#include "tst_facetsbyhand.moc"
