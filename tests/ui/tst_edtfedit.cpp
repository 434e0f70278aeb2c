#include "ui/widgets/edtfedit.h"

#include "support/testregistry.h"

#include <QCalendarWidget>
#include <QLineEdit>
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
};

TREATYBOOK_TEST(TstEdtfEdit)
#include "tst_edtfedit.moc"
