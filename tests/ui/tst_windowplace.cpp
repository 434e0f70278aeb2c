#include "ui/mainwindow/windowplace.h"

#include "support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Treatybook;

static const QRect Main(0, 0, 1920, 1040), Right(1920, 0, 1280, 984), Small(0, 0, 1024, 740);

class TstWindowPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isVisible_data()
    {
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QList<QRect>>("screens");
        QTest::addColumn<QRect>("place");
        const QRect window(100, 80, 1440, 900);
        QTest::newRow("stays") << window << QList<QRect>{Main, Right} << window;
        QTest::newRow("second screen") << QRect(1950, 20, 1200, 900) << QList<QRect>{Main, Right}
                                       << QRect(1950, 20, 1200, 900);
        QTest::newRow("second screen is gone") << QRect(1950, 20, 1200, 900) << QList<QRect>{Main} << QRect(360, 70, 1200, 900);
        QTest::newRow("smaller screen") << QRect(0, 0, 1920, 1040) << QList<QRect>{Small} << Small;
        QTest::newRow("half out is as it was left") << QRect(-700, 200, 1440, 700) << QList<QRect>{Main}
                                                    << QRect(-700, 200, 1440, 700);
        QTest::newRow("above") << QRect(100, -300, 1000, 800) << QList<QRect>{Main} << QRect(460, 120, 1000, 800);
        QTest::newRow("below") << QRect(100, 1030, 1000, 800) << QList<QRect>{Main} << QRect(460, 120, 1000, 800);
        QTest::newRow("far away") << QRect(19000, -19000, 800, 600) << QList<QRect>{Main} << QRect(560, 220, 800, 600);
        QTest::newRow("no screen") << window << QList<QRect>{} << window;
    }
    void isVisible()
    {
        QFETCH(QRect, wanted);
        QFETCH(QList<QRect>, screens);
        QTEST(visiblePlace(wanted, screens), "place");
    }

    void canAlwaysBeGrasped()
    {
        QRandomGenerator random(3);
        const QList<QRect> screens{Main, Right};
        for (int round = 0; round < 2000; ++round) {
            const QRect wanted(random.bounded(-20000, 20000), random.bounded(-20000, 20000), random.bounded(200, 20000),
                               random.bounded(150, 20000));
            const QRect place = visiblePlace(wanted, screens);
            const QRect handle(place.left(), place.top(), place.width(), 40);
            QVERIFY((handle & Main).width() >= 100 || (handle & Right).width() >= 100);
            QVERIFY(place.width() <= Main.width() && place.height() <= Main.height());
        }
    }

    void firstWindowFits()
    {
        QCOMPARE(usualSize(Main), QSize(1440, 900));
        QCOMPARE(usualSize(Small), QSize(1024, 700));
    }
};

TREATYBOOK_TEST(TstWindowPlace)
#include "tst_windowplace.moc"
