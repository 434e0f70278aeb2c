#include "ui/widgets/listedit.h"

#include "domain/vocabularies.h"
#include "support/testregistry.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstListEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsLabelsAndGivesKeys()
    {
        ListEdit edit(&Vocabularies::subjects, Language::English);
        edit.setItems({u"defence"_s, u"military-medicine"_s, u"rice; and more"_s});
        QCOMPARE(edit.text(), u"Defence; Military medicine; rice\\; and more"_s);
        QCOMPARE(edit.items(), (QStringList{u"defence"_s, u"military-medicine"_s, u"rice; and more"_s}));
    }

    void understandsWhatIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("items");
        QTest::newRow("label") << u"Health"_s << QStringList{u"health"_s};
        QTest::newRow("whatever case") << u"hEALTH ;"_s << QStringList{u"health"_s};
        QTest::newRow("Vietnamese") << u"Y tế"_s << QStringList{u"health"_s};
        QTest::newRow("own") << u"Tea;  Coffee "_s << QStringList{u"Tea"_s, u"Coffee"_s};
        QTest::newRow("twice") << u"Health; health; Tea; Tea"_s << QStringList{u"health"_s, u"Tea"_s};
        QTest::newRow("nothing") << u" ; ;"_s << QStringList();
    }
    void understandsWhatIsTyped()
    {
        QFETCH(QString, typed);
        ListEdit edit(&Vocabularies::subjects, Language::English);
        edit.setText(typed);
        QTEST(edit.items(), "items");
    }

    void completesTheItemUnderTheCursor()
    {
        ListEdit edit(&Vocabularies::subjects, Language::English);
        edit.show();
        edit.setItems({u"defence"_s});
        edit.end(false);
        QTest::keyClicks(&edit, u"; Teleco"_s);
        auto *completer = edit.findChild<QCompleter *>();
        QVERIFY(completer->popup()->isVisible());
        QCOMPARE(completer->currentCompletion(), u"Telecommunications"_s);
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QCOMPARE(edit.text(), u"Defence; Telecommunications"_s);
        QCOMPARE(edit.items(), (QStringList{u"defence"_s, u"telecommunications"_s}));
    }

    void offersWhatIsUsedElsewhere()
    {
        ListEdit edit(&Vocabularies::subjects, Language::English);
        QStringList used{u"health"_s, u"Cà phê"_s, u"a; b"_s};
        edit.setSuggestions([&used] { return used; });
        edit.show();
        QCOMPARE(offers(edit, u"ca ph"_s), QStringList{u"Cà phê"_s}); // accents do not matter
        QCOMPARE(offers(edit, u"hea"_s), QStringList{u"Health"_s});   // once, although it is in both
        QCOMPARE(offers(edit, u"b"_s), QStringList{u"a; b"_s});
        QTest::keyClick(popup(edit), Qt::Key_Down);
        QTest::keyClick(popup(edit), Qt::Key_Return);
        QCOMPARE(edit.items(), QStringList{u"a; b"_s});
        QCOMPARE(offers(edit, u"Cà phê; ca"_s), QStringList()); // it is there already
        QCOMPARE(offers(edit, u"zzz"_s), QStringList());
        QVERIFY(!popup(edit)->isVisible());
    }

    void completesInTheMiddle()
    {
        ListEdit edit(&Vocabularies::subjects, Language::English);
        edit.show();
        edit.setItems({u"defence"_s, u"Tea"_s});
        edit.setCursorPosition(8);
        QTest::keyClicks(&edit, u" heal"_s);
        QTest::keyClick(&edit, Qt::Key_Semicolon);
        edit.setCursorPosition(13);
        QTest::keyClick(&edit, Qt::Key_T);
        QTest::keyClick(popup(edit), Qt::Key_Down);
        QTest::keyClick(popup(edit), Qt::Key_Return);
        QCOMPARE(edit.items(), (QStringList{u"defence"_s, u"health"_s, u"Tea"_s}));
    }

    void backspaceTakesAWholeItem()
    {
        ListEdit edit(&Vocabularies::subjects, Language::English);
        QSignalSpy edited(&edit, &QLineEdit::textEdited);
        edit.setItems({u"defence"_s, u"Tea"_s, u"a; b"_s});
        edit.setCursorPosition(14); // after "Defence; Tea; "
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QCOMPARE(edit.items(), (QStringList{u"defence"_s, u"a; b"_s}));
        QVERIFY(edited.count() > 0);
        QVERIFY(edit.isUndoAvailable());
        edit.end(false);
        QTest::keyClick(&edit, Qt::Key_Left); // between "a\\; " and "b" stands no separator
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QCOMPARE(edit.items(), (QStringList{u"defence"_s, u"a;b"_s}));
    }

    void altUpAndDownMoveAnItem()
    {
        ListEdit edit(&Vocabularies::subjects, Language::English);
        edit.setItems({u"defence"_s, u"a; b"_s, u"Tea"_s});
        edit.end(false);
        QTest::keyClick(&edit, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(edit.items(), (QStringList{u"defence"_s, u"Tea"_s, u"a; b"_s}));
        QTest::keyClick(&edit, Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(&edit, Qt::Key_Up, Qt::AltModifier); // no further
        QCOMPARE(edit.items(), (QStringList{u"Tea"_s, u"defence"_s, u"a; b"_s}));
        QTest::keyClick(&edit, Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(&edit, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(edit.items(), (QStringList{u"defence"_s, u"a; b"_s, u"Tea"_s}));
    }

private:
    static QAbstractItemView *popup(const ListEdit &edit) { return edit.findChild<QCompleter *>()->popup(); }
    /// What is offered after typing that into the empty line.
    static QStringList offers(ListEdit &edit, const QString &typed)
    {
        edit.clear();
        for (const QChar c : typed)
            QTest::sendKeyEvent(QTest::Click, &edit, Qt::Key_unknown, QString(c), Qt::NoModifier);
        QStringList labels;
        const auto *model = popup(edit)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            labels.append(model->index(row, 0).data().toString());
        return labels;
    }
};

TREATYBOOK_TEST(TstListEdit)
#include "tst_listedit.moc"
