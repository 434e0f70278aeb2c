#include "ui/find/searchbox.h"

#include "support/testregistry.h"
#include "ui/find/searchnote.h"
#include "ui/widgets/plainlabel.h"

#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstSearchBox : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    SearchBox *m_box = nullptr;

    QString note() const
    {
        const auto *note = m_window->findChild<SearchNote *>();
        return note && note->isVisible() ? note->findChild<PlainLabel *>()->fullText() : QString();
    }
    /// Pixels that differ from those of the same text without a mistake would be hard to tell; the wave is red.
    int redPixels() const
    {
        const QImage image = m_box->grab().toImage();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor color = image.pixelColor(x, y);
                count += color.red() > color.green() + 60 && color.red() > color.blue() + 60;
            }
        }
        return count;
    }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_box = new SearchBox(m_window.get());
        m_window->resize(700, 200);
        m_box->setGeometry(10, 10, 500, 32);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_box->setFocus();
    }
    void cleanup() { m_window.reset(); }

    void saysWhatIsWrongAndKeepsWhatWasUnderstood()
    {
        QSignalSpy queries(m_box, &SearchBox::queryChanged);
        QTest::keyClicks(m_box, u"signed:2017"_s);
        QVERIFY(note().isEmpty());
        QCOMPARE(m_box->accessibleDescription(), QString());
        const qsizetype understood = queries.count();
        QCOMPARE(redPixels(), 0);
        QTest::keyClicks(m_box, u"x"_s);
        QVERIFY(note().contains(u"“2017x”"_s));
        QVERIFY(m_box->accessibleDescription().contains(u"“2017x”"_s));
        QVERIFY(m_box->toolTip().contains(u"2017x"_s));
        QVERIFY(redPixels() > 20);
        QCOMPARE(queries.count(), understood);
        QTest::keyClick(m_box, Qt::Key_Backspace);
        QVERIFY(note().isEmpty());
        QCOMPARE(redPixels(), 0);
        QCOMPARE(queries.last().first().value<Query>().text(), u"signed:2017"_s);
    }

    void aHalfTypedFieldIsNoWord()
    {
        QSignalSpy queries(m_box, &SearchBox::queryChanged);
        const auto asked = [&] { return queries.last().first().value<Query>().text(); };
        QTest::keyClicks(m_box, u"rice signed"_s);
        QCOMPARE(asked(), u"rice signed"_s);
        QTest::keyClicks(m_box, u":"_s);
        QCOMPARE(asked(), u"rice "_s);
        QTest::keyClicks(m_box, u"20x"_s);
        QCOMPARE(asked(), u"rice "_s);
        QCOMPARE(m_box->text(), u"rice signed:20x"_s);
        QTest::keyClick(m_box, Qt::Key_Backspace);
        QTest::keyClicks(m_box, u"17"_s);
        QCOMPARE(asked(), u"rice signed:2017"_s);
        QTest::keyClicks(m_box, u":"_s); // that was no word
        QCOMPARE(asked(), u"rice signed:2017"_s);
    }

    void whatOthersAskDoesNotOverwriteAMistake()
    {
        QTest::keyClicks(m_box, u"rice"_s);
        QTest::keyClicks(m_box, u" kind:zzz"_s);
        QVERIFY(!note().isEmpty());
        m_box->setQuery(Query::parse(u"rice "_s)); // what was understood last
        QCOMPARE(m_box->text(), u"rice kind:zzz"_s);
        m_box->setQuery(Query::parse(u"wheat"_s)); // another one
        QCOMPARE(m_box->text(), u"wheat"_s);
        QVERIFY(note().isEmpty());
    }

    void anOpenQuoteIsUnderlinedAndAnswered()
    {
        QSignalSpy queries(m_box, &SearchBox::queryChanged);
        QTest::keyClicks(m_box, u"\"y te"_s);
        QVERIFY(note().isEmpty());
        QVERIFY(m_box->toolTip().contains(u"quote"_s));
        QCOMPARE(queries.last().first().value<Query>().terms().size(), 1);
        QVERIFY(redPixels() > 5);
    }

    void theNoteGoesWithTheFocusAndWithEsc()
    {
        auto *other = new QWidget(m_window.get());
        other->setFocusPolicy(Qt::StrongFocus);
        other->show();
        QTest::keyClicks(m_box, u"kind:zzz"_s);
        QVERIFY(!note().isEmpty());
        other->setFocus();
        QVERIFY(note().isEmpty());
        m_box->setFocus();
        QTest::keyClicks(m_box, u"z"_s);
        QVERIFY(!note().isEmpty());
        QTest::keyClick(m_box, Qt::Key_Escape);
        QVERIFY(note().isEmpty());
        QCOMPARE(m_box->text(), QString());
    }

    void selectsThePartToEdit()
    {
        m_box->setText(u"rice  party:\"Viet Nam\" -plan"_s);
        m_box->editPart(1);
        QCOMPARE(m_box->selectedText(), u"party:\"Viet Nam\""_s);
        m_box->editPart(2);
        QCOMPARE(m_box->selectedText(), u"-plan"_s);
        m_box->editPart(-1);
        QCOMPARE(m_box->selectedText(), m_box->text());
        m_box->setText(u"rice kind:zzz"_s);
        m_box->editPart(0);
        QCOMPARE(m_box->selectedText(), m_box->text());
    }

    void aLongTextScrollsItsUnderline()
    {
        m_box->setText(u"word"_s.repeated(60) + u" kind:zzz"_s);
        m_box->setCursorPosition(static_cast<int>(m_box->text().size()));
        QVERIFY(redPixels() > 20);
        m_box->setCursorPosition(0); // the mistake is out of sight
        QCOMPARE(redPixels(), 0);
    }
};

TREATYBOOK_TEST(TstSearchBox)
#include "tst_searchbox.moc"
