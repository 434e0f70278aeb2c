#include "ui/timeline/windowhistory.h"

#include "support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Treatybook;

namespace {

Scale window(double first)
{
    return Scale(first, 1, 500);
}

/// What history ought to be, in the simplest way.
struct Reference {
    QList<double> before, after;
    double now = 0;
};

} // namespace

class TstWindowHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithNothingToGoTo()
    {
        WindowHistory history;
        QVERIFY(!history.canGoBack() && !history.canGoForward());
        QVERIFY(!history.goBack(500) && !history.goForward(500));
        history.note(window(0), WindowMove::Follow, 0);
        QVERIFY(!history.canGoBack() && !history.canGoForward());
    }

    void goesBackAndForward()
    {
        WindowHistory history;
        for (int i = 0; i < 3; ++i)
            history.note(window(i * 1000), WindowMove::Step, 0);
        QCOMPARE(history.goBack(500), std::optional(window(1000)));
        QCOMPARE(history.goBack(500), std::optional(window(0)));
        QVERIFY(!history.canGoBack() && history.canGoForward());
        QCOMPARE(history.goForward(500), std::optional(window(1000)));
        history.note(window(5000), WindowMove::Step, 1); // from here another way
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.goBack(500), std::optional(window(1000)));
    }

    void aGestureIsOneStep()
    {
        WindowHistory history;
        history.note(window(0), WindowMove::Step, 0);
        for (int i = 1; i <= 10; ++i)
            history.note(window(i), WindowMove::Glide, i * WindowHistory::Gesture);
        history.note(window(20), WindowMove::Glide, 11 * WindowHistory::Gesture + 1); // after a rest
        QCOMPARE(history.goBack(500), std::optional(window(10)));
        QCOMPARE(history.goBack(500), std::optional(window(0)));
        QVERIFY(!history.canGoBack());
        history.note(window(30), WindowMove::Glide, 11 * WindowHistory::Gesture + 2); // going back ended the gesture
        QCOMPARE(history.goBack(500), std::optional(window(0)));
    }

    void aCommandIsAStepOfItsOwn()
    {
        WindowHistory history;
        history.note(window(0), WindowMove::Step, 0);
        history.note(window(1), WindowMove::Glide, 1);
        history.note(window(2), WindowMove::Step, 2);
        history.note(window(3), WindowMove::Glide, 3);
        for (const double expected : {2, 1, 0})
            QCOMPARE(history.goBack(500), std::optional(window(expected)));
    }

    void whatFollowsIsNoStep()
    {
        WindowHistory history;
        history.note(window(0), WindowMove::Follow, 0);
        history.note(window(1), WindowMove::Follow, 0);
        QVERIFY(!history.canGoBack());
        history.note(window(2), WindowMove::Step, 0);
        history.note(window(3), WindowMove::Follow, 0);
        QCOMPARE(history.goBack(500), std::optional(window(1)));
        QCOMPARE(history.goForward(500), std::optional(window(3)));
    }

    void fitsThePresentWidth()
    {
        WindowHistory history;
        history.note(window(0), WindowMove::Step, 0);
        history.note(window(1000), WindowMove::Step, 0);
        const auto narrow = history.goBack(250);
        QVERIFY(narrow);
        QCOMPARE(narrow->width(), 250);
        QCOMPARE(narrow->firstDay(), 0);
        QCOMPARE(narrow->lastDay(), 500);
    }

    void keepsSoMany()
    {
        WindowHistory history;
        for (int i = 0; i < 1000; ++i)
            history.note(window(i), WindowMove::Step, i);
        int back = 0;
        while (history.goBack(500))
            ++back;
        QCOMPARE(back, WindowHistory::Most - 1);
        QCOMPARE(history.goForward(500), std::optional(window(1000 - WindowHistory::Most + 1)));
    }

    void randomWays()
    {
        QRandomGenerator random(11);
        for (int run = 0; run < 50; ++run) {
            WindowHistory history;
            Reference reference;
            history.note(window(0), WindowMove::Follow, 0);
            for (int i = 1; i < 60; ++i) {
                const int kind = random.bounded(4);
                std::optional<Scale> gone;
                if (kind == 0) {
                    gone = history.goBack(500);
                    QCOMPARE(gone.has_value(), !reference.before.isEmpty());
                    if (gone) {
                        reference.after.append(reference.now);
                        reference.now = reference.before.takeLast();
                    }
                } else if (kind == 1) {
                    gone = history.goForward(500);
                    QCOMPARE(gone.has_value(), !reference.after.isEmpty());
                    if (gone) {
                        reference.before.append(reference.now);
                        reference.now = reference.after.takeLast();
                    }
                } else {
                    history.note(window(i), WindowMove::Step, i);
                    reference.before.append(reference.now);
                    reference.after.clear();
                    reference.now = i;
                }
                if (gone)
                    QCOMPARE(gone->firstDay(), reference.now);
            }
        }
    }
};

TREATYBOOK_TEST(TstWindowHistory)
#include "tst_windowhistory.moc"
