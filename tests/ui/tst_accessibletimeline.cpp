#include "support/testregistry.h"
#include "timelinepanes.h"

#include <QAccessible>
#include <QScrollBar>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// Walks the timeline as a screen reader does.
class TstAccessibleTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void cleanupTestCase() { QAccessible::setActive(false); }

    void everyRecordInSightIsAChild();
    void saysWhatIsKnown();
    void pressSelects();
    void groupsFold();
    void badgesSayHowMany();
    void followsFilterAndScrolling();
    void theCurrentRecordHasTheFocus();
    void nothingDangles();

private:
    static QAccessibleInterface *of(const PaneOfBook &pane)
    {
        return QAccessible::queryAccessibleInterface(&pane.view());
    }
    static QList<QAccessibleInterface *> items(const PaneOfBook &pane, QAccessible::Role role = QAccessible::ListItem)
    {
        QList<QAccessibleInterface *> found;
        for (int i = 0; i < of(pane)->childCount(); ++i) {
            QAccessibleInterface *child = of(pane)->child(i);
            if (child && !child->object() && child->role() == role)
                found.append(child);
        }
        return found;
    }
    static QStringList names(const QList<QAccessibleInterface *> &items)
    {
        QStringList all;
        for (const QAccessibleInterface *item : items)
            all.append(item->text(QAccessible::Name));
        return all;
    }
    static QAccessibleInterface *item(const PaneOfBook &pane, const QString &name)
    {
        for (QAccessibleInterface *one : items(pane)) {
            if (one->text(QAccessible::Name) == name)
                return one;
        }
        qFatal("no item %s", qPrintable(name));
    }
    static void show(const PaneOfBook &pane, Encoding encoding, GroupBy by = GroupBy::Nature)
    {
        TimelineChoices choices = pane.view().choices();
        choices.encoding = encoding;
        choices.groupBy = by;
        pane.view().setChoices(choices);
    }
    static void press(QAccessibleInterface *item)
    {
        QVERIFY(item->actionInterface());
        QCOMPARE(item->actionInterface()->actionNames(), QStringList{QAccessibleActionInterface::pressAction()});
        item->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    }
};

void TstAccessibleTimeline::everyRecordInSightIsAChild()
{
    const PaneOfBook pane;
    QCOMPARE(of(pane)->role(), QAccessible::List);
    QCOMPARE(of(pane)->text(QAccessible::Name), u"Timeline"_s);
    const QList<QAccessibleInterface *> all = items(pane);
    QCOMPARE(names(all),
             (QStringList{u"Memo"_s, u"Plan 2014"_s, u"Plan 2017"_s, u"Plan 2020"_s, u"Ties"_s, u"Visit"_s}));
    const QWidget *viewport = pane.view().viewport();
    const QRect view(viewport->mapToGlobal(QPoint()), viewport->size());
    for (int i = 0; i < all.size(); ++i) {
        QVERIFY(all.at(i)->isValid());
        QVERIFY(all.at(i)->parent() == of(pane));
        QCOMPARE(of(pane)->indexOfChild(all.at(i)), i);
        QVERIFY(!all.at(i)->rect().isEmpty() && view.contains(all.at(i)->rect()));
        const QPoint centre = all.at(i)->rect().center();
        QVERIFY(of(pane)->childAt(centre.x(), centre.y()) == all.at(i));
    }
    QVERIFY(item(pane, u"Ties"_s)->state().offscreen); // before the window
    QVERIFY(!item(pane, u"Plan 2017"_s)->state().offscreen);
}

void TstAccessibleTimeline::saysWhatIsKnown()
{
    const PaneOfBook pane;
    const QString plan = item(pane, u"Plan 2017"_s)->text(QAccessible::Description);
    for (const QString &part : {u"23 March 2017"_s, u"2017–2019"_s, u"Expired"_s, u"ended"_s})
        QVERIFY2(plan.contains(part), qPrintable(plan));
    pane.model->setAsOf(dayNumber(2018, 1, 1));
    QVERIFY(!item(pane, u"Plan 2017"_s)->text(QAccessible::Description).contains(u"Expired"_s));
    show(pane, Encoding::Lanes);
    const QString grouped = item(pane, u"Plan 2017"_s)->text(QAccessible::Description);
    QVERIFY2(grouped.contains(u"Group: Non-binding"_s), qPrintable(grouped));
}

void TstAccessibleTimeline::pressSelects()
{
    const PaneOfBook pane;
    QAccessibleInterface *plan = item(pane, u"Plan 2017"_s);
    QVERIFY(plan->state().selectable && !plan->state().selected);
    press(plan);
    QCOMPARE(pane.session->selection().current(), std::optional(pane.slotOf(u"Plan 2017"_s)));
    QVERIFY(plan->state().selected && plan->state().focused);
    QVERIFY(of(pane)->focusChild() == plan);
    QVERIFY(!item(pane, u"Plan 2014"_s)->state().selected);
}

void TstAccessibleTimeline::groupsFold()
{
    const PaneOfBook pane;
    show(pane, Encoding::Lanes);
    QList<QAccessibleInterface *> heads = items(pane, QAccessible::Grouping);
    QVERIFY(heads.size() >= 2);
    const auto isPlans = [](const QAccessibleInterface *head) {
        return head->text(QAccessible::Name).startsWith(u"Non-binding instrument, 3 record"_s);
    };
    const auto found = std::ranges::find_if(heads, isPlans);
    QVERIFY2(found != heads.end(), qPrintable(names(heads).join(u'\n')));
    QAccessibleInterface *head = *found;
    QVERIFY(head->state().expandable && head->state().expanded && !head->state().collapsed);
    QVERIFY(names(items(pane)).contains(u"Plan 2014"_s));
    press(head);
    QVERIFY(head->state().collapsed && !head->state().expanded);
    QVERIFY(!names(items(pane)).contains(u"Plan 2014"_s));
    press(head);
    QVERIFY(names(items(pane)).contains(u"Plan 2014"_s));
}

void TstAccessibleTimeline::badgesSayHowMany()
{
    QList<Agreement> records;
    for (int i = 0; i < 100; ++i)
        records.append(dated(u"Plan %1"_s.arg(i), Nature::NonBinding, u"2014-03-05"_s, u"2014/2016"_s));
    const PaneOfBook pane(records, {1000, 1200});
    show(pane, Encoding::Lanes);
    const double width = pane.view().scale().width();
    pane.view().setScale(Scale::fitting(dayNumber(2013, 1, 1), dayNumber(2017, 1, 1), width));
    const QList<QAccessibleInterface *> bars = items(pane);
    const QList<QAccessibleInterface *> badges = items(pane, QAccessible::Button);
    QCOMPARE(badges.size(), 1);
    const QString name = badges.first()->text(QAccessible::Name);
    QVERIFY2(name.startsWith(u"%1 record"_s.arg(100 - bars.size())) && name.endsWith(u"more"_s), qPrintable(name));
    QVERIFY(!badges.first()->rect().isEmpty());
    const double before = pane.view().scale().pixelsPerDay();
    press(badges.first());
    QVERIFY(pane.view().scale().pixelsPerDay() > before);

    // In a window that begins later they go on from before; who presses goes to where one of them begins.
    pane.view().setScale(Scale::fitting(dayNumber(2015, 1, 1), dayNumber(2016, 1, 1), width));
    const QList<QAccessibleInterface *> earlier = items(pane, QAccessible::Button);
    QCOMPARE(earlier.size(), 1);
    const QString told = earlier.first()->text(QAccessible::Name);
    QVERIFY2(told.endsWith(u"more from before"_s), qPrintable(told));
    press(earlier.first());
    QVERIFY(pane.session->selection().current());
    QVERIFY(pane.view().scale().x(dayNumber(2014, 1, 1)) >= 0);
}

void TstAccessibleTimeline::followsFilterAndScrolling()
{
    const PaneOfBook pane(plansAndMore(), {1000, 200});
    show(pane, Encoding::Rows);
    const QStringList before = names(items(pane));
    QVERIFY(before.contains(u"Memo"_s) && !before.contains(u"Visit"_s));
    const QAccessible::Id memo = QAccessible::uniqueId(item(pane, u"Memo"_s));
    pane.view().verticalScrollBar()->setValue(pane.view().verticalScrollBar()->maximum());
    const QStringList after = names(items(pane));
    QVERIFY(!after.contains(u"Memo"_s) && after.contains(u"Visit"_s));
    QVERIFY(!QAccessible::accessibleInterface(memo));

    QAccessibleInterface *visit = item(pane, u"Visit"_s);
    pane.model->setQuery(Query::parse(u"plan"_s));
    QVERIFY(!visit->isValid() && visit->state().invalid && visit->rect().isEmpty());
    QVERIFY(visit->text(QAccessible::Name).isEmpty() && visit->actionInterface()->actionNames().isEmpty());
    QTRY_COMPARE(names(items(pane)), (QStringList{u"Plan 2014"_s, u"Plan 2017"_s, u"Plan 2020"_s}));
}

void TstAccessibleTimeline::theCurrentRecordHasTheFocus()
{
    const PaneOfBook pane;
    const auto focused = [&] {
        const QAccessibleInterface *child = of(pane)->focusChild();
        return child && !child->object() ? child->text(QAccessible::Name) : QString();
    };
    QCOMPARE(focused(), QString());
    pane.session->selection().select(pane.slotOf(u"Plan 2014"_s));
    QCOMPARE(focused(), u"Plan 2014"_s);
    QTest::keyClick(&pane.view(), Qt::Key_Down);
    QCOMPARE(focused(), u"Plan 2017"_s);
    QVERIFY(item(pane, u"Plan 2017"_s)->state().focused && !item(pane, u"Plan 2014"_s)->state().focused);
    pane.find<QWidget>(u"timeline.overview"_s)->setFocus();
    QCOMPARE(focused(), QString());
}

void TstAccessibleTimeline::nothingDangles()
{
    QList<QAccessible::Id> ids;
    {
        const PaneOfBook pane;
        show(pane, Encoding::Lanes);
        ids.append(QAccessible::uniqueId(of(pane)));
        for (QAccessibleInterface *one : items(pane) + items(pane, QAccessible::Grouping))
            ids.append(QAccessible::uniqueId(one));
        pane.session->selection().select(pane.slotOf(u"Plan 2014"_s));
    }
    QVERIFY(ids.size() > 5);
    for (const QAccessible::Id id : ids)
        QVERIFY(!QAccessible::accessibleInterface(id));
}

TREATYBOOK_TEST(TstAccessibleTimeline)
#include "tst_accessibletimeline.moc"
