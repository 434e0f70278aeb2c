#include "support/testregistry.h"
#include "timeline/scale.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace Treatybook;

class TstScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pixelsAndDaysRoundTrip();
    void zoomKeepsTheDayUnderThePointer();
    void zoomingInAndOutReturns();
    void zoomStaysInRange();
    void panMovesByPixels();
    void windowStaysWithinKnownYears();
    void fittingShowsBothDays();
    void wholeDays();
    void betweenTwoWindows();

private:
    Scale random()
    {
        const double density = std::exp(real(std::log(0.0005), std::log(40.0)));
        return Scale(real(MinDay, MaxDay), density, real(1, 8000));
    }
    double real(double from, double to) { return from + m_random.generateDouble() * (to - from); }

    QRandomGenerator m_random{20260301};
};

void TstScale::betweenTwoWindows()
{
    for (int i = 0; i < 2000; ++i) {
        const double first = real(dayNumber(-2000, 1, 1), dayNumber(2000, 1, 1));
        const Scale from(first, real(0.05, 20), 1200);
        const double x = real(0, 1200);
        const Scale to = i % 3 ? from.zoomed(real(0.3, 3), x) : from.panned(real(-3000, 3000));
        QVERIFY(std::abs(Scale::between(from, to, 0).firstDay() - from.firstDay()) < 1e-6);
        QVERIFY(std::abs(Scale::between(from, to, 1).firstDay() - to.firstDay()) < 1e-6);
        QVERIFY(std::abs(Scale::between(from, to, 1).pixelsPerDay() / to.pixelsPerDay() - 1) < 1e-9);
        const double progress = real(0, 1), later = real(progress, 1);
        const Scale now = Scale::between(from, to, progress), next = Scale::between(from, to, later);
        if (i % 3) { // the day that both show at one place
            const double place = std::abs(now.dayAt(x) - from.dayAt(x)) * now.pixelsPerDay();
            QVERIFY2(place < 1e-3, qPrintable(QString::number(place)));
        }
        const auto closer = [&](double a, double b, double goal) {
            return std::abs(b - goal) <= std::abs(a - goal) + 1e-6;
        };
        QVERIFY(closer(now.pixelsPerDay(), next.pixelsPerDay(), to.pixelsPerDay()));
        QVERIFY(closer(now.firstDay(), next.firstDay(), to.firstDay()));
    }
}

void TstScale::pixelsAndDaysRoundTrip()
{
    for (int i = 0; i < 5000; ++i) {
        const Scale scale = random();
        const double x = real(0, scale.width());
        QVERIFY(std::abs(scale.x(scale.dayAt(x)) - x) < 1e-5);
        const double day = real(scale.firstDay(), scale.lastDay());
        QVERIFY(std::abs(scale.dayAt(scale.x(day)) - day) < 1e-5);
        QVERIFY(scale.lastDay() > scale.firstDay());
    }
}

void TstScale::zoomKeepsTheDayUnderThePointer()
{
    for (int i = 0; i < 5000; ++i) {
        // Far from the last years, where the window is held back.
        const Scale scale(real(dayNumber(-2000, 1, 1), dayNumber(2000, 1, 1)), real(0.01, 30), 1200);
        const double x = real(0, scale.width());
        const double day = scale.dayAt(x);
        const Scale zoomed = scale.zoomed(real(0.5, 2), x);
        QVERIFY(std::abs(zoomed.dayAt(x) - day) < 1e-6);
        QCOMPARE(zoomed.width(), scale.width());
    }
}

void TstScale::zoomingInAndOutReturns()
{
    const Scale start(dayNumber(2011, 6, 1), 0.3, 900);
    Scale scale = start;
    for (int i = 0; i < 200; ++i)
        scale = scale.zoomed(1.25, 333).zoomed(0.8, 333);
    QVERIFY(std::abs(scale.firstDay() - start.firstDay()) < 1e-3);
    QVERIFY(std::abs(scale.pixelsPerDay() - start.pixelsPerDay()) < 1e-9);
}

void TstScale::zoomStaysInRange()
{
    Scale scale(dayNumber(2011, 6, 1), 0.3, 900);
    for (int i = 0; i < 100; ++i)
        scale = scale.zoomed(2, 100);
    QCOMPARE(scale.pixelsPerDay(), Scale::MaxPixelsPerDay);
    for (int i = 0; i < 100; ++i)
        scale = scale.zoomed(0.5, 100);
    QVERIFY(std::abs(scale.lastDay() - scale.firstDay() - Scale::MaxDaysShown) < 1);
    QVERIFY(scale.firstDay() <= MinDay && scale.lastDay() >= MaxDay);
}

void TstScale::panMovesByPixels()
{
    const Scale scale(dayNumber(2011, 6, 1), 0.3, 900);
    const double day = scale.dayAt(500);
    QVERIFY(std::abs(scale.panned(120).x(day) - 380) < 1e-6);
    QVERIFY(scale.panned(120).firstDay() > scale.firstDay());
}

void TstScale::windowStaysWithinKnownYears()
{
    Scale scale(dayNumber(9990, 1, 1), 5, 900);
    for (int i = 0; i < 1000; ++i)
        scale = scale.panned(500);
    QVERIFY(scale.firstDay() < MaxDay);
    for (int i = 0; i < 100000; ++i)
        scale = scale.panned(50000);
    QVERIFY(scale.lastDay() > MinDay);
    QVERIFY(std::isfinite(scale.firstDay()));
}

void TstScale::fittingShowsBothDays()
{
    for (int i = 0; i < 2000; ++i) {
        const Day first = static_cast<Day>(real(MinDay, MaxDay - 1));
        const Day last = static_cast<Day>(real(first, MaxDay));
        const double width = real(100, 3000);
        const Scale scale = Scale::fitting(first, last, width);
        QVERIFY(scale.x(first) >= -1e-6);
        QVERIFY(scale.x(last + 1.0) <= width + 1e-6);
        if (scale.pixelsPerDay() < Scale::MaxPixelsPerDay - 1e-9)
            QVERIFY(scale.x(last + 1.0) - scale.x(first) > width - 49);
    }
}

void TstScale::wholeDays()
{
    const Scale scale(100.0, 10, 200);
    QCOMPARE(scale.wholeDayAt(0), 100);
    QCOMPARE(scale.wholeDayAt(9.99), 100);
    QCOMPARE(scale.wholeDayAt(10), 101);
    QCOMPARE(scale.wholeDayAt(-0.01), 99);
    QCOMPARE(Scale(MinDay, 0.001, 900).wholeDayAt(-1e9), MinDay);
    QCOMPARE(Scale(MinDay, 0.001, 900).wholeDayAt(1e9), MaxDay);
}

TREATYBOOK_TEST(TstScale)
#include "tst_scale.moc"
