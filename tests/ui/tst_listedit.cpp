#include "ui/widgets/listedit.h"

#include "domain/vocabularies.h"
#include "support/testregistry.h"

#include <QAbstractItemView>
#include <QCompleter>
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
};

TREATYBOOK_TEST(TstListEdit)
#include "tst_listedit.moc"
