#include "ui/widgets/longtextedit.h"
#include "ui/widgets/textedit.h"

#include "support/testregistry.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstLongTextEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untouchedTextIsAsItWas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("no-break blank") << u"10\u00a0000 doses"_s;
        QTest::newRow("CRLF") << u"one\r\ntwo\r\n"_s;
        QTest::newRow("CR") << u"one\rtwo"_s;
        QTest::newRow("LF") << u"\n\none\n"_s;
        QTest::newRow("mixed line ends") << u"a\r\nb\nc\rd\u2029e\u2028f"_s;
        QTest::newRow("trailing CR of a CRLF") << u"a\r\r\nb"_s;
        QTest::newRow("tabs and controls") << u"a\tb\vc\u0085d"_s;
        QTest::newRow("frame marks") << u"a\ufdd0b\ufdd1c"_s;
        QTest::newRow("object replacement") << u"a\ufffcb"_s;
        QTest::newRow("HTML") << u"<img src=/etc/passwd>"_s;
        QTest::newRow("emoji and marks") << u"👨‍👩‍👧 e\u0301 \u202Eabc"_s;
    }
    void untouchedTextIsAsItWas()
    {
        QFETCH(QString, text);
        LongTextEdit edit;
        QSignalSpy edited(&edit, &LongTextEdit::edited);
        edit.setText(text);
        QCOMPARE(edit.text(), text);
        QCOMPARE(edited.count(), 0);
    }

    void editsKeepTheRest_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("cursor");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("result");
        QTest::newRow("at the end") << u"a\u00a0b\r\nc"_s << 5 << u"!"_s << u"a\u00a0b\r\nc!"_s;
        QTest::newRow("at the start") << u"a\u00a0b\r\nc\u2028d"_s << 0 << u"x"_s << u"xa\u00a0b\r\nc\u2028d"_s;
        QTest::newRow("in the middle") << u"a\r\nb\r\nc"_s << 3 << u"x"_s << u"a\r\nbx\r\nc"_s;
        QTest::newRow("a doubled letter") << u"a\r\naa"_s << 3 << u"a"_s << u"a\r\naaa"_s;
    }
    void editsKeepTheRest()
    {
        QFETCH(QString, text);
        QFETCH(int, cursor);
        QFETCH(QString, typed);
        LongTextEdit edit;
        edit.setText(text);
        QSignalSpy edited(&edit, &LongTextEdit::edited);
        QTextCursor place = edit.textCursor();
        place.setPosition(cursor);
        edit.setTextCursor(place);
        QTest::keyClicks(&edit, typed);
        QTEST(edit.text(), "result");
        QCOMPARE(edited.count(), 1);
        QTest::keyClick(&edit, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(edit.text(), text); // typed back
    }

    void deletingALineEndKeepsTheOthers()
    {
        LongTextEdit edit;
        edit.setText(u"a\r\nb\r\nc"_s);
        QTextCursor place = edit.textCursor();
        place.setPosition(2);
        edit.setTextCursor(place);
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QCOMPARE(edit.text(), u"ab\r\nc"_s);
    }

    void longOrBrokenTextGetsABox_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isBox");
        QTest::newRow("plain") << u"Agreement"_s << false;
        QTest::newRow("as long as a line can be") << QString(32766, u'x') << false;
        QTest::newRow("longer") << QString(40000, u'x') << true;
        QTest::newRow("line break") << u"a\nb"_s << true;
        QTest::newRow("line separator") << u"a\u2028b"_s << true;
        QTest::newRow("no-break blank") << u"a\u00a0b"_s << false;
    }
    void longOrBrokenTextGetsABox()
    {
        QFETCH(QString, text);
        QFETCH(bool, isBox);
        TextEdit edit;
        edit.setInputName(u"form.title"_s, u"Title"_s);
        edit.setText(text);
        QCOMPARE(edit.text(), text);
        QCOMPARE(edit.findChild<LongTextEdit *>(u"form.title"_s) != nullptr, isBox);
        QCOMPARE(edit.findChild<QLineEdit *>(u"form.title"_s) != nullptr, !isBox);
        edit.setText(u"short again"_s);
        QCOMPARE(edit.text(), u"short again"_s);
        QVERIFY(edit.findChild<QLineEdit *>(u"form.title"_s));
    }
};

TREATYBOOK_TEST(TstLongTextEdit)
#include "tst_longtextedit.moc"
