#include "ui/find/chipbar.h"

#include "itemmodels/agreementtablemodel.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"
#include "ui/find/chip.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstChipBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_session = fakeSession();
        QVERIFY(add(*m_session, {titled(u"rice plan"_s), titled(u"rice"_s)}));
        m_model = std::make_unique<AgreementTableModel>(*m_session);
        m_model->setLocale(QLocale(QLocale::English));
        m_window = std::make_unique<QWidget>();
        m_bar = new ChipBar(*m_model, m_window.get());
        m_window->resize(900, 200);
        m_bar->setGeometry(0, 0, 900, 100);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_model.reset();
        m_session.reset();
    }

    void oneChipForEveryPart()
    {
        QVERIFY(!m_bar->isVisible());
        filter(u"rice -\"two words\""_s, {Facet::Kind, Facet::Tag});
        QVERIFY(m_bar->isVisible());
        QCOMPARE(chips(), u"“rice”|without “two words”|Kind: Agreement|Tag: agreement"_s);
        m_model->setFilter({});
        QVERIFY(!m_bar->isVisible());
    }

    void exclusionsStandInTheChipOfTheirFacet()
    {
        Filter filter;
        filter.toggleExcluded(Facet::Kind, u"visit"_s);
        m_model->setFilter(filter);
        QCOMPARE(chips(), u"Kind: not Visit"_s);
        filter.toggle(Facet::Kind, u"treaty"_s);
        m_model->setFilter(filter);
        QCOMPARE(chips(), u"Kind: Treaty, not Visit"_s);
        clickCross(0);
        QVERIFY(m_model->filter().isEmpty());
    }

    void theCrossTakesOnePartAway()
    {
        filter(u"rice plan"_s, {Facet::Kind});
        clickCross(0);
        QCOMPARE(m_model->query().text(), u"plan"_s);
        QCOMPARE(chips(), u"“plan”|Kind: Agreement"_s);
        clickCross(1);
        QCOMPARE(chips(), u"“plan”"_s);
        QVERIFY(!clear()->isVisible());
        clickCross(0);
        QVERIFY(m_model->filter().isEmpty());
    }

    void clearAllIsThereForTwo()
    {
        filter(u"rice"_s, {});
        QVERIFY(!clear()->isVisible());
        filter(u"rice"_s, {Facet::Kind});
        QVERIFY(clear()->isVisible());
        QTest::mouseClick(clear(), Qt::LeftButton);
        QVERIFY(m_model->filter().isEmpty());
    }

    void aClickGoesToItsPlace()
    {
        filter(u"rice"_s, {Facet::Kind});
        QSignalSpy words(m_bar, &ChipBar::queryRequested), facet(m_bar, &ChipBar::facetRequested);
        QTest::mouseClick(chip(0), Qt::LeftButton, {}, QPoint(15, chip(0)->height() / 2));
        QCOMPARE(words.count(), 1);
        QTest::mouseClick(chip(1), Qt::LeftButton, {}, QPoint(15, chip(1)->height() / 2));
        QCOMPARE(facet.count(), 1);
        QCOMPARE(facet.first().first().value<Facet>(), Facet::Kind);
        QVERIFY(!m_model->filter().isEmpty());
        // Pressed on the cross but let go elsewhere: nothing is taken away.
        QTest::mousePress(chip(0), Qt::LeftButton, {}, chip(0)->crossRect().center());
        QTest::mouseRelease(chip(0), Qt::LeftButton, {}, QPoint(-20, -20));
        QCOMPARE(m_model->filter().choices().size(), 1);
        QVERIFY(!m_model->query().isEmpty());
    }

    void byKeyboard()
    {
        filter(u"rice plan"_s, {Facet::Kind});
        chip(0)->setFocus();
        QTest::keyClick(chip(0), Qt::Key_Right);
        QVERIFY(chip(1)->hasFocus());
        QTest::keyClick(chip(1), Qt::Key_Tab);
        QVERIFY(chip(2)->hasFocus());
        QTest::keyClick(chip(2), Qt::Key_Tab);
        auto *asText = m_bar->findChild<QToolButton *>(u"chips.asText"_s);
        QVERIFY(asText->hasFocus());
        QTest::keyClick(asText, Qt::Key_Tab);
        QVERIFY(clear()->hasFocus());
        QTest::keyClick(clear(), Qt::Key_Tab, Qt::ShiftModifier);
        QTest::keyClick(asText, Qt::Key_Tab, Qt::ShiftModifier);
        QVERIFY(chip(2)->hasFocus());
        QTest::keyClick(chip(2), Qt::Key_Left);
        QTest::keyClick(chip(1), Qt::Key_Left);
        QTest::keyClick(chip(0), Qt::Key_Left); // there is none before
        QVERIFY(chip(0)->hasFocus());
        QSignalSpy words(m_bar, &ChipBar::queryRequested), left(m_bar, &ChipBar::left);
        QTest::keyClick(chip(0), Qt::Key_Space);
        QTest::keyClick(chip(0), Qt::Key_Return);
        QCOMPARE(words.count(), 2);
        chip(2)->setFocus();
        QTest::keyClick(chip(2), Qt::Key_Delete);
        QCOMPARE(chips(), u"“rice”|“plan”"_s);
        QVERIFY(chip(1)->hasFocus()); // the last one now
        QTest::keyClick(chip(1), Qt::Key_Backspace);
        QVERIFY(chip(0)->hasFocus());
        QCOMPARE(left.count(), 0);
        QTest::keyClick(chip(0), Qt::Key_Delete);
        QCOMPARE(left.count(), 1);
        QVERIFY(m_model->filter().isEmpty());
    }

    void wrapsAndCutsWhatIsLong()
    {
        Filter filter(Query::parse(u"one two three four five six seven"_s));
        filter.toggle(Facet::Tag, QString(100000, u'x'));
        m_model->setFilter(filter);
        QVERIFY(chip(7)->width() < 450);
        QVERIFY(chip(7)->accessibleName().size() < 600);
        const int oneLine = m_bar->heightForWidth(4000);
        QVERIFY(m_bar->heightForWidth(300) >= 3 * oneLine - 40);
        QVERIFY(m_bar->heightForWidth(300) > m_bar->heightForWidth(600));
    }

    void manyWordsShareAChip()
    {
        filter(u"a b c d e f g h i j"_s, {Facet::Kind});
        QCOMPARE(m_model->query().terms().size(), 10);
        QCOMPARE(visibleChips().size(), 2);
        clickCross(0);
        QVERIFY(m_model->query().isEmpty());
        QCOMPARE(chips(), u"Kind: Agreement"_s);
    }

private:
    void filter(const QString &words, const QList<Facet> &facets)
    {
        Filter filter(Query::parse(words));
        for (const Facet facet : facets)
            filter.toggle(facet, u"agreement"_s);
        m_model->setFilter(filter);
        QCoreApplication::processEvents();
    }
    QList<Chip *> visibleChips() const
    {
        QList<Chip *> visible;
        for (Chip *one : m_bar->chips()) {
            if (one->isVisible())
                visible.append(one);
        }
        return visible;
    }
    QString chips() const
    {
        QStringList texts;
        for (const Chip *one : visibleChips())
            texts.append(one->text());
        return texts.join(u'|');
    }
    Chip *chip(int place) const { return m_bar->findChild<Chip *>(u"chip.%1"_s.arg(place)); }
    QToolButton *clear() const { return m_bar->findChild<QToolButton *>(u"chips.clear"_s); }
    void clickCross(int place)
    {
        QTest::mouseClick(chip(place), Qt::LeftButton, {}, chip(place)->crossRect().center());
        QCoreApplication::processEvents();
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<AgreementTableModel> m_model;
    std::unique_ptr<QWidget> m_window;
    ChipBar *m_bar = nullptr;
};

TREATYBOOK_TEST(TstChipBar)
#include "tst_chipbar.moc"
