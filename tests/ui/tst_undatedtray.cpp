#include "ui/timeline/undatedtray.h"

#include "support/testregistry.h"
#include "timeline/undated.h"
#include "ui/timeline/undatedlist.h"
#include "ui/timelinepanes.h"
#include "ui/widgets/plainlabel.h"

#include <QLineEdit>
#include <QTreeView>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// Records without a date, and the list of them.
class TstUndatedTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_book.reset(); }

    void knowsWhatIsUndated();
    void saysHowMany();
    void hiddenWithoutAny();
    void keysChoose();
    void clickChooses();
    void escapeCloses();
    void fewHaveNoFilter();
    void manyAreNarrowed();
    void tellsHowManyAreLeftOut();
    void shortWhereThereIsNoRoom();

private:
    void open(const QList<Agreement> &records)
    {
        m_book = std::make_unique<PaneOfBook>(records);
        m_tray = m_book->find<UndatedTray>(u"timeline.tray"_s);
        QVERIFY(m_tray);
    }
    static QList<Agreement> undated(int count)
    {
        QList<Agreement> records;
        for (int i = 0; i < count; ++i)
            records.append(dated(u"Memo %1"_s.arg(i, 4, 10, QLatin1Char('0')), Nature::Treaty, {}));
        return records;
    }
    UndatedList *list() const { return m_tray->findChild<UndatedList *>(); }
    QTreeView *rows() const { return m_tray->findChild<QTreeView *>(u"timeline.tray.list"_s); }
    QLineEdit *line() const { return m_tray->findChild<QLineEdit *>(u"timeline.tray.filter"_s); }
    QString currentTitle() const
    {
        const auto current = m_book->session->selection().current();
        return current ? m_book->session->store().record(*current)->title.toString() : QString();
    }
    void popUp()
    {
        m_tray->setFocus();
        QTest::keyClick(m_tray, Qt::Key_Space);
        QTRY_VERIFY(list() && list()->isVisible());
    }

    std::unique_ptr<PaneOfBook> m_book;
    UndatedTray *m_tray = nullptr;
};

void TstUndatedTray::knowsWhatIsUndated()
{
    Agreement acted = dated(u"Acted"_s, Nature::Treaty, {});
    Action action;
    action.kind = ActionKind::Negotiation;
    action.date = Edtf::read(u"2019"_s);
    acted.edit().actions = {action};
    Agreement termed = dated(u"Termed"_s, Nature::Treaty, {}, u"2014/2016"_s);
    Agreement unread = dated(u"Unread"_s, Nature::Treaty, u"some day"_s);
    open({acted, termed, unread, dated(u"Memo"_s, Nature::Treaty, {}), dated(u"Visit"_s, Nature::Event, {}),
          dated(u"By 2011"_s, Nature::Treaty, u"../2011"_s)});
    QStringList titles;
    for (const Slot slot : undatedOf(m_book->session->store(), m_book->model->visibleSlots()))
        titles.append(m_book->session->store().record(slot)->title.toString());
    QCOMPARE(titles, (QStringList{u"Memo"_s, u"Unread"_s, u"Visit"_s}));
}

void TstUndatedTray::saysHowMany()
{
    open(plansAndMore());
    QVERIFY(m_tray->isVisible());
    QVERIFY2(m_tray->text().startsWith(u"⊘ 1 record"_s), qPrintable(m_tray->text()));
    QVERIFY(!m_tray->accessibleName().isEmpty());
    QVERIFY(add(*m_book->session, undated(2)));
    QTRY_VERIFY2(m_tray->text().startsWith(u"⊘ 3 record"_s), qPrintable(m_tray->text()));
    m_book->model->setQuery(Query::parse(u"memo"_s)); // of those that are shown
    QTRY_COMPARE(m_book->model->rowCount(), 3);
    m_book->model->setQuery(Query::parse(u"\"memo 0001\""_s));
    QTRY_VERIFY2(m_tray->text().startsWith(u"⊘ 1 record"_s), qPrintable(m_tray->text()));
}

void TstUndatedTray::hiddenWithoutAny()
{
    open({dated(u"Plan"_s, Nature::Treaty, u"2014"_s)});
    QVERIFY(!m_tray->isVisible());
    QVERIFY(add(*m_book->session, undated(1)));
    QTRY_VERIFY(m_tray->isVisible());
    m_book->model->setQuery(Query::parse(u"plan"_s));
    QTRY_VERIFY(!m_tray->isVisible());
}

void TstUndatedTray::keysChoose()
{
    open(undated(4) + plansAndMore());
    popUp();
    QCOMPARE(rows()->model()->rowCount(), 5);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!list()->isVisible());
    QCOMPARE(currentTitle(), u"Memo 0001"_s); // after the one without number
    popUp();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(currentTitle(), u"Memo"_s);
}

void TstUndatedTray::clickChooses()
{
    open(undated(4));
    QTest::mouseClick(m_tray, Qt::LeftButton);
    QTRY_VERIFY(list() && list()->isVisible());
    const QModelIndex third = rows()->model()->index(2, 0);
    QCOMPARE(third.data().toString(), u"Memo 0002"_s);
    QTest::mouseClick(rows()->viewport(), Qt::LeftButton, {}, rows()->visualRect(third).center());
    QCOMPARE(currentTitle(), u"Memo 0002"_s);
    QVERIFY(!list()->isVisible());
}

void TstUndatedTray::escapeCloses()
{
    open(undated(30));
    m_book->session->selection().clear();
    popUp();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!list()->isVisible());
    QVERIFY(currentTitle().isEmpty());
}

void TstUndatedTray::fewHaveNoFilter()
{
    open(undated(UndatedList::FewEnough));
    popUp();
    QVERIFY(!line()->isVisible());
    QVERIFY(rows()->hasFocus());
}

void TstUndatedTray::manyAreNarrowed()
{
    open(undated(UndatedList::FewEnough + 10));
    popUp();
    QVERIFY(line()->isVisible() && line()->hasFocus());
    QTest::keyClicks(line(), u"MÉMO 002"_s);
    QCOMPARE(rows()->model()->rowCount(), 10);
    QTest::keyClick(line(), Qt::Key_Down);
    QVERIFY(line()->hasFocus());
    QTest::keyClick(line(), Qt::Key_Return);
    QCOMPARE(currentTitle(), u"Memo 0021"_s);
    popUp();
    QVERIFY(line()->text().isEmpty()); // begins anew
    QTest::keyClicks(line(), u"nothing of the kind"_s);
    QCOMPARE(rows()->model()->rowCount(), 0);
    auto *more = m_tray->findChild<PlainLabel *>(u"timeline.tray.more"_s);
    QVERIFY(more->isVisible() && !more->fullText().isEmpty());
    QTest::keyClick(line(), Qt::Key_Return); // there is nothing to choose
    QVERIFY(list()->isVisible());
}

void TstUndatedTray::tellsHowManyAreLeftOut()
{
    open(undated(int(UndatedList::MostShown) + 7));
    popUp();
    QCOMPARE(rows()->model()->rowCount(), UndatedList::MostShown);
    auto *more = m_tray->findChild<PlainLabel *>(u"timeline.tray.more"_s);
    QVERIFY(more->isVisible());
    QVERIFY2(more->fullText().startsWith(u"7 more"_s), qPrintable(more->fullText()));
}

void TstUndatedTray::shortWhereThereIsNoRoom()
{
    open(plansAndMore());
    m_book->pane->resize(480, 300);
    QTRY_COMPARE(m_tray->text(), u"⊘ 1"_s);
    QVERIFY(m_tray->accessibleName().contains(u"1 record"_s));
}

TREATYBOOK_TEST(TstUndatedTray)
#include "tst_undatedtray.moc"
