#include "ui/timeline/scaleglide.h"

#include "support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;

class TstScaleGlide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { ScaleGlide::setWanted(false); }

    void isThereAtOnceUnlessWanted()
    {
        ScaleGlide glide;
        glide.jumpTo(from());
        QSignalSpy moved(&glide, &ScaleGlide::moved);
        glide.glideTo(to());
        QCOMPARE(glide.shown(), to());
        QCOMPARE(moved.count(), 1);
        glide.glideTo(to());
        QCOMPARE(moved.count(), 1);
    }

    void comesThereStepByStep()
    {
        ScaleGlide::setWanted(true);
        ScaleGlide glide;
        glide.jumpTo(from());
        QList<double> densities;
        connect(&glide, &ScaleGlide::moved, this, [&] { densities.append(glide.shown().pixelsPerDay()); });
        glide.glideTo(to());
        QVERIFY(std::abs(glide.shown().pixelsPerDay() - from().pixelsPerDay()) < 1e-6);
        QTRY_COMPARE(glide.shown(), to());
        QVERIFY(densities.size() >= 2);
        QVERIFY(std::ranges::is_sorted(densities));
        const qsizetype count = densities.size();
        QTest::qWait(2 * ScaleGlide::Duration);
        QCOMPARE(densities.size(), count); // and stays
    }

    void anotherGoalMeanwhile()
    {
        ScaleGlide::setWanted(true);
        ScaleGlide glide;
        glide.jumpTo(from());
        QSignalSpy moved(&glide, &ScaleGlide::moved);
        glide.glideTo(to());
        QTRY_VERIFY(moved.count() > 0);
        const Scale midway = glide.shown();
        glide.glideTo(from());
        QVERIFY(std::abs(glide.shown().pixelsPerDay() - midway.pixelsPerDay()) < 1e-6); // no jump back
        QTRY_COMPARE(glide.shown(), from());
    }

    void finishIsNow()
    {
        ScaleGlide::setWanted(true);
        ScaleGlide glide;
        glide.jumpTo(from());
        glide.glideTo(to());
        glide.finish();
        QCOMPARE(glide.shown(), to());
        QSignalSpy moved(&glide, &ScaleGlide::moved);
        QTest::qWait(2 * ScaleGlide::Duration);
        QCOMPARE(moved.count(), 0);
    }

    void anotherWidthIsNoWay()
    {
        ScaleGlide::setWanted(true);
        ScaleGlide glide;
        glide.jumpTo(from());
        glide.glideTo(to().resized(300));
        QCOMPARE(glide.shown(), to().resized(300));
    }

private:
    static Scale from() { return Scale(dayNumber(2000, 1, 1), 0.1, 800); }
    static Scale to() { return from().zoomed(4, 200); }
};

TREATYBOOK_TEST(TstScaleGlide)
#include "tst_scaleglide.moc"
