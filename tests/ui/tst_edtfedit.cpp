#include "ui/widgets/edtfedit.h"

#include "support/testregistry.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCalendarWidget>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;
using Meaning = EdtfEdit::Meaning;

static const QLocale English(QLocale::English, QLocale::UnitedKingdom);

class TstEdtfEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explains_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isTerm");
        QTest::addColumn<QString>("words");

        const auto row = [](const char *text, bool isTerm, const char *words) {
            QTest::newRow(text) << QString::fromUtf8(text) << isTerm << QString::fromUtf8(words);
        };
        row("", false, "");
        row("2021-09-20", false, "= Monday 20 September 2021, exact day");
        row("2004", false, "= any day of 2004");
        row("2021-09", false, "= any day of September 2021");
        row("2021-09-XX", false, "= any day of September 2021");
        row("201X", false, "= any day from 1 January 2010 to 31 December 2019");
        row("[2021-09-18..2021-09-20]", false, "= any day from 18 September 2021 to 20 September 2021");
        row("[..2021-09-20]", false, "= 20 September 2021 or some day before");
        row("[1991..]", false, "= 1 January 1991 or some day after");
        row("2004~", false, "= any day of 2004, approximate");
        row("2004?", false, "= any day of 2004, uncertain");
        row("2004%", false, "= any day of 2004, approximate and uncertain");
        row("-0043-03-15", false, "= Friday 15 March 44 BC, exact day");
        row("1985/1992", false, "= 1985 to 1992");
        row("1960/", false, "= from 1960, the end is not known");
        row("/1975", false, "= until 1975, the beginning is not known");
        row("2020/2022", true, "= 1 January 2020 to 31 December 2022");
        row("2014-07/2016-02", true, "= 1 July 2014 to 29 February 2016");
        row("2014/..", true, "= from 1 January 2014, without end");
        row("../2014", true, "= until 31 December 2014, without beginning");
    }
    void explains()
    {
        QFETCH(QString, text);
        QFETCH(bool, isTerm);
        QTEST(explanation(Edtf::read(text), isTerm ? Meaning::Term : Meaning::Instant, English), "words");
    }

    void keepsWhatItCannotRead()
    {
        EdtfEdit edit(Meaning::Instant, English);
        QSignalSpy edited(&edit, &EdtfEdit::edited);
        edit.setText(u" when the war\u00a0ended "_s);
        QCOMPARE(edit.text(), u" when the war\u00a0ended "_s);
        QVERIFY2(edit.hint().endsWith(u"It stays as written."_s), qPrintable(edit.hint()));
        QVERIFY(edit.hint().size() > 25); // and says why
        QCOMPARE(edited.count(), 0);
    }

    void followsTheTyping()
    {
        EdtfEdit edit(Meaning::Instant, English);
        QSignalSpy edited(&edit, &EdtfEdit::edited);
        QTest::keyClicks(edit.lineEdit(), u"2004"_s);
        QCOMPARE(edited.count(), 4);
        QCOMPARE(edit.hint(), u"= any day of 2004"_s);
        QTest::keyClicks(edit.lineEdit(), u"-13"_s);
        QVERIFY(edit.hint().contains(u"stays as written"_s));
    }

    void takesWhatHasOneMeaning()
    {
        EdtfEdit edit(Meaning::Instant, English);
        edit.setText(u"2004"_s);
        QSignalSpy edited(&edit, &EdtfEdit::edited);
        edit.lineEdit()->selectAll();
        QTest::keyClicks(edit.lineEdit(), u"20 Sep 2021"_s);
        QCOMPARE(edit.lineEdit()->text(), u"20 Sep 2021"_s);
        QCOMPARE(edit.text(), u"2021-09-20"_s); // what a draft holds while the cursor is still here
        QCOMPARE(edit.hint(), u"= Monday 20 September 2021, exact day · EDTF 2021-09-20"_s);
        QTest::keyClick(edit.lineEdit(), Qt::Key_Return);
        QCOMPARE(edit.lineEdit()->text(), u"2021-09-20"_s);
        QCOMPARE(edit.hint(), u"= Monday 20 September 2021, exact day"_s);
        edit.lineEdit()->undo();
        QCOMPARE(edit.lineEdit()->text(), u"20 Sep 2021"_s);
        QCOMPARE(edit.text(), u"2021-09-20"_s);
        while (edit.lineEdit()->isUndoAvailable())
            edit.lineEdit()->undo();
        QCOMPARE(edit.text(), u"2004"_s);
    }

    void takesItWhenTheFieldIsLeft()
    {
        QWidget window;
        EdtfEdit edit(Meaning::Term, English, &window);
        QLineEdit next(&window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit.lineEdit()->setFocus();
        QTest::keyClicks(edit.lineEdit(), u"2014 - 2016"_s);
        next.setFocus(Qt::PopupFocusReason); // as for the menu of the field
        QCOMPARE(edit.lineEdit()->text(), u"2014 - 2016"_s);
        edit.lineEdit()->setFocus();
        next.setFocus(Qt::TabFocusReason);
        QCOMPARE(edit.lineEdit()->text(), u"2014/2016"_s);
    }

    void offersTheMeanings()
    {
        EdtfEdit edit(Meaning::Instant, English);
        edit.show();
        QTest::keyClicks(edit.lineEdit(), u"04/05/2004"_s);
        QVERIFY2(edit.hint().contains(u"other way round"_s), qPrintable(edit.hint()));
        QCOMPARE(choices(edit), (QStringList{u"4 May 2004 (day first)"_s, u"5 April 2004 (month first)"_s}));
        QTest::keyClick(edit.lineEdit(), Qt::Key_Return);
        QCOMPARE(edit.text(), u"04/05/2004"_s); // nothing was chosen
        QSignalSpy edited(&edit, &EdtfEdit::edited);
        auto *second = edit.findChild<QAbstractButton *>(u"choice.1"_s);
        QVERIFY(second->focusPolicy() & Qt::TabFocus);
        QCOMPARE(second->accessibleName(), u"Read as 5 April 2004 (month first)"_s);
        QVERIFY(QTest::qWaitForWindowActive(&edit));
        edit.lineEdit()->setFocus();
        QTest::keyClick(edit.lineEdit(), Qt::Key_Tab);
        QVERIFY(edit.findChild<QAbstractButton *>(u"choice.0"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(second->hasFocus());
        QTest::keyClick(second, Qt::Key_Return);
        QCOMPARE(edit.text(), u"2004-04-05"_s);
        QVERIFY(edited.count() > 0);
        QCOMPARE(choices(edit), QStringList());
        edit.lineEdit()->undo();
        QCOMPARE(edit.text(), u"04/05/2004"_s);
        QCOMPARE(choices(edit).size(), 2);
        QTest::mouseClick(edit.findChild<QAbstractButton *>(u"choice.0"_s), Qt::LeftButton);
        QCOMPARE(edit.text(), u"2004-05-04"_s);
    }

    void offersWhatElseAnEdtfTextMayMean()
    {
        EdtfEdit edit(Meaning::Term, English);
        edit.show();
        QTest::keyClicks(edit.lineEdit(), u"2011-12"_s);
        QCOMPARE(edit.text(), u"2011-12"_s);
        QCOMPARE(edit.hint(), u"= 1 December 2011 to 31 December 2011. This may be a span of years."_s);
        QCOMPARE(choices(edit),
                 (QStringList{u"2011–2012 (the whole time)"_s, u"between 2011 and 2012 (one day of it)"_s}));
    }

    void offersToLeavePlaceholdersOut()
    {
        EdtfEdit edit(Meaning::Instant, English);
        edit.show();
        QTest::keyClicks(edit.lineEdit(), u"9999-12-31"_s);
        QCOMPARE(choices(edit), QStringList{u"No date: leave it empty"_s});
        QTest::mouseClick(edit.findChild<QAbstractButton *>(u"choice.0"_s), Qt::LeftButton);
        QCOMPARE(edit.text(), QString());
    }

    void neverRewritesWhatIsStored()
    {
        EdtfEdit edit(Meaning::Instant, English);
        edit.show();
        edit.setText(u" 20 Sep 2021"_s);
        QSignalSpy edited(&edit, &EdtfEdit::edited);
        edit.lineEdit()->setFocus();
        QTest::keyClick(edit.lineEdit(), Qt::Key_Return);
        edit.lineEdit()->clearFocus();
        QCOMPARE(edit.text(), u" 20 Sep 2021"_s);
        QCOMPARE(edited.count(), 0);
        QCOMPARE(choices(edit), QStringList{u"20 September 2021"_s}); // one press away
        edit.setReadOnly(true);
        QCOMPARE(choices(edit), QStringList());
    }

    void takesADayFromTheCalendar()
    {
        EdtfEdit edit(Meaning::Instant, English);
        edit.setText(u"2021-09"_s);
        edit.show();
        QSignalSpy edited(&edit, &EdtfEdit::edited);
        QTest::keyClick(edit.lineEdit(), Qt::Key_F4);
        auto *calendar = edit.findChild<QCalendarWidget *>(u"calendar"_s);
        QVERIFY(calendar);
        QCOMPARE(calendar->selectedDate(), QDate(2021, 9, 1));
        Q_EMIT calendar->clicked(QDate(2021, 9, 20));
        QCOMPARE(edit.text(), u"2021-09-20"_s);
        QCOMPARE(edited.count(), 1);
        edit.lineEdit()->undo();
        QCOMPARE(edit.text(), u"2021-09"_s);
    }

    void opensTheCalendarAtWhatWasTyped()
    {
        EdtfEdit edit(Meaning::Instant, English);
        edit.show();
        QTest::keyClicks(edit.lineEdit(), u"20 Sep 2021"_s);
        QTest::keyClick(edit.lineEdit(), Qt::Key_F4);
        QCOMPARE(edit.findChild<QCalendarWidget *>(u"calendar"_s)->selectedDate(), QDate(2021, 9, 20));
    }

    void isNotEditedWhileReadOnly()
    {
        EdtfEdit edit(Meaning::Instant, English);
        edit.setText(u"2021"_s);
        edit.setReadOnly(true);
        QTest::keyClicks(edit.lineEdit(), u"9"_s);
        QTest::keyClick(edit.lineEdit(), Qt::Key_F4);
        QCOMPARE(edit.text(), u"2021"_s);
        QVERIFY(!edit.findChild<QCalendarWidget *>(u"calendar"_s));
    }

private:
    /// What can be chosen below the field.
    static QStringList choices(const EdtfEdit &edit)
    {
        QStringList texts;
        for (const auto *choice : edit.findChildren<QAbstractButton *>(QRegularExpression(u"^choice\\.\\d+$"_s))) {
            if (!choice->isHidden())
                texts.append(choice->text());
        }
        return texts;
    }
};

TREATYBOOK_TEST(TstEdtfEdit)
#include "tst_edtfedit.moc"
