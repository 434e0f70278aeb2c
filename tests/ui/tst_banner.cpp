#include "ui/widgets/banner.h"

#include "support/testregistry.h"

#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstBanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isHiddenUntilItSaysSomething()
    {
        Banner banner;
        QVERIFY(banner.isHidden());
        banner.showError({ErrorKind::Full, u"The disk is full."_s, u"ENOSPC"_s});
        QVERIFY(banner.isVisible());
        QCOMPARE(banner.text(), u"The disk is full."_s);
        QTest::mouseClick(banner.findChild<QToolButton *>(u"banner.close"_s), Qt::LeftButton);
        QVERIFY(banner.isHidden());
    }

    void actionsRunAfterItIsHidden()
    {
        Banner banner;
        int runs = 0;
        banner.showMessage(Banner::Severity::Warning, u"one"_s, {{u"Try again"_s, [&] {
                                                                      QVERIFY(banner.isHidden());
                                                                      ++runs;
                                                                      banner.showMessage(Banner::Severity::Information,
                                                                                         u"two"_s);
                                                                  }}});
        QTest::mouseClick(banner.findChild<QPushButton *>(u"banner.action0"_s), Qt::LeftButton);
        QCOMPARE(runs, 1);
        QCOMPARE(banner.text(), u"two"_s);
        QVERIFY(banner.isVisible());
        QTRY_VERIFY(!banner.findChild<QPushButton *>()); // the former actions are gone
    }
};

TREATYBOOK_TEST(TstBanner)
#include "tst_banner.moc"
