#include "session/selection.h"

#include "support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;

class TstSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnlyWhatDiffers()
    {
        Selection selection;
        QSignalSpy changed(&selection, &Selection::changed), current(&selection, &Selection::currentChanged);
        selection.set({1, 2}, 2);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(current.count(), 1);
        selection.set({2, 1}, 2);
        selection.setCurrent(2);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(current.count(), 1);
        selection.setCurrent(7); // need not be selected
        QCOMPARE(changed.count(), 1);
        QCOMPARE(current.count(), 2);
        QVERIFY(!selection.contains(7));
        QCOMPARE(selection.count(), 2);
        selection.select(3);
        QCOMPARE(selection.selected(), QSet<Slot>{3});
        QCOMPARE(selection.current(), std::optional<Slot>(3));
        selection.clear();
        QVERIFY(!selection.current());
        QCOMPARE(selection.count(), 0);
    }

    void toggles()
    {
        Selection selection;
        selection.toggle(4);
        QVERIFY(selection.contains(4));
        QCOMPARE(selection.current(), std::optional<Slot>(4));
        selection.toggle(5);
        selection.toggle(4);
        QCOMPARE(selection.selected(), QSet<Slot>{5});
        QCOMPARE(selection.current(), std::optional<Slot>(4));
    }

    void dropsWhatIsGone()
    {
        Selection selection;
        selection.set({1, 2, 3}, 2);
        QSignalSpy changed(&selection, &Selection::changed), current(&selection, &Selection::currentChanged);
        selection.drop({2, 9});
        QCOMPARE(selection.selected(), (QSet<Slot>{1, 3}));
        QVERIFY(!selection.current());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(current.count(), 1);
        selection.drop({9});
        QCOMPARE(changed.count(), 1);
    }

    /// A handler that looks at the selection sees all of the new one.
    void bothAreNewWhenTold()
    {
        Selection selection;
        int seen = 0;
        const auto look = [&] {
            QVERIFY(selection.contains(1));
            QCOMPARE(selection.current(), std::optional<Slot>(1));
            ++seen;
        };
        connect(&selection, &Selection::changed, &selection, look);
        connect(&selection, &Selection::currentChanged, &selection, look);
        selection.select(1);
        QCOMPARE(seen, 2);
    }
};

TREATYBOOK_TEST(TstSelection)
#include "tst_selection.moc"
