#include "ui/widgets/banner.h"

#include "support/testregistry.h"

#include <QPointer>
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

    /// Trouble that is told again while its button is down does not take the click, and does the newest.
    void aClickOutlivesTheSameMessage()
    {
        Banner banner;
        QStringList runs;
        const auto tell = [&](const QString &text, const QString &action, const QString &run) {
            banner.showMessage(Banner::Severity::Problem, text, {{action, [&runs, run] { runs.append(run); }}});
        };
        const auto button = [&] { return banner.findChild<QPushButton *>(u"banner.action0"_s); };
        tell(u"Lost"_s, u"&Save"_s, u"first"_s);
        QPointer<QPushButton> pressed = button();
        QTest::mousePress(pressed, Qt::LeftButton);
        tell(u"Lost"_s, u"&Save"_s, u"second"_s);
        QCOMPARE(button(), pressed.data());
        QTest::mouseRelease(pressed, Qt::LeftButton);
        QCOMPARE(runs, QStringList{u"second"_s});
        QVERIFY(banner.isHidden());
        // Shown again after it was hidden, or with other words, all is new.
        tell(u"Lost"_s, u"&Save"_s, u"third"_s);
        QVERIFY(banner.isVisible());
        pressed = button();
        tell(u"Lost"_s, u"&Try again"_s, u"fourth"_s);
        QVERIFY(button() != pressed);
        pressed = button();
        tell(u"Gone"_s, u"&Try again"_s, u"fifth"_s);
        QVERIFY(button() != pressed);
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(runs, (QStringList{u"second"_s, u"fifth"_s}));
    }
};

TREATYBOOK_TEST(TstBanner)
#include "tst_banner.moc"
