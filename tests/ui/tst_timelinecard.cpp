#include "support/testregistry.h"
#include "timelinepanes.h"
#include "ui/timeline/timelinecard.h"

#include <QLabel>
#include <QLineEdit>
#include <QScreen>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

namespace {

/// A record with too much of everything.
Agreement crowded()
{
    Agreement record = dated(u"Charter"_s, Nature::Treaty, u"2014-03-05"_s, u"2014/2016"_s);
    QString title;
    while (title.size() < 10'000)
        title += u"Convention on the protection of what is long "_s;
    record.edit().title = title;
    for (int i = 1; i <= 290; ++i) {
        Participant participant;
        participant.id = ItemId(i);
        participant.name = u"Party %1"_s.arg(i);
        record.edit().participants.append(participant);
    }
    for (int i = 1; i <= 30; ++i) {
        Source source;
        source.id = ItemId(1000 + i);
        source.title = u"Official gazette %1, in which it was printed in full and with all annexes"_s.arg(i);
        source.locator = u"p. %1"_s.arg(i);
        record.edit().sources.append(source);
    }
    return record;
}

Agreement twoSubjects()
{
    Agreement record = dated(u"Twofold"_s, Nature::NonBinding, u"2014-03-05"_s, u"2014/2016"_s);
    record.edit().subjects = {Text(u"defence"_s), Text(u"health"_s)};
    return record;
}

} // namespace

class TstTimelineCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysAllThatIsAsked();
    void cutsWhatIsTooMuch();
    void namesTheOtherGroups();
    void liesBesideThePlaceUnderThePointer();
    void goesAwayWhenSomebodyTypes();
    void staysOnTheScreen();

private:
    static TimelineCard *cardOf(const PaneOfBook &pane)
    {
        return pane.view().findChild<TimelineCard *>(u"timeline.card"_s);
    }
    static QStringList texts(const PaneOfBook &pane)
    {
        QStringList all;
        for (const QLabel *label : cardOf(pane)->findChildren<QLabel *>())
            all.append(label->text());
        return all;
    }
    static void hover(const PaneOfBook &pane, QPoint place)
    {
        QTest::mouseMove(pane.view().viewport(), place - QPoint(1, 0));
        QTest::mouseMove(pane.view().viewport(), place);
    }
    static void hover(const PaneOfBook &pane, const QString &title)
    {
        hover(pane, pane.view().recordRect(pane.slotOf(title)).center());
    }
    static void inLanes(const PaneOfBook &pane, GroupBy by)
    {
        TimelineChoices choices = pane.view().choices();
        choices.encoding = Encoding::Lanes;
        choices.groupBy = by;
        pane.view().setChoices(choices);
    }
};

void TstTimelineCard::saysAllThatIsAsked()
{
    const PaneOfBook pane;
    pane.model->setAsOf(dayNumber(2018, 5, 1));
    hover(pane, u"Plan 2017"_s);
    QTRY_VERIFY(cardOf(pane)->isVisible());
    const QStringList all = texts(pane);
    const QString joined = all.join(u'\n');
    QVERIFY2(all.contains(u"Plan 2017"_s), qPrintable(joined));
    QVERIFY2(all.contains(u"23 March 2017"_s) && all.contains(u"2017–2019"_s), qPrintable(joined));
    QVERIFY2(all.contains(fieldInfo(Field::NextStep).labelText()), qPrintable(joined));
    QVERIFY2(all.contains(pane.model->text(pane.slotOf(u"Plan 2017"_s), Field::NextStep)), qPrintable(joined));
    QVERIFY(!all.contains(u"Also under"_s));
}

void TstTimelineCard::cutsWhatIsTooMuch()
{
    const PaneOfBook pane({crowded()});
    hover(pane, pane.view().recordRect(0).center());
    QTRY_VERIFY(cardOf(pane)->isVisible());
    const QString all = texts(pane).join(u'\n');
    QVERIFY2(all.contains(u"Party 1, Party 2, "_s) && all.contains(u" and 284 more"_s), qPrintable(all));
    QVERIFY2(all.contains(u"Official gazette 4"_s) && !all.contains(u"gazette 5"_s) && all.contains(u" and 26 more"_s),
             qPrintable(all));
    QVERIFY(cardOf(pane)->height() < 480);
    QVERIFY(cardOf(pane)->findChild<QLabel *>(u"timeline.card.title"_s)->text().size() < 300);
}

void TstTimelineCard::namesTheOtherGroups()
{
    const PaneOfBook pane({twoSubjects()}, {1000, 600});
    inLanes(pane, GroupBy::Subject);
    hover(pane, u"Twofold"_s);
    QTRY_VERIFY(cardOf(pane)->isVisible());
    const QStringList all = texts(pane);
    const qsizetype label = all.indexOf(u"Also under"_s);
    QVERIFY2(label >= 0, qPrintable(all.join(u'\n')));
    const QString upper = pane.view().grouping().groups.at(0).label, lower = pane.view().grouping().groups.at(1).label;
    QVERIFY(all.contains(lower) && !all.contains(upper));
}

/// In lanes a record may have several places.
void TstTimelineCard::liesBesideThePlaceUnderThePointer()
{
    const PaneOfBook pane({twoSubjects()}, {1000, 600});
    inLanes(pane, GroupBy::Subject);
    QCOMPARE(pane.view().scene().rows().size(), 2);
    for (const SceneRow &row : pane.view().scene().rows()) {
        const QRect bar = row.bar.toAlignedRect();
        hover(pane, bar.center());
        QTRY_VERIFY(cardOf(pane)->isVisible());
        const QRect onScreen(pane.view().viewport()->mapToGlobal(bar.topLeft()), bar.size());
        const QRect card = cardOf(pane)->frameGeometry();
        QVERIFY(!card.intersects(onScreen));
        QVERIFY(std::min(std::abs(card.top() - onScreen.bottom()), std::abs(card.bottom() - onScreen.top())) < 30);
        QTest::mouseMove(pane.view().viewport(), QPoint(20, 590));
        QTRY_VERIFY(!cardOf(pane)->isVisible());
    }
}

void TstTimelineCard::goesAwayWhenSomebodyTypes()
{
    const PaneOfBook pane;
    QLineEdit elsewhere(pane.pane.get());
    elsewhere.show();
    elsewhere.setFocus();
    hover(pane, u"Plan 2017"_s);
    QTRY_VERIFY(cardOf(pane)->isVisible());
    QTest::keyClick(&elsewhere, Qt::Key_A);
    QVERIFY(!cardOf(pane)->isVisible());

    hover(pane, QPoint(700, 350));
    hover(pane, u"Plan 2017"_s);
    QTRY_VERIFY(cardOf(pane)->isVisible());
    turnWheel(pane.view().viewport(), {700, 200}, 120, Qt::ShiftModifier);
    QVERIFY(!cardOf(pane)->isVisible());
}

void TstTimelineCard::staysOnTheScreen()
{
    const PaneOfBook pane({crowded(), dated(u"Other"_s, Nature::Treaty, u"2015"_s)});
    const QRect screen = pane.view().screen()->availableGeometry();
    for (const int y : {0, screen.height() / 2, screen.height() - 450}) {
        pane.pane->move(0, y);
        hover(pane, QPoint(700, 350));
        hover(pane, pane.view().recordRect(0).center());
        QTRY_VERIFY(cardOf(pane)->isVisible());
        QVERIFY(screen.contains(cardOf(pane)->frameGeometry()));
        QTest::mouseMove(pane.view().viewport(), QPoint(20, 350));
        QTRY_VERIFY(!cardOf(pane)->isVisible());
    }
}

TREATYBOOK_TEST(TstTimelineCard)
#include "tst_timelinecard.moc"
